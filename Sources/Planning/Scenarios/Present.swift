/// Children of one class and region who live in a place, or wait for one, when the run begins.
package struct Present: Hashable, Sendable {
    package var ofClass: String
    /// The region that they come from, and live in.
    package var region: String
    package var state: State
    /// What they asked for, where it is not what the class needs.
    package var needs: [ChildClass.Need]?

    package init(
        ofClass: String,
        region: String = Scenario.everywhere,
        _ state: State,
        needs: [ChildClass.Need]? = nil
    ) {
        self.ofClass = ofClass
        self.region = region
        self.state = state
        self.needs = needs
    }

    /// The kind of the places they live in; `nil`: they wait.
    package var kind: String? {
        if case .living(let kind, _) = state { kind } else { nil }
    }

    /// Where they are, and for how long already: one length for each child.
    package enum State: Hashable, Sendable {
        /// Live in places of a kind; each stays as long as one of its class stays who has stayed so long.
        case living(kind: String, lived: [Double])
        /// Wait; with the times left until each one's wanted date, below 0 where it has passed.
        ///
        /// No times: the dates are drawn, as for those who come.
        case waiting(waited: [Double], wanted: [Double]?)
    }
}

extension Present: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(
            decoder,
            expecting: ["class", "region", "kind", "lived", "waited", "wanted", "needs"]
        )
        let kind: String? = try fields.optional("kind")
        let state: State
        if let kind {
            if let name = ["waited", "wanted"].first(where: fields.names.contains) {
                throw ScenarioProblem("\(fields.pointer)/\(name)", "no such member here; it goes without \"kind\"")
            }
            state = .living(kind: kind, lived: try fields.required("lived"))
        } else {
            if fields.names.contains("lived") {
                throw ScenarioProblem("\(fields.pointer)/lived", "no such member here; it goes with \"kind\"")
            }
            state = .waiting(waited: try fields.required("waited"), wanted: try fields.optional("wanted"))
        }
        self.init(
            ofClass: try fields.required("class"),
            region: try fields.optional("region") ?? Scenario.everywhere,
            state,
            needs: try fields.optional("needs")
        )
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("class", ofClass)
            try members.put("region", region)
            try members.put("needs", needs)
            switch state {
            case .living(let kind, let lived):
                try members.put("kind", kind)
                try members.put("lived", lived)
            case .waiting(let waited, let wanted):
                try members.put("waited", waited)
                try members.put("wanted", wanted)
            }
        }
    }
}
