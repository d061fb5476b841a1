/// The region's word on a breach of the duty of assistance (bistandsbrudd), without prose.
///
/// Cause in ``cause``, reasons in ``Prose/Part/reasons``, what is done meanwhile in ``Prose/Part/interimMeasures``,
/// how the child is in ``Prose/Part/childsSituation``.
package struct BreachStatement: Hashable, Sendable {
    /// Whether the days were a breach, as the region sees it.
    package var verdict: Verdict
    /// The days that it is about; without an end, so far: through the day on which it is told.
    package var span: DaySpan
    /// What the child had on those days.
    package var kind: BreachKind
    /// Why the duty was not met, in the region's view; of a contested breach, why it came to be proposed.
    package var cause: BreachCause

    package init(verdict: Verdict, span: DaySpan, kind: BreachKind, cause: BreachCause) {
        self.verdict = verdict
        self.span = span
        self.kind = kind
        self.cause = cause
    }

    /// What the region says of a breach that counting has proposed (vurdering).
    package enum Verdict: UInt8, Hashable, Sendable, CaseIterable {
        /// It was a breach, and counts.
        case confirmed = 1
        /// It was none, for the reason given.
        case contested = 2
    }
}

/// What the child had instead (bruddtype).
package enum BreachKind: UInt8, Hashable, Sendable, CaseIterable {
    /// No measure.
    case noMeasure = 1
    /// A measure that is not in line with the request, or an interim one.
    case notInLine = 2
    /// A private interim solution that the municipality arranged.
    case privateInterim = 3
}

/// Why the duty was not met (årsak).
package enum BreachCause: UInt8, Hashable, Sendable, CaseIterable {
    /// No free place.
    case noFreePlace = 1
    /// Free places, none of them justifiable for this child.
    case noneSuited = 2
    /// No foster home was found.
    case noFosterHome = 3
    /// A place was lost: closed, out of service or without staff.
    case placeLost = 4
    /// The case was handled too slowly.
    case handling = 5
    /// Anything else; what it was stands in ``Prose/Part/reasons``.
    case other = 9
}

/// Days that somebody else than the state held up (forsinkelse); why stands in ``Prose/Part/reasons``.
///
/// The other side contests it by a note of friction about the message.
package struct DelayStatement: Hashable, Sendable {
    /// The days held up, which are taken out of the days past the wanted date; without an end, so far: through the day on
    /// which it is told, and it can be told again.
    package var span: DaySpan
    /// Who held them up; days of several may overlap.
    package var side: DelaySide

    package init(span: DaySpan, side: DelaySide) {
        self.span = span
        self.side = side
    }
}

/// On whose side a delay lies.
package enum DelaySide: UInt8, Hashable, Sendable, CaseIterable {
    /// The municipality that asked: its decision, its papers or its answer came late.
    case municipality = 1
    /// The child or its family.
    case child = 2
    /// The tribunal or a court.
    case tribunal = 3
}
