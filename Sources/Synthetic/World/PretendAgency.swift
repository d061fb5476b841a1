package import Law

/// The state's side of the pretend corner: two intakes, and three units with places of different kinds.
package enum PretendAgency: String, CaseIterable, Hashable, Sendable {
    case intake = "inntak-midt"
    case southernIntake = "inntak-sor"
    case fosterHomes = "fosterhjem-midt"
    case institution = "institusjon-midt"
    case centre = "senter-midt"

    package var unit: UnitID { PretendWorld.unit(rawValue) }

    /// The name people know it by.
    package var name: String {
        switch self {
        case .intake: "Inntak Nordfjella, Bufetat region Midt-Norge"
        case .southernIntake: "Inntak Sørdal, Bufetat region sør"
        case .fosterHomes: "Nordfjella fosterhjemstjeneste"
        case .institution: "Skogheim barne- og ungdomshjem"
        case .centre: "Solhaug senter for foreldre og barn"
        }
    }

    package var region: Region { self == .southernIntake ? .south : .central }

    /// Whether it answers referrals; the others have places.
    package var isIntake: Bool { self == .intake || self == .southernIntake }

    /// Invented, with a check digit that fits.
    package var organisationNumber: OrganisationNumber {
        switch self {
        case .intake: Self.number("312555018")
        case .southernIntake: Self.number("312555026")
        case .fosterHomes: Self.number("312555034")
        case .institution: Self.number("312555042")
        case .centre: Self.number("312555050")
        }
    }

    static func number(_ text: String) -> OrganisationNumber {
        guard let number = OrganisationNumber(text) else {
            preconditionFailure("the pretend organisation number \(text) is none")
        }
        return number
    }
}
