import Casework
import Exchange
import Foundation
import Law
import TestSupport
import Testing

/// Cases that were delivered to the register, reported to KOSTRA.
@Suite(.enabled(if: MadeDeliveries.isAtHand, "There is no ../shared/tools, or python3 is not installed."))
struct `A case of the register in a KOSTRA delivery` {
    /// What a mistake in a case of the register becomes in KOSTRA.
    private static let mistakes: [String: Set<String>] = [
        // A case that ended before it began, and all that was in it.
        "SAK_2A": [
            "INDIVID_02A", "MELDING_02C", "PLAN_02C", "TILTAK_02C", "UNDERSOKELSE_02C", "FLYTTING_02C", "MELDING_02D",
            "PLAN_02D", "TILTAK_02D", "UNDERSOKELSE_02D",
        ],
        "PERSONALIA_11": ["INDIVID_03"],
        "PERSONALIA_12": ["INDIVID_03"],
        "MELDING_2A": ["MELDING_02A"],
        "MELDING_2E": ["MELDING_02E"],
        "MELDING_4": ["MELDING_04"],
        "MELDING_5": ["MELDING_05"],
        "MELDER_2": ["MELDER_02"],
        // An investigation without a concern gets one, with nothing made up.
        "UNDERSOKELSE_20": ["MELDING_04", "MELDING_05"],
    ]

    @Test(arguments: [2024, 2026], ["0.0", "1.0"])
    func `has no mistake that the case does not have`(_ year: Int, _ violations: String) throws {
        let folder = try TemporaryFolder()
        var paths: [String] = []
        var told = 0
        for made in try MadeDeliveries.make(
            folder,
            "-n",
            "120",
            "--seed",
            "5",
            "--year",
            "\(year)",
            "--violations",
            violations
        ) {
            let delivery = try #require(checkRegister(made.bytes).delivery)
            // Its own year, the year before in which less was known, and the year after.
            for reported in (year - 1)...(year + 1) {
                guard let person = KostraIndividual(delivery.registerCase, year: reported) else { continue }
                told += 1
                let sender = KostraDelivery.Sender(
                    organisation: delivery.sender.organisation,
                    year: reported,
                    municipality: delivery.sender.municipality,
                    municipalityName: delivery.sender.municipalityName
                )
                let bytes = try KostraWriter.bytes(of: KostraDelivery(sender: sender, people: [person]))
                let region = delivery.sender.municipality + (delivery.sender.districtNumber ?? "00")
                let errors = checkKostra(bytes, year: reported, region: region).entries.filter { $0.severity >= .error }
                let allowed = made.injected.flatMap { Self.mistakes[$0] } ?? []
                #expect(
                    Set(errors.map(\.rule)).isSubset(of: allowed),
                    "\(reported): \(made.injected ?? ""): \(errors.map(\.rule))"
                )
                // The official program reads it too, and what is told is told again of the case that is made of it.
                let official = checkKostra(bytes, .reference, year: reported, region: region).entries
                #expect(!official.contains { ["INDIVID_01", "AVGIVER_01", "XML_FILE"].contains($0.rule) })
                #expect(KostraIndividual(Case(person), year: reported) == person)
                paths.append(folder.file("\(paths.count).xml"))
                try Data(bytes).write(to: URL(filePath: paths[paths.count - 1]))
            }
        }
        #expect(told > 100)
        guard KostraOracle.isAtHand else { return }
        #expect(try KostraOracle.valid(paths, "KostraBarnevern.xsd").count == paths.count)
    }
}
