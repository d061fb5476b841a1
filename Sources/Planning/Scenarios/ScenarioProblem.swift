/// Why a scenario cannot be read or run: where, what was found, what was expected.
package struct ScenarioProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where in the document, as a JSON pointer (RFC 6901); empty for the document itself.
    package let pointer: String
    /// What was found and what was expected there.
    package let message: String

    init(_ pointer: String, _ message: String) {
        self.pointer = pointer
        self.message = message
    }

    /// What a decoder found wrong, with its path as a pointer.
    package init(_ error: DecodingError) {
        switch error {
        case .typeMismatch(let type, let context):
            self.init(
                Self.pointer(context.codingPath),
                "expected \(Self.words(for: type)), found something else"
            )
        case .valueNotFound(let type, let context):
            self.init(Self.pointer(context.codingPath), "expected \(Self.words(for: type)), found null")
        case .keyNotFound(let key, let context):
            self.init(Self.pointer(context.codingPath), "expected a member \"\(key.stringValue)\", found none")
        case .dataCorrupted(let context):
            self.init(Self.pointer(context.codingPath), "not JSON that can be read: \(context.debugDescription)")
        @unknown default:
            self.init("", "cannot be read")
        }
    }

    /// `at /classes/0/name: expected …`.
    package var description: String {
        pointer.isEmpty ? message : "at \(pointer): \(message)"
    }

    static func pointer(_ path: [any CodingKey]) -> String {
        path.map { key in
            var escaped = "/"
            for character in key.intValue.map(String.init) ?? key.stringValue {
                switch character {
                case "~": escaped += "~0"
                case "/": escaped += "~1"
                default: escaped.append(character)
                }
            }
            return escaped
        }.joined()
    }

    private static func words(for type: any Any.Type) -> String {
        switch type {
        case is Double.Type: "a number"
        case is Int.Type, is UInt64.Type: "a whole number"
        case is String.Type: "a text"
        case is Bool.Type: "true or false"
        case is [String: any Any].Type: "an object"
        default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
        }
    }
}
