internal import Casework
internal import Law

// Who the child is, and the people around it.
extension CaseWriter {
    /// How the case begins.
    var opening: CaseOpening {
        CaseOpening(
            childID: childID,
            child: CasePerson(
                name: child.name,
                number: child.isUnborn ? nil : child.number,
                birthDay: child.isUnborn || child.number != nil ? nil : child.birthDay,
                phone: child.phone,
                email: nil,
                interpreter: nil,
                residence: residence
            ),
            isUnborn: child.isUnborn,
            expectedOn: child.isUnborn ? child.birthDay.adding(days: 4) : nil,
            municipality: municipality
        )
    }

    private var residence: Residence {
        hasHiddenAddress ? .hidden(HiddenAddress(hiding: address)) : .open(address)
    }

    /// Writes down the adults of the family; a parent who does not live with the child never has its hidden address.
    mutating func introduce(_ adults: [HistoryAdult], on day: CalendarDay) {
        for adult in adults {
            introduce(adult, residence: adult.livesWithChild ? residence : nil, on: day)
        }
    }

    /// A person of the case, tied to the child.
    @discardableResult
    mutating func introduce(_ adult: HistoryAdult, residence: Residence?, on day: CalendarDay) -> RecordID {
        let id = newID(day)
        let person = CasePerson(
            name: adult.name,
            number: adult.number,
            birthDay: nil,
            phone: adult.phone,
            email: nil,
            interpreter: nil,
            residence: residence
        )
        tell(.personSet(id, person), on: day)
        let relation = Relation(
            person: id,
            kind: adult.kind,
            hasResponsibility: adult.hasResponsibility,
            livesWithChild: adult.livesWithChild,
            isParty: adult.hasResponsibility,
            siblingCase: nil
        )
        tell(.relationSet(relation), on: day)
        return id
    }

    /// Brothers and sisters, each with a case of its own.
    mutating func introduce(siblings: [(child: HistoryChild, caseID: RecordID)], on day: CalendarDay) {
        for sibling in siblings {
            let id = newID(day)
            let person = CasePerson(
                name: sibling.child.name,
                number: sibling.child.number,
                birthDay: sibling.child.number == nil ? sibling.child.birthDay : nil,
                phone: nil,
                email: nil,
                interpreter: nil,
                residence: residence
            )
            tell(.personSet(id, person), on: day)
            let relation = Relation(
                person: id,
                kind: .sibling,
                hasResponsibility: false,
                livesWithChild: true,
                isParty: false,
                siblingCase: sibling.caseID
            )
            tell(.relationSet(relation), on: day)
        }
    }

    /// The child is born, gets a number, and then a name.
    mutating func beBorn(named name: String, givenName: String) {
        let born = child.birthDay
        guard let number = child.number else { return }
        let known = day(5...12, after: born)
        tell(.numberFound(number), on: known)
        child.isUnborn = false
        child.name = name
        child.givenName = givenName
        let named = day(2...20, after: known)
        let person = CasePerson(
            name: name,
            number: number,
            birthDay: nil,
            phone: nil,
            email: nil,
            interpreter: nil,
            residence: residence
        )
        tell(.personSet(childID, person), on: named)
    }
}
