import Assistance
import Exchange
import Foundation
import Journal
import Law
import Logging
import Synthetic
import Testing
import Transport

@testable import Office

struct `The drop box between two stores` {
    @Test func `carries a referral and its answers, each kept once`() async throws {
        try await withTwoOffices(sharingBox: true) { municipality, region in
            let id = try await municipality.referral(.institution).id
            // A box that is not there yet is tried again as time goes by.
            try await municipality.until {
                municipality.clock.move(seconds: 1)
                return try region.shared(id, Parties.intake)?.referral != nil
            }
            municipality.clock.move(seconds: 1)
            let command = ReferralCommand(about: id, content: .seen, prose: SharedFact.Content.seen.prose)
            _ = try await region.referrals.tell(Parties.officer, id, command, key: "seen")
            try await municipality.until {
                try municipality.shared(id, Parties.service) == region.shared(id, Parties.intake)
            }
            try await municipality.until {
                try await municipality.referrals.open(Staff.caseworker, id).unanswered.isEmpty
            }
            #expect(try municipality.shared(id, Parties.service)?.facts.count == 2)
            #expect(municipality.findings().isEmpty)
            #expect(region.findings().isEmpty)
        }
    }

    @Test func `lets a message pass those that cannot be stored, and tries them again`() async throws {
        try await withTwoOffices(sharingBox: true) { municipality, region in
            // What cannot be read is for reception, which cannot store it.
            let end = String(ArrivedMessage.unreadable.digest.prefix(8).hexadecimal)
            region.store.set { $0.refusedKey = end }
            let box = region.box
            try await box.open(Parties.intake.number)
            let half = "\(region.boxes)/\(Parties.intake.number)/skrives/halv"
            try await region.until { try await region.isOpened(leaving: half) }
            for number in 0..<70 {
                try await box.send(.unreadable(RecordID(high: 70, low: UInt64(number)), at: region.clock.now))
            }
            municipality.clock.move(seconds: 60)
            let id = try await municipality.referral(.institution).id
            try await municipality.until {
                municipality.clock.move(seconds: 1)
                return try region.shared(id, Parties.intake)?.referral != nil
            }
            #expect(try region.state(PretendWorld.reception).workItems.isEmpty)
            region.store.set { $0.refusedKey = nil }
            try await region.until { try region.state(PretendWorld.reception).workItems.count == 70 }
            #expect(FileManager.default.fileExists(atPath: half), "the box was opened again")
            #expect(region.findings().isEmpty)
        }
    }

    @Test func `parks at once what no box takes, with an alarm`() async throws {
        try await withTwoOffices(sharingBox: true, isCarrying: false) { municipality, _ in
            let rooms = municipality.rooms
            let clock = municipality.clock
            let wire = FolderTransport(root: municipality.boxes, largest: 500) {
                clock.environment.newID(clock.now)
            }
            try await wire.open(Parties.intake.number)
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let carrier = Carrier(
                store: municipality.store,
                masters: municipality.masters,
                units: rooms.units,
                counterparts: rooms.counterparts,
                intake: rooms.messages,
                dropBox: DropBoxPost(box: wire, intake: rooms.messages, logger: logger),
                node: "a",
                environment: clock.environment,
                logger: logger,
                bell: Bell()
            )
            _ = try await municipality.referral(.institution)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await carrier.run() }
                try await municipality.until { try municipality.store.outboxStatus(now: clock.now).parked == 1 }
                group.cancelAll()
            }
            let alarms = try await rooms.oversight.alarms(Staff.officer)
            #expect(alarms.map(\.kind).contains(.outboxStuck(waiting: 0, parked: 1, oldest: nil)))
        }
    }
}

extension TestOffice {
    /// Where the boxes lie that two offices share.
    var boxes: String { folder + "/../boxes" }

    /// A program that is none of ours, with the same boxes.
    var box: FolderTransport {
        FolderTransport(root: boxes) { [clock] in clock.environment.newID(clock.now) }
    }

    /// Whether the office has opened its box, after which a file that is being written stays: opening takes away what
    /// nobody writes any more.
    fileprivate func isOpened(leaving half: String) async throws -> Bool {
        _ = FileManager.default.createFile(atPath: half, contents: Data())
        try await Task.sleep(for: .milliseconds(300))
        return FileManager.default.fileExists(atPath: half)
    }
}

extension Transport.Envelope {
    fileprivate static func unreadable(_ id: RecordID, at time: Instant) -> Transport.Envelope {
        Transport.Envelope(
            id: id,
            sender: Parties.service.number,
            receiver: Parties.intake.number,
            type: "henvisning.institusjon",
            sentAt: time,
            payload: ArrivedMessage.unreadable.payload
        )
    }
}

extension ArrivedMessage {
    /// A message of which nothing can be made.
    fileprivate static var unreadable: ArrivedMessage {
        ArrivedMessage(
            id: RecordID(high: 70, low: 70),
            sender: Parties.service.number,
            receiver: Parties.intake.number,
            type: "henvisning.institusjon",
            sentAt: TestOffice.start,
            payload: [1]
        )
    }
}
