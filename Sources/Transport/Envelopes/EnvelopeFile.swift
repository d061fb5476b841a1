internal import Law

/// The form of an envelope as one file: lines for the wire, an empty line, then the bytes one after the other.
///
/// Described in `docs/transport.md`, so that other systems can read and write it.
package enum EnvelopeFile {
    static let firstLine = "RETTID KONVOLUTT 1"

    /// Writes an envelope.
    package static func bytes(of envelope: Envelope) -> [UInt8] {
        let parts = [envelope.payload] + envelope.attachments.map(\.bytes)
        let size = parts.reduce(0) { $0 + $1.count }
        var lines = [
            firstLine,
            "Id: \(envelope.id)",
            "Avsender: \(envelope.sender)",
            "Mottaker: \(envelope.receiver)",
            "Type: \(escaped(envelope.type))",
            "Sendt: \(envelope.sentAt)",
            "Kontrollsum: \(hexadecimal(parts.reduce(into: Checksum()) { $0.add($1) }.value))",
            "Innhold: \(envelope.payload.count)",
        ]
        for attachment in envelope.attachments {
            lines.append("Vedlegg: \(attachment.bytes.count) \(escaped(attachment.name))")
        }
        var bytes = Array((lines.joined(separator: "\n") + "\n\n").utf8)
        bytes.reserveCapacity(bytes.count + size)
        for part in parts { bytes += part }
        return bytes
    }

    /// A text with every byte but letters, digits, dot, hyphen and underscore written as `%` and two digits.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes += [digit(byte >> 4), digit(byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    static func hexadecimal(_ value: UInt32) -> String {
        let bytes = (0..<8).map { digit(UInt8(truncatingIfNeeded: value >> UInt32(28 - 4 * $0)) & 15) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

/// What is wrong with a file that should be an envelope; it names lines of the form and nothing that stands in them.
package enum EnvelopeFault: Error, Hashable, Sendable {
    /// The first line is not that of an envelope, or of a version that is not known.
    case otherForm
    /// This line is missing, in another place, or not in its form.
    case line(String)
    /// The bytes are fewer or more than the lines say.
    case length(expected: Int, found: Int)
    /// The bytes are not those that were written.
    case checksum
    /// More bytes than a box takes.
    case tooLarge(Int)
    /// No file: a folder, a link, a pipe, or one that may not be read.
    case notAFile
}

extension EnvelopeFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .otherForm: "The first line is not \(EnvelopeFile.firstLine)."
        case .line(let name): "The line \(name) is missing, out of its place, or not in its form."
        case .length(let expected, let found): "There are \(found) bytes after the lines, expected \(expected)."
        case .checksum: "The bytes after the lines do not have the checksum of the line Kontrollsum."
        case .tooLarge(let bytes): "The file has \(bytes) bytes, more than a box takes."
        case .notAFile: "It is not a file that can be read."
        }
    }
}

/// A CRC-32 as of gzip and zip: it tells a file that was cut or changed on its way, not one that somebody forged.
struct Checksum {
    private var state: UInt32 = .max

    var value: UInt32 { ~state }

    mutating func add(_ bytes: some Sequence<UInt8>) {
        var state = state
        for byte in bytes { state = Self.table[Int((state ^ UInt32(byte)) & 0xFF)] ^ (state >> 8) }
        self.state = state
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
