import Casework
import Journal
import Law

/// The answer to a message that is sent again.
extension Reception {
    /// The first answer, made again from the journal; where that has been made unreadable on purpose, from what stands in
    /// clear: the reports' ids and the status that was answered.
    ///
    /// - Throws: ``MissingEntry`` where the journal does not hold what was answered.
    func answer(
        again envelope: RawEnvelope,
        _ raw: RawRow,
        at sequence: Int,
        in unit: Unit,
        _ keys: [CommandKey]
    ) throws -> IntakeAnswer {
        do {
            return try unit.answer(at: sequence)
        } catch SealError.keyDestroyed {
            let missing = MissingEntry(unit: unit.id, sequence: sequence)
            guard let first = try store.entry(unit.id, sequence: sequence),
                let command = try keys.lazy.compactMap(store.command).first
            else { throw missing }
            let messageID = envelope.messageID ?? envelope.key ?? ""
            guard command.status == 201 else { return .kept(.destroyed(first, envelope, raw), id: first.stream) }
            return .received(
                .init(
                    unit: unit.id,
                    concerns: try reports(of: first, in: unit.id),
                    receivedAt: first.recordedAt,
                    messageID: messageID.isEmpty ? raw.id.description : messageID
                )
            )
        }
    }

    /// The reports of a message from its first one on: they were stored one after the other in one commit, up to where
    /// the sender's next message begins.
    private func reports(of first: JournalEntry, in unit: UnitID) throws -> [RecordID] {
        let next = try store.commands(
            unit: self.unit,
            actor: first.actor,
            from: first.recordedAt,
            to: first.recordedAt.adding(microseconds: 1)
        ).map(\.command).filter { $0.at == unit && $0.sequence > first.sequence }.map(\.sequence).min()
        var streams: [RecordID] = []
        try store.scan(unit, after: first.sequence - 1) { entry in
            guard entry.sequence < next ?? .max, entry.recordedAt == first.recordedAt, entry.actor == first.actor,
                entry.version == 1
            else { return false }
            streams.append(entry.stream)
            return true
        }
        return streams
    }

    private var store: any JournalStore { units.store }
}

extension WorkItem {
    /// An item of which only its place is left.
    fileprivate static func destroyed(_ entry: JournalEntry, _ envelope: RawEnvelope, _ raw: RawRow) -> WorkItem {
        WorkItem(
            problem: .unreadable,
            details: [],
            rawID: raw.id,
            sender: envelope.sender,
            messageID: envelope.messageID ?? envelope.key ?? "",
            form: envelope.form,
            receivedAt: entry.recordedAt
        )
    }
}
