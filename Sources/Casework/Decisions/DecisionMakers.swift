extension Decision.Kind {
    /// Who may make it.
    ///
    /// The service makes what chapter 3 and § 4-1 leave to it; its leader or deputy alone, or the prosecuting authority,
    /// what cannot wait (§§ 4-2, 4-4 to 4-6, 7-7; without the prosecuting authority § 4-3); the tribunal or a court the
    /// rest. The leader also sets contact after an acute care decision (§ 4-2 second paragraph).
    var makers: Set<Decision.Maker> {
        switch self {
        case .helpMeasure, .aftercare, .acuteHelp, .institutionByConsent, .shelving, .reducedVisits:
            [.service, .leader, .deputy]
        case .relocation: [.service, .leader, .deputy, .tribunal, .court]
        case .acuteCare, .acuteCareAbroad, .acuteInstitution, .acuteInstitutionAbroad, .acuteTrafficking,
            .acuteTravelBan, .contactStop:
            [.leader, .deputy, .prosecutor]
        case .movingBan: [.leader, .deputy]
        case .contact: [.leader, .deputy, .tribunal, .court]
        case .orderedHelp, .parentSupport, .careOrder, .institutionWithoutConsent, .trafficking, .reversal:
            [.tribunal, .court]
        }
    }

    /// Whether measures can rest on it.
    var bearsMeasures: Bool {
        switch self {
        case .shelving, .reducedVisits, .contact, .contactStop, .movingBan, .acuteTravelBan, .reversal: false
        default: true
        }
    }

    /// Where the child may live by force of it; empty where it gives no home.
    ///
    /// Source: §§ 3-2, 3-6, 4-1 to 4-5, 5-3, 5-5, 6-1 to 6-3 and 6-6.
    var homes: Set<PlacementStart.Home> {
        switch self {
        case .helpMeasure, .aftercare, .acuteHelp: Set(PlacementStart.Home.allCases)
        case .acuteCare, .acuteCareAbroad, .careOrder, .relocation:
            [.fosterHome, .emergencyHome, .institution, .acuteInstitution, .other]
        case .institutionByConsent, .institutionWithoutConsent: [.institution, .acuteInstitution, .fosterHome]
        case .acuteInstitution, .acuteInstitutionAbroad, .acuteTrafficking, .trafficking:
            [.institution, .acuteInstitution]
        case .orderedHelp, .parentSupport, .shelving, .reducedVisits, .contact, .contactStop, .movingBan,
            .acuteTravelBan, .reversal:
            []
        }
    }

    /// Whether the tribunal's leader controls it (§ 14-22): what is acute, but not § 4-1.
    var isControlled: Bool { isAcute && self != .acuteHelp }

    /// Whether it is made at once by the leader alone, not by the service (§§ 4-2 to 4-6 and 7-7).
    var isTheLeaders: Bool { isAcute && !makers.contains(.service) }

    /// Whether a complaint about it goes to the tribunal instead of the county governor (§ 12-9).
    ///
    /// Source: §§ 5-5, 14-8 and 14-23; of contact, the leader's after an acute care decision (§ 4-2 second paragraph).
    var complaintsGoToTribunal: Bool { self == .relocation || self == .contact || isControlled }
}
