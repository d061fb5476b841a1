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
