/// The members of a JSON object; a name that is not expected is an error, because a misspelt name would otherwise
/// change the answer without a word.
struct Fields {
    private let container: KeyedDecodingContainer<Name>

    /// - Throws: `ScenarioProblem` where the value is no object or has a member of another name.
    init(_ decoder: any Decoder, expecting names: [String]) throws {
        do {
            container = try decoder.container(keyedBy: Name.self)
        } catch let error as DecodingError {
            throw ScenarioProblem(error)
        }
        let known = names.map { "\"\($0)\"" }.joined(separator: ", ")
        for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue })
        where !names.contains(key.stringValue) {
            throw ScenarioProblem(
                ScenarioProblem.pointer(container.codingPath + [key]),
                "no such member; expected one of \(known)",
                .unknown
            )
        }
    }

    /// The names that are present.
    var names: [String] { container.allKeys.map(\.stringValue) }

    /// Where the object stands.
    var pointer: String { ScenarioProblem.pointer(container.codingPath) }

    /// A member that has to be there.
    func required<Value: Decodable>(_ name: String) throws -> Value {
        do {
            return try container.decode(Value.self, forKey: Name(name))
        } catch let error as DecodingError {
            throw ScenarioProblem(error)
        }
    }

    /// A member that may be left out.
    func optional<Value: Decodable>(_ name: String) throws -> Value? {
        do {
            return try container.decodeIfPresent(Value.self, forKey: Name(name))
        } catch let error as DecodingError {
            throw ScenarioProblem(error)
        }
    }

    /// A whole number that has to be there.
    func whole(_ name: String) throws -> Int {
        try whole(name, try required(name))
    }

    /// A whole number that may be left out.
    func optionalWhole(_ name: String) throws -> Int? {
        try (try optional(name) as Double?).map { try whole(name, $0) }
    }

    /// Holds that the document has the form that this program reads.
    func hold(version: Int, _ name: String) throws {
        let found = try whole(name)
        guard found == version else {
            throw ScenarioProblem("\(pointer)/\(name)", "expected version \(version), found \(found)", .version)
        }
    }

    /// The member `seed`; 1 where it is left out.
    var seed: UInt64 {
        get throws {
            let found = try optionalWhole("seed") ?? 1
            guard let seed = UInt64(exactly: found) else {
                throw ScenarioProblem(
                    "\(pointer)/seed",
                    "expected a whole number of at least 0, found \(found)",
                    .atLeast(0)
                )
            }
            return seed
        }
    }

    /// What one of two members says, of which exactly one has to be there.
    func one<Value>(
        of first: (name: String, value: (Double) -> Value),
        or second: (name: String, value: (Double) -> Value)
    ) throws -> Value {
        switch (try optional(first.name) as Double?, try optional(second.name) as Double?) {
        case (let number?, nil): first.value(number)
        case (nil, let number?): second.value(number)
        default:
            throw ScenarioProblem(
                pointer,
                "expected one of \"\(first.name)\" and \"\(second.name)\", found none or both",
                .missing
            )
        }
    }

    /// By way of a number of any sort, because a decoder does not say where it found one that does not fit.
    private func whole(_ name: String, _ number: Double) throws(ScenarioProblem) -> Int {
        guard let whole = Int(exactly: number) else {
            throw ScenarioProblem("\(pointer)/\(name)", "expected a whole number, found \(number)", .form(.whole))
        }
        return whole
    }

    /// A member of an object, by its text.
    struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ text: String) {
            stringValue = text
        }

        init?(stringValue: String) {
            self.init(stringValue)
        }

        init?(intValue: Int) {
            nil
        }
    }
}

extension Encoder {
    /// Writes members one by one; those without a value are left out.
    func members(_ write: (inout Members) throws -> Void) rethrows {
        var members = Members(container: container(keyedBy: Fields.Name.self))
        try write(&members)
    }
}

/// The members of an object that is being written.
struct Members {
    var container: KeyedEncodingContainer<Fields.Name>

    mutating func put(_ name: String, _ value: (some Encodable)?) throws {
        try container.encodeIfPresent(value, forKey: Fields.Name(name))
    }
}
