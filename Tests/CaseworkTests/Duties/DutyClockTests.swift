import Law
import Testing

@testable import Casework

/// A rule that starts on a day and the last day by hand.
struct ClockRow: Sendable, CustomTestStringConvertible {
    let scenario: DutyScenario
    let trigger: String
    let last: String

    init(_ scenario: DutyScenario, _ trigger: String, _ last: String) {
        self.scenario = scenario
        self.trigger = trigger
        self.last = last
    }

    var testDescription: String { "\(scenario) \(trigger)…\(last)" }

    /// Every rule with a day: an ordinary one, month ends and leap years, and the law before and after its changes.
    static let all = [
        ClockRow(.d01, "2026-01-15", "2026-01-22"),
        ClockRow(.d01, "2024-02-25", "2024-03-03"),
        ClockRow(.d01, "2025-02-25", "2025-03-04"),
        ClockRow(.d01, "2022-12-31", "2023-01-07"),
        ClockRow(.d01, "2023-01-01", "2023-01-08"),
        ClockRow(.d03, "2026-01-15", "2026-02-05"),
        ClockRow(.d03, "2022-12-31", "2023-01-21"),
        ClockRow(.d04, "2024-02-09", "2024-03-01"),
        ClockRow(.d05, "2026-01-31", "2026-02-21"),
        ClockRow(.d06, "2026-01-15", "2026-04-22"),
        ClockRow(.d06, "2025-11-23", "2026-02-28"),
        ClockRow(.d06, "2027-11-23", "2028-02-29"),
        ClockRow(.d06, "2024-08-24", "2024-11-30"),
        ClockRow(.d06, "2022-12-31", "2023-04-07"),
        ClockRow(.d06extended, "2026-01-15", "2026-07-22"),
        ClockRow(.d06extended, "2025-08-22", "2026-02-28"),
        ClockRow(.d06own, "2026-01-15", "2026-04-15"),
        ClockRow(.d06own, "2025-11-30", "2026-02-28"),
        ClockRow(.d10, "2025-08-31", "2026-02-28"),
        ClockRow(.d14, "2008-05-17", "2025-11-17"),
        ClockRow(.d14, "2008-02-29", "2025-08-29"),
        ClockRow(.d14c, "2008-05-17", "2026-05-16"),
        ClockRow(.d14c, "2008-02-29", "2026-02-27"),
        ClockRow(.d15, "2026-03-02", "2026-04-13"),
        ClockRow(.d15, "2025-12-31", "2026-02-11"),
        ClockRow(.d15, "2024-01-20", "2024-03-02"),
        ClockRow(.d15b, "2025-08-31", "2026-02-28"),
        ClockRow(.d16, "2026-02-20", "2026-03-06"),
        ClockRow(.d16b, "2025-08-31", "2026-02-28"),
        ClockRow(.d17, "2026-02-20", "2026-03-06"),
        ClockRow(.d18, "2026-01-23", "2026-03-06"),
        ClockRow(.d19, "2026-01-31", "2026-04-30"),
        ClockRow(.d19b, "2026-03-02", "2026-04-13"),
        ClockRow(.d20, "2026-03-02", "2026-03-02"),
        ClockRow(.d20b, "2026-03-02", "2026-03-04"),
        ClockRow(.d20c, "2026-01-23", "2026-01-23"),
        ClockRow(.d21, "2026-03-02", "2026-03-09"),
        ClockRow(.d22, "2026-01-01", "2026-01-22"),
        ClockRow(.d23, "2026-03-02", "2026-04-13"),
        ClockRow(.d26, "2025-11-30", "2026-02-28"),
        ClockRow(.d26extended, "2025-08-31", "2026-02-28"),
        ClockRow(.d28, "2026-03-02", "2026-04-13"),
        ClockRow(.d28, "2024-01-20", "2024-03-02"),
        ClockRow(.d30, "2026-03-02", "2026-04-13"),
        ClockRow(.d36, "2026-01-01", "2026-01-01"),
        ClockRow(.k01, "2026-03-02", "2026-03-02"),
        ClockRow(.k02, "2025-08-31", "2026-02-28"),
        ClockRow(.k03, "2024-02-29", "2025-02-28"),
        ClockRow(.k04, "2026-03-02", "2026-03-04"),
    ]

    /// Those that have a step by which they are done.
    static let doable = all.filter { ![.d21, .k02, .k04].contains($0.scenario) }
}

struct `The clock of a duty` {
    @Test(arguments: ClockRow.all)
    func `has the last day that the law gives, and is near on it`(row: ClockRow) throws {
        let last = try DutySample.day(row.last)
        let duty = try #require(try open(row, on: last))
        #expect(duty.lastDay == last)
        #expect(duty.state == .soon)
    }

    @Test(arguments: ClockRow.all)
    func `is overdue the day after, or what it kept alive has lapsed`(row: ClockRow) throws {
        let after = try DutySample.day(row.last).adding(days: 1)
        let found = try row.scenario.duties(from: DutySample.day(row.trigger), done: nil, on: after)
        let duty = try #require(found.first { $0.holder == self.holder(of: row) })
        #expect(duty.state == (duty.passing == .lapse ? .lapsed : .overdue))
        #expect(duty.lapsedOn == (duty.passing == .lapse ? after : nil))
    }

    @Test(arguments: ClockRow.doable)
    func `is met in time on the last day`(row: ClockRow) throws {
        let last = try DutySample.day(row.last)
        let found = try row.scenario.duties(from: DutySample.day(row.trigger), done: last, on: last.adding(days: 40))
        let duty = try #require(found.first)
        #expect(duty.state == .metInTime)
        #expect(duty.metOn == last)
    }

    @Test(arguments: ClockRow.doable)
    func `is met late the day after, which does not revive what has lapsed`(row: ClockRow) throws {
        let late = try DutySample.day(row.last).adding(days: 1)
        let found = try row.scenario.duties(from: DutySample.day(row.trigger), done: late, on: late.adding(days: 30))
        let duty = try #require(found.first)
        #expect(duty.state == (duty.passing == .lapse ? .lapsed : .metLate))
    }

    @Test(arguments: ClockRow.doable)
    func `knows nothing of what is done later than the day asked about`(row: ClockRow) throws {
        let last = try DutySample.day(row.last)
        let trigger = try DutySample.day(row.trigger)
        let found = row.scenario.duties(from: trigger, done: last.adding(days: 1), on: last)
        #expect(found.first?.state == .soon)
    }

    @Test(arguments: ClockRow.all)
    func `is not there before the day that starts it`(row: ClockRow) throws {
        let trigger = try DutySample.day(row.trigger)
        #expect(row.scenario.duties(from: trigger, done: nil, on: trigger.adding(days: -1)).isEmpty)
    }

    @Test(arguments: [
        (DutyScenario.d18, "2026-01-22"),
        (.d20c, "2026-01-22"),
        (.d22, "2025-12-31"),
        (.d36, "2025-12-31"),
        (.k03, "2023-12-31"),
    ])
    func `is not there where the law of the day had no such rule`(scenario: DutyScenario, trigger: String) throws {
        let trigger = try DutySample.day(trigger)
        for later in [0, 1, 400] {
            #expect(scenario.duties(from: trigger, done: nil, on: trigger.adding(days: later)).isEmpty)
        }
    }

    private func holder(of row: ClockRow) -> DutyHolder {
        Lawbook.national.rows(of: row.scenario.rule).last?.holder ?? .service
    }

    private func open(_ row: ClockRow, on today: CalendarDay) throws -> Duty? {
        try row.scenario.duties(from: DutySample.day(row.trigger), done: nil, on: today)
            .first { $0.isOpen && $0.holder == holder(of: row) }
    }
}

struct `A change of law while a clock runs` {
    /// The review, two weeks long from 1 June 2026, by a row that takes over running clocks or leaves them.
    private func law(_ transition: Transition) throws -> Lawbook {
        let header =
            "rule;section;validFrom;validTo;holder;trigger;length;unit;start;end;extendedLength;extendedUnit;"
            + "extendedSection;extendedNeeds;waivers;passing;transition;confidence;nb;nn;en;note"
        let text = """
            \(header)
            D01;§ 1;2023-01-01;2026-05-31;service;concernReceived;1;weeks;trigger;lastDay;;;;;;breach;rowOfTrigger;act;a;a;a;
            D01;§ 2;2026-06-01;;service;concernReceived;2;weeks;trigger;lastDay;;;;;;breach;\(transition.rawValue);act;a;a;a;
            """
        return try Lawbook.national.adding([("change.csv", text)])
    }

    @Test(arguments: [
        // Received, asked on, last day where the trigger's row stays, and where the new row takes over.
        ("2026-05-31", "2026-05-31", "2026-06-07", "2026-06-07"),
        ("2026-05-31", "2026-06-01", "2026-06-07", "2026-06-14"),
        ("2026-06-01", "2026-06-01", "2026-06-15", "2026-06-15"),
        ("2026-05-24", "2026-06-02", "2026-05-31", "2026-05-31"),
    ])
    func `follows the new row's own rule, and not before it is law`(
        received: String,
        today: String,
        stays: String,
        takesOver: String
    ) throws {
        let concern = DutySample.concern(try DutySample.day(received))
        for (transition, last) in [(Transition.rowOfTrigger, stays), (.newRowAtOnce, takesOver)] {
            let found = try Duties.of(loose: concern, law: law(transition), today: DutySample.day(today))
            #expect(try found.first { $0.rule == .review }?.due == DutySample.day(last))
        }
    }
}
