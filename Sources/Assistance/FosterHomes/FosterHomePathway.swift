/// How far the way to one foster home has come (veien til et fosterhjem); no step may be left out.
package struct FosterHomePathway: Hashable, Sendable {
    /// The steps that stand, in their order; a new proposal takes away those that came after the one before.
    package let steps: [FosterHomeStep]

    /// The stage reached; nothing before the search.
    package var reached: FosterHomeStep.Stage? { steps.last?.stage }

    /// The stage that comes next; nothing once the child has moved in.
    package var next: FosterHomeStep.Stage? {
        guard let reached else { return .networkSearched }
        return FosterHomeStep.Stage(rawValue: reached.rawValue + 1)
    }

    /// Takes the steps in order; one that leaves another out has no effect.
    init(steps told: [FosterHomeStep]) {
        var steps: [FosterHomeStep] = []
        for step in told {
            let before = steps.filter { $0.stage < step.stage }
            guard before.count == Int(step.stage.rawValue) - 1, (steps.last?.stage ?? .networkSearched) < .movedIn
            else {
                continue
            }
            // Again from a proposal: what was heard or chosen about the home before says nothing of this one.
            steps = step.stage == .networkSearched && steps.count > 1 ? [step] + steps.dropFirst() : before + [step]
        }
        self.steps = steps
    }

    /// The first stage before this one that is missing; nothing where the way to it is clear.
    package func missing(before stage: FosterHomeStep.Stage) -> FosterHomeStep.Stage? {
        FosterHomeStep.Stage.allCases.first { earlier in
            earlier < stage && !steps.contains { $0.stage == earlier }
        }
    }
}
