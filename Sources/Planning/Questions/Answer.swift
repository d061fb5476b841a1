/// The answer to an inquiry: both scenarios whole, every difference, and the places wished for.
package struct Answer: Sendable {
    package let inquiry: Inquiry
    /// The scenario before, and with all changes; with a wish that can be kept, with its places as well.
    package let comparison: Comparison
    package let mix: CheapestMix.Outcome?
    /// What was put in because nobody knows it.
    package let assumptions: [Assumption]
    /// What municipalities pay for those who live in the places, for each change of the co-payment.
    package let coPayments: [CoPaid]

    /// A response that is not known but assumed.
    package struct Assumption: Hashable, Sendable {
        /// Which of the changes it is part of.
        package let change: Int
        /// Kroner a month, before and after.
        package let before: Double
        package let after: Double
        package let response: CoPaymentChange.Response
        /// So many times as many children.
        package let factor: Double
    }

    /// Co-payments, in kroner a year.
    package struct CoPaid: Sendable {
        /// Which of the changes it is about.
        package let change: Int
        package let before: Interval
        package let after: Interval
        /// After less before, replication by replication.
        package let difference: Interval
    }

    /// How far an answer is.
    package enum Progress: Hashable, Sendable {
        /// Mixes simulated in the search.
        case searching(trials: Int)
        /// Replications done and planned of the comparison's two scenarios.
        case comparing(done: Int, planned: Int)
    }

    /// Applies the changes, searches where something is wished, and compares.
    ///
    /// - Parameters:
    ///   - inquiry: What is asked.
    ///   - scenario: What it is asked of.
    ///   - cores: How many cores to use; the answer does not depend on them.
    ///   - goesOn: Told how far it is; answers whether to go on.
    /// - Returns: `nil` where it was not wanted any more.
    /// - Throws: Where a change or the wish does not fit the scenario.
    package static func find(
        _ inquiry: Inquiry,
        of scenario: Scenario,
        cores: Int,
        goesOn: @escaping (Progress) -> Bool = { _ in true }
    ) throws(ScenarioProblem) -> Answer? {
        var changed = try inquiry.changed(scenario)
        var mix: CheapestMix.Outcome?
        if let wish = inquiry.wish {
            let outcome = try CheapestMix.find(wish, in: changed, cores: cores, at: "/wish") {
                goesOn(.searching(trials: $0))
            }
            guard let outcome else { return nil }
            if case .found(let found) = outcome { changed = found.scenario }
            mix = outcome
        }
        guard
            let comparison = try Comparison.run(
                scenario,
                changed,
                cores: cores,
                goesOn: { goesOn(.comparing(done: $0, planned: $1)) }
            )
        else { return nil }
        return Answer(inquiry: inquiry, comparison: comparison, mix: mix)
    }

    private init(inquiry: Inquiry, comparison: Comparison, mix: CheapestMix.Outcome?) {
        self.inquiry = inquiry
        self.comparison = comparison
        self.mix = mix
        var assumptions: [Assumption] = []
        var coPayments: [CoPaid] = []
        for (number, change) in inquiry.changes.enumerated() {
            guard case .coPayment(let payment) = change else { continue }
            assumptions += payment.responses.map { response in
                Assumption(
                    change: number,
                    before: payment.before,
                    after: payment.after,
                    response: response,
                    factor: payment.factor(response)
                )
            }
            if let paid = CoPaid(payment, change: number, comparison) { coPayments.append(paid) }
        }
        self.assumptions = assumptions
        self.coPayments = coPayments
    }
}

extension Answer.CoPaid {
    fileprivate init?(_ payment: CoPaymentChange, change: Int, _ comparison: Comparison) {
        let months = 12.0
        let before = comparison.base.living(in: payment.kinds).map { $0 * payment.before * months }
        let after = comparison.changed.living(in: payment.kinds).map { $0 * payment.after * months }
        guard let first = Interval(before), let second = Interval(after),
            let difference = Interval(zip(before, after).map { $1 - $0 })
        else { return nil }
        self.init(change: change, before: first, after: second, difference: difference)
    }
}

extension PlanResult {
    /// How many places of some kinds were used, those that a child keeps while it waits for the next among them; of all
    /// kinds where none is named; one number for each replication.
    fileprivate func living(in kinds: [String]) -> [Double] {
        let kinds = kinds.isEmpty ? scenario.kinds : kinds
        return kinds.reduce([Double](repeating: 0, count: replications)) { sums, kind in
            guard let row = row(Scope(kind: kind)) else { return sums }
            let used = zip(row.values(of: .open), row.values(of: .occupancy)).map { $0 * $1 }
            // Unlimited places have no occupancy: those who asked for the kind.
            let known = zip(used, row.values(of: .living)).map { $0.isNaN ? $1 : $0 }
            return zip(sums, known).map(+)
        }
    }
}
