import Law

extension Question: Codable {
    /// Reads an object whose member `change` is the code of the question.
    package init(from decoder: any Decoder) throws {
        let names = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        let code: String
        do {
            code = try decoder.container(keyedBy: Fields.Name.self).decode(String.self, forKey: Fields.Name("change"))
        } catch let error as DecodingError {
            throw ScenarioProblem(error)
        }
        switch Kind(rawValue: code) {
        case .arrivals: self = .arrivals(try ArrivalChange(from: decoder))
        case .places: self = .places(try PlaceChange(from: decoder))
        case .stays: self = .stays(try StayChange(from: decoder))
        case .sharing: self = .sharing(try RegionSharing(from: decoder))
        case .coPayment: self = .coPayment(try CoPaymentChange(from: decoder))
        case nil:
            throw ScenarioProblem(
                ScenarioProblem.pointer(decoder.codingPath) + "/change",
                "expected one of \(names), found \"\(code.prefix(40))\""
            )
        }
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { try $0.put("change", kind.rawValue) }
        switch self {
        case .arrivals(let change): try change.encode(to: encoder)
        case .places(let change): try change.encode(to: encoder)
        case .stays(let change): try change.encode(to: encoder)
        case .sharing(let change): try change.encode(to: encoder)
        case .coPayment(let change): try change.encode(to: encoder)
        }
    }
}

extension ArrivalChange: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["change", "factor", "class", "region"])
        self.init(
            factor: try fields.required("factor"),
            ofClass: try fields.optional("class"),
            region: try fields.optional("region")
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("factor", factor)
            try members.put("class", ofClass)
            try members.put("region", region)
        }
    }
}

extension PlaceChange: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(
            decoder,
            expecting: ["change", "kind", "region", "by", "from", "until", "probability"]
        )
        self.init(
            kind: try fields.required("kind"),
            region: try fields.optional("region") ?? Scenario.everywhere,
            by: try fields.whole("by"),
            from: try fields.optional("from"),
            until: try fields.optional("until"),
            probability: try fields.optional("probability") ?? 1
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("kind", kind)
            try members.put("region", region)
            try members.put("by", by)
            try members.put("from", from)
            try members.put("until", until)
            try members.put("probability", probability == 1 ? nil : probability)
        }
    }
}

extension PlaceChange.Moment: Codable {
    /// Reads a day as text, or a time as a number.
    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let time = try? value.decode(Double.self) {
            self = .time(time)
        } else if let text = try? value.decode(String.self), let day = try? CalendarDay(parsing: text) {
            self = .day(day)
        } else {
            throw ScenarioProblem(
                ScenarioProblem.pointer(decoder.codingPath),
                "expected a day such as 2026-01-01, or a time from the start, found something else"
            )
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .day(let day): try value.encode(day.description)
        case .time(let time): try value.encode(time)
        }
    }
}

extension StayChange: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["change", "kind", "class", "factor", "by"])
        let amount: Amount
        switch (try fields.optional("factor") as Double?, try fields.optional("by") as Double?) {
        case (let factor?, nil): amount = .factor(factor)
        case (nil, let by?): amount = .mean(by: by)
        default:
            throw ScenarioProblem(fields.pointer, "expected one of \"factor\" and \"by\", found none or both")
        }
        self.init(kind: try fields.required("kind"), ofClass: try fields.optional("class"), amount)
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("kind", kind)
            try members.put("class", ofClass)
            switch amount {
            case .factor(let factor): try members.put("factor", factor)
            case .mean(let by): try members.put("by", by)
            }
        }
    }
}

extension RegionSharing: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["change", "regions", "after", "kinds", "classes", "band"])
        self.init(
            regions: try fields.required("regions"),
            after: try fields.optional("after") ?? 0,
            kinds: try fields.optional("kinds") ?? [],
            classes: try fields.optional("classes") ?? [],
            band: try fields.optional("band") ?? "shared"
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("regions", regions)
            try members.put("after", after)
            try members.put("kinds", kinds.isEmpty ? nil : kinds)
            try members.put("classes", classes.isEmpty ? nil : classes)
            try members.put("band", band)
        }
    }
}

extension CoPaymentChange: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["change", "before", "after", "kinds", "responses"])
        self.init(
            before: try fields.required("before"),
            after: try fields.required("after"),
            kinds: try fields.optional("kinds") ?? [],
            responses: try fields.required("responses")
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("before", before)
            try members.put("after", after)
            try members.put("kinds", kinds.isEmpty ? nil : kinds)
            try members.put("responses", responses)
        }
    }
}

extension CoPaymentChange.Response: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["class", "kind", "elasticity", "percent"])
        let effect: CoPaymentChange.Effect
        switch (try fields.optional("elasticity") as Double?, try fields.optional("percent") as Double?) {
        case (let elasticity?, nil): effect = .elasticity(elasticity)
        case (nil, let percent?): effect = .percent(percent)
        default:
            throw ScenarioProblem(
                fields.pointer,
                "expected one of \"elasticity\" and \"percent\", found none or both"
            )
        }
        self.init(ofClass: try fields.optional("class"), kind: try fields.optional("kind"), effect)
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("class", ofClass)
            try members.put("kind", kind)
            switch effect {
            case .elasticity(let elasticity): try members.put("elasticity", elasticity)
            case .percent(let percent): try members.put("percent", percent)
            }
        }
    }
}
