package import Law

/// Somebody with an account.
package struct Person: Hashable, Sendable {
    /// What somebody is here to do; decides what the gate lets them do.
    package enum Role: String, Hashable, Sendable, CaseIterable {
        /// Works with the service's reports and cases (saksbehandler).
        case caseworker
        /// Leads the service (barnevernleder).
        case leader
        /// Sees to what no rule could place (postmottak).
        case receptionOfficer
        /// Supervises services (statsforvalteren): a named case only, case by case, with a reason (§ 17-4).
        case countyGovernor
        /// Answers referrals for a region of the state (inntak).
        case intakeOfficer
        /// Sees to a unit's places (plassansvarlig).
        case placeManager
        /// Sees figures of many, and no case (tilsynsmyndighet og direktorat).
        case overseer
    }

    /// The account, without a name in it.
    package let id: ActorID
    /// The name that others see.
    package let name: String
    /// What the person is here to do.
    package let role: Role
    /// The unit that the person belongs to.
    package let unit: UnitID
    /// At work, for whoever has to ask.
    package let phone: String?
    /// At work.
    package let email: String?

    package init(
        id: ActorID,
        name: String,
        role: Role,
        unit: UnitID,
        phone: String? = nil,
        email: String? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.unit = unit
        self.phone = phone
        self.email = email
    }
}

/// The people that have an account.
package struct People: Sendable {
    private let byID: [ActorID: Person]
    /// In the order in which they were configured.
    package let all: [Person]

    /// The people of the configuration; of two with one id the first counts.
    package init(_ people: [Person]) {
        all = people
        byID = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The person of an account; `nil` where there is none, or no longer.
    package subscript(id: ActorID) -> Person? { byID[id] }

    /// The name to show for whoever did something; a person who has left, or a system, by its identity.
    package func name(of actor: ActorID) -> String { byID[actor]?.name ?? actor.name }
}
