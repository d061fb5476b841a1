import Assistance
import Exchange
import Law
import Synthetic
import Testing

@testable import Office

struct `A referral between two levels` {
    @Test func `goes its whole way, and both sides see the same at every step`() async throws {
        try await withReferrals { office in
            let (caseID, id) = try await office.referral(.institution, wanted: 1)
            try await office.settle(id)
            _ = try await office.referrals.take(Parties.officer, id, key: "take")
            try await office.tell(Parties.officer, id, .seen, key: "seen")
            office.clock.move(seconds: 10 * 86_400)
            let deadline = office.clock.now.adding(seconds: 7 * 86_400)
            let offer = try await office.tell(
                Parties.officer,
                id,
                .offered(.usable(from: office.today, answerBy: deadline)),
                key: "offer"
            )
            let taken = OfferAnswer(
                outcome: .taken(from: office.today),
                childHeard: true,
                answeredAt: office.clock.now
            )
            try await office.tell(Staff.caseworker, id, .offerAnswered(taken), about: offer, key: "answer")
            let started = StayStep(change: .started(plannedUntil: nil), on: office.today)
            try await office.tell(Staff.caseworker, id, .stay(started), about: offer, key: "stay")

            try await office.until {
                try await office.referrals.open(Staff.caseworker, id).unanswered.isEmpty
            }
            let ours = try await office.referrals.open(Staff.caseworker, id)
            let theirs = try await office.referrals.open(Parties.officer, id)
            #expect(ours.shared == theirs.shared)
            #expect(ours.figures == theirs.figures)
            #expect(ours.timeline == theirs.timeline)
            #expect(ours.steps == theirs.steps)
            #expect(ours.figures.daysPastWanted == 9)
            #expect(ours.shared.phase(today: office.today) == .placed)
            #expect(ours.caseID == caseID)
            #expect(theirs.caseID == nil)
            #expect(theirs.facts.handler == Parties.officer.id)
            #expect(ours.messages.filter(\.isOwn).allSatisfy { $0.head.kind.isTerminal || $0.acknowledgedAt != nil })
            #expect(ours.unanswered.isEmpty)
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `is replaced by its newest version alone, whoever writes at the same time`() async throws {
        try await withOffice { office in
            let (caseID, id) = try await office.referral()
            office.clock.move(seconds: 60)
            let follows = MessageHeader.FollowUp(relation: .update, startID: "\(id)", messageID: "\(id)")
            func update(_ key: String, wanted: Int) async throws -> CommandOutcome {
                let message = office.message(.fosterHome, wanted: office.today.adding(days: wanted), follows: follows)
                return try await office.referrals.send(
                    Staff.caseworker,
                    forCase: caseID,
                    message,
                    attachments: [],
                    key: key
                ).outcome
            }
            #expect(try await update("a", wanted: 1).isDone)
            #expect(try await update("b", wanted: 2).refusal == .message(.overtaken))
            // The same one again is no second one.
            #expect(try await update("a", wanted: 1).isDone)
            #expect(try office.shared(id, Parties.service)?.versions.count == 2)
        }
    }

    @Test func `goes the acute way, by telephone first`() async throws {
        try await withReferrals { office in
            let caseID = try await office.openCase()
            let now = office.clock.now
            let request = AcuteRequest(
                kind: .fosterHome,
                askedAt: now,
                phonedAt: now.adding(seconds: -1800),
                neededBy: now.adding(seconds: 3600),
                section: .acuteCare,
                decidedBy: .leader,
                decidedAt: now.adding(seconds: -2400),
                writtenBy: nil,
                municipality: OfferedPlace.sample.municipality,
                children: 1,
                orderedAt: now
            )
            let child = AcuteChild(number: nil, description: "Gutt", hasHiddenAddress: true, interpreter: nil)
            let sent = try await office.referrals.askAcutely(
                Staff.caseworker,
                forCase: caseID,
                request,
                Prose([.events: "Alene hjemme"]),
                child: child,
                key: "a"
            )
            let id = sent.conversation
            try await office.settle(id)
            let normal = try await office.referral(key: "n", child: 1).id
            try await office.settle(normal)
            let queue = try await office.referrals.queue(Parties.officer)
            #expect(queue.rows.map(\.id) == [id, normal])
            #expect(queue.rows.map(\.isAcute) == [true, false])

            office.clock.move(seconds: 60)
            let ready = AcuteAnswer(
                status: .ready,
                at: office.clock.now,
                expectedAt: nil,
                place: .sample,
                plannedEnd: nil,
                accord: .inLine,
                assessment: Assessment(childHeard: true)
            )
            try await office.tell(Parties.officer, id, .acuteAnswered(ready), key: "ready")
            let opened = try await office.referrals.open(Staff.caseworker, id)
            #expect(opened.shared.acuteHours(now: office.clock.now)?.asked == now.adding(seconds: -1800))
        }
    }

    @Test func `goes the way to a foster home, and leaves no step out`() async throws {
        try await withReferrals { office in
            let id = try await office.referral().id
            try await office.settle(id)
            func step(_ stage: FosterHomeStep.Stage) -> SharedFact.Content {
                .fosterHome(
                    FosterHomeStep(stage: stage, on: office.today, isInNetwork: false, childHeard: stage == .childHeard)
                )
            }
            await #expect(throws: CommandRefusal.assistance(.stepMissing(.networkSearched))) {
                try await office.tell(Staff.caseworker, id, step(.chosen), key: "early")
            }
            for stage in [FosterHomeStep.Stage.networkSearched, .proposed, .childHeard, .chosen] {
                try await office.tell(Staff.caseworker, id, step(stage), key: "\(stage)")
            }
            #expect(try office.shared(id, Parties.intake)?.pathway(now: .latest).reached == .chosen)
        }
    }

    @Test func `is declined where the state may, and never where it is obliged`() async throws {
        try await withReferrals { office in
            let owed = try await office.referral(key: "a").id
            let optional = try await office.referral(.familyCouncil, key: "b", child: 1).id
            for id in [owed, optional] { try await office.settle(id) }
            await #expect(throws: CommandRefusal.assistance(.stateIsObliged)) {
                try await office.tell(Parties.officer, owed, .serviceDeclined, key: "x")
            }
            try await office.tell(Parties.officer, optional, .serviceDeclined, key: "y")
            #expect(try office.shared(optional, Parties.service)?.end?.kind == .declined)
            #expect(try office.shared(owed, Parties.service)?.end == nil)
        }
    }

    @Test func `is withdrawn, and takes no offer after that`() async throws {
        try await withReferrals { office in
            let id = try await office.referral().id
            try await office.settle(id)
            try await office.tell(Staff.caseworker, id, .withdrawn, key: "w")
            let offer = Offer.usable(
                from: office.today,
                kind: .fosterHome,
                answerBy: office.clock.now.adding(seconds: 86_400)
            )
            await #expect(throws: CommandRefusal.assistance(.isOver)) {
                try await office.tell(Parties.officer, id, .offered(offer), key: "o")
            }
            let queue = try await office.referrals.queue(Parties.officer)
            #expect(queue.rows.isEmpty)
            let done = try await office.referrals.queue(Parties.officer, QueueFilter(standing: .done))
            #expect(done.rows.map(\.id) == [id])
        }
    }

    @Test func `takes no answer to an offer whose time is over`() async throws {
        try await withReferrals { office in
            let id = try await office.referral(.institution).id
            try await office.settle(id)
            let answerBy = office.clock.now.adding(seconds: 3600)
            let offer = try await office.tell(
                Parties.officer,
                id,
                .offered(.usable(from: office.today, answerBy: answerBy)),
                key: "o"
            )
            office.clock.move(seconds: 7200)
            let taken = OfferAnswer(
                outcome: .taken(from: office.today),
                childHeard: true,
                answeredAt: office.clock.now
            )
            await #expect(throws: CommandRefusal.assistance(.offerHasExpired)) {
                try await office.tell(Staff.caseworker, id, .offerAnswered(taken), about: offer, key: "t")
            }
            let advice = try await office.referrals.advice(Parties.officer)
            #expect(advice.overruled == 1)
            #expect(advice.referrals == [id])
        }
    }

    @Test func `is sent once, however often the form is`() async throws {
        try await withReferrals { office in
            let (caseID, id) = try await office.referral()
            office.clock.move(seconds: 5)
            let again = try await office.ask(for: caseID, key: "r")
            #expect(again == id)
            #expect(try office.state(PretendService.nordvag.unit).referrals.count == 1)
        }
    }
}
