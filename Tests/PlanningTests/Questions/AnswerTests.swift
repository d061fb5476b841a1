import Foundation
import Planning
import Testing

/// The questions in `Examples/questions`.
enum ExampleQuestion {
    static let names = [
        "acute-stays-shorten", "arrivals-rise", "co-payment", "places-needed", "regions-share", "unit-closes",
        "unit-opens",
    ]

    private static var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Examples/questions")
    }

    static var files: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
        }
    }

    static func text(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: "\(name).json"))
    }

    static func read(_ name: String) throws -> Inquiry {
        try JSONDecoder().decode(Inquiry.self, from: text(name))
    }

    /// `norway`, shorter.
    static func norway(replications: Int) throws -> Scenario {
        var norway = try ExampleScenario.read("norway")
        norway.run = Scenario.RunPlan(length: 365, warmUp: 730, replications: replications, seed: 5)
        return norway
    }

    static func answer(_ name: String, replications: Int) throws -> Answer {
        try #require(try Answer.find(read(name), of: norway(replications: replications), cores: 2))
    }
}

struct `The example questions` {
    @Test(arguments: ExampleQuestion.names)
    func `are read, and ask of norway`(name: String) throws {
        let inquiry = try ExampleQuestion.read(name)
        #expect(inquiry.base == .file("../scenarios/norway.json"))
        let norway = try ExampleScenario.read("norway")
        #expect(try inquiry.changed(norway) != norway)
    }

    @Test
    func `are all here, one of each sort`() throws {
        #expect(
            try ExampleQuestion.files
                == (ExampleQuestion.names + ["small-services-merge"]).sorted().map { $0 + ".json" }
        )
        let kinds = try Set(ExampleQuestion.names.flatMap { try ExampleQuestion.read($0).changes.map(\.kind) })
        #expect(kinds == Set(Question.Kind.allCases))
    }

    @Test
    func `about a merger has somebody qualified far more often`() throws {
        let merger = try JSONDecoder().decode(ServiceMerger.self, from: ExampleQuestion.text("small-services-merge"))
        let answer = try #require(try MergerAnswer.find(merger, cores: 2))
        let away = merger.services[0].workers[0].away
        // A tenth sick, a tenth on holidays, a vacancy now and then.
        #expect((0.2...0.24).contains(away))
        #expect(abs(answer.alone[0].without.exact.share - away) < 1e-12)
        #expect(answer.together.without.exact.daysPerYear < 0.1)
        #expect(answer.alone[1].without.exact.daysPerYear > 10)
        #expect(answer.together.load.overloaded < (answer.alone.map(\.load.overloaded).min() ?? 0))
        for unit in answer.alone + [answer.together] {
            #expect(unit.without.simulated.share.holds(unit.without.exact.share, coverage: 0.9999))
        }
    }
}

struct `An answer to a question` {
    @Test(arguments: [
        ("arrivals-rise", Measure.inSystem, Scope.whole, 1.0), ("arrivals-rise", .pBreach, .whole, 1.0),
        ("acute-stays-shorten", .inSystem, .whole, -1.0),
        ("unit-closes", .open, Scope(kind: "treatment", region: "vest"), -1.0),
        ("unit-closes", .cost, .whole, -1.0),
        ("unit-opens", .open, Scope(kind: "acute", region: "nord"), 1.0),
        ("regions-share", .elsewhere, Scope(region: "nord"), 1.0),
        ("co-payment", .arrivals, Scope(ofClass: "care"), -1.0), ("co-payment", .inSystem, .whole, -1.0),
    ])
    func `shows which way a figure goes, surely`(
        name: String,
        measure: Measure,
        scope: Scope,
        sign: Double
    ) throws {
        let answer = try ExampleQuestion.answer(name, replications: 30)
        let figure = try #require(answer.comparison.rows.first { $0.scope == scope }?[measure])
        #expect(figure.isShown && figure.difference.paired.mean * sign > 0, "\(figure)")
        let row = try #require(answer.comparison.changed.row(scope)?[measure])
        #expect(figure.changed == row)
    }

    @Test
    func `knows a difference at least five times as surely as with chance of its own`() throws {
        for name in ["arrivals-rise", "acute-stays-shorten", "co-payment", "regions-share"] {
            let answer = try ExampleQuestion.answer(name, replications: 30)
            let figure = try #require(answer.comparison.rows.first?[.inSystem])
            #expect(figure.difference.varianceReduction >= 5, "\(name): \(figure.difference.varianceReduction)")
        }
    }

    @Test
    func `has the same children in both, and those who do not change as they were`() throws {
        let answer = try ExampleQuestion.answer("co-payment", replications: 10)
        let (base, changed) = (answer.comparison.base, answer.comparison.changed)
        let acute = Scope(ofClass: "acute")
        #expect(base.row(acute)?.values(of: .arrivals) == changed.row(acute)?.values(of: .arrivals))
        let care = Scope(ofClass: "care")
        let pairs = zip(
            try #require(base.row(care)).values(of: .arrivals),
            try #require(changed.row(care)).values(of: .arrivals)
        )
        #expect(pairs.allSatisfy { $0 >= $1 })
    }

    @Test
    func `names what is assumed, and what is paid`() throws {
        let answer = try ExampleQuestion.answer("co-payment", replications: 10)
        #expect(answer.assumptions.map(\.response.ofClass) == ["acute", nil])
        #expect(answer.assumptions.map(\.factor) == [1, pow(1.1, -0.2)])
        let paid = try #require(answer.coPayments.first)
        let living = try #require(answer.comparison.base.row()?[.living])
        // A few keep their place while they wait for the next.
        #expect((1...1.01).contains(paid.before.mean / (living.mean * 170_000 * 12)))
        let more = try #require(answer.comparison.changed.row()?[.living])
        #expect((1...1.01).contains(paid.after.mean / (more.mean * 187_000 * 12)))
        #expect(abs(paid.difference.mean - (paid.after.mean - paid.before.mean)) < 1)
        // A tenth more for somewhat fewer children.
        #expect(paid.difference.mean > 0 && paid.difference.mean < 0.1 * paid.before.mean)
        // Of the kinds that it is paid for alone.
        var inquiry = answer.inquiry
        guard case .coPayment(var payment) = inquiry.changes[0] else { return }
        payment.kinds = ["acute", "treatment"]
        inquiry.changes = [.coPayment(payment)]
        let some = try #require(try Answer.find(inquiry, of: ExampleQuestion.norway(replications: 10), cores: 2))
        let care = try #require(answer.comparison.base.row(Scope(kind: "care"))?[.living])
        let others = paid.before.mean - care.mean * 170_000 * 12
        #expect(abs(some.coPayments[0].before.mean - others) < 0.01 * others)
    }

    @Test
    func `to a wish compares what there is with the cheapest places found`() throws {
        var inquiry = try ExampleQuestion.read("places-needed")
        inquiry.wish?.limits = [MixWish.Limit(.pBreach, Scope(ofClass: "acute"), atMost: 0.2)]
        inquiry.wish?.places.removeSubrange(2...)
        var searched = 0
        var compared = 0
        let answer = try Answer.find(inquiry, of: ExampleQuestion.norway(replications: 5), cores: 2) { progress in
            switch progress {
            case .searching(let trials): searched = trials
            case .comparing(let done, _): compared = done
            }
            return true
        }
        guard case .found(let mix) = try #require(answer).mix else {
            Issue.record("nothing was found")
            return
        }
        #expect(searched == mix.trials)
        #expect(compared == 5)
        #expect(answer?.comparison.changed.scenario == mix.scenario)
        #expect(zip(mix.counts, inquiry.wish?.places ?? []).allSatisfy { ($1.fewest...$1.most).contains($0) })
        let figure = try #require(answer?.comparison.changed.row(Scope(ofClass: "acute"))?[.pBreach])
        #expect(figure.mean + figure.halfWidth() <= 0.2)
    }

    @Test(arguments: ExampleQuestion.names)
    func `is written with a half-width for each difference`(name: String) throws {
        var inquiry = try ExampleQuestion.read(name)
        // The search has tests of its own.
        inquiry.wish?.limits.removeSubrange(1...)
        inquiry.wish?.places.removeSubrange(1...)
        inquiry.wish?.limits[0].most = 0.5
        let answer = try #require(try Answer.find(inquiry, of: ExampleQuestion.norway(replications: 4), cores: 2))
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(answer))
        let document = try #require(json as? [String: Any])
        let differences = try #require(document["differences"] as? [[String: Any]])
        #expect(differences.count == (document["base"] as? [String: Any]).flatMap { $0["rows"] as? [Any] }?.count)
        let arrivals = try #require(differences.first?["arrivals"] as? [String: Double])
        #expect(Set(arrivals.keys).isSuperset(of: ["base", "changed", "difference", "halfWidth"]))
        #expect((document["mix"] != nil) == (inquiry.wish != nil))
        let question = try JSONSerialization.data(withJSONObject: try #require(document["question"]))
        #expect(try JSONDecoder().decode(Inquiry.self, from: question) == inquiry)
    }

    @Test
    func `stops when it is not wanted any more`() throws {
        let norway = try ExampleQuestion.norway(replications: 4)
        #expect(try Answer.find(ExampleQuestion.read("arrivals-rise"), of: norway, cores: 1) { _ in false } == nil)
        #expect(try Answer.find(ExampleQuestion.read("places-needed"), of: norway, cores: 1) { _ in false } == nil)
    }
}
