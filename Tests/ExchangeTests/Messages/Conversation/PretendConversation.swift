import Exchange
import Law
import TestSupport
import Testing

/// Parties, ids and times for tests; no number belongs to anybody.
enum Pretend {
    static let service = party(1)
    static let region = party(2)
    static let stranger = party(3)
    static let start = id(1)
    static let first = MessageKey(sender: service, id: start)

    static func party(_ number: Int) -> OrganisationNumber {
        guard let party = OrganisationNumber("00000000\(number)") else { fatalError("no organisation number") }
        return party
    }

    static func id(_ number: UInt64) -> RecordID { RecordID(high: number, low: number) }

    static func at(_ minute: Int) -> Instant {
        Instant(microseconds: 1_790_000_000_000_000).adding(seconds: 60 * minute)
    }
}

/// One message of a table: what it is, by whom, when, about which.
struct Step: Sendable, CustomTestStringConvertible {
    var number: UInt64
    var kind: MessageKind
    var relation: MessageRelation?
    var about: UInt64
    var minute: Int
    var sender = Pretend.service
    var receiver = Pretend.region
    var reference: String?

    var testDescription: String { "\(number): \(relation?.rawValue ?? "Ny") \(about) at \(minute)" }

    var fact: MessageFact {
        get throws(MessageFact.ParseError) {
            try MessageFact(
                id: Pretend.id(number),
                kind: kind,
                place: relation.map { .followUp($0, of: Pretend.id(about), in: Pretend.start) } ?? .opening,
                sentAt: Pretend.at(minute),
                sender: sender,
                receiver: receiver,
                reference: reference,
                content: ContentDigest([UInt8(truncatingIfNeeded: number)])
            )
        }
    }

    static func referral(_ number: UInt64 = 1, at minute: Int = 0) -> Step {
        Step(number: number, kind: .standard(.fosterHome), relation: nil, about: 0, minute: minute)
    }

    static func update(_ number: UInt64, of about: UInt64 = 1, at minute: Int) -> Step {
        Step(number: number, kind: .standard(.fosterHome), relation: .update, about: about, minute: minute)
    }

    static func supplement(_ number: UInt64, to about: UInt64 = 1, at minute: Int) -> Step {
        Step(number: number, kind: .standard(.attachments), relation: .supplement, about: about, minute: minute)
    }

    static func withdrawal(_ number: UInt64, of about: UInt64 = 1, at minute: Int) -> Step {
        Step(number: number, kind: .standard(.withdrawal), relation: .withdrawn, about: about, minute: minute)
    }

    static func deletion(_ number: UInt64, of about: UInt64 = 1, at minute: Int) -> Step {
        Step(number: number, kind: .standard(.withdrawal), relation: .deleted, about: about, minute: minute)
    }

    static func receipt(_ number: UInt64, of about: UInt64 = 1, at minute: Int) -> Step {
        reply(number, .standard(.applicationReceipt), .applicationReceipt, about, minute)
    }

    static func look(_ number: UInt64, of about: UInt64 = 1, at minute: Int) -> Step {
        reply(number, .standard(.caseworkerReceipt), .caseworkerReceipt, about, minute)
    }

    static func failure(_ number: UInt64, of about: UInt64 = 1, at minute: Int) -> Step {
        reply(number, .standard(.failure), .failure, about, minute)
    }

    static func offer(_ number: UInt64, for about: UInt64 = 1, at minute: Int) -> Step {
        reply(number, .rettid(.offer), .answer, about, minute)
    }

    /// The same message between other parties.
    func from(_ sender: OrganisationNumber, to receiver: OrganisationNumber) -> Step {
        var step = self
        step.sender = sender
        step.receiver = receiver
        return step
    }

    private static func reply(
        _ number: UInt64,
        _ kind: MessageKind,
        _ relation: MessageRelation,
        _ about: UInt64,
        _ minute: Int
    ) -> Step {
        Step(number: number, kind: kind, relation: relation, about: about, minute: minute)
            .from(Pretend.region, to: Pretend.service)
    }
}

extension Conversation {
    /// The conversation that a party started, after some messages have come in this order.
    static func after(_ steps: [Step], startedBy opener: OrganisationNumber = Pretend.service) throws -> Conversation {
        var conversation = Conversation(first: MessageKey(sender: opener, id: Pretend.start))
        for step in steps { _ = conversation.absorb(try step.fact) }
        return conversation
    }
}
