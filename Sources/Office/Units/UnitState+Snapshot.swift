import Casework
package import Law

/// A unit's folded state and how far each stream has come, so that a unit opens without reading its whole journal.
///
/// A shortcut, never a truth: whatever is not exactly this version is refused, and the journal is read instead.
package struct UnitSnapshot: Sendable {
    /// The folded state.
    package let state: UnitState
    /// How far each stream has come.
    package let versions: [RecordID: Int]

    package init(state: UnitState, versions: [RecordID: Int]) {
        self.state = state
        self.versions = versions
    }

    /// The same state always gives the same bytes.
    package var bytes: [UInt8] {
        var writer = ByteWriter(
            capacity: 64 + state.concerns.count * 112 + state.workItems.count * 96 + versions.count * 18
        )
        writer.write(list: state.concerns) { $0.write($1) }
        writer.write(list: state.workItems) { $0.write($1) }
        write(cases: state, to: &writer)
        writer.write(list: state.referrals) { $0.write($1.facts) }
        writer.write(list: state.placeEvents) { $0.write($1) }
        writer.write(list: state.plans) { $0.write($1) }
        writer.write(list: state.deliveries) { $0.write($1) }
        let lists = state.sentLists.sorted { $0.value < $1.value }
        writer.write(list: lists) { writer, list in
            writer.write(list.key.sender.description)
            writer.write(list.key.day)
            writer.write(list.value)
        }
        writer.write(list: versions.sorted { $0.key < $1.key }) { writer, stream in
            writer.write(stream.key)
            writer.write(stream.value)
        }
        return writer.bytes
    }

    private func write(cases state: UnitState, to writer: inout ByteWriter) {
        writer.write(list: state.readings) { $0.write($1) }
        writer.write(list: state.cases) { $0.write($1.facts) }
        writer.write(list: state.shelf.index.lines) { writer, line in
            writer.write(line.key.value)
            writer.write(line.caseID)
        }
    }

    /// Reads what ``bytes`` writes, of a state with all entries up to `sequence`.
    ///
    /// - Throws: ``CodecError`` for anything else.
    package init(bytes: [UInt8], upTo sequence: Int, keys: SearchKeys? = nil) throws(CodecError) {
        var reader = ByteReader(bytes)
        let concerns = try reader.list { reader throws(CodecError) in try reader.concernFacts() }
        let workItems = try reader.list { reader throws(CodecError) in try reader.workItemFacts() }
        let readings = try reader.list { reader throws(CodecError) in try reader.readingFacts() }
        let cases = try reader.list { reader throws(CodecError) in try reader.caseFacts() }
        let lines = try reader.list { reader throws(CodecError) in
            SearchIndex.Line(key: SearchKey(value: try reader.unsigned()), caseID: try reader.recordID())
        }
        let referrals = try reader.list { reader throws(CodecError) in try reader.referralFacts() }
        let placeEvents = try reader.list { reader throws(CodecError) in try reader.placeEvent() }
        let plans = try reader.list { reader throws(CodecError) in try reader.keptPlan() }
        let deliveries = try reader.list { reader throws(CodecError) in try reader.deliveredFacts() }
        let lists = try reader.list { reader throws(CodecError) in
            let key = UnitState.SentListKey(sender: try reader.actor(), day: try reader.day())
            return (key, try reader.integer())
        }
        let streams = try reader.list { reader throws(CodecError) in
            (try reader.recordID(), try reader.integer())
        }
        try reader.finish()
        versions = Dictionary(streams, uniquingKeysWith: { _, last in last })
        state = UnitState(
            concerns: concerns,
            workItems: workItems,
            sentLists: Dictionary(lists, uniquingKeysWith: { _, last in last }),
            readings: readings,
            cases: cases,
            index: SearchIndex(sorted: lines),
            keys: keys,
            referrals: referrals,
            placeEvents: placeEvents,
            plans: plans,
            deliveries: deliveries,
            upTo: sequence
        )
    }
}

extension ByteWriter {
    fileprivate mutating func write(_ facts: ConcernFacts) {
        write(facts.id)
        write(facts.sequence)
        write(facts.receivedAt)
        write(facts.receivedOn)
        write(optional: facts.sentAt) { $0.write($1) }
        write(facts.isPublic)
        write(facts.isTypedIn)
        write(facts.municipality)
        write(facts.otherChildren)
        write(optional: facts.rawID) { $0.write($1) }
        write(byte: facts.identity.code)
        write(facts.isUrgent)
        write(optional: facts.openedBy?.description)
        write(optional: facts.openedAt) { $0.write($1) }
        write(optional: facts.review) { $0.write($1) }
        write(list: facts.answers) { $0.write($1) }
        write(optional: facts.codedAt) { $0.write($1) }
    }

    private mutating func write(_ facts: ReviewFacts) {
        write(code: facts.outcome)
        write(optional: facts.caseID) { $0.write($1) }
        write(facts.isPlainlyGroundless)
        write(facts.isAtOnce)
        write(facts.at)
    }

    private mutating func write(_ facts: AnswerFacts) {
        write(code: facts.answer)
        write(optional: facts.omission) { $0.write(code: $1) }
        write(facts.at)
    }

    fileprivate mutating func write(_ facts: ReadingFacts) {
        write(facts.id)
        write(facts.caseID)
        write(facts.reader)
        write(code: facts.ground)
        write(facts.at)
        write(facts.entry)
        write(facts.isReviewed)
    }

    fileprivate mutating func write(_ facts: WorkItemFacts) {
        write(facts.id)
        write(facts.sequence)
        write(facts.receivedAt)
        write(facts.receivedOn)
        write(byte: facts.problem.rawValue)
        write(facts.sender.description)
        write(facts.rawID)
        write(optional: facts.owner?.description)
        write(facts.isClosed)
    }
}

extension ByteReader {
    fileprivate mutating func concernFacts() throws(CodecError) -> ConcernFacts {
        ConcernFacts(
            id: try recordID(),
            sequence: try integer(),
            receivedAt: try instant(),
            receivedOn: try day(),
            sentAt: try optional { reader throws(CodecError) in try reader.instant() },
            isPublic: try bool(),
            isTypedIn: try bool(),
            municipality: try text(),
            otherChildren: try integer(),
            rawID: try optional { reader throws(CodecError) in try reader.recordID() },
            identity: try identity(),
            isUrgent: try bool(),
            openedBy: try optional { reader throws(CodecError) in try reader.actor() },
            openedAt: try optional { reader throws(CodecError) in try reader.instant() },
            review: try optional { reader throws(CodecError) in try reader.reviewFacts() },
            answers: try list { reader throws(CodecError) in try reader.answerFacts() },
            codedAt: try optional { reader throws(CodecError) in try reader.dated() }
        )
    }

    private mutating func reviewFacts() throws(CodecError) -> ReviewFacts {
        ReviewFacts(
            outcome: try code(),
            caseID: try optional { reader throws(CodecError) in try reader.recordID() },
            isPlainlyGroundless: try bool(),
            isAtOnce: try bool(),
            at: try dated()
        )
    }

    private mutating func answerFacts() throws(CodecError) -> AnswerFacts {
        AnswerFacts(
            answer: try code(),
            omission: try optional { reader throws(CodecError) in try reader.code() },
            at: try dated()
        )
    }

    private mutating func identity() throws(CodecError) -> ConcernFacts.Identity {
        let code = try byte()
        guard let identity = ConcernFacts.Identity(code: code) else { throw .unknownTag(code) }
        return identity
    }

    fileprivate mutating func readingFacts() throws(CodecError) -> ReadingFacts {
        ReadingFacts(
            id: try recordID(),
            caseID: try recordID(),
            reader: try actor(),
            ground: try code(),
            at: try instant(),
            entry: try integer(),
            isReviewed: try bool()
        )
    }

    fileprivate mutating func workItemFacts() throws(CodecError) -> WorkItemFacts {
        WorkItemFacts(
            id: try recordID(),
            sequence: try integer(),
            receivedAt: try instant(),
            receivedOn: try day(),
            problem: try problem(),
            sender: try actor(),
            rawID: try recordID(),
            owner: try optional { reader throws(CodecError) in try reader.actor() },
            isClosed: try bool()
        )
    }

    private mutating func problem() throws(CodecError) -> WorkItem.Problem {
        guard let problem = WorkItem.Problem(rawValue: try byte()) else { throw .noSuchValue }
        return problem
    }
}

extension ConcernFacts.Identity {
    fileprivate var code: UInt8 {
        switch self {
        case .numbered: 0
        case .missing: 1
        case .unborn: 2
        case .matched: 3
        case .notFound: 4
        }
    }

    fileprivate init?(code: UInt8) {
        switch code {
        case 0: self = .numbered
        case 1: self = .missing
        case 2: self = .unborn
        case 3: self = .matched
        case 4: self = .notFound
        default: return nil
        }
    }
}

extension WorkItemFacts {
    fileprivate init(
        id: RecordID,
        sequence: Int,
        receivedAt: Instant,
        receivedOn: CalendarDay,
        problem: WorkItem.Problem,
        sender: ActorID,
        rawID: RecordID,
        owner: ActorID?,
        isClosed: Bool
    ) {
        self.id = id
        self.sequence = sequence
        self.receivedAt = receivedAt
        self.receivedOn = receivedOn
        self.problem = problem
        self.sender = sender
        self.rawID = rawID
        self.owner = owner
        self.isClosed = isClosed
    }
}
