package import Assistance
package import Exchange
package import Law

/// A referral as its page shows it, the same value at both levels.
package struct OpenedReferral: Sendable {
    /// A message with its bytes.
    package struct Message: Sendable {
        /// Who, when, about what, and what it says without prose.
        package let head: MessageHead
        /// The XML as it was sent or came.
        package let bytes: [UInt8]
        /// Its texts, which stand in the bytes alone.
        package let prose: Prose
        /// The files that go with it.
        package let attachments: [MessageAttachment]
        /// Whether the reader's unit sent it.
        package let isOwn: Bool
        /// Who sent it here; a system where it came.
        package let actor: ActorID
        /// When it was written into this unit's journal.
        package let recordedAt: Instant
        /// When the receiver's system said that it has it; `nil` while it has not, and for what was received.
        package let acknowledgedAt: Instant?
        /// When the receiver's system said that it could not use it.
        package let failedAt: Instant?

        /// The message for people.
        package func view(on today: CalendarDay, in language: MessageLanguage) -> MessageView {
            MessageView(of: bytes, on: today, in: language)
        }
    }

    /// Somebody was made the one who handles it, or was shut out.
    package struct Handling: Hashable, Sendable {
        /// What was done.
        package enum What: Hashable, Sendable {
            /// `from` is who had it before; `nil` for nobody.
            case given(to: ActorID, from: ActorID?)
            /// Somebody of the unit has a conflict of interest, and is let in no longer.
            case conflictDeclared(ActorID)
            /// The conflict of interest has ended.
            case conflictLifted(ActorID)
            /// Its sender wants it deleted, and somebody has asked that it be made unreadable.
            case erasureAsked(reason: String)
            /// Another has confirmed it: all before is unreadable.
            case erased(Erasure)
        }

        /// When it was written down.
        package let at: Instant
        /// Who did it.
        package let by: ActorID
        /// What was done.
        package let what: What
    }

    /// What the unit's list knows of it.
    package let facts: ReferralFacts
    /// What both levels know; equal on both sides once both hold the same messages.
    package let shared: SharedReferral
    /// The two figures, never mixed, and what stands beside them.
    package let figures: AssistanceFigures
    /// What either side has to do next, what is due first ahead.
    package let steps: [OpenStep]
    /// What the levels do together while a breach lasts.
    package let tasks: [JointTask]
    /// What was told and what time has done, oldest first.
    package let timeline: [TimelineLine]
    /// Who has been made to handle it, or shut out, here, oldest first; the other level is not told.
    package let handlings: [Handling]
    /// Which level the reader's unit is.
    package let side: Side
    /// The other organisation's name; its number where nobody knows it.
    package let counterpart: String
    /// The day as of which it is shown.
    package let today: CalendarDay
    /// The time as of which it is shown.
    package let now: Instant
    /// Oldest first.
    package let messages: [Message]
    /// Holds that were asked for with this referral in mind; the region alone has any.
    package let holds: [HoldFacts]
    /// What the other side has not answered yet, oldest first.
    package let unanswered: [UnansweredStep]
    /// What the reader has begun to write in it and not sent, newest first.
    package let drafts: [DraftLine]
    /// Whether the person may send or assign anything.
    package let mayChange: Bool
    /// Whether the reader is the one who has asked that it be made unreadable.
    package let isOwnErasure: Bool
    /// How far it has come.
    package var phase: SharedReferral.Phase { facts.hasLeftNothing ? .deleted : shared.phase(today: today) }
    /// The case behind it; the municipality alone has one.
    package var caseID: RecordID? { facts.link }
}

/// Something that was sent and that the other side owes an answer to.
package struct UnansweredStep: Hashable, Sendable {
    /// What is owed.
    package enum Owed: Hashable, Sendable {
        /// The other system's receipt (applikasjonskvittering).
        case applicationReceipt
        /// A person's receipt (saksbehandlerkvittering).
        case caseworkerReceipt
        /// The answer to a request for a hold.
        case holdAnswer
    }

    /// What is owed.
    package let owed: Owed
    /// The message that waits for it.
    package let message: RecordID
    /// The conversation that it stands in.
    package let conversation: RecordID
    /// Since when.
    package let since: Instant
    /// Whether it has taken longer than it may.
    package let isLate: Bool
}

/// A hold that a unit has asked another for (anmodning om å holde av plass).
package struct HoldFacts: Hashable, Sendable {
    /// How far a request for a hold has come.
    package enum State: Hashable, Sendable {
        /// Asked, not answered.
        case asked
        /// The place is kept until then.
        case granted(until: Instant)
        /// The owner has said no, and why.
        case refused(HoldRefusal)
        /// The time for which it was granted, or asked for without an answer, is over (utløpt).
        case expired
        /// The asker has given it up.
        case givenUp
        /// The asker has said on which days the child is there, and the owner books them.
        case booked(DaySpan)
        /// The asker has said on which days the child is there, and the owner cannot give them all.
        case lost(DaySpan, HoldRefusal)
    }

    /// The message that asks, and so the conversation.
    package let id: RecordID
    /// What is asked for.
    package let request: HoldRequest
    /// The owner of the place.
    package let owner: OrganisationNumber
    /// Who asks.
    package let asker: OrganisationNumber
    /// The referral that the asker has in mind; the owner is not told.
    package let referral: RecordID?
    /// When it was asked for.
    package let askedAt: Instant
    /// How far it has come, by the time that was asked about.
    package let state: State
}
