import Assistance
import Foundation
import Journal
import Law
import Logging
import Office
import Planning
import Synthetic
import TestSupport
import Testing

@testable import rettid

/// The past that `rettid demo --small` begins with.
struct `The past of the demo` {
    @Test
    func `holds a referral in every state, the same at both levels, in a journal without a fault`() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let clock = PretendClock()
        clock.set(PretendPast.beginning(before: systemClock()))
        let store = try SQLiteStore(path: folder.file("journal.sqlite"), clock: clock.now)
        let masters = MasterKeys.generate()
        let world = PretendWorld(seed: 2026)
        let rooms = try OfficeRooms(
            settings: try world.settings(folder: folder.path, node: "past"),
            store: store,
            masters: masters,
            environment: Environment(now: clock.now, newID: systemID),
            logger: Logger(label: "past") { _ in SwiftLogNoOpLogHandler() }
        )
        let past = PretendPast(world: world, clock: clock, cases: 40, days: 1)
        try await withThrowingTaskGroup(of: Void.self) { office in
            office.addTask { await rooms.run() }
            try await past.play(in: rooms)
            try await look(at: rooms, of: world)
            office.cancelAll()
        }
        try await lookAtHistory(of: rooms, in: folder, masters)
        try lookAtDeliveries(in: folder, masters)
        var verifier = Verifier(store: store, masters: masters)
        #expect(verifier.run().findings.map(\.description) == [])
    }

    /// What `rettid plan history` writes of the store, from a process of its own, and what a fit makes of it.
    private func lookAtHistory(of rooms: OfficeRooms, in folder: TemporaryFolder, _ masters: MasterKeys) async throws {
        let (config, keys, written) = (folder.file("region.json"), folder.file("keys"), folder.file("history.csv"))
        try masters.write(to: keys)
        let settings = Organisation.configuration(of: .region, boxes: folder.file("boxes"))
        try JSONSerialization.data(withJSONObject: settings).write(to: URL(filePath: config))
        let store = ["--store", "sqlite:" + folder.file("journal.sqlite"), "--keys", keys, "--config", config]
        let printed = try VerbOutcome(of: ["plan", "history"] + store)
        #expect(printed.status == 0 && printed.errors.isEmpty, "\(printed.errors)")
        // The configuration names one of the two regions of the pretend world.
        let region = PretendAgency.intake.region.rawValue
        let all = try await rooms.capacityRows(verb: ActorID(kind: .system, name: "test"))
        let rows = all.filter { $0.region == region }
        #expect(printed.text == History.text(of: rows))
        let history = try History(reading: Array(printed.output))
        #expect(rows.contains { $0.started != nil } && rows.contains { $0.started == nil })
        for person in rooms.people.all { #expect(!printed.text.contains(person.name)) }
        let file = try VerbOutcome(of: ["plan", "history", "-o", written] + store)
        #expect(file.status == 0 && file.output.isEmpty)
        #expect(try Data(contentsOf: URL(filePath: written)) == printed.output)
        let again = try VerbOutcome(of: ["plan", "history", "-o", written] + store)
        #expect(again.status == 2 && again.errors.contains("exists already"))
        let fit = try VerbOutcome(of: ["plan", "fit", written, "--json"])
        if rows.contains(where: { $0.ended != nil }) {
            let document = try #require(try JSONSerialization.jsonObject(with: fit.output) as? [String: Any])
            #expect(fit.status == 0 && document["rows"] as? Int == history.rows.count)
        } else {
            #expect(fit.status == 2 && fit.errors.contains("expected at least one stay that ended"))
        }
    }

    /// What `rettid export bvr` and `kostra` write of the store, from processes of their own, and what a receiver would say.
    private func lookAtDeliveries(in folder: TemporaryFolder, _ masters: MasterKeys) throws {
        let (config, keys) = (folder.file("service.json"), folder.file("delivery.keys"))
        try masters.write(to: keys)
        let settings = Organisation.configuration(of: .municipality, boxes: folder.file("boxes"))
        try JSONSerialization.data(withJSONObject: settings).write(to: URL(filePath: config))
        let source = [
            "--store", "sqlite:" + folder.file("journal.sqlite"), "--keys", keys, "--config", config, "--unit",
            Organisation.service.unit.text,
        ]
        let cases = folder.file("bvr")
        let first = try VerbOutcome(of: ["export", "bvr", "-o", cases] + source)
        #expect(first.status == 1, "reports that nobody has coded are held back: \(first.errors)")
        let names = try published(in: cases)
        #expect(names.count > 20 && names.allSatisfy { $0.hasSuffix(".xml") })
        #expect(first.errors.contains("\(names.count) delivered, 0 as they were"))
        let again = try VerbOutcome(of: ["export", "bvr", "-o", cases] + source)
        #expect(again.errors.contains("0 delivered, \(names.count) as they were"))
        #expect(try published(in: cases) == names)
        // While somebody else is at work there, nothing is staged, remembered or discarded.
        let other = open(cases + "/.staged", O_RDONLY | O_DIRECTORY)
        #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
        let barred = try VerbOutcome(of: ["export", "bvr", "-o", cases] + source)
        #expect(barred.status == 2 && barred.errors.contains("another export works in it"))
        close(other)
        let checked = try VerbOutcome(of: ["check", cases])
        #expect(checked.status == 0, "\(checked.text)")

        let year = OsloTime.day(at: systemClock()).year
        let file = folder.file("kostra.xml")
        let kostra = try VerbOutcome(of: ["export", "kostra", "--year", "\(year)", "-o", file] + source)
        #expect([0, 1].contains(kostra.status), "\(kostra.errors)")
        #expect(kostra.errors.contains(" persons, 0 left out."))
        // The same file, checked by the ordinary verb, is found to hold the same.
        let second = try VerbOutcome(of: ["check", file, "--year", "\(year)"])
        #expect(second.text == kostra.text && second.status == kostra.status)
        let refused = try VerbOutcome(of: ["export", "kostra", "--year", "\(year)", "-o", file] + source)
        #expect(refused.status == 2 && refused.errors.contains("exists already"))
        guard Xmllint.isHere, let schemas = SharedFolder.item("standards/ssb") else { return }
        let folderOfSchemas = schemas.path(percentEncoded: false)
        let paths = names.map { "\(cases)/\($0)" }
        #expect(try Xmllint.valid(paths, schema: folderOfSchemas + "/Barnevern_v4.xsd").count == paths.count)
        #expect(try Xmllint.valid([file], schema: folderOfSchemas + "/KostraBarnevern.xsd") == [file])
    }

    /// What a receiver finds in a folder of deliveries; what is staged lies in a hidden one.
    private func published(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    }

    private func look(at rooms: OfficeRooms, of world: PretendWorld) async throws {
        let now = systemClock()
        let histories = world.histories(cases: 40, endingOn: OsloTime.day(at: now))
        let referrals = world.referrals(of: histories, until: now)
        #expect(Set(referrals.map(\.scene)) == Set(ReferralScene.allCases))
        for referral in referrals {
            let caseworker = try #require(rooms.people[referral.caseworker])
            let officer = try #require(rooms.people[referral.officer])
            let id = try rooms.cases.identity(for: ReferralPlayback.key(referral, 0), of: caseworker)
            let queue = try await rooms.referrals.queue(officer, QueueFilter(standing: .all), limit: 500)
            #expect(queue.rows.contains { $0.id == id }, "\(referral.scene)")
            let theirs = try await rooms.referrals.open(officer, id)
            #expect(theirs.stands(for: referral.scene), "\(referral.number) \(referral.scene)")
            // Whoever lives in a place of today, or is to, has it booked.
            let lost = theirs.steps.map(\.kind).filter { $0 == .replacePlace || $0 == .securePlace }
            #expect(lost.isEmpty, "\(referral.number) \(referral.scene)")
            let ours = try #require(await opened(id, in: caseworker.unit, of: rooms))
            #expect(ours.shared == theirs.shared, "\(referral.scene)")
            #expect(ours.timeline == theirs.timeline, "\(referral.scene)")
        }
        let manager = try #require(rooms.people.all.first { $0.unit == PretendAgency.institution.unit })
        let board = try await rooms.places.board(manager, from: OsloTime.day(at: now), days: 28)
        let states = board.rows.flatMap(\.days)
        #expect(states.contains(.free) && states.contains(.booked) && states.contains(.held))
        #expect(states.contains(.outOfService))
        let bookings = try await rooms.places.places(manager).places.values.flatMap(\.bookings)
        // An offer taken, a stay that began late, one that is over, an acute one: each by the hold that went before.
        #expect(Set(bookings.filter { $0.hold != nil }.map(\.place.text)) == ["SKOG-1", "SKOG-2", "SKOG-3", "SKOG-6"])
    }

    /// The referral as whoever answers for the case by now sees it.
    private func opened(_ id: RecordID, in unit: UnitID, of rooms: OfficeRooms) async -> OpenedReferral? {
        for person in rooms.people.all where person.unit == unit {
            if let opened = try? await rooms.referrals.open(person, id) { return opened }
        }
        return nil
    }
}

extension OpenedReferral {
    /// Whether it is what a scene is there to show.
    fileprivate func stands(for scene: ReferralScene) -> Bool {
        let phase = shared.phase(today: today)
        let offer = shared.offers.last?.state(now: now)
        return switch scene {
        case .justSent: phase == .open && facts.handler == nil && !shared.isSeen
        case .seen: phase == .open && facts.handler != nil && shared.isSeen && figures.daysPastWanted == 0
        case .pastWanted: figures.daysPastWanted == 12 && figures.breaches.map(\.standing) == [.proposed]
        case .offered: offer == .open && holds.count == 1
        case .offerDeclined: offer == .declined && phase == .open
        case .offerTaken: offer == .taken && shared.stays.isEmpty
        case .fosterSteps: shared.pathway(now: now).reached == .childHeard
        case .stayRunning: phase == .placed && figures.daysPastWanted == 0
        case .stayLate: phase == .placed && figures.daysPastWanted == 12 && figures.confirmedBreaches.count == 1
        case .stayEnded: phase == .stayEnded
        case .withdrawn: phase == .withdrawn
        case .serviceDeclined: phase == .declined
        case .acuteOpen: shared.acuteAnswers.map(\.value.status) == [.seen]
        case .acuteArrived: shared.acuteAnswers.last?.value.status == .arrived && phase == .placed
        case .breachConfirmed: figures.confirmedBreaches.count == 1 && tasks.contains { $0.done == nil }
        case .breachContested: figures.breaches.contains { $0.standing == .contested }
        case .tribunalDelay: figures.apart[.tribunal]?.count == 12 && figures.daysPastWanted == 8
        case .privateSolution: shared.privateSolutions.count == 1
        case .adviceLate: steps.contains { $0.kind == .giveAdvice && $0.owner == .municipality }
        case .friction: steps.contains { $0.kind == .answerFriction && $0.owner == .state }
        case .healthAssessment: shared.referral?.kind == .healthAssessment
        case .older: figures.confirmedBreaches.count == 1 && [.placed, .stayEnded].contains(phase)
        }
    }
}
