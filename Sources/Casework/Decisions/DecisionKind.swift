extension Decision.Kind {
    /// The section of the act that the decision rests on (hjemmel), without the sign.
    package var section: String {
        switch self {
        case .helpMeasure: "3-1"
        case .orderedHelp: "3-4"
        case .parentSupport: "3-5"
        case .aftercare: "3-6"
        case .acuteHelp: "4-1"
        case .acuteCare, .acuteCareAbroad: "4-2"
        case .movingBan: "4-3"
        case .acuteInstitution, .acuteInstitutionAbroad: "4-4"
        case .acuteTrafficking: "4-5"
        case .acuteTravelBan: "4-6"
        case .careOrder: "5-1"
        case .institutionByConsent: "6-1"
        case .institutionWithoutConsent: "6-2"
        case .trafficking: "6-6"
        case .contact: "7-2"
        case .contactStop: "7-7"
        case .reversal: "5-7"
        case .shelving: "2-5"
        case .relocation: "5-5"
        case .reducedVisits: "9-11"
        }
    }

    /// Whether it is made at once, to be completed afterwards (akutt): those of chapter 4, and the stop of contact.
    ///
    /// § 7-7 stands in chapter 7 but, like chapter 4, lets the leader act alone against a danger that cannot wait.
    package var isAcute: Bool {
        switch self {
        case .acuteHelp, .acuteCare, .acuteCareAbroad, .movingBan, .acuteInstitution, .acuteInstitutionAbroad,
            .acuteTrafficking, .acuteTravelBan, .contactStop:
            true
        default: false
        }
    }
}

extension Decision.Maker {
    /// Whether somebody outside the service makes it, so that the service only registers it.
    package var isOutside: Bool {
        switch self {
        case .service, .leader, .deputy: false
        case .prosecutor, .tribunal, .court: true
        }
    }
}

extension Decision {
    /// What § 12-5 demands and nobody has written yet; empty for what others have made, whose text is theirs.
    package var missingParts: Set<Part> {
        guard !maker.isOutside else { return [] }
        return Set(Part.allCases.filter { parts[$0]?.isBlank ?? true })
    }
}
