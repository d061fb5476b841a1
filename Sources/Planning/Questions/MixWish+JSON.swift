extension MixWish: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["limits", "places", "confidence"])
        self.init(
            limits: try fields.required("limits"),
            places: try fields.required("places"),
            confidence: try fields.optional("confidence") ?? 0.95
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("limits", limits)
            try members.put("places", places)
            try members.put("confidence", confidence)
        }
    }
}

extension PlacesNeeded.Limit: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["measure", "atMost", "class", "kind", "region"])
        self.init(
            try Measure(named: fields.required("measure"), at: fields.pointer + "/measure"),
            Scope(
                ofClass: try fields.optional("class"),
                kind: try fields.optional("kind"),
                region: try fields.optional("region")
            ),
            atMost: try fields.required("atMost")
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("measure", measure.rawValue)
            try members.put("atMost", most)
            try members.put("class", scope.ofClass)
            try members.put("kind", scope.kind)
            try members.put("region", scope.region)
        }
    }
}

extension MixWish.Choice: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["kind", "region", "fewest", "most"])
        self.init(
            kind: try fields.required("kind"),
            region: try fields.optional("region") ?? Scenario.everywhere,
            fewest: try fields.optionalWhole("fewest") ?? 0,
            most: try fields.whole("most")
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("kind", kind)
            try members.put("region", region)
            try members.put("fewest", fewest)
            try members.put("most", most)
        }
    }
}
