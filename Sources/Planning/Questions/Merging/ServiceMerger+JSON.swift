extension ServiceMerger: Decodable, Written {
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
        try fields.hold(version: Self.version, "merge")
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
    package var members: WrittenMembers {
        [
            "merge": Self.version,
            "name": name,
            "note": note.isEmpty ? nil : note,
            "services": services,
            "onDuty": onDuty,
            "casesPerWorker": casesPerWorker,
            "disqualified": disqualified,
            "run": run,
        ]
    }
}

extension ServiceMerger.Service: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["name", "workers", "onDuty", "cases"])
        self.init(
            name: try fields.required("name"),
            workers: try fields.required("workers"),
            onDuty: try fields.optionalWhole("onDuty") ?? 1,
            cases: try fields.required("cases")
        )
    }

    package var members: WrittenMembers { ["name": name, "workers": workers, "onDuty": onDuty, "cases": cases] }
}

extension ServiceMerger.Workers: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["count", "qualified", "absences"])
        self.init(
            count: try fields.whole("count"),
            isQualified: try fields.required("qualified"),
            absences: try fields.optional("absences") ?? []
        )
    }

    package var members: WrittenMembers { ["count": count, "qualified": isQualified, "absences": absences] }
}

extension ServiceMerger.Absence: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["name", "perYear", "days"])
        self.init(
            name: try fields.required("name"),
            perYear: try fields.required("perYear"),
            days: try fields.required("days")
        )
    }

    package var members: WrittenMembers { ["name": name, "perYear": perYear, "days": days] }
}

extension ServiceMerger.Cases: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["name", "perYear", "days"])
        self.init(
            name: try fields.required("name"),
            perYear: try fields.required("perYear"),
            days: try fields.required("days")
        )
    }

    package var members: WrittenMembers { ["name": name, "perYear": perYear, "days": days] }
}

extension ServiceMerger.RunPlan: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["years", "replications", "seed"])
        let seed = try fields.seed
        let plan = Self()
        self.init(
            years: try fields.optionalWhole("years") ?? plan.years,
            replications: try fields.optionalWhole("replications") ?? plan.replications,
            seed: seed
        )
    }

    package var members: WrittenMembers { ["years": years, "replications": replications, "seed": seed] }
}
