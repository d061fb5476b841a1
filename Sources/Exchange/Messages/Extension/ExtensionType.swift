/// The messages between Rettid units for what Bufdir's definitions are silent about.
///
/// Each has a namespace and version of its own. They travel only between units of Rettid; anybody else gets the same
/// as a readable attachment. `docs/extension-messages.md` describes them.
package enum ExtensionType: String, CaseIterable, Hashable, Sendable {
    /// The state offers a measure (tilbud, tilsagn).
    case offer = "tilbud"
    /// The municipality takes or declines an offer (svar på tilbud).
    case offerAnswer = "tilbudssvar"
    /// A unit asks the owner of a place to hold it (reservasjon av plass).
    case holdRequest = "plassreservasjon"
    /// The owner grants or refuses a hold, or tells that it has run out (svar på reservasjon).
    case holdAnswer = "plassreservasjonssvar"
    /// A service asks for a place at once after an acute decision (akuttanmodning).
    case acuteRequest = "akuttanmodning"
    /// The state answers an acute request, each time that something has changed (svar på akuttanmodning).
    case acuteAnswer = "akuttsvar"

    /// The namespace of the root element; every version has a new one.
    package var namespace: String { "https://rettid.no/\(rawValue).v1.0.0" }

    /// The local name of the root element.
    package var rootName: String { definition.root }

    /// The caption that the header repeats in clear text (Meldingstype).
    package var title: String { definition.title }

    /// What a message of this type is to the one it follows: an answer, or nothing where it starts a conversation.
    package var allowedRelations: [MessageRelation] { mayStart ? [] : [.answer] }

    /// Whether a message of this type starts a conversation.
    package var mayStart: Bool { self == .holdRequest || self == .acuteRequest }

    /// What a message of this type may answer.
    package var answers: [MessageKind] {
        switch self {
        case .offer: MessageType.allCases.filter(\.isReferral).map(MessageKind.standard) + [.rettid(.acuteRequest)]
        case .offerAnswer: [.rettid(.offer)]
        case .holdAnswer: [.rettid(.holdRequest)]
        case .acuteAnswer: [.rettid(.acuteRequest)]
        case .holdRequest, .acuteRequest: []
        }
    }

    /// Finds the type by the root element; nothing for a version that we do not know.
    package init?(rootName: String, namespace: String) {
        guard let type = Self.allCases.first(where: { $0.namespace == namespace }), type.rootName == rootName else {
            return nil
        }
        self = type
    }

    private var definition: (root: String, title: String) {
        switch self {
        case .offer: ("Tilbud", "Tilbud om tiltak")
        case .offerAnswer: ("Tilbudssvar", "Svar på tilbud om tiltak")
        case .holdRequest: ("Plassreservasjon", "Anmodning om å holde av plass")
        case .holdAnswer: ("Plassreservasjonssvar", "Svar på anmodning om å holde av plass")
        case .acuteRequest: ("Akuttanmodning", "Akuttanmodning")
        case .acuteAnswer: ("Akuttsvar", "Svar på akuttanmodning")
        }
    }
}
