extension Inquiry: Decodable, Written {
    /// The version of the document's form that this program reads and writes.
    package static let version = 1

    /// Reads a question; whether its changes fit the scenario is known once that is read.
    ///
    /// - Throws: `ScenarioProblem`, or the decoder's own error for a text that is no JSON.
    package init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, expecting: ["question", "name", "note", "of", "changes", "wish"])
        try fields.hold(version: Self.version, "question")
        self.init(
            name: try fields.required("name"),
            note: try fields.optional("note") ?? "",
            of: try fields.required("of"),
            changes: try fields.optional("changes") ?? [],
            wish: try fields.optional("wish")
        )
        guard !changes.isEmpty || wish != nil else {
            throw ScenarioProblem("", "expected \"changes\" or a \"wish\", found neither")
        }
    }

    package var members: WrittenMembers {
        [
            "question": Self.version,
            "name": name,
            "note": note.isEmpty ? nil : note,
            "of": base,
            "changes": changes.isEmpty ? nil : changes,
            "wish": wish,
        ]
    }
}

extension Inquiry.Base: Codable {
    /// Reads the name of a file, or a scenario.
    package init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self = .file(name)
        } else {
            self = .scenario(try Scenario(from: decoder))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .scenario(let scenario): try scenario.encode(to: encoder)
        case .file(let name):
            var value = encoder.singleValueContainer()
            try value.encode(name)
        }
    }
}
