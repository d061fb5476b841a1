import Casework
import Law

/// A child's case as a service tells others of it.
struct ToldCase: Sendable {
    /// Four digits.
    let municipality: String
    /// The case as others are told of it; `nil` where nothing of it is told.
    let told: Case?
    /// The reports in it, by the ids under which others know them.
    let reports: [ThingID: RecordID]
}

extension Case {
    /// The case as the register takes it: without a child that only the immigration authorities have a number of.
    var forRegister: Case {
        var told = self
        told.people.removeAll(where: \.number.digits.isEmpty)
        return told
    }
}

/// What is known of a case without opening it: by this it is seen whether it has changed since it was last read.
enum CaseInHand: Sendable {
    /// A case with the reports that came of the same child and were shelved.
    case opened(StoredCase, shelved: [ConcernFacts])
    /// The reports of a child without a case, oldest first.
    case reported([ConcernFacts])

    /// The case, or the first report; the stream of its deliveries is named by it.
    var subject: RecordID {
        switch self {
        case .opened(let stored, _): stored.facts.id
        case .reported(let reports): reports[0].id
        }
    }

    /// What the access log must name before it is opened.
    var streams: [RecordID] {
        switch self {
        case .opened(let stored, let shelved): [stored.facts.id] + (stored.concerns + shelved).map(\.id)
        case .reported(let reports): reports.map(\.id)
        }
    }

    /// Whether nothing has happened to it since the other was read.
    func isSame(as other: CaseInHand) -> Bool {
        switch (self, other) {
        // A stored case is replaced by another whatever happens to it or to one of its reports.
        case (.opened(let one, let ones), .opened(let other, let others)): one === other && ones == others
        case (.reported(let one), .reported(let other)): one == other
        default: false
        }
    }
}

/// Opens a service's cases and reports to tell others of them, under a grant that names them.
struct CaseTeller {
    let unit: Unit
    let telling: CaseTelling
    let people: People

    init(unit: Unit, law: Lawbook, today: CalendarDay, people: People) {
        self.unit = unit
        self.people = people
        let id = unit.id
        telling = CaseTelling(law: law, today: today) { .lasting($0, in: id) }
    }

    /// Opens a case and tells of it, as it is, or as it was on a day.
    ///
    /// - Throws: ``Absent`` where the grant does not name one of its streams; any other error where it cannot be read.
    func tell(_ hand: CaseInHand, asOf day: CalendarDay? = nil, under grant: Grant) throws -> ToldCase {
        switch hand {
        case .opened(let stored, let shelved):
            let reports = try (stored.concerns + shelved).map { try report($0, under: grant) }
            let journal = JournaledCase(
                facts: stored.facts,
                entries: try standing(stored, under: grant),
                reports: reports.sorted {
                    ($0.facts.receivedOn, $0.facts.sequence) < ($1.facts.receivedOn, $1.facts.sequence)
                },
                caseworker: stored.facts.responsible.map { people.name(of: $0) }
            )
            let known = day.map(journal.asOf) ?? journal
            return told(stored.facts.municipality, known.map(telling.tell), reports)
        case .reported(let facts):
            let reports = try facts.map { try report($0, under: grant) }
            let number = try facts.compactMap { try self.number(of: $0, under: grant) }.first
            let known = day.map { day in reports.compactMap { $0.asOf(day) } } ?? reports
            return told(facts[0].municipality, telling.tell(reports: known, number: number), reports)
        }
    }

    /// A case's entries as they count after corrections.
    func standing(_ stored: StoredCase, under grant: Grant) throws -> [StandingEntry] {
        CaseEntry.standing(try unit.events(of: stored.facts.id, under: grant).compactMap(\.caseEntry))
    }

    /// The child's number as a report has it, or as somebody has found it since.
    func number(of concern: ConcernFacts, under grant: Grant) throws -> PersonNumber? {
        guard [.numbered, .matched].contains(concern.identity) else { return nil }
        var number: PersonNumber?
        for event in try unit.events(of: concern.id, under: grant) {
            switch event.event {
            case .concern(.received(let received)): number = received.concern.child.number ?? number
            case .concern(.childMatched(let found)): number = found
            default: break
            }
        }
        return number
    }

    private func told(_ municipality: String, _ told: Case?, _ reports: [JournaledCase.Report]) -> ToldCase {
        ToldCase(
            municipality: municipality,
            told: told,
            reports: Dictionary(
                reports.map { (telling.id(ofReport: $0.facts.id), $0.facts.id) },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    private func report(_ facts: ConcernFacts, under grant: Grant) throws -> JournaledCase.Report {
        var report = JournaledCase.Report(facts: facts, review: nil, codes: nil)
        guard facts.review != nil || facts.codedAt != nil else { return report }
        for event in try unit.events(of: facts.id, under: grant) {
            switch event.event {
            case .concern(.reviewed(let review)): report.review = review
            case .concern(.coded(let codes)): report.codes = codes
            default: break
            }
        }
        return report
    }
}
