import Assistance
import Exchange
import Foundation
import Journal
import Law
import Office
import Synchronization
import Synthetic
import TestSupport
import Testing

/// Two stores, two processes and a folder between them: a municipality's and a region's.
struct `Referrals between two processes` {
    @Test
    func `are neither lost nor doubled when each is killed at random, and both levels agree in the end`() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try FileManager.default.createDirectory(atPath: folder.file("boxes"), withIntermediateDirectories: true)
        let municipality = try Organisation(.municipality, in: folder.path)
        let region = try Organisation(.region, in: folder.path)
        let count = Rounds.ofKilling >= 5_000 ? 1_000 : 60
        let exchange = RestlessExchange(
            root: folder.path,
            municipality: municipality,
            region: region,
            cases: try await municipality.openCases(count / RestlessExchange.perCase)
        )
        let kills = count / 10
        let (referrals, repeats) = try exchange.run(referrals: count, kills: kills)
        #expect(referrals.count == count)

        let (ours, theirs) = (try ExchangeInspection(municipality), try ExchangeInspection(region))
        for inspection in [ours, theirs] {
            #expect(inspection.findings == [])
            #expect(inspection.repeated == [])
            #expect(inspection.unanswered == [])
            #expect(inspection.items == 0)
        }
        #expect(ours.told == theirs.heard)
        #expect(theirs.told == ours.heard)
        let (ourReferrals, theirReferrals) = (ours.referrals, theirs.referrals)
        #expect(Set(ourReferrals.keys) == referrals)
        #expect(ourReferrals == theirReferrals)
        let today = municipality.rooms.environment.today
        for (id, shared) in ourReferrals {
            #expect(shared.referral != nil, "\(id)")
            let figures = shared.figures(today: today, law: .national)
            #expect(theirReferrals[id]?.figures(today: today, law: .national) == figures, "\(id)")
        }
        for room in ["inn", "avvist"] {
            for organisation in [municipality, region] {
                let left = try FileManager.default.contentsOfDirectory(
                    atPath: organisation.box(room, below: folder.path)
                )
                #expect(left == [], "\(room)")
            }
        }
        print(
            "evidence: referrals between two processes \(count), kills \(2 * kills), messages "
                + "\(ours.sent.count + theirs.sent.count), put into a box a second time \(repeats)"
        )
    }
}

/// People at work on both sides of a folder while the processes die under their hands.
struct RestlessExchange: Sendable {
    private static let workers = 16
    /// Referrals of one case: a page that writes one reads all that its case has sent.
    static let perCase = 4

    let root: String
    let municipality: Organisation
    let region: Organisation
    let cases: [RecordID]

    private struct Work {
        var next = 0
        var referrals: Set<RecordID> = []
        var repeats = 0
        var failures: [any Error] = []
        var isDone = false
    }

    /// Sends referrals and talks about each; then waits until nothing is under way, and stops both processes.
    ///
    /// - Returns: The referrals, and how many files were put into a box again.
    func run(referrals count: Int, kills: Int) throws -> (referrals: Set<RecordID>, repeats: Int) {
        let work = Mutex(Work())
        let (lives, people) = (DispatchGroup(), DispatchGroup())
        for (seed, organisation) in [municipality, region].enumerated() {
            Self.thread(lives) {
                do {
                    let share = { Double(work.withLock(\.next)) / Double(count) }
                    try organisation.live(kills: kills, seed: UInt64(seed + 1), share: share) {
                        work.withLock(\.isDone)
                    }
                } catch {
                    work.withLock { $0.failures.append(error) }
                }
            }
        }
        Self.thread(lives) {
            while !work.withLock(\.isDone) {
                do { try keepWhatPasses() } catch { work.withLock { $0.failures.append(error) } }
                usleep(5_000)
            }
        }
        for worker in 0..<Self.workers {
            Self.thread(people) {
                var generator = SplitMix64(seed: UInt64(worker + 100))
                while let number = work.withLock({ work -> Int? in
                    guard work.next < count, work.failures.isEmpty else { return nil }
                    work.next += 1
                    return work.next - 1
                }) {
                    do {
                        let id = try talk(number, worker)
                        work.withLock { _ = $0.referrals.insert(id) }
                        if try repeatSomething(using: &generator) { work.withLock { $0.repeats += 1 } }
                    } catch {
                        work.withLock { $0.failures.append(error) }
                    }
                }
            }
        }
        people.wait()
        let ids = work.withLock(\.referrals)
        let result = Result { if work.withLock(\.failures.isEmpty) { try settle(ids) } }
        work.withLock { $0.isDone = true }
        lives.wait()
        for failure in work.withLock(\.failures) { throw failure }
        try result.get()
        return work.withLock { ($0.referrals, $0.repeats) }
    }

    /// One referral: what each side tells, some of it crossing what the other tells.
    private func talk(_ number: Int, _ worker: Int) throws -> RecordID {
        let service = ExchangeClient(organisation: municipality, number: worker)
        let intake = ExchangeClient(organisation: region, number: worker)
        let today = municipality.rooms.environment.today
        let key = "r\(number)"
        let caseID = cases[number / Self.perCase]
        let id = try number % 4 == 1 ? service.askAcutely(caseID, key: key) : service.refer(caseID, key: key)
        func acknowledge() throws {
            let fields = ["message": "\(id)", "information": "Vi har sett den."]
            try intake.wait(for: id, in: id)
            try intake.tell("acknowledge", fields, in: id, key: "\(key)-seen")
        }
        switch number % 4 {
        case 0:
            try service.tell("take-back", ["message": "\(id)", "reasons": "Ikke lenger."], in: id, key: "\(key)-back")
        case 1:
            let friction: [String: any Sendable] = [
                "frictionCategory": "slowAnswer", "events": "Ventet.", "minutesLost": 30,
                "replyBy": "\(today.adding(days: 7))",
            ]
            try service.tell("note-friction", friction, in: id, key: "\(key)-ours")
            try acknowledge()
            try intake.tell("note-friction", friction, in: id, key: "\(key)-theirs")
        case 2:
            try acknowledge()
            let offer = try intake.tell("offer", Self.offer(id, today), in: id, key: "\(key)-offer")
            try service.wait(for: offer, in: id)
            let answer: [String: any Sendable] = [
                "offer": "\(offer)", "outcome": "declined", "declineReason": "notWanted", "heard": "heard",
                "childsView": "For langt fra skolen.",
            ]
            try service.tell("answer-offer", answer, in: id, key: "\(key)-answer")
        default:
            let question = ["question": "Hva bør vi gjøre?", "replyBy": "\(today.adding(days: 3))"]
            let asked = try service.tell("ask-advice", question, in: id, key: "\(key)-ask")
            let delay = ["delaySide": "child", "from": "\(today.adding(days: -2))", "reasons": "På reise."]
            try service.tell("tell-delay", delay, in: id, key: "\(key)-delay")
            try intake.wait(for: asked, in: id)
            let advice = ["questionAsked": "\(asked)", "answer": "Snakk med barnet."]
            try intake.tell("give-advice", advice, in: id, key: "\(key)-advice")
        }
        return id
    }

    private static func offer(_ request: RecordID, _ today: CalendarDay) -> [String: any Sendable] {
        [
            "message": "\(request)", "measureKind": "fosterHome", "placeID": "FH-0042", "placeName": "Fosterhjem 42",
            "ownership": "state", "placeMunicipality": "1505", "usableFrom": "\(today)", "accord": "inLine",
            "assessment": "Hjemmet ligger nær skolen.", "heard": "heard", "childsView": "Vil bo nær broren sin.",
            "answerBy": OsloTime.instant(of: today.adding(days: 3), hour: 12).formText, "level": "regional",
            "teamAdvice": "notAsked",
        ]
    }

    /// Where the wire of this test keeps what it has carried, to carry it again.
    private func kept(_ receiver: Organisation) -> String { receiver.box("", below: "\(root)/kept") }

    /// Keeps every file that lies in a box under a second name, before its reader takes it out.
    private func keepWhatPasses() throws {
        for receiver in [municipality, region] {
            let (inbox, kept) = (receiver.box("inn", below: root), kept(receiver))
            try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
            for name in (try? FileManager.default.contentsOfDirectory(atPath: inbox)) ?? [] where !name.hasPrefix(".") {
                link("\(inbox)/\(name)", "\(kept)/\(name)")
            }
        }
    }

    /// Puts a file that has been in a box into it again, as a wire may that is not sure.
    private func repeatSomething(using generator: inout SplitMix64) throws -> Bool {
        guard Int.random(in: 0..<3, using: &generator) == 0 else { return false }
        let receiver = Bool.random(using: &generator) ? municipality : region
        let kept = kept(receiver)
        guard let name = (try? FileManager.default.contentsOfDirectory(atPath: kept))?.randomElement(using: &generator)
        else { return false }
        let copy = "\(UUID().uuidString).konvolutt"
        let written = "\(receiver.box("inn", below: root))/.\(copy)"
        try FileManager.default.copyItem(atPath: "\(kept)/\(name)", toPath: written)
        guard rename(written, "\(receiver.box("inn", below: root))/\(copy)") == 0 else { return false }
        return true
    }

    /// Waits until nothing is under way, neither in an outbox nor in a box, several times in a row; then looks at each
    /// referral as both levels are shown it.
    private func settle(_ referrals: Set<RecordID>) throws {
        let organisations = [municipality, region]
        let stores = try organisations.map { organisation in
            try SQLiteStore(path: "\(organisation.folder)/store", create: false) { .earliest }
        }
        let numbers = [Organisation.service.organisationNumber, Organisation.intake.organisationNumber]
        var quiet = 0
        for _ in 0..<1_800 where quiet < 4 {
            let isQuiet = try organisations.allSatisfy { organisation in
                try FileManager.default.contentsOfDirectory(atPath: organisation.box("inn", below: root)).isEmpty
            }
            let isSent = try stores.allSatisfy { store in
                try numbers.allSatisfy { try store.waitingOutbox(to: "unit:\($0)", limit: 1).isEmpty }
            }
            quiet = isQuiet && isSent ? quiet + 1 : 0
            usleep(100_000)
        }
        guard quiet >= 4 else { throw ExchangeClient.GaveUp(what: "messages under way", lastStatus: nil) }
        for (number, id) in referrals.enumerated() {
            // From many addresses, as many people would look.
            let ours = try ExchangeClient(organisation: municipality, number: number).view(of: id)
            let theirs = try ExchangeClient(organisation: region, number: number).view(of: id)
            #expect(ours == theirs, "\(id)")
        }
    }

    private static func thread(_ group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
        group.enter()
        Thread.detachNewThread {
            defer { group.leave() }
            body()
        }
    }
}
