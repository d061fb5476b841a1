import Casework
import Exchange
import Foundation
import Law
import Synchronization
import TestSupport
import Testing

@testable import Office

/// What a test's exports have written, by name.
final class Written: DeliverySink {
    private struct Files {
        var staged: [String: [UInt8]] = [:]
        var published: [(name: String, bytes: [UInt8])] = []
    }

    private let files = Mutex(Files())

    func stage(_ name: String, _ bytes: [UInt8]) { files.withLock { $0.staged[name] = bytes } }

    func staged() -> [String] { files.withLock { $0.staged.keys.sorted() } }

    func publish(_ name: String) {
        files.withLock { files in
            guard let bytes = files.staged.removeValue(forKey: name) else { return }
            files.published.append((name, bytes))
        }
    }

    func discard(_ name: String) { _ = files.withLock { $0.staged.removeValue(forKey: name) } }

    var names: [String] { files.withLock { $0.published.map(\.name) } }

    /// The documents as a receiver reads them, in the order in which they were published.
    var deliveries: [RegisterDelivery] { bytes.compactMap { checked($0).delivery } }

    /// What a receiver who has them all finds wrong between them.
    var chainEntries: [DeliveryEntry] {
        RegisterChains.entries(bytes.compactMap { checked($0).link }).flatMap(\.self)
    }

    private var bytes: [[UInt8]] { files.withLock { $0.published.map(\.bytes) } }
}

/// A place for deliveries that fails at one of its steps.
struct FailingSink: DeliverySink {
    struct Stopped: Error {}
    enum Step { case afterStaging, publishing }

    let written: Written
    let step: Step

    func stage(_ name: String, _ bytes: [UInt8]) throws {
        written.stage(name, bytes)
        if step == .afterStaging { throw Stopped() }
    }

    func staged() -> [String] { written.staged() }
    func publish(_ name: String) throws { throw Stopped() }
    func discard(_ name: String) { written.discard(name) }
}

private func checked(_ bytes: [UInt8]) -> RegisterCheck.Outcome {
    var check = RegisterCheck()
    do throws(XmlError) {
        var stream = try XmlStream(vocabulary: RegisterCheck.vocabulary)
        var events = XmlEvents()
        try stream.read(bytes[...], isLast: true, into: &events)
        check.take(events)
    } catch { check.fail(error) }
    return check.finish(file: "delivery.xml")
}

extension TestOffice {
    @discardableResult
    func export(_ written: Written, in unit: UnitID = Staff.leader.unit) async throws -> RegisterExport {
        try await rooms.deliveries.deliverToRegister(
            verb: actor("system:export"),
            unit,
            to: written
        )
    }
}

struct `A delivery to the register` {
    private static let decision = Decision(
        id: RecordID(high: 4, low: 1),
        kind: .helpMeasure,
        maker: .service,
        summary: "Råd",
        parts: Dictionary(uniqueKeysWithValues: Decision.Part.allCases.map { ($0, "Tekst") }),
        participation: .acute,
        consents: [Consent(giver: .parents, isWritten: true, givenOn: TestOffice.startDay)],
        reference: nil
    )

    private static func measure(_ number: UInt64, _ category: String = "4.6") -> CaseEvent {
        .measureStarted(
            MeasureStart(
                id: RecordID(high: 5, low: number),
                decision: decision.id,
                category: category,
                text: "Støtte",
                placement: nil
            )
        )
    }

    /// A case with a decision and a measure.
    @discardableResult
    private static func helped(in office: TestOffice) async throws -> RecordID {
        let id = try await office.openCase()
        var decision = decision
        decision.participation = .overridden(reason: "Bortreist")
        for (number, event) in [CaseEvent.decided(decision), measure(1)].enumerated() {
            let outcome = try await office.put(event, into: id, key: "e\(number)")
            #expect(outcome.isNew, "\(String(describing: outcome.refusal)) at \(number)")
        }
        return id
    }

    @Test func `is made of each case once, and again when something has happened to it`() async throws {
        try await withOffice { office in
            let id = try await Self.helped(in: office)
            let written = Written()
            #expect(try await office.export(written).delivered == 1)
            let again = try await office.export(written)
            #expect(again.delivered == 0 && again.unchanged == 1 && again.held.isEmpty)
            try await office.put(Self.measure(2, "4.3"), into: id, key: "m2")
            #expect(try await office.export(written).delivered == 1)
            let deliveries = written.deliveries
            #expect(deliveries.map(\.previousID) == [nil, deliveries[0].id])
            #expect(Set(deliveries.map(\.registerCase.id)).count == 1)
            #expect(deliveries.map(\.registerCase.measures.count) == [1, 2])
            #expect(deliveries[1].registerCase.measures[0] == deliveries[0].registerCase.measures[0])
            #expect(deliveries.map(\.registerCase.deletions.count) == [0, 0])
            #expect(written.chainEntries.isEmpty)
        }
    }

    @Test func `calls gone what was struck out, and goes on saying so`() async throws {
        try await withOffice { office in
            let id = try await Self.helped(in: office)
            try await office.put(Self.measure(2, "4.3"), into: id, key: "m2")
            let written = Written()
            try await office.export(written)
            let entry = try #require(try office.facts(id)?.measures.last?.started.entry)
            let struck = CaseEvent.corrected(entry: entry, to: nil, reason: "Feil barn")
            #expect(try await office.put(struck, into: id, key: "c").isNew)
            try await office.export(written)
            try await office.put(Self.measure(3, "4.5"), into: id, key: "m3")
            try await office.export(written)
            let cases = written.deliveries.map(\.registerCase)
            let gone = cases[0].measures[1].id
            #expect(cases.map { $0.measures.contains { $0.id == gone } } == [true, false, false])
            #expect(cases[1].deletions.contains { $0.id == gone && $0.type == .measure && $0.end == office.today })
            #expect(cases[2].deletions.contains { $0.id == gone && $0.end == office.today })
            #expect(written.chainEntries.isEmpty)
        }
    }

    @Test(arguments: [FailingSink.Step.afterStaging, .publishing])
    func `is published once, wherever a run has ended before`(_ step: FailingSink.Step) async throws {
        try await withOffice { office in
            let id = try await Self.helped(in: office)
            let written = Written()
            await #expect(throws: FailingSink.Stopped.self) {
                try await office.rooms.deliveries.deliverToRegister(
                    verb: actor("system:export"),
                    Staff.leader.unit,
                    to: FailingSink(written: written, step: step)
                )
            }
            #expect(written.names.isEmpty && written.staged().count == 1)
            // Another day, and something has happened to the case.
            office.clock.move(seconds: 30 * 3600)
            try await office.put(Self.measure(2, "4.3"), into: id, key: "m2")
            try await office.export(written)
            #expect(written.names.count == (step == .publishing ? 2 : 1))
            #expect(written.staged().isEmpty)
            #expect(written.chainEntries.isEmpty)
        }
    }

    @Test func `is remembered by one of two who make it at the same time`() async throws {
        try await withOffice { office in
            try await Self.helped(in: office)
            let (one, other) = (Written(), Written())
            let second = try office.secondNode()
            try await second.running { second in
                async let first = office.export(one)
                async let next = second.export(other)
                _ = try? await first
                _ = try? await next
            }
            // Both may publish it, since it is the same delivery.
            #expect(Set(one.names + other.names).count == 1)
            let state = try office.reopened().state(Staff.leader.unit)
            #expect(Set(state.deliveries.map(\.id.text)) == Set(one.names + other.names))
        }
    }

    @Test func `of a child's report alone is taken back when the child gets a case`() async throws {
        try await withOffice { office in
            let report = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            let found = ConcernCommand.match(.sample(0))
            _ = try await office.rooms.concerns.perform(Staff.caseworker, found, on: report, key: "f")
            let written = Written()
            let first = try await office.export(written)
            #expect(first.delivered + first.held.count == 1)
            try #require(first.held.isEmpty, "\(first.held)")
            let id = try await office.openCase()
            try await office.put(.concernAdded(report), into: id, key: "a")
            try await office.export(written)
            let deliveries = written.deliveries
            #expect(deliveries.map(\.registerCase.isDeleted).sorted { !$0 && $1 } == [false, false, true])
            #expect(deliveries.last { $0.registerCase.isDeleted }?.previousID == deliveries[0].id)
            #expect(try await office.export(written).delivered == 0)
            #expect(written.chainEntries.isEmpty)
        }
    }

    @Test func `of a report is taken back when it turns out plainly groundless`() async throws {
        try await withOffice { office in
            let report = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            let found = ConcernCommand.match(.sample(0))
            _ = try await office.rooms.concerns.perform(Staff.caseworker, found, on: report, key: "f")
            let written = Written()
            #expect(try await office.export(written).delivered == 1)
            let review = ReviewCommand(
                outcome: .shelve(.noReason, reason: .plainlyGroundless),
                isAtOnce: false,
                replacesEarlier: false,
                on: office.today
            )
            #expect(try await office.desk.review(Staff.caseworker, report, review, key: "r").isNew)
            #expect(try await office.export(written).delivered == 1)
            let deliveries = written.deliveries
            #expect(deliveries.map(\.registerCase.isDeleted) == [false, true])
            #expect(deliveries[1].registerCase.id == deliveries[0].registerCase.id)
            #expect(try await office.export(written).delivered == 0)
            #expect(written.chainEntries.isEmpty)
        }
    }

    @Test func `of a child's reports stays while the case that takes them up is held back`() async throws {
        try await withOffice { office in
            let report = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            let found = ConcernCommand.match(.sample(0))
            _ = try await office.rooms.concerns.perform(Staff.caseworker, found, on: report, key: "f")
            let written = Written()
            #expect(try await office.export(written).delivered == 1)
            // Reviewed without codes: the register would refuse the case.
            let id = try await office.openCase()
            let review = ReviewCommand(
                outcome: .investigate(.openCase(id), investigation: RecordID(high: 6, low: 1)),
                isAtOnce: false,
                replacesEarlier: false,
                on: office.today
            )
            #expect(try await office.desk.review(Staff.caseworker, report, review, key: "r").isNew)
            let held = try await office.export(written)
            #expect(held.delivered == 0 && held.held.map(\.subject) == [id])
            let codes = ConcernCodes(reporters: [StatedCode("10")], contents: [StatedCode("2.4.05")])
            let coding = CodingCommand(codes: codes, on: office.today)
            #expect(try await office.desk.code(Staff.caseworker, report, coding, key: "c").isNew)
            #expect(try await office.export(written).delivered == 2)
            #expect(written.deliveries.count { $0.registerCase.isDeleted } == 1)
            #expect(written.chainEntries.isEmpty)
        }
    }

    @Test func `is held back where the register would refuse it, and goes out when it is mended`() async throws {
        try await withOffice { office in
            let id = try await office.openCase(.sample(number: nil))
            let written = Written()
            let held = try await office.export(written)
            #expect(held.delivered == 0)
            #expect(held.held.map(\.subject) == [id])
            #expect(held.held[0].entries.map(\.rule).contains("PERSONALIA_11"))
            #expect(try await office.put(.numberFound(.sample(3)), into: id, key: "n").isNew)
            var decision = Self.decision
            decision.participation = .overridden(reason: "Bortreist")
            #expect(try await office.put(.decided(decision), into: id, key: "d").isNew)
            let mended = try await office.export(written)
            #expect(mended.delivered == 1 && mended.held.isEmpty, "\(mended.held)")
        }
    }

    @Test func `leaves a line that names what was opened, and is for the command line alone`() async throws {
        try await withOffice { office in
            let id = try await Self.helped(in: office)
            try await office.export(Written())
            let lines = try office.accessLines(Staff.leader.unit).filter { $0.action == .exportDeliveries }
            #expect(lines.contains { $0.objects.contains(id) })
            await #expect(throws: Absent()) {
                try await office.rooms.deliveries.deliverToRegister(
                    verb: Staff.leader.id,
                    Staff.leader.unit,
                    to: Written()
                )
            }
        }
    }

    @Test func `is remembered by another process and by a snapshot`() async throws {
        try await withOffice { office in
            try await Self.helped(in: office)
            let written = Written()
            try await office.export(written)
            let other = try office.secondNode()
            let state = try other.state(Staff.leader.unit)
            #expect(state.deliveries.count == 1)
            let kept = UnitSnapshot(state: state, versions: [:])
            let read = try UnitSnapshot(bytes: kept.bytes, upTo: 99)
            #expect(read.state.deliveries == state.deliveries)
        }
    }
}

extension TestOffice {
    static var startDay: CalendarDay { OsloTime.day(at: start) }
}
