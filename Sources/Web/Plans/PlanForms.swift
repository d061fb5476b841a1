import Exchange
import Law
import Office
import Planning

/// What is wrong with a form, by its fields.
struct PlanProblems: Error {
    let byField: [String: String]
}

/// The form for a new plan.
struct NewPlanForm: Sendable {
    /// What a plan begins from, besides the examples.
    private enum Other: String {
        case blank, document
    }

    let words: PlanWords
    var catalog: Catalog { words.catalog }

    func fields(_ values: [String: String], _ problems: [String: String]) -> [Field] {
        let examples = PlanExample.allCases.map { example in
            (value: example.rawValue, label: (try? example.scenario().name) ?? example.rawValue)
        }
        let others = [
            (value: Other.blank.rawValue, label: catalog.text("planning.new.blank")),
            (value: Other.document.rawValue, label: catalog.text("planning.new.document")),
        ]
        return [
            Field(
                "from",
                .radio,
                label: catalog.text("planning.new.from"),
                value: values["from"] ?? "",
                error: problems["from"],
                options: others + examples
            ),
            Field(
                "name",
                label: catalog.text("planning.name"),
                hint: catalog.text("planning.new.name.hint"),
                value: values["name"] ?? "",
                error: problems["name"],
                isOptional: true
            ),
            Field(
                "note",
                label: catalog.text("planning.note"),
                hint: catalog.text("planning.note.hint"),
                value: values["note"] ?? "",
                error: problems["note"],
                isOptional: true
            ),
            Field(
                "document",
                .paragraphs,
                label: catalog.text("planning.document"),
                hint: catalog.text("planning.document.hint"),
                value: values["document"] ?? "",
                error: problems["document"],
                isOptional: true
            ),
        ]
    }

    /// The scenario that a filled-in form asks for.
    func read(_ fields: [String: String]) -> Result<Scenario, PlanProblems> {
        let from = fields["from"] ?? ""
        var scenario: Scenario
        do throws(ScenarioProblem) {
            if let example = PlanExample(rawValue: from) {
                scenario = try example.scenario()
            } else {
                switch Other(rawValue: from) {
                case .blank: scenario = Scenario.blank(catalog)
                case .document: scenario = try PlanDocument.scenario((fields["document"] ?? "").utf8)
                case nil: return .failure(PlanProblems(byField: ["from": catalog.text("problem.choose")]))
                }
            }
        } catch {
            return .failure(PlanProblems(byField: ["document": words.located(error)]))
        }
        if let name = fields["name"], name.contains(where: { !$0.isWhitespace }) { scenario.name = name }
        return .success(scenario)
    }
}

extension Scenario {
    /// A scenario to begin from: one region, one kind, one class, with figures that are to be replaced.
    static func blank(_ catalog: Catalog) -> Scenario {
        let (region, kind) = (catalog.text("planning.blank.region"), catalog.text("planning.blank.kind"))
        return Scenario(
            name: catalog.text("planning.blank.name"),
            run: RunPlan(length: 365, warmUp: 365, replications: 40),
            regions: [region],
            kinds: [kind],
            places: [Places(kind: kind, region: region, count: 10)],
            classes: [
                ChildClass(
                    name: catalog.text("planning.blank.class"),
                    arrivals: [Arrivals(region: region, .rate(0.1, nil))],
                    needs: [ChildClass.Need(kind)],
                    stays: [kind: .exponential(mean: 90)],
                    wanted: ChildClass.Wanted(within: .constant(14))
                )
            ]
        )
    }
}

/// Reads what a form about calculations has posted, and remembers what is wrong.
final class PlanFormReader {
    private let fields: [String: String]
    private let catalog: Catalog
    private(set) var problems: [String: String] = [:]

    init(_ fields: [String: String], catalog: Catalog) {
        self.fields = fields
        self.catalog = catalog
    }

    /// Remembers that something is wrong with a field, by the key of its words.
    func note(_ name: String, _ key: String) { problems[name] = catalog.text(key) }

    /// The same in words that are made already.
    func say(_ name: String, _ text: String) { problems[name] = text }

    /// A day; `nil` where nothing was typed.
    func day(_ name: String) -> CalendarDay? {
        guard isFilledIn(name) else { return nil }
        if let day = try? CalendarDay(parsing: fields[name] ?? "") { return day }
        problems[name] = catalog.text("planning.history.day")
        return nil
    }

    /// A version of the plan.
    func version(_ name: String, of plan: KeptPlan) -> Int {
        guard let number = fields[name].flatMap({ Int($0) }), plan.version(number) != nil else {
            problems[name] = catalog.text("problem.choose")
            return 0
        }
        return number
    }

    /// A version of this plan or another, as `plan.number`.
    func anyVersion(_ name: String) -> PlanVersion {
        let parts = (fields[name] ?? "").split(separator: ".")
        guard parts.count == 2, let plan = RecordID(parts[0]), let number = Int(parts[1]) else {
            problems[name] = catalog.text("problem.choose")
            return PlanVersion(plan: RecordID(high: 0, low: 0), number: 0)
        }
        return PlanVersion(plan: plan, number: number)
    }

    /// A kind in a region, each with its number of bytes, so that any name can stand in it.
    func place(_ name: String) -> (kind: String, region: String)? {
        guard let place = PlaceName.read(fields[name] ?? "") else {
            problems[name] = catalog.text("problem.choose")
            return nil
        }
        return place
    }

    /// A number, with a comma or a point.
    func number(_ name: String) -> Double? {
        guard let number = Double((fields[name] ?? "").replacing(",", with: ".").filter { !$0.isWhitespace }),
            number.isFinite
        else {
            problems[name] = catalog.text("planning.problem.number")
            return nil
        }
        return number
    }

    /// Whether anything was typed.
    func isFilledIn(_ name: String) -> Bool { fields[name]?.contains { !$0.isWhitespace } ?? false }

    /// A number of at least so much; nothing typed is that.
    func number(_ name: String, atLeast least: Double, atMost most: Double = 1e9) -> Double? {
        guard isFilledIn(name) else { return least }
        guard let number = number(name) else { return nil }
        if number >= least, number <= most { return number }
        problems[name] = catalog.text("planning.problem.between", ["from": Self.plain(least), "to": Self.plain(most)])
        return nil
    }

    /// Seed and replications of a calculation; what is left empty is as the scenario has it.
    func chance(_ run: Scenario.RunPlan) -> (seed: UInt64, replications: Int) {
        let most = KeptPlanCommand.mostReplications
        return (
            UInt64(whole("seed", otherwise: Int(clamping: run.seed), in: 0...Int.max)),
            whole("replications", otherwise: min(run.replications, most), in: 2...most)
        )
    }

    private static func plain(_ number: Double) -> String { Int(exactly: number).map { String($0) } ?? "\(number)" }

    /// A whole number between two; what is left empty is as it was.
    func whole(_ name: String, otherwise: Int, in range: ClosedRange<Int>) -> Int {
        guard let text = fields[name], text.contains(where: { !$0.isWhitespace }) else { return otherwise }
        guard let number = Int(text.filter { !$0.isWhitespace }), range.contains(number) else {
            problems[name] = catalog.text(
                "planning.problem.whole",
                ["from": String(range.lowerBound), "to": String(range.upperBound)]
            )
            return otherwise
        }
        return number
    }
}

/// A kind in a region as the value of a choice.
enum PlaceName {
    static func text(_ kind: String, _ region: String) -> String { "\(kind.utf8.count):\(kind)\(region)" }

    static func read(_ text: String) -> (kind: String, region: String)? {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let count = Int(parts[0]), count >= 0, count <= parts[1].utf8.count else { return nil }
        let bytes = Array(parts[1].utf8)
        guard let kind = String(validating: bytes[..<count], as: UTF8.self),
            let region = String(validating: bytes[count...], as: UTF8.self)
        else { return nil }
        return (kind, region)
    }
}
