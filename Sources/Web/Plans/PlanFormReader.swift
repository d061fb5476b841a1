import Law
import Office
import Planning

/// Reads what a form about plans has posted, and remembers what is wrong.
final class PlanFormReader {
    private let fields: [String: String]
    private let catalog: Catalog
    private let naming: (String) -> String
    /// By the names of the fields on the page.
    private(set) var problems: [String: String] = [:]

    /// - Parameters:
    ///   - fields: What was posted.
    ///   - catalog: The words for what is wrong.
    ///   - naming: What a field is called on the page, where several forms are on it.
    init(_ fields: [String: String], catalog: Catalog, naming: @escaping (String) -> String = { $0 }) {
        self.fields = fields
        self.catalog = catalog
        self.naming = naming
    }

    /// Remembers that something is wrong with a field, by the key of its words.
    func note(_ name: String, _ key: String) { say(name, catalog.text(key)) }

    /// The same in words that are made already.
    func say(_ name: String, _ text: String) { problems[naming(name)] = text }

    // MARK: Texts

    /// What was typed, without blanks around it; `nil` where nothing was.
    func words(_ name: String) -> String? {
        let text = (fields[naming(name)] ?? "").trimming
        return text.isEmpty ? nil : text
    }

    /// Whether anything was typed.
    func isFilledIn(_ name: String) -> Bool { words(name) != nil }

    /// What has to be chosen.
    func choice(_ name: String) -> String {
        if let text = words(name) { return text }
        note(name, "problem.choose")
        return ""
    }

    /// A day; `nil` where nothing was typed.
    func day(_ name: String) -> CalendarDay? {
        guard let text = words(name) else { return nil }
        if let day = try? CalendarDay(parsing: text) { return day }
        note(name, "planning.history.day")
        return nil
    }

    /// A version of the plan.
    func version(_ name: String, of plan: KeptPlan) -> Int {
        if let number = words(name).flatMap({ Int($0) }), plan.version(number) != nil { return number }
        note(name, "problem.choose")
        return 0
    }

    /// A version of this plan or another, as `plan.number`.
    func anyVersion(_ name: String) -> PlanVersion {
        let parts = (words(name) ?? "").split(separator: ".")
        if parts.count == 2, let plan = RecordID(parts[0]), let number = Int(parts[1]) {
            return PlanVersion(plan: plan, number: number)
        }
        note(name, "problem.choose")
        return PlanVersion(plan: RecordID(high: 0, low: 0), number: 0)
    }

    /// A kind in a region, each with its number of bytes, so that any name can stand in it.
    func place(_ name: String) -> (kind: String, region: String)? {
        // As it was posted: a name may end in a blank.
        if let place = PlaceName.read(fields[naming(name)] ?? "") { return place }
        note(name, "problem.choose")
        return nil
    }

    // MARK: Numbers

    /// A number; `nil` where none was typed, which is noted.
    func number(_ name: String) -> Double? {
        if let number = TypedNumber.read(words(name) ?? "") { return number }
        note(name, "planning.problem.number")
        return nil
    }

    /// A number of at least so much; nothing typed is that.
    func number(_ name: String, atLeast least: Double, atMost most: Double = 1e9) -> Double? {
        guard isFilledIn(name) else { return least }
        guard let number = number(name) else { return nil }
        if number >= least, number <= most { return number }
        say(
            name,
            catalog.text(
                "planning.problem.between",
                ["from": TypedNumber.plain(least), "to": TypedNumber.plain(most)]
            )
        )
        return nil
    }

    /// A whole number between two; what is left empty is as it was.
    func whole(_ name: String, otherwise: Int, in range: ClosedRange<Int>) -> Int {
        guard let text = words(name) else { return otherwise }
        if let number = Int(text.filter { !$0.isWhitespace }), range.contains(number) { return number }
        say(
            name,
            catalog.text(
                "planning.problem.whole",
                ["from": String(range.lowerBound), "to": String(range.upperBound)]
            )
        )
        return otherwise
    }

    /// Seed and replications of a calculation; what is left empty is as the scenario has it.
    func chance(_ run: Scenario.RunPlan) -> (seed: UInt64, replications: Int) {
        let most = KeptPlanCommand.mostReplications
        return (
            UInt64(whole("seed", otherwise: Int(clamping: run.seed), in: 0...Int.max)),
            whole("replications", otherwise: min(run.replications, most), in: 2...most)
        )
    }
}
