import Casework
import Journal
package import Law
import Planning
import Synchronization

/// Reading what the journal holds: for people under the gate's grant alone, and for the program what shows nobody a case.
extension Unit {
    // MARK: For people

    /// Opens an entry whose stream the grant names; `nil` where there is no such entry.
    ///
    /// - Throws: ``Absent`` where the access line does not name it; any other error where it cannot be read.
    package func event(at sequence: Int, under grant: Grant) throws -> RecordedEvent? {
        guard let event = try opened(at: sequence) else { return nil }
        try grant.check(event.stream, in: id)
        return event
    }

    /// Opens several entries whose streams the grant names, in one reading, by their sequences.
    ///
    /// Those are left out that cannot be opened any more, since another process has destroyed their case.
    ///
    /// - Throws: ``MissingEntry`` for one that is not there, ``Absent`` where the access line does not name its stream; any
    ///   other error where it cannot be read.
    func events(at sequences: Set<Int>, under grant: Grant) throws -> [Int: RecordedEvent] {
        let entries = try store.entries(id, at: sequences.sorted())
        if let missing = sequences.subtracting(entries.map(\.envelope.sequence)).min() {
            throw MissingEntry(unit: id, sequence: missing)
        }
        for entry in entries { try grant.check(entry.stream, in: id) }
        return try ledger.withLock { ledger in
            var events: [Int: RecordedEvent] = [:]
            for entry in entries {
                do {
                    events[entry.envelope.sequence] = try RecordedEvent(entry.envelope, ledger.open(entry))
                } catch SealError.keyDestroyed { continue }
            }
            return events
        }
    }

    /// Opens all entries of a stream that the grant names.
    ///
    /// - Throws: ``Absent`` where the access line does not name it; any other error where one cannot be read.
    package func events(of stream: RecordID, under grant: Grant) throws -> [RecordedEvent] {
        try grant.check(stream, in: id)
        let entries = try store.stream(id, stream)
        return try ledger.withLock { ledger in try entries.map { try RecordedEvent($0.envelope, ledger.open($0)) } }
    }

    /// The same without what was made unreadable on purpose, even where a process has its key in memory still.
    func readableEvents(of stream: RecordID, under grant: Grant) throws -> [RecordedEvent] {
        try grant.check(stream, in: id)
        let entries = try store.stream(id, stream)
        let events: [RecordedEvent] = try ledger.withLock { ledger in
            try entries.compactMap { entry in
                do {
                    return try RecordedEvent(entry.envelope, ledger.open(entry))
                } catch SealError.keyDestroyed { return nil }
            }
        }
        let tombstone = events.lastIndex { if case .referral(.erased) = $0.event { true } else { false } }
        return Array(events[(tombstone ?? 0)...])
    }

    /// What vouches for an attachment, from the entry that brought it; `nil` where that entry names none.
    ///
    /// - Throws: ``Absent`` where the access line does not name the entry's stream; any other error where it cannot be
    ///   read.
    func attachment(_ id: RecordID, at sequence: Int, under grant: Grant) throws -> RowReference? {
        guard let entry = try store.entry(self.id, sequence: sequence) else { return nil }
        try grant.check(entry.stream, in: self.id)
        let content = try ledger.withLock { try $0.open(entry) }
        return content.references.first { $0.table == .blob && $0.key == id.bytes }
    }

    /// The documents of a case by their ids, with their sizes in bytes and what vouches for them.
    ///
    /// For those that go out with a message; the caller has passed the gate for the case.
    func documents(ofCase id: RecordID) throws -> [RecordID: (size: Int, reference: RowReference)] {
        let entries = try store.stream(self.id, id)
        return try ledger.withLock { ledger in
            var found: [RecordID: (size: Int, reference: RowReference)] = [:]
            for entry in entries {
                let content = try ledger.open(entry)
                for reference in content.references where reference.table == .blob {
                    guard case .case(let event) = try RecordedEvent(entry.envelope, content).event,
                        case .documentAdded(let document)? = event.told, document.id.bytes == reference.key
                    else { continue }
                    found[document.id] = (document.size, reference)
                }
            }
            return found
        }
    }

    // MARK: For the program

    /// The stream of an entry, which stands in clear; `nil` where there is no such entry.
    func stream(at sequence: Int) throws -> RecordID? { try store.entry(id, sequence: sequence)?.stream }

    /// The answer that the sender of a message got, for the same sender that sends it again.
    ///
    /// - Throws: ``MissingEntry`` where the journal does not hold what was answered.
    func answer(at sequence: Int) throws -> IntakeAnswer {
        let missing = MissingEntry(unit: id, sequence: sequence)
        guard let first = try opened(at: sequence) else { throw missing }
        switch first.event {
        case .workItem(.raised(let item)): return .kept(item, id: first.stream)
        case .concern(.received(let received)):
            let others = try (0..<received.concern.otherChildren).map { offset in
                let next = sequence + 1 + offset
                guard let stream = try stream(at: next) else { throw MissingEntry(unit: id, sequence: next) }
                return stream
            }
            return .received(
                .init(
                    unit: id,
                    concerns: [first.stream] + others,
                    receivedAt: received.receivedAt,
                    messageID: received.messageID
                )
            )
        default: throw missing
        }
    }

    /// A sender's own list of what it sent; `nil` where the entry is none.
    func sentList(at sequence: Int) throws -> SentList? {
        guard case .sentList(let list)? = try opened(at: sequence)?.event else { return nil }
        return list
    }

    /// What an entry says of a plan for places, which names nobody; `nil` where the entry is about something else.
    func planEvent(at sequence: Int) throws -> KeptPlanEvent? {
        guard case .plan(let event)? = try opened(at: sequence)?.event else { return nil }
        return event
    }

    /// Opens a message out, for whom it is addressed to.
    func open(_ row: OutboxRow) throws -> [UInt8] { try ledger.withLock { try $0.open(row) } }

    private func opened(at sequence: Int) throws -> RecordedEvent? {
        guard let entry = try store.entry(id, sequence: sequence) else { return nil }
        return try ledger.withLock { try RecordedEvent(entry.envelope, $0.open(entry)) }
    }
}
