/// Writes compact JSON, member by member, in the order in which it is told.
package struct JsonWriter: Sendable {
    /// What has been written so far, in UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// Whether a comma must come before the next name or value.
    private var needsComma = false

    package init() {}

    /// Opens an object; every one has to be ended.
    package mutating func beginObject() { begin(UInt8(ascii: "{")) }

    /// Closes the object opened last.
    package mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Opens a list; every one has to be ended.
    package mutating func beginList() { begin(UInt8(ascii: "[")) }

    /// Closes the list opened last.
    package mutating func endList() { end(UInt8(ascii: "]")) }

    /// The name of the member whose value is written next.
    package mutating func name(_ name: String) {
        text(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes `true` or `false`.
    package mutating func boolean(_ value: Bool) {
        comma()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Writes a whole number.
    package mutating func integer(_ value: Int) {
        comma()
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Writes a number as it stands, digit for digit; nobody checks that it is one.
    package mutating func number(_ digits: String) {
        comma()
        bytes.append(contentsOf: digits.utf8)
    }

    /// Writes `null`.
    package mutating func null() {
        comma()
        bytes.append(contentsOf: "null".utf8)
    }

    /// A text; what JSON or a line-minded reader could trip over is escaped.
    package mutating func text(_ value: String) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
            case 0x08: bytes.append(contentsOf: "\\b".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0C: bytes.append(contentsOf: "\\f".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case ..<0x20, 0x7F: appendCode(byte)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendCode(_ byte: UInt8) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
    }

    private mutating func begin(_ bracket: UInt8) {
        comma()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}
