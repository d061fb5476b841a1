import Casework
import Exchange
import Law
import Synthetic

/// Plays histories through the rules of the domain, as the program does, and keeps what comes of it.
struct HistoryPlayer {
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var concerns: [ReportName: ConcernFacts] = [:]
    /// What was told of each report.
    private(set) var told: [RecordID: [ConcernEvent]] = [:]
    private(set) var cases: [RecordID: CaseFacts] = [:]
    /// What stands in each case, corrections too.
    private(set) var entries: [RecordID: [CaseEntry]] = [:]
    private var entryOfStep: [Int: Int] = [:]
    private var sequence = 0
    private let law = Lawbook.national

    /// Takes the steps of one family in order.
    ///
    /// - Throws: ``Refused`` at the first step that the domain does not accept.
    mutating func play(_ history: PretendHistory) throws {
        entryOfStep = [:]
        for step in history.steps {
            do {
                try take(step)
            } catch let refusal as CaseRefusal {
                throw Refused(description: "\(refusal) \(step.day) step \(step.order): \(step.act)")
            } catch let refusal as ConcernCommand.Refusal {
                throw Refused(description: "\(refusal) \(step.day) step \(step.order): \(step.act)")
            }
        }
    }

    private mutating func take(_ step: HistoryStep) throws {
        let clerk = try ActorID(kind: .system, name: "reception")
        let actor = step.actor ?? clerk
        switch step.act {
        case .reportArrives(let message):
            for (place, concern) in message.document.concerns.enumerated() {
                receive(concern, as: ReportName(messageID: message.messageID, child: place), step, message.isUrgent)
            }
        case .reportTypedIn(let name, let concern, let isUrgent):
            receive(concern, as: name, step, isUrgent)
        case .reportHandled(let name, let command):
            let facts = try report(name)
            try tell(command.decide(on: facts).get(), of: name, by: actor, on: step.day)
        case .reportReviewed(let name, let review):
            let effects = try review.decide(
                on: report(name),
                cases: { cases[$0] },
                by: actor,
                law: law,
                today: step.day
            ).get()
            try tell(effects.concernEvent, of: name, by: actor, on: review.on)
            guard let id = effects.caseID else { return }
            for event in effects.caseEvents { try write(event, in: id, by: actor, on: review.on) }
        case .reporterAnswered(let name, let answer):
            let facts = try report(name)
            let held = facts.review?.caseID.flatMap { cases[$0] }
            try tell(
                answer.decide(on: facts, in: held, by: actor, today: step.day).get(),
                of: name,
                by: actor,
                on: answer.on
            )
        case .reportCoded(let name, let command):
            let facts = try report(name)
            let held = facts.review?.caseID.flatMap { cases[$0] }
            try tell(
                command.decide(on: facts, in: held, by: actor, today: step.day).get(),
                of: name,
                by: actor,
                on: command.on
            )
        case .inCase(let id, let command):
            try carryOut(command, in: id, by: actor, step)
        case .corrected(let id, let corrected, let correction, let reason, let capacity):
            guard let entry = entryOfStep[corrected] else {
                throw Refused(description: "no entry of step \(corrected)")
            }
            let event = CaseEvent.corrected(entry: entry, to: correction, reason: reason)
            let command = CaseCommand(event: event, on: step.day, capacity: capacity, seen: nil)
            try carryOut(command, in: id, by: actor, step)
        }
    }

    private mutating func carryOut(
        _ command: CaseCommand,
        in id: RecordID,
        by actor: ActorID,
        _ step: HistoryStep
    ) throws {
        guard let facts = cases[id] else { throw Refused(description: "no case yet, step \(step.order)") }
        let known = facts.concerns.compactMap { id in concerns.values.first { $0.id == id } }
        let events = try command.decide(on: facts, concerns: known, by: actor, law: law, today: step.day).get()
        entryOfStep[step.order] = sequence + 1
        for event in events { try write(event, in: id, by: actor, on: command.on) }
    }

    private mutating func receive(_ concern: Concern, as name: ReportName, _ step: HistoryStep, _ isUrgent: Bool) {
        sequence += 1
        let received = ReceivedConcern(
            concern: concern,
            channel: step.actor == nil ? .message(form: "offentlig.v2") : .typedIn,
            messageID: name.messageID,
            rawID: nil,
            childIndex: name.child,
            irregularities: [],
            isUrgent: isUrgent,
            receivedAt: OsloTime.instant(of: step.day, hour: 21)
        )
        let id = RecordID(high: UInt64(sequence), low: 1)
        concerns[name] = ConcernFacts(received.gist, id: id, sequence: sequence, on: step.day)
    }

    private func report(_ name: ReportName) throws -> ConcernFacts {
        guard let facts = concerns[name] else { throw Refused(description: "no such report") }
        return facts
    }

    private mutating func tell(_ event: ConcernEvent, of name: ReportName, by actor: ActorID, on day: CalendarDay)
        throws
    {
        sequence += 1
        let at = OsloTime.instant(of: day, hour: 21)
        concerns[name]?.apply(event, by: actor, at: at, on: day, entry: sequence)
        if let id = concerns[name]?.id { told[id, default: []].append(event) }
    }

    private mutating func write(_ event: CaseEvent, in id: RecordID, by actor: ActorID, on day: CalendarDay) throws {
        sequence += 1
        entries[id, default: []].append(CaseEntry(entry: sequence, occurredOn: day, actor: actor, event: event))
        if case .opened(let opening) = event {
            cases[id] = CaseFacts(opening, id: id, sequence: sequence, on: day)
        } else if event.needsRefold {
            cases[id] = CaseFacts.fold(entries[id] ?? [], of: id)
        } else {
            cases[id]?.apply(event, on: day, by: actor, entry: sequence)
        }
    }
}
