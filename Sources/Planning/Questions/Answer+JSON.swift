extension Answer: Written {
    /// The version of the answer's form.
    package static let version = 1

    package var members: WrittenMembers {
        [
            "answer": Self.version,
            "question": inquiry,
            "seed": comparison.base.scenario.run.seed,
            "coverage": 0.95,
            "assumptions": assumptions.isEmpty ? nil : assumptions,
            "coPayments": coPayments.isEmpty ? nil : coPayments,
            "mix": mix,
            "differences": comparison.rows,
            "base": comparison.base,
            "changed": comparison.changed,
        ]
    }
}

extension Comparison.Row: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put(scope)
            for figure in figures { try members.put(figure.measure.rawValue, figure) }
        }
    }
}

extension Comparison.Figure: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("base", base.mean)
            try members.put("changed", changed.mean)
            try members.put("difference", difference.paired.mean)
            try members.put("halfWidth", difference.paired.halfWidth())
            let reduction = difference.varianceReduction
            try members.put("varianceReduction", reduction.isFinite ? reduction : nil)
        }
    }
}

extension Answer.Assumption: Written {
    package var members: WrittenMembers {
        ["change": change, "before": before, "after": after, "response": response, "factor": factor]
    }
}

extension Answer.CoPaid: Written {
    package var members: WrittenMembers {
        ["change": change, "before": before, "after": after, "difference": difference]
    }
}

extension CheapestMix.Outcome: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            switch self {
            case .found(let mix):
                try members.put("isFound", true)
                try members.put("isConfirmed", mix.isConfirmed)
                try members.put("checks", mix.checks)
                try members.put("isSearchedOut", mix.isSearchedOut)
                try members.put("trials", mix.trials)
                try members.put("priceBefore", mix.price.before)
                try members.put("price", mix.price.after)
                try members.put("places", mix.choices)
                try members.put("limits", mix.limits)
            case .unreachable(let wish, let figures):
                try members.put("isFound", false)
                try members.put("limits", zip(wish.limits, figures).map { MixLimit(limit: $0, figure: $1, check: nil) })
            }
        }
    }
}

extension CheapestMix {
    fileprivate var choices: [MixChoice] {
        wish.places.indices.map { place in
            MixChoice(
                choice: wish.places[place],
                before: before[place],
                count: counts[place],
                oneLess: oneLess[place].map { zip(wish.limits, $0).map { MixLimit(limit: $0, figure: $1, check: nil) } }
            )
        }
    }

    fileprivate var limits: [MixLimit] {
        wish.limits.indices.map { MixLimit(limit: wish.limits[$0], figure: figures[$0], check: checked[$0]) }
    }
}

/// One choice of a mix in the answer's form.
private struct MixChoice: Encodable {
    let choice: MixWish.Choice
    let before: Int
    let count: Int
    let oneLess: [MixLimit]?

    func encode(to encoder: any Encoder) throws {
        try choice.encode(to: encoder)
        try encoder.members { members in
            try members.put("before", before)
            try members.put("count", count)
            try members.put("oneLess", oneLess)
        }
    }
}

/// One limit of a mix in the answer's form.
private struct MixLimit: Encodable {
    let limit: MixWish.Limit
    let figure: Interval?
    let check: Interval?

    func encode(to encoder: any Encoder) throws {
        try limit.encode(to: encoder)
        try encoder.members { members in
            try members.put("figure", figure)
            try members.put("check", check)
        }
    }
}
