package import Exchange
import Foundation
import Journal
package import Law

/// Sending a message that a form has made: a new referral, an update, a supplement or a withdrawal.
package protocol ReferralSending: Sendable {
    /// Sends a message for a case; its header decides what it is to which conversation.
    ///
    /// Ids, parties, system and times of the header are written anew here; what the form says stays as it is.
    ///
    /// - Parameters:
    ///   - person: Who sends it.
    ///   - caseID: The case that it is about.
    ///   - message: The message as the form has made it.
    ///   - attachments: Documents of the case that go with it, by their ids, with the names that the message gives them.
    ///   - key: The form's idempotency key.
    /// - Returns: What was sent, or why it was refused.
    /// - Throws: ``Absent`` where the person may not; ``NoCounterpart``; any other error where it could not be stored.
    func send(
        _ person: Person,
        forCase caseID: RecordID,
        _ message: Message,
        attachments: [MessageAttachment],
        key: String
    ) async throws -> ReferralDesk.Sent
}
