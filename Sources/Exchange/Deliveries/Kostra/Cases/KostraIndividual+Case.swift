package import Casework
import Law

extension KostraIndividual {
    /// What a municipality reports of a case for a year, or nothing where it has nothing to report.
    ///
    /// The case must have been open on some day of the year, with a concern, plan or measure that belongs to it. The
    /// report is written as on 31 December: what comes later does not exist, and what ended later has not ended yet.
    /// Things that are deleted are left out, and decisions, aftercare, visits, deadlines and participation have no place.
    ///
    /// - Measures and investigations: those that are there on some day of the year.
    /// - Concerns: those received in the year, not concluded before it, or with an investigation in it.
    /// - Plans: those in force or evaluated in the year. Relocations: those of the year.
    /// - An investigation stands in the concern that a relation ties it to; where there is none, in one of its own, received
    ///   and concluded (2) on the day the investigation began, without reporter and content: nothing is made up.
    ///
    /// Codes that KOSTRA does not have are told by those it has, and texts, ids and journal are cut to what it takes.
    ///
    /// - Parameters:
    ///   - all: The case.
    ///   - year: The reporting year; outside 1 to 9999 the nearest of these.
    package init?(_ all: Case, year: Int) {
        let year = KostraYear(year)
        guard !all.isDeleted, year.sees(all.start, all.end) else { return nil }
        let selection = KostraSelection(all, year)
        var ids = KostraIDs()
        let concerns = selection.concerns(&ids)
        let plans = selection.plans(&ids)
        let measures = selection.measures(&ids)
        guard !concerns.isEmpty || !plans.isEmpty || !measures.isEmpty else { return nil }
        let person = selection.person
        let end = year.known(all.end)
        self.init(
            id: KostraIDs.short(all.id, all.migratedID, KostraIDs.longest),
            start: all.start,
            end: end,
            journal: KostraIDs.short(all.journal, 20),
            birthNumber: person?.number.digits.isEmpty == false ? person?.number : nil,
            dufNumber: person?.dufNumber,
            districtNumber: all.district?.number,
            districtName: all.district?.name?.cut(toUnits: 250),
            caseworker: all.caseworker?.cut(toUnits: 50) ?? Self.unknownCaseworker,
            isClosed: end != nil && all.isClosed ?? true,
            concerns: concerns,
            plans: plans,
            measures: measures,
            relocations: selection.relocations(&ids)
        )
    }

    /// What stands for a caseworker whom the case does not name; the form demands one.
    private static let unknownCaseworker = "Ukjent"
}

/// What of a case belongs into the report of a year.
private struct KostraSelection {
    private let all: Case
    private let year: KostraYear
    private let gone: Set<ThingKey>

    init(_ all: Case, _ year: KostraYear) {
        self.all = all
        self.year = year
        gone = Set(all.deletions.map { ThingKey($0.type, $0.id) })
    }

    private func isHere(_ kind: ThingKind, _ id: ThingID, _ isDeleted: Bool) -> Bool {
        !isDeleted && !gone.contains(ThingKey(kind, id))
    }

    /// Who the child is on the last day of the year; where that is said of later days alone, the first of these.
    var person: Case.Person? {
        let people = all.people.filter { isHere(.person, $0.id, $0.isDeleted) }
        let known = people.filter { $0.start <= year.last }
        let last = known.map(\.start).max()
        return known.last { $0.start == last } ?? people.min { $0.start < $1.start }
    }

    // MARK: Concerns and investigations

    func concerns(_ ids: inout KostraIDs) -> [KostraIndividual.Concern] {
        let concerns = all.concerns.filter { isHere(.concern, $0.id, $0.isDeleted) }
        let investigations = all.investigations.filter { investigation in
            isHere(.investigation, investigation.id, investigation.isDeleted)
                && year.sees(investigation.start, investigation.conclusion?.end)
        }
        let homes = homes(of: investigations, in: concerns)
        var result: [KostraIndividual.Concern] = []
        for (place, concern) in concerns.enumerated() {
            let investigation = homes.firstIndex(of: place).map { investigations[$0] }
            let conclusion = concern.conclusion.flatMap { $0.isDeleted ? nil : $0 }
            guard investigation != nil || year.sees(concern.start, conclusion?.end) else { continue }
            let end = year.known(conclusion?.end)
            result.append(
                KostraIndividual.Concern(
                    id: ids.id(.concern, concern.id, concern.migratedID),
                    start: concern.start,
                    end: end,
                    conclusion: end.flatMap { _ in conclusion.flatMap { KostraCodes.concernConclusion($0.code) } },
                    reporters: concern.reporters.map(KostraCodes.same),
                    contents: KostraCodes.contents(concern.contents),
                    investigation: investigation.map { told($0, &ids) }
                )
            )
        }
        for (investigation, home) in zip(investigations, homes) where home == nil {
            let told = told(investigation, &ids)
            result.append(
                KostraIndividual.Concern(
                    id: ids.id(.concern, ThingID("m-\(told.id)"), nil),
                    start: investigation.start,
                    end: investigation.start,
                    conclusion: "2",
                    investigation: told
                )
            )
        }
        return result
    }

    /// The concern that each investigation stands in, by place.
    ///
    /// Of several the first that led to an investigation (conclusion 2), else the first; a concern has room for one.
    private func homes(of investigations: [Case.Investigation], in concerns: [Case.Concern]) -> [Int?] {
        var byID: [ThingID: Int] = [:]
        var byMigratedID: [String: Int] = [:]
        for (place, concern) in concerns.enumerated() {
            byID[concern.id] = byID[concern.id] ?? place
            if let migratedID = concern.migratedID { byMigratedID[migratedID] = byMigratedID[migratedID] ?? place }
        }
        var related: [ThingID: [Int]] = [:]
        for relation in all.relations
        where relation.fromType == .concern && relation.toType == .investigation
            && isHere(.relation, relation.id, relation.isDeleted)
        {
            guard let place = byID[ThingID(relation.from)] ?? byMigratedID[relation.from] else { continue }
            related[relation.to, default: []].append(place)
        }
        var taken: Set<Int> = []
        return investigations.map { investigation in
            let free = (related[investigation.id] ?? []).filter { !taken.contains($0) }
            let home = free.first { concerns[$0].conclusion?.code == "2" } ?? free.first
            if let home { taken.insert(home) }
            return home
        }
    }

    private func told(_ investigation: Case.Investigation, _ ids: inout KostraIDs) -> KostraIndividual.Investigation {
        let conclusion = investigation.conclusion.flatMap { $0.isDeleted || $0.end > year.last ? nil : $0 }
        let told = conclusion.map(KostraCodes.investigationConclusion)
        // The grounds are those of the decision that concludes it.
        let hasGrounds = conclusion != nil || investigation.conclusion == nil
        return KostraIndividual.Investigation(
            id: ids.id(.investigation, investigation.id, investigation.migratedID),
            start: investigation.start,
            end: conclusion?.end,
            conclusion: told?.code,
            specification: told?.specification,
            grounds: hasGrounds ? KostraCodes.contents(investigation.grounds) : []
        )
    }

    // MARK: Plans, measures, relocations

    func plans(_ ids: inout KostraIDs) -> [KostraIndividual.Plan] {
        all.plans.compactMap { plan in
            let isOfYear = year.sees(plan.start, plan.end) || plan.evaluations.contains(where: year.contains)
            guard isHere(.plan, plan.id, plan.isDeleted), isOfYear, plan.start <= year.last else { return nil }
            return KostraIndividual.Plan(
                id: ids.id(.plan, plan.id, plan.migratedID),
                start: plan.start,
                end: year.known(plan.end),
                evaluated: plan.evaluations.filter { $0 <= year.last }.max(),
                kind: plan.kind
            )
        }
    }

    func measures(_ ids: inout KostraIDs) -> [KostraIndividual.Measure] {
        all.measures.compactMap { measure in
            guard isHere(.measure, measure.id, measure.isDeleted), year.sees(measure.start, measure.end) else {
                return nil
            }
            let end = year.known(measure.end)
            // Why it was repealed is known when it ends.
            let isKnown = end == measure.end
            let (basis, references) = KostraCodes.bases(of: measure)
            return KostraIndividual.Measure(
                id: ids.id(.measure, measure.id, measure.migratedID),
                start: measure.start,
                end: end,
                basis: basis,
                references: references,
                category: KostraCodes.category(measure.category),
                grounds: KostraCodes.contents(measure.grounds),
                repeal: isKnown ? measure.repeal.map(KostraCodes.same) : nil
            )
        }
    }

    func relocations(_ ids: inout KostraIDs) -> [KostraIndividual.Relocation] {
        all.relocations.compactMap { relocation in
            guard isHere(.relocation, relocation.id, relocation.isDeleted), year.contains(relocation.end) else {
                return nil
            }
            return KostraIndividual.Relocation(
                id: ids.id(.relocation, relocation.id, relocation.migratedID),
                end: relocation.end,
                reason: KostraCodes.ofRelocation(relocation.reason),
                destination: KostraCodes.ofRelocation(relocation.destination)
            )
        }
    }
}
