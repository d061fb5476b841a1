import Assistance
package import Law
package import Planning

extension OfficeRooms {
    /// What the referrals of all regions in this store tell about capacity, for the command line; one line in the access
    /// log of each region.
    ///
    /// - Parameter verb: The verb that asks.
    /// - Returns: A row for each asking for a place to live in, in order of the day, with the region's own name.
    /// - Throws: ``Absent`` for an actor that is no verb; any other error where a unit cannot be read.
    package func capacityRows(verb: ActorID) async throws -> [History.Row] {
        var rows: [History.Row] = []
        for counterpart in counterparts.all {
            guard case .region(let region) = counterpart.role, let unit = counterpart.unit else { continue }
            _ = try await gate.enter(verb: verb, .listReferrals, in: unit)
            rows += try units.unit(unit).read(\.referrals).filter { $0.isReferral && $0.facts.side == .state }
                .compactMap { History.Row($0.shared, region: region.rawValue) }
        }
        return rows.sorted { $0.asked < $1.asked }
    }
}
