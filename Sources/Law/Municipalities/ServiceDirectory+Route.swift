extension ServiceDirectory {
    /// Where a message for a municipality and district goes.
    package enum Route: Hashable, Sendable {
        /// To this service.
        case service(Service)
        /// No municipality has the number on the day.
        case unknownMunicipality
        /// The number ended before the day; these took its place.
        case endedMunicipality(successors: [MunicipalityNumber])
        /// The municipality is served by district, and the message names none or one that nobody serves.
        case unknownDistrict
        /// The municipality exists, but no service here serves it on the day.
        case notServed
    }

    /// Finds the service for a municipality and district.
    ///
    /// A service of the district goes before one of the whole municipality.
    ///
    /// - Parameters:
    ///   - municipality: The number as the message gives it.
    ///   - district: ``DistrictNumber/none`` where the message names none.
    ///   - day: The Norwegian day the message was received.
    /// - Returns: The service, or what the sender or the configuration has wrong.
    package func route(
        municipality: MunicipalityNumber,
        district: DistrictNumber,
        on day: CalendarDay
    ) -> Route {
        switch register.look(up: municipality, on: day) {
        case .unknown, .notYetValid: return .unknownMunicipality
        case .ended(let ended): return .endedMunicipality(successors: ended.successors)
        case .valid: break
        }
        let serving = (byMunicipality[municipality] ?? []).filter { $0.membership.isValid(on: day) }
        guard !serving.isEmpty else { return .notServed }
        let match =
            serving.first { $0.membership.district == district }
            ?? serving.first { $0.membership.district == .none }
        return match.map { .service($0.service) } ?? .unknownDistrict
    }
}
