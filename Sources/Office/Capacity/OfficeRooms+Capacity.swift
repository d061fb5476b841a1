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
            rows += try units.capacityRows(of: unit, region).map(\.row)
        }
        return rows.sorted { $0.asked < $1.asked }
    }
}

extension PlanDesk {
    /// What the referrals of a person's own region tell about capacity, until yesterday; one line in the access log, with
    /// every referral that a row is made of.
    ///
    /// - Throws: ``Absent`` where the person makes no plans; any other error where the unit cannot be read.
    package func ownRows(_ person: Person) async throws -> [History.Row] {
        try await enterToChange(person)
        let own = counterparts.all.lazy.filter { $0.unit == person.unit }.compactMap { counterpart in
            if case .region(let region) = counterpart.role { region } else { nil as Region? }
        }
        guard let region = own.first else { throw Absent() }
        let rows = try units.capacityRows(of: person.unit, region)
        _ = try await gate.enter(person, .listReferrals, in: person.unit, objects: rows.map(\.referral))
        return rows.map(\.row).sorted { $0.asked < $1.asked }
    }
}

extension Units {
    /// The rows of a region's referrals, each with the referral that it is made of.
    fileprivate func capacityRows(
        of unit: UnitID,
        _ region: Region
    ) throws -> [(referral: RecordID, row: History.Row)] {
        try self.unit(unit).read(\.referrals).filter { $0.isReferral && $0.facts.side == .state }
            .compactMap { stored in
                let left = stored.facts.erased?.counts.asking?.row(region: region.rawValue)
                return (left ?? History.Row(stored.shared, region: region.rawValue)).map { (stored.facts.id, $0) }
            }
    }
}
