/// A section of the act or a regulation as a page shows it (paragrafhenvisning).
enum Citation {
    /// The text with the section sign tied to the words on both sides, so that no line ends between them.
    static func tied(_ text: String) -> String {
        guard text.utf8.contains(signStart) else { return text }
        let bytes = Array(text.utf8)
        var tied: [UInt8] = []
        tied.reserveCapacity(bytes.count + 4)
        for (place, byte) in bytes.enumerated() {
            let isBefore = bytes[(place + 1)...].starts(with: sign)
            let isAfter = bytes[..<place].suffix(2).elementsEqual(sign)
            tied += byte == UInt8(ascii: " ") && (isBefore || isAfter) ? noBreakSpace : [byte]
        }
        return String(decoding: tied, as: UTF8.self)
    }

    private static let sign = Array("§".utf8)
    private static let signStart: UInt8 = 0xC2
    private static let noBreakSpace = Array("\u{a0}".utf8)
}
