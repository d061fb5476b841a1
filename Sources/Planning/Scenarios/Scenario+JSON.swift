import Law

extension Scenario: Codable {
    /// The version of the document's form that this program reads and writes.
    package static let version = 1

    /// Reads and checks a scenario.
    ///
    /// - Throws: `ScenarioProblem`, or the decoder's own error for a text that is no JSON.
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(
            decoder,
            expecting: [
                "scenario", "name", "note", "unit", "starts", "run", "regions", "kinds", "places", "classes",
                "overflow", "present",
            ]
        )
        let version = try fields.whole("scenario")
        guard version == Self.version else {
            throw ScenarioProblem("/scenario", "expected version \(Self.version), found \(version)")
        }
        let starts: String? = try fields.optional("starts")
        self.init(
            name: try fields.required("name"),
            note: try fields.optional("note") ?? "",
            unit: try fields.optional("unit") ?? "day",
            starts: try starts.map(Self.day(parsing:)),
            run: try fields.required("run"),
            regions: try fields.optional("regions") ?? [Self.everywhere],
            kinds: try fields.required("kinds"),
            places: try fields.required("places"),
            classes: try fields.required("classes"),
            overflow: try fields.optional("overflow") ?? [],
            present: try fields.optional("present") ?? []
        )
        try check()
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("scenario", Self.version)
            try members.put("name", name)
            try members.put("note", note.isEmpty ? nil : note)
            try members.put("unit", unit)
            try members.put("starts", starts?.description)
            try members.put("run", run)
            try members.put("regions", regions == [Self.everywhere] ? nil : regions)
            try members.put("kinds", kinds)
            try members.put("places", places)
            try members.put("classes", classes)
            try members.put("overflow", overflow.isEmpty ? nil : overflow)
            try members.put("present", present.isEmpty ? nil : present)
        }
    }

    private static func day(parsing text: String) throws(ScenarioProblem) -> CalendarDay {
        do {
            return try CalendarDay(parsing: text)
        } catch {
            throw ScenarioProblem("/starts", "expected a day such as 2026-01-01, found \"\(text.prefix(40))\"")
        }
    }
}

extension Scenario.RunPlan: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["length", "warmUp", "replications", "seed", "precision"])
        let seed = try fields.optionalWhole("seed") ?? 1
        guard let seed = UInt64(exactly: seed) else {
            throw ScenarioProblem("\(fields.pointer)/seed", "expected a whole number of at least 0, found \(seed)")
        }
        self.init(
            length: try fields.required("length"),
            warmUp: try fields.optional("warmUp"),
            replications: try fields.optionalWhole("replications") ?? 20,
            seed: seed,
            precision: try fields.optional("precision")
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("length", length)
            try members.put("warmUp", warmUp)
            try members.put("replications", replications)
            try members.put("seed", seed)
            try members.put("precision", precision)
        }
    }
}

extension Scenario.Precision: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["measure", "relative", "absolute", "mostReplications"])
        self.init(
            measure: try Measure(named: fields.required("measure"), at: fields.pointer + "/measure"),
            relative: try fields.optional("relative"),
            absolute: try fields.optional("absolute"),
            mostReplications: try fields.whole("mostReplications")
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("measure", measure.rawValue)
            try members.put("relative", relative)
            try members.put("absolute", absolute)
            try members.put("mostReplications", mostReplications)
        }
    }
}

extension Scenario.Overflow: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["from", "to", "after", "band", "kinds", "classes"])
        self.init(
            from: try fields.required("from"),
            to: try fields.required("to"),
            after: try fields.optional("after") ?? 0,
            band: try fields.optional("band") ?? "otherRegion",
            kinds: try fields.optional("kinds") ?? [],
            classes: try fields.optional("classes") ?? []
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("from", from)
            try members.put("to", to)
            try members.put("after", after)
            try members.put("band", band)
            try members.put("kinds", kinds.isEmpty ? nil : kinds)
            try members.put("classes", classes.isEmpty ? nil : classes)
        }
    }
}
