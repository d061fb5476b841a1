import Casework
import Exchange
import Law

/// What a form can refer to in a case: everything by id, with words that tell one from the other.
struct CaseReferences: Sendable {
    /// One thing to refer to.
    struct Target: Sendable {
        let id: RecordID
        let label: String
        /// Whether there is still something to do with it; what is over is offered only where it is chosen already.
        let isOpen: Bool
    }

    /// Everybody who works in the service, as `person:` and the account's name, and their names.
    var workers: [(value: String, label: String)] = []
    private var targets: [CommandField.Reference: [Target]] = [:]

    /// Nothing to refer to, for a case that is not there yet.
    init() {}

    /// - Parameters:
    ///   - facts: The case.
    ///   - names: The names of the people of the case.
    ///   - concerns: The reports of the case, with words for each.
    ///   - phrases: The language, and how days are written.
    init(_ facts: CaseFacts, names: [RecordID: String], concerns: [Target], _ phrases: PagePhrases) {
        let catalog = phrases.catalog
        func words(_ list: String, _ code: some Any) -> String { catalog.text("code.\(list).\(code)") }
        func day(_ dated: Dated) -> String { phrases.day(dated.on) }
        targets[.concern] = concerns
        targets[.person] = facts.people.map { Target(id: $0.id, label: names[$0.id] ?? "", isOpen: true) }
        targets[.investigation] = facts.investigations.map {
            Target(id: $0.start.id, label: day($0.started), isOpen: $0.concluded == nil)
        }
        targets[.anyInvestigation] = facts.investigations.map { one in
            let outcome = one.concluded.map { ": " + words("investigation-outcome", $0.outcome) }
            return Target(id: one.id, label: day(one.started) + (outcome ?? ""), isOpen: true)
        }
        targets[.hearing] = facts.hearings.map {
            let way = $0.way.map { words("hearing-way", $0) } ?? $0.obstacle.map { words("hearing-obstacle", $0) }
            return Target(id: $0.id, label: "\(day($0.at)): \(way ?? "")", isOpen: true)
        }
        targets[.decision] = facts.decisions.map {
            Target(id: $0.id, label: "\(words("decision-kind", $0.kind)), \(day($0.made))", isOpen: $0.ended == nil)
        }
        targets[.complaint] = facts.complaints.map {
            Target(id: $0.id, label: day($0.received), isOpen: $0.forwarded == nil)
        }
        targets[.demand] = facts.demands.map { Target(id: $0.id, label: day($0.received), isOpen: $0.sent == nil) }
        let measures = facts.measures.map { measure in
            let label = "\(words("measure-category", measure.category)), \(day(measure.started))"
            return Target(id: measure.id, label: label, isOpen: measure.ended == nil)
        }
        targets[.measure] = measures
        targets[.placement] = zip(facts.measures, measures).filter { $0.0.placement != nil }.map(\.1)
        targets[.plan] = facts.plans.map {
            Target(id: $0.id, label: "\(words("plan-kind", $0.kind)), \(day($0.made))", isOpen: $0.ended == nil)
        }
        targets[.seriousEvent] = facts.seriousEvents.map {
            Target(id: $0.id, label: day($0.happened), isOpen: $0.governorInformed == nil)
        }
        targets[.move] = facts.moves.map { Target(id: $0.id, label: day($0.moved), isOpen: $0.notified == nil) }
        targets[.plannedVisit] = facts.measures.flatMap { $0.placement?.planned ?? [] }.map {
            Target(id: $0.id, label: "\(words("visit-kind", $0.kind)), \(phrases.day($0.plannedFor))", isOpen: true)
        }
    }

    /// What a field offers: everything that is open, and whatever it holds already.
    func choices(_ kind: CommandField.Reference, holding held: [String]) -> [(value: String, label: String)] {
        targets[kind, default: []].filter { $0.isOpen || held.contains("\($0.id)") }.map { ("\($0.id)", $0.label) }
    }

    /// The one thing that a field can mean, where there is just one.
    func only(_ kind: CommandField.Reference) -> RecordID? {
        let open = targets[kind, default: []].filter(\.isOpen)
        return open.count == 1 ? open[0].id : nil
    }

    /// Offers what does not stand in the case's own facts, such as other cases of the same child.
    mutating func offer(_ kind: CommandField.Reference, _ offered: [Target]) { targets[kind] = offered }

    /// Offers one thing more, where it is not offered already.
    mutating func offer(_ kind: CommandField.Reference, besides target: Target) {
        if !targets[kind, default: []].contains(where: { $0.id == target.id }) {
            targets[kind, default: []].append(target)
        }
    }
}

extension CommandForm {
    /// What a new form is filled in with: today, and whatever can be meant in one way only.
    ///
    /// - Parameters:
    ///   - references: What there is in the case.
    ///   - today: The day that is proposed.
    ///   - given: What a link has chosen, by field; codes and ids only.
    /// - Returns: The values of the first page.
    func opening(_ references: CaseReferences, today: CalendarDay, given: (String) -> String?) -> CommandValues {
        var values = CommandValues()
        values.set("on", "\(today)")
        for field in fields {
            switch field.kind {
            case .reference(let target):
                let only = field.need == .required ? references.only(target).map { "\($0)" } : nil
                values.set(field.name, given(field.name) ?? only)
            case .code(let list):
                if let code = given(field.name), list.codes.contains(code) { values.set(field.name, code) }
            default: break
            }
        }
        return values
    }
}
