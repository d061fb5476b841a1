import Law

extension BackTest: Written {
    /// Writes what was said and what happened, with what every figure means and rests on.
    package var members: WrittenMembers {
        [
            "backTest": Self.version,
            "fit": HistoryFit.version,
            "from": fit.from.description,
            "cutOff": fit.cutOff.description,
            "rows": fit.rowCount,
            "quarters": quarters.map(\.description),
            "seed": seed,
            "replications": replications,
            "interval": Self.coverage,
            "definitions": Self.definitions,
            "coverage": coverages,
            "cells": cells,
        ]
    }

    /// The version of the document's form.
    package static let version = 1

    /// What each figure means, by its name in the document.
    package static let definitions: [String: String] = {
        var words = Dictionary(uniqueKeysWithValues: Figure.allCases.map { ($0.rawValue, $0.definition) })
        words["cutOff"] = "the last day that the fit knows of; the quarters come after"
        words["covered"] =
            "share of cells between the 5 % and 95 % points of what was said; of a count on the edge, the part of its "
            + "probability that lies inside"
        words["inside"] =
            "share of cells from lower to upper: a value has at most 5 % beyond it, half of its own probability counted in"
        return words
    }()

    /// All cells together, and each figure's.
    private var coverages: [Coverage] {
        ([nil] + Figure.allCases.map(Optional.some)).compactMap { figure in
            guard let covered = covered(figure), let inside = inside(figure) else { return nil }
            return Coverage(
                figure: figure,
                covered: covered,
                inside: inside,
                cells: cells.count { figure == nil || $0.figure == figure }
            )
        }
    }

    private struct Coverage: Written {
        let figure: Figure?
        let covered: Double
        let inside: Double
        let cells: Int

        var members: WrittenMembers {
            ["figure": figure?.rawValue ?? "all", "covered": covered, "inside": inside, "cells": cells]
        }
    }
}

extension BackTest.Figure {
    /// What it means.
    package var definition: String {
        switch self {
        case .arrivals: "askings in the quarter that were not withdrawn by the end of the year"
        case .started: "stays that began in the quarter"
        case .living: "children who lived in the places, as a mean over the days of the quarter"
        case .breaches: "askings whose wanted date passed in the quarter without a place"
        }
    }
}

extension BackTest.Cell: Written {
    package var members: WrittenMembers {
        [
            "figure": figure.rawValue,
            "kind": kind,
            "region": region,
            "quarter": quarter,
            "mean": mean,
            "lower": lower,
            "upper": upper,
            "actual": actual,
            "covered": share,
            "isInside": isInside,
        ]
    }
}
