import Law

extension BackTest: Encodable {
    /// Writes what was said and what happened, with what every figure means and rests on.
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("backTest", Self.version)
            try members.put("fit", HistoryFit.version)
            try members.put("from", fit.from.description)
            try members.put("cutOff", fit.cutOff.description)
            try members.put("rows", fit.rowCount)
            try members.put("quarters", quarters.map(\.description))
            try members.put("seed", seed)
            try members.put("replications", replications)
            try members.put("interval", Self.coverage)
            try members.put("definitions", Self.definitions)
            try members.put("coverage", coverages)
            try members.put("cells", cells)
        }
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

    private struct Coverage: Encodable {
        let figure: Figure?
        let covered: Double
        let inside: Double
        let cells: Int

        func encode(to encoder: any Encoder) throws {
            try encoder.members { members in
                try members.put("figure", figure?.rawValue ?? "all")
                try members.put("covered", covered)
                try members.put("inside", inside)
                try members.put("cells", cells)
            }
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

extension BackTest.Cell: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("figure", figure.rawValue)
            try members.put("kind", kind)
            try members.put("region", region)
            try members.put("quarter", quarter)
            try members.put("mean", mean)
            try members.put("lower", lower)
            try members.put("upper", upper)
            try members.put("actual", actual)
            try members.put("covered", share)
            try members.put("isInside", isInside)
        }
    }
}
