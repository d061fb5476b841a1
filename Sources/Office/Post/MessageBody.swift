import Assistance
import Exchange
package import Law

/// What a message is to say, before it has a header.
enum MessageBody: Hashable, Sendable {
    /// Something for both levels to know, with its texts.
    case shared(SharedFact.Content, Prose)
    case acute(AcuteRequest, Prose, AcuteChild)
    /// What a form has made; only its header is written anew.
    case made(Message)
    case applicationReceipt
    case failure(String)
    case holdAsked(HoldRequest, Prose)
    case holdAnswered(HoldAnswer, Prose)
}

/// What the header of a new message is made of.
struct HeaderDraft: Hashable, Sendable {
    var id: RecordID
    /// What it follows; `nil` where it starts a conversation.
    var follows: Follows?
    var sentAt: Instant
    var sender: Counterpart
    var receiver: Counterpart
    /// What the conversation asks for, where it is known.
    var asked: MeasureKind?

    struct Follows: Hashable, Sendable {
        var conversation: RecordID
        var message: RecordID
        /// Whether the sender itself sent that message.
        var isOwn: Bool
        /// Whether whoever sends it has named that message; otherwise it is the newest, which may be another at a retry.
        var isChosen = true
    }

    /// A header of a definition; what follows an earlier message says as what.
    func header(of definition: any MessageDefinition, _ relation: MessageRelation?) -> MessageHeader {
        MessageHeader(
            id: "\(id)",
            followUp: follows.flatMap { follows in
                relation.map {
                    .init(relation: $0, startID: "\(follows.conversation)", messageID: "\(follows.message)")
                }
            },
            typeNamespace: definition.namespace,
            typeTitle: definition.title,
            system: .init(vendor: "Rettid", name: "Rettid", version: "1.0"),
            sentAt: sentAt.description,
            sender: sender.party,
            receiver: receiver.party
        )
    }
}

extension Counterpart {
    fileprivate var party: MessageParty { MessageParty(organisationNumber: "\(number)", name: name) }
}

/// Whom an acute request is about, as much as is known.
package struct AcuteChild: Hashable, Sendable {
    /// The child's number, where anybody knows it.
    package var number: PersonNumber?
    /// In place of a number: what can be said of the child.
    package var description: String
    /// Whether the address is hidden; nothing in the message says where the child lives in any case.
    package var hasHiddenAddress: Bool
    /// The language that an interpreter is needed for; `nil` where none is.
    package var interpreter: String?
    /// Brothers and sisters who need a place too.
    package var siblings: [Sibling]

    /// A sibling who needs a place too (søsken).
    package struct Sibling: Hashable, Sendable {
        /// The sibling's number.
        package var number: PersonNumber
        /// Whether they should live together (samplassering).
        package var isTogether: Bool

        package init(number: PersonNumber, isTogether: Bool) {
            self.number = number
            self.isTogether = isTogether
        }
    }

    package init(
        number: PersonNumber?,
        description: String,
        hasHiddenAddress: Bool,
        interpreter: String?,
        siblings: [Sibling] = []
    ) {
        self.number = number
        self.description = description
        self.hasHiddenAddress = hasHiddenAddress
        self.interpreter = interpreter
        self.siblings = siblings
    }
}

extension AcuteChild {
    /// The element Klient.
    var element: MessageNode {
        let identity = number.map(\.element) ?? MessageNode("UkjentIdentitet", text: description)
        return MessageNode(
            "Klient",
            [
                MessageNode("Identifikator", [identity]),
                MessageNode("SperretAdresse", text: hasHiddenAddress ? "true" : "false"),
            ] + (interpreter.map { [MessageNode("Tolkesprak", text: $0)] } ?? [])
                + siblings.map { sibling in
                    let together = MessageNode("Samplassering", text: sibling.isTogether ? "true" : "false")
                    return MessageNode("Sosken", [sibling.number.element, together])
                }
        )
    }
}

extension PersonNumber {
    fileprivate var element: MessageNode {
        MessageNode(digits.utf8.count == 12 ? "DUFnummer" : "Fodselsnummer", text: digits)
    }
}
