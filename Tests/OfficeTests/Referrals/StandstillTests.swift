import Assistance
import Exchange
import Foundation
import Journal
import Law
import Synthetic
import Testing

@testable import Office

/// The clock of these offices stands still unless a test moves it: whatever waits for a time to come, waits for ever.
struct `A unit that stands still` {
    @Test func `delays nobody else when its loop hangs, and gets everything once it goes on`() async throws {
        try await withReferrals { office in
            let stopped = try #require(Parties.intake.unit)
            let (caseID, id) = try await office.referral(key: "first")
            try await office.settle(id)
            let southern = try await office.openCase(.sample(number: .sample(1)), municipality: "3322", key: "south")
            try await office.openPlaces()
            office.store.set { $0.standingStill = stopped }
            defer { office.store.set { $0.standingStill = nil } }
            // What is refused is looked up, and there the loop stands.
            async let refused = office.referrals.tell(
                Parties.officer,
                id,
                ReferralCommand(about: id, content: .serviceDeclined, prose: SharedFact.Content.serviceDeclined.prose),
                key: "no"
            )
            try await office.until { office.store.stops == 1 }
            for number in 0..<20 { _ = try await office.ask(for: caseID, key: "stopped-\(number)") }
            var seen: [(RecordID, Counterpart)] = []
            for number in 0..<20 {
                let sent = try await office.ask(.institution, for: southern, key: "south-\(number)")
                seen.append((sent, Parties.otherIntake))
                try await office.arrive(sent, at: Parties.otherIntake)
                let hold = try await office.referrals.askHold(
                    Parties.otherOfficer,
                    for: sent,
                    of: Parties.institution.number,
                    .sample(office, number),
                    key: "hold-\(number)"
                ).conversation
                seen.append((hold, Parties.institution))
                try await office.arrive(hold, at: Parties.institution)
            }
            try office.expectSeenAtOnce(seen)
            // All of those were sent before, and not one has come.
            #expect(try office.state(stopped).referrals.count == 1)
            office.store.set { $0.standingStill = nil }
            #expect(try await refused.outcome.refusal == .assistance(.stateIsObliged))
            try await office.until { try office.state(stopped).referrals.count == 21 }
            try await office.rooms.carried()
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `that never takes a message leaves it to reception, which can have it delivered later`() async throws {
        try await withReferrals { office in
            let stopped = try #require(Parties.intake.unit)
            let (caseID, first) = try await office.referral(key: "first")
            try await office.settle(first)
            // It is served and read; only nothing more can be stored in it.
            office.store.set { $0.appendTo = stopped }
            let id = try await office.ask(for: caseID, key: "poisoned")
            let start = office.clock.now
            try await office.until {
                office.clock.move(seconds: 10)
                return try office.state(PretendWorld.reception).openWorkItems == 1
            }
            #expect(start.seconds(until: office.clock.now) > 1800, "a unit has some time to come back")
            let item = try #require(try office.state(PretendWorld.reception).workItems.last)
            #expect(item.problem == .notTaken && item.owner == nil)
            try await office.until {
                try office.store.waitingOutbox(to: Parties.intake.destination, limit: 10).isEmpty
            }
            // Reception has an alarm with its age, and the sender knows.
            let alarms = try await office.rooms.oversight.alarms(Staff.officer).map(\.kind)
            #expect(alarms.contains(.unplaced(count: 1, unowned: 1, oldest: item.receivedAt)))
            #expect(!alarms.contains { if case .outboxStuck = $0 { true } else { false } })
            try await office.until {
                try await office.referrals.open(Staff.caseworker, id).messages.first?.failedAt != nil
            }
            office.store.set { $0.appendTo = nil }
            #expect(try await office.rooms.receptionDesk.takeAgain(Staff.officer, item.id).isDone)
            #expect(try office.shared(id, Parties.intake)?.referral != nil)
            #expect(try office.state(PretendWorld.reception).openWorkItems == 0)
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `delays nobody else when its box is away, and gets everything once it is there`() async throws {
        try await withTwoOffices(sharingBox: true) { municipality, region in
            let box = "\(municipality.folder)/../boxes/\(Parties.intake.number)"
            let away = try await municipality.openCase(key: "case")
            let southern = try await municipality.openCase(
                .sample(number: .sample(1)),
                municipality: "3322",
                key: "south"
            )
            // Once both boxes are known to work, something else stands where the one was.
            for (caseID, party) in [(away, Parties.intake), (southern, Parties.otherIntake)] {
                let id = try await municipality.ask(for: caseID, key: "first-\(party.number)")
                try await municipality.until {
                    municipality.clock.move(seconds: 1)
                    return try region.shared(id, party)?.referral != nil
                }
            }
            var isFolder: ObjCBool = true
            while isFolder.boolValue {
                try? FileManager.default.removeItem(atPath: box)
                try? Data().write(to: URL(filePath: box))
                _ = FileManager.default.fileExists(atPath: box, isDirectory: &isFolder)
            }
            for number in 0..<20 { _ = try await municipality.ask(for: away, key: "away-\(number)") }
            var seen: [(RecordID, Counterpart)] = []
            for number in 0..<20 {
                let id = try await municipality.ask(for: southern, key: "south-\(number)")
                seen.append((id, Parties.otherIntake))
                try await region.arrive(id, at: Parties.otherIntake)
            }
            try region.expectSeenAtOnce(seen)
            let intake = try #require(Parties.intake.unit)
            #expect(try region.state(intake).referrals.count == 1)
            let waiting = try municipality.store.waitingOutbox(to: Parties.intake.destination, limit: 100)
            #expect(waiting.count { $0.attempts > 0 } >= 20)
            try FileManager.default.removeItem(atPath: box)
            try await municipality.until {
                municipality.clock.move(seconds: 60)
                return try region.state(intake).referrals.count == 21
            }
            #expect(municipality.findings().isEmpty && region.findings().isEmpty)
        }
    }

    @Test func `is none where all talk to all at once`() async throws {
        try await withReferrals { office in
            try await office.openPlaces()
            let central = try await office.referral(.institution).id
            let southern = try await office.southernReferral()
            try await office.settle(central)
            let day = office.today.adding(days: 3)
            let rooms = office.rooms
            @Sendable func tell(_ person: Person, _ id: RecordID, _ content: SharedFact.Content, _ key: String)
                async throws
            {
                let command = ReferralCommand(about: id, content: content, prose: content.prose)
                let sent = try await rooms.referrals.tell(person, id, command, key: key)
                #expect(sent.outcome.isDone)
            }
            let unit = try #require(Parties.institution.unit)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (id, officer) in [(central, Parties.officer), (southern, Parties.otherOfficer)] {
                    for number in 0..<16 {
                        let question = SharedFact.Content.adviceAsked(AdviceRequest(replyBy: day))
                        let friction = SharedFact.Content.friction(
                            Friction(category: .missing, minutesLost: number, replyBy: day)
                        )
                        group.addTask { try await tell(Staff.caseworker, id, question, "\(id)-q\(number)") }
                        group.addTask { try await tell(officer, id, friction, "\(id)-f\(number)") }
                        group.addTask {
                            let hold = try await rooms.referrals.askHold(
                                officer,
                                for: id,
                                of: Parties.institution.number,
                                .sample(office, number),
                                key: "\(id)-h\(number)"
                            ).conversation
                            try await office.until { try rooms.holds(referral: hold, in: unit) }
                            let refusal = HoldAnswer.refused(.notSuited)
                            _ = try await rooms.places.answer(Parties.manager, hold, refusal, key: "a\(hold)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            try await rooms.carried()
            for (id, party) in [(central, Parties.intake), (southern, Parties.otherIntake)] {
                #expect(try office.shared(id, party)?.facts.count == 33)
                #expect(try office.shared(id, party) == office.shared(id, Parties.service))
            }
            for officer in [Parties.officer, Parties.otherOfficer] {
                let waiting = try await rooms.referrals.waiting(officer, .theirs, limit: 500).rows
                #expect(waiting.allSatisfy { if case .answer = $0.what { false } else { true } })
            }
            #expect(office.findings().isEmpty)
        }
    }
}

extension TestOffice {
    /// Waits until a unit holds a conversation.
    fileprivate func arrive(_ id: RecordID, at party: Counterpart) async throws {
        let unit = try #require(party.unit)
        try await until { try rooms.holds(referral: id, in: unit) }
    }

    /// Each message was seen at the time of the clock at which it was sent: it waited for nobody's next try.
    func expectSeenAtOnce(_ sent: [(id: RecordID, at: Counterpart)]) throws {
        for (id, party) in sent {
            let unit = try #require(party.unit)
            let first = try #require(try state(unit).referral(id)?.facts.messages.first)
            #expect(first.head.sentAt.seconds(until: first.recordedAt) < 1)
        }
    }
}
