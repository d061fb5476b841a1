import Casework
import Exchange
import Law

extension Prefill {
    /// Parents, guardians and others who care for the child.
    ///
    /// Whoever it lives with at an address that is hidden, its own or theirs, is named to nobody, but for the parents.
    mutating func fillCarers() {
        var row = 0
        var seen: Set<RecordID> = []
        let hosts = Set(record.hosts.map(\.relation.person))
        for relative in record.relatives
        where relative.isCarer && !hosts.contains(relative.relation.person)
            && seen.insert(relative.relation.person).inserted
        {
            row += 1
            let path = "ForeldreOgOmsorgspersoner/Person[\(row)]/"
            let (given, family) = Self.split(relative.person.name)
            put(path + "Fornavn", given, .people)
            put(path + "Etternavn", family, .people)
            put(path + "Relasjon", relative.relation.kind.carerCode, .people)
            if relative.relation.kind.carerCode == "9" {
                put(path + "RelasjonAnnet", words.carer(relative.relation.kind), .people)
            }
            put(path + "Dod", false, .people)
            fillCare(of: relative, path)
            put(path + "Foreldreansvar", relative.relation.hasResponsibility, .people)
            choose(path, ["Fodselsnummer", "DUFnummer"], relative.person.number, "Fodselsnummer")
        }
    }

    /// Daily care where the child lives; of who lives elsewhere the case does not tell how they meet.
    private mutating func fillCare(of relative: ReferralCase.Relative, _ path: String) {
        let isHome = relative.relation.kind == .fosterParent || !record.livesAway
        if relative.relation.livesWithChild, isHome {
            put(path + "Omsorg", "2", .people)
            put(path + "KontaktFrekvens", "1", .people)
        } else if relative.relation.livesWithChild, record.isInCare {
            // The order has taken the care from them (§ 5-1).
            put(path + "Omsorg", "4", .people)
        }
    }

    /// The family name is the last word; one who has a single name has no family name.
    private static func split(_ name: String) -> (given: String, family: String?) {
        let words = name.split(separator: " ")
        guard words.count > 1, let last = words.last else { return (name, nil) }
        return (words.dropLast().joined(separator: " "), String(last))
    }
}

extension ReferralCase {
    /// Whether a care order is in force.
    fileprivate var isInCare: Bool {
        facts.decisions.contains { $0.kind == .careOrder && $0.endOfForce(by: today) == nil }
    }
}

extension ReferralCase.Relative {
    fileprivate var isCarer: Bool {
        switch relation.kind {
        case .mother, .father, .parent, .guardian: true
        case .stepParent, .grandparent, .otherFamily, .fosterParent:
            relation.livesWithChild
        case .sibling, .trustedPerson, .lawyer, .professional, .network: false
        }
    }
}

extension Relation.Kind {
    /// The code of the list OmsorgsrelasjonType.
    fileprivate var carerCode: String {
        switch self {
        case .mother: "1"
        case .father: "2"
        case .guardian: "3"
        default: "9"
        }
    }
}
