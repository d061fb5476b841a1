/// Stays in places of a kind become shorter or longer, all in the same proportion.
package struct StayChange: Hashable, Sendable {
    package var kind: String
    /// Of this class alone; `nil`: of all.
    package var ofClass: String?
    package var amount: Amount

    package init(kind: String, ofClass: String? = nil, _ amount: Amount) {
        self.kind = kind
        self.ofClass = ofClass
        self.amount = amount
    }

    /// How much.
    package enum Amount: Hashable, Sendable {
        /// So many times as long (0.8: a fifth shorter).
        case factor(Double)
        /// The mean longer by so much, in the scenario's unit; below 0: shorter.
        case mean(by: Double)
    }

    func apply(to scenario: inout Scenario, at pointer: String) throws(ScenarioProblem) {
        try scenario.known(kind, in: scenario.kinds, "kind", at: pointer + "/kind")
        if let ofClass { try scenario.holdsClass(ofClass, at: pointer + "/class") }
        var count = 0
        for place in scenario.classes.indices where ofClass.map({ $0 == scenario.classes[place].name }) ?? true {
            guard let stay = scenario.classes[place].stays[kind] else { continue }
            scenario.classes[place].stays[kind] = stay.scaled(by: try factor(stay.mean, at: pointer))
            count += 1
        }
        guard count > 0 else {
            throw ScenarioProblem(pointer, "expected a class that stays in \"\(kind)\", found none", .nothingChanges)
        }
    }

    private func factor(_ mean: Double, at pointer: String) throws(ScenarioProblem) -> Double {
        switch amount {
        case .factor(let factor):
            try Check.positive(factor, at: pointer + "/factor")
            return factor
        case .mean(let by):
            guard by.isFinite, mean + by > 0 else {
                throw ScenarioProblem(
                    pointer + "/by",
                    "expected more than -\(mean), the mean stay, found \(by)",
                    .above(-mean)
                )
            }
            return (mean + by) / mean
        }
    }
}
