package import Law

/// A service as its histories need it: where it is, and who works there.
package struct HistoryHome: Hashable, Sendable {
    /// The service's unit.
    package var unit: UnitID
    /// The invented place of its letters and institutions.
    package var place: String
    /// The municipalities that it serves, four digits.
    package var municipalities: [String]
    /// Whoever decides what is the leader's to decide.
    package var leader: ActorID
    /// At least one.
    package var caseworkers: [ActorID]
    /// The service of the pretend world, where it is one of them.
    package var service: PretendService?
    /// The first day on which reports come as messages; before it all are typed in.
    package var firstMessageDay: CalendarDay
}

extension PretendService {
    /// The service with its personas.
    package var home: HistoryHome {
        let here = Persona.all.filter { $0.unit == unit }
        return HistoryHome(
            unit: unit,
            place: place,
            municipalities: municipalities,
            leader: (here.first { $0.role == .leader } ?? here[0]).actor,
            caseworkers: here.filter { $0.role == .caseworker }.map(\.actor),
            service: self,
            firstMessageDay: service.memberships.map(\.from).max() ?? .earliest
        )
    }
}

extension Persona {
    /// The persona's identity in journals: a number, not a name, for it stands there in clear.
    package var actor: ActorID {
        let place = Persona.all.firstIndex(of: self) ?? 0
        return ActorID(pretend: "p\(place + 1)")
    }
}

extension ActorID {
    /// An actor with a name from our own tables.
    init(pretend name: String) {
        do {
            try self.init(kind: .person, name: name)
        } catch {
            preconditionFailure("the pretend actor \(name) has a name that actors cannot have: \(error)")
        }
    }
}
