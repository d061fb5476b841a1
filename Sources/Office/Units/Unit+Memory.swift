import Journal
import Law

/// What the keys of a command tell of it.
enum CommandMemory {
    /// None of its keys has been used.
    case new
    /// All of its keys lead to the same answer, or one of them has been used for something else.
    case settled(CommandOutcome)
    /// It was carried out before; some of its keys are not known yet.
    case underOtherKeys(EarlierCommand)
}

/// A command that was carried out before, and the keys by which it was not known then.
struct EarlierCommand: Sendable {
    let row: CommandRow
    let recordedAt: Instant
    let newKeys: [CommandKey]

    var outcome: CommandOutcome {
        .done(unit: row.at, sequence: row.sequence, recordedAt: recordedAt, repeated: true)
    }
}

/// Nothing is done twice: what was done is known by every key that it was ever asked for under.
extension Unit {
    /// Looks at all keys of a command before any of them answers for the others.
    ///
    /// - Throws: Where the store cannot be read.
    func memory(of command: UnitCommand) throws -> CommandMemory {
        let rows = try command.keys.compactMap(store.command)
        guard let first = rows.first else { return .new }
        let stranger = rows.first { row in
            row.digest != command.digest || (row.at, row.sequence) != (first.at, first.sequence)
        }
        if let stranger { return .settled(.keyReused(stranger)) }
        let known = Set(rows.map(\.key))
        let earlier = EarlierCommand(
            row: first,
            recordedAt: try store.entry(first.at, sequence: first.sequence)?.recordedAt ?? clock(),
            newKeys: command.keys.filter { !known.contains($0) }
        )
        return earlier.newKeys.isEmpty ? .settled(earlier.outcome) : .underOtherKeys(earlier)
    }

    /// Answers the commands that have been carried out before, and returns those that must be decided again.
    ///
    /// - Throws: Only as long as nobody has been answered.
    func recall(_ waiting: [Waiting], among keys: Set<CommandKey>) throws -> [Waiting] {
        var again: [Waiting] = []
        var settled: [(waiting: Waiting, outcome: CommandOutcome)] = []
        for waiting in waiting {
            let memory = keys.isDisjoint(with: waiting.command.keys) ? .new : try memory(of: waiting.command)
            switch memory {
            case .new: again.append(waiting)
            case .settled(let outcome): settled.append((waiting, outcome))
            case .underOtherKeys(let earlier): again.append(waiting.known(as: earlier))
            }
        }
        for (waiting, outcome) in settled { waiting.give(outcome) }
        return again
    }
}

extension Unit.Waiting {
    /// The same command, of which only the new keys are left to be stored.
    func known(as earlier: EarlierCommand) -> Unit.Waiting {
        Unit.Waiting(command: command, answer: answer, earlier: earlier)
    }

    /// What happens if the command is carried out on this state; pure.
    func decide(
        on state: TentativeState,
        law: Lawbook,
        post: HoldPost,
        now: Instant
    ) -> Result<[NewEvent], CommandRefusal> {
        guard let earlier else { return command.decide(on: state, law: law, post: post, now: now) }
        let today = OsloTime.day(at: now)
        let event = UnitEvent.alsoKnown(at: earlier.row.at, sequence: earlier.row.sequence)
        return .success([NewEvent(stream: .keys(of: command.actor), occurredOn: today, event: event)])
    }
}
