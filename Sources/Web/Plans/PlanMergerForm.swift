import Law
import Office
import Planning

/// The form about small services that would be one: a row for each service, and what holds for all of them.
struct PlanMergerForm {
    /// What is asked of every service, a column each.
    private enum Column: String, CaseIterable {
        case name, qualified, others, onDuty, reports, investigations, measures
    }

    /// How many services one form takes.
    private static let mostRows = 12
    private static let firstRows = 4
    /// What is larger than this all together is no small service, and takes long to work out.
    private static let mostWorkers = 400
    private static let mostOpen = 4000.0
    /// So many times a hundred years are simulated.
    static let replications = 20

    /// How long a worker is away at a time, in days: pretend numbers of the illustration in `docs/questions.md`.
    private enum Away {
        static let short = (code: "short", days: 4.0, shareOfLeave: 0.33)
        static let long = (code: "long", days: 61.0)
        static let holidays = (code: "holidays", days: 7.0)
        static let vacancy = (code: "vacancy", days: 38.0)
    }

    private enum Work {
        static let reports = "report"
        static let investigations = "investigation"
        static let measures = "measure"
    }

    let words: PlanWords
    private var catalog: Catalog { words.catalog }

    // MARK: Fields

    /// What the form begins with: three small services that are pretended.
    var example: [String: String] {
        let services = [[1, 2, 1, 35, 16, 6], [2, 3, 1, 58, 27, 10], [3, 4, 1, 84, 39, 14]]
        var values = ["name": catalog.text("planning.merger.example")]
        for (row, numbers) in services.enumerated() {
            values["name-\(row)"] = catalog.text("planning.merger.service", ["number": String(row + 1)])
            for (column, number) in zip(Column.allCases.dropFirst(), numbers) {
                values["\(column.rawValue)-\(row)"] = String(number)
            }
        }
        return values
    }

    func fields(_ values: [String: String], _ problems: [String: String]) -> [Field] {
        [
            Field(
                "name",
                label: catalog.text("planning.name"),
                value: values["name"] ?? "",
                error: problems["name"]
            )
        ]
    }

    func fieldsAfter(_ values: [String: String], _ problems: [String: String]) -> [Field] {
        func number(_ name: String, _ label: String, _ value: String, hint: String? = nil) -> Field {
            Field(
                name,
                .line(keyboard: "decimal"),
                label: label,
                hint: hint,
                value: values[name] ?? value,
                error: problems[name]
            )
        }
        let leave = catalog.text(
            "planning.merger.leave.hint",
            [
                "short": words.typed(Away.short.days), "long": words.typed(Away.long.days),
                "vacancy": words.typed(Away.vacancy.days),
            ]
        )
        return [
            number("together", catalog.text("planning.merger.together"), "1"),
            number("load", catalog.text("planning.merger.load"), "10"),
            number(
                "disqualified",
                catalog.text("planning.merger.disqualified"),
                "5",
                hint: catalog.text("planning.merger.disqualified.hint")
            ),
            number("leave", catalog.text("planning.merger.leave"), "10", hint: leave),
            number("holidays", catalog.text("planning.merger.holidays"), "5"),
            number("vacant", catalog.text("planning.merger.vacant"), "2"),
            number("reportDays", catalog.text("planning.merger.reportDays"), "7"),
            number("investigationDays", catalog.text("planning.merger.investigationDays"), "70"),
            number("measureDays", catalog.text("planning.merger.measureDays"), "803"),
            number("seed", catalog.text("planning.seed"), "1", hint: catalog.text("planning.seed.hint")),
        ]
    }

    /// How many rows the form shows: one more than are filled in at least.
    func rowCount(_ values: [String: String], more: Bool = false) -> Int {
        let filled = (0..<Self.mostRows).last { row in
            Column.allCases.contains { !(values["\($0.rawValue)-\(row)"] ?? "").trimming.isEmpty }
        }
        let posted = values["rows"].flatMap { Int($0) } ?? Self.firstRows
        let wanted = max(Self.firstRows, posted, (filled ?? 0) + 1) + (more ? 2 : 0)
        return min(Self.mostRows, wanted)
    }

    func sheet(_ values: [String: String], _ problems: [String: String], rows: Int) -> PlanSheet {
        PlanSheet(
            caption: catalog.text("planning.merger.services"),
            first: catalog.text("planning.merger.row"),
            columns: Column.allCases.map(label),
            rows: (0..<rows).map { row in
                PlanSheet.Row(
                    name: String(row + 1),
                    cells: Column.allCases.map { column in
                        let name = "\(column.rawValue)-\(row)"
                        return PlanSheet.Cell(
                            name: name,
                            label: label(column),
                            value: values[name] ?? "",
                            error: problems[name],
                            isNumber: column != .name
                        )
                    }
                )
            }
        )
    }

    private func label(_ column: Column) -> String {
        switch column {
        case .name: catalog.text("planning.merger.column.name")
        case .qualified: catalog.text("planning.merger.column.qualified")
        case .others: catalog.text("planning.merger.column.others")
        case .onDuty: catalog.text("planning.merger.column.onDuty")
        case .reports: catalog.text("planning.merger.column.reports")
        case .investigations: catalog.text("planning.merger.column.investigations")
        case .measures: catalog.text("planning.merger.column.measures")
        }
    }

    // MARK: Reading

    /// The services of a filled-in form, or what is wrong with its fields.
    func read(_ posted: [String: String]) -> Result<ServiceMerger, PlanProblems> {
        let reader = PlanFormReader(posted, catalog: catalog)
        let name = reader.words("name") ?? ""
        if name.isEmpty { reader.note("name", "planning.refused.nameMissing") }
        let absences = absences(reader)
        let lengths = ["reportDays", "investigationDays", "measureDays"].map {
            reader.number($0, atLeast: 0, atMost: 10_000) ?? 0
        }
        var services: [ServiceMerger.Service] = []
        for row in 0..<Self.mostRows
        where Column.allCases.contains(where: { reader.isFilledIn("\($0.rawValue)-\(row)") }) {
            let service = service(row, reader, absences, lengths)
            if services.contains(where: { $0.name == service.name }) {
                reader.note("name-\(row)", "planning.merger.problem.twice")
            }
            services.append(service)
        }
        if services.isEmpty { reader.note("name-0", "planning.merger.problem.none") }
        let merger = ServiceMerger(
            name: name,
            services: services,
            onDuty: reader.whole("together", otherwise: 1, in: 1...1000),
            casesPerWorker: reader.number("load", atLeast: 0.1, atMost: 10_000) ?? 1,
            disqualified: (reader.number("disqualified", atLeast: 0, atMost: 100) ?? 0) / 100,
            run: ServiceMerger.RunPlan(
                replications: Self.replications,
                seed: UInt64(reader.whole("seed", otherwise: 1, in: 0...Int.max))
            )
        )
        if !Self.isSmall(merger) { reader.note("qualified-0", "planning.merger.problem.large") }
        guard reader.problems.isEmpty else { return .failure(PlanProblems(byField: reader.problems)) }
        do throws(ScenarioProblem) { try merger.check() } catch {
            let service = JsonPointer.tokens(error.pointer).dropFirst().first.flatMap { Int($0) } ?? 0
            return .failure(PlanProblems(byField: ["name-\(service)": words.problem(error)]))
        }
        return .success(merger)
    }

    private static func isSmall(_ merger: ServiceMerger) -> Bool {
        let workers = merger.services.flatMap(\.workers).reduce(0) { $0 + $1.count }
        let open = merger.services.flatMap(\.cases).reduce(0) { $0 + $1.perYear * $1.days.mean } / ServiceMerger.year
        return workers <= mostWorkers && open <= mostOpen
    }

    private func absences(_ reader: PlanFormReader) -> [ServiceMerger.Absence] {
        let leave = (reader.number("leave", atLeast: 0, atMost: 60) ?? 0) / 100 * ServiceMerger.year
        let weeks = reader.number("holidays", atLeast: 0, atMost: 12) ?? 0
        let vacant = (reader.number("vacant", atLeast: 0, atMost: 15) ?? 0) / 100 * ServiceMerger.year
        let all: [ServiceMerger.Absence] = [
            .init(
                name: Away.short.code,
                perYear: leave * Away.short.shareOfLeave / Away.short.days,
                days: .exponential(mean: Away.short.days)
            ),
            .init(
                name: Away.long.code,
                perYear: leave * (1 - Away.short.shareOfLeave) / Away.long.days,
                days: .lognormal(mean: Away.long.days, deviation: Away.long.days)
            ),
            .init(name: Away.holidays.code, perYear: weeks, days: .constant(Away.holidays.days)),
            .init(
                name: Away.vacancy.code,
                perYear: vacant / Away.vacancy.days,
                days: .exponential(mean: Away.vacancy.days)
            ),
        ]
        return all.filter { $0.perYear > 0 }
    }

    private func service(
        _ row: Int,
        _ reader: PlanFormReader,
        _ absences: [ServiceMerger.Absence],
        _ lengths: [Double]
    ) -> ServiceMerger.Service {
        func count(_ column: Column, otherwise: Int, in range: ClosedRange<Int>) -> Int {
            reader.whole("\(column.rawValue)-\(row)", otherwise: otherwise, in: range)
        }
        let name = reader.words("name-\(row)") ?? ""
        if name.isEmpty { reader.note("name-\(row)", "planning.merger.problem.name") }
        let groups = [
            (count(.qualified, otherwise: 0, in: 0...1000), true), (count(.others, otherwise: 0, in: 0...1000), false),
        ]
        if groups.allSatisfy({ $0.0 == 0 }) { reader.note("qualified-\(row)", "planning.merger.problem.workers") }
        let cases = zip([Column.reports, .investigations, .measures], lengths).map { column, days in
            ServiceMerger.Cases(
                name: [Column.reports: Work.reports, .investigations: Work.investigations][column] ?? Work.measures,
                perYear: reader.number("\(column.rawValue)-\(row)", atLeast: 0, atMost: 100_000) ?? 0,
                days: .constant(days)
            )
        }
        return ServiceMerger.Service(
            name: name,
            workers: groups.filter { $0.0 > 0 }.map { .init(count: $0.0, isQualified: $0.1, absences: absences) },
            onDuty: count(.onDuty, otherwise: 1, in: 1...1000),
            cases: cases
        )
    }
}
