import Exchange
import Testing

/// What a reader makes of a document, in pieces as small as asked for.
func readKostra(
    _ bytes: [UInt8],
    pieces: Int = 1 << 16,
    mostBytes: Int = 1 << 20
) throws -> (parts: [KostraReader.Part], findings: [StructureFinding]) {
    var reader = KostraReader(mostBytes: mostBytes)
    var parts: [KostraReader.Part] = []
    var findings: [StructureFinding] = []
    var stream = try XmlStream(vocabulary: KostraCheck.vocabulary)
    var events = XmlEvents()
    for start in stride(from: 0, to: bytes.count, by: pieces) {
        let end = min(start + pieces, bytes.count)
        events.removeAll()
        try stream.read(bytes[start..<end], isLast: end == bytes.count, into: &events)
        findings += reader.take(events) { parts.append($0) }
    }
    return (parts, findings)
}

extension [KostraReader.Part] {
    var people: [KostraIndividual] {
        compactMap { part in
            guard case .person(let person) = part else { return nil }
            return person
        }
    }

    var sender: KostraDelivery.Sender? {
        lazy.compactMap { part -> KostraDelivery.Sender? in
            guard case .sender(let sender) = part else { return nil }
            return sender
        }.first
    }

    var hasUnsound: Bool {
        contains { part in
            guard case .unsound = part else { return false }
            return true
        }
    }
}
