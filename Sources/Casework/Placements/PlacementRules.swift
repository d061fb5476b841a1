import Law

extension CaseRules {
    /// A child moves from a placement where it lives, and is heard first unless the move could not be planned.
    ///
    /// Source: §§ 1-4 and 5-5.
    func obstacle(to relocation: Relocation) -> CaseRefusal? {
        if let refusal = obstacle(toChanging: relocation.measure) { return refusal }
        return lacking(relocation.reason) ?? lacking(relocation.destination) ?? lacking(relocation.text)
            ?? ParticipationGate.obstacle(
                relocation.participation,
                in: facts,
                on: on,
                canWait: relocation.isPlanned
            )
    }

    /// A stay becomes permanent by the tribunal, and only after a care order (§ 5-12).
    func obstacle(to agreement: FosterAgreement) -> CaseRefusal? {
        if let refusal = obstacle(toChanging: agreement.measure) { return refusal }
        guard home(of: agreement.measure)?.isFamily ?? false else { return .conditionsNotMet }
        guard let visits = agreement.permanentWithVisits else { return nil }
        let isInCare = facts.decisions.contains { $0.kind == .careOrder && $0.made.on <= on }
        return visits < 0 || !isInCare ? .conditionsNotMet : nil
    }

    /// The child lives there on the day, and still does.
    func obstacle(toChanging measure: RecordID) -> CaseRefusal? {
        guard let facts = facts.measures.with(measure), facts.placement != nil else { return .unknown }
        return facts.ended != nil ? .alreadyOver : tooEarly(after: facts.started.on)
    }

    func home(of measure: RecordID) -> PlacementStart.Home? {
        facts.measures.with(measure)?.placement?.start.home
    }
}

extension PlacementStart.Home {
    /// Whether it is a family's home, under the regulation on foster homes.
    var isFamily: Bool { self == .fosterHome || self == .emergencyHome }

    var isInstitution: Bool { self == .institution || self == .acuteInstitution }
}
