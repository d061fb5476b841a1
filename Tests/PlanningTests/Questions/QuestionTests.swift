import Foundation
import Law
import Planning
import Testing

struct `A question` {
    /// One of each, over `norway`.
    static let documents = [
        #"{"change":"arrivals","factor":1.1}"#,
        #"{"change":"arrivals","factor":0.9,"class":"acute","region":"nord"}"#,
        #"{"change":"places","kind":"acute","region":"nord","by":2}"#,
        #"{"change":"places","kind":"care","region":"vest","by":-8,"from":"2026-07-01","until":"2026-12-31"}"#,
        #"{"change":"places","kind":"care","region":"vest","by":8,"from":120,"probability":0.7}"#,
        #"{"change":"stays","kind":"acute","factor":0.8}"#,
        #"{"change":"stays","kind":"treatment","class":"acute","by":-30}"#,
        #"{"change":"sharing","regions":["nord","midt"],"after":3,"band":"shared"}"#,
        #"{"change":"sharing","regions":["nord","midt","vest"],"after":0,"kinds":["care"],"classes":["care"],"band":"x"}"#,
        #"{"change":"coPayment","before":170000,"after":187000,"responses":[{"class":"acute","elasticity":0},{"kind":"care","percent":-5},{"elasticity":-0.2}]}"#,
        #"{"change":"coPayment","before":1,"after":2,"kinds":["acute"],"responses":[{"percent":-5}]}"#,
    ]

    static func read(_ text: String) throws -> Question {
        try JSONDecoder().decode(Question.self, from: Data(text.utf8))
    }

    @Test(arguments: documents)
    func `is the same after writing and reading, and fits the example`(text: String) throws {
        let question = try Self.read(text)
        let written = try JSONEncoder().encode(question)
        #expect(try JSONDecoder().decode(Question.self, from: written) == question)
        let members = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let again = try JSONSerialization.jsonObject(with: written) as? [String: Any]
        #expect(members?.keys.sorted() == again?.keys.sorted())
        #expect(members?["change"] as? String == question.kind.rawValue)
        let norway = try ExampleScenario.read("norway")
        #expect(try question.applied(to: norway) != norway)
    }

    @Test
    func `has a code for each sort, and an example here`() throws {
        let kinds = try Set(Self.documents.map { try Self.read($0).kind })
        #expect(kinds == Set(Question.Kind.allCases))
    }

    /// A document and what is said about it, read and applied to `norway` at `/changes/0`.
    @Test(arguments: [
        (#"{"factor":1}"#, "expected a member \"change\", found none"),
        (#"{"change":"arrival"}"#, "at /change: expected one of arrivals, places, stays, sharing, coPayment"),
        (#"{"change":"arrivals","factr":1}"#, "at /factr: no such member; expected one of"),
        (#"{"change":"arrivals"}"#, "expected a member \"factor\", found none"),
        (#"{"change":"arrivals","factor":-1}"#, "at /changes/0/factor: expected a number of at least 0"),
        (#"{"change":"arrivals","factor":1,"class":"akutt"}"#, "at /changes/0/class: no such class: \"akutt\""),
        (#"{"change":"arrivals","factor":1,"region":"oslo"}"#, "at /changes/0/region: no such region: \"oslo\""),
        (#"{"change":"places","kind":"care","by":1}"#, "at /changes/0/region: no such region: \"everywhere\""),
        (#"{"change":"places","kind":"care","region":"nord","by":1.5}"#, "at /by: expected a whole number, found 1.5"),
        (#"{"change":"places","kind":"care","region":"nord","by":0}"#, "at /changes/0/by: expected some places"),
        (#"{"change":"places","kind":"acute","region":"nord","by":-8}"#, "at /changes/0/by: expected at most 7 of"),
        (
            #"{"change":"places","kind":"acute","region":"nord","by":-8,"from":"2026-03-01"}"#,
            "at /changes/0/by: expected at most 7 of"
        ),
        (#"{"change":"places","kind":"care","region":"nord","by":1,"from":"2026-02-30"}"#, "at /from: expected a day"),
        (
            #"{"change":"places","kind":"care","region":"nord","by":1,"from":9,"until":9}"#,
            "at /changes/0/until: expected a time after"
        ),
        (#"{"change":"places","kind":"care","region":"nord","by":1,"until":9}"#, "at /changes/0: expected \"from\""),
        (
            #"{"change":"places","kind":"care","region":"nord","by":1,"from":9,"probability":2}"#,
            "at /changes/0/probability: expected a number from 0 to 1"
        ),
        (#"{"change":"stays","kind":"care"}"#, "expected one of \"factor\" and \"by\", found none or both"),
        (#"{"change":"stays","kind":"care","factor":0}"#, "at /changes/0/factor: expected a number above 0"),
        (#"{"change":"stays","kind":"care","by":-600}"#, "at /changes/0/by: expected more than -600.0, the mean stay"),
        (#"{"change":"stays","kind":"care","class":"acute","by":-1}"#, "at /changes/0: expected a class that stays in"),
        (#"{"change":"sharing","regions":["nord"]}"#, "at /changes/0/regions: expected two regions or more"),
        (#"{"change":"sharing","regions":["nord","nord"]}"#, "at /changes/0/regions/1: expected each region once"),
        (
            #"{"change":"sharing","regions":["nord","midt"],"after":40,"kinds":["acute"],"classes":["acute"]}"#,
            "at /changes/0: expected something that these regions do not share already"
        ),
        (
            #"{"change":"coPayment","before":0,"after":1,"responses":[]}"#,
            "at /changes/0/before: expected a number above"
        ),
        (
            #"{"change":"coPayment","before":1,"after":1,"responses":[]}"#,
            "at /changes/0/responses: expected at least one"
        ),
        (
            #"{"change":"coPayment","before":1,"after":1,"responses":[{"percent":-101}]}"#,
            "at /changes/0/responses/0: expected a response of -100 percent or more"
        ),
        (
            #"{"change":"coPayment","before":1,"after":1,"responses":[{"percent":1,"elasticity":1}]}"#,
            "at /responses/0: expected one of \"elasticity\" and \"percent\""
        ),
        (
            #"{"change":"coPayment","before":1,"after":2,"kinds":["care"],"responses":[{"class":"acute","percent":1}]}"#,
            "at /changes/0/responses: expected one that fits some children"
        ),
    ])
    func `that is wrong or does not fit is refused with the place and what was expected`(
        text: String,
        message: String
    ) throws {
        do {
            let question = try Self.read(text)
            _ = try question.applied(to: ExampleScenario.read("norway"), at: "/changes/0")
            Issue.record("accepted")
        } catch let problem as ScenarioProblem {
            #expect(problem.description.contains(message), "\(problem)")
        }
    }
}

struct `A changed scenario` {
    private static func changed(_ text: String, _ scenario: Scenario? = nil) throws -> Scenario {
        try `A question`.read(text).applied(to: scenario ?? ExampleScenario.read("norway"))
    }

    private static func rate(_ scenario: Scenario, _ name: String, _ region: String) -> Double {
        let arrivals = scenario.classes.first { $0.name == name }?.arrivals.filter { $0.region == region } ?? []
        return arrivals.reduce(0) { sum, each in
            guard case .rate(let rate, _) = each.times else { return .nan }
            return sum + rate * each.factor
        }
    }

    @Test
    func `has so many times as many children, of those named and of no others`() throws {
        let norway = try ExampleScenario.read("norway")
        let changed = try Self.changed(#"{"change":"arrivals","factor":1.1,"class":"care"}"#)
        for region in norway.regions {
            let (before, after) = (Self.rate(norway, "care", region), Self.rate(changed, "care", region))
            #expect(abs(after - 1.1 * before) < 1e-12)
            #expect(Self.rate(changed, "acute", region) == Self.rate(norway, "acute", region))
        }
    }

    @Test
    func `has places more from the beginning, or from a day that it counts from its start`() throws {
        let from = try Self.changed(#"{"change":"places","kind":"acute","region":"nord","by":-2,"from":"2026-02-01"}"#)
        let nord = try #require(from.places.first { ($0.kind, $0.region) == ("acute", "nord") })
        #expect(nord.count == 7)
        #expect(nord.changes == [Places.Change(at: 31, by: -2)])
        // What has closed cannot close again, but what opens for good can close later.
        let problem = #expect(throws: ScenarioProblem.self) {
            try Self.changed(#"{"change":"places","kind":"acute","region":"nord","by":-6,"from":40}"#, from)
        }
        #expect(problem?.message.contains("at most 5 of") == true)
        let more = try Self.changed(#"{"change":"places","kind":"acute","region":"nord","by":9,"from":35}"#, from)
        _ = try Self.changed(#"{"change":"places","kind":"acute","region":"nord","by":-14,"from":40}"#, more)
        let always = try Self.changed(#"{"change":"places","kind":"acute","region":"nord","by":-7}"#)
        #expect(always.places.first { ($0.kind, $0.region) == ("acute", "nord") }?.count == 0)
    }

    @Test
    func `has a unit of a kind that the region had not, at the price of others of its kind`() throws {
        var norway = try ExampleScenario.read("norway")
        norway.places.removeAll { ($0.kind, $0.region) == ("care", "nord") }
        norway.overflow.append(Scenario.Overflow(from: "nord", to: "midt", kinds: ["care"]))
        let changed = try Self.changed(#"{"change":"places","kind":"care","region":"nord","by":9,"from":10}"#, norway)
        let opened = try #require(changed.places.last)
        #expect((opened.kind, opened.region, opened.count) == ("care", "nord", 0))
        #expect(opened.costOpen == 12450)
        #expect(opened.changes == [Places.Change(at: 10, by: 9)])
    }

    @Test
    func `has stays whose mean is as much shorter as said`() throws {
        let changed = try Self.changed(#"{"change":"stays","kind":"acute","by":-11}"#)
        let acute = try #require(changed.classes.first { $0.name == "acute" }?.stays["acute"])
        #expect(acute == .lognormal(mean: 44, deviation: 40))
    }

    @Test
    func `shares both ways what was not shared so early before`() throws {
        let changed = try Self.changed(#"{"change":"sharing","regions":["nord","midt"],"after":14}"#)
        let before = try ExampleScenario.read("norway").overflow
        let new = Array(changed.overflow.dropFirst(before.count))
        #expect(Array(changed.overflow.prefix(before.count)) == before)
        #expect(new.map(\.from) == ["nord", "midt"])
        #expect(new.map(\.to) == ["midt", "nord"])
        // Acute children are taken in at once already.
        #expect(new.allSatisfy { $0.kinds == ["treatment", "care"] && $0.after == 14 })
    }

    @Test
    func `has the assumed volume: the first response that fits, where the co-payment is paid`() throws {
        let norway = try ExampleScenario.read("norway")
        let changed = try Self.changed(
            #"{"change":"coPayment","before":100,"after":110,"kinds":["care","acute"],"responses":"#
                + #"[{"class":"acute","percent":-5},{"elasticity":-0.2}]}"#
        )
        for (name, factor) in [("acute", 0.95), ("care", 0.981_118_0), ("treatment", 1)] {
            let ratio = Self.rate(changed, name, "sør") / Self.rate(norway, name, "sør")
            #expect(abs(ratio - factor) < 1e-6, "\(name): \(ratio)")
        }
    }
}

struct `An inquiry` {
    private static func read(_ text: String) throws -> Inquiry {
        try JSONDecoder().decode(Inquiry.self, from: Data(text.utf8))
    }

    @Test
    func `is the same after writing and reading, with a file's name or a scenario in it`() throws {
        let changes = try `A question`.documents.map { try `A question`.read($0) }
        let wish = MixWish(
            limits: [MixWish.Limit(.pBreach, Scope(kind: "acute", region: "nord"), atMost: 0.05)],
            places: [MixWish.Choice(kind: "acute", region: "nord", fewest: 1, most: 9)],
            confidence: 0.99
        )
        let norway = try ExampleScenario.read("norway")
        for base in [Inquiry.Base.file("norway.json"), .scenario(norway)] {
            let inquiry = Inquiry(name: "a name", note: "a note", of: base, changes: changes, wish: wish)
            let written = try JSONEncoder().encode(inquiry)
            #expect(try JSONDecoder().decode(Inquiry.self, from: written) == inquiry)
        }
    }

    @Test(arguments: [
        (#"{"question":2,"name":"a","of":"x"}"#, "at /question: expected version 1, found 2"),
        (#"{"question":1,"name":"a","of":"x"}"#, "expected \"changes\" or a \"wish\", found neither"),
        (#"{"question":1,"name":"a","of":{"scenari":1}}"#, "at /of/scenari: no such member"),
        (#"{"question":1,"name":"a","of":"x","changes":[{"change":"x"}]}"#, "at /changes/0/change: expected one of"),
        (
            #"{"question":1,"name":"a","of":"x","changes":[{"change":"stays","kind":"a","fact":1}]}"#,
            "at /changes/0/fact"
        ),
        (
            #"{"question":1,"name":"a","of":"x","wish":{"limits":[{"measure":"p","atMost":1}],"places":[]}}"#,
            "at /wish/limits/0/measure: expected one of arrivals"
        ),
    ])
    func `that is wrong is refused with the place`(text: String, message: String) throws {
        let problem = #expect(throws: ScenarioProblem.self) { try Self.read(text) }
        #expect(problem?.description.contains(message) == true, "\(String(describing: problem))")
    }

    @Test
    func `applies its changes one after the other, and names the one that does not fit`() throws {
        let norway = try ExampleScenario.read("norway")
        let twice = Inquiry(
            name: "a",
            of: .file("x"),
            changes: [
                .stays(StayChange(kind: "acute", .factor(0.5))), .stays(StayChange(kind: "acute", .mean(by: -5.5))),
            ]
        )
        #expect(try twice.changed(norway).classes[0].stays["acute"]?.mean == 22)
        let wrong = Inquiry(
            name: "a",
            of: .file("x"),
            changes: [
                .stays(StayChange(kind: "acute", .factor(0.5))), .arrivals(ArrivalChange(factor: 2, ofClass: "none")),
            ]
        )
        let problem = #expect(throws: ScenarioProblem.self) { try wrong.changed(norway) }
        #expect(problem?.pointer == "/changes/1/class")
    }
}
