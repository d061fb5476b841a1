import Law
import Planning

@testable import Office

/// What every kind of event about plans for places looks like in bytes.
enum GoldenPlanEvents {
    static let all: [UnitEvent] = events.map(UnitEvent.plan)

    private static func id(_ number: Int) -> RecordID {
        RecordID(high: 0x0199_0000_0000_7000, low: 0x8000_0000_0000_0000 + UInt64(number))
    }

    private static let day = CalendarDay(dayNumber: 20_500) ?? .earliest

    private static let events: [KeptPlanEvent] = [
        .saved(SavedVersion(number: 1, name: "Plan æ", note: "", basis: nil, document: Array("{}".utf8))),
        .saved(SavedVersion(number: 2, name: "Plan", note: "Flere", basis: 1, document: [])),
        .signed(version: 1, name: "Sigrun", role: "intakeOfficer"),
        .runAsked(id(1), PlanJob(.simulation(version: 1), seed: 7, replications: 20)),
        .runAsked(
            id(2),
            PlanJob(
                .comparison(
                    base: PlanVersion(plan: id(8), number: 1),
                    changed: PlanVersion(plan: id(9), number: 3)
                ),
                seed: .max,
                replications: 20
            )
        ),
        .runAsked(
            id(3),
            PlanJob(
                .placesNeeded(PlacesWish(version: 2, kind: "akutt", region: "nord", breachesAtMost: 0.05)),
                seed: 1,
                replications: 1000
            )
        ),
        .runAsked(
            id(4),
            PlanJob(.around(PlaceInVersion(version: 1, kind: "akutt", region: "nord")), seed: 1, replications: 20)
        ),
        .runAsked(
            id(5),
            PlanJob(.cheapestMix(version: 1, breachesAtMost: 0.05), seed: 1, replications: 20),
            input: Array("{}".utf8)
        ),
        .runAsked(id(6), PlanJob(.merger(name: "To"), seed: 1, replications: 20), input: Array("{}".utf8)),
        .runAsked(
            id(7),
            PlanJob(
                .fit(HistoryFacts(source: .journal, rowCount: 9, from: day, cutOff: day.adding(days: 9))),
                seed: 1,
                replications: 20
            ),
            input: Array("{}".utf8)
        ),
        .runProgressed(id(1), PlanProgress(done: 40, planned: 100)),
        .runFinished(id(1), document: Array("{}".utf8)),
        .runFailed(id(2), .scenario(pointer: "/places", message: "none")),
        .runFailed(id(2), .noNumberKeepsIt),
        .runFailed(id(2), .unreadable),
        .runCancelled(id(3)),
        .outcomeTold(
            PlanOutcome(
                version: 1,
                from: day,
                to: day.adding(days: 9),
                source: .entered,
                note: "Telling",
                rows: [.init(kind: "akutt", region: "nord", asked: 9, started: nil, breaches: 0)]
            )
        ),
    ]

    static let lines = """
        130 01010207506c616e20c3a60000027b7d
        130 01010404506c616e05466c657265010200
        130 0102020653696772756e0d696e74616b654f666669636572
        130 01030199000000007000800000000000000101020728
        130 0103019900000000700080000000000000020201990000000070008000000000000008020199000000007000800000000000\
        000906ffffffffffffffffff0128
        130 010301990000000070008000000000000003030405616b757474046e6f72649ab3e6cc99b3e6d43f01d00f
        130 0103019900000000700080000000000000040402\
        05616b757474046e6f72640128
        130 01090199000000007000800000000000000505029ab3e6cc99b3e6d43f0128027b7d
        130 0109019900000000700080000000000000060602546f0128027b7d
        130 010901990000000070008000000000000007070212a8c002bac0020128027b7d
        130 01040199000000007000800000000000000150c801
        130 010501990000000070008000000000000001027b7d
        130 01060199000000007000800000000000000201072f706c61636573046e6f6e65
        130 01060199000000007000800000000000000202
        130 01060199000000007000800000000000000203
        130 010701990000000070008000000000000003
        130 010802a8c002bac002010754656c6c696e670105616b757474046e6f72640112000100
        """
}
