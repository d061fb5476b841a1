import Casework
import Exchange
import Law
import Office

/// Reads a filled-in form and hands it to the office; pages and the JSON API alike go this way.
struct CommandDesk: Sendable {
    /// What comes with a form and is none of its fields.
    struct Envelope: Sendable {
        /// The idempotency key.
        var key: String
        /// The version of the case that the writer has seen.
        var seen: Int?
        /// The entry that is to be replaced; `nil` for something new.
        var corrects: Int?
        var correctionReason = ""
    }

    /// What came of it.
    enum Outcome: Sendable {
        /// Written and durable; the case's version is now the sequence.
        case done(sequence: Int, repeated: Bool)
        case wrong([FieldFault])
        case refused(CommandRefusal)
        /// The key has been used for something else.
        case keyReused
    }

    /// The name of the correction's own field.
    static let correctionReason = "correctionReason"

    let rooms: OfficeRooms

    /// Carries out what a form says on a case or a report.
    ///
    /// - Throws: ``Absent``; any other error where it could not be stored.
    func send(
        _ person: Person,
        _ form: CommandForm,
        on subject: RecordID,
        _ values: CommandValues,
        _ envelope: Envelope
    ) async throws -> Outcome {
        let looksInside = envelope.corrects != nil || form.looksIntoTheCase(values)
        let opened = looksInside ? try await rooms.cases.open(person, subject) : nil
        let reading: CommandForm.Reading
        switch form.read(values, try context(person, values, envelope, opened)) {
        case .failure(let refusal): return .wrong(refusal.faults)
        case .success(let read): reading = read
        }
        switch reading.happening {
        case .reviewed(let command):
            return Self.outcome(try await rooms.cases.review(person, subject, command, key: envelope.key))
        case .answered(let command):
            return Self.outcome(try await rooms.cases.answer(person, subject, command, key: envelope.key))
        case .coded(let command):
            return Self.outcome(try await rooms.cases.code(person, subject, command, key: envelope.key))
        case .inCase(let event):
            let command = Self.command(event, on: reading.on, envelope, today: rooms.environment.today)
            return Self.outcome(try await rooms.cases.perform(person, subject, command, key: envelope.key))
        // What is told in a referral or done with places goes by their own desks.
        case .told, .place, .holdAsked, .erasure: throw Absent()
        }
    }

    /// Strikes an entry of a case.
    ///
    /// - Throws: ``Absent``; any other error where it could not be stored.
    func withdraw(_ person: Person, entry: Int, of subject: RecordID, _ envelope: Envelope) async throws -> Outcome {
        let event = CaseEvent.corrected(entry: entry, to: nil, reason: envelope.correctionReason)
        let today = rooms.environment.today
        let command = CaseCommand(event: event, on: today, capacity: .caseworker, seen: envelope.seen)
        return Self.outcome(try await rooms.cases.perform(person, subject, command, key: envelope.key))
    }

    /// Opens a case; `looked` is the proof that the child was looked for.
    ///
    /// Opened for a report, the case begins with it and an investigation, and the report is thereby reviewed.
    ///
    /// - Returns: The new case's id with the outcome.
    /// - Throws: ``Absent``; any other error where it could not be stored.
    func open(
        _ person: Person,
        _ form: CommandForm,
        _ values: CommandValues,
        after looked: LookedFirst,
        reviewing concern: (id: RecordID, isAtOnce: Bool)? = nil,
        key: String
    ) async throws -> (id: RecordID?, outcome: Outcome) {
        let childID = try rooms.cases.identity(for: key, of: person, number: 1)
        switch form.read(values, FormContext(id: childID)) {
        case .failure(let refusal): return (nil, .wrong(refusal.faults))
        case .success(let reading):
            guard case .inCase(.opened(let opening)) = reading.happening else { throw Absent() }
            guard let concern else {
                let opened = try await rooms.cases.openCase(person, opening, on: reading.on, after: looked, key: key)
                return (opened.id, Self.outcome(opened.outcome))
            }
            let id = try rooms.cases.identity(for: key, of: person)
            let investigation = try rooms.cases.identity(for: key, of: person, number: 2)
            let review = ReviewCommand(
                outcome: .investigate(.newCase(id, opening), investigation: investigation),
                isAtOnce: concern.isAtOnce,
                replacesEarlier: false,
                on: reading.on
            )
            let outcome = try await rooms.cases.review(person, concern.id, review, after: looked, key: key)
            return (id, Self.outcome(outcome))
        }
    }

    // MARK: Parts

    private static func command(
        _ event: CaseEvent,
        on day: CalendarDay,
        _ envelope: Envelope,
        today: CalendarDay
    ) -> CaseCommand {
        guard let entry = envelope.corrects else {
            return CaseCommand(event: event, on: day, capacity: .caseworker, seen: envelope.seen)
        }
        let correction = CaseEvent.corrected(
            entry: entry,
            to: .event(event, occurredOn: day),
            reason: envelope.correctionReason
        )
        return CaseCommand(event: correction, on: today, capacity: .caseworker, seen: envelope.seen)
    }

    /// What a form needs besides its fields; `opened` is the case where something of it is needed.
    ///
    /// - Throws: ``Absent`` where the entry that is to be corrected is none of the case's.
    private func context(
        _ person: Person,
        _ values: CommandValues,
        _ envelope: Envelope,
        _ opened: OpenedCase?
    ) throws -> FormContext {
        var context = FormContext(id: try rooms.cases.identity(for: envelope.key, of: person))
        guard let opened else { return context }
        let original = try envelope.corrects.map { entry in
            guard let told = opened.told(at: entry) else { throw Absent() }
            return told
        }
        if let id = original?.broughtID { context.id = id }
        if case .documentAdded(let document)? = original {
            context.file = FormContext.StoredFile(
                mediaType: document.mediaType,
                size: document.size,
                digest: document.digest
            )
        }
        let homes = Dictionary(
            ([opened.child] + opened.people).map { ($0.facts.id, $0.person.residence) },
            uniquingKeysWith: { first, _ in first }
        )
        context.residence = { homes[$0] ?? nil }
        let days = opened.concerns.reduce(into: [RecordID: (CalendarDay, CalendarDay)]()) { days, concern in
            if let review = concern.review { days[concern.id] = (concern.receivedOn, review.at.on) }
        }
        context.concernDays = { days[$0].map { (receivedOn: $0.0, reviewedOn: $0.1) } }
        return context
    }

    static func outcome(_ outcome: CommandOutcome) -> Outcome {
        switch outcome {
        case .done(_, let sequence, _, let repeated): .done(sequence: sequence, repeated: repeated)
        case .keyReused: .keyReused
        case .refused(let refusal): .refused(refusal)
        }
    }
}

extension CommandForm {
    /// Whether what is filled in points at something that only the case tells.
    fileprivate func looksIntoTheCase(_ values: CommandValues) -> Bool {
        values["residence"] == ["unchanged"] || values["origin"] == ["concern"]
    }
}
