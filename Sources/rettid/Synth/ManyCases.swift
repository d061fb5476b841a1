import Foundation
import Journal
import Law
import Logging
import Office
import Synthetic

/// Fills a store with the cases of many generated services, for measurements.
///
/// Some services at a time go through the same three years, so that their commits are shared and the memory that their
/// histories take is bounded.
struct ManyCases {
    let world: PretendWorld
    let cases: Int

    private static let casesOfAService = 500
    private static let servicesAtATime = 20

    private var homes: [HistoryHome] {
        PretendWorld.manyHomes((cases + Self.casesOfAService - 1) / Self.casesOfAService)
    }

    /// The office's settings with the generated services and their people.
    func settings(folder: String, node: String) throws -> OfficeRooms.Settings {
        var settings = try world.settings(folder: folder, node: node)
        let homes = homes
        settings.services = homes.map(\.listed)
        settings.people = homes.flatMap { home in
            [Person(id: home.leader, name: "Leder \(home.place)", role: .leader, unit: home.unit)]
                + home.caseworkers.map {
                    Person(id: $0, name: "Ansatt \($0.name)", role: .caseworker, unit: home.unit)
                }
        }
        settings.witnessFile = nil
        return settings
    }

    func fill(_ rooms: OfficeRooms, clock: PretendClock) async throws {
        let today = OsloTime.day(at: systemClock())
        let homes = homes
        let share = (cases + max(1, homes.count) - 1) / max(1, homes.count)
        for first in stride(from: 0, to: homes.count, by: Self.servicesAtATime) {
            let last = min(first + Self.servicesAtATime, homes.count)
            let histories = (first..<last).flatMap { place in
                world.histories(cases: share, in: homes[place], number: place, endingOn: today)
            }
            let progress = Progress("services \(first + 1) to \(last) of \(homes.count)")
            let playback = HistoryPlayback(rooms: rooms, clock: clock, progress: progress, firstFamily: first * 100_000)
            try await playback.play(histories, upTo: today)
        }
        clock.set(nil)
    }
}
