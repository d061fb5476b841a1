extension ReportRow: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Fields.Name.self)
        scope = try Scope(container)
        var figures: [Measure: Estimate] = [:]
        for measure in Measure.allCases {
            figures[measure] = try container.decodeIfPresent(Estimate.self, forKey: Fields.Name(measure.rawValue))
        }
        self.figures = figures
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put(scope)
            try members.put(figures)
        }
    }
}

extension PlanCourse.Point: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Fields.Name.self)
        step = try container.decode(Int.self, forKey: Fields.Name("step"))
        places = try container.decode(Int.self, forKey: Fields.Name("places"))
        var figures: [Measure: Estimate] = [:]
        for measure in PlanCourse.measures {
            figures[measure] = try container.decodeIfPresent(Estimate.self, forKey: Fields.Name(measure.rawValue))
        }
        self.figures = figures
    }

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("step", step)
            try members.put("places", places)
            try members.put(figures)
        }
    }
}

extension ReportedFormula.Figure: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Fields.Name.self)
        scope = try Scope(container)
        let name = try container.decode(String.self, forKey: Fields.Name("measure"))
        guard let measure = Measure(rawValue: name) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no such measure")
            )
        }
        self.measure = measure
        value = try container.decode(Double.self, forKey: Fields.Name("value"))
    }
}

extension Scope {
    init(_ container: KeyedDecodingContainer<Fields.Name>) throws {
        self.init(
            ofClass: try container.decodeIfPresent(String.self, forKey: Fields.Name("class")),
            kind: try container.decodeIfPresent(String.self, forKey: Fields.Name("kind")),
            region: try container.decodeIfPresent(String.self, forKey: Fields.Name("region"))
        )
    }
}

extension Members {
    mutating func put(_ scope: Scope) throws {
        try put("class", scope.ofClass)
        try put("kind", scope.kind)
        try put("region", scope.region)
    }

    mutating func put(_ figures: [Measure: Estimate]) throws {
        for measure in Measure.allCases { try put(measure.rawValue, figures[measure]) }
    }
}
