import Foundation
import Planning

/// A back-test for people, in columns.
struct BackTestTable {
    private let test: BackTest

    init(_ test: BackTest) {
        self.test = test
    }

    var text: String {
        var lines = [
            "Fitted (version \(HistoryFit.version)) to \(test.fit.rowCount) rows of \(test.fit.from) to \(test.fit.cutOff) "
                + "(data cut-off); foretold: the year from \(test.quarters[0]).",
            "\(test.replications) replications, seed \(test.seed); intervals of 90 %.", "",
            "Coverage of all cells: \(Self.percent(test.covered())), to be 90 %; a count on the edge of its interval in part.",
        ]
        lines += PlanTable.columns(
            [["", "covered", "inside", "what"]]
                + BackTest.Figure.allCases.compactMap { figure in
                    test.covered(figure).map { covered in
                        [figure.rawValue, Self.percent(covered), Self.percent(test.inside(figure)), figure.definition]
                    }
                }
        )
        lines.append("")
        let head = ["figure", "kind", "region", "quarter", "foretold", "90 %", "came", ""]
        lines += PlanTable.columns(
            [head]
                + test.cells.map { cell in
                    [
                        cell.figure.rawValue, cell.kind, cell.region, "\(test.quarters[cell.quarter - 1])",
                        PlanTable.short(cell.mean), "\(PlanTable.short(cell.lower)) – \(PlanTable.short(cell.upper))",
                        PlanTable.short(cell.actual), cell.isInside ? "" : "outside",
                    ]
                }
        )
        return lines.joined(separator: "\n")
    }

    private static func percent(_ share: Double?) -> String {
        share.map { PlanTable.short(100 * $0) + " %" } ?? "–"
    }
}
