import Law

extension Scenario: Decodable, Written {
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
        try fields.hold(version: Self.version, "scenario")
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

    package var members: WrittenMembers {
        [
            "scenario": Self.version,
            "name": name,
            "note": note.isEmpty ? nil : note,
            "unit": unit,
            "starts": starts?.description,
            "run": run,
            "regions": regions == [Self.everywhere] ? nil : regions,
            "kinds": kinds,
            "places": places,
            "classes": classes,
            "overflow": overflow.isEmpty ? nil : overflow,
            "present": present.isEmpty ? nil : present,
        ]
    }

    private static func day(parsing text: String) throws(ScenarioProblem) -> CalendarDay {
        do {
            return try CalendarDay(parsing: text)
        } catch {
            throw ScenarioProblem("/starts", "expected a day such as 2026-01-01, found \"\(text.prefix(40))\"", .day)
        }
    }
}

extension Scenario.RunPlan: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["length", "warmUp", "replications", "seed", "precision"])
        let seed = try fields.seed
        self.init(
            length: try fields.required("length"),
            warmUp: try fields.optional("warmUp"),
            replications: try fields.optionalWhole("replications") ?? 20,
            seed: seed,
            precision: try fields.optional("precision")
        )
    }

    package var members: WrittenMembers {
        ["length": length, "warmUp": warmUp, "replications": replications, "seed": seed, "precision": precision]
    }
}

extension Scenario.Precision: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["measure", "relative", "absolute", "mostReplications"])
        self.init(
            measure: try Measure(named: fields.required("measure"), at: fields.pointer + "/measure"),
            relative: try fields.optional("relative"),
            absolute: try fields.optional("absolute"),
            mostReplications: try fields.whole("mostReplications")
        )
    }

    package var members: WrittenMembers {
        [
            "measure": measure.rawValue,
            "relative": relative,
            "absolute": absolute,
            "mostReplications": mostReplications,
        ]
    }
}

extension Scenario.Overflow: Decodable, Written {
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

    package var members: WrittenMembers {
        [
            "from": from,
            "to": to,
            "after": after,
            "band": band,
            "kinds": kinds.isEmpty ? nil : kinds,
            "classes": classes.isEmpty ? nil : classes,
        ]
    }
}
