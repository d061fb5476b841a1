internal import Law

extension EnvelopeFile {
    /// Reads what ``bytes(of:)`` writes.
    ///
    /// - Throws: ``EnvelopeFault`` that says which line or length is wrong.
    package static func read(_ bytes: [UInt8]) throws(EnvelopeFault) -> Envelope {
        var lines = EnvelopeLines(bytes)
        guard lines.next() == firstLine else { throw .otherForm }
        guard let id = RecordID(try lines.value("Id")) else { throw .line("Id") }
        guard let sender = OrganisationNumber(try lines.value("Avsender")) else { throw .line("Avsender") }
        guard let receiver = OrganisationNumber(try lines.value("Mottaker")) else { throw .line("Mottaker") }
        guard let type = plain(try lines.value("Type")) else { throw .line("Type") }
        guard let sentAt = try? Instant(parsing: try lines.value("Sendt")) else { throw .line("Sendt") }
        let checksum = try lines.value("Kontrollsum")
        guard let size = length(try lines.value("Innhold")) else { throw .line("Innhold") }
        var attachments: [(name: String, size: Int)] = []
        while let line = lines.next(), !line.isEmpty {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "Vedlegg:", let size = length(parts[1]), let name = plain(parts[2])
            else { throw .line("Vedlegg") }
            attachments.append((name, size))
        }
        guard lines.isHeadWhole else { throw .line("Vedlegg") }
        var rest = lines.rest
        let expected = attachments.reduce(size) { $0 + $1.size }
        guard rest.count == expected else { throw .length(expected: expected, found: rest.count) }
        guard checksum == hexadecimal(lines.checksum) else { throw .checksum }
        func take(_ count: Int) -> [UInt8] {
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        return Envelope(
            id: id,
            sender: sender,
            receiver: receiver,
            type: type,
            sentAt: sentAt,
            payload: take(size),
            attachments: attachments.map { Envelope.Attachment(name: $0.name, bytes: take($0.size)) }
        )
    }

    /// A count of bytes: digits alone, and few enough that no sum of them overflows.
    private static func length(_ text: some StringProtocol) -> Int? {
        guard (1...12).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    /// The text that an escaped one means; nothing where it is none, or where it is no UTF-8.
    private static func plain(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                guard isPlain(byte) else { return nil }
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.utf8.count == 2, digits.utf8.first != UInt8(ascii: "+"), let value = UInt8(digits, radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// The lines at the head of an envelope's file, one after the other.
private struct EnvelopeLines {
    private let bytes: [UInt8]
    private var place = 0
    private var sawEmptyLine = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether the head has ended as it should.
    var isHeadWhole: Bool { sawEmptyLine }

    /// What stands after the head.
    var rest: ArraySlice<UInt8> { bytes[place...] }

    var checksum: UInt32 {
        var checksum = Checksum()
        checksum.add(rest)
        return checksum.value
    }

    /// The next line without its end; nothing where there is no whole one.
    mutating func next() -> String? {
        guard !sawEmptyLine, let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let line = String(validating: bytes[place..<end], as: UTF8.self)
        place = end + 1
        sawEmptyLine = line?.isEmpty == true
        return line
    }

    /// The value of the next line, which has to have this name.
    mutating func value(_ name: String) throws(EnvelopeFault) -> Substring {
        guard let line = next(), line.hasPrefix("\(name): ") else { throw .line(name) }
        return line.dropFirst(name.count + 2)
    }
}
