import Law

/// Decisions, the tribunal, and what leads to what, as others are told of them.
extension CaseTelling {
    func decisions(_ facts: CaseFacts) -> [Case.Decision] {
        let claims = claims(facts)
        return facts.decisions.map { decision in
            // What lapses when the case is closed was over with the case; nothing of a case ends after it.
            let lapsed = decision.lapsedOn(law, today: min(today, facts.closedOn ?? today))
            let end = decision.endOfForce(by: today) ?? lapsed
            var statuses = [("1", decision.made.on)]
            if let sent = decision.petitionSent, end.map({ sent.on <= $0 }) ?? true { statuses.append(("2", sent.on)) }
            if let end { statuses.append((decision.endOfForce(by: today) == nil ? "3" : "4", end)) }
            return Case.Decision(
                id: id(.decision, decision.id),
                start: decision.made.on,
                basis: decision.provision,
                claims: claims[decision.id] ?? [],
                statuses: statuses.map { code, day in
                    Case.Decision.Status(id: id(.status(code), decision.id), changed: day, code: code)
                },
                end: end
            )
        }
    }

    /// What private parties demand, with the decision that it is most likely about: the latest one that held.
    private func claims(_ facts: CaseFacts) -> [RecordID: [Case.Decision.Claim]] {
        var claims: [RecordID: [Case.Decision.Claim]] = [:]
        for demand in facts.demands {
            let held = facts.decisions.filter { decision in
                decision.made.on <= demand.received.on
                    && decision.endOfForce(by: today).map { demand.sent?.on ?? demand.received.on <= $0 } ?? true
                    && decision.lapsedOn(law, today: today).map { demand.sent?.on ?? demand.received.on <= $0 } ?? true
            }
            guard let about = held.max(by: { $0.made.on < $1.made.on }) else { continue }
            let claim = Case.Decision.Claim(
                id: id(.claim, demand.id),
                start: demand.received.on,
                conclusion: demand.sent.map { Case.Conclusion(end: $0.on, code: "1") }
            )
            claims[about.id, default: []].append(claim)
        }
        return claims
    }

    /// A petition that was sent to the tribunal (oversendelse).
    func tribunal(_ decision: DecisionFacts) -> Case.Tribunal? {
        guard let sent = decision.petitionSent else { return nil }
        return Case.Tribunal(
            id: id(.tribunal, decision.id),
            start: sent.on,
            basis: decision.kind.provision(on: sent.on)
        )
    }

    /// What leads to what: report, investigation, decision, measure or tribunal.
    func relations(_ facts: CaseFacts, _ reports: [JournaledCase.Report]) -> [Case.Relation] {
        var relations: [Case.Relation] = []
        func relate(_ from: ThingID, _ fromKind: ThingKind, _ to: ThingID, _ toKind: ThingKind) {
            let id = identify("relation/\(from.folded)/\(to.folded)")
            relations.append(Case.Relation(id: id, from: from.text, fromKind, to: to, toKind))
        }
        for investigation in facts.investigations {
            let own = id(.investigation, investigation.id)
            if case .concern(let report, _, _) = investigation.start.origin {
                if reports.contains(where: { $0.facts.id == report }) {
                    relate(id(.concern, report), .concern, own, .investigation)
                }
            } else {
                relate(id(.ownReport, investigation.id), .concern, own, .investigation)
            }
            for decision in facts.decisions(endedInBy: investigation) {
                relate(own, .investigation, id(.decision, decision.id), .decision)
            }
        }
        for measure in facts.measures where facts.decisions.with(measure.decision) != nil {
            relate(id(.decision, measure.decision), .decision, id(.measure, measure.id), .measure)
        }
        for decision in facts.decisions where decision.petitionSent != nil {
            relate(id(.decision, decision.id), .decision, id(.tribunal, decision.id), .tribunal)
        }
        return relations
    }
}

extension CaseFacts {
    /// The decisions in which an investigation has ended: those made while it ran that bear its outcome; after a petition
    /// the first one that the tribunal made.
    fileprivate func decisions(endedInBy investigation: InvestigationFacts) -> [DecisionFacts] {
        guard let concluded = investigation.concluded else { return [] }
        let start = investigation.started.on
        let running = decisions.filter { $0.made.on >= start && $0.made.on <= concluded.at.on }
        switch concluded.outcome {
        case .measures: return running.filter(\.kind.bearsMeasures)
        case .petition:
            let petitioned = running.filter { $0.petitionSent != nil }
            guard petitioned.isEmpty else { return petitioned }
            return decisions.filter { $0.made.on >= concluded.at.on && $0.maker == .tribunal }.prefix(1).map { $0 }
        case .shelved, .shelvedAtPartysWish, .referredElsewhere: return running.filter { $0.kind == .shelving }
        case .movedAbroad, .movedToUnknownPlace, .movedToOtherMunicipality: return []
        }
    }
}

extension DecisionFacts {
    /// The provision that it rests on, of the act that was in force on its day.
    var provision: Provision { kind.provision(on: made.on) }
}

extension Decision.Kind {
    /// The provision for a decision of a day: of the act of 2021 from 1 January 2023, of the act of 1992 before.
    func provision(on day: CalendarDay) -> Provision {
        let section = day < RegisterYears.newAct ? oldSection : section
        let parts = section.split(separator: "-", maxSplits: 1)
        return Provision(
            act: day < RegisterYears.newAct ? "BVL" : "BVL2021",
            chapter: parts.first.map(String.init) ?? "",
            section: parts.last.map(String.init) ?? ""
        )
    }

    /// The section of the act of 1992 (LOV-1992-07-17-100) that gave the same.
    private var oldSection: String {
        switch self {
        case .helpMeasure, .orderedHelp, .parentSupport: "4-4"
        case .aftercare: "1-3"
        case .acuteHelp, .acuteCare, .acuteCareAbroad: "4-6"
        case .movingBan: "4-8"
        case .acuteInstitution, .acuteInstitutionAbroad: "4-25"
        case .acuteTrafficking, .trafficking: "4-29"
        case .acuteTravelBan: "4-31"
        case .careOrder: "4-12"
        case .institutionByConsent: "4-26"
        case .institutionWithoutConsent: "4-24"
        case .contact, .contactStop: "4-19"
        case .reversal: "4-21"
        case .shelving: "4-3"
        case .relocation: "4-17"
        case .reducedVisits: "4-22"
        }
    }
}
