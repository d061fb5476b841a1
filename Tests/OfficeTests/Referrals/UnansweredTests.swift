import Assistance
import Exchange
import Law
import Synthetic
import Testing

@testable import Office

struct `A message that nobody answers` {
    private static let tooLong = AnswerLimits()

    private static func alarms(_ office: TestOffice, of leader: Person = Staff.leader) async throws -> [Alarm.Kind] {
        try await office.rooms.oversight.alarms(leader).map(\.kind).filter {
            if case .unanswered = $0 { true } else { false }
        }
    }

    private static func unanswered(_ office: TestOffice, _ id: RecordID) async throws -> [UnansweredStep] {
        try await office.referrals.open(Staff.caseworker, id).unanswered
    }

    /// Brings what has been sent to whom it is for, and the receipts back.
    private static func deliver(_ office: TestOffice) async throws {
        for _ in 0..<4 {
            for letter in try office.letters() { try await office.rooms.messages.receive(letter) }
        }
    }

    @Test func `raises an alarm for its own leader, until it is answered`() async throws {
        try await withOffice { office in
            let id = try await office.referral().id
            let since = office.clock.now
            office.clock.move(seconds: Self.tooLong.applicationReceipt * 60 - 1)
            #expect(try await Self.alarms(office).isEmpty)
            office.clock.move(seconds: 1)
            #expect(try await Self.unanswered(office, id).map(\.isLate) == [true])
            #expect(try await Self.alarms(office) == [.unanswered(count: 1, oldest: since)])
            #expect(try await Self.alarms(office, of: Staff.neighbourLeader).isEmpty)
            #expect(try await Self.alarms(office, of: Staff.officer) == [.unanswered(count: 1, oldest: since)])
            try await Self.deliver(office)
            #expect(try await Self.alarms(office).isEmpty)
            // Then a person has to say that it was seen.
            office.clock.move(seconds: Self.tooLong.caseworkerReceipt * 86_400)
            #expect(try await Self.unanswered(office, id).map(\.owed) == [.caseworkerReceipt])
            #expect(try await Self.alarms(office) == [.unanswered(count: 1, oldest: since)])
        }
    }

    @Test func `waits no more once it is replaced, but for the newest version`() async throws {
        try await withOffice { office in
            let (caseID, id) = try await office.referral()
            office.clock.move(seconds: 3600)
            let follows = MessageHeader.FollowUp(relation: .update, startID: "\(id)", messageID: "\(id)")
            let update = office.message(.fosterHome, wanted: office.today, follows: follows)
            let sent = try await office.referrals.send(
                Staff.caseworker,
                forCase: caseID,
                update,
                attachments: [],
                key: "update"
            )
            #expect(sent.outcome.isDone)
            #expect(try await Self.unanswered(office, id).map(\.message) == [sent.message])
            #expect(try await Self.alarms(office).isEmpty)
        }
    }

    @Test(arguments: [false, true])
    func `waits no more once the referral is taken back, but for that it is`(isReceived: Bool) async throws {
        try await withOffice { office in
            let id = try await office.referral().id
            if isReceived { try await Self.deliver(office) }
            office.clock.move(seconds: 30 * 86_400)
            #expect(try await Self.alarms(office).count == 1)
            let command = ReferralCommand(about: id, content: .withdrawn, prose: SharedFact.Content.withdrawn.prose)
            let sent = try await office.referrals.tell(Staff.caseworker, id, command, key: "w")
            #expect(sent.outcome.isDone)
            #expect(try await Self.unanswered(office, id).map(\.message) == [sent.message])
            #expect(try await Self.alarms(office).isEmpty)
            try await Self.deliver(office)
            office.clock.move(seconds: 30 * 86_400)
            #expect(try await Self.unanswered(office, id).isEmpty)
            #expect(try await Self.alarms(office).isEmpty)
        }
    }

    /// By what nobody waits for the answer to a request for a hold any more.
    enum End: CaseIterable {
        case referralOver, givenUp, timeOver
    }

    @Test(arguments: End.allCases)
    func `waits no more for a place once nobody needs it`(end: End) async throws {
        try await withOffice { office in
            let id = try await office.referral(.institution).id
            try await Self.deliver(office)
            var wish = HoldWish.sample(office)
            wish.until = office.clock.now.adding(seconds: (Self.tooLong.hold + 1) * 3600)
            let owner = Parties.institution.number
            let hold = try await office.referrals.askHold(Parties.officer, for: id, of: owner, wish, key: "h")
                .conversation
            try await Self.deliver(office)
            office.clock.move(seconds: Self.tooLong.hold * 3600)
            func waiting() async throws -> [WaitingStep] {
                try await office.referrals.waiting(Parties.officer, .theirs).rows.filter {
                    if case .answer = $0.what { true } else { false }
                }
            }
            func alarms() throws -> Int {
                let (unit, now) = (Parties.officer.unit, office.clock.now)
                let all = AlarmLimits().alarms(UnitWatch(unit, try office.state(unit)), openedAt: now, now: now)
                return all.count { if case .unanswered = $0.kind { true } else { false } }
            }
            let late = try await waiting()
            #expect(late.map(\.what) == [.answer(.holdAnswer)] && late.map(\.isLate) == [true])
            #expect(try alarms() == 1)
            switch end {
            case .referralOver:
                let command = ReferralCommand(about: id, content: .withdrawn, prose: SharedFact.Content.withdrawn.prose)
                _ = try await office.referrals.tell(Staff.caseworker, id, command, key: "w")
            case .givenUp:
                _ = try await office.referrals.giveUpHold(Parties.officer, hold, because: "Fant en annen.", key: "g")
            case .timeOver: office.clock.move(seconds: 3600)
            }
            try await Self.deliver(office)
            #expect(try await waiting().isEmpty)
            #expect(try alarms() == 0)
        }
    }
}
