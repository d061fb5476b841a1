/// The messages between municipal child welfare and the state that Bufdir defines (barnevernsmelding).
///
/// The raw values are our own keys. All six referrals travel as one Fiks type and two receipts share a root name, so
/// only the namespace and name of the root element together tell a message.
///
/// Source: Bufdir's message definitions, set of 31 October 2025.
package enum MessageType: String, CaseIterable, Hashable, Sendable {
    /// Referral to a foster home (henvisning fosterhjem).
    case fosterHome = "henvisning.fosterhjem"
    /// Referral to an institution (henvisning institusjon).
    case institution = "henvisning.institusjon"
    /// Referral to specialised measures at home (henvisning hjelpetiltak).
    case homeMeasure = "henvisning.hjelpetiltak"
    /// Referral to a centre for parents and children (henvisning senter for foreldre og barn).
    case familyCentre = "henvisning.senterforeldrebarn"
    /// Referral to a family group conference (henvisning familieråd).
    case familyCouncil = "henvisning.familierad"
    /// Referral to an interdisciplinary health assessment (henvisning tverrfaglig helsekartlegging).
    case healthAssessment = "henvisning.tverrfaglighelsekartlegging"
    /// Attachments that follow later (vedleggmelding).
    case attachments = "vedleggmelding"
    /// Withdrawal of a message (trukketmelding).
    case withdrawal = "trukketmelding"
    /// The receiving system's receipt (applikasjonskvittering).
    case applicationReceipt = "applikasjonskvittering"
    /// A caseworker's receipt (saksbehandlerkvittering).
    case caseworkerReceipt = "saksbehandlerkvittering"
    /// Refusal of a message that cannot be processed (feilmelding).
    case failure = "feilmelding"
    /// A message that tries the line (testmelding).
    case test = "testmelding"

    /// The namespace of the root element; every patch of a definition has a new one.
    package var namespace: String { "https://bufdir.no/\(definition.namespace)" }

    /// The local name of the root element.
    package var rootName: String { definition.root }

    /// The caption that the header repeats in clear text (Meldingstype).
    package var title: String { definition.title }

    /// What a follow-up of this type may be to the message it follows (MeldingsForbindelse).
    package var allowedRelations: [MessageRelation] { definition.relations }

    /// Whether a message of this type may start a conversation, that is stand without a message that it follows.
    package var mayStart: Bool { definition.mayStart }

    /// Whether this is one of the six referrals (henvisning).
    package var isReferral: Bool { rawValue.hasPrefix("henvisning.") }

    /// Whether nothing may answer a message of this type.
    package var isTerminal: Bool {
        switch self {
        case .applicationReceipt, .caseworkerReceipt, .failure: true
        default: false
        }
    }

    /// Finds the type by the root element.
    ///
    /// - Returns: Nothing where no definition in use has this root; older and newer versions are among them.
    package init?(rootName: String, namespace: String) {
        guard let type = Self.byNamespace[namespace], type.rootName == rootName else { return nil }
        self = type
    }

    private static let byNamespace = Dictionary(uniqueKeysWithValues: allCases.map { ($0.namespace, $0) })

    private struct Definition {
        let namespace: String
        let root: String
        let title: String
        let relations: [MessageRelation]
        let mayStart: Bool
    }

    private var definition: Definition {
        switch self {
        case .fosterHome: Self.referral("fosterhjem", "Henvisning fosterhjem")
        case .institution: Self.referral("institusjon", "Henvisning institusjon")
        case .homeMeasure: Self.referral("hjelpetiltak", "Henvisning hjelpetiltak")
        case .familyCentre: Self.referral("senterforeldrebarn", "Henvisning senter for foreldre og barn")
        case .familyCouncil: Self.referral("familierad", "Henvisning familieråd")
        case .healthAssessment:
            Self.referral("tverrfaglighelsekartlegging", "Henvisning tverrfaglig helsekartlegging")
        case .attachments:
            Definition(
                namespace: "vedleggmelding.v1.0.1",
                root: "Vedlegg",
                title: "Vedleggmelding",
                relations: [.supplement],
                mayStart: false
            )
        case .withdrawal:
            Definition(
                namespace: "trukketmelding.v1.0.2",
                root: "TrukketMelding",
                title: "Trukketmelding",
                relations: [.withdrawn, .deleted],
                mayStart: false
            )
        case .applicationReceipt:
            Definition(
                namespace: "Applikasjonskvittering.v1.0.2",
                root: "Kvittering",
                title: "Applikasjonskvittering",
                relations: [.applicationReceipt],
                mayStart: false
            )
        case .caseworkerReceipt:
            Definition(
                namespace: "saksbehandlerkvittering.v1.0.2",
                root: "Kvittering",
                title: "Saksbehandlerkvittering",
                relations: [.caseworkerReceipt],
                mayStart: false
            )
        case .failure:
            Definition(
                namespace: "feilmelding.v1.0.1",
                root: "Feilmelding",
                title: "Feilmelding",
                relations: [.failure],
                mayStart: false
            )
        case .test:
            Definition(
                namespace: "testmelding.v1.0.1",
                root: "Test",
                title: "Testmelding",
                relations: [],
                mayStart: true
            )
        }
    }

    private static func referral(_ name: String, _ title: String) -> Definition {
        Definition(
            namespace: "barnevern.henvisning.\(name).v1.2.0",
            root: "Henvisning",
            title: title,
            relations: [.update],
            mayStart: true
        )
    }
}

/// How a message relates to the one it follows (MeldingsForbindelse); a new message follows none.
///
/// Source: Bufdir's code list MeldingsForbindelseType. `Ny` is no code: a message is new where the follow-up block is
/// absent.
package enum MessageRelation: String, CaseIterable, Hashable, Sendable {
    /// The same message under a new id, since the first may be lost.
    case duplicate = "Duplikat"
    /// The whole of an earlier message anew.
    case update = "Oppdatering"
    /// Something more to an earlier message.
    case supplement = "Tillegg"
    /// An earlier message is taken back, and kept.
    case withdrawn = "Trukket"
    /// An earlier message is to be forgotten.
    case deleted = "Slettet"
    /// The receiver's system has kept it.
    case applicationReceipt = "ApplikasjonsKvittering"
    /// A person at the receiver's has looked at it.
    case caseworkerReceipt = "SaksbehandlerKvittering"
    /// An answer to what it says.
    case answer = "Svar"
    /// It cannot be processed.
    case failure = "Feil"

    /// Whether it is about the sender's own earlier message (retning `sendt`); else about the other party's.
    package var concernsOwnMessage: Bool {
        switch self {
        case .duplicate, .update, .supplement, .withdrawn, .deleted: true
        case .applicationReceipt, .caseworkerReceipt, .answer, .failure: false
        }
    }
}
