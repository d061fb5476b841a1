extension ServiceMerger: Codable {
    /// The version of the document's form that this program reads and writes.
    package static let version = 1

    /// Reads and checks a merger.
    ///
    /// - Throws: `ScenarioProblem`, or the decoder's own error for a text that is no JSON.
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(
            decoder,
            expecting: [
                "merge", "name", "note", "absences", "services", "onDuty", "casesPerWorker", "disqualified", "run",
            ]
        )
        let version = try fields.whole("merge")
        guard version == Self.version else {
            throw ScenarioProblem("/merge", "expected version \(Self.version), found \(version)")
        }
        self.init(
            name: try fields.required("name"),
            note: try fields.optional("note") ?? "",
            services: try fields.required("services"),
            onDuty: try fields.optionalWhole("onDuty") ?? 1,
            casesPerWorker: try fields.required("casesPerWorker"),
            disqualified: try fields.optional("disqualified") ?? 0,
            run: try fields.optional("run") ?? RunPlan()
        )
        let absences: [Absence] = try fields.optional("absences") ?? []
        for service in services.indices {
            for group in services[service].workers.indices where services[service].workers[group].absences.isEmpty {
                services[service].workers[group].absences = absences
            }
        }
        try check()
    }

    /// Writes each group's absences with the group.
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("merge", Self.version)
            try members.put("name", name)
            try members.put("note", note.isEmpty ? nil : note)
            try members.put("services", services)
            try members.put("onDuty", onDuty)
            try members.put("casesPerWorker", casesPerWorker)
            try members.put("disqualified", disqualified)
            try members.put("run", run)
        }
    }
}

extension ServiceMerger.Service: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["name", "workers", "onDuty", "cases"])
        self.init(
            name: try fields.required("name"),
            workers: try fields.required("workers"),
            onDuty: try fields.optionalWhole("onDuty") ?? 1,
            cases: try fields.required("cases")
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("name", name)
            try members.put("workers", workers)
            try members.put("onDuty", onDuty)
            try members.put("cases", cases)
        }
    }
}

extension ServiceMerger.Workers: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["count", "qualified", "absences"])
        self.init(
            count: try fields.whole("count"),
            isQualified: try fields.required("qualified"),
            absences: try fields.optional("absences") ?? []
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("count", count)
            try members.put("qualified", isQualified)
            try members.put("absences", absences)
        }
    }
}

extension ServiceMerger.Absence: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["name", "perYear", "days"])
        self.init(
            name: try fields.required("name"),
            perYear: try fields.required("perYear"),
            days: try fields.required("days")
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("name", name)
            try members.put("perYear", perYear)
            try members.put("days", days)
        }
    }
}

extension ServiceMerger.Cases: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["name", "perYear", "days"])
        self.init(
            name: try fields.required("name"),
            perYear: try fields.required("perYear"),
            days: try fields.required("days")
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("name", name)
            try members.put("perYear", perYear)
            try members.put("days", days)
        }
    }
}

extension ServiceMerger.RunPlan: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["years", "replications", "seed"])
        let seed = try fields.optionalWhole("seed") ?? 1
        guard let seed = UInt64(exactly: seed) else {
            throw ScenarioProblem("\(fields.pointer)/seed", "expected a whole number of at least 0, found \(seed)")
        }
        let plan = Self()
        self.init(
            years: try fields.optionalWhole("years") ?? plan.years,
            replications: try fields.optionalWhole("replications") ?? plan.replications,
            seed: seed
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("years", years)
            try members.put("replications", replications)
            try members.put("seed", seed)
        }
    }
}
