package import Assistance
import Exchange
import Journal
package import Law

/// The desk of both levels for referrals: one conversation, told by the same messages on either side.
///
/// A municipality reaches a referral through its case and the tie to it; a region's officers reach those of their own
/// region. Every reading function passes the gate before it opens an entry.
package struct ReferralDesk: Sendable {
    let units: Units
    let gate: Gate
    let cases: CaseDesk
    let composer: MessageComposer
    let law: Lawbook
    let limits: AnswerLimits
    let environment: Environment

    /// What came of sending: the message's id, and the conversation that it stands in.
    package struct Sent: Sendable {
        /// The message that was sent.
        package let message: RecordID
        /// The id of the conversation's first message.
        package let conversation: RecordID
        /// Whether it was done.
        package let outcome: CommandOutcome
    }

    // MARK: Both levels

    /// Opens a referral.
    ///
    /// - Throws: ``Absent`` where there is none or the person may not read it; any other error where it cannot be read.
    package func open(_ person: Person, _ id: RecordID) async throws -> OpenedReferral {
        let reached = try reach(person, id)
        let (stored, grant) = try await enter(person, .readReferral, id, reached)
        return try opened(person, stored, in: reached.unit, under: grant)
    }

    /// Tells the other level something: an offer, an answer, a receipt, a step, a stay, a delay, advice and so on.
    ///
    /// The message is written from the command. The same form sent again is done once.
    ///
    /// - Returns: What was sent, or why it was refused (``CommandRefusal/assistance(_:)``).
    /// - Throws: ``Absent`` where there is no such referral or the person may not; any other error where it could not be
    ///   stored.
    package func tell(
        _ person: Person,
        _ id: RecordID,
        _ command: ReferralCommand,
        key: String
    ) async throws -> Sent {
        let reached = try reach(person, id)
        let (stored, _) = try await enter(person, .changeReferral, id, reached)
        do {
            return try await send(
                .shared(command.content, command.prose),
                in: stored.facts,
                about: command.about,
                by: person,
                key: key
            )
        } catch let failure as SharedMessage.Failure {
            // What the rules refuse may have no message that says it; then the rule is the better answer.
            let decided = stored.shared.decide(
                command,
                by: stored.facts.side,
                now: environment.now(),
                today: environment.today
            )
            guard case .failure(let refusal) = decided else { throw failure }
            return Sent(message: id, conversation: id, outcome: .refused(.assistance(refusal)))
        }
    }

    /// Makes somebody of the own unit the one who handles a referral.
    ///
    /// - Parameters:
    ///   - person: Who does it.
    ///   - id: The referral.
    ///   - handler: Who is to handle it.
    ///   - holder: Who handles it as far as the person has seen; `nil` for nobody.
    ///   - key: The form's idempotency key.
    /// - Returns: What was done; ``CommandRefusal/handled(by:)`` where somebody else than `holder` has it.
    /// - Throws: ``Absent`` where there is no such referral or the person may not; any other error where it could not be
    ///   stored.
    package func assign(
        _ person: Person,
        _ id: RecordID,
        to handler: ActorID,
        from holder: ActorID?,
        key: String
    ) async throws -> CommandOutcome {
        let reached = try reach(person, id)
        _ = try await enter(person, .changeReferral, id, reached)
        let asked = "\(id)|\(handler)|\(holder?.description ?? "")"
        return try await cases.perform(
            .assignReferral(id, handler, from: holder),
            Array(asked.utf8),
            by: person,
            key: key
        )
    }

    /// Makes oneself the one who handles a referral (ta): one that nobody has, or, named, one that somebody has.
    ///
    /// - Returns: As ``assign(_:_:to:from:key:)``.
    /// - Throws: As ``assign(_:_:to:from:key:)``.
    package func take(
        _ person: Person,
        _ id: RecordID,
        from holder: ActorID? = nil,
        key: String
    ) async throws -> CommandOutcome {
        try await assign(person, id, to: person.id, from: holder, key: key)
    }
}

extension ReferralDesk {
    /// Says that somebody of the region has a conflict of interest in a referral, or has none any longer.
    ///
    /// Whoever has one is answered from then on as if there were no such referral.
    ///
    /// - Returns: What was done, or why it was refused.
    /// - Throws: ``Absent`` where there is no such referral or the person may not; any other error where it could not be
    ///   stored.
    package func note(
        _ person: Person,
        _ id: RecordID,
        _ conflict: ReferralConflict,
        key: String
    ) async throws -> CommandOutcome {
        _ = try await enter(person, .changeReferral, id, reach(person, id))
        var writer = ByteWriter()
        writer.write(id)
        writer.write(String(describing: conflict))
        return try await cases.perform(.referralConflict(id, conflict), writer.bytes, by: person, key: key)
    }
}

/// How long the other side may leave something unanswered before it is shown as late, and told to the leader.
///
/// None of them is set by a section: they are choices of this program.
package struct AnswerLimits: Hashable, Sendable {
    /// Minutes for the other system's receipt.
    package var applicationReceipt: Int
    /// Days for a person's receipt.
    package var caseworkerReceipt: Int
    /// Hours for the answer to a request for a hold.
    package var hold: Int

    package init(applicationReceipt: Int = 15, caseworkerReceipt: Int = 7, hold: Int = 24) {
        self.applicationReceipt = applicationReceipt
        self.caseworkerReceipt = caseworkerReceipt
        self.hold = hold
    }
}
