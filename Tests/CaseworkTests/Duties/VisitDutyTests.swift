import Law
import Testing

@testable import Casework

/// A stay in a foster home as the regulation asks about it; all of it was decided on the day before the year begins.
struct VisitSituation: Sendable, CustomTestStringConvertible {
    enum Ground: CaseIterable { case none, reduction, exception }
    enum Standing: CaseIterable { case ordinary, permanentWithOne, permanentWithSix }

    let year: Int
    let age: Int
    /// Days beyond two years that the child had lived there on the day of the decision.
    let daysPastTwoYears: Int
    let ground: Ground
    let childHeard: Bool
    let fosterParentsHeard: Bool
    let childConsents: Bool
    let careMunicipalityConsents: Bool
    let standing: Standing

    var testDescription: String {
        "\(year), \(age) years, \(daysPastTwoYears) days past two years, \(ground), \(standing), heard \(childHeard) "
            + "\(fosterParentsHeard), consents \(childConsents) \(careMunicipalityConsents)"
    }

    /// Every combination.
    static let all: [VisitSituation] = {
        let answers = [false, true]
        var all: [VisitSituation] = []
        for year in [2025, 2027, 2029] {
            for age in [7, 14, 15, 16] {
                for days in [-300, 0, 1, 700] {
                    for ground in Ground.allCases {
                        for standing in Standing.allCases {
                            for bits in 0..<16 {
                                all.append(
                                    VisitSituation(
                                        year: year,
                                        age: age,
                                        daysPastTwoYears: days,
                                        ground: ground,
                                        childHeard: answers[bits & 1],
                                        fosterParentsHeard: answers[bits >> 1 & 1],
                                        childConsents: answers[bits >> 2 & 1],
                                        careMunicipalityConsents: answers[bits >> 3 & 1],
                                        standing: standing
                                    )
                                )
                            }
                        }
                    }
                }
            }
        }
        return all
    }()

    /// § 10, read aloud.
    var followUpVisits: Int {
        switch standing {
        case .permanentWithOne where year >= 2026: return 1
        case .permanentWithSix where year >= 2026: return 6
        default: break
        }
        let livedThereLong = daysPastTwoYears > 0
        switch ground {
        case .reduction: return livedThereLong && childHeard && fosterParentsHeard ? 2 : 4
        // The exception ended on 30 June 2028.
        case .exception: return year < 2028 ? 2 : 4
        case .none: return 4
        }
    }

    /// § 18, read aloud.
    var supervisionVisits: Int {
        if standing != .ordinary, year >= 2026 { return 2 }
        let livedThereLong = daysPastTwoYears > 0
        switch ground {
        case .reduction: return livedThereLong && age >= 15 && childConsents && careMunicipalityConsents ? 2 : 4
        case .exception:
            // Asked of whoever turns 15 in the year, too, but from the birthday on; here the birthday is 1 January.
            return year < 2028 && careMunicipalityConsents && (age < 15 || childConsents) ? 2 : 4
        case .none: return 4
        }
    }

    func facts() throws -> CaseFacts {
        let newYear = try #require(CalendarDay(year: year, month: 1, day: 1))
        let decided = newYear.adding(days: -1)
        // Born on 31 December, so that the age on the day of the decision is the age all the year.
        let born = decided.adding(years: -age)
        var facts = DutySample.facts(born: born)
        var measure = DutySample.measure(
            decided.adding(days: -daysPastTwoYears).adding(years: -2),
            home: .fosterHome
        )
        if ground != .none {
            let reductions = [Visit.Kind.followUp, .supervision].map {
                ReductionFacts(
                    kind: $0,
                    childHeard: childHeard,
                    fosterParentsHeard: fosterParentsHeard,
                    childConsents: childConsents,
                    careMunicipalityConsents: careMunicipalityConsents,
                    byUkraineException: ground == .exception,
                    from: DutySample.at(decided),
                    ended: nil
                )
            }
            measure.placement?.reductions = reductions
        }
        let agreed: Int? =
            switch standing {
            case .ordinary: nil
            case .permanentWithOne: 1
            case .permanentWithSix: 6
            }
        measure.placement?.agreements = [AgreementFacts(permanentWithVisits: agreed, at: DutySample.at(decided))]
        facts.measures = [measure]
        return facts
    }
}

struct `Visits to a foster home` {
    @Test func `are as many in a year as age, stay, consents, agreement and date ask for`() throws {
        for situation in VisitSituation.all {
            let facts = try situation.facts()
            let today = try #require(CalendarDay(year: situation.year, month: 12, day: 31))
            let found = Duties.of(facts, concerns: [], law: .national, today: today)
                .filter { $0.started.year == situation.year && $0.share != nil }
            let followUp = found.first { $0.rule == .followUpVisits }
            let supervision = found.first { $0.rule == .supervisionVisits }
            #expect(followUp?.share?.of == situation.followUpVisits, "\(situation.testDescription)")
            #expect(supervision?.share?.of == situation.supervisionVisits, "\(situation.testDescription)")
        }
    }

    @Test(arguments: [
        (2026, "2026-01-01", ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        (2028, "2028-01-01", ["2028-03-31", "2028-06-30", "2028-09-30", "2028-12-31"]),
        (2026, "2026-07-01", ["2026-09-30", "2026-12-31"]),
        (2026, "2026-10-01", ["2026-12-31"]),
        (2026, "2026-10-02", []),
    ])
    func `are planned at the ends of months, as many as fit in the time left of the year`(
        year: Int,
        movedIn: String,
        days: [String]
    ) throws {
        let stay = VisitStay(placedSince: try DutySample.day(movedIn), born: try DutySample.day("2015-05-17"))
        let visits = Lawbook.national.visits(.followUpVisits, of: stay, in: year)
        #expect(VisitPlan(visits).days == (try days.map { try DutySample.day($0) }))
    }

    @Test(arguments: [
        ("2026-03-16", 0, Duty.State.running, 1), ("2026-03-17", 0, .soon, 1), ("2026-03-31", 0, .soon, 1),
        ("2026-04-01", 0, .overdue, 1), ("2026-04-01", 1, .running, 2), ("2026-12-31", 3, .soon, 4),
        ("2026-12-31", 4, .metInTime, 4), ("2027-01-01", 3, .shortfall, 4), ("2027-01-01", 4, .metInTime, 4),
    ])
    func `are behind when a planned one is missing, and too few when the year is over`(
        today: String,
        made: Int,
        state: Duty.State,
        number: Int
    ) throws {
        let movedIn = try DutySample.day("2026-01-01")
        var facts = DutySample.facts(born: try DutySample.day("2015-05-17"))
        var measure = DutySample.measure(movedIn, home: .fosterHome)
        measure.placement?.visits = (0..<made).map { DutySample.visit(.followUp, on: movedIn.adding(days: $0)) }
        facts.measures = [measure]
        let found = try Duties.of(facts, concerns: [], law: .national, today: DutySample.day(today))
        let duty = try #require(found.first { $0.rule == .followUpVisits && $0.started == movedIn })
        #expect(duty.state == state)
        #expect(duty.share == Duty.Share(number: number, of: 4, done: made))
    }

    @Test func `count when somebody was there, of their own kind, in the year of the stay`() throws {
        let movedIn = try DutySample.day("2026-01-01")
        var facts = DutySample.facts(born: try DutySample.day("2015-05-17"))
        var measure = DutySample.measure(movedIn, home: .fosterHome)
        measure.placement?.visits = [
            DutySample.visit(.followUp, on: movedIn.adding(days: -1)),
            DutySample.visit(.followUp, on: movedIn, isPhysical: false),
            DutySample.visit(.supervision, on: movedIn),
            DutySample.visit(.followUp, on: movedIn.adding(days: 50)),
        ]
        facts.measures = [measure]
        let found = Duties.of(facts, concerns: [], law: .national, today: movedIn.adding(days: 40))
        #expect(found.first { $0.rule == .followUpVisits }?.share?.done == 0)
        #expect(found.first { $0.rule == .supervisionVisits }?.share?.done == 1)
    }

    @Test func `are the foster municipality's where they supervise, and end at 18`() throws {
        let movedIn = try DutySample.day("2024-06-01")
        var facts = DutySample.facts(born: try DutySample.day("2008-07-01"))
        facts.measures = [DutySample.measure(movedIn, home: .fosterHome)]
        let found = try Duties.of(facts, concerns: [], law: .national, today: DutySample.day("2027-02-01"))
        let supervision = found.filter { $0.rule == .supervisionVisits }
        #expect(supervision.map(\.started.year) == [2024, 2025, 2026])
        #expect(supervision.allSatisfy { !$0.isOurs })
        // 25 months: eight visits and a third, of which two in 2024 and four in 2025.
        #expect(supervision.map(\.share?.of) == [2, 4, 2])
        #expect(found.filter { $0.rule == .followUpVisits }.map(\.isOurs) == [true, true, true, true])
    }

    @Test(arguments: [
        (["2025-01-01"], [4]), (["2025-01-01", "2025-07-02"], [1, 3]),
        (["2025-01-01", "2025-04-02", "2025-07-02", "2025-10-01"], [0, 1, 1, 2]),
        (["2025-10-02", "2025-12-01"], [0, 0]),
    ])
    func `are owed to a child who moves from home to home as to one who stays`(movedIn: [String], owed: [Int]) throws {
        var facts = DutySample.facts(born: try DutySample.day("2015-05-17"))
        let days = try movedIn.map { try DutySample.day($0) }
        for (index, day) in days.enumerated() {
            let next = index + 1 < days.count ? days[index + 1].adding(days: -1) : nil
            var home = DutySample.measure(day, ended: next, home: .fosterHome)
            home.id = DutySample.id(400 + UInt64(index))
            facts.measures.append(home)
        }
        let found = try Duties.of(facts, concerns: [], law: .national, today: DutySample.day("2025-12-31"))
        for (measure, number) in zip(facts.measures, owed) {
            let duty = found.first { $0.rule == .followUpVisits && $0.subject == .measure(measure.id) }
            #expect(duty?.share?.of ?? 0 == number)
        }
    }

    @Test(arguments: [(0, "2025-04-30"), (1, "2025-06-30")])
    func `are due in the next home by what was left undone in the last`(made: Int, due: String) throws {
        var facts = DutySample.facts(born: try DutySample.day("2015-05-17"))
        var first = DutySample.measure(
            try DutySample.day("2025-01-01"),
            ended: try DutySample.day("2025-04-01"),
            home: .fosterHome
        )
        first.placement?.visits = try (0..<made).map { _ in
            DutySample.visit(.followUp, on: try DutySample.day("2025-02-03"))
        }
        var second = DutySample.measure(try DutySample.day("2025-04-02"), home: .fosterHome)
        second.id = DutySample.id(41)
        facts.measures = [first, second]
        let found = try Duties.of(facts, concerns: [], law: .national, today: DutySample.day("2025-04-03"))
        let duty = found.first { $0.rule == .followUpVisits && $0.subject == .measure(second.id) }
        #expect(duty?.due == (try DutySample.day(due)))
    }

    @Test(arguments: [
        ("2025-10-01", String?.none, "2025-12-31"), ("2025-10-02", nil, "2026-01-31"),
        ("2025-12-01", nil, "2026-02-28"),
        ("2026-01-01", nil, "2026-03-31"),
        // Somebody came before it was owed: nothing of the old year is left to make up for.
        ("2025-10-02", "2025-12-15", "2026-03-31"),
    ])
    func `are due when a quarter of a year has gone by since moving in, also over New Year`(
        movedIn: String,
        visited: String?,
        due: String
    ) throws {
        var facts = DutySample.facts(born: try DutySample.day("2015-05-17"))
        var home = DutySample.measure(try DutySample.day(movedIn), home: .fosterHome)
        home.placement?.visits = try visited.map { [DutySample.visit(.followUp, on: try DutySample.day($0))] } ?? []
        facts.measures = [home]
        let found = try Duties.of(facts, concerns: [], law: .national, today: DutySample.day("2026-01-05"))
        let first = found.filter { $0.rule == .followUpVisits }.compactMap(\.due).min()
        #expect(first == (try DutySample.day(due)))
    }

    /// A home that the child moved into on 15 January 2024, and stays in by a care order from 1 May.
    private func homes(caretakers: [RecordID?], from day: String = "2024-05-01") throws -> [MeasureFacts] {
        var first = DutySample.measure(
            try DutySample.day("2024-01-15"),
            ended: try DutySample.day("2024-05-01"),
            home: .emergencyHome
        )
        var second = DutySample.measure(try DutySample.day(day), home: .fosterHome)
        second.id = DutySample.id(41)
        first.placement?.start.caretaker = caretakers[0]
        second.placement?.start.caretaker = caretakers[1]
        return [first, second]
    }

    @Test(arguments: [
        // Lived there for more than two years: not on the day on which they are full, but on the next.
        (true, "2026-01-15", 4), (true, "2026-01-16", 2),
        // Another home, where they begin with the new decision.
        (false, "2026-01-16", 4), (false, "2026-05-01", 4), (false, "2026-05-02", 2),
    ])
    func `are counted from moving in, whatever decision the child lives there by`(
        isSameHome: Bool,
        decided: String,
        perYear: Int
    ) throws {
        var facts = DutySample.facts(born: try DutySample.day("2015-05-17"))
        facts.measures = try homes(caretakers: [DutySample.id(80), DutySample.id(isSameHome ? 80 : 81)])
        facts.measures[1].placement?.reductions = [
            ReductionFacts(
                kind: .followUp,
                childHeard: true,
                fosterParentsHeard: true,
                childConsents: true,
                careMunicipalityConsents: true,
                byUkraineException: false,
                from: DutySample.at(try DutySample.day(decided)),
                ended: nil
            )
        ]
        let found = try Duties.of(facts, concerns: [], law: .national, today: DutySample.day("2027-06-01"))
        let visits = found.filter { $0.rule == .followUpVisits && $0.started.year == 2027 }
        #expect(visits.map(\.share?.of) == [perYear])
        #expect(visits.map(\.subject) == [.measure(DutySample.id(41))])
        // One duty a year in one home, two in 2024 in two.
        #expect(found.count { $0.rule == .followUpVisits && $0.started.year == 2024 } == (isSameHome ? 1 : 2))
    }

    @Test(arguments: [
        (80 as UInt64?, 80 as UInt64?, "2024-05-01", 1), (80, 80, "2024-05-02", 1), (80, 80, "2024-05-03", 2),
        (80, 81, "2024-05-01", 2), (nil, nil, "2024-05-01", 2),
    ])
    func `are to one home where the foster parent is the same and no day lies between`(
        before: UInt64?,
        after: UInt64?,
        from day: String,
        count: Int
    ) throws {
        var facts = DutySample.facts()
        facts.measures = try homes(caretakers: [before, after].map { $0.map(DutySample.id) }, from: day)
        #expect(facts.familyHomes(by: .latest).count == count)
        #expect(facts.familyHomes(by: try DutySample.day("2024-04-30")).map(\.stay.id) == [DutySample.id(40)])
    }

    @Test(arguments: [PlacementStart.Home.institution, .acuteInstitution, .ownHousing, .other])
    func `are owed by this regulation in foster homes alone`(home: PlacementStart.Home) throws {
        var facts = DutySample.facts(born: try DutySample.day("2015-05-17"))
        facts.measures = [DutySample.measure(try DutySample.day("2024-06-01"), home: home)]
        let found = try Duties.of(facts, concerns: [], law: .national, today: DutySample.day("2026-02-01"))
        #expect(found.isEmpty)
    }
}
