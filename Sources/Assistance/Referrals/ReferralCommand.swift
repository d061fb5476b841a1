package import Law

/// What one side wants to tell the other in a referral.
///
/// What is wished for is the fact that it would become, with its texts beside it; ``SharedReferral`` decides.
package struct ReferralCommand: Hashable, Sendable {
    /// The message that it answers or is about; nothing for one that opens the conversation.
    package var about: RecordID?
    /// The fact that it would become.
    package var content: SharedFact.Content
    /// The texts that go with it; which of them must be there depends on ``content``.
    package var prose: Prose

    package init(about: RecordID?, content: SharedFact.Content, prose: Prose) {
        self.about = about
        self.content = content
        self.prose = prose
    }
}

/// Why something cannot be told.
package enum AssistanceRefusal: Error, Hashable, Sendable {
    /// Nothing has been asked for yet.
    case notAsked
    /// Only the first message of a conversation asks.
    case alreadyAsked
    /// Withdrawn, declined or deleted.
    case isOver
    /// The message that it is about is not there, or of another sort.
    case unknown
    /// Not this side's to tell.
    case notYours
    /// The state is obliged to this (§ 16-3 second paragraph), so that it cannot say no.
    case stateIsObliged
    /// The measure is nothing that the state is obliged to, so that there is no breach.
    case stateIsNotObliged
    /// An offer without an assessment of justifiability (forsvarlighetsvurdering).
    case assessmentMissing
    /// A text that must be there.
    case lacks(Prose.Part)
    /// The offer is of another kind than was asked for, and says that it is in line.
    case notInLine
    /// No decision of the tribunal stands behind the referral, so that nothing departs from it.
    case noTribunal
    /// The offer departs from the tribunal's demands: the case goes back there first (§ 5-3 second paragraph), unless an
    /// acute decision has been made.
    case tribunalFirst
    /// A place that can be lived in, and no place is named.
    case placeMissing
    /// The place is one that is asked for, and nobody keeps it for this referral.
    case holdMissing
    /// The place is kept until then, and the offer may be answered later.
    case holdEndsBefore(Instant)
    /// Days or times in the wrong order, without a day in them, or passed.
    case wrongTime
    /// The time for the answer is over.
    case offerHasExpired
    /// Answered already.
    case alreadyAnswered
    /// The stay rests on no offer that was taken, and on no acute place.
    case notAccepted
    /// A foster home is chosen and approved before the child moves in, and each step before that comes first.
    case stepMissing(FosterHomeStep.Stage)
    /// The stay has started already.
    case alreadyStarted
    /// There is no stay, or it has ended.
    case noStay
    /// No breach runs to which the task belongs.
    case noBreach
    /// The kind of measure cannot be asked for acutely, or the section is none of § 16-3 second paragraph a.
    case notAcute
    /// A number that cannot be, such as no child or less than no time.
    case wrongNumber
}
