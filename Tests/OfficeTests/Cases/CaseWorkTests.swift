import Casework
import Foundation
import Law
import Synthetic
import TestSupport
import Testing

@testable import Journal
@testable import Office

struct `Work on cases` {
    private static let unit = Staff.caseworker.unit

    @Test func `is corrected by a later entry, live, after a restart and from a snapshot alike`() async throws {
        try await withFolder { folder in
            let clock = ManualClock(TestOffice.start)
            let store = FaultyStore(try SQLiteStore(path: folder + "/journal.sqlite") { clock.now })
            let first = try TestOffice(folder: folder, store: store, masters: .generate(), clock: clock)
            let (id, facts) = try await first.running { office in
                let id = try await office.openCase()
                let sibling = RecordID(high: 5, low: 5)
                try await office.put(.personSet(sibling, .sample("Feil Navnesen", number: nil)), into: id, key: "a")
                let entry = try #require(try office.facts(id)?.people.last?.entry)
                let right = CaseEvent.personSet(sibling, .sample("Rett Navnesen", number: .sample(3)))
                let fix = CaseEvent.corrected(entry: entry, to: .event(right, occurredOn: office.today), reason: "Feil")
                #expect(try await office.put(fix, into: id, key: "b").isDone)
                let opened = try await office.desk.open(Staff.caseworker, id)
                #expect(opened.people.map(\.person.name) == ["Rett Navnesen"])
                let corrected = try #require(opened.timeline.first { $0.recorded.sequence == entry })
                #expect(corrected.standing == right)
                #expect(corrected.correctedBy == opened.facts.version)
                #expect(try await office.desk.search(Staff.caseworker, .number(.sample(3))).hits.map(\.caseID) == [id])
                #expect(try await office.desk.search(Staff.caseworker, .name("Feil Navnesen")).hits.isEmpty)
                await (try office.rooms.units.unit(Self.unit)).keepSnapshot()
                // Corrected again behind the snapshot: struck out.
                let strike = CaseEvent.corrected(entry: entry, to: nil, reason: "Finnes ikke")
                #expect(try await office.put(strike, into: id, key: "c").isDone)
                #expect(try office.facts(id)?.people.count == 1)
                return (id, try office.facts(id))
            }
            let fromSnapshot = try first.reopened()
            #expect(try fromSnapshot.facts(id) == facts)
            let cold = try Unit(
                Self.unit,
                store: WithoutSnapshots.of(store),
                masters: first.masters,
                committer: first.rooms.committer,
                law: .national,
                post: HoldPost(composer: MessageComposer(counterparts: Counterparts([]))),
                clock: { clock.now }
            )
            #expect(cold.read { $0.storedCase(id)?.facts } == facts)
            #expect(first.findings().isEmpty)
        }
    }

    /// What somebody still has to do about a report, as its case shows it.
    private func owed(_ office: TestOffice, _ id: RecordID, _ concern: RecordID) throws -> Set<RuleID> {
        let duties = try office.state(Self.unit).storedCase(id)?.openDuties(.national, on: office.today)
        return Set((duties ?? []).filter { $0.subject == .concern(concern) }.map(\.rule))
    }

    @Test func `keeps what is owed about a report whose taking up was struck out, until it is reviewed anew`()
        async throws
    {
        try await withFolder { folder in
            let clock = ManualClock(TestOffice.start)
            let store = FaultyStore(try SQLiteStore(path: folder + "/journal.sqlite") { clock.now })
            let first = try TestOffice(folder: folder, store: store, masters: .generate(), clock: clock)
            let (id, concern, before) = try await first.running { office in
                let id = try await office.openCase()
                let reports = try await (
                    office.concerns(of: try SampleMessage(worry: "1"), id: "m1")[0],
                    office.concerns(of: try SampleMessage(worry: "2"), id: "m2")[0]
                )
                func review(_ concern: RecordID, _ outcome: ReviewCommand.Outcome, again: Bool, key: String)
                    async throws -> Bool
                {
                    let command = ReviewCommand(
                        outcome: outcome,
                        isAtOnce: false,
                        replacesEarlier: again,
                        on: office.today
                    )
                    return try await office.desk.review(Staff.caseworker, concern, command, key: key).isNew
                }
                let opened = ReviewCommand.Outcome.investigate(.openCase(id), investigation: RecordID(high: 8, low: 1))
                #expect(try await review(reports.0, opened, again: false, key: "r1"))
                #expect(try await review(reports.1, .addToRunning(id), again: false, key: "r2"))
                let before = try owed(office, id, reports.1)
                #expect(before.contains(.confirmation))
                let entry = try #require(try office.facts(id)?.version)
                let strike = CaseEvent.corrected(entry: entry, to: nil, reason: "Annet barn")
                #expect(try await office.put(strike, into: id, key: "c").isDone)
                #expect(try office.facts(id)?.concerns == [reports.0])
                #expect(try owed(office, id, reports.1) == before)
                await (try office.rooms.units.unit(Self.unit)).keepSnapshot()
                return (id, reports.1, before)
            }
            let fromSnapshot = try first.reopened()
            #expect(try owed(fromSnapshot, id, concern) == before)
            try await fromSnapshot.running { office in
                let shelved = ReviewCommand(
                    outcome: .shelve(.noReason, reason: .written("Gjelder et annet barn.")),
                    isAtOnce: false,
                    replacesEarlier: true,
                    on: office.today
                )
                #expect(try await office.desk.review(Staff.caseworker, concern, shelved, key: "r3").isNew)
                #expect(try owed(office, id, concern).isEmpty)
                // Nobody has opened it, so the leader answers its reporter.
                let rows = try await office.desk.myDay(Staff.leader, limit: 200).rows
                #expect(rows.contains { $0.caseID == nil && $0.duty.subject == .concern(concern) })
            }
        }
    }

    @Test func `sent at the same moment as a correction is decided on what the correction leaves`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            let someone = RecordID(high: 5, low: 5)
            try await office.put(.personSet(someone, .sample("En Person", number: nil)), into: id, key: "a")
            let entry = try #require(try office.facts(id)?.people.last?.entry)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    let strike = CaseEvent.corrected(entry: entry, to: nil, reason: "Feil barn")
                    try await office.put(strike, into: id, key: "strike")
                }
                for number in 0..<20 {
                    group.addTask {
                        let note = CaseEvent.noted(Note(kind: .other, text: "\(number)"))
                        try await office.put(note, into: id, key: "n\(number)")
                    }
                }
                try await group.waitForAll()
            }
            let live = try #require(try office.facts(id))
            #expect(live.people.count == 1)
            let entries = try office.events(Self.unit).filter { $0.stream == id }.compactMap(\.caseEntry)
            #expect(CaseFacts.fold(entries, of: id) == live)
            #expect(entries.count == 24)
        }
    }

    @Test func `of two people at once tells the second, and loses nothing of theirs`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            let desk = office.desk
            try await office.put(.assigned(Staff.colleague.id, .coWorker), into: id, by: Staff.leader, key: "a")
            let seen = try await desk.open(Staff.caseworker, id).facts.version
            let fields = ["text": ["Lang tekst"], "day": ["2026-02-16"]]
            try await desk.saveDraft(Staff.colleague, "plan", about: id, seen: seen, fields)
            let event = CaseEvent.personSet(RecordID(high: 5, low: 5), .sample("Far", number: nil))
            #expect(try await office.put(event, into: id, seen: seen, key: "k").isNew)
            // The first one's double click is answered as before.
            #expect(try await office.put(event, into: id, seen: seen, key: "k").isDone)
            let version = try #require(try office.facts(id)?.version)
            let second = CaseEvent.personSet(RecordID(high: 6, low: 6), .sample("Mor", number: nil))
            let outcome = try await office.put(second, into: id, by: Staff.colleague, seen: seen, key: "k2")
            #expect(outcome.refusal == .case(.changedMeanwhile(version: version)))
            #expect(try await desk.draft(Staff.colleague, "plan", about: id)?.fields == fields)
            #expect(try await office.put(second, into: id, by: Staff.colleague, seen: version, key: "k3").isNew)
            #expect(try office.facts(id)?.people.count == 3)
        }
    }

    @Test func `that is begun survives a restart, for its writer alone`() async throws {
        try await withFolder { folder in
            let clock = ManualClock(TestOffice.start)
            let store = FaultyStore(try SQLiteStore(path: folder + "/journal.sqlite") { clock.now })
            let first = try TestOffice(folder: folder, store: store, masters: .generate(), clock: clock)
            let id = try await first.running { office in
                let id = try await office.openCase()
                try await office.desk.saveDraft(Staff.caseworker, "decide", about: id, seen: 2, ["text": ["En"]])
                clock.move(seconds: 60)
                try await office.desk.saveDraft(Staff.caseworker, "decide", about: id, seen: 2, ["text": ["En", "to"]])
                return id
            }
            try await first.reopened().running { office in
                let lines = try await office.desk.myDay(Staff.caseworker).drafts
                #expect(lines.map(\.form) == ["decide"])
                #expect(lines.map(\.subject) == [id])
                #expect(lines.map(\.seen) == [2])
                let draft = try await office.desk.draft(Staff.caseworker, "decide", about: id)
                #expect(draft?.fields == ["text": ["En", "to"]])
                #expect(try await office.desk.draft(Staff.leader, "decide", about: id) == nil)
                #expect(try await office.desk.myDay(Staff.leader).drafts.isEmpty)
                // Put in another's name, it does not open.
                let row = try #require(try store.drafts(unit: Self.unit, actor: Staff.caseworker.id).first)
                let stolen = DraftRow(
                    unit: row.unit,
                    actor: Staff.leader.id,
                    key: row.key,
                    savedAt: row.savedAt,
                    keyID: row.keyID,
                    nonce: row.nonce,
                    payload: row.payload
                )
                try store.putDraft(stolen)
                #expect(try await office.desk.draft(Staff.leader, "decide", about: id) == nil)
                try office.desk.removeDraft(Staff.caseworker, "decide", about: id)
                #expect(try await office.desk.draft(Staff.caseworker, "decide", about: id) == nil)
            }
        }
    }

    @Test func `is listed on the day of whoever has to do it, soonest first and page by page`() async throws {
        try await withOffice { office in
            var ids: [RecordID] = []
            for number in 0..<5 {
                let concern = try await office.concerns(of: try SampleMessage(worry: "\(number)"), id: "m\(number)")[0]
                let child = CasePerson.sample("Barn \(number)", number: .sample(number))
                let looked = try await office.desk.search(Staff.caseworker, .number(.sample(number))).looked
                let id = try office.desk.identity(for: "r\(number)", of: Staff.caseworker)
                let opening = CaseOpening(
                    childID: RecordID(high: 9, low: UInt64(number)),
                    child: child,
                    isUnborn: false,
                    expectedOn: nil,
                    municipality: "1505"
                )
                let review = ReviewCommand(
                    outcome: .investigate(.newCase(id, opening), investigation: RecordID(high: 8, low: UInt64(number))),
                    isAtOnce: false,
                    replacesEarlier: false,
                    on: office.today
                )
                let outcome = try await office.desk.review(
                    Staff.caseworker,
                    concern,
                    review,
                    after: looked,
                    key: "r\(number)"
                )
                #expect(outcome.isNew)
                ids.append(id)
                office.clock.move(seconds: 86_400)
            }
            let all = try await office.desk.myDay(Staff.caseworker, limit: 200)
            #expect(Set(all.rows.compactMap(\.caseID)) == Set(ids))
            #expect(all.rows.allSatisfy { $0.child.name.hasPrefix("Barn") && $0.responsible == Staff.caseworker.id })
            #expect(all.rows.map(\.place) == all.rows.map(\.place).sorted())
            #expect(all.rows.contains { DutyAct($0.duty)?.command == "conclude-investigation" })
            #expect(all.counts.open == all.rows.count)
            var paged: [DutyPlace] = []
            var place: DutyPlace?
            repeat {
                let page = try await office.desk.myDay(Staff.caseworker, after: place, limit: 3)
                paged += page.rows.map(\.place)
                place = page.next.flatMap { DutyPlace($0.text) }
            } while place != nil
            #expect(paged == all.rows.map(\.place))
            #expect(try await office.desk.myDay(Staff.colleague).rows.isEmpty)

            let board = try await office.desk.board(Staff.leader)
            #expect(board.loads.map(\.person) == [Staff.caseworker.id])
            #expect(board.loads.map(\.cases) == [5])
            #expect(board.openCases == 5)
            #expect(board.unassigned.isEmpty)
            try await office.put(.relieved(Staff.caseworker.id), into: ids[0], by: Staff.leader, key: "relieve")
            #expect(try await office.desk.board(Staff.leader).unassigned.map(\.id) == [ids[0]])
            await #expect(throws: Absent()) { try await office.desk.board(Staff.caseworker) }
            office.clock.move(seconds: 120 * 86_400)
            let later = try await office.desk.board(Staff.leader)
            #expect(later.counts.overdue > 0)
            #expect(later.overdue.allSatisfy { $0.duty.state == .overdue })
            #expect(later.atRiskCount == later.atRisk.count)
            let short = try await office.desk.board(Staff.leader, duties: 2)
            #expect(short.overdue.map(\.place) == later.overdue.prefix(2).map(\.place))
            for (stretch, whole) in [(DutyStretch.overdue, later.overdue), (.atRisk, later.atRisk)] {
                var shown: [DutyPlace] = []
                var after: DutyPlace?
                repeat {
                    let page = try await office.desk.duties(Staff.leader, stretch, after: after, limit: 3)
                    shown += page.rows.map(\.place)
                    after = page.next
                } while after != nil
                #expect(shown == whole.map(\.place))
            }
            await #expect(throws: Absent()) { try await office.desk.duties(Staff.caseworker, .overdue) }
        }
    }

    @Test func `leaves nothing of a case readable in any file`() async throws {
        try await withOffice { office in
            let secret = PostalAddress(lines: ["Hemmeligveien 77"], postcode: "0000", town: "Skjulstad")
            let child = CasePerson.sample(
                "Fredrikke Prøvesen",
                phone: "99887766",
                residence: .hidden(HiddenAddress(hiding: secret))
            )
            let id = try await office.openCase(child)
            let desk = office.desk
            try await office.put(.noted(Note(kind: .other, text: "Notatet forteller om uro")), into: id, key: "n")
            try await desk.saveDraft(Staff.caseworker, "plan", about: id, seen: nil, ["text": ["Utkastet er langt"]])
            var upload = try await desk.upload(Staff.caseworker, to: id, named: "brev.txt")
            try upload.write(Array("Vedlegget med tekst\n".utf8))
            _ = try await desk.finish(
                upload,
                title: "Tittelen på brevet",
                direction: .incoming,
                on: office.today,
                key: "u"
            )
            _ = try await desk.open(Staff.colleague, id, because: (text: "Begrunnelsen for lesing", key: "e"))
            _ = try await desk.search(Staff.caseworker, .name("Fredrikke"))
            await (try office.rooms.units.unit(Self.unit)).keepSnapshot()
            let secrets = [
                "Fredrikke", "Prøvesen", "99887766", "Hemmeligveien", "Skjulstad", PersonNumber.sample(0).digits,
                "Notatet forteller", "Utkastet er", "Vedlegget med", "Tittelen på", "Begrunnelsen for",
            ]
            let search = PatternSearch(secrets.map { Array($0.utf8) })
            let names = try FileManager.default.subpathsOfDirectory(atPath: office.folder)
            var looked = 0
            for name in names {
                guard let content = FileManager.default.contents(atPath: "\(office.folder)/\(name)") else { continue }
                looked += 1
                #expect(search.found(in: content).isEmpty, "in \(name)")
            }
            #expect(looked >= 2)
            #expect(office.findings().isEmpty)
        }
    }
}

/// The same store as whoever has lost its snapshots finds it.
private enum WithoutSnapshots {
    static func of(_ store: FaultyStore) throws -> FaultyStore {
        store.set { $0.snapshots = true }
        return store
    }
}
