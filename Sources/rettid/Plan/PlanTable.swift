import Foundation
import Law
import Planning

/// The answer to a scenario as text: for people in columns, for other programs separated by commas.
struct PlanTable {
    private let result: PlanResult

    init(_ result: PlanResult) {
        self.result = result
    }

    private static let measures: [Measure] = [
        .arrivals, .started, .wait, .wait90, .pBlocked, .pWait, .pBreach, .inSystem, .occupancy, .cost,
    ]

    /// A line for the run, one for each row with the chief figures, and what a formula says.
    var text: String {
        let scenario = result.scenario
        var lines = [
            "\(scenario.name): \(result.replications) replications of \(Self.short(scenario.run.length)) "
                + "(\(scenario.unit)), seed \(scenario.run.seed), warm-up \(Self.short(result.warmUp.length)) "
                + "(\(result.warmUp.method.rawValue)\(result.warmUp.isSettled ? "" : ", not settled")); "
                + "± is half of a 95 % interval."
        ]
        if result.isPrecise == false { lines.append("The wanted precision was not reached.") }
        lines.append("")
        let head = ["class", "kind", "region"] + Self.measures.map(\.rawValue)
        let cells = result.rows.filter { Self.isTelling($0.scope, in: scenario) }.map { row in
            [row.scope.ofClass, row.scope.kind, row.scope.region].map { $0 ?? "·" }
                + Self.measures.map { measure in
                    row[measure].map { "\(Self.short($0.mean)) ±\(Self.short($0.halfWidth()))" } ?? "–"
                }
        }
        lines += Self.columns([head] + cells)
        if let exact = result.exact {
            lines += ["", "Exact, by \(exact.method); no simulation is needed for:"]
            lines += Self.columns(
                exact.figures.map { figure in
                    let scope = [figure.scope.ofClass, figure.scope.kind, figure.scope.region].compactMap(\.self)
                    return ["  " + scope.joined(separator: ", "), figure.measure.rawValue, Self.short(figure.value)]
                }
            )
        }
        return lines.joined(separator: "\n")
    }

    /// A line for each figure of each row.
    var commaSeparated: String {
        var lines = ["class,kind,region,measure,mean,halfWidth,replications"]
        for row in result.rows {
            let scope = [row.scope.ofClass, row.scope.kind, row.scope.region].map { CsvCell.written($0 ?? "") }
            for measure in Measure.allCases {
                guard let interval = row[measure] else { continue }
                let cells = [measure.rawValue, "\(interval.mean)", "\(interval.halfWidth())", "\(interval.count)"]
                lines.append((scope + cells).joined(separator: ","))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether a scope tells more than another: to name the only class, kind or region tells nothing.
    static func isTelling(_ scope: Scope, in scenario: Scenario) -> Bool {
        (scope.ofClass == nil || scenario.classes.count > 1)
            && (scope.kind == nil || scenario.kinds.count > 1)
            && (scope.region == nil || scenario.regions.count > 1)
    }

    static func columns(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
        }
    }

    static func short(_ number: Double) -> String {
        number.formatted(
            .number.locale(Locale(identifier: "en_US_POSIX")).grouping(.never).precision(.significantDigits(1...4))
        )
    }
}
