extension Places: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(
            decoder,
            expecting: ["kind", "region", "count", "waiting", "costOpen", "costUsed", "changes", "surge"]
        )
        let count: Count = try fields.required("count")
        self.init(
            kind: try fields.required("kind"),
            region: try fields.optional("region") ?? Scenario.everywhere,
            count: count.number,
            waiting: try fields.optionalWhole("waiting"),
            costOpen: try fields.optional("costOpen") ?? 0,
            costUsed: try fields.optional("costUsed") ?? 0,
            changes: try fields.optional("changes") ?? [],
            surge: try fields.optional("surge")
        )
    }

    package var members: WrittenMembers {
        [
            "kind": kind,
            "region": region,
            "count": Count(number: count),
            "waiting": waiting,
            "costOpen": costOpen,
            "costUsed": costUsed,
            "changes": changes.isEmpty ? nil : changes,
            "surge": surge,
        ]
    }

    /// A number of places, or the word for as many as are asked for.
    private struct Count: Codable {
        var number: Int?

        init(number: Int?) {
            self.number = number
        }

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {
                self.number = number
            } else if (try? value.decode(String.self)) == "unlimited" {
                number = nil
            } else {
                throw ScenarioProblem(
                    ScenarioProblem.pointer(decoder.codingPath),
                    "expected a whole number or \"unlimited\", found something else",
                    .form(.whole)
                )
            }
        }

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            if let number { try value.encode(number) } else { try value.encode("unlimited") }
        }
    }
}

extension Places.Change: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["at", "by", "until", "probability"])
        self.init(
            at: try fields.required("at"),
            by: try fields.whole("by"),
            until: try fields.optional("until"),
            probability: try fields.optional("probability") ?? 1
        )
    }

    package var members: WrittenMembers { ["at": at, "by": by, "until": until, "probability": probability] }
}

extension Places.Surge: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["places", "after", "cost"])
        self.init(
            places: try fields.whole("places"),
            after: try fields.optional("after") ?? 0,
            cost: try fields.optional("cost") ?? 0
        )
    }

    package var members: WrittenMembers { ["places": places, "after": after, "cost": cost] }
}
