package import Law

/// An organisation that messages go to and come from (motpart), in this store or anywhere else.
package struct Counterpart: Hashable, Sendable {
    /// What it does in a referral.
    package enum Role: Hashable, Sendable {
        /// A municipal service, which asks.
        case service
        /// The intake of a region of the state (inntaksenhet), which answers.
        case region(Region)
        /// A unit with places, which alone books them.
        case places(Region)
    }

    /// Nine digits; the address that messages go to.
    package let number: OrganisationNumber
    /// The name people know it by; it stands in the header of messages.
    package let name: String
    /// Its unit in this store; `nil` for one that is reached by the folder of other systems.
    package let unit: UnitID?
    /// What it does in a referral.
    package let role: Role

    package init(number: OrganisationNumber, name: String, unit: UnitID?, role: Role) {
        self.number = number
        self.name = name
        self.unit = unit
        self.role = role
    }

    /// Where messages to it go, in the words of the outbox.
    package var destination: String { "unit:\(number)" }
}

/// Who is who: organisation numbers, units, and which region answers for a municipality.
package struct Counterparts: Sendable {
    /// In order of number.
    package let all: [Counterpart]
    private let byNumber: [OrganisationNumber: Counterpart]
    private let byUnit: [UnitID: Counterpart]

    /// Makes a directory; of two with the same number or unit the first one counts.
    package init(_ all: [Counterpart]) {
        self.all = all.sorted { $0.number < $1.number }
        byNumber = Dictionary(all.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        byUnit = Dictionary(
            all.compactMap { counterpart in counterpart.unit.map { ($0, counterpart) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The organisation with a number; `nil` where nobody knows it.
    package subscript(number: OrganisationNumber) -> Counterpart? { byNumber[number] }

    /// The organisation that a unit of this store is; `nil` for a unit that is none.
    package subscript(unit: UnitID) -> Counterpart? { byUnit[unit] }

    /// The intake that answers for a region; `nil` where none is known.
    package func intake(of region: Region) -> Counterpart? { all.first { $0.role == .region(region) } }

    /// The intake that answers for a municipality on a day (§ 16-3); `nil` for Oslo, which has none, and where none is
    /// known.
    package func intake(
        for municipality: MunicipalityNumber,
        in register: MunicipalityRegister = .national
    ) -> Counterpart? {
        register[municipality].flatMap { intake(of: $0.region) }
    }

    /// The units with places of a region, in order of number.
    package func places(in region: Region) -> [Counterpart] { all.filter { $0.role == .places(region) } }
}
