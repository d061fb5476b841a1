package import Assistance
package import Casework
import Crypto
package import Foundation
package import Journal
package import Law
package import Planning

/// A command for one unit, with what makes it done once.
package struct UnitCommand: Sendable {
    /// What is wanted.
    package enum Wish: Sendable {
        /// Store a message's reports, one per child, or what could not be placed.
        case take(Intake)
        /// Do something with a report.
        case concern(RecordID, ConcernCommand)
        /// Do something with an item of reception.
        case workItem(RecordID, WorkItemCommand, letter: Letter? = nil)
        /// Keep what a sender says that it sent.
        case noteSentList(SentList)
        /// Open a case for a child that somebody has looked for first.
        case openCase(NewCase)
        /// What is attached must be stored already; the entry vouches for it.
        case `case`(RecordID, CaseCommand, attached: [RowReference] = [])
        /// Write down the review of a report, in its own journal and in the case's.
        case review(RecordID, ReviewCommand, Look?, responsible: ActorID?)
        /// Tell a reporter, or write down why not.
        case answerReporter(RecordID, AnswerCommand)
        /// Code a report for the statistics.
        case codeConcern(RecordID, CodingCommand)
        /// Say why somebody who is not assigned must read a case; the identity is the reading's.
        case explain(RecordID, ExplainedReading)
        /// The leader has looked at an explained reading.
        case reviewReading(RecordID)
        /// Send a message to another unit, by the rules of its conversation.
        case sendMessage(OutgoingMessage)
        /// Keep a message from another unit and answer its system; what it is about may come later.
        case receiveMessage(IncomingMessage)
        /// Keep a message in a referral that a person in reception has found for it.
        case attachMessage(IncomingMessage)
        /// Make somebody the one who handles a referral; `from` is whoever has handled it as far as the person has seen.
        case assignReferral(RecordID, ActorID, from: ActorID?)
        /// Say that somebody has a conflict of interest in a referral, or has none any longer.
        case referralConflict(RecordID, ReferralConflict)
        /// Ask that a referral which its sender wants deleted be made unreadable.
        case askErasure(RecordID, reason: String)
        /// Agree to it, as another person; it has a commit of its own.
        case erase(RecordID, ErasureAct)
        /// Tell the owners of the places that are held for a referral what they have not been told yet.
        case keepHolds(RecordID)
        /// Something that happens to the unit's own places.
        case place(PlaceEvent, at: Instant)
        /// Something done with a plan for places; with a new identity, a new plan.
        case plan(RecordID, KeptPlanCommand)
        /// Remember what was delivered to the register.
        case deliver([DeliveryStep])
    }

    /// What is wanted.
    package let wish: Wish
    /// Who wants it.
    package let actor: ActorID
    /// The keys under which it is done once; the first is the one that its answer is found by.
    package let keys: [CommandKey]
    /// SHA-256 of what was asked, so that the same key with another wish is refused.
    package let digest: Data

    package init(wish: Wish, actor: ActorID, keys: [CommandKey], digest: Data) {
        self.wish = wish
        self.actor = actor
        self.keys = keys
        self.digest = digest
    }
}

extension CommandKey {
    /// Names longer than this, in bytes, are stood for by their digest: a sender may choose any, a store may not.
    private static let longestName = 200

    /// A key of somebody's own choosing; the prefix says what kind of name it is, with its colon: `http:`, `id:` or `key:`.
    init(unit: UnitID, actor: ActorID, prefix: String, name: String) {
        let isShort = name.utf8.count <= Self.longestName
        let stored = isShort ? name : "sha256-" + Data(SHA256.hash(data: Data(name.utf8))).hexadecimal
        self.init(unit: unit, actor: actor, key: prefix + stored)
    }
}

/// What reception hands to a unit to be stored in one commit.
package struct Intake: Sendable {
    /// What reception has made of a message.
    package enum Content: Sendable {
        /// Reports, one for each child.
        case concerns([ReceivedConcern])
        /// Something that no rule could place.
        case workItem(WorkItem)
    }

    /// What is stored.
    package let content: Content
    /// The day the law counts from, in Oslo.
    package let receivedOn: CalendarDay
    /// The identities of what is stored, in order; new ones, chosen by the caller.
    package let ids: [RecordID]
    /// The message as it was received; `nil` where it was typed in.
    package let raw: RawRow?
    /// The receipt that the same commit sends; `nil` where nobody is sent one.
    package let receipt: Letter?
    /// The status that the sender is answered with.
    package let status: Int
}

/// A case that somebody wants to open.
package struct NewCase: Sendable {
    let id: RecordID
    let opening: CaseOpening
    let on: CalendarDay
    let look: Look
    /// Who answers for it from the start; `nil` where the leader is to assign somebody.
    let responsible: ActorID?
}

/// What somebody saw of a child before opening a case for it.
package struct Look: Sendable {
    /// By what the child would be found; `nil` for a child without a number, who is looked for by name.
    let key: SearchKey?
    /// The cases that were found.
    let hits: Set<RecordID>
}

extension UnitCommand.Wish {
    /// The cases that it would change.
    var streams: Set<RecordID> {
        switch self {
        case .case(let id, _, _): [id]
        case .review(_, let command, _, _): command.caseID.map { [$0] } ?? []
        case .openCase(let new): [new.id]
        case .take, .concern, .workItem, .noteSentList, .answerReporter, .codeConcern, .explain, .reviewReading,
            .sendMessage, .receiveMessage, .attachMessage, .assignReferral, .referralConflict, .keepHolds, .askErasure,
            .erase, .place, .plan, .deliver:
            []
        }
    }

    /// Whether it makes something unreadable, which it does in a commit of its own.
    var isErasure: Bool { if case .erase = self { true } else { false } }

    /// The look that went before a new case; `nil` for what opens none.
    var look: Look? {
        switch self {
        case .openCase(let new): new.look
        case .review(_, _, let look, _): look
        default: nil
        }
    }
}

/// What came of a command.
package enum CommandOutcome: Sendable {
    /// Stored and durable, at this place.
    case done(unit: UnitID, sequence: Int, recordedAt: Instant, repeated: Bool)
    /// One of its keys has been used for something else.
    case keyReused(CommandRow)
    /// Not done, and why; nothing was written.
    case refused(CommandRefusal)
}

/// Why a unit did not do what was asked; nothing was written.
package enum CommandRefusal: Error, Hashable, Sendable {
    /// Not in this unit; answered exactly like something that one may not see.
    case absent
    /// A rule about reports forbids it.
    case concern(ConcernCommand.Refusal)
    /// A rule about reception's items forbids it.
    case workItem(WorkItemCommand.Refusal)
    /// A rule about cases forbids it.
    case `case`(CaseRefusal)
    /// Somebody has opened a case for the same child since it was looked for; look again.
    case lookAgain
    /// The leader has looked at the reading already.
    case alreadyReviewed
    /// A rule about referrals forbids it.
    case assistance(AssistanceRefusal)
    /// A rule about places forbids it.
    case place(PlaceRefusal)
    case plan(KeptPlanCommand.Refusal)
    /// A rule about making a referral unreadable forbids it.
    case erasure(ErasureRefusal)
    /// A message that its conversation has no place for.
    case message(MessageRefusal)
    /// Somebody else has delivered the same case in the meantime.
    case deliveredMeanwhile
    /// Somebody else handles the referral than the person has seen; `nil` where nobody does any longer.
    case handled(by: ActorID?)
}
