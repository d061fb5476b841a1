package import Assistance
package import Casework
import Journal
package import Law
package import Planning

/// A unit's folded state: facts and marks for its lists, no name and no free text.
package struct UnitState: Sendable {
    /// Changes whenever the fold or its snapshot form changes; an older snapshot is then not used.
    static let foldVersion = 12

    /// Reports in the order in which they came in.
    package private(set) var concerns: [ConcernFacts] = []
    /// Items of reception in the order in which they came in.
    package private(set) var workItems: [WorkItemFacts] = []
    private var concernIndex: [RecordID: Int] = [:]
    private var workItemIndex: [RecordID: Int] = [:]
    /// The newest list of each sender and day: the entry that holds it.
    package private(set) var sentLists: [SentListKey: Int] = [:]
    /// Readings that had to be explained, in the order of their entries.
    package private(set) var readings: [ReadingFacts] = []
    private(set) var shelf: CaseShelf
    /// Conversations with other units.
    private(set) var referralShelf = ReferralShelf()
    /// The unit's own places, and what has happened to them, in order.
    package private(set) var places = UnitPlaces()
    private(set) var placeEvents: [PlaceEvent] = []
    /// Plans for places, in the order in which they were begun.
    package private(set) var plans: [KeptPlan] = []
    private var delivered: [RecordID: DeliveredFacts] = [:]
    /// How many reports nobody has opened.
    package private(set) var unopened = 0
    /// How many items of reception nobody has closed.
    package private(set) var openWorkItems = 0
    /// The last entry that is folded in.
    private(set) var sequence = 0

    /// Whose list, and of which day.
    package struct SentListKey: Hashable, Sendable {
        /// The sender.
        package let sender: ActorID
        /// The day that the list is about.
        package let day: CalendarDay
    }

    /// The state before the first entry.
    ///
    /// - Parameter keys: By what people are to be found; `nil` where nobody is going to search.
    package init(_ keys: SearchKeys? = nil) {
        shelf = CaseShelf(keys)
    }

    /// The state that a snapshot has kept.
    init(
        concerns: [ConcernFacts],
        workItems: [WorkItemFacts],
        sentLists: [SentListKey: Int],
        readings: [ReadingFacts],
        cases: [CaseFacts],
        index: SearchIndex,
        keys: SearchKeys?,
        referrals: [ReferralFacts],
        placeEvents: [PlaceEvent],
        plans: [KeptPlan],
        deliveries: [DeliveredFacts],
        upTo sequence: Int
    ) {
        self.sequence = sequence
        delivered = Dictionary(deliveries.map { ($0.subject, $0) }, uniquingKeysWith: { _, last in last })
        referralShelf = ReferralShelf(referrals)
        self.placeEvents = placeEvents
        for event in placeEvents { places.apply(event) }
        self.plans = plans
        self.readings = readings
        let positions = Dictionary(
            concerns.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        shelf = CaseShelf(cases, reports: concerns, index: index, keys: keys) { positions[$0].map { concerns[$0] } }
        self.concerns = concerns
        concernIndex = positions
        self.workItems = workItems
        self.sentLists = sentLists
        for (index, facts) in workItems.enumerated() { workItemIndex[facts.id] = index }
        unopened = concerns.count { $0.openedBy == nil }
        openWorkItems = workItems.count { !$0.isClosed }
    }

    /// The reports that the same message gave of other children; they came in side by side.
    package func siblings(of facts: ConcernFacts) -> [ConcernFacts] {
        guard let rawID = facts.rawID, let index = concernIndex[facts.id] else { return [] }
        let before = concerns[..<index].reversed().prefix { $0.rawID == rawID }
        let after = concerns[(index + 1)...].prefix { $0.rawID == rawID }
        return before.reversed() + after
    }

    /// The reports of the message whose first report is this entry, by the children's order; none where it is another
    /// kind of entry.
    func concerns(ofMessageAt sequence: Int) -> [ConcernFacts] {
        var (low, high) = (0, concerns.count)
        while low < high {
            let middle = (low + high) / 2
            if concerns[middle].sequence < sequence { low = middle + 1 } else { high = middle }
        }
        guard low < concerns.count, concerns[low].sequence == sequence else { return [] }
        let first = concerns[low]
        guard let rawID = first.rawID else { return [first] }
        return [first] + concerns[(low + 1)...].prefix(first.otherChildren).prefix { $0.rawID == rawID }
    }

    /// A report; `nil` where the unit has none of this id.
    package func concern(_ id: RecordID) -> ConcernFacts? { concernIndex[id].map { concerns[$0] } }

    /// An item of reception; `nil` where the unit has none of this id.
    package func workItem(_ id: RecordID) -> WorkItemFacts? { workItemIndex[id].map { workItems[$0] } }

    /// The cases in the order in which they were opened.
    package var cases: [StoredCase] { shelf.cases }

    /// A case; `nil` where the unit has none of this id.
    package func storedCase(_ id: RecordID) -> StoredCase? { shelf[id] }

    /// The conversations with other units, in the order in which they began here.
    package var referrals: [StoredReferral] { referralShelf.all }

    /// A conversation; `nil` where the unit has none of this id.
    package func referral(_ id: RecordID) -> StoredReferral? { referralShelf[id] }

    /// What others owe an answer to.
    var owedAnswers: [OwedAnswer] { referrals.flatMap { $0.owed(referral) } }

    /// The referrals of a case.
    package func referrals(ofCase id: RecordID) -> [StoredReferral] {
        referralShelf.linked(to: id).filter(\.isReferral)
    }

    /// The holds that were asked for with a referral in mind.
    package func holds(forReferral id: RecordID) -> [StoredReferral] {
        referralShelf.linked(to: id).filter { $0.facts.holdRequest != nil }
    }

    /// The case that a report belongs to, where it belongs to one.
    package func caseID(ofConcern id: RecordID) -> RecordID? { shelf.caseID(ofConcern: id) }

    /// Whether a report belongs to a case in which somebody has a conflict of interest: it is then barred like the case.
    package func bars(_ person: ActorID, fromConcern id: RecordID) -> Bool {
        caseID(ofConcern: id).flatMap(storedCase)?.facts.conflicts.contains(person) ?? false
    }

    /// The cases that a search key leads to.
    func cases(under key: SearchKey) -> Set<RecordID> { shelf.index.cases(under: key) }

    package func plan(_ id: RecordID) -> KeptPlan? { plans.first { $0.id == id } }

    /// The newest delivery of each case to the register, in the order of the journal.
    var deliveries: [DeliveredFacts] { delivered.values.sorted { $0.entry < $1.entry } }

    /// The newest delivery of a case, or of the reports of a child without one; `nil` where it was never delivered.
    func delivery(of subject: RecordID) -> DeliveredFacts? { delivered[subject] }

    /// An explained reading; `nil` where the unit has none of this id.
    package func reading(_ id: RecordID) -> ReadingFacts? { readings.last { $0.id == id } }

    /// Cases whose facts a correction has overtaken.
    var unresolved: Set<RecordID> { shelf.unresolved }

    /// Puts the facts of a case that were folded anew in the place of those before a correction.
    mutating func refold(_ id: RecordID, _ entries: [RecordedEvent]) {
        let concerns = (concerns, concernIndex)
        shelf.refold(id, entries.compactMap(\.caseEntry)) { id in concerns.1[id].map { concerns.0[$0] } }
    }

    /// Roughly how much memory it takes, in bytes, for the budget under which units are put away.
    var footprint: Int {
        concerns.count * (MemoryLayout<ConcernFacts>.stride + 32)
            + workItems.count * (MemoryLayout<WorkItemFacts>.stride + 32) + sentLists.count * 96
            + readings.count * (MemoryLayout<ReadingFacts>.stride + 32) + delivered.count * 160
            + referralShelf.footprint + placeEvents.count * MemoryLayout<PlaceEvent>.stride * 2
            + plans.reduce(0) { $0 + ($1.versions.count + $1.runs.count) * 256 }
            + cases.count * CaseShelf.footprint + shelf.index.count * MemoryLayout<SearchIndex.Line>.stride
    }

    /// Folds an opened entry; of a report and of a message, only what lists need is decoded.
    mutating func fold(_ entry: Envelope, _ content: EntryContent) throws {
        if let message = try UnitEventCodec.messageGist(kind: content.kind, content.body) {
            sequence = entry.sequence
            referralShelf.add(
                message.head,
                isOwn: message.isOwn,
                link: message.link,
                entry: entry.sequence,
                recordedAt: entry.recordedAt
            )
            return
        }
        guard let gist = try UnitEventCodec.gist(kind: content.kind, content.body) else {
            return apply(try RecordedEvent(entry, content))
        }
        sequence = entry.sequence
        add(
            ConcernFacts(
                gist,
                id: entry.stream,
                sequence: entry.sequence,
                on: content.occurredOn
            )
        )
    }

    private mutating func add(_ facts: ConcernFacts) {
        concernIndex[facts.id] = concerns.count
        concerns.append(facts)
        unopened += 1
    }

    /// Takes out what a stream held, as if its entries had never been readable: a cold fold passes over them.
    private mutating func forget(_ stream: RecordID) {
        if let index = concernIndex.removeValue(forKey: stream) {
            if concerns[index].openedBy == nil { unopened -= 1 }
            concerns.remove(at: index)
            for later in index..<concerns.count { concernIndex[concerns[later].id] = later }
        }
        if let index = workItemIndex.removeValue(forKey: stream) {
            if !workItems[index].isClosed { openWorkItems -= 1 }
            workItems.remove(at: index)
            for later in index..<workItems.count { workItemIndex[workItems[later].id] = later }
        }
        readings.removeAll { $0.id == stream || $0.caseID == stream }
        shelf.forget(stream)
        referralShelf.forget(stream)
        if stream == .places { (places, placeEvents) = (UnitPlaces(), []) }
        plans.removeAll { $0.id == stream }
        sentLists = sentLists.filter { .sentList(of: $0.key.sender, on: $0.key.day) != stream }
    }

    private mutating func refreshCase(of concern: ConcernFacts) {
        let concerns = (concerns, concernIndex)
        shelf.refresh(concern) { id in concerns.1[id].map { concerns.0[$0] } }
    }

    private mutating func apply(_ event: ReferralEvent, _ entry: RecordedEvent) {
        switch event {
        case .sent(let message, let link): add(message.head, isOwn: true, link: link, entry)
        case .received(let message): add(message.head, isOwn: false, link: nil, entry)
        case .assigned(let actor): referralShelf.change(entry.stream) { $0.assign(actor) }
        case .conflictDeclared(let actor, _): referralShelf.change(entry.stream) { $0.declareConflict(actor) }
        case .conflictLifted(let actor, _): referralShelf.change(entry.stream) { $0.liftConflict(actor) }
        case .erasureAsked: referralShelf.change(entry.stream) { $0.askErasure(entry.actor) }
        case .erased(let erasure):
            forget(entry.stream)
            referralShelf.put(ReferralFacts(erasure, of: entry))
        }
    }

    private mutating func add(_ head: MessageHead, isOwn: Bool, link: RecordID?, _ entry: RecordedEvent) {
        referralShelf.add(head, isOwn: isOwn, link: link, entry: entry.sequence, recordedAt: entry.recordedAt)
    }

    private mutating func apply(_ event: KeptPlanEvent, _ entry: RecordedEvent) {
        if let index = plans.firstIndex(where: { $0.id == entry.stream }) {
            plans[index].apply(event, entry.planPlace)
            return
        }
        var plan = KeptPlan(id: entry.stream)
        plan.apply(event, entry.planPlace)
        plans.append(plan)
    }

    private mutating func apply(_ event: ReadingEvent, _ entry: RecordedEvent) {
        switch event {
        case .explained(let reading):
            readings.append(
                ReadingFacts(
                    id: entry.stream,
                    caseID: reading.caseID,
                    reader: entry.actor,
                    ground: reading.ground,
                    at: entry.recordedAt,
                    entry: entry.sequence,
                    isReviewed: false
                )
            )
        case .reviewed:
            guard let index = readings.lastIndex(where: { $0.id == entry.stream }) else { return }
            readings[index].isReviewed = true
        }
    }

    /// Takes one more entry into account; entries come in the order of the journal.
    package mutating func apply(_ entry: RecordedEvent) {
        sequence = entry.sequence
        switch entry.event {
        case .concern(.received(let received)):
            add(
                ConcernFacts(
                    received.gist,
                    id: entry.stream,
                    sequence: entry.sequence,
                    on: entry.occurredOn
                )
            )
        case .concern(let event):
            guard let index = concernIndex[entry.stream] else { return }
            let wasOpened = concerns[index].openedBy != nil
            concerns[index].apply(
                event,
                by: entry.actor,
                at: entry.recordedAt,
                on: entry.occurredOn,
                entry: entry.sequence
            )
            if !wasOpened, concerns[index].openedBy != nil { unopened -= 1 }
            refreshCase(of: concerns[index])
        case .case(let event):
            let concerns = (concerns, concernIndex)
            shelf.apply(event, entry) { id in concerns.1[id].map { concerns.0[$0] } }
        case .reading(let event): apply(event, entry)
        case .referral(let event): apply(event, entry)
        case .place(let event):
            places.apply(event)
            placeEvents.append(event)
        case .plan(let event): apply(event, entry)
        case .delivered(let mark):
            delivered[mark.subject] = DeliveredFacts(
                subject: mark.subject,
                id: mark.id,
                entry: entry.sequence,
                isForgotten: mark.isForgotten
            )
        case .workItem(.raised(let item)):
            workItemIndex[entry.stream] = workItems.count
            workItems.append(
                WorkItemFacts(
                    item,
                    id: entry.stream,
                    sequence: entry.sequence,
                    on: entry.occurredOn
                )
            )
            openWorkItems += 1
        case .workItem(let event):
            guard let index = workItemIndex[entry.stream] else { return }
            let wasClosed = workItems[index].isClosed
            workItems[index].apply(event, by: entry.actor)
            if !wasClosed, workItems[index].isClosed { openWorkItems -= 1 }
        case .sentList(let list):
            sentLists[SentListKey(sender: list.sender, day: list.day)] = entry.sequence
        case .alsoKnown: break
        case .tombstone: forget(entry.stream)
        }
    }
}

/// An event with its place in the journal.
package struct RecordedEvent: Sendable {
    /// Its place in the unit's journal, from 1.
    package let sequence: Int
    /// What it is about.
    package let stream: RecordID
    /// Who did it.
    package let actor: ActorID
    /// When the store knew.
    package let recordedAt: Instant
    /// The day that the law counts from, in Oslo.
    package let occurredOn: CalendarDay
    /// What happened.
    package let event: UnitEvent

    package init(
        sequence: Int,
        stream: RecordID,
        actor: ActorID,
        recordedAt: Instant,
        occurredOn: CalendarDay,
        event: UnitEvent
    ) {
        self.sequence = sequence
        self.stream = stream
        self.actor = actor
        self.recordedAt = recordedAt
        self.occurredOn = occurredOn
        self.event = event
    }
}

extension RecordedEvent {
    /// Where a plan's event stands.
    var planPlace: KeptPlan.Place { KeptPlan.Place(entry: sequence, actor: actor, at: recordedAt, on: occurredOn) }
}
