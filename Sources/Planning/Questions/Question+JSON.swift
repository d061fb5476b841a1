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

extension ArrivalChange: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["change", "factor", "class", "region"])
        self.init(
            factor: try fields.required("factor"),
            ofClass: try fields.optional("class"),
            region: try fields.optional("region")
        )
    }

    package var members: WrittenMembers { ["factor": factor, "class": ofClass, "region": region] }
}

extension PlaceChange: Decodable, Written {
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

    package var members: WrittenMembers {
        [
            "kind": kind,
            "region": region,
            "by": by,
            "from": from,
            "until": until,
            "probability": probability == 1 ? nil : probability,
        ]
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
        let amount: Amount = try fields.one(of: ("factor", { .factor($0) }), or: ("by", { .mean(by: $0) }))
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

extension RegionSharing: Decodable, Written {
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

    package var members: WrittenMembers {
        [
            "regions": regions,
            "after": after,
            "kinds": kinds.isEmpty ? nil : kinds,
            "classes": classes.isEmpty ? nil : classes,
            "band": band,
        ]
    }
}

extension CoPaymentChange: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["change", "before", "after", "kinds", "responses"])
        self.init(
            before: try fields.required("before"),
            after: try fields.required("after"),
            kinds: try fields.optional("kinds") ?? [],
            responses: try fields.required("responses")
        )
    }

    package var members: WrittenMembers {
        ["before": before, "after": after, "kinds": kinds.isEmpty ? nil : kinds, "responses": responses]
    }
}

extension CoPaymentChange.Response: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["class", "kind", "elasticity", "percent"])
        let effect: CoPaymentChange.Effect = try fields.one(
            of: ("elasticity", { .elasticity($0) }),
            or: ("percent", { .percent($0) })
        )
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
