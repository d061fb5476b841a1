package import Casework
import Journal
package import Law

/// A unit's folded state: facts and marks for its lists, no name and no free text.
package struct UnitState: Sendable {
    /// Changes whenever the fold or its snapshot form changes; an older snapshot is then not used.
    static let foldVersion = 4

    /// Reports in the order in which they came in.
    package private(set) var concerns: [ConcernFacts] = []
    package private(set) var workItems: [WorkItemFacts] = []
    private var concernIndex: [RecordID: Int] = [:]
    private var workItemIndex: [RecordID: Int] = [:]
    /// The newest list of each sender and day: the entry that holds it.
    package private(set) var sentLists: [SentListKey: Int] = [:]
    package private(set) var unopened = 0
    package private(set) var openWorkItems = 0
    /// The last entry that is folded in.
    private(set) var sequence = 0

    package struct SentListKey: Hashable, Sendable {
        package let sender: ActorID
        package let day: CalendarDay
    }

    /// The state before the first entry.
    package init() {}

    /// The state that a snapshot has kept.
    init(concerns: [ConcernFacts], workItems: [WorkItemFacts], sentLists: [SentListKey: Int], upTo sequence: Int) {
        self.sequence = sequence
        self.concerns = concerns
        self.workItems = workItems
        self.sentLists = sentLists
        for (index, facts) in concerns.enumerated() { concernIndex[facts.id] = index }
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

    package func concern(_ id: RecordID) -> ConcernFacts? { concernIndex[id].map { concerns[$0] } }

    package func workItem(_ id: RecordID) -> WorkItemFacts? { workItemIndex[id].map { workItems[$0] } }

    /// Roughly how much memory it takes, in bytes, for the budget under which units are put away.
    var footprint: Int {
        concerns.count * (MemoryLayout<ConcernFacts>.stride + 32)
            + workItems.count * (MemoryLayout<WorkItemFacts>.stride + 32) + sentLists.count * 96
    }

    /// What the fold needs of an opened entry; of a report, only what the list needs is decoded.
    enum Step: Sendable {
        case report(ConcernFacts)
        case event(RecordedEvent)

        /// Adds the step of an entry to those before it.
        @Sendable static func add(_ steps: inout [Step], _ entry: Envelope, _ content: EntryContent) throws {
            guard let gist = try UnitEventCodec.gist(kind: content.kind, content.body) else {
                return steps.append(.event(try RecordedEvent(entry, content)))
            }
            let facts = ConcernFacts(gist, id: entry.stream, sequence: entry.sequence, on: content.occurredOn)
            steps.append(.report(facts))
        }
    }

    mutating func fold(_ step: Step) {
        switch step {
        case .report(let facts):
            sequence = facts.sequence
            add(facts)
        case .event(let event): apply(event)
        }
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
        sentLists = sentLists.filter { .sentList(of: $0.key.sender, on: $0.key.day) != stream }
    }

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
    package let sequence: Int
    package let stream: RecordID
    package let actor: ActorID
    package let recordedAt: Instant
    /// The day that the law counts from, in Oslo.
    package let occurredOn: CalendarDay
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
