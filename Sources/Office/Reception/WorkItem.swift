package import Law

/// Something that came in and that no rule could place: reception must see to it.
package struct WorkItem: Hashable, Sendable {
    package enum Problem: UInt8, Hashable, Sendable, CaseIterable {
        /// The content does not follow its form.
        case unreadable = 0
        /// No municipality has the number, or not any more.
        case unknownMunicipality = 1
        /// The municipality is served by district, and the message names none that is served.
        case unknownDistrict = 2
        /// The municipality exists, but is not served here.
        case notServed = 3
        /// The same key or message id has come with other content.
        case sameIdOtherContent = 4
        /// Reading it ended the program; it is not tried again by machine.
        case stoppedTheReader = 5
        /// A message from an organisation that nobody here knows.
        case unknownSender = 6
        /// A message that its conversation has no place for.
        case outOfPlace = 7
    }

    /// One thing that is wrong, with where it stands, what was found and what was expected.
    package struct Detail: Hashable, Sendable {
        package var pointer: String
        package var found: String
        package var expected: String
        package var message: String

        package init(pointer: String, found: String, expected: String, message: String) {
            self.pointer = pointer
            self.found = found
            self.expected = expected
            self.message = message
        }
    }

    package var problem: Problem
    package var details: [Detail]
    package var rawID: RecordID
    package var sender: ActorID
    package var messageID: String
    package var form: String
    /// When the message reached us.
    package var receivedAt: Instant

    package init(
        problem: Problem,
        details: [Detail],
        rawID: RecordID,
        sender: ActorID,
        messageID: String,
        form: String,
        receivedAt: Instant
    ) {
        self.problem = problem
        self.details = details
        self.rawID = rawID
        self.sender = sender
        self.messageID = messageID
        self.form = form
        self.receivedAt = receivedAt
    }
}

/// What has happened to an item of reception.
package enum WorkItemEvent: Hashable, Sendable {
    case raised(WorkItem)
    /// Somebody has made it theirs.
    case taken
    case closed(reason: String)
    /// Sent on to a service, which has stored it.
    case forwarded(to: UnitID)
}

/// What reception's list knows about an item: no content.
package struct WorkItemFacts: Hashable, Sendable {
    package let id: RecordID
    package let sequence: Int
    /// When the message reached us.
    package let receivedAt: Instant
    /// The day of it in Oslo; the law counts from it once the item is placed.
    package let receivedOn: CalendarDay
    package let problem: WorkItem.Problem
    package let sender: ActorID
    package let rawID: RecordID
    package var owner: ActorID?
    package var isClosed = false

    package init(
        _ item: WorkItem,
        id: RecordID,
        sequence: Int,
        on occurredOn: CalendarDay
    ) {
        self.id = id
        self.sequence = sequence
        receivedAt = item.receivedAt
        receivedOn = occurredOn
        problem = item.problem
        sender = item.sender
        rawID = item.rawID
    }

    package mutating func apply(_ event: WorkItemEvent, by actor: ActorID) {
        switch event {
        case .raised: break
        case .taken: owner = actor
        case .closed, .forwarded: isClosed = true
        }
    }
}

/// What somebody in reception wants to do with an item.
package enum WorkItemCommand: Hashable, Sendable {
    case take
    case close(reason: String)
    case forward(to: UnitID)
    /// Put a message between units into a referral of the unit, named by its conversation.
    case attach(to: UnitID, conversation: RecordID)

    package enum Refusal: Error, Hashable, Sendable {
        case alreadyClosed
        case alreadyYours
        case reasonMissing
        /// What came is no message between units, or cannot be read as one.
        case noMessage
        /// The unit has no such referral.
        case noConversation
        /// The message has no place in the unit that it is for, as before or for another reason.
        case stillWithoutPlace(WorkItem.Problem)
    }

    package func decide(on facts: WorkItemFacts, by actor: ActorID) -> Result<WorkItemEvent, Refusal> {
        guard !facts.isClosed else { return .failure(.alreadyClosed) }
        switch self {
        case .take: return facts.owner == actor ? .failure(.alreadyYours) : .success(.taken)
        case .close(let reason):
            let isEmpty = reason.allSatisfy(\.isWhitespace)
            return isEmpty ? .failure(.reasonMissing) : .success(.closed(reason: reason))
        case .forward(let unit), .attach(let unit, conversation: _): return .success(.forwarded(to: unit))
        }
    }
}
