import Casework
import Exchange
import Foundation
import Journal
import Law
import Synthetic
import TestSupport
import Testing

@testable import Office

struct `Messages of the pretend world` {
    private static let world = PretendWorld(seed: 2026)

    private static func sample(_ message: PretendMessage) -> SampleMessage {
        SampleMessage(bytes: message.bytes, format: message.format)
    }

    @Test(arguments: [0, 16, 25, 32, 40])
    func `reach their service, or reception, with nothing lost`(first: Int) async throws {
        try await withOffice { office in
            for message in (first..<(first + 3)).map({ Self.world.message($0) }) {
                let answer = try await office.receive(Self.sample(message), id: message.messageID)
                switch answer {
                case .received(let receipt):
                    #expect(receipt.unit == message.service?.unit)
                    #expect(receipt.concerns.count == max(1, message.childCount))
                    let events = try office.events(receipt.unit)
                    let stored = receipt.concerns.compactMap { id in events.first { $0.stream == id }?.event }
                    #expect(stored.count == receipt.concerns.count)
                    let expected = message.document.concerns
                    for (event, concern) in zip(stored, expected) {
                        guard case .concern(.received(let received)) = event else { throw Unexpected() }
                        #expect(received.concern == concern)
                    }
                case .kept(_, let id):
                    #expect(message.defect != nil)
                    #expect(try await office.original(of: id)?.body == message.bytes)
                case .idUsedForOtherContent: throw Unexpected()
                }
            }
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `leave none of their secrets in any file`() async throws {
        try await withFolder { receipts in
            let sender = Sender(id: TestOffice.sender.id, secretDigest: nil, receiptFolder: receipts)
            try await withOffice(senders: [sender]) { office in
                for index in 0..<50 {
                    let message = Self.world.message(index)
                    let answer = try await office.receive(Self.sample(message), id: message.messageID)
                    guard case .received(let receipt) = answer, receipt.unit == Staff.leader.unit else { continue }
                    for id in receipt.concerns {
                        _ = try await office.rooms.concerns.open(Staff.caseworker, id)
                        _ = try await office.rooms.concerns.original(
                            Staff.caseworker,
                            id,
                            from: office.rooms.reception
                        )
                    }
                }
                for unit in [Staff.leader.unit, PretendWorld.reception] {
                    await (try office.rooms.units.unit(unit)).keepSnapshot()
                }
                _ = try office.rooms.sessions.begin(Staff.leader, secret: Array(0..<32), language: nil)
                try ReceiptFolders(office.rooms.housekeeping).deliver(at: office.clock.now)
                let files = try Self.contents(of: office.folder) + Self.contents(of: receipts)
                #expect(files.count >= 3)
                let search = PatternSearch(Self.world.secrets(ofFirst: 50).map { Array($0.utf8) })
                #expect(search.count > 250)
                for (path, content) in files {
                    let found = search.found(in: content).count
                    #expect(found == 0, "\(found) secrets in \(path)")
                }
            }
        }
    }

    private static func contents(of folder: String) throws -> [(path: String, content: Data)] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).compactMap { name in
            let path = "\(folder)/\(name)"
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                return nil
            }
            return (name, try Data(contentsOf: URL(filePath: path)))
        }
    }
}
