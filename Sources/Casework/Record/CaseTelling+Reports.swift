import Law

/// Reports of concern and investigations, as others are told of them.
extension CaseTelling {
    func concern(_ report: JournaledCase.Report) -> Case.Concern {
        let facts = report.facts
        return Case.Concern(
            id: id(.concern, facts.id),
            start: facts.receivedOn,
            reporters: report.codes?.reporters ?? [],
            contents: report.codes?.contents ?? [],
            conclusion: facts.review.flatMap { review in
                report.review.map {
                    Case.Conclusion(end: review.at.on, code: $0.outcome.statedCode(on: review.at.on))
                }
            }
        )
    }

    /// What stands for a report where the service itself has begun: the register and KOSTRA know no investigation
    /// without one.
    func ownReport(_ investigation: InvestigationFacts, _ journal: JournaledCase) -> Case.Concern? {
        guard investigation.start.origin == .ownInitiative else { return nil }
        let start = investigation.started.on
        return Case.Concern(
            id: id(.ownReport, investigation.id),
            start: start,
            reporters: [StatedCode(Self.theService)],
            contents: journal.grounds(of: investigation.id),
            conclusion: Case.Conclusion(end: start, code: ConcernReview.Outcome.investigated)
        )
    }

    /// The child welfare service as a reporter (Melder 5).
    private static let theService = "5"

    func investigation(_ investigation: InvestigationFacts, _ journal: JournaledCase) -> Case.Investigation {
        let end = investigation.concluded?.at.on
        return Case.Investigation(
            id: id(.investigation, investigation.id),
            start: investigation.statisticalStart,
            grounds: investigation.isShelved ? [] : journal.grounds(of: investigation.id),
            participation: participation(from: investigation.started.on, through: end ?? today, journal.facts.hearings),
            moreTime: investigation.extended.map { Case.Investigation.MoreTime(start: $0.on, granted: "1") },
            conclusion: investigation.concluded.map { concluded in
                let code = concluded.outcome.statedCode(on: concluded.at.on)
                return Case.Conclusion(end: concluded.at.on, code: code.code, specification: code.specification)
            }
        )
    }

    /// How the child took part last, among the ways that the register knows; it asks from 2026.
    private func participation(
        from start: CalendarDay,
        through end: CalendarDay,
        _ hearings: [HearingFacts]
    ) -> Case.Investigation.Participation? {
        guard start <= end else { return nil }
        let kinds = hearings.filter { (start...end).contains($0.at.on) && $0.at.on >= RegisterYears.newCodes }
            .compactMap { hearing in
                hearing.statedCode.map { (on: hearing.at.on, kind: $0, isHeard: hearing.way != nil) }
            }
        // That a child was heard once is not undone by a later day on which it was not.
        let last = kinds.last { $0.isHeard } ?? kinds.last
        return last.map { Case.Investigation.Participation(start: $0.on, kind: $0.kind) }
    }
}

extension InvestigationFacts {
    /// Whether it ended without measures and petition: what was stated then tells of the service's own report alone.
    fileprivate var isShelved: Bool {
        switch concluded?.outcome {
        case nil, .measures?, .petition?: false
        default: true
        }
    }
}

/// From when the register's lists have changed.
enum RegisterYears {
    /// Codes of shelved reports and of moved children, and how the child took part: 1 January 2026.
    static let newCodes = CalendarDay(year: 2026, month: 1, day: 1) ?? .latest
    /// The act of 2021 is in force: 1 January 2023.
    static let newAct = CalendarDay(year: 2023, month: 1, day: 1) ?? .latest
}

extension HearingFacts {
    /// The register's code (MedvirkningType); nothing for what it has no code for.
    fileprivate var statedCode: String? {
        switch obstacle {
        case nil: way?.rawValue
        case .noOpportunity?: "2.1"
        case .childDeclined?: "2.2"
        case .tooYoung?, .wouldHarm?: nil
        }
    }
}

extension ConcernReview.Outcome {
    /// An investigation follows (2).
    fileprivate static let investigated = "2"

    /// The register's code of the conclusion; before 2026 all shelvings had one code.
    fileprivate func statedCode(on day: CalendarDay) -> String {
        switch self {
        case .shelved(let cause, _): day < RegisterYears.newCodes ? "1" : "\(cause.rawValue)"
        case .investigate: Self.investigated
        case .activeMeasures: "3"
        case .addedToRunning: "4"
        }
    }
}

extension InvestigationConclusion.Outcome {
    /// The register's code of the conclusion; before 2026 all moves had one code, which must be specified.
    fileprivate func statedCode(on day: CalendarDay) -> StatedCode {
        guard day < RegisterYears.newCodes else { return StatedCode("\(rawValue)") }
        switch self {
        case .movedAbroad: return StatedCode("5", "Barnet har flyttet til utlandet.")
        case .movedToUnknownPlace: return StatedCode("5", "Barnet har flyttet til et ukjent sted.")
        case .movedToOtherMunicipality: return StatedCode("5", "Barnet har flyttet til en annen kommune.")
        case .measures, .petition, .shelved, .shelvedAtPartysWish, .referredElsewhere: return StatedCode("\(rawValue)")
        }
    }
}
