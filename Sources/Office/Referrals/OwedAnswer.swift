import Assistance
import Exchange
import Law

/// An answer that the other side of a conversation owes, however long it has taken by now.
struct OwedAnswer: Hashable, Sendable {
    let owed: UnansweredStep.Owed
    let message: RecordID
    /// The referral that it is shown with.
    let conversation: RecordID
    let since: Instant
    /// When nobody needs it any more; `nil` where time alone does not end it.
    let until: Instant?

    func isOwed(at now: Instant) -> Bool { until.map { now < $0 } ?? true }

    fileprivate func step(now: Instant, _ limits: AnswerLimits) -> UnansweredStep {
        UnansweredStep(
            owed: owed,
            message: message,
            conversation: conversation,
            since: since,
            isLate: limits.isLate(self, now: now)
        )
    }
}

extension [OwedAnswer] {
    /// Those that are still owed at a time, with how long they have taken.
    func steps(now: Instant, _ limits: AnswerLimits) -> [UnansweredStep] {
        filter { $0.isOwed(at: now) }.map { $0.step(now: now, limits) }
    }
}

extension AnswerLimits {
    /// Whether an answer has taken longer than it may; pure.
    func isLate(_ answer: OwedAnswer, now: Instant) -> Bool {
        let seconds =
            switch answer.owed {
            case .applicationReceipt: applicationReceipt * 60
            case .caseworkerReceipt: caseworkerReceipt * 86_400
            case .holdAnswer: hold * 3600
            }
        return answer.isOwed(at: now) && answer.since.seconds(until: now) >= Double(seconds)
    }
}

extension StoredReferral {
    /// What the other side owes an answer to.
    ///
    /// What has been replaced, or came before the end, is owed none any more; that it has ended still is. Nobody has to
    /// say that they have seen a request whose stay has started, nor answer a request for a hold whose time is over.
    ///
    /// - Parameter referral: Finds the referral that a hold is for.
    /// - Returns: Answers in the order of the messages that they are owed to.
    func owed(_ referral: (RecordID) -> StoredReferral?) -> [OwedAnswer] {
        let messages = facts.messages
        let newest = shared.versions.last?.id
        let replaced = Set(shared.versions.map(\.id).filter { $0 != newest })
        let standing = messages[(messages.lastIndex { $0.head.gist.ends && hasEnded } ?? 0)...]
        return standing.filter { $0.isOwn && !$0.head.kind.isTerminal && !replaced.contains($0.head.id) }
            .compactMap { mark in
                owed(to: mark, referral).map { owed in
                    OwedAnswer(
                        owed: owed,
                        message: mark.head.id,
                        // A hold has no room of its own: it is shown with the referral that it is for.
                        conversation: facts.holdRequest == nil ? facts.id : facts.link ?? facts.id,
                        since: mark.recordedAt,
                        until: owed == .holdAnswer ? facts.holdRequest?.wantedUntil : nil
                    )
                }
            }
    }

    private var hasEnded: Bool { facts.holdRequest == nil ? shared.end != nil : facts.isTakenBack }

    private func owed(
        to mark: ReferralFacts.Mark,
        _ referral: (RecordID) -> StoredReferral?
    ) -> UnansweredStep.Owed? {
        let message = mark.head.id
        if facts.answer(to: message, .failure) != nil { return nil }
        if facts.answer(to: message, .applicationReceipt) == nil { return .applicationReceipt }
        if mark.head.gist.isRequest {
            return facts.seen(message) == nil && !hasEnded && shared.fulfilment == nil ? .caseworkerReceipt : nil
        }
        guard facts.isAskedHold(message) else { return nil }
        let purpose = facts.link.flatMap(referral)?.shared
        return purpose?.end == nil && purpose?.fulfilment == nil ? .holdAnswer : nil
    }
}

extension MessageHead.Gist {
    /// Whether a person of the other side is expected to say that it was seen.
    var isRequest: Bool {
        switch self {
        case .shared(.asked), .shared(.replaced), .shared(.acuteAsked): true
        default: false
        }
    }

    /// Whether it can be what ends a conversation.
    fileprivate var ends: Bool {
        switch self {
        case .shared(.withdrawn), .shared(.deleted), .shared(.serviceDeclined): true
        default: false
        }
    }
}

extension ReferralFacts {
    /// Whether a message asks for a hold that nobody has answered.
    fileprivate func isAskedHold(_ message: RecordID) -> Bool {
        // What was answered is answered at any time.
        guard let hold = hold(at: .earliest), hold.id == message, hold.state == .asked else { return false }
        return true
    }
}
