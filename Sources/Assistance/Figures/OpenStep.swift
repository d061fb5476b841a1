package import Law

/// Something that one side has to do next in a referral (neste steg).
package struct OpenStep: Hashable, Sendable {
    package let kind: Kind
    /// Whose it is.
    package let owner: Side
    /// Since when it waits.
    package let since: Instant
    /// When it is due; nothing where nobody has set a time.
    package let due: Due?
    /// The message that it is about.
    package let about: RecordID?

    package enum Kind: Hashable, Sendable {
        /// See the request as it is now (saksbehandlerkvittering).
        case see
        /// Find a place and offer it, or tell of an acute one.
        case offer
        /// Offer a service of § 16-3 fourth paragraph, or decline it.
        case offerOrDecline
        /// Tell that a child has come to its acute place.
        case tellArrival
        case answerOffer
        case startStay
        /// Bring the case back to the tribunal (§ 5-3).
        case backToTribunal
        case fosterHome(FosterHomeStep.Stage)
        case judgeBreach
        case jointTask(JointTask.Kind)
        case giveAdvice
        case answerFriction
    }

    /// When a step is due.
    package struct Due: Hashable, Sendable {
        package let at: Instant
        /// Whether it is no more than a target that no section and no message has set.
        package let isUnconfirmed: Bool

        /// Whether it has passed.
        package func isPast(now: Instant) -> Bool { at < now }

        static func told(_ at: Instant) -> Due { Due(at: at, isUnconfirmed: false) }
        static func through(_ day: CalendarDay) -> Due { told(OsloTime.instant(of: day, hour: 24)) }
        static func target(_ at: Instant) -> Due { Due(at: at, isUnconfirmed: true) }
    }

    /// For how many whole days it has waited.
    package func age(today: CalendarDay) -> Int { max(0, OsloTime.day(at: since).days(until: today)) }
}
