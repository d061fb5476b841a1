/// The name of a rule of the law (regelens nummer), such as `D06` for the time of the investigation.
///
/// The same rule keeps its name through every change of its section or its length; a table may name rules of its own.
package struct RuleID: Hashable, Sendable {
    /// As the table writes it.
    package let text: String

    /// The place of a rule that the program itself knows, so that looking it up hashes no text; `nil` for others.
    let slot: Int?

    /// The rule of a name; whether any table has it is for the table to say.
    package init(_ text: String) {
        self.text = text
        slot = Self.slots[text]
    }

    static let slotCount = known.count

    private static let known = [
        "D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10", "D14", "D14b", "D14c", "D14d", "D15",
        "D15b", "D16", "D16b", "D17", "D18", "D19", "D19b", "D20", "D20b", "D20c", "D21", "D21b", "D22", "D23", "D23b",
        "D24", "D25",
        "D26", "D28", "D30", "D35", "D36", "D37", "K01", "K02", "K03", "K04", "K05", "K06", "P01", "P02",
        "P03", "P04", "P04b", "P05", "V01", "V02",
    ]

    private static let slots = Dictionary(uniqueKeysWithValues: zip(known, 0...))
}

extension RuleID: Comparable {
    package static func < (left: RuleID, right: RuleID) -> Bool { left.text < right.text }
}

extension RuleID: CustomStringConvertible {
    package var description: String { text }
}

// MARK: - Reports of concern and investigations

extension RuleID {
    /// The review of a report of concern (gjennomgang), § 2-1.
    package static let review = RuleID("D01")
    /// Written reasons where a report is shelved without an investigation (begrunnet henleggelse), § 2-1.
    package static let shelvingReasons = RuleID("D02")
    /// The confirmation to the reporter (bekreftelse til melder), § 13-3.
    package static let confirmation = RuleID("D03")
    /// Telling a public reporter whether an investigation is opened (tilbakemelding), § 13-3.
    package static let publicReply = RuleID("D04")
    /// Telling a public reporter whether the child is followed up (ny tilbakemelding), § 13-3.
    package static let secondReply = RuleID("D05")
    /// The end of the investigation (undersøkelsesfristen), § 2-2; its trigger is the receipt of the report.
    package static let investigation = RuleID("D06")
    /// The end of an extended investigation (utvidet undersøkelse), § 2-2; same trigger.
    package static let extendedInvestigation = RuleID("D07")
    /// The plan for the investigation (undersøkelsesplan), § 2-2.
    package static let investigationPlan = RuleID("D08")
    /// The appealable decision to shelve after an investigation (henleggelsesvedtak), § 2-5.
    package static let shelvingDecision = RuleID("D09")
    /// The time within which a fixed new investigation begins (ny undersøkelse), § 2-5.
    package static let newInvestigationRecall = RuleID("D10")
    /// Informing the county governor of a serious event (varsel til statsforvalteren), § 13-5 a.
    package static let seriousEvent = RuleID("D36")
    /// Telling the service of the municipality to which the child moves (melding ved flytting), § 13-5.
    package static let moveNotice = RuleID("D37")
}

// MARK: - Young people and plans

extension RuleID {
    /// A first recall before the 18th birthday (ettervern); a setting, not a section.
    package static let aftercareRecall = RuleID("D14")
    /// A last warning before the 18th birthday; a setting, not a section.
    package static let aftercareWarning = RuleID("D14b")
    /// The contact and decision before the 18th birthday (overgang til ettervern), § 3-6.
    package static let aftercareDecision = RuleID("D14c")
    /// The last day of measures for young people (ettervern til fylte 25 år), § 3-6.
    package static let aftercareEnd = RuleID("D14d")
    /// A withdrawn consent is answered the same day (tilbaketrukket samtykke).
    package static let consentWithdrawn = RuleID("K01")
    /// The evaluation of a plan for help measures (evaluering av tiltaksplan), § 8-1.
    package static let planEvaluation = RuleID("K02")
    /// The yearly review of the foster-home agreement (gjennomgang av fosterhjemsavtalen).
    package static let fosterAgreementReview = RuleID("K03")
    /// Follow-up visits in the foster home (oppfølgingsbesøk); in the table of visits.
    package static let followUpVisits = RuleID("V01")
    /// Supervision visits to the child in the foster home (tilsyn); in the table of visits.
    package static let supervisionVisits = RuleID("V02")
}

// MARK: - Plans that must exist

extension RuleID {
    /// The plan with a decision on help measures (tiltaksplan), § 8-1.
    package static let helpPlan = RuleID("P01")
    /// The plan after an acute decision (plan etter akuttvedtak), § 8-2.
    package static let acutePlan = RuleID("P02")
    /// The plan after a care order (omsorgsplan), § 8-3.
    package static let carePlan = RuleID("P03")
    /// The plan of a stay in an institution that the child agrees to (plan for oppholdet), § 8-4.
    package static let consentedStayPlan = RuleID("P04")
    /// The plan of a stay in an institution that the tribunal has decided on, § 8-4.
    package static let orderedStayPlan = RuleID("P04b")
    /// The plan for a young person with measures after 18 (plan for ettervern), § 8-5.
    package static let aftercarePlan = RuleID("P05")
}

// MARK: - Acute decisions, the tribunal and complaints

extension RuleID {
    /// The petition after an acute care order (begjæring etter akuttvedtak), § 4-2.
    package static let carePetition = RuleID("D15")
    /// The same where the child's usual home is in another state, § 4-2.
    package static let carePetitionAbroad = RuleID("D15b")
    /// The petition after an acute stay in an institution, § 4-4.
    package static let institutionPetition = RuleID("D16")
    /// The same where the child's usual home is in another state, § 4-4.
    package static let institutionPetitionAbroad = RuleID("D16b")
    /// The petition after an acute decision against trafficking (menneskehandel), § 4-5.
    package static let traffickingPetition = RuleID("D17")
    /// The petition after an acute travel ban (utreiseforbud), § 4-6.
    package static let travelBanPetition = RuleID("D18")
    /// The longest time of a ban on moving the child (flytteforbud), § 4-3.
    package static let movingBan = RuleID("D19")
    /// The petition where the child cannot be moved, § 4-3.
    package static let movingBanPetition = RuleID("D19b")
    /// Sending an acute decision to the tribunal once it is carried out, § 14-22.
    package static let acuteToTribunal = RuleID("D20")
    /// The tribunal's control of it (kontroll innen 48 timer), § 14-22.
    package static let acuteControl = RuleID("D20b")
    /// Sending an acute travel ban to the tribunal once it is made, § 14-22.
    package static let travelBanToTribunal = RuleID("D20c")
    /// What is missing in the text of an acute decision follows (begrunnelse i ettertid), § 12-5; a setting.
    package static let acuteParts = RuleID("K04")
    /// The child is heard after an acute decision (barnet hørt i ettertid), § 1-4.
    package static let hearingAfterAcute = RuleID("K06")
    /// Ending what rests on a decision that has lapsed or was not upheld (tiltak uten vedtak), chapter 4 and § 5-2.
    package static let measureWithoutDecision = RuleID("K05")
    /// The tribunal's decision on a complaint about an acute decision, § 14-23.
    package static let acuteComplaint = RuleID("D21")
    /// Preparing and sending a complaint about moving the child to the tribunal, §§ 5-5 and 14-8.
    package static let relocationComplaint = RuleID("D21b")
    /// The petition after contact is stopped (stans av samvær), § 7-7.
    package static let contactStopPetition = RuleID("D22")
    /// Carrying out a care order (iverksetting), § 5-2.
    package static let careOrderImplementation = RuleID("D23")
    /// How long a care order stands where the child is abducted to another state (bortføring), § 5-2.
    package static let careOrderAbduction = RuleID("D23b")
    /// Carrying out a stay in an institution without consent (iverksetting), § 6-2.
    package static let stayImplementation = RuleID("D28")
    /// Carrying out a stay in an institution against trafficking, § 6-6.
    package static let traffickingImplementation = RuleID("D30")
    /// How long nobody can demand that a care order is reversed, § 5-7: a bar.
    package static let reversalBar = RuleID("D24")
    /// How long the private parties cannot demand a new case about contact (samvær), § 7-4: a bar.
    package static let contactBar = RuleID("D25")
    /// Sending a private party's demand for change to the tribunal, § 14-8.
    package static let partyDemand = RuleID("D26")
    /// A party's complaint to the county governor (klage til statsforvalteren), § 12-9.
    package static let complaintToGovernor = RuleID("D35")
}
