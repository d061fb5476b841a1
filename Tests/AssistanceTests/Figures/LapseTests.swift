import Law
import Testing

@testable import Assistance

/// Six weeks from the decision (§§ 5-2, 6-2 and 6-6), the last of these days included.
struct `The day on which a decision lapses` {
    private func conversation(_ section: LegalSection, made: CalendarDay) -> (Conversation, RecordID) {
        let decision = DecisionBehind(section: section, status: .made, maker: .tribunal, day: made)
        var referral = Referral.institution(wanted: "2027-12-31")
        referral.decision = decision
        let (conversation, request) = Conversation.asking(referral, on: made)
        return (conversation, request)
    }

    @Test(
        arguments: [.careOrder, .institutionWithoutConsent, .trafficking] as [LegalSection],
        [
            ("2026-01-20", "2026-03-04"), ("2026-01-17", "2026-03-01"), ("2026-01-18", "2026-03-02"),
            ("2026-01-31", "2026-03-15"), ("2026-03-31", "2026-05-13"), ("2026-11-20", "2027-01-02"),
            ("2028-01-17", "2028-02-29"), ("2028-01-18", "2028-03-01"), ("2028-02-29", "2028-04-12"),
        ] as [(CalendarDay, CalendarDay)]
    )
    func `is the day after six weeks, over month ends, years and leap days`(
        section: LegalSection,
        days: (made: CalendarDay, lapses: CalendarDay)
    ) {
        let (conversation, _) = conversation(section, made: days.made)
        for today in [-1, 0, 1].map({ days.lapses.adding(days: $0) }) {
            #expect(conversation.figures(today).decisionLapses == days.lapses)
            let lines = conversation.shared.timeline(now: today.noon, today: today, law: .national)
            #expect(lines.contains { $0.what == .decisionLapsed } == (today >= days.lapses), "\(today)")
        }
    }

    @Test(
        arguments: LegalSection.allCases.filter {
            $0 != .careOrder && $0 != .institutionWithoutConsent && $0 != .trafficking
        }
    )
    func `is none where no section gives one`(section: LegalSection) {
        #expect(conversation(section, made: "2026-01-20").0.figures("2026-06-01").decisionLapses == nil)
    }

    @Test func `is none before the decision is made, nor before the act that gives it`() {
        for section in [LegalSection.institutionWithoutConsent, .trafficking] {
            #expect(conversation(section, made: "2022-12-31").0.figures("2023-06-01").decisionLapses == nil)
            #expect(conversation(section, made: "2023-01-01").0.figures("2023-06-01").decisionLapses == "2023-02-13")
        }
        var (waiting, request) = Conversation.asking(.fosterHome(wanted: "2026-03-01", decision: .careOrder(made: nil)))
        #expect(waiting.figures("2026-06-01").decisionLapses == nil)
        let decided = Referral.fosterHome(wanted: "2026-03-01", decision: .careOrder(made: "2026-02-10"))
        waiting.tell(.replaced(decided), on: "2026-02-11", by: .municipality, about: request)
        #expect(waiting.figures("2026-06-01").decisionLapses == "2026-03-25")
    }

    @Test(arguments: [.careOrder, .institutionWithoutConsent, .trafficking] as [LegalSection])
    func `is none once a stay has begun`(section: LegalSection) {
        var (conversation, request) = conversation(section, made: "2026-01-20")
        let offer = Offer.usable(from: "2026-02-01", kind: .careInstitution)
        let id = conversation.tell(.offered(offer), on: "2026-01-25", about: request)
        conversation.tell(.taken(from: "2026-02-01"), on: "2026-01-26", about: id)
        #expect(conversation.figures("2026-06-01").decisionLapses == "2026-03-04")
        conversation.tell(.started("2026-02-01"), on: "2026-02-01", about: id)
        #expect(conversation.figures("2026-06-01").decisionLapses == nil)
    }
}
