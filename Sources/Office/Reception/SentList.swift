package import Law

/// What a sender says that it sent on one day.
package struct SentList: Hashable, Sendable {
    /// One message of the list.
    package struct Line: Hashable, Sendable {
        /// The id or key under which the message was sent.
        package var messageID: String
        /// SHA-256 of what was sent, in hexadecimal digits, where the sender tells.
        package var digest: String?
        /// The municipality that it was sent to, where the sender tells: whose leader then sees that it is missing.
        package var municipality: MunicipalityNumber?
        /// The district in it; ``DistrictNumber/none`` where there is none.
        package var district: DistrictNumber

        package init(
            messageID: String,
            digest: String?,
            municipality: MunicipalityNumber? = nil,
            district: DistrictNumber = .none
        ) {
            self.messageID = messageID
            self.digest = digest
            self.municipality = municipality
            self.district = district
        }
    }

    /// Who says so.
    package var sender: ActorID
    /// The day on which they were sent, in Oslo.
    package var day: CalendarDay
    /// The messages, in the sender's order.
    package var lines: [Line]

    package init(sender: ActorID, day: CalendarDay, lines: [Line]) {
        self.sender = sender
        self.day = day
        self.lines = lines
    }
}
