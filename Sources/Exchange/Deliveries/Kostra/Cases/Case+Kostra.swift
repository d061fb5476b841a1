package import Casework
import Law

extension Case {
    /// A case as far as KOSTRA tells it.
    ///
    /// Ids stay as they are, and are the `MigrertId` too. Where KOSTRA has no id, of who the child is and of the relation
    /// from a concern to its investigation, one is made of an id that is there; where an id comes twice, the later thing
    /// gets a number.
    ///
    /// KOSTRA does not tell of decisions and what led to them, of the tribunal, aftercare, visits, how often there must be
    /// any, more time, how the child took part, earlier evaluations, nor who the child was before. What it tells and
    /// `Case` has no place for is lost: `Distriktsnummer`, and a conclusion without a day. A conclusion without a code has
    /// an empty one. The day of birth is that of the number, and the first day of the calendar where it tells none; the
    /// sex is empty where the number tells none, and 0 of a child that is not born (99999). Without a birth number the
    /// number is empty.
    package init(_ individual: KostraIndividual) {
        var ids = CaseIDs()
        self.init(
            id: ThingID(individual.id),
            migratedID: individual.id,
            start: individual.start,
            end: individual.end,
            journal: individual.journal,
            isClosed: individual.isClosed
        )
        caseworker = individual.caseworker
        if individual.districtNumber != nil || individual.districtName != nil {
            district = District(number: individual.districtNumber, name: individual.districtName)
        }
        if individual.birthNumber != nil || individual.dufNumber != nil {
            people = [Person(individual)]
        }
        for concern in individual.concerns {
            let id = ids.id(.concern, concern.id)
            concerns.append(Concern(concern, id))
            guard let investigation = concern.investigation else { continue }
            let investigationID = ids.id(.investigation, investigation.id)
            investigations.append(Investigation(investigation, investigationID))
            relations.append(
                Relation(
                    id: ThingID("rel-\(investigationID.text)"),
                    from: id.text,
                    .concern,
                    to: investigationID,
                    .investigation
                )
            )
        }
        plans = individual.plans.map { plan in
            Plan(
                id: ids.id(.plan, plan.id),
                migratedID: plan.id,
                start: plan.start,
                kind: plan.kind,
                evaluations: plan.evaluated.map { [$0] } ?? [],
                end: plan.end
            )
        }
        measures = individual.measures.map { Measure($0, ids.id(.measure, $0.id)) }
        relocations = individual.relocations.map { relocation in
            Relocation(
                id: ids.id(.relocation, relocation.id),
                migratedID: relocation.id,
                end: relocation.end,
                reason: relocation.reason,
                destination: relocation.destination
            )
        }
    }
}

/// The ids of one case's things, each once among things of its kind.
private struct CaseIDs {
    private var taken: Set<ThingKey> = []

    mutating func id(_ kind: ThingKind, _ text: String) -> ThingID {
        var id = ThingID(text)
        var number = 1
        while !taken.insert(ThingKey(kind, id)).inserted {
            number += 1
            id = ThingID("\(text)#\(number)")
        }
        return id
    }
}

extension Case.Person {
    fileprivate init(_ individual: KostraIndividual) {
        let digits = individual.birthNumber?.digits ?? ""
        let number = try? PersonNumber(parsing: digits)
        self.init(
            id: ThingID("person-\(individual.id)"),
            start: individual.start,
            number: StatedNumber(digits),
            birthDay: number?.likelyBirthDay(readOn: individual.start) ?? .earliest,
            sex: Self.sex(digits, number),
            dufNumber: individual.dufNumber
        )
    }

    /// The code of the sex that a number tells by its ninth digit.
    private static func sex(_ digits: String, _ number: PersonNumber?) -> String {
        let bytes = Array(digits.utf8)
        guard bytes.count == 11, !digits.hasSuffix("55555"), number?.checkDigitRule != .withRemainder else { return "" }
        if digits.hasSuffix("99999") { return "0" }
        return bytes[8].isMultiple(of: 2) ? "2" : "1"
    }
}

extension Case.Concern {
    fileprivate init(_ concern: KostraIndividual.Concern, _ id: ThingID) {
        self.init(
            id: id,
            migratedID: concern.id,
            start: concern.start,
            reporters: concern.reporters,
            contents: concern.contents,
            conclusion: concern.end.map { Case.Conclusion(end: $0, code: concern.conclusion ?? "") }
        )
    }
}

extension Case.Investigation {
    fileprivate init(_ investigation: KostraIndividual.Investigation, _ id: ThingID) {
        self.init(
            id: id,
            migratedID: investigation.id,
            start: investigation.start,
            grounds: investigation.grounds,
            conclusion: investigation.end.map { end in
                Case.Conclusion(
                    end: end,
                    code: investigation.conclusion ?? "",
                    specification: investigation.specification
                )
            }
        )
    }
}

extension Case.Measure {
    fileprivate init(_ measure: KostraIndividual.Measure, _ id: ThingID) {
        self.init(
            id: id,
            migratedID: measure.id,
            start: measure.start,
            basis: Provision(measure.basis),
            references: measure.references.map { Provision($0) },
            category: measure.category,
            grounds: measure.grounds,
            repeal: measure.repeal,
            end: measure.end
        )
    }
}

extension Provision {
    fileprivate init(_ basis: KostraIndividual.Basis) {
        /// An empty attribute says what a missing one says.
        func list(_ text: String?) -> [String] { text.flatMap { $0.isEmpty ? nil : [$0] } ?? [] }
        self.init(
            act: basis.act,
            chapter: basis.chapter,
            section: basis.section,
            subsections: list(basis.subsection),
            letters: list(basis.letter),
            sentences: list(basis.sentence)
        )
    }
}
