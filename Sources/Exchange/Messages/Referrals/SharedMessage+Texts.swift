internal import Assistance

extension MessageKind {
    /// Where the texts stand in a message of this kind, by paths below the root; no text has two places.
    var textPlaces: [(path: [String], part: Prose.Part)] {
        places.map { (path: $0.split(separator: "/").map(String.init), part: $1) }
    }

    private var places: [(String, Prose.Part)] {
        switch self {
        case .standard(let type):
            switch type {
            case .fosterHome, .institution, .homeMeasure, .familyCentre, .familyCouncil:
                [("Bistandsperiode/Varighet", .duration)]
            case .withdrawal: [("Begrunnelse", .reasons)]
            case .caseworkerReceipt: [("Informasjon", .information)]
            case .healthAssessment, .attachments, .applicationReceipt, .failure, .test: []
            }
        case .rettid(let type): type.places
        }
    }
}

extension ExtensionType {
    fileprivate var places: [(String, Prose.Part)] {
        switch self {
        case .offer:
            Self.actor("BesluttetAv") + Self.place + Self.hearing("Forsvarlighetsvurdering") + [
                ("Samsvar/Avvik", .departure), ("Forsvarlighetsvurdering/Vurdering", .assessment),
                ("Vilkar", .conditions), ("Fagteam/Rad", .advice), ("Fagteam/Begrunnelse", .overruling),
            ]
        case .offerAnswer:
            Self.actor("BesvartAv") + Self.hearing("Horing") + [
                ("AvslagsgrunnAnnet", .otherReason), ("Begrunnelse", .reasons),
            ]
        case .acuteRequest:
            Self.actor("BestiltAv") + [("Situasjon", .events), ("SaerligeHensyn", .considerations)]
        case .acuteAnswer:
            Self.actor("BesvartAv") + Self.place + Self.hearing("Forsvarlighetsvurdering") + [
                ("Samsvar/Avvik", .departure), ("Forsvarlighetsvurdering/Vurdering", .assessment),
                ("Begrunnelse", .reasons), ("MidlertidigLosning", .interimMeasures),
            ]
        case .stay: Self.actor("MeldtAv") + Self.place + [("Begrunnelse", .reasons)]
        case .breachStatement:
            Self.actor("BesluttetAv") + [
                ("Begrunnelse", .reasons), ("MidlertidigLosning", .interimMeasures),
                ("BarnetsSituasjon", .childsSituation),
            ]
        case .delay: Self.actor("MeldtAv") + [("Begrunnelse", .reasons)]
        case .fosterHomeStep:
            Self.actor("MeldtAv") + Self.hearing("Horing") + [("Begrunnelse", .reasons)]
        case .adviceRequest: Self.actor("MeldtAv") + [("Sporsmal", .question)]
        case .adviceAnswer: Self.actor("BesvartAv") + [("Svar", .answer)]
        case .cooperation:
            Self.actor("MeldtAv") + [("Sted", .place), ("Hendelsesforlop", .events), ("Svar", .answer)]
        case .privateSolution: Self.actor("MeldtAv") + [("MidlertidigLosning", .interimMeasures)]
        case .serviceDecline: Self.actor("BesluttetAv") + [("Begrunnelse", .reasons)]
        case .holdRequest, .holdAnswer: []
        }
    }

    private static let place: [(String, Prose.Part)] = [
        ("Plass/Navn", .placeName), ("Plass/BegrunnelseAnnenRegion", .otherRegion),
    ]

    private static func actor(_ name: String) -> [(String, Prose.Part)] {
        [("\(name)/Navn", .name), ("\(name)/Rolle", .role)]
    }

    private static func hearing(_ name: String) -> [(String, Prose.Part)] {
        [("\(name)/BarnetsSynspunkt", .childsView), ("\(name)/BegrunnelseIkkeHort", .notHeard)]
    }
}
