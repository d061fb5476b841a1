import Casework
import Law
import Office
import Synthetic

/// Plays pretend histories through the ordinary use cases, day by day; a day's families go side by side and share commits.
struct HistoryPlayback {
    let rooms: OfficeRooms
    let clock: PretendClock
    let progress: Progress
    /// The number of the first family, so that no two of a store have the same keys.
    var firstFamily = 0

    /// The hour at which a pretend day's work is written down: after the last report has arrived.
    private static let hour = 21

    /// Plays all histories.
    ///
    /// - Parameters:
    ///   - histories: Families that are independent of each other.
    ///   - last: The last day, which is no later than today.
    ///   - beforeDay: What else happens until a time of a day, before its steps are taken at that time.
    ///   - afterDay: What else happens on a day, once its steps are taken.
    /// - Throws: ``PlaybackStopped`` where a step was not accepted; any other error where it could not be stored.
    func play(
        _ histories: [PretendHistory],
        upTo last: CalendarDay,
        beforeDay: (Instant) async throws -> Void = { _ in },
        afterDay: (CalendarDay) async throws -> Void = { _ in }
    ) async throws {
        var families = histories.enumerated().map {
            FamilyPlayback(number: firstFamily + $0, history: $1, rooms: rooms)
        }
        let now = systemClock()
        let days = Self.families(byDay: histories)
        // Without histories the last days alone are played.
        let first = days.keys.min() ?? last.adding(days: -14)
        var day = first
        while day <= last {
            let evening = min(now, OsloTime.instant(of: day, hour: Self.hour, minute: 30))
            try await beforeDay(evening)
            clock.set(evening)
            let today = day
            try await withThrowingTaskGroup(of: FamilyPlayback.self) { group in
                for place in days[today] ?? [] {
                    let family = families[place]
                    group.addTask { try await family.played(on: today) }
                }
                for try await family in group { families[family.number - firstFamily] = family }
            }
            try await afterDay(day)
            progress.show(share: Double(first.days(until: day)) / Double(max(1, first.days(until: last))))
            day = day.adding(days: 1)
        }
        progress.end()
    }

    private static func families(byDay histories: [PretendHistory]) -> [CalendarDay: [Int]] {
        var days: [CalendarDay: [Int]] = [:]
        for (place, history) in histories.enumerated() {
            for step in history.steps where days[step.day]?.last != place { days[step.day, default: []].append(place) }
        }
        return days
    }
}

/// A step of a pretend history was not accepted: a mistake of the pretend world.
struct PlaybackStopped: Error, CustomStringConvertible {
    let description: String
}

/// One family on its way through the pretend past.
struct FamilyPlayback: Sendable {
    let number: Int
    private let steps: ArraySlice<HistoryStep>
    private let rooms: OfficeRooms
    private var reports: [ReportName: RecordID] = [:]
    /// The journal's entry of a step, for those that may be corrected.
    private var entries: [Int: Int] = [:]
    private var next = 0

    init(number: Int, history: PretendHistory, rooms: OfficeRooms) {
        self.number = number
        self.rooms = rooms
        steps = history.steps[...]
    }

    /// The family after a day.
    func played(on day: CalendarDay) async throws -> FamilyPlayback {
        var family = self
        while let step = family.steps.dropFirst(family.next).first, step.day <= day {
            try await family.take(step)
            family.next += 1
        }
        return family
    }

    private mutating func take(_ step: HistoryStep) async throws {
        // The same key for the same step: played twice, it is done once.
        let key = "past-\(number)-\(step.order)"
        switch step.act {
        case .reportArrives(let message): try await receive(message, step)
        case .reportTypedIn(let name, let concern, let isUrgent):
            let person = try person(step)
            reports[name] = try await rooms.concerns.register(person, concern, isUrgent: isUrgent, key: key)
        case .reportHandled(let name, .open): _ = try await rooms.concerns.open(person(step), report(name, step))
        case .reportHandled(let name, let command):
            let outcome = try await rooms.concerns.perform(person(step), command, on: report(name, step), key: key)
            try check(outcome, step)
        case .reportReviewed(let name, let review): try await take(review, of: report(name, step), step, key)
        case .reporterAnswered(let name, let answer):
            try check(await rooms.cases.answer(person(step), report(name, step), answer, key: key), step)
        case .reportCoded(let name, let command):
            try check(await rooms.cases.code(person(step), report(name, step), command, key: key), step)
        case .inCase(let id, let command):
            entries[step.order] = try check(await rooms.cases.perform(person(step), id, command, key: key), step)
        case .corrected(let id, let corrected, let correction, let reason, let capacity):
            guard let entry = entries[corrected] else { throw stopped(step, "nothing to correct") }
            let event = CaseEvent.corrected(entry: entry, to: correction, reason: reason)
            let command = CaseCommand(event: event, on: step.day, capacity: capacity, seen: nil)
            try check(await rooms.cases.perform(person(step), id, command, key: key), step)
        }
    }

    private mutating func receive(_ message: PretendMessage, _ step: HistoryStep) async throws {
        guard let sender = rooms.senders.all.first else { throw stopped(step, "no sender") }
        let answer = try await rooms.receive(message, from: sender)
        guard case .received(let stored) = answer else { throw stopped(step, "not received") }
        for (place, id) in stored.concerns.enumerated() {
            reports[ReportName(messageID: message.messageID, child: place)] = id
        }
    }

    /// Whoever opens a case has looked for the child first; where another was opened in between, they look again.
    private func take(_ review: ReviewCommand, of report: RecordID, _ step: HistoryStep, _ key: String) async throws {
        let person = try person(step)
        guard case .investigate(.newCase(_, let opening), _) = review.outcome else {
            try check(await rooms.cases.review(person, report, review, key: key), step)
            return
        }
        let child = opening.child
        for _ in 0..<5 {
            let found = try await rooms.cases.search(person, child.number.map { .number($0) } ?? .name(child.name))
            let outcome = try await rooms.cases.review(person, report, review, after: found.looked, key: key)
            if case .refused(.lookAgain) = outcome { continue }
            try check(outcome, step)
            return
        }
        throw stopped(step, "looked in vain")
    }

    // MARK: Parts

    private func person(_ step: HistoryStep) throws -> Person {
        guard let actor = step.actor, let person = rooms.people[actor] else { throw stopped(step, "nobody") }
        return person
    }

    private func report(_ name: ReportName, _ step: HistoryStep) throws -> RecordID {
        guard let id = reports[name] else { throw stopped(step, "no such report") }
        return id
    }

    /// The entry that was written.
    @discardableResult
    private func check(_ outcome: CommandOutcome, _ step: HistoryStep) throws -> Int {
        switch outcome {
        case .done(_, let sequence, _, _): return sequence
        case .keyReused: throw stopped(step, "key used before")
        case .refused(let refusal): throw stopped(step, "\(refusal)")
        }
    }

    private func stopped(_ step: HistoryStep, _ why: String) -> PlaybackStopped {
        PlaybackStopped(description: "pretend family \(number), step \(step.order) of \(step.day): \(why)")
    }
}
