package import Law

/// A pretend corner of Norway: services, employees, and an endless stream of reports of concern.
///
/// Everything follows from the seed; the same seed gives the same bytes on every machine. Nobody in it exists: person
/// numbers have the month + 80, telephone numbers begin with 00, postcodes are not in use.
package struct PretendWorld: Sendable {
    /// What all of it follows from.
    package let seed: UInt64

    package init(seed: UInt64) {
        self.seed = seed
    }

    /// The unit that keeps what cannot be read or routed.
    package static let reception = unit("reception")

    /// The unit of the county governor (statsforvalter), which has no cases of its own.
    package static let countyGovernor = unit("statsforvalter")

    /// The unit of the directorate, which sees figures alone.
    package static let directorate = unit("direktorat")

    /// The services, for the directory.
    package var services: [Service] { PretendService.allCases.map(\.service) }

    /// Everybody who can sign in.
    package var personas: [Persona] { Persona.all }

    /// Every secret of the first messages; no file of a store may hold one of them.
    ///
    /// - Parameter count: How many messages, from the first on.
    /// - Returns: Each secret once, in sorted order.
    package func secrets(ofFirst count: Int) -> [String] {
        var secrets: Set<String> = []
        for index in 0..<max(0, count) { secrets.formUnion(message(index).secrets) }
        return secrets.sorted()
    }

    /// Makes a unit of a name in our own tables.
    static func unit(_ text: String) -> UnitID {
        do {
            return try UnitID(parsing: text)
        } catch {
            preconditionFailure("the pretend unit \(text) has a name that units cannot have: \(error)")
        }
    }
}
