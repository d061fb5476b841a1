extension ChildClass: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(
            decoder,
            expecting: ["name", "priority", "arrivals", "needs", "stays", "wanted", "transfers"]
        )
        self.init(
            name: try fields.required("name"),
            priority: try fields.optionalWhole("priority") ?? 0,
            arrivals: try fields.required("arrivals"),
            needs: try fields.required("needs"),
            stays: try fields.required("stays"),
            wanted: try fields.optional("wanted"),
            transfers: try fields.optional("transfers") ?? []
        )
    }

    package var members: WrittenMembers {
        [
            "name": name,
            "priority": priority,
            "arrivals": arrivals,
            "needs": needs,
            "stays": stays,
            "wanted": wanted,
            "transfers": transfers.isEmpty ? nil : transfers,
        ]
    }
}

extension ChildClass.Need: Codable {
    /// Reads the kind's name alone, or an object with the time to wait before.
    package init(from decoder: any Decoder) throws {
        if let kind = try? decoder.singleValueContainer().decode(String.self) {
            self.init(kind)
            return
        }
        let fields = try Fields(decoder, expecting: ["kind", "after"])
        self.init(try fields.required("kind"), after: try fields.optional("after") ?? 0)
    }

    package func encode(to encoder: any Encoder) throws {
        if after == 0 {
            var value = encoder.singleValueContainer()
            try value.encode(kind)
            return
        }
        try encoder.members { members in
            try members.put("kind", kind)
            try members.put("after", after)
        }
    }
}

extension ChildClass.Wanted: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(
            decoder,
            expecting: ["within", "earliest", "otherwise", "interimCost", "interimPlaces"]
        )
        let word: String = try fields.optional("otherwise") ?? "waits"
        let cost: Double? = try fields.optional("interimCost")
        let otherwise: ChildClass.Otherwise
        switch word {
        case "waits": otherwise = .waits
        case "leaves": otherwise = .leaves
        case "interim": otherwise = .interim(cost: cost ?? 0)
        default:
            throw ScenarioProblem(
                fields.pointer + "/otherwise",
                "expected \"waits\", \"leaves\" or \"interim\", found \"\(word.prefix(40))\"",
                .noSuch
            )
        }
        for name in ["interimCost", "interimPlaces"] where fields.names.contains(name) && word != "interim" {
            throw ScenarioProblem(
                "\(fields.pointer)/\(name)",
                "no such member here; it goes with \"interim\"",
                .unknown
            )
        }
        self.init(
            within: try fields.required("within"),
            otherwise: otherwise,
            interimPlaces: try fields.optionalWhole("interimPlaces"),
            earliest: try fields.optional("earliest")
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("within", within)
            try members.put("earliest", earliest)
            switch otherwise {
            case .waits: try members.put("otherwise", "waits")
            case .leaves: try members.put("otherwise", "leaves")
            case .interim(let cost):
                try members.put("otherwise", "interim")
                try members.put("interimCost", cost)
                try members.put("interimPlaces", interimPlaces)
            }
        }
    }
}

extension ChildClass.Transfer: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["from", "to", "share", "after", "keepsPlace"])
        self.init(
            from: try fields.required("from"),
            to: try fields.required("to"),
            share: try fields.required("share"),
            after: try fields.optional("after"),
            keepsPlace: try fields.optional("keepsPlace") ?? false
        )
    }

    package var members: WrittenMembers {
        ["from": from, "to": to, "share": share, "after": after, "keepsPlace": keepsPlace ? true : nil]
    }
}

extension Arrivals: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(
            decoder,
            expecting: [
                "region", "rate", "gaps", "at", "months", "weekdays", "trend", "factor", "batch", "needs",
            ]
        )
        let ways = ["rate", "gaps", "at"].filter(fields.names.contains)
        guard let way = ways.first, ways.count == 1 else {
            throw ScenarioProblem(
                fields.pointer,
                "expected one of \"rate\", \"gaps\", \"at\", found \(ways.count)",
                .missing
            )
        }
        let calendar = Calendar(
            months: try fields.optional("months") ?? [],
            weekdays: try fields.optional("weekdays") ?? [],
            trend: try fields.optional("trend") ?? 0
        )
        let times: Times
        switch way {
        case "rate": times = .rate(try fields.required("rate"), calendar == Calendar() ? nil : calendar)
        case "gaps": times = .gaps(try fields.required("gaps"))
        default: times = .at(try fields.required("at"))
        }
        if way != "rate", let name = ["months", "weekdays", "trend", "factor"].first(where: fields.names.contains) {
            throw ScenarioProblem("\(fields.pointer)/\(name)", "no such member here; it goes with \"rate\"", .unknown)
        }
        self.init(
            region: try fields.optional("region") ?? Scenario.everywhere,
            times,
            batch: try fields.optional("batch") ?? [],
            needs: try fields.optional("needs"),
            factor: try fields.optional("factor") ?? 1
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("region", region)
            try members.put("factor", factor == 1 ? nil : factor)
            switch times {
            case .rate(let rate, let calendar):
                try members.put("rate", rate)
                if let calendar {
                    try members.put("months", calendar.months.isEmpty ? nil : calendar.months)
                    try members.put("weekdays", calendar.weekdays.isEmpty ? nil : calendar.weekdays)
                    try members.put("trend", calendar.trend == 0 ? nil : calendar.trend)
                }
            case .gaps(let gaps): try members.put("gaps", gaps)
            case .at(let times): try members.put("at", times)
            }
            try members.put("batch", batch.isEmpty ? nil : batch)
            try members.put("needs", needs)
        }
    }
}
