import ArgumentParser
import Foundation
import Journal
import Law
import Office

/// Which store, and the keys that open it.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Where the journal is kept.", valueName: "sqlite:PATH"))
    var store: String

    @Option(help: ArgumentHelp("The file of master keys; beside the store where not given.", valueName: "FILE"))
    var keys: String?

    var path: String {
        get throws {
            guard store.hasPrefix("sqlite:"), store.count > 7 else {
                throw UsageProblem("--store \(store): expected sqlite:PATH; other stores come later.")
            }
            return String(store.dropFirst(7))
        }
    }

    var keyPath: String { get throws { try keys ?? path + ".keys" } }

    /// Whether a file of keys lies in the folder of the store, links followed: who takes the one takes the other.
    static func areTogether(_ keyPath: String, _ storePath: String) -> Bool {
        let folders = [keyPath, storePath].map {
            URL(fileURLWithPath: $0).deletingLastPathComponent().resolvingSymlinksInPath().path
        }
        return folders[0] == folders[1]
    }

    /// Opens a store that must exist.
    func open() throws -> SQLiteStore {
        let path = try path
        return try UsageProblem.from { try SQLiteStore(path: path, create: false, clock: systemClock) }
    }

    /// The master keys, which must exist.
    func masters() throws -> MasterKeys {
        let path = try keyPath
        return try UsageProblem.from { try MasterKeys(file: path) }
    }
}

/// The one place where the program asks what time it is.
@Sendable func systemClock() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
}

/// A new identity from the system's generator.
@Sendable func systemID(_ instant: Instant) -> RecordID {
    var generator = SystemRandomNumberGenerator()
    return RecordID(at: instant, using: &generator)
}

/// A name for this process that no earlier one had.
func nodeName() -> String {
    var generator = SystemRandomNumberGenerator()
    return "n" + String(generator.next() as UInt64, radix: 36)
}

extension Environment {
    /// The real world.
    static let system = Environment(now: systemClock, newID: systemID)
}
