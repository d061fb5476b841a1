/// What becomes of the report with which a family's history begins.
enum HistoryPlot: CaseIterable, Hashable, Sendable {
    /// The review shelves the report.
    case shelvedReport
    /// The investigation is shelved, for one of the reasons of § 2-5.
    case shelvedCase
    /// Help in the home (§ 3-1).
    case help
    /// Closed, and opened again by a new report.
    case reopened
    /// An acute care decision (§ 4-2), then a care order (§ 5-1).
    case acuteCare
    /// An acute care decision that lapses or is set aside.
    case acuteOver
    /// A care order after an ordinary investigation.
    case careOrder
    /// The parents agree to a foster home for some time (§ 3-2).
    case voluntaryHome
    /// A young person agrees to an institution (§ 6-1).
    case institution
    /// Measures that go on after 18 (§ 3-6).
    case aftercare
    /// The report concerns a child that is not born.
    case unborn

    /// How many of forty families have this plot; the reports shelved are more than a fifth, as in 2021 and 2022.
    var share: Int {
        switch self {
        case .shelvedReport: 10
        case .shelvedCase: 11
        case .help: 9
        case .reopened: 2
        case .acuteCare, .acuteOver, .voluntaryHome, .institution, .aftercare, .unborn: 1
        case .careOrder: 2
        }
    }

    /// The ages in which the family's eldest child may be, in years; `nil` for the unborn.
    ///
    /// Children grow while their history lasts: whoever must not turn 18 in it is young enough at its beginning.
    var ages: ClosedRange<Int>? {
        switch self {
        case .shelvedReport, .shelvedCase: 0...16
        case .help, .reopened: 0...15
        case .acuteCare, .acuteOver, .careOrder: 0...12
        case .voluntaryHome: 2...13
        case .institution: 13...14
        case .aftercare: 16...16
        case .unborn: nil
        }
    }

    /// The plot of a family: in every forty families each plot has its share, in an order of the world's own.
    static func plot(ofFamily family: Int, seed: UInt64) -> HistoryPlot {
        let deck = allCases.flatMap { Array(repeating: $0, count: $0.share) }
        var random = SplitMix64(seed: seed ^ 0x506C_6F74, item: family / deck.count)
        return random.pick(.max, of: deck)[family % deck.count]
    }
}
