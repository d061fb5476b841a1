package import Law

/// Something that came in and that no rule could place: reception must see to it.
package struct WorkItem: Hashable, Sendable {
    /// Why no rule could place it; the raw value is what the journal keeps.
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
        /// A message that the unit that it is for is there to take, and does not, however often that is tried.
        case notTaken = 8
    }

    /// One thing that is wrong, with where it stands, what was found and what was expected.
    package struct Detail: Hashable, Sendable {
        /// Where it stands in the message.
        package var pointer: String
        /// What stood there, by kind and length.
        package var found: String
        /// What should stand there.
        package var expected: String
        /// The whole in one English sentence.
        package var message: String

        package init(pointer: String, found: String, expected: String, message: String) {
            self.pointer = pointer
            self.found = found
            self.expected = expected
            self.message = message
        }
    }

    /// Why no rule could place it.
    package var problem: Problem
    /// What is wrong in detail; empty where there is nothing more to say.
    package var details: [Detail]
    /// The message as it was received.
    package var rawID: RecordID
    /// Who sent it.
    package var sender: ActorID
    /// The id under which the sender knows it.
    package var messageID: String
    /// The form that the sender named.
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
    /// It has come in.
    case raised(WorkItem)
    /// Somebody has made it theirs.
    case taken
    /// Nothing more is done with it, for this reason.
    case closed(reason: String)
    /// Sent on to a service, which has stored it.
    case forwarded(to: UnitID)
    /// Its sender has been asked to send it anew, in these words.
    case sentBack(reason: String)
}

/// What reception's list knows about an item: no content.
package struct WorkItemFacts: Hashable, Sendable {
    /// The item's own stream.
    package let id: RecordID
    /// The entry that raised it.
    package let sequence: Int
    /// When the message reached us.
    package let receivedAt: Instant
    /// The day of it in Oslo; the law counts from it once the item is placed.
    package let receivedOn: CalendarDay
    /// Why no rule could place it.
    package let problem: WorkItem.Problem
    /// Who sent it.
    package let sender: ActorID
    /// The message as it was received.
    package let rawID: RecordID
    /// Who sees to it; `nil` while nobody does.
    package var owner: ActorID?
    /// Whether somebody has seen to it.
    package var isClosed = false

    /// The facts of an item that has just come in.
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

    /// Takes one more event into account.
    package mutating func apply(_ event: WorkItemEvent, by actor: ActorID) {
        switch event {
        case .raised: break
        case .taken: owner = actor
        case .closed, .forwarded, .sentBack: isClosed = true
        }
    }
}

/// What somebody in reception wants to do with an item.
package enum WorkItemCommand: Hashable, Sendable {
    /// Make it one's own.
    case take
    /// Do nothing more with it, for this reason.
    case close(reason: String)
    /// Send it on to a service.
    case forward(to: UnitID)
    /// Put a message between units into a referral of the unit, named by its conversation.
    case attach(to: UnitID, conversation: RecordID)
    /// Ask its sender to send it anew, in these words; then it is seen to.
    case sendBack(reason: String)

    /// Why it was not done; nothing was written.
    package enum Refusal: Error, Hashable, Sendable {
        /// Somebody has seen to it before.
        case alreadyClosed
        /// It is the person's own already.
        case alreadyYours
        /// A reason is demanded and empty.
        case reasonMissing
        /// What came is no message between units, or cannot be read as one.
        case noMessage
        /// The unit has no such referral.
        case noConversation
        /// Nothing reaches the sender's system.
        case noWayBack
        /// No message can carry the text.
        case unsendable
        /// The message has no place in the unit that it is for, as before or for another reason.
        case stillWithoutPlace(WorkItem.Problem)
    }

    /// What happens if the command is carried out on these facts; pure.
    package func decide(on facts: WorkItemFacts, by actor: ActorID) -> Result<WorkItemEvent, Refusal> {
        guard !facts.isClosed else { return .failure(.alreadyClosed) }
        switch self {
        case .take: return facts.owner == actor ? .failure(.alreadyYours) : .success(.taken)
        case .close(let reason): return Self.given(reason).map { .closed(reason: $0) }
        case .sendBack(let reason): return Self.given(reason).map { .sentBack(reason: $0) }
        case .forward(let unit), .attach(let unit, conversation: _): return .success(.forwarded(to: unit))
        }
    }

    private static func given(_ reason: String) -> Result<String, Refusal> {
        reason.allSatisfy(\.isWhitespace) ? .failure(.reasonMissing) : .success(reason)
    }
}
