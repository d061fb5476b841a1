import Testing

@testable import Law

struct `The law as compiled` {
    private static let book = Lawbook.national

    @Test func `is in order`() {
        #expect(Lawbook.faults(in: Lawbook.nationalFiles).isEmpty)
        #expect(Self.book.allRows.count == 62 && Self.book.allVisitRows.count == 12)
    }

    @Test func `has every rule of the issue in force today, each with a section`() throws {
        let rules = [
            "D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10", "D14", "D15", "D16", "D17", "D18",
            "D19", "D20", "D21", "D22", "D23", "D24", "D25", "D26", "D35", "D36", "D37",
        ]
        let today = try day("2026-11-22")
        for rule in rules {
            #expect(Self.book.rule(RuleID(rule), on: today)?.citation.contains("§") == true, "\(rule)")
        }
        #expect(Self.book.rules(on: today).allSatisfy { $0.id.slot != nil && $0.citation.contains("§") })
        for rule in [RuleID.followUpVisits, .supervisionVisits] { #expect(Self.book.visits(rule, on: today) != nil) }
    }

    @Test(arguments: [
        ("2022-12-31", "D02 D10 D17 D18 D22 D36", ""), ("2023-01-01", "D18 D22 D36", "D02 D10 D17"),
        ("2025-12-31", "D18 D20c D22 D36", ""), ("2026-01-01", "D18 D20c", "D22 D36"), ("2026-01-22", "D18 D20c", ""),
        ("2026-01-23", "", "D18 D20c"), ("2028-07-01", "", "D01 D06 D35 D36"),
    ])
    func `changes on the days on which the act does`(on: String, absent: String, present: String) throws {
        let rules = Set(Self.book.rules(on: try day(on)).map(\.id.text))
        for rule in absent.split(separator: " ") { #expect(!rules.contains(String(rule)), "\(rule) on \(on)") }
        for rule in present.split(separator: " ") { #expect(rules.contains(String(rule)), "\(rule) on \(on)") }
    }

    @Test(arguments: [
        (RuleID.acuteControl, DutyHolder.tribunal, Passing.shortfall), (.acuteToTribunal, .service, .breach),
        (.acuteComplaint, .tribunal, .breach), (.reversalBar, .party, .bar), (.contactBar, .party, .bar),
        (.complaintToGovernor, .party, .forfeit), (.seriousEvent, .careMunicipality, .breach),
        (.carePetition, .service, .lapse), (.investigation, .service, .breach), (.review, .service, .breach),
        (.planEvaluation, .service, .shortfall),
    ])
    func `says whose duty it is and what passing means`(id: RuleID, holder: DutyHolder, passing: Passing) throws {
        let rule = try #require(Self.book.rule(id, on: try day("2026-11-22")))
        #expect(rule.holder == holder && rule.passing == passing)
    }

    @Test(arguments: [
        (RuleID.aftercareRecall, Confidence.configuration), (.aftercareWarning, .configuration),
        (.aftercareDecision, .act), (.aftercareEnd, .act), (.complaintToGovernor, .unconfirmed),
        (.planEvaluation, .guidance), (.consentWithdrawn, .configuration), (.fosterAgreementReview, .regulation),
    ])
    func `says how sure it is`(id: RuleID, confidence: Confidence) throws {
        #expect(Self.book.rule(id, on: try day("2026-11-22"))?.confidence == confidence)
    }

    @Test func `marks every row of the old act and the old regulation as unconfirmed`() throws {
        for rule in Self.book.allRows where rule.validFrom < (try day("2023-01-01")) {
            #expect(rule.confidence == .unconfirmed, "\(rule.id)")
        }
        for row in Self.book.allVisitRows where row.validFrom < (try day("2024-01-01")) {
            #expect(row.confidence == .unconfirmed, "\(row.id)")
        }
    }

    @Test func `has a title in each language, bokmål for any other`() throws {
        for rule in Self.book.allRows {
            #expect(!["nb", "nn", "en"].contains { rule.title(in: $0).isEmpty }, "\(rule.id)")
            #expect(rule.title(in: "se") == rule.title(in: "nb"))
        }
        let rule = try #require(Self.book.rule(.investigation, on: try day("2026-11-22")))
        #expect(
            ["nb", "nn", "en"].map(rule.title) == [
                "Undersøkelsen avsluttet", "Undersøkinga avslutta", "End of the investigation",
            ]
        )
    }
}
