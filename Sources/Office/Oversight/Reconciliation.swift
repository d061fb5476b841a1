package import Law

/// One sender's day: what it says that it sent, what is stored, and what a person has opened.
package struct Reconciliation: Hashable, Sendable {
    /// How a sender's word and the store differ in a message.
    package enum Difference: String, Hashable, Sendable, CaseIterable {
        /// On the sender's list, and not stored anywhere.
        case missing
        /// Stored on the day, and not on the sender's list.
        case extra
        /// Stored, with other content than the sender's list says.
        case different
    }

    /// One message of the day.
    package struct Message: Hashable, Sendable {
        /// The id or key under which it was sent.
        package let id: String
        /// How they differ; `nil` where they agree.
        package let difference: Difference?
        /// When it was stored; `nil` where it is missing.
        package let storedAt: Instant?
        /// Where it lies: a service, or the reception for what could not be placed.
        ///
        /// Where it is missing, the service that it was sent to, as far as the sender tells.
        package let unit: UnitID?
        /// The service that it was sent to, as far as the sender tells.
        package let sentTo: UnitID?
        /// The reports made of it, and how many of them a person has opened.
        package let concerns: Int
        /// Of those, how many a person has opened.
        package let opened: Int

        package init(
            id: String,
            difference: Difference?,
            storedAt: Instant?,
            unit: UnitID?,
            sentTo: UnitID? = nil,
            concerns: Int,
            opened: Int
        ) {
            self.id = id
            self.difference = difference
            self.storedAt = storedAt
            self.unit = unit
            self.sentTo = sentTo
            self.concerns = concerns
            self.opened = opened
        }
    }

    /// Whose messages they are.
    package let sender: ActorID
    /// The day on which they were sent, in Oslo.
    package let day: CalendarDay
    /// `nil` where the sender has not said what it sent.
    package let said: Int?
    /// All of the day, stored or missing.
    package let messages: [Message]
    /// Missing messages that may be anybody's, since the sender does not tell whom they were for: a leader is told how
    /// many, reception has them among its `messages`.
    package let missingForAnybody: Int
    /// Among a leader's `messages`, those that were sent to the own service and lie with reception or another one.
    package let elsewhere: Int

    package init(
        sender: ActorID,
        day: CalendarDay,
        said: Int?,
        messages: [Message],
        missingForAnybody: Int = 0,
        elsewhere: Int = 0
    ) {
        self.sender = sender
        self.day = day
        self.said = said
        self.messages = messages
        self.missingForAnybody = missingForAnybody
        self.elsewhere = elsewhere
    }

    /// What the leader of a service sees of the day: its own messages, those sent to it that lie elsewhere, what is
    /// missing of them, and how many missing ones may be its own.
    package func seen(by unit: UnitID) -> Reconciliation {
        let own = messages.filter { $0.unit == unit || $0.sentTo == unit }
        return Reconciliation(
            sender: sender,
            day: day,
            said: said.map { _ in own.count { $0.difference != .extra } },
            messages: own,
            missingForAnybody: messages.count { $0.difference == .missing && $0.unit == nil },
            elsewhere: own.count { $0.unit != unit }
        )
    }

    /// How many are stored.
    package var stored: Int { messages.count { $0.storedAt != nil } }
    /// Messages of which a person has opened every report.
    package var opened: Int { messages.count { $0.concerns > 0 && $0.opened == $0.concerns } }

    /// How many differ in this way.
    package func count(_ difference: Difference) -> Int { messages.count { $0.difference == difference } }

    /// Whether anybody has to look.
    package var hasDifferences: Bool {
        missingForAnybody > 0 || messages.contains { $0.difference != nil }
    }
}

/// A message as it is stored, for comparison.
package struct StoredMessage: Hashable, Sendable {
    /// What has become of it so far.
    package enum Status: Hashable, Sendable, CaseIterable {
        /// Stored in the journal of the service that it was sent to.
        case received
        /// No rule could place it; reception has it and has not finished with it.
        case withReception
        /// Reception has sent it on to a service, which has stored it.
        case forwarded
        /// Reception has closed it with a reason, and no service has it.
        case closedByReception
    }

    /// The id or key under which it was sent.
    package let id: String
    /// SHA-256 of what was received, in hexadecimal digits.
    package let digest: String
    /// When it reached us.
    package let storedAt: Instant
    /// Where it lies: a service, or the reception.
    package let unit: UnitID
    /// What has become of it.
    package let status: Status
    /// The reports made of it, and how many of them a person has opened.
    package let concerns: Int
    /// Of those, how many a person has opened.
    package let opened: Int

    package init(
        id: String,
        digest: String,
        storedAt: Instant,
        unit: UnitID,
        status: Status,
        concerns: Int,
        opened: Int
    ) {
        self.id = id
        self.digest = digest
        self.storedAt = storedAt
        self.unit = unit
        self.status = status
        self.concerns = concerns
        self.opened = opened
    }
}

extension Reconciliation {
    /// Compares a sender's list with what is stored; pure.
    ///
    /// - Parameters:
    ///   - sender: Whose messages are compared.
    ///   - day: The day that the list is about.
    ///   - list: What the sender says that it sent on the day; `nil` where it has said nothing.
    ///   - onDay: What was stored on the day.
    ///   - place: The service that a line of the list was sent to, as far as the line tells.
    ///   - find: Looks up a message by id on any day, since what was sent before midnight is stored after it.
    package init(
        sender: ActorID,
        day: CalendarDay,
        list: SentList?,
        onDay: [StoredMessage],
        place: (SentList.Line) -> UnitID?,
        find: (String) throws -> StoredMessage?
    ) rethrows {
        let byID = Dictionary(onDay.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var messages: [Message] = []
        var listed: Set<String> = []
        for line in list?.lines ?? [] where listed.insert(line.messageID).inserted {
            let stored = try byID[line.messageID] ?? find(line.messageID)
            let difference: Difference? =
                if let stored {
                    line.digest == nil || line.digest == stored.digest ? nil : .different
                } else {
                    .missing
                }
            messages.append(Message(line.messageID, stored, difference, sentTo: place(line)))
        }
        for stored in onDay where !listed.contains(stored.id) {
            messages.append(Message(stored.id, stored, list == nil ? nil : .extra, sentTo: nil))
        }
        self.init(sender: sender, day: day, said: list.map { _ in listed.count }, messages: messages)
    }
}

extension Reconciliation.Message {
    fileprivate init(
        _ id: String,
        _ stored: StoredMessage?,
        _ difference: Reconciliation.Difference?,
        sentTo: UnitID?
    ) {
        self.init(
            id: id,
            difference: difference,
            storedAt: stored?.storedAt,
            unit: stored?.unit ?? sentTo,
            sentTo: sentTo,
            concerns: stored?.concerns ?? 0,
            opened: stored?.opened ?? 0
        )
    }
}
