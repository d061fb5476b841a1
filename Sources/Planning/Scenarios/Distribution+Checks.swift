extension Distribution {
    /// Holds that the numbers make a distribution of lengths.
    func check(at pointer: String) throws(ScenarioProblem) {
        switch self {
        case .constant(let length):
            try Check.atLeastZero(length, at: pointer + "/constant")
        case .uniform(let from, let to):
            try Check.atLeastZero(from, at: pointer + "/uniform/from")
            guard to >= from, to.isFinite else {
                throw ScenarioProblem(pointer + "/uniform/to", "expected at least \(from), found \(to)", .atLeast(from))
            }
        case .exponential(let mean):
            try Check.positive(mean, at: pointer + "/exponential/mean")
        case .lognormal(let mean, let deviation):
            try Check.positive(mean, at: pointer + "/lognormal/mean")
            try Check.atLeastZero(deviation, at: pointer + "/lognormal/deviation")
        case .gamma(let mean, let shape):
            try Check.positive(mean, at: pointer + "/gamma/mean")
            try Check.positive(shape, at: pointer + "/gamma/shape")
        case .weibull(let scale, let shape):
            try Check.positive(scale, at: pointer + "/weibull/scale")
            try Check.positive(shape, at: pointer + "/weibull/shape")
        case .empirical(let values, let weights):
            try Check.some(values.count, "length", at: pointer + "/empirical/values")
            for (place, value) in values.enumerated() {
                try Check.atLeastZero(value, at: "\(pointer)/empirical/values/\(place)")
            }
            if !weights.isEmpty {
                try Check.weights(weights, count: values.count, at: pointer + "/empirical/weights")
            }
        case .mixture(let parts):
            try Check.some(parts.count, "distribution", at: pointer + "/mixture")
            try Check.weights(parts.map(\.weight), count: parts.count, at: pointer + "/mixture")
            for (place, part) in parts.enumerated() {
                try part.of.check(at: "\(pointer)/mixture/\(place)/of")
            }
        case .phaseType(let phases):
            try phases.check(at: pointer + "/phaseType")
        }
    }
}

extension Distribution.PhaseType {
    fileprivate func check(at pointer: String) throws(ScenarioProblem) {
        try Check.some(rates.count, "phase", at: pointer + "/rates")
        for (place, rate) in rates.enumerated() {
            try Check.positive(rate, at: "\(pointer)/rates/\(place)")
        }
        try Check.weights(start, count: rates.count, at: pointer + "/start")
        guard abs(start.reduce(0, +) - 1) < 1e-9 else {
            throw ScenarioProblem(pointer + "/start", "expected probabilities that add up to 1", .shares)
        }
        guard next.count == rates.count else {
            throw ScenarioProblem(pointer + "/next", "expected \(rates.count) rows, found \(next.count)")
        }
        for (place, row) in next.enumerated() {
            guard row.count == rates.count, row.allSatisfy({ $0 >= 0 }), row.reduce(0, +) <= 1 + 1e-9 else {
                throw ScenarioProblem(
                    "\(pointer)/next/\(place)",
                    "expected \(rates.count) probabilities that add up to 1 at most"
                )
            }
        }
        guard mean.isFinite, mean > 0 else {
            throw ScenarioProblem(pointer + "/next", "expected a walk that ends; this one can go on for ever")
        }
    }
}

/// What a number in a scenario has to be.
enum Check {
    static func atLeastZero(_ value: Double, at pointer: String) throws(ScenarioProblem) {
        guard value >= 0, value.isFinite else {
            throw ScenarioProblem(pointer, "expected a number of at least 0, found \(value)", .atLeast(0))
        }
    }

    static func positive(_ value: Double, at pointer: String) throws(ScenarioProblem) {
        guard value > 0, value.isFinite else {
            throw ScenarioProblem(pointer, "expected a number above 0, found \(value)", .above(0))
        }
    }

    static func share(_ value: Double, at pointer: String) throws(ScenarioProblem) {
        guard value >= 0, value <= 1 else {
            throw ScenarioProblem(pointer, "expected a number from 0 to 1, found \(value)", .between(0, 1))
        }
    }

    static func some(_ count: Int, _ what: String, at pointer: String) throws(ScenarioProblem) {
        guard count > 0 else { throw ScenarioProblem(pointer, "expected at least one \(what), found none", .none) }
    }

    /// Weights: as many as there are things to weigh, none below zero, not all zero.
    static func weights(_ weights: [Double], count: Int, at pointer: String) throws(ScenarioProblem) {
        guard weights.count == count else {
            throw ScenarioProblem(pointer, "expected \(count) weights, found \(weights.count)", .weights(count))
        }
        guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }), weights.contains(where: { $0 > 0 }) else {
            throw ScenarioProblem(pointer, "expected weights of at least 0, one of them above 0", .weights(count))
        }
    }
}
