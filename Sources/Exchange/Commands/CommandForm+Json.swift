extension CommandForm {
    /// The values as the JSON object that the form takes.
    package func json(_ values: CommandValues) -> JsonTree {
        .object(
            fields.compactMap { field in
                let texts = values[field.name]
                return texts.isEmpty ? nil : JsonTree.Member(field.name, field.kind.json(texts))
            }
        )
    }
}

extension CommandField.Kind {
    fileprivate func json(_ texts: [String]) -> JsonTree {
        switch self {
        case .flag: true
        case .number, .entry: Int(texts[0]).map(JsonTree.integer) ?? .null
        case .codes, .references: .list(texts.map { .text($0) })
        case .line, .paragraphs, .day, .code, .personNumber, .municipality, .worker, .reference, .moment, .place,
            .organisation:
            .text(texts[0])
        }
    }
}
