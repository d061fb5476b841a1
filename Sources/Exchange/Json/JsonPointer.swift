/// A place in a JSON document, written as RFC 6901 says: `/offentligBarn/0/fnr`; the whole document is the empty text.
package struct JsonPointer: Hashable, Sendable {
    /// One step down: into an object by name, or into a list by position.
    package enum Token: Hashable, Sendable {
        /// The member of an object.
        case name(String)
        /// The item of a list, from 0.
        case index(Int)
    }

    /// The steps from the outermost value on.
    package var tokens: [Token]

    package init(_ tokens: [Token] = []) {
        self.tokens = tokens
    }

    /// The place one step further down.
    package func appending(_ token: Token) -> JsonPointer {
        JsonPointer(tokens + [token])
    }
}

extension JsonPointer: CustomStringConvertible {
    package var description: String {
        var text = ""
        for token in tokens {
            text += "/"
            switch token {
            case .index(let index): text += String(index)
            case .name(let name): text += Self.escaped(name)
            }
        }
        return text
    }

    private static func escaped(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        var text = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
