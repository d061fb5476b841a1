import Foundation
import Journal
import Law

/// What one turn of a unit's loop wants to commit, and whom to answer what.
struct BatchPlan {
    struct Accepted {
        let waiting: Unit.Waiting
        let sequence: Int
    }

    private struct Planned {
        let sequence: Int
        let stream: RecordID
        let actor: ActorID
        let occurredOn: CalendarDay
        let event: UnitEvent
    }

    var batch: UnitBatch
    var accepted: [Accepted] = []
    var refused: [(waiting: Unit.Waiting, refusal: CommandRefusal)] = []
    /// Commands whose twin is in this batch.
    var postponed: [Unit.Waiting] = []
    private var planned: [Planned] = []

    init(batch: UnitBatch) {
        self.batch = batch
    }

    /// Adds a command's events and the rows that stand or fall with them.
    ///
    /// - Returns: The events as they will be recorded, for the tentative state.
    mutating func add(
        _ waiting: Unit.Waiting,
        _ events: [NewEvent],
        now: Instant,
        unit: UnitID,
        ledger: inout UnitLedger
    ) throws -> [RecordedEvent] {
        let command = waiting.command
        let first = batch.after.sequence + batch.entries.count + 1
        var status = 200
        var references: [RowReference] = []
        if waiting.earlier == nil, case .take(let intake) = command.wish {
            status = intake.status
            if let raw = intake.raw {
                batch.raws.append(raw)
                references.append(raw.reference)
            }
            if let receipt = intake.receipt {
                references.append(
                    try ledger.send(
                        receipt.body,
                        to: receipt.destination,
                        id: receipt.id,
                        at: now,
                        in: &batch
                    )
                )
            }
        }
        let earlier = waiting.earlier
        for key in earlier?.newKeys ?? command.keys {
            let row = CommandRow(
                key: key,
                digest: command.digest,
                status: earlier?.row.status ?? status,
                at: earlier?.row.at ?? unit,
                sequence: earlier?.row.sequence ?? first
            )
            batch.commands.append(row)
            references.append(row.reference)
        }
        var recorded: [RecordedEvent] = []
        for new in events {
            batch.raws += new.raws
            let posted = try new.letters.map {
                try ledger.send($0.body, to: $0.destination, id: $0.id, at: now, in: &batch)
            }
            let content = EntryContent(
                kind: UnitEventCodec.kind(of: new.event),
                occurredOn: new.occurredOn,
                references: (recorded.isEmpty ? references : []) + new.references + new.raws.map(\.reference) + posted,
                body: UnitEventCodec.encode(new.event)
            )
            let sequence = try append(content, of: new, by: command.actor, in: unit, ledger: &ledger)
            planned.append(
                Planned(
                    sequence: sequence,
                    stream: new.stream,
                    actor: command.actor,
                    occurredOn: new.occurredOn,
                    event: new.event
                )
            )
            recorded.append(
                RecordedEvent(
                    sequence: sequence,
                    stream: new.stream,
                    actor: command.actor,
                    recordedAt: now,
                    occurredOn: new.occurredOn,
                    event: new.event
                )
            )
        }
        accepted.append(Accepted(waiting: waiting, sequence: first))
        return recorded
    }

    /// Whether a command can have a place in it besides what it holds: what makes something unreadable stands alone.
    func takes(_ command: UnitCommand) -> Bool {
        batch.destroyed.isEmpty && (!command.wish.isErasure || batch.entries.isEmpty)
    }

    private mutating func append(
        _ content: EntryContent,
        of new: NewEvent,
        by actor: ActorID,
        in unit: UnitID,
        ledger: inout UnitLedger
    ) throws -> Int {
        guard let raws = new.destroys else {
            return try ledger.append(content, to: new.stream, by: actor, in: &batch)
        }
        try ledger.destroy(new.stream, raws: (raws, unit), noting: content, by: actor, in: &batch)
        return batch.after.sequence + batch.entries.count
    }

    func recorded(at recordedAt: Instant) -> [RecordedEvent] {
        planned.map {
            RecordedEvent(
                sequence: $0.sequence,
                stream: $0.stream,
                actor: $0.actor,
                recordedAt: recordedAt,
                occurredOn: $0.occurredOn,
                event: $0.event
            )
        }
    }
}
