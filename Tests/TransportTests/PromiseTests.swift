import Foundation
import Law
import TestSupport
import Testing
import Transport

/// What whoever sends and whoever reads rests on, whatever lies behind.
struct `What a drop box promises` {
    private let folder: TemporaryFolder
    private let wire: FolderTransport

    /// A wire with a box for the region and one for the service.
    init() async throws {
        folder = try TemporaryFolder()
        wire = FolderTransport(below: folder.path)
        for receiver in [EnvelopeDrawing.region, EnvelopeDrawing.service] { try await wire.open(receiver) }
    }

    /// Sends envelopes at once and reads until as many have come; a reading settles what it has read by itself.
    private func carry(
        _ envelopes: [Envelope],
        limit: Int = 100,
        settling: @escaping @Sendable (Delivery) async throws -> Void
    ) async throws -> [Envelope] {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for envelope in envelopes { group.addTask { try await wire.send(envelope) } }
            var read: [Envelope] = []
            while read.count < envelopes.count {
                for delivery in try await wire.receive(for: EnvelopeDrawing.region, limit: limit) {
                    read.append(delivery.envelope)
                    try await settling(delivery)
                }
                try await Task.sleep(for: .milliseconds(1))
            }
            try await group.waitForAll()
            return read
        }
    }

    @Test
    func `carries everything whole, whatever the attachments are called`() async throws {
        var drawing = EnvelopeDrawing(seed: 1)
        var envelopes = (0..<40).map { _ in drawing.next() }
        envelopes[0].attachments = EnvelopeDrawing.hostileNames.map { Envelope.Attachment(name: $0, bytes: [1, 2]) }
        envelopes[1].payload = []
        let read = try await carry(envelopes) { try await wire.acknowledge($0) }
        #expect(read.count == envelopes.count)
        #expect(Set(read) == Set(envelopes))
        #expect(try await wire.receive(for: EnvelopeDrawing.region, limit: 1).isEmpty)
    }

    @Test
    func `hands out the same again until it is acknowledged, the first sent first`() async throws {
        var drawing = EnvelopeDrawing(seed: 2)
        let envelopes = (0..<5).map { _ in drawing.next() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for envelope in envelopes { group.addTask { try await wire.send(envelope) } }
            var all: [Delivery] = []
            while all.count < 5 {
                all = try await wire.receive(for: EnvelopeDrawing.region, limit: 10)
                try await Task.sleep(for: .milliseconds(1))
            }
            #expect(all.map(\.envelope) == envelopes.sorted { $0.sentAt < $1.sentAt })
            #expect(try await wire.receive(for: EnvelopeDrawing.region, limit: 2) == Array(all.prefix(2)))
            #expect(try await wire.receive(for: EnvelopeDrawing.service, limit: 2).isEmpty)
            for delivery in all {
                try await wire.acknowledge(delivery)
                try await wire.acknowledge(delivery)
            }
            try await group.waitForAll()
        }
    }

    @Test
    func `delivers twice what was sent twice`() async throws {
        var drawing = EnvelopeDrawing(seed: 3)
        let envelope = drawing.next()
        var changed = envelope
        changed.payload.append(7)
        let read = try await carry([envelope, envelope, changed]) { try await wire.acknowledge($0) }
        #expect(read.count == 3)
        #expect(read.filter { $0 == changed }.count == 1)
    }

    @Test
    func `carries nothing to one who has no box`() async throws {
        var drawing = EnvelopeDrawing(seed: 4)
        let nobody = try #require(OrganisationNumber("999888777"))
        let envelope = drawing.next(to: nobody)
        await #expect(throws: TransportError.noSuchReceiver(nobody)) { try await wire.send(envelope) }
        await #expect(throws: TransportError.noSuchReceiver(nobody)) { try await wire.receive(for: nobody, limit: 1) }
    }

    @Test
    func `lays aside what the receiver can make nothing of`() async throws {
        var drawing = EnvelopeDrawing(seed: 5)
        let envelope = drawing.next()
        #expect(try await wire.countLaidAside(for: EnvelopeDrawing.region) == 0)
        _ = try await carry([envelope]) { try await wire.refuse($0, because: "No message.") }
        #expect(try await wire.countLaidAside(for: EnvelopeDrawing.region) == 1)
        #expect(try await wire.receive(for: EnvelopeDrawing.region, limit: 1).isEmpty)
    }
}
