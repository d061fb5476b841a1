#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Distribution: Codable {
    private static let names = [
        "constant", "uniform", "exponential", "lognormal", "gamma", "weibull", "empirical", "mixture", "phaseType",
    ]

    /// Reads an object with one member, named by the distribution.
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: Self.names)
        guard let name = fields.names.first, fields.names.count == 1 else {
            throw ScenarioProblem(
                fields.pointer,
                "expected one distribution, found \(fields.names.isEmpty ? "none" : "several"); "
                    + "one of \(Self.names.joined(separator: ", "))",
                .missing
            )
        }
        switch name {
        case "constant":
            self = .constant(try fields.required(name))
        case "empirical":
            let numbers: Numbers = try fields.required(name)
            self = .empirical(values: numbers.values, weights: numbers.weights)
        case "mixture":
            self = .mixture(try fields.required(name))
        case "phaseType":
            self = .phaseType(try fields.required(name))
        case "lognormal":
            let parameters: Parameters = try fields.required(name)
            self = try parameters.lognormal
        default:
            let parameters: Parameters = try fields.required(name)
            self = try parameters.distribution(named: name)
        }
    }

    /// Writes the same object.
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            switch self {
            case .constant(let length): try members.put("constant", length)
            case .uniform(let from, let to): try members.put("uniform", ["from": from, "to": to])
            case .exponential(let mean): try members.put("exponential", ["mean": mean])
            case .lognormal(let mean, let deviation):
                try members.put("lognormal", ["mean": mean, "deviation": deviation])
            case .gamma(let mean, let shape): try members.put("gamma", ["mean": mean, "shape": shape])
            case .weibull(let scale, let shape): try members.put("weibull", ["scale": scale, "shape": shape])
            case .empirical(let values, let weights):
                try members.put("empirical", Numbers(values: values, weights: weights))
            case .mixture(let parts): try members.put("mixture", parts)
            case .phaseType(let phases): try members.put("phaseType", phases)
            }
        }
    }

    /// The lengths seen and how often, in the document's form.
    private struct Numbers: Decodable, Written {
        var values: [Double]
        var weights: [Double]

        init(values: [Double], weights: [Double]) {
            self.values = values
            self.weights = weights
        }

        init(from decoder: any Decoder) throws {
            let fields = try Fields(decoder, expecting: ["values", "weights"])
            values = try fields.required("values")
            weights = try fields.optional("weights") ?? []
        }

        var members: WrittenMembers { ["values": values, "weights": weights.isEmpty ? nil : weights] }
    }

    /// The numbers of a distribution by name.
    private struct Parameters: Decodable {
        let fields: Fields

        init(from decoder: any Decoder) throws {
            fields = try Fields(
                decoder,
                expecting: ["mean", "deviation", "median", "sigma", "shape", "scale", "from", "to"]
            )
        }

        /// By mean and standard deviation, or by median and the logarithm's standard deviation.
        var lognormal: Distribution {
            get throws {
                guard fields.names.contains("median") || fields.names.contains("sigma") else {
                    return try distribution(named: "lognormal")
                }
                try hold(["median", "sigma"])
                let (median, sigma): (Double, Double) = (try fields.required("median"), try fields.required("sigma"))
                let mean = median * exp(sigma * sigma / 2)
                return .lognormal(mean: mean, deviation: mean * expm1(sigma * sigma).squareRoot())
            }
        }

        func distribution(named name: String) throws -> Distribution {
            switch name {
            case "uniform":
                try hold(["from", "to"])
                return .uniform(from: try fields.required("from"), to: try fields.required("to"))
            case "exponential":
                try hold(["mean"])
                return .exponential(mean: try fields.required("mean"))
            case "lognormal":
                try hold(["mean", "deviation"])
                return .lognormal(mean: try fields.required("mean"), deviation: try fields.required("deviation"))
            case "gamma":
                try hold(["mean", "shape"])
                return .gamma(mean: try fields.required("mean"), shape: try fields.required("shape"))
            default:
                try hold(["scale", "shape"])
                return .weibull(scale: try fields.required("scale"), shape: try fields.required("shape"))
            }
        }

        private func hold(_ names: [String]) throws(ScenarioProblem) {
            for name in fields.names.sorted() where !names.contains(name) {
                throw ScenarioProblem(
                    "\(fields.pointer)/\(name)",
                    "no such member here; expected \(names.joined(separator: " and "))",
                    .unknown
                )
            }
        }
    }
}

extension Distribution.Part: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["weight", "of"])
        self.init(weight: try fields.required("weight"), of: try fields.required("of"))
    }

    package var members: WrittenMembers { ["weight": weight, "of": of] }
}

extension Distribution.PhaseType: Decodable, Written {
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["start", "rates", "next"])
        self.init(
            start: try fields.required("start"),
            rates: try fields.required("rates"),
            next: try fields.required("next")
        )
    }

    package var members: WrittenMembers { ["start": start, "rates": rates, "next": next] }
}
