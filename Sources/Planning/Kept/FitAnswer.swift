#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a history says about the time after it, how well that agrees with it, and what it would have said of its last year.
package struct FitAnswer: Sendable {
    package let fit: HistoryFit.Document
    package let curves: [FitCurve]
    /// `nil` where the history is too short to keep a year of it back.
    package let backTest: BackTest?

    /// Fits, and foretells the last year from the time before.
    ///
    /// - Returns: `nil` where it was not wanted any more.
    /// - Throws: Where the history cannot be read or fitted.
    init?(
        _ input: HistoryInput,
        seed: UInt64,
        replications: Int,
        cores: Int,
        goesOn: (_ done: Int, _ planned: Int) -> Bool
    ) throws(HistoryProblem) {
        let (history, records) = (try input.rows(), try input.records())
        let fit = try HistoryFit(history, places: records)
        self.fit = HistoryFit.Document(fit, seed: seed)
        curves = fit.classes.flatMap { ofClass in ofClass.kinds.map { FitCurve(ofClass.name, $0) } }
        var isWanted = goesOn(0, replications)
        guard isWanted else { return nil }
        do throws(HistoryProblem) {
            backTest = try BackTest.run(
                history,
                places: records,
                replications: replications,
                seed: seed,
                cores: cores
            ) { done, planned in
                isWanted = goesOn(done, planned)
                return isWanted
            }
        } catch {
            guard [.tooShort, .noStayEnded, .empty].contains(error.reason) else { throw error }
            backTest = nil
        }
        guard isWanted else { return nil }
    }
}

extension FitAnswer: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("fit", fit)
            try members.put("curves", curves)
            try members.put("backTest", backTest)
        }
    }
}

/// The share of stays that last longer than each length, as it was seen and as the family that is used has it.
package struct FitCurve: Hashable, Sendable, Codable {
    package let ofClass: String
    package let kind: String
    package let lengths: [Double]
    /// By Kaplan and Meier.
    package let seen: [Double]
    /// `nil` where the lengths are used as they were seen.
    package let fitted: [Double]?

    private enum CodingKeys: String, CodingKey {
        case ofClass = "class"
        case kind, lengths, seen, fitted
    }

    private static let mostPoints = 60

    init(_ ofClass: String, _ fit: HistoryFit.KindFit) {
        let steps = fit.stays.curve.steps
        let every = max(1, (steps.count + Self.mostPoints - 1) / Self.mostPoints)
        let kept = steps.enumerated().filter { $0.offset % every == 0 || $0.offset == steps.count - 1 }.map(\.element)
        self.ofClass = ofClass
        kind = fit.kind
        lengths = kept.map(\.length)
        seen = kept.map(\.survival)
        // A stay of so many whole days ended in the middle of the next one, as the fit counts.
        fitted = fit.stays.chosen.map { chosen in
            kept.map { exp(chosen.family.logSurvival($0.length + 0.5, chosen.parameters)) }
        }
    }
}
