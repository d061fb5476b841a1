package import Casework
import Foundation
import Journal
package import Law

/// What is put into a case. Every write has the form's idempotency key: sent twice, it is done once.
extension CaseDesk {
    /// An identity that belongs to a form: sent again, the form names the same thing.
    ///
    /// `number` tells several new things of one form apart.
    package func identity(for key: String, of person: Person, number: Int = 0) throws -> RecordID {
        let bytes = try digest(Data("identity|\(person.id)|\(key)|\(number)".utf8), in: person.unit)
        return RecordID(bytes: Array(bytes.prefix(16))) ?? environment.newID(environment.now())
    }

    /// Opens a case for a child that somebody has looked for first.
    ///
    /// A caseworker who opens one answers for it until the leader says otherwise.
    ///
    /// - Returns: The case's identity with the outcome; ``CommandRefusal/lookAgain`` where the search was for somebody
    ///   else, is a day old, or a case has been opened since.
    /// - Throws: ``Absent`` where the person may open no case; any other error where it could not be stored.
    package func openCase(
        _ person: Person,
        _ opening: CaseOpening,
        on day: CalendarDay,
        after looked: LookedFirst,
        key: String
    ) async throws -> (id: RecordID, outcome: CommandOutcome) {
        let id = try identity(for: key, of: person)
        _ = try await gate.enter(person, .openCase, in: person.unit, objects: [id])
        guard let look = try look(looked, for: opening, by: person) else { return (id, .refused(.lookAgain)) }
        let new = NewCase(id: id, opening: opening, on: day, look: look, responsible: Self.responsible(person))
        let body = UnitEventCodec.encode(.case(.opened(opening))) + Array("|\(day)".utf8)
        return (id, try await perform(.openCase(new), body, by: person, key: key))
    }

    /// Carries out a command on a case.
    ///
    /// The capacity in which somebody acts is their role's, whatever the command says.
    ///
    /// - Returns: What was done, or why it was refused.
    /// - Throws: ``Absent`` where the case is missing or the person may not change it; any other error where the command
    ///   could not be stored.
    package func perform(
        _ person: Person,
        _ id: RecordID,
        _ command: CaseCommand,
        key: String
    ) async throws -> CommandOutcome {
        _ = try await enter(person, .changeCase, id, reach(person, id))
        return try await perform(person, id, command, attached: [], key: key)
    }

    /// Writes down the review of a report.
    ///
    /// `looked` is needed where the review opens a new case, and for nothing else.
    ///
    /// - Throws: ``Absent`` where the report is missing or the person may not change it, or has a conflict of interest in
    ///   the case; any other error where the command could not be stored.
    package func review(
        _ person: Person,
        _ concern: RecordID,
        _ command: ReviewCommand,
        after looked: LookedFirst? = nil,
        key: String
    ) async throws -> CommandOutcome {
        try await enter(person, concern, command.caseID)
        var look: Look?
        if case .investigate(.newCase(_, let opening), _) = command.outcome {
            look = try looked.flatMap { try self.look($0, for: opening, by: person) }
            guard look != nil else { return .refused(.lookAgain) }
        }
        let wish = UnitCommand.Wish.review(concern, command, look, responsible: Self.responsible(person))
        return try await perform(wish, Array("\(concern)|".utf8) + command.bytes, by: person, key: key)
    }

    /// Notes what a reporter was told, or why not.
    ///
    /// - Throws: ``Absent`` where the report is missing or the person may not change it; any other error where the
    ///   command could not be stored.
    package func answer(
        _ person: Person,
        _ concern: RecordID,
        _ command: AnswerCommand,
        key: String
    ) async throws -> CommandOutcome {
        try await enter(person, concern, nil)
        return try await perform(
            .answerReporter(concern, command),
            Array("\(concern)|\(command.on)|".utf8) + command.bytes,
            by: person,
            key: key
        )
    }

    /// Codes a report for the statistics.
    ///
    /// - Throws: ``Absent`` where the report is missing or the person may not change it; any other error where the
    ///   command could not be stored.
    package func code(
        _ person: Person,
        _ concern: RecordID,
        _ command: CodingCommand,
        key: String
    ) async throws -> CommandOutcome {
        try await enter(person, concern, nil)
        return try await perform(
            .codeConcern(concern, command),
            Array("\(concern)|\(command.on)|".utf8) + UnitEventCodec.encode(.concern(.coded(command.codes))),
            by: person,
            key: key
        )
    }

    // MARK: Parts

    /// Lets a person decide about a report.
    ///
    /// Whoever reviews reports need not be assigned to the case that takes one up. A conflict of interest in the report's
    /// own case, or in the one named, bars it.
    private func enter(_ person: Person, _ concern: RecordID, _ named: RecordID?) async throws {
        let (exists, isBarred) = try units.unit(person.unit).read { state in
            let conflicts = named.flatMap(state.storedCase)?.facts.conflicts ?? []
            return (
                state.concern(concern) != nil,
                conflicts.contains(person.id) || state.bars(person.id, fromConcern: concern)
            )
        }
        _ = try await gate.enter(
            person,
            .changeConcern,
            in: person.unit,
            objects: [concern] + (named.map { [$0] } ?? []),
            exists: exists && !isBarred
        )
    }

    func perform(
        _ person: Person,
        _ id: RecordID,
        _ command: CaseCommand,
        attached: [RowReference],
        key: String,
        body: [UInt8]? = nil
    ) async throws -> CommandOutcome {
        var command = command
        command.capacity = person.role == .leader ? .leader : .caseworker
        let asked = body ?? UnitEventCodec.encode(.case(command.event))
        return try await perform(
            .case(id, command, attached: attached),
            Array("\(id)|\(command.event.kind)|\(command.on)|".utf8) + asked,
            by: person,
            key: key
        )
    }

    func perform(
        _ wish: UnitCommand.Wish,
        _ body: [UInt8],
        by person: Person,
        in unit: UnitID? = nil,
        key: String
    ) async throws -> CommandOutcome {
        let unit = unit ?? person.unit
        let command = UnitCommand(
            wish: wish,
            actor: person.id,
            keys: [CommandKey(unit: unit, actor: person.id, prefix: "http:", name: key)],
            digest: try digest(Data(body), in: unit)
        )
        return try await units.perform(command, in: unit)
    }

    /// A caseworker answers for what they open; a leader assigns somebody.
    private static func responsible(_ person: Person) -> ActorID? { person.role == .caseworker ? person.id : nil }

    /// What the person saw when they looked for a child; `nil` where it was another, or too long ago.
    private func look(_ looked: LookedFirst, for opening: CaseOpening, by person: Person) throws -> Look? {
        let seal = try LookSeal(unit: person.unit, store: store, masters: masters)
        let keys = try units.unit(person.unit).searchKeys
        guard let read = seal.open(looked, by: person.id, at: environment.now()), read.fits(opening, keys) else {
            return nil
        }
        return Look(key: opening.child.number.map(keys.key(of:)), hits: read.hits)
    }
}

extension ReviewCommand {
    /// What is asked for, as bytes that are the same for the same wish.
    fileprivate var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(on)
        writer.write(isAtOnce)
        writer.write(replacesEarlier)
        switch outcome {
        case .shelve(let cause, let reason):
            writer.write(ConcernReview(outcome: .shelved(cause, reason: reason), isAtOnce: isAtOnce))
        case .investigate(.newCase(let id, let opening), let investigation):
            writer.write(id)
            writer.write(opening)
            writer.write(investigation)
        case .investigate(.openCase(let id), let investigation):
            writer.write(id)
            writer.write(investigation)
        case .investigate(.closedCase(let id, let reason), let investigation):
            writer.write(id)
            writer.write(reason)
            writer.write(investigation)
        case .addToRunning(let id): writer.write(ConcernReview(outcome: .addedToRunning(id), isAtOnce: isAtOnce))
        case .addToMeasures(let id): writer.write(ConcernReview(outcome: .activeMeasures(id), isAtOnce: isAtOnce))
        }
        return writer.bytes
    }
}

extension AnswerCommand {
    fileprivate var bytes: [UInt8] {
        switch act {
        case .tell(let answers): UnitEventCodec.encode(.concern(.reporterAnswered(answers)))
        case .omit(let answer, let omission): UnitEventCodec.encode(.concern(.answerOmitted(answer, omission)))
        }
    }
}
