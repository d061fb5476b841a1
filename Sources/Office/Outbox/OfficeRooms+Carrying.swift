import Journal
import Law

extension OfficeRooms {
    /// Waits until every message to a unit of this store has been taken in; to be called while `run` is running.
    ///
    /// - Throws: ``NotCarried`` where one is under way for a minute; any other error where the outbox cannot be read.
    package func carried() async throws {
        let destinations = counterparts.all.filter { $0.unit != nil }.map(\.destination)
        for _ in 0..<30_000 {
            let isUnderWay = try destinations.contains { try !store.waitingOutbox(to: $0, limit: 1).isEmpty }
            guard isUnderWay else { return }
            try await Task.sleep(for: .milliseconds(2))
        }
        throw NotCarried()
    }
}

/// Messages do not reach the units that they are for.
package struct NotCarried: Error, Hashable, Sendable {}
