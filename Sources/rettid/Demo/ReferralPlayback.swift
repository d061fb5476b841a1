import Assistance
import Casework
import Exchange
import Law
import Office
import Synthetic

/// Plays the pretend referrals and what befalls places through the desks, each step at its own time.
struct ReferralPlayback {
    private let rooms: OfficeRooms
    private let clock: PretendClock
    /// By time.
    private let turns: [Turn]
    private var next = 0
    /// The conversation of each referral, and the messages of its steps.
    private var conversations: [Int: RecordID] = [:]
    private var messages: [Place: RecordID] = [:]

    /// One step, with whose it is.
    private struct Turn {
        let at: Instant
        let what: What

        enum What {
            case referral(PretendReferral, step: Int)
            case place(PlaceStep, number: Int)
        }
    }

    private struct Place: Hashable {
        let referral: Int
        let step: Int
    }

    init(_ referrals: [PretendReferral], _ places: [PlaceStep], in rooms: OfficeRooms, at clock: PretendClock) {
        self.rooms = rooms
        self.clock = clock
        let told = referrals.flatMap { referral in
            referral.steps.indices.map { Turn(at: referral.steps[$0].at, what: .referral(referral, step: $0)) }
        }
        let done = places.enumerated().map { Turn(at: $1.at, what: .place($1, number: $0)) }
        // What befalls places at a time comes before the referrals of that time.
        turns = (done + told).enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    /// Takes all steps up to and with a time, and sees that each message has reached the other level.
    ///
    /// - Throws: ``PlaybackStopped`` where a step was not accepted; any other error where it could not be stored.
    mutating func play(until time: Instant) async throws {
        while next < turns.count, turns[next].at <= time {
            let turn = turns[next]
            next += 1
            clock.set(turn.at)
            switch turn.what {
            case .place(let step, let number):
                let manager = try manager(of: step.unit)
                let outcome = try await rooms.places.perform(manager, step.event, key: "past-places-\(number)")
                try check(outcome, "\(step.unit) \(number)")
            case .referral(let referral, let step):
                do {
                    try await take(referral, step)
                } catch let absent as Absent {
                    throw stopped(referral, step, "\(absent)")
                }
                try await rooms.carried()
            }
        }
    }

    private mutating func take(_ referral: PretendReferral, _ step: Int) async throws {
        let key = Self.key(referral, step)
        switch referral.steps[step].act {
        case .sent(let wish): note(try await send(wish, referral, step, key), referral, step)
        case .askedAcutely(let request, let prose):
            let sent = try await askAcutely(request, prose, referral, key)
            try check(sent.outcome, key)
            note(sent, referral, step)
        case .taken:
            let officer = try person(referral.officer)
            try check(try await rooms.referrals.take(officer, conversation(referral, step), key: key), key)
        case .told(let side, let content, let prose, let about):
            let id = try conversation(referral, step)
            let command = ReferralCommand(
                about: try about.map { try message(referral, $0) } ?? id,
                content: content,
                prose: prose
            )
            let teller = try person(side == .state ? referral.officer : referral.caseworker)
            let sent = try await rooms.referrals.tell(teller, id, command, key: key)
            try check(sent.outcome, key)
            note(sent, referral, step)
        case .withdrawn(let reason): try await withdraw(reason, referral, step, key)
        case .holdAsked(let unit, let place, let kind, let span, let until):
            let sent = try await rooms.referrals.askHold(
                try person(referral.officer),
                for: conversation(referral, step),
                of: unit.organisationNumber,
                HoldWish(place: place, kind: kind, children: 1, span: span, isAcute: false, until: until),
                key: key
            )
            try check(sent.outcome, key)
            note(sent, referral, step)
        case .holdGranted(let unit, let asked, let until):
            let hold = try message(referral, asked)
            try check(try await rooms.places.answer(manager(of: unit), hold, .granted(until: until), key: key), key)
        }
    }

    // MARK: Forms

    /// Fills a form in from the case, answers what it still asks, and sends it.
    private func send(
        _ wish: ReferralWish,
        _ referral: PretendReferral,
        _ step: Int,
        _ key: String
    ) async throws -> ReferralDesk.Sent {
        let (person, forms) = (try person(referral.caseworker), rooms.referralForms)
        let opened = try await forms.open(person, referral.caseID)
        let prefill = Prefill(wish.type, of: opened.record, by: opened.service, isNynorsk: false)
        let gaps = ReferralGaps(wish.type, today: opened.opened.today)
        let id = try forms.messageID(for: key, of: person)
        var values = prefill.values
        gaps.answer(wish, in: &values)
        var wrong: [String] = []
        for _ in 0..<4 {
            guard let check = forms.check(opened, .new(wish.type), values, [], id: id) else { break }
            wrong = check.findings.map { "\($0.path) \($0.problem)" } + check.errors.map { "\($0.level) \($0.path)" }
            guard !check.isReady, gaps.answer(check.findings, in: &values) > 0 else { break }
        }
        guard wrong.isEmpty else { throw stopped(referral, step, wrong.joined(separator: ", ")) }
        let heard = opened.opened.facts.hearings.map { ParticipationGround.hearing($0.id) }
            .last { opened.obstacle($0) == nil }
        let sent = try await forms.send(
            person,
            opened,
            .new(wish.type),
            values,
            [],
            participation: heard ?? .overridden(reason: ReferralGaps.withoutHearing),
            key: key
        )
        return try done(sent, referral, step)
    }

    private func withdraw(_ reason: String, _ referral: PretendReferral, _ step: Int, _ key: String) async throws {
        let person = try person(referral.caseworker)
        let opened = try await rooms.referralForms.open(person, referral.caseID)
        let id = try conversation(referral, step)
        guard let earlier = opened.sent.first(where: { $0.start == id }) else {
            throw stopped(referral, step, "nothing to take back")
        }
        let sent = try await rooms.referralForms.send(
            person,
            opened,
            .withdrawal(earlier, isDeletion: false),
            FormValues(["Begrunnelse": reason]),
            [],
            participation: nil,
            key: key
        )
        _ = try done(sent, referral, step)
    }

    private func askAcutely(
        _ request: AcuteRequest,
        _ prose: Prose,
        _ referral: PretendReferral,
        _ key: String
    ) async throws -> ReferralDesk.Sent {
        let person = try person(referral.caseworker)
        let child = try await rooms.referralForms.open(person, referral.caseID).record.child
        let isHidden = if case .hidden(_)? = child.residence { true } else { false }
        return try await rooms.referrals.askAcutely(
            person,
            forCase: referral.caseID,
            request,
            prose,
            child: AcuteChild(
                number: child.number,
                description: child.name,
                hasHiddenAddress: isHidden,
                interpreter: child.interpreter
            ),
            key: key
        )
    }

    private func done(
        _ sent: Result<ReferralDesk.Sent, ReferralFormDesk.Refusal>,
        _ referral: PretendReferral,
        _ step: Int
    ) throws -> ReferralDesk.Sent {
        switch sent {
        case .failure(let refusal): throw stopped(referral, step, "\(refusal)")
        case .success(let sent):
            try check(sent.outcome, Self.key(referral, step))
            return sent
        }
    }

    // MARK: Parts

    /// The key of a step, the same each time.
    static func key(_ referral: PretendReferral, _ step: Int) -> String { "past-referral-\(referral.number)-\(step)" }

    private mutating func note(_ sent: ReferralDesk.Sent, _ referral: PretendReferral, _ step: Int) {
        if step == 0 { conversations[referral.number] = sent.conversation }
        messages[Place(referral: referral.number, step: step)] = sent.message
    }

    private func conversation(_ referral: PretendReferral, _ step: Int) throws -> RecordID {
        guard let id = conversations[referral.number] else { throw stopped(referral, step, "not asked yet") }
        return id
    }

    private func message(_ referral: PretendReferral, _ step: Int) throws -> RecordID {
        guard let id = messages[Place(referral: referral.number, step: step)] else {
            throw stopped(referral, step, "no such message")
        }
        return id
    }

    private func person(_ actor: ActorID) throws -> Person {
        guard let person = rooms.people[actor] else { throw PlaybackStopped(description: "nobody is \(actor)") }
        return person
    }

    private func manager(of unit: PretendAgency) throws -> Person {
        guard let person = rooms.people.all.first(where: { $0.unit == unit.unit && $0.role == .placeManager }) else {
            throw PlaybackStopped(description: "nobody sees to the places of \(unit.rawValue)")
        }
        return person
    }

    private func check(_ outcome: CommandOutcome, _ key: String) throws {
        switch outcome {
        case .done: return
        case .keyReused: throw PlaybackStopped(description: "\(key): key used before")
        case .refused(let refusal): throw PlaybackStopped(description: "\(key): \(refusal)")
        }
    }

    private func stopped(_ referral: PretendReferral, _ step: Int, _ why: String) -> PlaybackStopped {
        PlaybackStopped(description: "pretend referral \(referral.number) (\(referral.scene)), step \(step): \(why)")
    }
}
