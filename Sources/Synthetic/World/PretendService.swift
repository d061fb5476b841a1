package import Law

/// The three pretend child welfare services: one of a single municipality, one shared by three, and a small one.
///
/// Their names are invented; the municipality numbers are real, so that messages find their way by the register.
package enum PretendService: String, CaseIterable, Hashable, Sendable {
    /// A service of one municipality.
    case nordvag
    /// One shared by three.
    case trefjord
    /// A small one.
    case lauvdal

    /// The service's unit in the directory.
    package var unit: UnitID { PretendWorld.unit(rawValue) }

    /// The name people know it by.
    package var name: String { place + " barnevernstjeneste" }

    /// Its organisation number: invented, with a check digit that fits.
    package var organisationNumber: OrganisationNumber {
        switch self {
        case .nordvag: PretendAgency.number("310417009")
        case .trefjord: PretendAgency.number("310417017")
        case .lauvdal: PretendAgency.number("310417025")
        }
    }

    /// The invented place after which it is named.
    var place: String {
        switch self {
        case .nordvag: "Nordvåg"
        case .trefjord: "Trefjord"
        case .lauvdal: "Lauvdal"
        }
    }

    /// The municipalities that it serves, numbers of 2024.
    var municipalities: [String] {
        switch self {
        case .nordvag: ["1505"]
        case .trefjord: ["1560", "1566", "1576"]
        case .lauvdal: ["3322"]
        }
    }

    /// How many of a hundred messages go there.
    var share: Int {
        switch self {
        case .nordvag: 60
        case .trefjord: 28
        case .lauvdal: 12
        }
    }

    /// The service as the directory wants it, from 1 January 2024 on.
    package var service: Service {
        let memberships = municipalities.compactMap { text in
            (try? MunicipalityNumber(parsing: text)).flatMap { number in
                CalendarDay(year: 2024, month: 1, day: 1).map {
                    Service.Membership(municipality: number, from: $0)
                }
            }
        }
        return Service(unit: unit, name: name, memberships: memberships)
    }
}
