package import Law

/// The state's side of the pretend corner: two intakes, and three units with places of different kinds.
package enum PretendAgency: String, CaseIterable, Hashable, Sendable {
    /// The region's intake, which most services ask.
    case intake = "inntak-midt"
    /// The intake of another region, which asks for places of this one.
    case southernIntake = "inntak-sor"
    /// The foster-home service.
    case fosterHomes = "fosterhjem-midt"
    /// An institution.
    case institution = "institusjon-midt"
    /// A centre for parents and children.
    case centre = "senter-midt"

    /// The agency's unit in the directory.
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

    /// The region that it belongs to.
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
