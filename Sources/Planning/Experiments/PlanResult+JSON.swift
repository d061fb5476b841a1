extension PlanResult: Written {
    /// Writes the table: one object for each row, with mean and half-width of each figure.
    package var members: WrittenMembers {
        [
            "result": Self.version,
            "scenario": scenario,
            "seed": scenario.run.seed,
            "replications": replications,
            "length": scenario.run.length,
            "warmUp": warmUp,
            "isPrecise": isPrecise,
            "coverage": 0.95,
            "exact": exact,
            "rows": rows,
        ]
    }

    /// The version of the table's form.
    package static let version = 1
}

extension PlanResult.Row: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put(scope)
            for measure in Measure.allCases {
                try members.put(measure.rawValue, self[measure])
            }
            let bands = Dictionary(uniqueKeysWithValues: self.bands)
            try members.put("bands", bands.isEmpty ? nil : bands)
        }
    }
}

extension Interval: Written {
    package var members: WrittenMembers { ["mean": mean, "halfWidth": halfWidth()] }
}

extension WarmUp: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("length", length)
            try members.put("method", method)
            try members.put("isSettled", isSettled)
            let shown = shown
            try members.put("series", shown.isEmpty ? nil : shown)
            try members.put("step", shown.isEmpty ? nil : step * Double(Self.together))
        }
    }

    /// How many steps make one of the document's.
    private static let together = 20

    /// The series in fewer steps, each a mean: what a reader wants to see of it.
    private var shown: [Double] {
        stride(from: 0, to: series.count, by: Self.together).map { start in
            let some = series[start..<min(series.count, start + Self.together)]
            return some.reduce(0, +) / Double(some.count)
        }
    }
}
