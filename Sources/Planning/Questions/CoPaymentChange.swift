#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Another co-payment (egenandel), which municipalities pay the state for a child in one of its places.
///
/// How many children are then asked for is not known but assumed: the answer lists each assumption with its factor.
package struct CoPaymentChange: Hashable, Sendable {
    /// Kroner a month for a child, before.
    package var before: Double
    /// Kroner a month for a child, after.
    package var after: Double
    /// The kinds of places that it is paid for; empty: all.
    package var kinds: [String]
    /// What is assumed; the first that fits a child counts, and where none does nothing changes.
    package var responses: [Response]

    package init(before: Double, after: Double, kinds: [String] = [], responses: [Response]) {
        self.before = before
        self.after = after
        self.kinds = kinds
        self.responses = responses
    }

    /// How the number of children changes who are asked for a place for.
    package struct Response: Hashable, Sendable {
        /// Of this class alone; `nil`: of all.
        package var ofClass: String?
        /// Of those whose first wish is this kind; `nil`: of all.
        package var kind: String?
        package var effect: Effect

        package init(ofClass: String? = nil, kind: String? = nil, _ effect: Effect) {
            self.ofClass = ofClass
            self.kind = kind
            self.effect = effect
        }
    }

    /// A response as a number.
    package enum Effect: Hashable, Sendable {
        /// (after / before) to this power as many: -0.2 makes a tenth more kroner 1.9 % fewer children.
        case elasticity(Double)
        /// So many percent more; below 0: fewer.
        case percent(Double)
    }

    /// So many times as many children, by a response.
    package func factor(_ response: Response) -> Double {
        switch response.effect {
        case .elasticity(let elasticity): pow(after / before, elasticity)
        case .percent(let percent): 1 + percent / 100
        }
    }

    func apply(to scenario: inout Scenario, at pointer: String) throws(ScenarioProblem) {
        try Check.positive(before, at: pointer + "/before")
        try Check.positive(after, at: pointer + "/after")
        for (number, kind) in kinds.enumerated() {
            try scenario.known(kind, in: scenario.kinds, "kind", at: "\(pointer)/kinds/\(number)")
        }
        try Check.some(responses.count, "response", at: pointer + "/responses")
        var factors: [Double] = []
        for (number, response) in responses.enumerated() {
            let pointer = "\(pointer)/responses/\(number)"
            if let name = response.ofClass { try scenario.holdsClass(name, at: pointer + "/class") }
            if let kind = response.kind { try scenario.known(kind, in: scenario.kinds, "kind", at: pointer + "/kind") }
            let factor = factor(response)
            guard factor.isFinite, factor >= 0 else {
                throw ScenarioProblem(
                    pointer,
                    "expected a response of -100 percent or more, found \(factor) as many",
                    .atLeast(-100)
                )
            }
            factors.append(factor)
        }
        let count = try scenario.multiplyArrivals(at: pointer + "/responses") { each, arrivals in
            let kind = (arrivals.needs ?? each.needs).first?.kind
            let number = responses.firstIndex {
                ($0.ofClass ?? each.name) == each.name && ($0.kind ?? kind) == kind && isPaid(kind)
            }
            return number.map { factors[$0] }
        }
        guard count > 0 else {
            throw ScenarioProblem(
                pointer + "/responses",
                "expected one that fits some children, found none",
                .nothingChanges
            )
        }
    }

    private func isPaid(_ kind: String?) -> Bool {
        kinds.isEmpty || kind.map(kinds.contains) ?? false
    }
}
