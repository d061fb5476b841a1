extension MixWish: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["limits", "places", "confidence"])
        self.init(
            limits: try fields.required("limits"),
            places: try fields.required("places"),
            confidence: try fields.optional("confidence") ?? 0.95
        )
    }

    package var members: WrittenMembers { ["limits": limits, "places": places, "confidence": confidence] }
}

extension PlacesNeeded.Limit: Decodable, Written {
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

    package var members: WrittenMembers {
        [
            "measure": measure.rawValue,
            "atMost": most,
            "class": scope.ofClass,
            "kind": scope.kind,
            "region": scope.region,
        ]
    }
}

extension MixWish.Choice: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["kind", "region", "fewest", "most"])
        self.init(
            kind: try fields.required("kind"),
            region: try fields.optional("region") ?? Scenario.everywhere,
            fewest: try fields.optionalWhole("fewest") ?? 0,
            most: try fields.whole("most")
        )
    }

    package var members: WrittenMembers { ["kind": kind, "region": region, "fewest": fewest, "most": most] }
}
