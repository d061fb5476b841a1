import Crypto
import Dispatch
import Foundation
import Law
import Synchronization

/// Opens a unit's entries for a fold, stretch by stretch.
struct EntryOpening<Part: Sendable>: Sendable {
    /// A run of entries as the fold wants it, and what stopped it from being longer.
    struct Stretch: Sendable {
        fileprivate(set) var part: Part
        /// How far each of its streams has come.
        fileprivate(set) var versions: [RecordID: Int] = [:]
        fileprivate(set) var last: Envelope?
        fileprivate(set) var failure: (any Error)?
    }

    /// How many stretches may lie opened or be under way: a store has few readers at a time, and memory is dear.
    private static var ahead: Int { 4 * min(ProcessInfo.processInfo.activeProcessorCount, 4) }

    let unit: UnitID
    let store: any JournalStore
    let empty: Part
    /// Adds to a part what the fold wants of an entry.
    let read: @Sendable (inout Part, Envelope, EntryContent) throws -> Void

    /// Opens the entries after one sequence up to and with another.
    func open(after first: Int, through last: Int, keys: inout UnitKeys) -> Stretch {
        var stretch = Stretch(part: empty)
        do {
            try open(after: first, through: last, keys: &keys, into: &stretch)
        } catch {
            stretch.failure = error
        }
        return stretch
    }

    private func open(after first: Int, through last: Int, keys: inout UnitKeys, into stretch: inout Stretch) throws {
        var place = Seal.place(unit: unit, stream: UnitKeys.unitData, sequence: 0)
        try store.scanToOpen(unit, after: first) { entry, sealed, keyRow in
            guard entry.sequence <= last else { return false }
            let key: SymmetricKey
            if let known = keys.opened(entry.keyID) {
                key = known
            } else {
                guard let row = try keyRow() else { throw SealError.keyMissing(entry.keyID) }
                // A stream made unreadable on purpose must not keep the unit's other streams from being served.
                if row.stream != nil, row.wrapped == nil {
                    stretch.pass(entry)
                    return true
                }
                // On a line of its own: as an argument it would copy the whole cache of keys for each entry.
                key = try keys.openingKey(row, from: store)
            }
            Seal.move(&place, to: entry.stream, sequence: entry.sequence)
            let plain = try Seal.open(combined: sealed, with: key, at: place)
            let content = try plain.withUnsafeBytes { try EntryContent(bytes: $0, withReferences: false) }
            try read(&stretch.part, entry, content)
            stretch.pass(entry)
            return true
        }
    }

    /// Opens a long run by several threads, while the calling one takes the stretches in order.
    ///
    /// - Parameters:
    ///   - first: The sequence before the first entry.
    ///   - last: The sequence of the last one, which is stored already.
    ///   - size: Entries in a stretch.
    ///   - keys: What each thread begins with.
    ///   - body: Called by the calling thread alone.
    /// - Throws: What `body` throws; then no more stretches are handed over.
    func sideBySide(
        after first: Int,
        through last: Int,
        stretch size: Int,
        keys: UnitKeys,
        _ body: (Stretch) throws -> Void
    ) throws {
        let stretches = stride(from: first, to: last, by: size).map { ($0, min($0 + size, last)) }
        let bench = Bench(stretches.count, keys: keys) { number, keys in
            open(after: stretches[number].0, through: stretches[number].1, keys: &keys)
        }
        defer { bench.close() }
        for number in stretches.indices {
            bench.allow(number + Self.ahead)
            try body(bench.take(number))
        }
    }
}

extension EntryOpening.Stretch {
    fileprivate mutating func pass(_ entry: Envelope) {
        last = entry
        versions[entry.stream] = entry.version
    }
}

/// Where threads do numbered work, not too far ahead of the thread that takes the results in order.
///
/// That thread works itself rather than wait for what nobody has begun, so it never waits for a thread that the system
/// does not give.
private final class Bench<Result: Sendable>: Sendable {
    private struct State {
        /// The first number that nobody has begun, and the first one that nobody may begin.
        var next = 0
        var end = 0
        var results: [Int: Result] = [:]
        /// Those of the threads that do nothing just now.
        var keys: [UnitKeys] = []
        let firstKeys: UnitKeys

        mutating func begin() -> (number: Int, keys: UnitKeys)? {
            guard next < end else { return nil }
            next += 1
            return (next - 1, keys.popLast() ?? firstKeys)
        }
    }

    private let state: Mutex<State>
    private let progress = DispatchSemaphore(value: 0)
    private let count: Int
    private let work: @Sendable (Int, inout UnitKeys) -> Result

    init(_ count: Int, keys: UnitKeys, work: @escaping @Sendable (Int, inout UnitKeys) -> Result) {
        self.count = count
        state = Mutex(State(firstKeys: keys))
        self.work = work
    }

    /// Lets the numbers before `end` be begun.
    func allow(_ end: Int) {
        let more = state.withLock { state in
            let more = min(end, count) - state.end
            state.end += more
            return more
        }
        for _ in 0..<more { DispatchQueue.global().async { _ = self.workOnce() } }
    }

    /// Lets nothing more be begun; what is under way is dropped.
    func close() {
        state.withLock { $0.end = $0.next }
    }

    /// Waits for a result.
    func take(_ number: Int) -> Result {
        while true {
            if let result = state.withLock({ $0.results.removeValue(forKey: number) }) { return result }
            if !workOnce() { progress.wait() }
        }
    }

    /// Does the first piece that nobody has begun; false where there is none.
    private func workOnce() -> Bool {
        // Bound in one step: a second reference to the keys would make the first new key copy them all.
        guard var begun = state.withLock({ $0.begin() }) else { return false }
        let result = work(begun.number, &begun.keys)
        state.withLock { state in
            state.results[begun.number] = result
            state.keys.append(begun.keys)
        }
        progress.signal()
        return true
    }
}
