import Assistance
import Exchange
import Journal
import Law
import Synthetic
import Testing

@testable import Office

/// A municipality has sent a referral by mistake and wants it deleted; the region makes what it has of it unreadable.
struct `A referral that its sender wants deleted` {
    private static let region = Parties.officer.unit
    private static let file = ArrivedMessage.File(name: "plan.pdf", bytes: Array("Barnets plan".utf8))

    @Test func `is made unreadable by two people with a reason, and its sender is told`() async throws {
        try await withOffice { office in
            let id = try await office.referral(.institution).id
            try await office.carry(id, with: Self.file)
            let offer = Offer.usable(from: office.today, answerBy: office.clock.now.adding(seconds: 86_400))
            #expect(try await office.say(Parties.officer, id, .offered(offer)).isDone)
            try await office.referrals.saveDraft(
                Parties.secondOfficer,
                "offer",
                in: id,
                matter: nil,
                ["assessment": ["Om barnet"]]
            )
            #expect(try await office.say(Staff.caseworker, id, .deleted).isDone)
            try await office.carry(id, with: Self.file)
            let before = try await office.traces(of: id)
            #expect(before.texts > 2 && before.files == 1 && before.drafts == 1 && before.sent == 1)
            #expect(try office.filesAndCopies(of: before) == [1, 1])
            let advice = try await office.referrals.advice(Parties.officer)
            let rows = try await office.rooms.capacityRows(verb: actor("system:plan"))
            #expect(advice.overruled == 1 && rows.count == 1)
            #expect(try await office.steps(id).contains(.answerDeletion))

            #expect(try await office.askErasure(id, "Feil barn").isDone)
            #expect(try await office.confirmErasure(id, by: Parties.officer).refusal == .erasure(.samePerson))
            for stranger in [Parties.otherOfficer, Parties.manager, Parties.overseer] {
                await #expect(throws: Absent()) { try await office.confirmErasure(id, by: stranger) }
            }
            // The sender has its own copy, which is the child's journal.
            let sender = try await office.confirmErasure(id, by: Staff.caseworker)
            #expect(sender.refusal == .assistance(.notYours))
            #expect(try await office.traces(of: id) == before)
            for (number, repeated) in [false, true].enumerated() {
                let done = try await office.confirmErasure(id, by: Parties.secondOfficer)
                guard case .done(_, _, _, repeated) = done else {
                    Issue.record("\(number): \(done)")
                    return
                }
            }

            let after = try await office.traces(of: id)
            #expect(after == Traces(texts: 0, files: 0, drafts: 0, sent: 0))
            #expect(try office.filesAndCopies(of: before) == [0, 0])
            let opened = try await office.referrals.open(Parties.officer, id)
            #expect(opened.messages.isEmpty && opened.steps.isEmpty && opened.phase == .deleted)
            guard case .erased(let erasure)? = opened.handlings.last?.what else { throw Unexpected() }
            #expect(erasure.askedBy == Parties.officer.id && erasure.reason == "Feil barn")
            #expect(opened.handlings.last?.by == Parties.secondOfficer.id && erasure.confirmation == "Enig")
            for message in before.ids {
                await #expect(throws: Absent()) {
                    try await office.referrals.file(Parties.officer, 1, of: message, in: id)
                }
            }
            // What was counted stays, and leads nowhere.
            let counted = try await office.referrals.advice(Parties.officer)
            #expect(counted.overruled == 1 && counted.followed == advice.followed && counted.referrals.isEmpty)
            #expect(try await office.rooms.capacityRows(verb: actor("system:plan")) == rows)

            try await office.carry(id, with: Self.file)
            let theirs = try #require(try office.shared(id, Parties.service))
            #expect(theirs.facts.contains { $0.by == .state && $0.content == .seen })
            let now = office.clock.now
            #expect(theirs.openSteps(now: now, today: office.today).allSatisfy { $0.kind != .answerDeletion })
            #expect(try await office.referrals.open(Staff.caseworker, id).messages.count > 3)
            // Neither a repetition nor a receipt is anything new, and no clerk is asked where it belongs.
            for node in [office, try office.secondNode(), try office.reopened()] {
                let stored = try #require(try node.state(Self.region).referral(id))
                #expect(stored.facts.hasLeftNothing && !stored.isOpen && stored.isReferral)
                #expect(try node.state(PretendWorld.reception).workItems.isEmpty)
            }
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `is left as it is where it is not to go, or not by whom`() async throws {
        try await withOffice { office in
            let id = try await office.placeOf(.institution)
            #expect(try await office.askErasure(id, "Nei").refusal == .erasure(.notWanted))
            // An interim stay goes on: the place is booked, and the child is there.
            let until = office.clock.now.adding(seconds: 86_400)
            _ = try await office.hold(id, until: until)
            var offer = Offer.usable(from: office.today, answerBy: until)
            offer.isInterim = true
            #expect(try await office.say(Parties.officer, id, .offered(offer)).isDone)
            try await office.deliver()
            let newest = try office.newestOffer(id)
            let yes = OfferAnswer(outcome: .taken(from: office.today), childHeard: true, answeredAt: office.clock.now)
            #expect(try await office.say(Staff.caseworker, id, .offerAnswered(yes), about: newest).isDone)
            let begun = StayStep(change: .started(plannedUntil: nil), on: office.today)
            #expect(try await office.say(Staff.caseworker, id, .stay(begun), about: newest).isDone)
            #expect(try await office.say(Staff.caseworker, id, .deleted, about: id).isDone)
            try await office.deliver()
            #expect(try await office.confirmErasure(id, by: Parties.secondOfficer).refusal == .erasure(.notAsked))
            #expect(try await office.askErasure(id, " \n").refusal == .erasure(.reasonMissing))
            #expect(try await office.askErasure(id, "Feil barn").isDone)
            #expect(try await office.askErasure(id, "En gang til").refusal == .erasure(.alreadyAsked))
            let blank = try await office.confirmErasure(id, by: Parties.secondOfficer, because: "")
            #expect(blank.refusal == .erasure(.reasonMissing))
            let kept = try await office.confirmErasure(id, by: Parties.secondOfficer)
            #expect(kept.refusal == .erasure(.placeKept))
            let stay = try #require(try office.shared(id, Parties.intake)?.stays.first?.id)
            let end = StayStep(change: .ended(.movedHome, isPlanned: true), on: office.today)
            let reasons = Prose([.reasons: "Flyttet hjem"])
            #expect(try await office.say(Parties.officer, id, .stay(end), about: stay, reasons).isDone)
            try await office.deliver()
            let done = try await office.confirmErasure(id, by: Parties.secondOfficer, because: "Ja")
            #expect(done.isDone, "\(done)")
            #expect(try await office.board(days: 1) == [.free])
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `stays where one person alone asks and confirms with one key, or has a conflict of interest`()
        async throws
    {
        try await withOffice { office in
            let id = try await office.referral(.institution).id
            try await office.carry(id, with: Self.file)
            #expect(try await office.say(Staff.caseworker, id, .deleted).isDone)
            try await office.carry(id, with: Self.file)
            let desk = office.referrals
            let before = try await office.traces(of: id)
            #expect(try await desk.askErasure(Parties.officer, id, because: "Feil barn", key: "one").isDone)
            let alone = try? await desk.confirmErasure(Parties.officer, id, because: "Feil barn", key: "one")
            #expect(alone?.isDone != true)
            #expect(try await office.traces(of: id) == before)
            let barred = try await desk.note(
                Parties.officer,
                id,
                .declare(Parties.secondOfficer.id, reason: "Slekt"),
                key: "bar"
            )
            #expect(barred.isDone)
            let kept = try? await office.confirmErasure(id, by: Parties.secondOfficer)
            #expect(kept?.isDone != true)
            #expect(try await office.traces(of: id) == before)
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `is there again where something comes after it, and can be made unreadable again`() async throws {
        try await withOffice { office in
            let id = try await office.referral(.institution).id
            try await office.deliver()
            let delay = DelayStatement(span: DaySpan(from: office.today, through: office.today), side: .child)
            #expect(try await office.say(Staff.caseworker, id, .delayed(delay)).isDone)
            let late = try #require(try office.letters(to: Parties.intake).last)
            #expect(try await office.say(Staff.caseworker, id, .deleted).isDone)
            let deletion = try #require(try office.letters(to: Parties.intake).last)
            #expect(deletion.id != late.id)
            try await office.rooms.messages.receive(deletion)
            #expect(try await office.askErasure(id, "Feil barn").isDone)
            #expect(try await office.confirmErasure(id, by: Parties.secondOfficer).isDone)
            #expect(try await office.referrals.queue(Parties.officer).rows.isEmpty)
            try await office.rooms.messages.receive(late)
            #expect(try await office.referrals.queue(Parties.officer).rows.map(\.id) == [id])
            #expect(try await office.referrals.open(Parties.officer, id).messages.map(\.head.id) == [late.id])
            #expect(try await office.askErasure(id, "Kom etterpå").isDone)
            #expect(try await office.confirmErasure(id, by: Parties.secondOfficer, because: "Enig igjen").isDone)
            #expect(try await office.referrals.queue(Parties.officer).rows.isEmpty)
            #expect(try await office.traces(of: id) == Traces(texts: 0, files: 0, drafts: 0, sent: 0))
            guard case .erased(let erasure)? = try await office.referrals.open(Parties.officer, id).handlings.last?.what
            else {
                throw Unexpected()
            }
            #expect(erasure.reason == "Feil barn\nKom etterpå" && erasure.confirmation == "Enig\nEnig igjen")
            #expect(try office.secondNode().state(Self.region).referral(id)?.facts.hasLeftNothing == true)
            #expect(office.findings().isEmpty)
        }
    }
}

/// What can be read in the region of a referral with its own keys.
private struct Traces: Hashable {
    /// Messages with their texts.
    var texts: Int
    /// Files that came with them.
    var files: Int
    /// What somebody has typed and not sent.
    var drafts: Int
    /// Copies of what was sent, which have been taken.
    var sent: Int
    /// The messages and the files, to be looked for again when no entry names them any more.
    var ids: [RecordID] = []
    var raws: [RecordID] = []

    static func == (left: Traces, right: Traces) -> Bool {
        [left.texts, left.files, left.drafts, left.sent] == [right.texts, right.files, right.drafts, right.sent]
    }
}

extension TestOffice {
    fileprivate func askErasure(_ id: RecordID, _ reason: String) async throws -> CommandOutcome {
        try await referrals.askErasure(Parties.officer, id, because: reason, key: "ask-\(reason)-\(id)")
    }

    fileprivate func confirmErasure(
        _ id: RecordID,
        by person: Person,
        because reason: String = "Enig"
    ) async throws -> CommandOutcome {
        try await referrals.confirmErasure(person, id, because: reason, key: "confirm-\(reason)-\(id)")
    }

    /// Brings everything, the referral's first message with a file, and marks what was taken.
    fileprivate func carry(_ id: RecordID, with file: ArrivedMessage.File) async throws {
        for _ in 0..<3 {
            for var letter in try letters() {
                if letter.id == id { letter.files = [file] }
                try await rooms.messages.receive(letter)
            }
        }
        for party in [Parties.service, Parties.intake] {
            let rows = try store.waitingOutbox(to: party.destination, limit: 1_000).filter { $0.id != id }
            try store.markDelivered(rows.map { ($0.unit, $0.id) }, at: clock.now)
        }
    }

    /// Looked for in the store itself, by the unit's keys and past every gate.
    fileprivate func traces(of id: RecordID) async throws -> Traces {
        let unit = Parties.officer.unit
        var ledger = try UnitLedger(unit: unit, store: store, masters: masters)
        var traces = Traces(texts: 0, files: 0, drafts: 0, sent: 0)
        let vault = try RawVault(unit: unit, store: store, masters: masters)
        for entry in try store.stream(unit, id) {
            guard let content = try? ledger.open(entry),
                let event = try? RecordedEvent(entry.envelope, content).event
            else { continue }
            switch event {
            case .referral(.received(let message)) where message.head.isShared, .referral(.sent(let message, _)):
                traces.texts += 1
                traces.ids.append(message.head.id)
            default: break
            }
            for reference in content.references where reference.table == .raw {
                guard let raw = RecordID(bytes: reference.key), (try? vault.open(raw)) != nil else { continue }
                traces.files += 1
                traces.raws.append(raw)
            }
        }
        for person in Parties.people {
            traces.drafts += try store.drafts(unit: unit, actor: person.id).count { $0.key.contains("\(id)") }
        }
        traces.sent = try filesAndCopies(of: traces)[1]
        return traces
    }

    /// How many of the files that were there can be opened, and how many copies of what was sent are there.
    fileprivate func filesAndCopies(of traces: Traces) throws -> [Int] {
        let unit = Parties.officer.unit
        let vault = try RawVault(unit: unit, store: store, masters: masters)
        let copies = try traces.ids.filter { try store.outboxRow(unit: unit, id: $0) != nil }
        return [traces.raws.count { (try? vault.open($0)) != nil }, copies.count]
    }
}
