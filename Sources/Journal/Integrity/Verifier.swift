import Foundation
package import Law

/// Checks a store: chains without keys; with them also every seal and every row that an entry vouches for.
package struct Verifier {
    let store: any JournalStore
    let masters: MasterKeys?
    let witnesses: [WitnessLine]
    private let now: Instant?
    private var vaults: [UnitID: RawVault] = [:]
    /// Called now and then with the number of entries checked so far.
    private let progress: (Int) -> Void
    var result = Verification()
    var tombstones = Tombstones()
    var vouching = Vouching()

    /// Makes a check of a store, with `masters` of its seals too, and by `now` of what may be forgotten.
    ///
    /// - Parameters:
    ///   - store: It may be in use.
    ///   - masters: `nil` to check the chains only.
    ///   - witnesses: The lines of the witness file, to compare with.
    ///   - now: The time of the check, by which a row may be past its keeping time or not; `nil` to accept that it is.
    ///   - progress: Called now and then with the number of entries checked so far.
    package init(
        store: any JournalStore,
        masters: MasterKeys?,
        witnesses: [WitnessLine] = [],
        now: Instant? = nil,
        progress: @escaping (Int) -> Void = { _ in }
    ) {
        self.now = now
        self.store = store
        self.masters = masters
        self.witnesses = witnesses
        self.progress = progress
    }

    /// Checks all units, one after the other, and goes on after a fault.
    package mutating func run() -> Verification {
        result = Verification()
        tombstones = Tombstones()
        vouching = Vouching()
        result.withKeys = masters != nil
        result.witnessLines = witnesses.count
        do {
            for problem in try store.damage() { note(nil, .file, problem) }
            // Before the chains: a row that is there now has its entry among those that are read next.
            listRowsToVouchFor()
            let units = try store.unitsWithRows()
            result.units = units.count
            for unit in units { checkUnit(unit) }
            checkDestroyedRaws()
            checkPlantedRows()
            checkWitnessedUnits(known: Set(units))
        } catch {
            note(nil, .file, "cannot be read: \(error)")
        }
        return result
    }

    mutating func note(_ unit: UnitID?, _ place: Verification.Finding.Place, _ problem: String) {
        result.findings.append(.init(unit: unit, place: place, problem: problem))
    }

    private mutating func checkUnit(_ unit: UnitID) {
        do {
            // Before the chain: a key that is gone now has its tombstone among the entries that are read next.
            let keys = masters == nil ? [] : try store.keys(of: unit)
            try checkChain(of: unit)
            let witnessed = witnesses.filter { $0.unit == unit && !$0.strand.isEmpty }.map(\.strand)
            for node in Set(try store.accessStrands(of: unit) + witnessed).sorted() { try checkStrand(node, of: unit) }
            // A broken strand never fits its index, and says more.
            if !hasBrokenStrand(of: unit), let (node, number) = try store.accessIndexFault(of: unit) {
                note(unit, .accessIndex, "does not fit line \(number) of strand \(node)")
            }
            if masters != nil {
                try checkKeys(of: unit)
                checkDestroyedKeys(of: unit, among: keys)
                try checkSnapshot(of: unit)
                try checkSessions(of: unit)
            }
        } catch {
            note(unit, .file, "cannot be read: \(error)")
        }
    }

    // MARK: The journal

    private mutating func checkChain(of unit: UnitID) throws {
        let headBefore = try store.head(of: unit)
        var opener = try masters.map { try UnitLedger(unit: unit, store: store, masters: $0) }
        var previous = Chain.beginning(of: unit, strand: "")
        var sequence = 0
        var lastTime = Instant.earliest
        var versions: [RecordID: Int] = [:]
        var problem: (Int, String)?
        let witnessed = Dictionary(
            witnesses.filter { $0.unit == unit && $0.strand.isEmpty }.map { ($0.sequence, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let unreadable = Self.scan(store, unit) { entry in
            sequence += 1
            result.entries += 1
            if result.entries.isMultiple(of: 4096) { progress(result.entries) }
            problem = Self.problem(
                with: entry,
                expected: sequence,
                after: previous,
                at: lastTime,
                version: versions[entry.stream, default: 0] + 1
            ).map { (sequence, $0) }
            if problem == nil, let line = witnessed[sequence], line.hash != entry.hash {
                problem = (sequence, "its hash is not the one signed in the witness file, line \(line.number)")
            }
            if problem == nil, opener != nil {
                problem = sealProblem(with: entry, &opener).map { (sequence, $0) }
            }
            previous = entry.hash
            lastTime = entry.recordedAt
            versions[entry.stream] = entry.version
            return problem == nil
        }
        if let unreadable { problem = (sequence + 1, unreadable) }
        if let (sequence, text) = problem {
            note(unit, .entry(sequence), text)
            return
        }
        let head = try store.head(of: unit)
        if !Self.ends(sequence, previous, between: headBefore, and: head) {
            if head.sequence > sequence {
                note(unit, .entry(sequence + 1), "missing; the head says that the journal has \(head.sequence) entries")
            } else {
                note(unit, .head, "says entry \(head.sequence), but the journal ends with entry \(sequence)")
            }
        } else if sequence > 0, let end = [headBefore, head].first(where: { $0.sequence == sequence }),
            end.recordedAt != lastTime
        {
            note(unit, .head, "its time is not its last entry's")
        }
        if let newest = witnessed.keys.max(), newest > sequence {
            note(unit, .entry(sequence + 1), "missing; the witness file has signed entry \(newest)")
        }
    }

    /// Whether a chain's end fits the heads read before and after it: a store in use moves on meanwhile.
    private static func ends(_ sequence: Int, _ hash: Data, between before: UnitHead, and after: UnitHead) -> Bool {
        if let head = [before, after].first(where: { $0.sequence == sequence }) { return head.hash == hash }
        return before.sequence < sequence && sequence < after.sequence
    }

    /// Scans a unit's entries; the answer is why one cannot be read at all.
    private static func scan(
        _ store: any JournalStore,
        _ unit: UnitID,
        _ body: (JournalEntry) throws -> Bool
    ) -> String? {
        do {
            try store.scan(unit, after: 0, body)
            return nil
        } catch {
            return "cannot be read: \(error)"
        }
    }

    private static func problem(
        with entry: JournalEntry,
        expected sequence: Int,
        after previous: Data,
        at lastTime: Instant,
        version: Int
    ) -> String? {
        if entry.sequence != sequence { return "missing; the next one stored is entry \(entry.sequence)" }
        if Chain.hash(of: entry, after: previous) != entry.hash {
            return "its hash does not follow from its columns and the entry before it"
        }
        if entry.version != version { return "is version \(entry.version) of its stream; expected \(version)" }
        if entry.recordedAt < lastTime { return "recorded earlier than the entry before it" }
        return nil
    }

    private mutating func sealProblem(with entry: JournalEntry, _ opener: inout UnitLedger?) -> String? {
        do {
            guard let content = try opener?.open(entry) else { return nil }
            for reference in content.references {
                tombstones.note(reference)
                vouching.note(reference)
            }
            for reference in content.references {
                result.references += 1
                if let problem = try referenceProblem(reference, of: entry) { return problem }
            }
            return nil
        } catch SealError.keyDestroyed {
            result.unreadable += 1
            vouching.silent[entry.unit, default: []].insert(entry.sequence)
            return nil
        } catch {
            return "\(error)"
        }
    }

    private mutating func referenceProblem(_ reference: RowReference, of entry: JournalEntry) throws -> String? {
        guard let digest = try store.digest(of: reference) else {
            return mayBeForgotten(reference, entry.recordedAt)
                ? nil : "vouches for a row of \(reference.table) that is gone"
        }
        let changed = "vouches for a row of \(reference.table) that has been changed"
        switch reference.table {
        case .destroyedStream, .destroyedRaw:
            return digest == reference.digest ? nil : "says that a key was destroyed, but the key exists"
        case .command where digest == reference.digest:
            return try hasCommand(reference, recordedAt: entry.recordedAt) ? nil : changed
        case .raw where digest == reference.digest: return try opensRaw(reference, of: entry) ? nil : changed
        case .command, .raw, .blob, .outbox: return digest == reference.digest ? nil : changed
        }
    }

    /// The key of a page's form and a delivered message go after their keeping time; what a message was sent under never.
    private func mayBeForgotten(_ reference: RowReference, _ recordedAt: Instant) -> Bool {
        let lifetime: Int
        switch reference.table {
        case .outbox: lifetime = OutboxRow.deliveredLifetime
        case .command where Self.isFormKey(reference): lifetime = CommandKey.requestKeyLifetime
        case .command, .raw, .blob, .destroyedStream, .destroyedRaw: return false
        }
        guard let now else { return true }
        return recordedAt < now.adding(seconds: -lifetime)
    }

    private static func isFormKey(_ reference: RowReference) -> Bool {
        reference.key.split(separator: 0, maxSplits: 1).last?.starts(with: Array("http:".utf8)) == true
    }

    /// A command is recorded in the commit of its entry, so both bear the same time.
    private func hasCommand(_ reference: RowReference, recordedAt: Instant) throws -> Bool {
        let parts = reference.key.split(separator: 0, maxSplits: 1)
        guard parts.count == 2 else { return false }
        let actor = try ActorID(parsing: String(decoding: parts[0], as: UTF8.self))
        return try store.commands(
            unit: reference.unit,
            actor: actor,
            from: recordedAt,
            to: recordedAt.adding(microseconds: 1)
        ).contains { $0.command.key.referenceKey == reference.key }
    }

    /// The digest leaves out the wrapped key, which may be destroyed; while it is there, it must open the message.
    private mutating func opensRaw(_ reference: RowReference, of entry: JournalEntry) throws -> Bool {
        guard let masters, let id = RecordID(bytes: reference.key),
            let row = try store.raw(unit: reference.unit, id: id)
        else { return true }
        let vault = try vaults[reference.unit] ?? RawVault(unit: reference.unit, store: store, masters: masters)
        vaults[reference.unit] = vault
        do {
            _ = try vault.open(row)
        } catch SealError.keyDestroyed where row.wrapped == nil {
            result.unreadable += 1
            tombstones.unreadableRaws.append((.init(unit: row.unit, id: row.id), entry.unit, entry.sequence))
        }
        return true
    }

    // MARK: The access log

    private mutating func checkStrand(_ node: String, of unit: UnitID) throws {
        var previous = Chain.beginning(of: unit, strand: node)
        var number = 0
        var keys = masters.map { UnitKeys(unit: unit, masters: $0, lastKey: 0) }
        var lastTime = Instant.earliest
        var problem: (Int, String)?
        let witnessed = witnesses.filter { $0.unit == unit && $0.strand == node }
        let headBefore = try store.accessHead(of: unit, node: node)
        let unreadable = Self.scanAccess(store, unit, node) { line in
            guard problem == nil else { return }
            number += 1
            result.accessLines += 1
            if line.number != number {
                problem = (number, "missing; the next one stored is line \(line.number)")
            } else if line.hash(after: previous) != line.hash {
                problem = (number, "its hash does not follow from its columns and the line before it")
            } else if let signed = witnessed.first(where: { $0.sequence == number }), signed.hash != line.hash {
                problem = (number, "its hash is not the one signed in the witness file, line \(signed.number)")
            } else if var opening = keys {
                do {
                    _ = try AccessLog.open(line, store: store, keys: &opening)
                    keys = opening
                } catch {
                    problem = (number, "\(error)")
                }
            }
            previous = line.hash
            lastTime = line.recordedAt
        }
        if problem == nil, let unreadable { problem = (number + 1, unreadable) }
        let head = try store.accessHead(of: unit, node: node)
        if problem == nil, head.sequence == number, head.recordedAt != lastTime || head.lastKey != 0 {
            problem = (number, "the strand's head was not written with its last line")
        }
        if problem == nil, !Self.ends(number, previous, between: headBefore, and: head) {
            problem = (
                min(head.sequence, number) + 1, "the strand has \(number) lines and its head says \(head.sequence)"
            )
        }
        if problem == nil, let newest = witnessed.map(\.sequence).max(), newest > number {
            problem = (number + 1, "missing; the witness file has signed line \(newest)")
        }
        if let (number, text) = problem { note(unit, .accessLine(node: node, number: number), text) }
    }

    private func hasBrokenStrand(of unit: UnitID) -> Bool {
        result.findings.contains { finding in
            guard finding.unit == unit, case .accessLine = finding.place else { return false }
            return true
        }
    }

    private static func scanAccess(
        _ store: any JournalStore,
        _ unit: UnitID,
        _ node: String,
        _ body: (AccessRow) throws -> Void
    ) -> String? {
        do {
            try store.scanAccess(unit, node: node, body)
            return nil
        } catch {
            return "cannot be read: \(error)"
        }
    }
}
