/// The bytes of a document and what their characters are like, as far as counting lines and columns needs it.
struct XmlSource: Sendable {
    /// How many bytes are a character.
    enum Form: Hashable {
        case utf8
        /// As in ISO 8859-1.
        case oneByte
        case utf16(isBigEndian: Bool)
    }

    let bytes: [UInt8]
    private(set) var form: Form

    /// Tells UTF-16 by its first two bytes, as XML has it (XML 1.0, appendix F).
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        form =
            switch (bytes.first ?? 0x3C, bytes.count > 1 ? bytes[1] : 0x3C) {
            case (0xFE, 0xFF), (0, _): .utf16(isBigEndian: true)
            case (0xFF, 0xFE), (_, 0): .utf16(isBigEndian: false)
            default: .utf8
            }
    }

    /// Takes in which encoding the XML declaration names.
    mutating func declare(encoding: String?) {
        if form == .utf8, ["iso-8859-1", "us-ascii"].contains(encoding?.lowercased()) { form = .oneByte }
    }

    /// Line and column of a byte; the cost grows with the bytes before it.
    func place(of offset: Int) -> XmlPlace {
        var place = XmlPlace()
        place.advance(to: offset, in: self)
        return place
    }
}

/// Lines of one document's bytes for code that asks for many, in any order: all of them cost one pass.
struct XmlLines {
    private static let step = 4096

    /// The places of every so many bytes, as far as has been asked.
    private var known: [XmlPlace] = []

    /// The line of a byte, from 1.
    mutating func line(of offset: Int, in source: XmlSource) -> Int {
        while known.count <= offset / Self.step {
            var next = known.last ?? XmlPlace()
            next.advance(to: known.count * Self.step, in: source)
            known.append(next)
        }
        var place = known[offset / Self.step]
        place.advance(to: offset, in: source)
        return place.line
    }
}
