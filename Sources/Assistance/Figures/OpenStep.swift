package import Law

/// Something that one side has to do next in a referral (neste steg).
package struct OpenStep: Hashable, Sendable {
    /// What is to be done; it decides whose it is.
    package let kind: Kind
    /// Whose it is.
    package let owner: Side
    /// Since when it waits.
    package let since: Instant
    /// When it is due; nothing where nobody has set a time.
    package let due: Due?
    /// The message that it is about.
    package let about: RecordID?

    package init(kind: Kind, owner: Side, since: Instant, due: Due?, about: RecordID?) {
        self.kind = kind
        self.owner = owner
        self.since = since
        self.due = due
        self.about = about
    }

    /// What there is to do; ``SharedReferral`` derives it from what has been told, and nobody keeps it.
    package enum Kind: Hashable, Sendable {
        /// See the request as it is now (saksbehandlerkvittering).
        case see
        /// Find a place and offer it, or tell of an acute one.
        case offer
        /// Find another place: the one that was promised cannot be had on the days on which it is needed.
        case replacePlace
        /// Ask the owner of a place to book it: the child lives there, or is to, and nobody keeps it.
        case securePlace
        /// Offer a service of § 16-3 fourth paragraph, or decline it.
        case offerOrDecline
        /// Tell that a child has come to its acute place.
        case tellArrival
        /// Take the offer or decline it with a reason, before its time runs out: the municipality.
        case answerOffer
        /// Start the stay, once an offer is taken or the child has come to an acute place: the municipality.
        case startStay
        /// Bring the case back to the tribunal (§ 5-3), and tell its decision by an update of the request.
        case backToTribunal
        /// Take the next step towards a foster home; the stage is the one that is lacking.
        case fosterHome(FosterHomeStep.Stage)
        /// Confirm or contest a breach that counting has proposed: the region.
        case judgeBreach
        /// Do one's own part of a joint task of a breach.
        case jointTask(JointTask.Kind)
        /// Answer a request for advice (råd): whichever side was asked.
        case giveAdvice
        /// Answer a note of what made working together hard (samhandlingsavvik): the side that did not write it.
        case answerFriction
        /// Say what has become of what was to be deleted (slettet), by a receipt: whoever was sent it.
        case answerDeletion
    }

    /// When a step is due.
    package struct Due: Hashable, Sendable {
        /// The time itself; what is due on a day is due when that day ends in Norway.
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
