import Foundation
import Law
import TestSupport
import Testing
import Transport

/// What holds for every wire.
struct `Every transport` {
    enum Kind: CaseIterable, Sendable {
        case local
        case folder
    }

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A wire with a box for the region and one for the service.
    private func wire(_ kind: Kind) async throws -> any Transport {
        switch kind {
        case .local:
            let transport = LocalTransport(patience: .seconds(20))
            transport.open(EnvelopeDrawing.region)
            transport.open(EnvelopeDrawing.service)
            return transport
        case .folder:
            let transport = FolderTransport(below: folder.path)
            try await transport.open(EnvelopeDrawing.region)
            try await transport.open(EnvelopeDrawing.service)
            return transport
        }
    }

    /// Sends envelopes at once and reads until as many have come; a reading settles what it has read by itself.
    private func carry(
        _ envelopes: [Envelope],
        over wire: any Transport,
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

    @Test(arguments: Kind.allCases)
    func `carries everything whole, whatever the attachments are called`(kind: Kind) async throws {
        let wire = try await wire(kind)
        var drawing = EnvelopeDrawing(seed: 1)
        var envelopes = (0..<40).map { _ in drawing.next() }
        envelopes[0].attachments = EnvelopeDrawing.hostileNames.map { Envelope.Attachment(name: $0, bytes: [1, 2]) }
        envelopes[1].payload = []
        let read = try await carry(envelopes, over: wire) { try await wire.acknowledge($0) }
        #expect(read.count == envelopes.count)
        #expect(Set(read) == Set(envelopes))
        #expect(try await wire.receive(for: EnvelopeDrawing.region, limit: 1).isEmpty)
    }

    @Test(arguments: Kind.allCases)
    func `hands out the same again until it is acknowledged, the first sent first`(kind: Kind) async throws {
        let wire = try await wire(kind)
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

    @Test(arguments: Kind.allCases)
    func `delivers twice what was sent twice`(kind: Kind) async throws {
        let wire = try await wire(kind)
        var drawing = EnvelopeDrawing(seed: 3)
        let envelope = drawing.next()
        var changed = envelope
        changed.payload.append(7)
        let read = try await carry([envelope, envelope, changed], over: wire) { try await wire.acknowledge($0) }
        #expect(read.count == 3)
        #expect(read.filter { $0 == changed }.count == 1)
    }

    @Test(arguments: Kind.allCases)
    func `carries nothing to one who has no box`(kind: Kind) async throws {
        let wire = try await wire(kind)
        var drawing = EnvelopeDrawing(seed: 4)
        let nobody = try #require(OrganisationNumber("999888777"))
        let envelope = drawing.next(to: nobody)
        await #expect(throws: TransportError.noSuchReceiver(nobody)) { try await wire.send(envelope) }
        await #expect(throws: TransportError.noSuchReceiver(nobody)) { try await wire.receive(for: nobody, limit: 1) }
    }

    @Test(arguments: Kind.allCases)
    func `lays aside what the receiver can make nothing of`(kind: Kind) async throws {
        let wire = try await wire(kind)
        var drawing = EnvelopeDrawing(seed: 5)
        let envelope = drawing.next()
        let refusal: TransportError? =
            switch kind {
            case .local: .refused("No message.")
            case .folder: nil
            }
        do {
            _ = try await carry([envelope], over: wire) { try await wire.refuse($0, because: "No message.") }
            #expect(refusal == nil)
        } catch let error as TransportError {
            #expect(error == refusal)
        }
        #expect(try await wire.receive(for: EnvelopeDrawing.region, limit: 1).isEmpty)
    }
}

struct `A wire within the process` {
    @Test
    func `gives up a receiver that takes nothing, and holds up nobody else`() async throws {
        let wire = LocalTransport(patience: .milliseconds(300))
        wire.open(EnvelopeDrawing.region)
        wire.open(EnvelopeDrawing.service)
        var drawing = EnvelopeDrawing(seed: 6)
        let (stuck, other) = (drawing.next(), drawing.next(to: EnvelopeDrawing.service))
        async let first: Void = wire.send(stuck)
        async let second: Void = wire.send(other)
        while try wire.receive(for: EnvelopeDrawing.service, limit: 1).isEmpty {
            try await Task.sleep(for: .milliseconds(1))
        }
        for delivery in try wire.receive(for: EnvelopeDrawing.service, limit: 1) { wire.acknowledge(delivery) }
        try await second
        do {
            try await first
            Issue.record("Nobody has taken it.")
        } catch {
            #expect(error as? TransportError == .notTaken)
        }
        #expect(try wire.receive(for: EnvelopeDrawing.region, limit: 1).isEmpty)
    }

    @Test
    func `stops waiting when its sender is cancelled`() async throws {
        let wire = LocalTransport(patience: .seconds(600))
        wire.open(EnvelopeDrawing.region)
        var drawing = EnvelopeDrawing(seed: 7)
        let envelope = drawing.next()
        let sending = Task { try await wire.send(envelope) }
        sending.cancel()
        await #expect(throws: TransportError.notTaken) { try await sending.value }
    }
}
