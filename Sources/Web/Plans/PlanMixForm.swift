import Law
import Office
import Planning

/// The form that asks for the cheapest places: a limit on breaches, and which places may become more or fewer.
struct PlanMixForm {
    /// Whom the limit is for.
    private enum Whom {
        static let each = "each"
        static let all = "all"
        static let ofClass = "class:"
    }

    /// What a filled-in form asks for.
    struct Asked {
        let wish: MixWish
        let breachesAtMost: Double
        /// With the prices of the form.
        let scenario: Scenario
        let seed: UInt64
        let replications: Int
    }

    let scenario: Scenario
    let words: PlanWords
    private var catalog: Catalog { words.catalog }

    /// The places of which there is a number, by their place in the scenario.
    private var places: [(index: Int, places: Places, count: Int)] {
        scenario.places.enumerated().compactMap { index, places in
            places.count.map { (index, places, $0) }
        }
    }

    func fields(_ values: [String: String], _ problems: [String: String]) -> [Field] {
        let classes = scenario.classes.filter { $0.wanted != nil }.map {
            (value: Whom.ofClass + $0.name, label: catalog.text("planning.part.class", ["name": $0.name]))
        }
        return [
            Field(
                "share",
                .line(keyboard: "decimal"),
                label: catalog.text("planning.share"),
                value: values["share"] ?? "5",
                error: problems["share"]
            ),
            Field(
                "whom",
                .list,
                label: catalog.text("planning.mix.whom"),
                value: values["whom"] ?? Whom.each,
                error: problems["whom"],
                options: [
                    (value: Whom.each, label: catalog.text("planning.mix.each")),
                    (value: Whom.all, label: catalog.text("planning.mix.all")),
                ] + classes
            ),
        ] + words.chance(scenario.run, values, problems)
    }

    func sheet(_ values: [String: String], _ problems: [String: String]) -> PlanSheet {
        let columns = ["planning.mix.price", "planning.mix.fewest", "planning.mix.most"].map { catalog.text($0) }
        return PlanSheet(
            caption: catalog.text("planning.mix.places"),
            first: catalog.text("planning.place"),
            columns: columns,
            rows: places.map { index, places, count in
                let given = [words.typed(places.costOpen), "0", String(max(2 * count, count + 5))]
                return PlanSheet.Row(
                    name: "\(places.kind), \(words.name(place: places.region)) "
                        + catalog.plural("planning.mix.now", count),
                    cells: zip(["price", "fewest", "most"], given).enumerated().map { column, cell in
                        let name = "\(cell.0)-\(index)"
                        return PlanSheet.Cell(
                            name: name,
                            label: columns[column],
                            value: values[name] ?? cell.1,
                            error: problems[name]
                        )
                    }
                )
            }
        )
    }

    /// What the form asks for, or what is wrong with its fields.
    func read(_ posted: [String: String]) -> Result<Asked, PlanProblems> {
        let reader = PlanFormReader(posted, catalog: catalog)
        let share = (reader.number("share") ?? 5) / 100
        if !(share > 0 && share < 1) { reader.note("share", "planning.refused.share") }
        var priced = scenario
        var choices: [MixWish.Choice] = []
        for (index, places, _) in places {
            let (fewest, most) = ("fewest-\(index)", "most-\(index)")
            // A row without a greatest number stays as it is.
            guard reader.isFilledIn(most) else { continue }
            if let price = reader.number("price-\(index)", atLeast: 0) { priced.places[index].costOpen = price }
            let choice = MixWish.Choice(
                kind: places.kind,
                region: places.region,
                fewest: reader.whole(fewest, otherwise: 0, in: 0...Self.mostPlaces),
                most: reader.whole(most, otherwise: 0, in: 0...Self.mostPlaces)
            )
            if choice.fewest > choice.most { reader.note(most, "planning.mix.problem.order") }
            choices.append(choice)
        }
        if choices.isEmpty, let first = places.first { reader.note("most-\(first.index)", "planning.mix.problem.none") }
        let limits = scopes(posted["whom"] ?? "").map { MixWish.Limit(.pBreach, $0, atMost: share) }
        if limits.isEmpty { reader.note("whom", "planning.mix.problem.whom") }
        let wish = MixWish(limits: limits, places: choices)
        let chance = reader.chance(scenario.run)
        guard reader.problems.isEmpty else { return .failure(PlanProblems(byField: reader.problems)) }
        do throws(ScenarioProblem) { try wish.check(in: priced) } catch {
            return .failure(PlanProblems(byField: [field(of: error, choices): words.problem(error)]))
        }
        return .success(
            Asked(
                wish: wish,
                breachesAtMost: share,
                scenario: priced,
                seed: chance.seed,
                replications: chance.replications
            )
        )
    }

    /// More are a slip of the keyboard.
    private static let mostPlaces = 10_000

    /// Of whom the limit is, where anybody has a wanted date; empty where nobody has.
    private func scopes(_ whom: String) -> [Scope] {
        let wanting = scenario.classes.filter { $0.wanted != nil }
        if wanting.isEmpty { return [] }
        if whom == Whom.all { return [.whole] }
        if whom.hasPrefix(Whom.ofClass) {
            let name = String(whom.dropFirst(Whom.ofClass.count))
            return wanting.filter { $0.name == name }.map { Scope(ofClass: $0.name) }
        }
        // Those who ask for a kind first, from each region that they come from.
        var scopes: [Scope] = []
        for each in wanting {
            for arrivals in each.arrivals {
                guard let kind = (arrivals.needs ?? each.needs).first?.kind else { continue }
                let scope = Scope(kind: kind, region: arrivals.region)
                if !scopes.contains(scope) { scopes.append(scope) }
            }
        }
        return whom == Whom.each ? scopes : []
    }

    /// The field that a problem of the wish belongs to.
    private func field(of problem: ScenarioProblem, _ choices: [MixWish.Choice]) -> String {
        let tokens = JsonPointer.tokens(problem.pointer)
        guard tokens.first == "places" else { return "whom" }
        let chosen = tokens.dropFirst().first.flatMap { Int($0) } ?? 0
        let choice = choices.indices.contains(chosen) ? choices[chosen] : choices.first
        let index = places.first { ($0.places.kind, $0.places.region) == (choice?.kind, choice?.region) }?.index ?? 0
        // All have a price, or none: what is said of the list as a whole.
        guard tokens.count > 1 else { return "price-\(index)" }
        return "\(tokens.last == "fewest" ? "fewest" : "most")-\(index)"
    }
}
