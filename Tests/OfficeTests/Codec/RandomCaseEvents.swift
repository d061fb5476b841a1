import Casework
import Law

@testable import Office

/// Draws what can happen in a case.
extension RandomEvents {
    mutating func caseEvent(deep: Bool = true) throws -> CaseEvent {
        switch Int.random(in: 0..<45, using: &generator) {
        case 0: .opened(try opening())
        case 1: .concernAdded(id())
        case 2: .assigned(actor("person:a"), one())
        case 3: .relieved(actor("person:b"))
        case 4: .conflictDeclared(actor("person:c"), reason: text())
        case 5: .conflictLifted(actor("person:d"), reason: text())
        case 6: .noted(Note(kind: one(), text: text()))
        case 7:
            .documentAdded(
                CaseDocument(
                    id: id(),
                    title: text(),
                    mediaType: text(),
                    size: .random(in: 0...1 << 40, using: &generator),
                    digest: list { _ in 7 },
                    direction: one()
                )
            )
        case 8: .closed(reason: text())
        case 9: .reopened(reason: text())
        case 10:
            .corrected(
                entry: .random(in: 1...9999, using: &generator),
                to: deep ? try optional { .event(try $0.caseEvent(deep: false), occurredOn: $0.day()) } : nil,
                reason: text()
            )
        case 11: .personSet(id(), try casePerson())
        case 12: .relationSet(relation())
        case 13: .relationEnded(person: id())
        case 14: .numberFound(try number())
        case 15: .investigationStarted(start())
        case 16: .investigationPlanned(id(), plan: text())
        case 17: .investigationExtended(id(), reason: text())
        case 18:
            .investigationConcluded(
                id(),
                InvestigationConclusion(outcome: one(), reason: text(), announcesNewInvestigation: flag())
            )
        case 19: .childHeard(hearing())
        case 20: .participationOverridden(one(), reason: text())
        case 21: .overrideSeen
        case 22: .investigationGrounded(id(), list { $0.stated() })
        default: try workEvent()
        }
    }

    private mutating func workEvent() throws -> CaseEvent {
        switch Int.random(in: 0..<22, using: &generator) {
        case 0: .decided(decision())
        case 1: .decisionStep(id(), step())
        case 2: .complaintReceived(Complaint(id: id(), decision: id(), goesToTribunal: flag(), text: text()))
        case 3: .complaintForwarded(id())
        case 4: .demandReceived(PartyDemand(id: id(), text: text(), isExtended: flag()))
        case 5: .demandSent(id())
        case 6: .measureStarted(measure())
        case 7: .measureEnded(id(), MeasureEnd(cause: one(), text: text()))
        case 8: .planMade(plan())
        case 9:
            .planEvaluated(
                PlanEvaluation(plan: id(), text: text(), next: optional { $0.day() }, participation: ground())
            )
        case 10: .planEnded(id(), reason: text())
        case 11:
            .relocated(
                Relocation(
                    measure: id(),
                    reason: text(),
                    destination: text(),
                    isPlanned: flag(),
                    text: text(),
                    participation: ground()
                )
            )
        case 12:
            .fosterAgreement(FosterAgreement(measure: id(), permanentWithVisits: optional { _ in 2 }, text: text()))
        case 13: .visitPlanned(PlannedVisit(id: id(), measure: id(), kind: one(), plannedFor: day()))
        case 14:
            .visited(
                Visit(
                    id: id(),
                    measure: id(),
                    kind: one(),
                    isPhysical: flag(),
                    talkedWithChild: flag(),
                    report: text()
                )
            )
        case 15: .visitsReduced(reduction())
        case 16: .reductionEnded(measure: id(), one(), reason: text())
        case 17: .aftercare(aftercare())
        case 18: .seriousEvent(SeriousEvent(id: id(), kind: one(), text: text()))
        case 19: .governorInformed(id())
        case 20: .childMoved(ChildMove(id: id(), municipality: text(), need: one()))
        default: .newServiceNotified(id())
        }
    }

    private mutating func one<T: CaseIterable>() -> T {
        guard let value = T.allCases.randomElement(using: &generator) else { preconditionFailure("no cases") }
        return value
    }

    private mutating func flag() -> Bool { .random(using: &generator) }

    private mutating func opening() throws -> CaseOpening {
        CaseOpening(
            childID: id(),
            child: try casePerson(),
            isUnborn: flag(),
            expectedOn: optional { $0.day() },
            municipality: text()
        )
    }

    private mutating func casePerson() throws -> CasePerson {
        CasePerson(
            name: text(),
            number: try optional { try $0.number() },
            birthDay: optional { $0.day() },
            phone: optional { $0.text() },
            email: optional { $0.text() },
            interpreter: optional { $0.text() },
            residence: optional { events in
                events.flag() ? .open(events.address()) : .hidden(HiddenAddress(hiding: events.address()))
            }
        )
    }

    private mutating func relation() -> Relation {
        Relation(
            person: id(),
            kind: one(),
            hasResponsibility: flag(),
            livesWithChild: flag(),
            isParty: flag(),
            siblingCase: optional { $0.id() }
        )
    }

    private mutating func start() -> InvestigationStart {
        InvestigationStart(
            id: id(),
            origin: flag() ? .ownInitiative : .concern(id(), receivedOn: day(), reviewedOn: day())
        )
    }

    private mutating func hearing() -> Hearing {
        let agreements: [ChildsView.Agreement] = [.agrees, .corrected(text()), .notShown(reason: text())]
        let view = ChildsView(
            way: one(),
            toldChild: text(),
            heardAbout: text(),
            said: text(),
            agrees: agreements.randomElement(using: &generator) ?? .agrees,
            weight: text(),
            mostImportant: optional { $0.text() }
        )
        return Hearing(
            id: id(),
            outcome: flag() ? .heard(view) : .notHeard(one(), reason: text()),
            trustedPerson: one()
        )
    }

    private mutating func ground() -> ParticipationGround {
        [.hearing(id()), .overridden(reason: text()), .acute].randomElement(using: &generator) ?? .acute
    }

    private mutating func consent() -> Consent { Consent(giver: one(), isWritten: flag(), givenOn: day()) }

    private mutating func decision() -> Decision {
        Decision(
            id: id(),
            kind: one(),
            maker: one(),
            summary: text(),
            parts: Dictionary(
                Decision.Part.allCases.filter { _ in flag() }.map { ($0, text()) },
                uniquingKeysWith: { first, _ in first }
            ),
            participation: ground(),
            consents: list { $0.consent() },
            reference: optional { $0.text() }
        )
    }

    private mutating func step() -> DecisionStep {
        let steps: [DecisionStep] = [
            .completed(one(), text()), .implemented, .sentToTribunal, .controlled(upheld: flag()), .petitionSent,
            .consentAdded(consent()), .consentWithdrawn(one()), .withdrawalHandled(reason: text()),
            .implementationExtended(until: day(), reason: text()), .ended(reason: text()),
        ]
        return steps.randomElement(using: &generator) ?? .implemented
    }

    private mutating func measure() -> MeasureStart {
        MeasureStart(
            id: id(),
            decision: id(),
            category: text(),
            text: text(),
            placement: optional { events in
                PlacementStart(
                    home: events.one(),
                    caretaker: events.optional { $0.id() },
                    careMunicipality: events.text(),
                    fosterMunicipality: events.optional { $0.text() },
                    distance: events.optional { _ in 40 }
                )
            }
        )
    }

    private mutating func plan() -> CasePlan {
        CasePlan(
            id: id(),
            kind: one(),
            measures: list { $0.id() },
            goals: text(),
            content: text(),
            evaluateBy: optional { $0.day() },
            until: optional { $0.day() }
        )
    }

    private mutating func reduction() -> VisitReduction {
        VisitReduction(
            measure: id(),
            kind: one(),
            childHeard: flag(),
            fosterParentsHeard: flag(),
            childConsents: flag(),
            careMunicipalityConsents: flag(),
            byUkraineException: flag(),
            reason: text()
        )
    }

    private mutating func aftercare() -> AftercareStep {
        let steps: [AftercareStep] = [
            .contacted(text: text()), .accepted(text: text()), .declinedForOther(text: text()), .declined(text: text()),
        ]
        return steps.randomElement(using: &generator) ?? .contacted(text: "")
    }
}
