package import Law

/// The decision that a referral rests on (vedtaket bak henvisningen).
package struct DecisionBehind: Hashable, Sendable {
    package var section: LegalSection
    package var status: Status
    /// Who made it or is to make it; nothing where nobody has said.
    package var maker: Maker?
    /// The day of the decision; nothing until it is made.
    package var day: CalendarDay?

    package init(section: LegalSection, status: Status, maker: Maker?, day: CalendarDay?) {
        self.section = section
        self.status = status
        self.maker = maker
        self.day = day
    }

    /// How far the decision has come.
    ///
    /// Source: Bufdir's code list VedtakStatusType, whose codes are the raw values.
    package enum Status: UInt8, Hashable, Sendable, CaseIterable {
        /// Made (fattet).
        case made = 1
        /// Will be made once there is a measure: it waits for the state, not the state for it.
        case waitsForMeasure = 2
        /// Awaits the tribunal (avventer nemndsbehandling).
        case awaitsTribunal = 3
    }

    /// Who decides.
    ///
    /// Source: Bufdir's code list VedtakInstansType, whose codes are the raw values.
    package enum Maker: UInt8, Hashable, Sendable, CaseIterable {
        case court = 1
        case municipality = 2
        case tribunal = 3
        /// Police or the emergency service (politi, barnevernsvakt).
        case emergencyService = 4
        /// Directorate of Immigration (UDI).
        case immigration = 5
    }
}

/// The sections of the act on which a referral may rest (lovhjemmel); the raw value is the number.
package enum LegalSection: String, Hashable, Sendable, CaseIterable {
    case centreAssessment = "2-3"
    case voluntaryHelp = "3-1"
    case voluntaryStay = "3-2"
    case orderedHelp = "3-4"
    case parentSupport = "3-5"
    case acuteHelp = "4-1"
    case acuteCare = "4-2"
    case acuteInstitution = "4-4"
    case acuteTrafficking = "4-5"
    case careOrder = "5-1"
    case institutionByConsent = "6-1"
    case institutionWithoutConsent = "6-2"
    case trafficking = "6-6"

    /// Whether it is one of those that § 16-3 second paragraph a names.
    package var isAcute: Bool {
        switch self {
        case .acuteHelp, .acuteCare, .acuteInstitution, .acuteTrafficking: true
        default: false
        }
    }
}
