package import Law

/// Tells others of a case: makes a ``Case`` of its journal.
///
/// What the journal does not hold is left out, never guessed: the check of the delivery then says what is missing.
package struct CaseTelling: Sendable {
    /// The law that tells when a decision has lapsed.
    let law: Lawbook
    /// The day as of which it is told.
    let today: CalendarDay
    /// A lasting id for what a text names, the same whenever it is asked for.
    let identify: @Sendable (String) -> ThingID

    package init(law: Lawbook, today: CalendarDay, identify: @escaping @Sendable (String) -> ThingID) {
        self.law = law
        self.today = today
        self.identify = identify
    }

    /// The case as others are told of it.
    package func tell(_ journal: JournaledCase) -> Case {
        let facts = journal.facts
        let reports = journal.reports.filter { !$0.isLeftOut }
        // A report comes before the case that is opened for it; the register wants nothing before its case.
        let start = reports.map(\.facts.receivedOn).min().map { min($0, facts.openedOn) } ?? facts.openedOn
        let end = end(of: facts, reports)
        var told = Case(
            id: id(.theCase, facts.id),
            start: start,
            end: end,
            journal: "\(facts.openedOn.year)-\(facts.sequence)",
            isClosed: end != nil
        )
        told.caseworker = journal.caseworker
        told.people = people(journal, from: start)
        told.concerns = reports.map(concern) + facts.investigations.compactMap { ownReport($0, journal) }
        told.investigations = facts.investigations.map { investigation($0, journal) }
        told.plans = facts.plans.map { plan($0, in: facts) }
        told.measures = facts.measures.compactMap { measure($0, journal) }
        told.decisions = decisions(facts)
        told.aftercare = aftercare(journal)
        told.tribunal = facts.decisions.compactMap(tribunal)
        told.relocations = facts.measures.compactMap { relocation($0, journal) }
        told.relations = relations(facts, reports)
        return told
    }

    /// A child who was only reported, as others are told of it: a case of the reports alone.
    ///
    /// - Parameters:
    ///   - all: All of one child, oldest first; the first gives the case its id, told or not.
    ///   - number: The child's, where anybody knows it.
    /// - Returns: `nil` where nothing of it is told.
    package func tell(reports all: [JournaledCase.Report], number: PersonNumber?) -> Case? {
        let reports = all.filter { !$0.isLeftOut }
        guard let first = all.first, let start = reports.map(\.facts.receivedOn).min() else { return nil }
        let ends = reports.map { $0.facts.review?.at.on }
        let end = ends.contains(nil) ? nil : ends.compactMap(\.self).max()
        var told = Case(
            id: id(.theCase, first.facts.id),
            start: start,
            end: end,
            journal: "\(first.facts.receivedOn.year)-\(first.facts.sequence)",
            isClosed: end != nil
        )
        var name = PersonalName(isUnborn: false)
        if let number { name.take(number) }
        told.people = name.stated(as: id(.person(0), first.facts.id), from: start, today: today).map { [$0] } ?? []
        told.concerns = reports.map(concern)
        return told
    }

    /// What takes back a case that was told of a child's reports alone (`ErSlettet`), since they belong to another by now.
    package func forgotten(_ first: ConcernFacts) -> Case {
        Case(
            id: id(.theCase, first.id),
            start: first.receivedOn,
            journal: "\(first.receivedOn.year)-\(first.sequence)",
            isDeleted: true
        )
    }

    /// The last day: of the case, of a report that came and was shelved after it, or of an offer of aftercare, which may
    /// come and be answered when the case is closed.
    private func end(of facts: CaseFacts, _ reports: [JournaledCase.Report]) -> CalendarDay? {
        guard let closedOn = facts.closedOn else { return nil }
        let later = reports.filter { $0.facts.receivedOn > closedOn }.map { $0.facts.review?.at.on }
        guard !later.contains(nil) else { return nil }
        return (later.compactMap(\.self) + facts.aftercare.map(\.at.on)).reduce(closedOn, max)
    }

    // MARK: Ids

    /// What a thing is called, together with the record that it belongs to.
    enum Thing: Sendable {
        case theCase, concern, investigation, plan, measure, decision, tribunal, claim, relocation, visit
        /// By the entry that first told the name.
        case person(Int)
        /// Of an investigation of the service's own accord.
        case ownReport
        case status(String)
        case aftercare(Int)
        /// Of visits, by kind and number.
        case frequency(String, Int)
        case responsible

        var name: String {
            switch self {
            case .theCase: "case"
            case .person(let number): "person/\(number)"
            case .ownReport: "own-report"
            case .status(let code): "status/\(code)"
            case .aftercare(let number): "aftercare/\(number)"
            case .frequency(let kind, let number): "frequency/\(kind)/\(number)"
            default: "\(self)"
            }
        }
    }

    func id(_ thing: Thing, _ record: RecordID) -> ThingID { identify("\(thing.name)/\(record)") }
}

extension CaseTelling {
    /// The id under which others know a report.
    package func id(ofReport report: RecordID) -> ThingID { id(.concern, report) }
}
