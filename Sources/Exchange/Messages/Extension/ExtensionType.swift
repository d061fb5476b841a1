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
    /// A stay starts, goes on longer, moves or ends (opphold).
    case stay = "opphold"
    /// The region confirms or contests a breach of the duty of assistance (brudd på bistandsplikten).
    case breachStatement = "bistandsbrudd"
    /// Somebody else than the state has held things up (forsinkelse).
    case delay = "forsinkelse"
    /// A step on the way to a foster home (steg mot fosterhjem).
    case fosterHomeStep = "fosterhjemssteg"
    /// A question for professional advice (rådforespørsel).
    case adviceRequest = "radforesporsel"
    /// The advice (råd).
    case adviceAnswer = "radsvar"
    /// What makes working together hard, the reply to it, or a joint task that is done (samhandling).
    case cooperation = "samhandling"
    /// The municipality keeps the child in a private solution meanwhile (privat midlertidig løsning).
    case privateSolution = "privatlosning"
    /// The state declines what it may offer and is not obliged to (avslag på tjeneste, § 16-3 fourth paragraph).
    case serviceDecline = "tjenesteavslag"

    /// The namespace of the root element; every version has a new one.
    package var namespace: String { "https://rettid.no/\(rawValue).v1.0.0" }

    /// The local name of the root element.
    package var rootName: String { definition.root }

    /// The caption that the header repeats in clear text (Meldingstype).
    package var title: String { definition.title }

    /// What a message of this type is to the one it follows: an answer to the other party's, something more to one of
    /// its sender's own, or nothing where it starts a conversation.
    ///
    /// Which of the two is allowed also says who may send it: only the municipality has a referral to add to.
    package var allowedRelations: [MessageRelation] {
        switch self {
        case .holdRequest, .acuteRequest: []
        case .offer, .offerAnswer, .holdAnswer, .acuteAnswer, .breachStatement, .adviceAnswer, .serviceDecline:
            [.answer]
        case .privateSolution: [.supplement]
        case .stay, .delay, .fosterHomeStep, .adviceRequest, .cooperation: [.answer, .supplement]
        }
    }

    /// Whether a message of this type starts a conversation.
    package var mayStart: Bool { allowedRelations.isEmpty }

    /// Whether it may still be sent once what was asked for is withdrawn: what looks back.
    package var mayFollowTheEnd: Bool {
        switch self {
        case .stay, .breachStatement, .delay, .adviceAnswer, .cooperation: true
        case .offer, .offerAnswer, .holdRequest, .holdAnswer, .acuteRequest, .acuteAnswer, .fosterHomeStep,
            .adviceRequest, .privateSolution, .serviceDecline:
            false
        }
    }

    /// What a message of this type may follow.
    package var follows: [MessageKind] {
        switch self {
        case .holdRequest, .acuteRequest: []
        case .offer, .breachStatement, .delay, .adviceRequest, .privateSolution: Self.requests
        case .offerAnswer: [.rettid(.offer)]
        case .holdAnswer: [.rettid(.holdRequest), .rettid(.stay)]
        case .acuteAnswer: [.rettid(.acuteRequest)]
        case .stay:
            [.offer, .offerAnswer, .holdRequest, .acuteRequest, .acuteAnswer, .stay].map(MessageKind.rettid)
        case .fosterHomeStep:
            Self.requests + [.offer, .offerAnswer, .fosterHomeStep].map(MessageKind.rettid)
        case .adviceAnswer: [.rettid(.adviceRequest)]
        case .cooperation: Self.requests + [.breachStatement, .delay, .cooperation].map(MessageKind.rettid)
        case .serviceDecline: Self.services.map(MessageKind.standard)
        }
    }

    /// The referrals to what the state may offer: a foster home and an institution are what it is obliged to.
    ///
    /// Source: Barnevernsloven § 16-3 second and fourth paragraphs.
    private static let services: [MessageType] = [.homeMeasure, .familyCentre, .familyCouncil, .healthAssessment]

    /// What asks the state for something.
    private static let requests =
        MessageType.allCases.filter(\.isReferral).map(MessageKind.standard) + [.rettid(.acuteRequest)]

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
        case .stay: ("Opphold", "Opphold")
        case .breachStatement: ("Bistandsbrudd", "Brudd på bistandsplikten")
        case .delay: ("Forsinkelse", "Forsinkelse")
        case .fosterHomeStep: ("Fosterhjemssteg", "Steg mot fosterhjem")
        case .adviceRequest: ("Radforesporsel", "Spørsmål om råd")
        case .adviceAnswer: ("Radsvar", "Råd")
        case .cooperation: ("Samhandling", "Samhandling")
        case .privateSolution: ("Privatlosning", "Privat midlertidig løsning")
        case .serviceDecline: ("Tjenesteavslag", "Avslag på tjeneste")
        }
    }
}
