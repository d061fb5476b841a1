package import Law

/// Why bytes are no event of this version.
package enum CodecError: Error, Equatable, CustomStringConvertible {
    /// The bytes end too early.
    case truncated
    /// A byte that must be one of a few, such as 0 or 1, and is this one.
    case unknownTag(UInt8)
    /// No UTF-8.
    case notText
    /// A number of more than 64 bits.
    case numberTooLarge
    /// A value that its type refuses, such as a day outside the calendar or a code that the list does not have.
    case noSuchValue
    /// An event that this program does not know.
    case unknownKind(UInt16, version: UInt8)
    /// So many bytes follow what should be the last.
    case bytesLeft(Int)

    package var description: String {
        switch self {
        case .truncated: "An event ends too early."
        case .unknownTag(let tag): "An event has the tag \(tag), which this program does not know."
        case .notText: "A text in an event is not UTF-8."
        case .numberTooLarge: "A number in an event is too large."
        case .noSuchValue: "A value in an event does not exist."
        case .unknownKind(let kind, let version):
            "Event kind \(kind), version \(version), is newer than this program; the unit is not served."
        case .bytesLeft(let count): "An event has \(count) bytes more than its version."
        }
    }
}

/// Reads what ``ByteWriter`` writes.
package struct ByteReader {
    private let bytes: [UInt8]
    private var offset: Int

    package init(_ bytes: [UInt8], from offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    /// Throws unless everything has been read.
    package func finish() throws(CodecError) {
        guard offset == bytes.count else { throw .bytesLeft(bytes.count - offset) }
    }

    /// The next byte, as it stands.
    package mutating func byte() throws(CodecError) -> UInt8 {
        guard offset < bytes.count else { throw .truncated }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// A number without sign, in the varint form.
    package mutating func unsigned() throws(CodecError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            guard shift < 63 || next <= 1 else { throw .numberTooLarge }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
    }

    /// A number with sign, in the varint form.
    package mutating func integer() throws(CodecError) -> Int {
        let value = try unsigned()
        return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
    }

    /// A number of things that follow; never more than bytes are left.
    package mutating func count() throws(CodecError) -> Int {
        let value = try unsigned()
        guard value <= UInt64(bytes.count - offset) else { throw .truncated }
        return Int(value)
    }

    /// One byte that must be 0 or 1.
    package mutating func bool() throws(CodecError) -> Bool {
        switch try byte() {
        case 0: return false
        case 1: return true
        case let tag: throw .unknownTag(tag)
        }
    }

    /// A text with its length before it, in UTF-8.
    package mutating func text() throws(CodecError) -> String {
        let count = try count()
        defer { offset += count }
        guard let text = String(validating: bytes[offset..<(offset + count)], as: UTF8.self) else { throw .notText }
        return text
    }

    /// Steps over a text without looking into it.
    mutating func skipText() throws(CodecError) {
        offset += try count()
    }

    /// Bytes with their number before them.
    package mutating func array() throws(CodecError) -> [UInt8] {
        let count = try count()
        defer { offset += count }
        return Array(bytes[offset..<(offset + count)])
    }

    /// Sixteen bytes.
    package mutating func recordID() throws(CodecError) -> RecordID {
        guard bytes.count - offset >= 16, let id = RecordID(bytes: bytes[offset..<(offset + 16)]) else {
            throw .truncated
        }
        offset += 16
        return id
    }

    /// A time, as microseconds since 1970.
    package mutating func instant() throws(CodecError) -> Instant { Instant(microseconds: Int64(try integer())) }

    /// A day, by its number.
    package mutating func day() throws(CodecError) -> CalendarDay {
        guard let day = CalendarDay(dayNumber: try integer()) else { throw .noSuchValue }
        return day
    }

    /// A value of a closed list, by its code.
    package mutating func code<T: RawRepresentable<UInt8>>(_: T.Type = T.self) throws(CodecError) -> T {
        guard let value = T(rawValue: try byte()) else { throw .noSuchValue }
        return value
    }

    /// A byte that tells whether there is a value, and the value where there is.
    package mutating func optional<T>(
        _ body: (inout ByteReader) throws(CodecError) -> T
    ) throws(CodecError) -> T? {
        try bool() ? try body(&self) : nil
    }

    /// A text that may be absent.
    package mutating func optionalText() throws(CodecError) -> String? {
        try bool() ? try text() : nil
    }

    /// Values with their number before them.
    package mutating func list<T>(
        _ body: (inout ByteReader) throws(CodecError) -> T
    ) throws(CodecError) -> [T] {
        let count = try count()
        var values: [T] = []
        values.reserveCapacity(min(count, 1024))
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }
}
