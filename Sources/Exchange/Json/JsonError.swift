/// Why bytes are not JSON that we read, and where.
///
/// `found` names kinds of things, never content, because the document may be about a child.
package struct JsonError: Error, Hashable, Sendable {
    /// Bytes before the place, from 0.
    package var offset: Int
    /// Lines from 1, ended by line feed.
    package var line: Int
    /// Characters (Unicode scalars) from 1 within the line.
    package var column: Int
    /// The value that was being read; its names are the sender's own.
    package var pointer: JsonPointer
    /// What stood there, by kind and never by its letters.
    package var found: String
    /// What JSON, or our limit, asks for there.
    package var expected: String

    package init(offset: Int, line: Int, column: Int, pointer: JsonPointer, found: String, expected: String) {
        self.offset = offset
        self.line = line
        self.column = column
        self.pointer = pointer
        self.found = found
        self.expected = expected
    }
}

extension JsonError: CustomStringConvertible {
    package var description: String {
        "Line \(line), column \(column): expected \(expected), found \(found)."
    }
}

extension JsonError {
    /// Finds line and column of a byte by counting; only errors pay for it.
    static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }

    /// Names a byte without showing letters or digits, which could be somebody's.
    static func name(ofByteAt offset: Int, in bytes: [UInt8]) -> String {
        guard offset < bytes.count else { return "the end of the text" }
        let byte = bytes[offset]
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return "a letter"
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return "a digit"
        case 0x21...0x7E: return "the character \(Character(Unicode.Scalar(byte)))"
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return "a line break"
        case UInt8(ascii: "\t"): return "a tab"
        case 0: return "a NUL byte"
        case ..<0x20: return "a control character"
        case 0x20: return "a space"
        case 0x7F: return "a control character"
        default: return "a byte outside ASCII"
        }
    }
}
