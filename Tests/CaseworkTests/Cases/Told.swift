import Law

@testable import Casework

/// Events for the tests of cases, right in every detail that a test does not change.
enum Told {
    static let worker = actor("u1")
    static let other = actor("u2")

    /// Days after Monday 2 March 2026, on which the cases of the tests are opened.
    static func day(_ number: Int) -> CalendarDay {
        (CalendarDay(year: 2026, month: 3, day: 2) ?? .earliest).adding(days: number)
    }

    static func id(_ number: UInt64) -> RecordID { RecordID(high: 7, low: number) }

    static func actor(_ name: String) -> ActorID {
        guard let actor = try? ActorID(kind: .person, name: name) else { preconditionFailure("no such actor") }
        return actor
    }

    static let child = id(1)
    static let mother = id(2)
    static let hearing = id(20)

    static func person(_ name: String = "Kari Prøve", born: CalendarDay? = nil, number: PersonNumber? = nil)
        -> CasePerson
    {
        CasePerson(
            name: name,
            number: number,
            birthDay: born,
            phone: nil,
            email: nil,
            interpreter: nil,
            residence: nil
        )
    }

    /// A child of ten at the opening, if no other age is given.
    static func opening(age: Int? = 10, isUnborn: Bool = false) -> CaseOpening {
        CaseOpening(
            childID: child,
            child: person(born: isUnborn ? nil : age.map { day(-30).adding(years: -$0) }),
            isUnborn: isUnborn,
            expectedOn: isUnborn ? day(60) : nil,
            municipality: "0301"
        )
    }

    static func investigation(_ number: UInt64 = 10) -> CaseEvent {
        .investigationStarted(InvestigationStart(id: id(number), origin: .ownInitiative))
    }

    static func conclusion(
        _ outcome: InvestigationConclusion.Outcome,
        of number: UInt64 = 10,
        reason: String = "Fordi.",
        announces: Bool = false
    ) -> CaseEvent {
        .investigationConcluded(
            id(number),
            InvestigationConclusion(outcome: outcome, reason: reason, announcesNewInvestigation: announces)
        )
    }

    static func heard(_ number: UInt64 = 20, saying said: String = "Jeg vil bo hos mormor.") -> CaseEvent {
        let view = ChildsView(
            way: .conversation,
            toldChild: "Hva saken gjelder.",
            heardAbout: "Hvor barnet bor.",
            said: said,
            agrees: .agrees,
            weight: "Stor vekt.",
            mostImportant: nil
        )
        return .childHeard(Hearing(id: id(number), outcome: .heard(view), trustedPerson: .toldAndDeclines))
    }

    static func notHeard(_ obstacle: Hearing.Obstacle, _ number: UInt64 = 20, reason: String = "Fordi.") -> CaseEvent {
        .childHeard(Hearing(id: id(number), outcome: .notHeard(obstacle, reason: reason), trustedPerson: .notTold))
    }

    static let allParts = Dictionary(uniqueKeysWithValues: Decision.Part.allCases.map { ($0, "Tekst.") })

    static func decision(
        _ kind: Decision.Kind,
        _ number: UInt64 = 30,
        by maker: Decision.Maker? = nil,
        parts: [Decision.Part: String] = allParts,
        on ground: ParticipationGround? = nil,
        with consents: [Consent]? = nil,
        summary: String = "Dette er bestemt."
    ) -> CaseEvent {
        let usual = [Decision.Maker.service, .leader, .tribunal].first { kind.makers.contains($0) }
        return .decided(
            Decision(
                id: id(number),
                kind: kind,
                maker: maker ?? usual ?? .court,
                summary: summary,
                parts: parts,
                participation: ground ?? (kind.isAcute ? .acute : .hearing(hearing)),
                consents: consents ?? (kind == .helpMeasure ? [consent(.parents), consent(.child)] : []),
                reference: nil
            )
        )
    }

    static func step(_ step: DecisionStep, of number: UInt64 = 30) -> CaseEvent { .decisionStep(id(number), step) }

    static func consent(_ giver: Consent.Giver, written: Bool = true, on number: Int = 0) -> Consent {
        Consent(giver: giver, isWritten: written, givenOn: day(number))
    }

    static func placement(_ home: PlacementStart.Home, caretaker: RecordID? = nil) -> PlacementStart {
        PlacementStart(
            home: home,
            caretaker: caretaker,
            careMunicipality: "0301",
            fosterMunicipality: "4601",
            distance: nil
        )
    }

    static func measure(
        _ number: UInt64 = 40,
        by decision: UInt64 = 30,
        in home: PlacementStart.Home? = nil,
        category: String = "2.1"
    ) -> CaseEvent {
        .measureStarted(
            MeasureStart(
                id: id(number),
                decision: id(decision),
                category: category,
                text: "",
                placement: home.map { placement($0) }
            )
        )
    }

    static func ended(_ number: UInt64 = 40) -> CaseEvent {
        .measureEnded(id(number), MeasureEnd(cause: .goalReached, text: ""))
    }

    static func relocation(_ number: UInt64 = 40, planned: Bool = true, on ground: ParticipationGround) -> CaseEvent {
        .relocated(
            Relocation(
                measure: id(number),
                reason: "1.1.4",
                destination: "2",
                isPlanned: planned,
                text: "Tekst.",
                participation: ground
            )
        )
    }

    static func plan(_ number: UInt64 = 50, over measures: [UInt64] = [], evaluateBy: Int? = 90) -> CaseEvent {
        .planMade(
            CasePlan(
                id: id(number),
                kind: .measures,
                measures: measures.map(id),
                goals: "Mål.",
                content: "Innhold.",
                evaluateBy: evaluateBy.map(day),
                until: nil
            )
        )
    }

    static func evaluation(_ number: UInt64 = 50, next: Int? = nil, on ground: ParticipationGround) -> CaseEvent {
        .planEvaluated(
            PlanEvaluation(plan: id(number), text: "Det går bra.", next: next.map(day), participation: ground)
        )
    }

    static func visit(_ kind: Visit.Kind, _ number: UInt64 = 60, to measure: UInt64 = 40, report: String = "Rapport.")
        -> CaseEvent
    {
        .visited(
            Visit(
                id: id(number),
                measure: id(measure),
                kind: kind,
                isPhysical: true,
                talkedWithChild: true,
                report: report
            )
        )
    }

    static func plannedVisit(_ kind: Visit.Kind, for number: Int, id visit: UInt64 = 60) -> CaseEvent {
        .visitPlanned(PlannedVisit(id: id(visit), measure: id(40), kind: kind, plannedFor: day(number)))
    }

    static func reduction(_ kind: Visit.Kind = .followUp, of measure: UInt64 = 40) -> CaseEvent {
        .visitsReduced(
            VisitReduction(
                measure: id(measure),
                kind: kind,
                childHeard: true,
                fosterParentsHeard: true,
                childConsents: true,
                careMunicipalityConsents: true,
                byUkraineException: false,
                reason: "Fordi."
            )
        )
    }

    static func complaint(_ number: UInt64 = 70, of decision: UInt64 = 30, toTribunal: Bool) -> CaseEvent {
        .complaintReceived(
            Complaint(id: id(number), decision: id(decision), goesToTribunal: toTribunal, text: "Vi klager.")
        )
    }

    static func relation(_ person: RecordID = mother, _ kind: Relation.Kind = .mother) -> CaseEvent {
        .relationSet(
            Relation(
                person: person,
                kind: kind,
                hasResponsibility: true,
                livesWithChild: true,
                isParty: true,
                siblingCase: nil
            )
        )
    }
}
