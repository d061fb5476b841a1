import Testing

@testable import Law

/// Every combination of age, length of stay, hearing, consents, agreement, exception and date, against the sections
/// written out as sentences.
struct `Every combination of what matters for visits` {
    private static let conditions: [VisitConditions] = (0..<64).map { VisitConditions(rawValue: UInt8($0)) }

    @Test(arguments: [
        "2024-01-01", "2025-12-31", "2026-01-01", "2026-01-04", "2026-01-05", "2026-06-30", "2026-07-01", "2026-07-15",
        "2026-07-16", "2028-06-30", "2028-07-01", "2030-01-01",
    ])
    func `gives the number of the section`(date: String) throws {
        let on = try day(date)
        let decided = on.adding(days: -10)
        let followUps = try #require(Lawbook.national.visits(.followUpVisits, on: on))
        let supervision = try #require(Lawbook.national.visits(.supervisionVisits, on: on))
        for met in Self.conditions where !met.contains(.childOf15Consents) {
            for isFifteen in [false, true] {
                for isLong in [false, true] {
                    for hasException in [false, true] {
                        for agreement in [nil, -1, 0, 3] as [Int?] {
                            let decision = VisitStay.Decision(day: decided, conditions: met)
                            let stay = VisitStay(
                                placedSince: decided.adding(years: -2).adding(days: isLong ? -1 : 0),
                                born: decided.adding(years: -15).adding(days: isFifteen ? 0 : 20),
                                reductions: [decision],
                                exceptions: hasException ? [decision] : [],
                                permanent: agreement.map {
                                    .init(day: decided, agreedPerYear: $0 < 0 ? nil : $0)
                                }
                            )
                            let world = World(
                                date: date,
                                met: met,
                                isFifteen: isFifteen,
                                isLong: isLong,
                                hasException: hasException,
                                agreement: agreement
                            )
                            #expect(followUps.requirement(of: stay, on: on).perYear == world.followUps)
                            #expect(supervision.requirement(of: stay, on: on).perYear == world.supervisions)
                        }
                    }
                }
            }
        }
    }
}

/// The sections as sentences, apart from the table.
private struct World {
    let date: String
    let met: VisitConditions
    let isFifteen: Bool
    let isLong: Bool
    let hasException: Bool
    /// Nothing without a permanent stay, -1 where nothing is agreed.
    let agreement: Int?

    private var isGood: Bool { met.contains(.goodConditions) }
    private var exceptionIsLaw: Bool { date < "2026-07-01" || date >= "2026-07-16" && date < "2028-07-01" }

    var followUps: Int {
        if let agreement, agreement >= 0, date >= "2026-01-01" { return agreement }
        let isReduced = isGood && isLong && met.contains(.childHeard) && met.contains(.fosterParentsHeard)
        return isReduced || hasException && exceptionIsLaw && isGood ? 2 : 4
    }

    var supervisions: Int {
        if agreement != nil, date >= "2026-01-05" { return 2 }
        let municipalityAgrees = met.contains(.careMunicipalityConsents)
        let childAgrees = met.contains(.childConsents)
        let isReduced = isGood && isLong && isFifteen && childAgrees && municipalityAgrees
        let isExcepted =
            hasException && exceptionIsLaw && isGood && municipalityAgrees && (!isFifteen || childAgrees)
        return isReduced || isExcepted ? 2 : 4
    }
}
