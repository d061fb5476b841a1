package import Law

/// The figures of the duty of assistance for one referral (bistandspliktens to tall), and what stands beside them.
///
/// Two of them, never mixed: days past the wanted date are counted, a breach is judged.
package struct AssistanceFigures: Hashable, Sendable {
    /// The days past the wanted date that nobody else held up, today not among them.
    package let daysPast: DaySet
    /// Days past the wanted date that lie with somebody else; one day may lie with several.
    package let apart: [DelaySide: DaySet]
    /// The first day on which a justifiable offer can be used; may lie ahead.
    package let stopsOn: CalendarDay?
    /// Whether every offer that stopped the days was declined as not suited to the child: the municipality disputes it.
    package let isOfferDisputed: Bool
    /// Whether a delay that takes days out is contested by the side that did not tell of it.
    package let isDelayDisputed: Bool
    /// Whether today will be one more.
    package let isRunning: Bool
    /// Proposed, confirmed and contested breaches, by their first day.
    package let breaches: [Breach]
    /// The first day on which the decision behind the referral no longer holds unless it is carried out (§ 5-2 and
    /// such); nothing where it lapses by no rule, or has been carried out.
    package let decisionLapses: CalendarDay?
    /// The offer that departs from what the tribunal demanded, so that the case goes back there (§ 5-3); nothing where
    /// none stands, or the request carries what the tribunal has decided since.
    package let backToTribunal: RecordID?

    /// How many days past the wanted date (dager over ønsket dato).
    package var daysPastWanted: Int { daysPast.count }

    /// Whether the two levels do not agree on the days past the wanted date.
    package var isDisputed: Bool { isOfferDisputed || isDelayDisputed }

    /// What the region has confirmed, each word for itself.
    package var confirmedBreaches: [Breach] { breaches.filter { $0.standing == .confirmed } }

    /// The breaches that count in statistics, from the first to the last confirmed day of each.
    ///
    /// A breach is a row of owed days that nobody contests: one that is confirmed bit by bit while it goes on counts once.
    package var countedBreaches: [DaySpan] {
        DaySet(breaches.filter { $0.standing != .contested }.map(\.span)).spans.compactMap { row in
            let confirmed = confirmedBreaches.map(\.span).filter(row.overlaps)
            return confirmed.first.map { DaySpan(from: $0.from, until: confirmed.last?.until) }
        }
    }
}

/// A breach of the duty of assistance (brudd på bistandsplikten): proposed by counting, judged by the region.
package struct Breach: Hashable, Sendable {
    /// The days of the breach; without an end while it runs.
    package let span: DaySpan
    /// What the child had: in the region's words, or on the last of the days as far as stays and private solutions
    /// tell.
    package let kind: BreachKind
    /// Whether it is proposed, confirmed or contested.
    package let standing: Standing
    /// The region's message, where it has judged.
    package let statement: RecordID?
    /// Why the duty was not met; nothing until the region has judged.
    package let cause: BreachCause?

    /// What has been said of a breach; only a confirmed one counts in statistics.
    package enum Standing: UInt8, Hashable, Sendable, CaseIterable {
        /// Proposed from the days past the wanted date; says nothing yet.
        case proposed = 1
        /// The region says that it was a breach (bekreftet).
        case confirmed = 2
        /// The region says that it was none, and why (bestridt); the municipality may see it otherwise.
        case contested = 3
    }
}
