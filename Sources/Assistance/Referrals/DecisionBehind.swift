package import Law

/// The decision that a referral rests on (vedtaket bak henvisningen).
package struct DecisionBehind: Hashable, Sendable {
    /// The section under which the decision is made; it tells whether the state is obliged, and when the decision
    /// lapses.
    package var section: LegalSection
    /// How far the decision has come.
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
        /// A court (domstol).
        case court = 1
        /// The municipality's own service (kommunen).
        case municipality = 2
        /// The tribunal (barneverns- og helsenemnda).
        case tribunal = 3
        /// Police or the emergency service (politi, barnevernsvakt).
        case emergencyService = 4
        /// Directorate of Immigration (UDI).
        case immigration = 5
    }
}

/// The sections of the act on which a referral may rest (lovhjemmel); the raw value is the number.
package enum LegalSection: String, Hashable, Sendable, CaseIterable {
    /// An assessment in a centre for parents and children, ordered (pålagt utredning).
    case centreAssessment = "2-3"
    /// Help that the family agrees to (frivillige hjelpetiltak).
    case voluntaryHelp = "3-1"
    /// A stay outside the home that the parents agree to (frivillig plassering).
    case voluntaryStay = "3-2"
    /// Help that the tribunal orders (pålegg om hjelpetiltak).
    case orderedHelp = "3-4"
    /// Support of the parents without the child's own consent (foreldrestøttende tiltak).
    case parentSupport = "3-5"
    /// Help at once for a child that nobody looks after (akutt hjelp).
    case acuteHelp = "4-1"
    /// The care of the child taken over at once (akutt omsorgsovertakelse).
    case acuteCare = "4-2"
    /// An institution at once, for serious behaviour (akutt plassering i institusjon).
    case acuteInstitution = "4-4"
    /// An institution at once, for danger of trafficking (akutt, fare for menneskehandel).
    case acuteTrafficking = "4-5"
    /// The care of the child taken over by the tribunal (omsorgsovertakelse).
    case careOrder = "5-1"
    /// An institution for serious behaviour with consent (institusjon med samtykke).
    case institutionByConsent = "6-1"
    /// An institution for serious behaviour without consent (institusjon uten samtykke).
    case institutionWithoutConsent = "6-2"
    /// An institution for danger of trafficking (fare for menneskehandel).
    case trafficking = "6-6"

    /// Whether it is one of those that § 16-3 second paragraph a names.
    package var isAcute: Bool {
        switch self {
        case .acuteHelp, .acuteCare, .acuteInstitution, .acuteTrafficking: true
        default: false
        }
    }
}
