import Exchange
import Law
import Testing

struct `A fact of a header` {
    private static func header() -> MessageHeader {
        MessageHeader(
            id: "0190ABCD-0000-7000-8000-000000000002",
            followUp: .init(
                relation: .update,
                startID: "0190abcd-0000-7000-8000-000000000001",
                messageID: "0190abcd-0000-7000-8000-000000000001"
            ),
            typeNamespace: "whatever it says",
            typeTitle: "whatever it says",
            system: .init(vendor: "Prøveleverandør", name: "Prøvesystem", version: "1.0"),
            sentAt: "2026-03-10T10:15:00",
            sender: MessageParty(organisationNumber: "310417009", name: "Eksempel barneverntjeneste"),
            receiver: MessageParty(organisationNumber: "312555018", name: "Eksempel inntaksenhet"),
            senderReference: "B-17"
        )
    }

    @Test
    func `holds what the conversation needs`() throws {
        let content = ContentDigest([1, 2, 3])
        let fact = try MessageFact(Self.header(), kind: .standard(.fosterHome), content: content)
        #expect(fact.id.description == "0190abcd-0000-7000-8000-000000000002")
        #expect(fact.start.description == "0190abcd-0000-7000-8000-000000000001")
        #expect(fact.relation == .update)
        #expect(fact.earlier == fact.start)
        #expect(fact.sentAt.description == "2026-03-10T09:15:00Z")
        #expect(fact.sender.description == "310417009")
        #expect(fact.receiver.description == "312555018")
        #expect(fact.reference == "B-17")
        #expect(fact.content == content)
    }

    /// One part spoilt, and what is said of it.
    struct Flaw: Sendable, CustomTestStringConvertible {
        let error: MessageFact.HeaderError
        let change: @Sendable (inout MessageHeader) -> Void

        init(_ error: MessageFact.HeaderError, _ change: @escaping @Sendable (inout MessageHeader) -> Void) {
            self.error = error
            self.change = change
        }

        var testDescription: String { "\(error)" }
    }

    private static let flaws = [
        Flaw(.unreadableID) { $0.id = "17" },
        Flaw(.unreadableID) { $0.followUp?.startID = "" },
        Flaw(.unreadableTime) { $0.sentAt = "i dag" },
        Flaw(.unreadableParty) { $0.sender.organisationNumber = "٣١٠٤١٧٠٠٩" },
        Flaw(.unreadableParty) { $0.receiver.organisationNumber = "31041700" },
        Flaw(.contradiction(.relationDoesNotFit(.withdrawn))) { $0.followUp?.relation = .withdrawn },
        Flaw(.contradiction(.followsItself)) { $0.followUp?.messageID = $0.id },
    ]

    @Test(arguments: flaws)
    func `is not made of a part that cannot be read`(flaw: Flaw) {
        var header = Self.header()
        flaw.change(&header)
        #expect(throws: flaw.error) { try MessageFact(header, kind: .standard(.fosterHome), content: nil) }
    }
}
