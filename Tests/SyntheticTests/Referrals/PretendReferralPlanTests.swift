import Assistance
import Casework
import Exchange
import Law
import Office
import Synthetic
import Testing

/// The plan of the pretend referrals, for worlds and days of many sorts.
struct `The pretend referrals` {
    static let worlds: [(seed: UInt64, today: String, cases: Int)] = [
        (2026, "2026-11-22", 40), (2026, "2027-01-03", 40), (7, "2026-08-15", 40), (1, "2028-02-29", 90),
    ]

    @Test(arguments: worlds)
    func `are there in every state, each from a case that its caseworker answers for`(
        seed: UInt64,
        today: String,
        cases: Int
    ) throws {
        let now = OsloTime.instant(of: try CalendarDay(parsing: today), hour: 15)
        let world = PretendWorld(seed: seed)
        let histories = world.histories(cases: cases, endingOn: OsloTime.day(at: now))
        let referrals = world.referrals(of: histories, until: now)
        #expect(Set(referrals.map(\.scene)) == Set(ReferralScene.allCases))
        #expect(world.referrals(of: histories, until: now) == referrals)
        for referral in referrals {
            let times = referral.steps.map(\.at)
            #expect(zip(times, times.dropFirst()).allSatisfy(<), "\(referral.scene)")
            #expect(times.allSatisfy { $0 <= now })
            let history = try #require(histories.first { $0.cases.contains(referral.caseID) })
            let asks = referral.steps.filter(\.isMunicipalitys).map { OsloTime.day(at: $0.at) }
            for day in Set([asks.first, asks.last].compactMap(\.self)) {
                let record = try record(of: referral, in: history, before: day)
                #expect(record.facts.closedOn == nil)
                #expect(record.facts.responsible == referral.caseworker, "\(referral.number) \(referral.scene)")
            }
            guard let day = asks.first, case .sent(let wish)? = referral.steps.first?.act else { continue }
            let record = try record(of: referral, in: history, before: day)
            let prefill = Prefill(wish.type, of: record, by: PretendReferrals.service, isNynorsk: false)
            var values = prefill.values
            ReferralGaps(wish.type, today: day).answer(wish, in: &values)
            let (check, _) = try PretendReferrals.finished(.new(wish.type), values, today: day)
            #expect(check.isReady, "\(referral.number) \(referral.scene): \(check.findings) \(check.errors)")
            let text = String(decoding: check.bytes ?? [], as: UTF8.self)
            for line in record.hiddenLines { #expect(!text.contains(line), "a hidden address is told") }
        }
    }

    /// The case as it stands in the morning of a day.
    private func record(
        of referral: PretendReferral,
        in history: PretendHistory,
        before day: CalendarDay
    ) throws -> ReferralCase {
        var player = HistoryPlayer()
        var until = history
        until.steps = history.steps.filter { $0.day < day }
        try player.play(until)
        let facts = try #require(player.cases[referral.caseID])
        return ReferralCase(facts, entries: player.entries[referral.caseID] ?? [], law: .national, today: day)
    }
}

extension ReferralStep {
    fileprivate var isMunicipalitys: Bool {
        switch act {
        case .sent, .askedAcutely, .withdrawn, .told(.municipality, _, _, _): true
        default: false
        }
    }
}
