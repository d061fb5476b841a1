package import Law

/// What a sender says that it sent on one day.
package struct SentList: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        /// The id or key under which the message was sent.
        package var messageID: String
        /// SHA-256 of what was sent, in hexadecimal digits, where the sender tells.
        package var digest: String?

        package init(messageID: String, digest: String?) {
            self.messageID = messageID
            self.digest = digest
        }
    }

    package var sender: ActorID
    package var day: CalendarDay
    package var lines: [Line]

    package init(sender: ActorID, day: CalendarDay, lines: [Line]) {
        self.sender = sender
        self.day = day
        self.lines = lines
    }
}
