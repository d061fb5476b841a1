import Mustache

/// Text made safe for HTML content and for attribute values in quotes.
///
/// Mustache's own escaping goes letter by letter; this one leaves text alone that needs nothing.
struct HTMLText: MustacheContentType {
    /// The name that templates ask for it by.
    static let name = "RETTID-HTML"

    /// Makes the kind known to Mustache; a template that asks for it cannot be parsed before.
    static func register() {
        MustacheContentTypes.register(HTMLText(), named: name)
    }

    /// The text with `& < > " '` written as character references.
    func escapeText(_ text: String) -> String {
        guard text.utf8.contains(where: Self.isSpecial) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}
