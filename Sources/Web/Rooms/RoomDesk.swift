import Assistance
import Casework
import Exchange
import Law
import Office

/// Reads a filled-in form of a referral or of places and hands it to the office; pages and the JSON API go this way.
struct RoomDesk: Sendable {
    enum Outcome: Sendable {
        /// Written and durable. `conversation` is the referral that it belongs to; `nil` for what is about places.
        case done(conversation: RecordID?, sequence: Int, repeated: Bool)
        case wrong([FieldFault])
        case refused(CommandRefusal)
        /// Nobody is known to whom it would go.
        case noCounterpart
        case keyReused
    }

    /// More of a refusal's reason, which the message carries and no event.
    private static let otherReason = "otherReason"

    let rooms: OfficeRooms

    /// What a form needs besides its fields.
    ///
    /// Told is what is sent, when it is sent: however long its page has been open, and whatever was done meanwhile. Sent
    /// again under the same key, what was sent first stands with its own time.
    func context(_ person: Person, key: String, isDuty: Bool) throws -> FormContext {
        FormContext(
            id: try rooms.cases.identity(for: key, of: person),
            now: rooms.environment.now(),
            isDuty: isDuty
        )
    }

    // MARK: Referrals

    /// Tells the other level what a form says.
    ///
    /// - Throws: ``Absent``; any other error where it could not be stored.
    func tell(
        _ person: Person,
        _ form: CommandForm,
        in opened: OpenedReferral,
        _ values: CommandValues,
        key: String
    ) async throws -> Outcome {
        let referral = opened.facts.id
        let context = try context(person, key: key, isDuty: opened.isDuty)
        let happening: CommandForm.Happening
        switch form.read(values, context) {
        case .failure(let refusal): return .wrong(refusal.faults)
        case .success(let reading): happening = reading.happening
        }
        do {
            switch happening {
            case .told(let command):
                return try await Self.hearing(command, of: opened.shared, by: opened.side, at: context.now) {
                    try await rooms.referrals.tell(person, referral, command, key: key)
                }
            case .holdAsked(let owner, let request):
                let wish = HoldWish(
                    place: request.place,
                    kind: request.kind,
                    children: request.children,
                    span: request.span,
                    isAcute: request.isAcute,
                    until: request.wantedUntil
                )
                return Self.outcome(
                    try await rooms.referrals.askHold(person, for: referral, of: owner, wish, key: key)
                )
            case .erasure(let isConfirmed, let reason):
                let desk = rooms.referrals
                let outcome =
                    isConfirmed
                    ? try await desk.confirmErasure(person, referral, because: reason, key: key)
                    : try await desk.askErasure(person, referral, because: reason, key: key)
                return Self.outcome(outcome, referral)
            case .inCase, .reviewed, .answered, .coded, .place: throw Absent()
            }
        } catch is NoCounterpart {
            return .noCounterpart
        }
    }

    /// Asks for a place at once for the child of a case.
    ///
    /// - Throws: ``Absent``; any other error where it could not be stored.
    func askAcutely(
        _ person: Person,
        for opened: OpenedCase,
        _ values: CommandValues,
        key: String
    ) async throws -> Outcome {
        let context = try context(person, key: key, isDuty: true)
        switch CommandForm.askAcutely.read(values, context) {
        case .failure(let refusal): return .wrong(refusal.faults)
        case .success(let reading):
            guard case .told(let command) = reading.happening, case .acuteAsked(let request) = command.content else {
                throw Absent()
            }
            let child = opened.child.person
            let isHidden = if case .hidden(_)? = child.residence { true } else { false }
            let isTogether = !values["isTogether"].isEmpty
            let siblings = Self.siblings(of: opened).filter { values["siblings"].contains("\($0.id)") }
            do {
                return try await Self.hearing(command, of: SharedReferral([]), by: .municipality, at: context.now) {
                    try await rooms.referrals.askAcutely(
                        person,
                        forCase: opened.facts.id,
                        request,
                        command.prose,
                        child: AcuteChild(
                            number: child.number,
                            description: child.name,
                            hasHiddenAddress: isHidden,
                            interpreter: child.interpreter,
                            siblings: siblings.map { .init(number: $0.number, isTogether: isTogether) }
                        ),
                        key: key
                    )
                }
            } catch is NoCounterpart {
                return .noCounterpart
            }
        }
    }

    /// Brothers and sisters in the case whose number is known.
    static func siblings(of opened: OpenedCase) -> [(id: RecordID, name: String, number: PersonNumber)] {
        opened.people.compactMap { someone in
            guard someone.relations.contains(where: { $0.relation.kind == .sibling }) else { return nil }
            return someone.person.number.map { (someone.facts.id, someone.person.name, $0) }
        }
    }

    // MARK: Places

    /// Does with the own unit's places what a form says.
    ///
    /// - Throws: ``Absent``; any other error where it could not be stored.
    func perform(
        _ person: Person,
        _ form: CommandForm,
        _ values: CommandValues,
        key: String
    ) async throws -> Outcome {
        let context = try context(person, key: key, isDuty: false)
        switch form.read(values, context) {
        case .failure(let refusal):
            guard rooms.gate.permits(person, .changePlaces, in: person.unit) else { throw Absent() }
            return .wrong(refusal.faults)
        case .success(let reading):
            guard case .place(let event) = reading.happening else { throw Absent() }
            let desk = rooms.places
            let outcome: CommandOutcome
            switch event {
            case .holdGranted(let id, let until):
                outcome = try await desk.answer(person, id, .granted(until: until), key: key)
            case .holdRefused(let id, let reason):
                outcome = try await desk.answer(
                    person,
                    id,
                    .refused(reason),
                    otherReason: values[Self.otherReason].first,
                    key: key
                )
            default: outcome = try await desk.perform(person, event, key: key)
            }
            return Self.outcome(outcome, nil)
        }
    }

    // MARK: Outcomes

    /// Sends; what no message can be written of is refused by the rule that it breaks.
    ///
    /// The rules are asked afterwards only: the same form sent again is done already, and would break them.
    private static func hearing(
        _ command: ReferralCommand,
        of shared: SharedReferral,
        by side: Side,
        at now: Instant,
        _ send: () async throws -> ReferralDesk.Sent
    ) async throws -> Outcome {
        do {
            return outcome(try await send())
        } catch let error where !(error is Absent) && !(error is NoCounterpart) {
            guard let refusal = shared.refusal(of: command, by: side, now: now) else { throw error }
            return .refused(.assistance(refusal))
        }
    }

    private static func outcome(_ sent: ReferralDesk.Sent) -> Outcome { outcome(sent.outcome, sent.conversation) }

    private static func outcome(_ outcome: CommandOutcome, _ conversation: RecordID?) -> Outcome {
        switch outcome {
        case .done(_, let sequence, _, let repeated):
            .done(conversation: conversation, sequence: sequence, repeated: repeated)
        case .keyReused: .keyReused
        case .refused(let refusal): .refused(refusal)
        }
    }
}

extension SharedReferral {
    /// The rule that a command would break now; `nil` for none.
    func refusal(of command: ReferralCommand, by side: Side, now: Instant) -> AssistanceRefusal? {
        let told = decide(command, by: side, now: now, today: OsloTime.day(at: now))
        return if case .failure(let refusal) = told { refusal } else { nil }
    }
}

extension OpenedReferral {
    /// Whether the state is obliged to what is asked for.
    var isDuty: Bool { shared.referral?.basis.isDuty ?? false }
}
