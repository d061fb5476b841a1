import Casework
import Foundation
import Journal
import Law
import Synthetic
import Testing

@testable import Office

struct `Reading a case` {
    private static let unit = Staff.caseworker.unit

    @Test func `takes an assignment, or a reason that the leader sees and that lasts a day`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            let desk = office.desk
            #expect(try await desk.open(Staff.caseworker, id).tie == .assigned)
            await #expect(throws: Absent()) { try await desk.open(Staff.colleague, id) }
            await #expect(throws: Absent()) {
                try await office.put(.noted(Note(kind: .other, text: "x")), into: id, by: Staff.colleague, key: "n")
            }
            await #expect(throws: ReasonRefused()) {
                try await desk.open(Staff.colleague, id, because: (text: " ", key: "e"))
            }

            let opened = try await desk.open(Staff.colleague, id, because: (text: "Vakt i helgen", key: "f"))
            #expect(opened.tie == .explained)
            #expect(opened.readings.isEmpty, "the leader alone sees them")
            // The same form sent again writes nothing anew.
            _ = try await desk.open(Staff.colleague, id, because: (text: "Vakt i helgen", key: "f"))
            let board = try await desk.board(Staff.leader)
            #expect(board.readings.map(\.reason) == ["Vakt i helgen"])
            #expect(board.readings.map(\.facts.reader) == [Staff.colleague.id])
            #expect(board.readings.map(\.child.name) == ["Prøve Barnesen"])

            office.clock.move(seconds: ReadingFacts.lifetime)
            await #expect(throws: Absent()) { try await desk.open(Staff.colleague, id) }
            let reading = try #require(board.readings.first).facts.id
            #expect(try await desk.reviewReading(Staff.leader, reading, key: "r").isDone)
            #expect(try await desk.reviewReading(Staff.leader, reading, key: "s").refusal == .alreadyReviewed)
            #expect(try await desk.board(Staff.leader).readings.isEmpty)
            await #expect(throws: Absent()) { try await desk.reviewReading(Staff.caseworker, reading, key: "t") }
        }
    }

    @Test func `takes its child's name from the journal once, and anew when the case has changed`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            let desk = office.desk
            func list() async throws -> (names: [String], read: Int) {
                let before = office.store.entries
                let names = try await desk.myDay(Staff.caseworker).cases.map(\.child.name)
                return (names, office.store.entries - before)
            }
            #expect(try await list() == (["Prøve Barnesen"], 1))
            #expect(try await list() == (["Prøve Barnesen"], 0), "nothing is read again")
            let child = try await desk.open(Staff.caseworker, id).child
            var person = child.person
            person.name = "Prøve Nynavn"
            #expect(try await office.put(.personSet(child.facts.id, person), into: id, key: "renamed").isDone)
            #expect(try await list() == (["Prøve Nynavn"], 1))
        }
    }

    @Test func `is barred by a conflict of interest, whatever else somebody is`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            let desk = office.desk
            try await office.put(.assigned(Staff.colleague.id, .coWorker), into: id, by: Staff.leader, key: "a")
            #expect(try await desk.open(Staff.colleague, id).tie == .assigned)
            for (person, key) in [(Staff.colleague, "c"), (Staff.leader, "d")] {
                let event = CaseEvent.conflictDeclared(person.id, reason: "Slektning")
                #expect(try await office.put(event, into: id, key: key).isDone)
                await #expect(throws: Absent()) { try await desk.open(person, id) }
                await #expect(throws: Absent()) { try await desk.explain(person, id, because: "Må", key: "x\(key)") }
                await #expect(throws: Absent()) { try await desk.readers(person, of: id) }
                await #expect(throws: Absent()) {
                    try await office.put(.noted(Note(kind: .other, text: "x")), into: id, by: person, key: "y\(key)")
                }
                #expect(try await desk.search(person, .number(.sample(0))).hits.isEmpty)
            }
            #expect(try await desk.board(Staff.leader).overdue.isEmpty)
            #expect(try await desk.open(Staff.caseworker, id).facts.conflicts.count == 2)
        }
    }

    @Test func `is barred for its reports too, and whoever reviews reports need not be assigned`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            let concern = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            let review = ReviewCommand(
                outcome: .investigate(.openCase(id), investigation: RecordID(high: 8, low: 1)),
                isAtOnce: false,
                replacesEarlier: false,
                on: office.today
            )
            let reviewed = try await office.desk.review(Staff.colleague, concern, review, key: "r")
            #expect(reviewed.isNew)
            #expect(try office.facts(id)?.concerns == [concern])
            _ = try await office.rooms.concerns.open(Staff.colleague, concern)
            let answer = AnswerCommand(act: .tell([.confirmation]), on: office.today)
            #expect(try await office.desk.answer(Staff.colleague, concern, answer, key: "a").isNew)

            let codes = ConcernCodes(reporters: [StatedCode("11")], contents: [])
            let coding = CodingCommand(codes: codes, on: office.today)
            #expect(try await office.desk.code(Staff.colleague, concern, coding, key: "k").isNew)
            // Sent again it is the same; another wish under the same key is refused.
            #expect(try await !office.desk.code(Staff.colleague, concern, coding, key: "k").isNew)
            #expect(try await office.rooms.concerns.open(Staff.colleague, concern).facts.codedAt?.on == office.today)

            try await office.put(.conflictDeclared(Staff.colleague.id, reason: "Nabo"), into: id, key: "c")
            let inbox = office.rooms.concerns
            await #expect(throws: Absent()) { try await inbox.open(Staff.colleague, concern) }
            await #expect(throws: Absent()) {
                try await inbox.original(Staff.colleague, concern, from: office.rooms.reception)
            }
            await #expect(throws: Absent()) {
                try await inbox.perform(Staff.colleague, .setUrgency(true), on: concern, key: "u")
            }
            await #expect(throws: Absent()) { try await office.desk.review(Staff.colleague, concern, review, key: "s") }
            await #expect(throws: Absent()) { try await office.desk.answer(Staff.colleague, concern, answer, key: "b") }
            await #expect(throws: Absent()) { try await office.desk.code(Staff.colleague, concern, coding, key: "l") }
            #expect(try await inbox.list(Staff.colleague, .all).rows.isEmpty)
            #expect(try await inbox.list(Staff.caseworker, .all).rows.count == 1)
        }
    }

    @Test func `is open to the county governor one named case at a time, with a reason that the leader sees`()
        async throws
    {
        try await withOffice { office in
            let id = try await office.openCase()
            let desk = office.desk
            let governor = Staff.governor
            await #expect(throws: Absent()) { try await desk.open(governor, id, in: Self.unit) }
            await #expect(throws: Absent()) { try await desk.myDay(governor) }
            await #expect(throws: Absent()) { try await desk.board(governor) }
            await #expect(throws: Absent()) { try await desk.search(governor, .name("Prøve")) }
            await #expect(throws: Absent()) { try await desk.visits(governor, year: 2026) }
            let wrong: [(UnitID, SupervisedCase)] = [
                (Self.unit, .number(.sample(1))), (Self.unit, .reference(RecordID(high: 1, low: 1))),
                (Staff.neighbour.unit, .number(.sample(0))), (Staff.neighbour.unit, .reference(id)),
                (PretendWorld.reception, .reference(id)),
            ]
            for (number, (unit, subject)) in wrong.enumerated() {
                await #expect(throws: Absent()) {
                    try await desk.supervise(governor, unit, subject, because: "Klage", key: "w\(number)")
                }
            }
            let (unreasoned, outcome) = try await desk.supervise(
                governor,
                Self.unit,
                .number(.sample(0)),
                because: "",
                key: "u"
            )
            #expect(unreasoned == id)
            #expect(outcome.refusal == .case(.reasonMissing))
            await #expect(throws: Absent()) { try await desk.open(governor, id, in: Self.unit) }

            let (asked, done) = try await desk.supervise(
                governor,
                Self.unit,
                .number(.sample(0)),
                because: "Klage 26/12",
                key: "g"
            )
            #expect(asked == id)
            #expect(done.isDone)
            let opened = try await desk.open(governor, id, in: Self.unit)
            #expect(opened.tie == .supervising)
            #expect(!opened.mayChange)
            #expect(!opened.maySeeHiddenAddresses)
            await #expect(throws: Absent()) {
                try await office.put(.noted(Note(kind: .other, text: "x")), into: id, by: governor, key: "n")
            }
            #expect(try await desk.board(Staff.leader).readings.map(\.reason) == ["Klage 26/12"])
            let readers = try await desk.readers(Staff.leader, of: id)
            #expect(readers.contains { $0.actor == governor.id && $0.line.action == .readCase })
            office.clock.move(seconds: ReadingFacts.lifetime)
            await #expect(throws: Absent()) { try await desk.open(governor, id, in: Self.unit) }
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `answers for what is forbidden exactly as for what is not there`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            let desk = office.desk
            let outsiders = [Staff.neighbour, Staff.neighbourLeader, Staff.officer, Staff.colleague]
            for target in [id, RecordID(high: 1, low: 1)] {
                for (number, person) in outsiders.enumerated() {
                    let note = CaseCommand(
                        event: .noted(Note(kind: .other, text: "x")),
                        on: office.today,
                        capacity: .leader,
                        seen: nil
                    )
                    let paths: [@Sendable () async throws -> Void] = [
                        { _ = try await desk.open(person, target) },
                        { _ = try await desk.open(person, target, in: Self.unit) },
                        { _ = try await desk.chronology(person, target) },
                        { _ = try await desk.readers(person, of: target) },
                        { _ = try await desk.perform(person, target, note, key: "n\(number)") },
                        { _ = try await desk.hiddenAddress(person, of: target, inCase: target) },
                        { _ = try await desk.upload(person, to: target, named: "brev.pdf") },
                        { _ = try await desk.document(person, target, inCase: target) },
                        { _ = try await desk.saveDraft(person, "decide", about: target, seen: nil, [:]) },
                        { _ = try await desk.draft(person, "decide", about: target) },
                    ]
                    for (path, body) in paths.enumerated() {
                        await #expect(throws: Absent(), "path \(path) of \(person.id)") { try await body() }
                    }
                }
            }
            #expect(try office.facts(id)?.entries.count == 2)
        }
    }

    @Test func `shows nothing when the line cannot be written`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            let desk = office.desk
            office.store.set { $0.access = true }
            let paths: [@Sendable () async throws -> Void] = [
                { _ = try await desk.open(Staff.caseworker, id) },
                { _ = try await desk.open(Staff.colleague, id) },
                { _ = try await desk.myDay(Staff.caseworker) },
                { _ = try await desk.board(Staff.leader) },
                { _ = try await desk.search(Staff.caseworker, .number(.sample(0))) },
                { _ = try await desk.visits(Staff.caseworker, year: 2026) },
                { _ = try await desk.readers(Staff.leader, of: id) },
                { _ = try await office.put(.overrideSeen, into: id, key: "x") },
            ]
            for (number, path) in paths.enumerated() {
                await #expect(throws: StoreFailure.self, "path \(number)") { try await path() }
            }
        }
    }

    @Test func `shows a hidden address to the assigned and the leader alone, each time with a line`() async throws {
        try await withOffice { office in
            let address = PostalAddress(lines: ["Hemmelig vei 7"], postcode: "0000", town: "Skjult")
            let child = CasePerson.sample(residence: .hidden(HiddenAddress(hiding: address)))
            let id = try await office.openCase(child)
            let desk = office.desk
            let opened = try await desk.open(Staff.caseworker, id)
            #expect(opened.child.facts.hasHiddenAddress)
            #expect("\(opened)".contains("Hemmelig") == false)
            let subject = opened.child.facts.id
            for person in [Staff.caseworker, Staff.leader] {
                #expect(try await desk.hiddenAddress(person, of: subject, inCase: id) == address)
                #expect(
                    try office.accessLines(Self.unit).last
                        == AccessLine(action: .readHiddenAddress, outcome: .granted, objects: [id, subject])
                )
            }
            let explained = try await desk.open(Staff.colleague, id, because: (text: "Vakt", key: "e"))
            #expect(!explained.maySeeHiddenAddresses)
            await #expect(throws: Absent()) {
                try await desk.hiddenAddress(Staff.colleague, of: subject, inCase: id)
            }
        }
    }

    /// A hidden address is read in clear by the codec that seals it, and by nothing else.
    @Test func `leaves no other way to a hidden address`() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
        #expect(files.count > 100)
        let users = try files.filter { name in
            try String(contentsOf: sources.appending(path: name), encoding: .utf8).contains("forSealing")
        }
        #expect(Set(users) == ["Casework/People/HiddenAddress.swift", "Office/Codec/CasePeople+Codec.swift"])
    }
}
