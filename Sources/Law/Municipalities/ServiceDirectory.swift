/// Which service answers for a municipality or district on a day.
///
/// The services come from the configuration; the municipalities from ``MunicipalityRegister``.
package struct ServiceDirectory: Sendable {
    /// All services, in order of unit.
    package let services: [Service]

    let register: MunicipalityRegister
    private let byUnit: [UnitID: Service]
    let byMunicipality: [MunicipalityNumber: [Entry]]

    struct Entry: Sendable {
        let service: Service
        let membership: Service.Membership
    }

    /// Makes a directory in which no place has two services on the same day.
    ///
    /// - Parameters:
    ///   - services: As configured.
    ///   - register: Which municipalities there are.
    /// - Throws: ``ConfigurationError``, the first that is found in order of unit.
    package init(services: [Service], register: MunicipalityRegister) throws(ConfigurationError) {
        self.services = services.sorted { $0.unit < $1.unit }
        self.register = register
        var byUnit: [UnitID: Service] = [:]
        var byMunicipality: [MunicipalityNumber: [Entry]] = [:]
        for service in self.services {
            guard byUnit.updateValue(service, forKey: service.unit) == nil else {
                throw .duplicateUnit(service.unit)
            }
            for membership in service.memberships {
                let entry = Entry(service: service, membership: membership)
                try Self.check(entry, against: byMunicipality[membership.municipality] ?? [], register: register)
                byMunicipality[membership.municipality, default: []].append(entry)
            }
        }
        self.byUnit = byUnit
        self.byMunicipality = byMunicipality
    }

    private static func check(
        _ entry: Entry,
        against others: [Entry],
        register: MunicipalityRegister
    ) throws(ConfigurationError) {
        let membership = entry.membership
        let unit = entry.service.unit
        guard register[membership.municipality] != nil else {
            throw .unknownMunicipality(membership.municipality, unit: unit)
        }
        guard membership.from <= (membership.to ?? .latest) else {
            throw .endsBeforeItStarts(membership.municipality, unit: unit)
        }
        let rival = others.first { other in
            other.membership.district == membership.district && other.membership.overlaps(membership)
        }
        if let rival {
            throw .overlap(membership.municipality, membership.district, units: [rival.service.unit, unit])
        }
    }

    /// The service that a unit is.
    package func service(of unit: UnitID) -> Service? {
        byUnit[unit]
    }

    /// Why a set of services is not a directory.
    package enum ConfigurationError: Error, Hashable, Sendable {
        /// Two services with the same unit.
        case duplicateUnit(UnitID)
        /// A membership of a number that no municipality has had.
        case unknownMunicipality(MunicipalityNumber, unit: UnitID)
        /// A membership whose last day lies before its first.
        case endsBeforeItStarts(MunicipalityNumber, unit: UnitID)
        /// The same municipality or district twice on some day, by two units or twice by one.
        case overlap(MunicipalityNumber, DistrictNumber, units: [UnitID])
    }
}

extension ServiceDirectory.ConfigurationError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .duplicateUnit(let unit):
            "The unit \(unit) is configured twice; give each service a unit of its own."
        case .unknownMunicipality(let number, let unit):
            "The unit \(unit) serves municipality \(number), which does not exist; check the number."
        case .endsBeforeItStarts(let number, let unit):
            "The unit \(unit) stops serving municipality \(number) before it starts; swap or correct the days."
        case .overlap(let number, let district, let units):
            "Municipality \(number), district \(district), has two services on the same day "
                + "(\(units.map(\.text).joined(separator: ", "))); end one before the other starts."
        }
    }
}
