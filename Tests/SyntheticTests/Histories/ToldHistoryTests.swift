import Casework
import Exchange
import Foundation
import Law
import Synthetic
import TestSupport
import Testing

/// The pretend past as others are told of it.
struct `A case of the pretend past` {
    static let ends = [(2026, "2026-11-22"), (1, "2026-01-01"), (99, "2024-02-29")] as [(UInt64, String)]

    /// What a rule may find wrong though the journal is right: nobody has coded the report, or the child has no number.
    private static let left = ["MELDING_4", "MELDING_5", "PERSONALIA_11"]

    @Test(arguments: ends)
    func `is a valid delivery to the register, and wrong only in what nobody has written down`(
        seed: UInt64,
        end: String
    ) throws {
        let today = try CalendarDay(parsing: end)
        var player = HistoryPlayer()
        for history in PretendWorld(seed: seed).histories(cases: 200, endingOn: today) { try player.play(history) }
        let folder = try TemporaryFolder()
        var paths: [String] = []
        var clean = 0
        for told in player.toldCases(on: today) {
            let delivery = try delivery(of: told, on: today)
            let path = folder.file("\(paths.count).xml")
            try Data(try RegisterWriter.bytes(of: delivery)).write(to: URL(filePath: path))
            paths.append(path)
            let wrong = RegisterCheck.entries(delivery).filter { $0.severity >= .error }
            if wrong.isEmpty { clean += 1 }
            for entry in wrong {
                #expect(Self.left.contains(entry.rule), "\(entry.rule) \(entry.contextID)")
                let report = told.concerns.first { $0.id.text == entry.contextID }
                switch entry.rule {
                case "MELDING_4": #expect(report?.reporters.isEmpty ?? false)
                case "MELDING_5": #expect(report?.contents.isEmpty ?? false)
                default: #expect(told.people.isEmpty)
                }
            }
        }
        #expect(paths.count > 200)
        #expect(clean > 120, "\(clean) of \(paths.count)")
        guard Xmllint.isHere, let schema = SharedFolder.item("standards/ssb/Barnevern_v4.xsd") else { return }
        #expect(try Xmllint.valid(paths, schema: schema.path(percentEncoded: false)).count == paths.count)
    }

    private func delivery(of told: Case, on day: CalendarDay) throws -> RegisterDelivery {
        RegisterDelivery(
            id: told.id,
            extracted: RegisterMoment(OsloTime.instant(of: day, hour: 12)),
            system: RegisterDelivery.System(vendor: "Rettid", name: "Rettid", version: "1"),
            sender: RegisterDelivery.Sender(
                organisation: "974760673",
                municipality: "1103",
                municipalityName: "Stavanger"
            ),
            registerCase: told
        )
    }
}

extension HistoryPlayer {
    /// Every case, and every child that was only reported, as others are told of it on a day.
    func toldCases(on today: CalendarDay) -> [Case] {
        let telling = CaseTelling(law: .national, today: today) { name in
            // Told apart well enough for a test: two hashes of the name.
            var first = Hasher()
            var second = Hasher()
            first.combine(name)
            second.combine("\(name)|")
            let high = UInt64(bitPattern: Int64(first.finalize())) & ~0xF000 | 0x4000
            let low = UInt64(bitPattern: Int64(second.finalize())) & ~(0xC << 60) | (0x8 << 60)
            return ThingID("\(RecordID(high: high, low: low))")
        }
        let reports = Dictionary(uniqueKeysWithValues: concerns.values.map { ($0.id, report($0)) })
        let cases = cases.values.sorted { $0.sequence < $1.sequence }.map { facts in
            telling.tell(
                JournaledCase(
                    facts: facts,
                    entries: CaseEntry.standing(entries[facts.id] ?? []),
                    reports: facts.concerns.compactMap { reports[$0] }
                )
            )
        }
        let taken = Set(self.cases.values.flatMap(\.concerns))
        let loose = reports.values.filter { !taken.contains($0.facts.id) }
            .sorted { $0.facts.sequence < $1.facts.sequence }
        return cases + loose.compactMap { telling.tell(reports: [$0], number: nil) }
    }

    private func report(_ facts: ConcernFacts) -> JournaledCase.Report {
        var report = JournaledCase.Report(facts: facts, review: nil, codes: nil)
        for event in told[facts.id] ?? [] {
            switch event {
            case .reviewed(let review): report.review = review
            case .coded(let codes): report.codes = codes
            default: break
            }
        }
        return report
    }
}
