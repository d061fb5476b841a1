import Casework
import Exchange
import Law
import Synthetic
import TestSupport
import Testing

@testable import Office

struct `The binary form of events` {
    @Test func `gives back every random event as it was`() throws {
        for seed in 0..<UInt64(Rounds.of(200)) {
            var random = RandomEvents(seed: seed)
            let event = try random.event()
            let bytes = UnitEventCodec.encode(event)
            #expect(try UnitEventCodec.decode(kind: UnitEventCodec.kind(of: event), bytes) == event, "seed \(seed)")
        }
    }

    @Test func `gives back every report of the pretend world as it was`() throws {
        let world = PretendWorld(seed: 11)
        for index in 0..<Rounds.of(40) {
            let message = world.message(index)
            let concerns = message.document.receivedConcerns(
                rawID: RecordID(high: 1, low: 2),
                messageID: "m",
                receivedAt: .latest
            )
            for received in concerns {
                let event = UnitEvent.concern(.received(received))
                #expect(try UnitEventCodec.decode(kind: 1, UnitEventCodec.encode(event)) == event, "message \(index)")
            }
        }
    }

    @Test func `gives the same short form of a report whether its texts are read or stepped over`() throws {
        let world = PretendWorld(seed: 12)
        var reports = (0..<Rounds.of(20)).flatMap {
            world.message($0).document.receivedConcerns(
                rawID: RecordID(high: 1, low: 2),
                messageID: "m",
                receivedAt: .latest
            )
        }
        for seed in 0..<UInt64(Rounds.of(100)) {
            var random = RandomEvents(seed: seed)
            reports.append(try random.received())
        }
        for received in reports {
            let bytes = UnitEventCodec.encode(.concern(.received(received)))
            #expect(try UnitEventCodec.gist(kind: 1, bytes) == received.gist)
            for kind in [2, 5, 20, 99] as [UInt16] { #expect(try UnitEventCodec.gist(kind: kind, bytes) == nil) }
        }
        let bytes = UnitEventCodec.encode(.concern(.received(try #require(reports.first))))
        for length in 0..<bytes.count {
            #expect(throws: CodecError.self) { try UnitEventCodec.gist(kind: 1, Array(bytes.prefix(length))) }
        }
        #expect(throws: CodecError.self) { try UnitEventCodec.gist(kind: 1, bytes + [0]) }
        #expect(throws: CodecError.self) { try UnitEventCodec.gist(kind: 1, [2] + bytes.dropFirst()) }
    }

    @Test func `refuses every shortened event`() throws {
        for seed in 0..<UInt64(Rounds.of(10)) {
            var random = RandomEvents(seed: seed)
            let event = try random.event()
            let kind = UnitEventCodec.kind(of: event)
            let bytes = UnitEventCodec.encode(event)
            for length in 0..<bytes.count {
                #expect(throws: CodecError.self, "seed \(seed), \(length) bytes") {
                    try UnitEventCodec.decode(kind: kind, Array(bytes.prefix(length)))
                }
            }
            #expect(throws: CodecError.bytesLeft(1)) { try UnitEventCodec.decode(kind: kind, bytes + [0]) }
        }
    }

    @Test func `never stops at random or changed bytes: they are an event or an error`() throws {
        var generator = SeededGenerator(seed: 3)
        for seed in 0..<UInt64(Rounds.of(100)) {
            var random = RandomEvents(seed: seed)
            let event = try random.event()
            var bytes = UnitEventCodec.encode(event)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            _ = try? UnitEventCodec.decode(kind: UnitEventCodec.kind(of: event), bytes)
            let noise =
                [1]
                + (0..<Int.random(in: 0...300, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
            for kind in [1, 2, 3, 4, 5, 6, 7, 8, 20, 21, 22, 23, 30, 40] as [UInt16] {
                _ = try? UnitEventCodec.decode(kind: kind, noise)
            }
            _ = try? UnitEventCodec.gist(kind: 1, noise)
            _ = try? UnitEventCodec.gist(kind: 1, bytes)
            _ = try? UnitSnapshot(bytes: noise, upTo: 0)
            _ = try? AccessLine(bytes: noise)
            _ = try? RawEnvelope(bytes: noise)
            _ = try? ReceiptMessage(bytes: noise)
        }
    }

    @Test(
        arguments: [
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
            [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01], [0x10],
        ] as [[UInt8]]
    )
    func `refuses a length that its bytes do not have before it takes any memory`(length: [UInt8]) {
        var text = ByteReader(length)
        #expect(throws: CodecError.self) { try text.text() }
        var array = ByteReader(length)
        #expect(throws: CodecError.self) { try array.array() }
        var list = ByteReader(length)
        #expect(throws: CodecError.self) {
            try list.list { reader throws(CodecError) in try reader.byte() }
        }
    }

    @Test(arguments: [0, 10, 19, 25, 32, 41, 49, 95, 65535] as [UInt16])
    func `refuses an unknown kind`(kind: UInt16) {
        #expect(throws: CodecError.unknownKind(kind, version: 1)) { try UnitEventCodec.decode(kind: kind, [1]) }
    }

    @Test(arguments: [0, 2, 255] as [UInt8])
    func `refuses an unknown version`(version: UInt8) {
        #expect(throws: CodecError.unknownKind(2, version: version)) {
            try UnitEventCodec.decode(kind: 2, [version])
        }
    }

    @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 1 << 40, .max, .min])
    func `keeps every number`(number: Int) throws {
        var writer = ByteWriter()
        writer.write(number)
        var reader = ByteReader(writer.bytes)
        #expect(try reader.integer() == number)
        try reader.finish()
    }

    @Test func `keeps raw messages, receipts and access lines`() throws {
        for seed in 0..<UInt64(Rounds.of(20)) {
            var random = RandomEvents(seed: seed)
            let envelope = RawEnvelope(
                sender: actor("sender:portal"),
                form: random.text(),
                key: random.optional { $0.text() },
                messageID: random.optional { $0.text() },
                body: Array(random.text().utf8),
                files: random.list { ArrivedMessage.File(name: $0.text(), bytes: Array($0.text().utf8)) },
                receiver: random.optional { _ in Parties.intake.number }
            )
            #expect(try RawEnvelope(bytes: envelope.bytes) == envelope)
            let receipt = ReceiptMessage(
                type: random.text(),
                body: Array(random.text().utf8),
                received: random.text(),
                messageID: random.text()
            )
            #expect(try ReceiptMessage(bytes: receipt.bytes) == receipt)
            for action in Action.allCases {
                let line = AccessLine(action: action, outcome: .denied, objects: random.list { $0.id() })
                #expect(try AccessLine(bytes: line.bytes) == line)
            }
        }
    }
}
