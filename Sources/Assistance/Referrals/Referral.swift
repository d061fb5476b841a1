package import Law

/// What the municipality asks the state for (henvisning), without prose.
package struct Referral: Hashable, Sendable {
    /// What is asked for.
    package var kind: MeasureKind
    /// The decision that the request rests on; nothing for a kind that needs none, such as a family council.
    package var decision: DecisionBehind?
    /// The first day on which the measure is wanted (ønsket oppstart); nothing where the message has no such day, as
    /// that about a health assessment.
    package var wantedFrom: CalendarDay?

    package init(kind: MeasureKind, decision: DecisionBehind?, wantedFrom: CalendarDay?) {
        self.kind = kind
        self.decision = decision
        self.wantedFrom = wantedFrom
    }

    /// By which words of § 16-3 the state shall, or may, help.
    package var basis: AssistanceBasis { AssistanceBasis(kind, section: decision?.section) }
}

/// What is asked for or offered (forespurt bistand).
///
/// Source: Bufdir's code list HenvisningForespurtBistandType, whose codes are the raw values.
package enum MeasureKind: UInt8, Hashable, Sendable, CaseIterable {
    /// A foster home (fosterhjem).
    case fosterHome = 1
    /// A treatment institution (behandlingsinstitusjon).
    case treatmentInstitution = 2
    /// A care institution (omsorgsinstitusjon).
    case careInstitution = 3
    /// A care institution or a specialised foster home (spesialisert fosterhjem).
    case careOrSpecialisedHome = 4
    /// An assessment in a centre for parents and children (utredning).
    case centreAssessment = 5
    /// A measure in a centre for parents and children (senter for foreldre og barn).
    case centreMeasure = 6
    /// Home-based help, FFT, which the code list calls RFT.
    case homeFamilyTherapy = 7
    /// Home-based help, MST.
    case homeMultisystemic = 8
    /// Other home-based help (annet hjelpetiltak).
    case homeOther = 9
    /// A family council (familieråd).
    case familyCouncil = 10
    /// An interdisciplinary health assessment (tverrfaglig helsekartlegging).
    case healthAssessment = 11

    /// Whether the child lives there, so that it may be asked for at once (acute).
    package var isStay: Bool { rawValue <= 4 }
}

/// By which words of § 16-3 the state shall, or may, help (bistandsgrunnlag).
package enum AssistanceBasis: UInt8, Hashable, Sendable, CaseIterable {
    /// A stay outside the home after an acute decision: second paragraph a.
    case acuteStay = 1
    /// A stay in a foster home: second paragraph b.
    case fosterHome = 2
    /// A stay in an institution: second paragraph c.
    case institution = 3
    /// What the state may offer: fourth paragraph, and what the section does not name.
    case mayOffer = 4

    /// The basis of a measure by the section of the decision behind it.
    ///
    /// A specialised foster home is offered in special cases only, but who asks for "institution or specialised
    /// foster home" asks for an institution, which is a duty.
    package init(_ kind: MeasureKind, section: LegalSection?) {
        self =
            switch kind {
            case _ where kind.isStay && section?.isAcute ?? false: .acuteStay
            case .fosterHome: .fosterHome
            case .treatmentInstitution, .careInstitution, .careOrSpecialisedHome: .institution
            case .centreAssessment, .centreMeasure, .homeFamilyTherapy, .homeMultisystemic, .homeOther,
                .familyCouncil, .healthAssessment:
                .mayOffer
            }
    }

    /// Whether the state is obliged (bistandsplikt): only then can there be a breach, and never a "no".
    package var isDuty: Bool { self != .mayOffer }
}
