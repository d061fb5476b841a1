import Casework
import Exchange
import Law
import TestSupport
import Testing

struct `The forms together` {
    @Test func `bring about every event of a case but a correction, and every step of a decision`() throws {
        var events: Set<String> = []
        var steps: Set<String> = []
        var drawing = CommandDrawing(SeededGenerator(seed: 1))
        for form in CommandForm.all {
            for _ in 0..<40 {
                let reading = try form.read(drawing.values(of: form), .pretend(drawing.id())).get()
                guard case .inCase(let event) = reading.happening else { continue }
                events.insert(Self.label(event))
                if case .decisionStep(_, let step) = event { steps.insert(Self.label(step)) }
            }
        }
        #expect(
            events == [
                "opened", "concernAdded", "assigned", "relieved", "conflictDeclared", "conflictLifted", "noted",
                "documentAdded", "closed", "reopened", "personSet", "relationSet", "relationEnded", "numberFound",
                "investigationStarted", "investigationPlanned", "investigationExtended", "investigationConcluded",
                "investigationGrounded",
                "childHeard", "participationOverridden", "overrideSeen", "decided", "decisionStep",
                "complaintReceived", "complaintForwarded", "demandReceived", "demandSent", "measureStarted",
                "measureEnded", "planMade", "planEvaluated", "planEnded", "relocated", "fosterAgreement",
                "visitPlanned", "visited", "visitsReduced", "reductionEnded", "aftercare", "seriousEvent",
                "governorInformed", "childMoved", "newServiceNotified",
            ]
        )
        #expect(
            steps == [
                "completed", "implemented", "sentToTribunal", "controlled", "petitionSent", "consentAdded",
                "consentWithdrawn", "withdrawalHandled", "implementationExtended", "ended",
            ]
        )
    }

    @Test func `find the form of an event among themselves`() throws {
        var drawing = CommandDrawing(SeededGenerator(seed: 2))
        for form in CommandForm.all {
            let reading = try form.read(drawing.values(of: form), .pretend(drawing.id())).get()
            #expect(CommandForm.of(reading.happening, on: reading.on)?.form.id == form.id)
        }
    }

    @Test(arguments: CommandForm.all)
    func `have plain names, the day first, and conditions on earlier fields with their own codes`(form: CommandForm) {
        #expect(form.id.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 })
        #expect(form.fields.first?.name == "on")
        let names = form.fields.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(names).isDisjoint(with: ["seen", "corrects", "correctionReason", "key", "csrf", "do"]))
        for (place, field) in form.fields.enumerated() {
            guard case .onlyIf(let condition, _) = field.need else { continue }
            let decider = form.fields[..<place].first { $0.name == condition.field }
            switch decider?.kind {
            case .code(let list), .codes(let list):
                #expect(Set(condition.codes).isSubset(of: list.codes), "\(field.name)")
            case .flag: #expect(condition.codes == ["yes"], "\(field.name)")
            default: Issue.record("\(field.name) depends on nothing that is there")
            }
        }
    }

    /// The codes stand in requests of other systems: a change here is a change for them.
    @Test func `keep their ids and codes`() {
        #expect(CommandForm.all.map(\.id) == Self.words(Self.ids))
        let lists = Set(CommandForm.all.flatMap(\.fields).compactMap(\.kind.codeList))
        #expect(Set(lists.map(\.name)).count == lists.count)
        let codes = lists.sorted { $0.name < $1.name }.flatMap { ["\($0.name):"] + $0.codes }
        #expect(codes == Self.words(Self.codes))
    }

    @Test func `offer the register's lists whole, in parts`() {
        let lists = Set(CommandForm.all.flatMap(\.fields).compactMap(\.kind.codeList)).filter { !$0.groups.isEmpty }
        #expect(lists.map(\.name).sorted() == ["register-content", "register-reporter"])
        for list in lists {
            let source: RegisterCodeList = list.name == "register-content" ? .contents : .reporters
            #expect(list.codes.sorted() == source.all.sorted())
            #expect(list.groups.flatMap(\.codes) == list.codes)
            #expect(list.groups.allSatisfy { !$0.codes.isEmpty })
            // What is valid from 2026 stands before what is not.
            let ends = list.groups.map { $0.codes.compactMap { source.period(of: $0)?.upperBound }.max() }
            #expect(zip(ends, ends.dropFirst()).allSatisfy { ($0 ?? .earliest) >= ($1 ?? .earliest) })
        }
    }

    private static let ids = """
        review-concern answer-reporter omit-answer code-concern open-case add-concern assign relieve declare-conflict
        lift-conflict note add-document close-case reopen-case set-person set-relation end-relation record-number
        start-investigation plan-investigation extend-investigation conclude-investigation ground-investigation hear-child
        go-without-hearing see-overrides decide receive-complaint forward-complaint receive-demand send-demand
        complete-decision implement-decision send-to-tribunal record-control send-petition add-consent
        withdraw-consent handle-withdrawal extend-implementation end-decision start-measure end-measure make-plan
        evaluate-plan end-plan relocate foster-agreement plan-visit record-visit reduce-visits end-visit-reduction
        aftercare record-serious-event inform-governor record-move notify-new-service
        """

    private static let codes = """
        aftercare-step: contacted accepted declinedForOther declined
        answer-omission: plainlyGroundless specialCircumstances unreachable
        case-role: responsible coWorker contactPerson
        consent-giver: child parents careMunicipality fosterParents
        consent-way: written spoken
        decision-kind: helpMeasure orderedHelp parentSupport aftercare acuteHelp acuteCare acuteCareAbroad movingBan
        acuteInstitution acuteTrafficking acuteTravelBan careOrder institutionByConsent institutionWithoutConsent
        trafficking contact contactStop reversal shelving relocation reducedVisits acuteInstitutionAbroad
        decision-maker: service leader deputy prosecutor tribunal court
        decision-part: facts assessment childsView bestInterests familyTies
        document-direction: incoming outgoing internal
        hearing-agreement: agrees corrected notShown
        hearing-obstacle: noOpportunity childDeclined tooYoung wouldHarm
        hearing-outcome: heard notHeard
        hearing-way: conversation representative observation otherExpressions
        investigation-origin: concern ownInitiative
        investigation-outcome: measures petition shelved shelvedAtPartysWish referredElsewhere movedAbroad
        movedToUnknownPlace movedToOtherMunicipality
        measure-category: 1.1 1.2 1.99 2.1 2.2 2.3 2.4 2.5 2.6 2.99 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10 3.99
        4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9 4.99 5.1 5.2 5.3 5.4 5.99 6.1 6.2 6.3 6.4 6.99 7.1 7.2 7.3 7.99 8.1 8.3
        8.4 8.5 8.99
        measure-end-cause: goalReached replaced partysWish returnedHome turned18 adopted other
        move-need: investigation followUp voluntaryOnly none
        note-kind: conversation telephone meeting observation assessment other
        participation-ground: hearing overridden acute
        participation-matter: decision planEvaluation referral
        placement-home: fosterHome emergencyHome institution acuteInstitution ownHousing other
        plan-kind: measures institution care aftercare contact investigation afterAcuteDecision
        register-content: 1.1.01 1.1.02 1.1.03 1.1.04 1.2.01 1.2.02 1.2.03 1.3.01 1.3.02 1.3.03 1.3.04 1.3.05 1.3.06
        1.3.07 1.3.08 1.3.09 1.3.10 1.3.11 1.4.01 1.4.02 1.4.03 1.4.04 2.1.01 2.1.02 2.1.03 2.2.01 2.2.02 2.2.03 2.3.01
        2.3.02 2.4.01 2.4.02 2.4.03 2.4.04 2.4.05 2.4.06 2.4.07 2.4.08 2.4.09 3.1.01 3.1.02 3.1.03 3.1.04 3.1.05 3.1.06
        3.1.07 3.1.08 3.1.09 3.1.10 3.2.01 3.2.02 3.3.01 3.3.02 3.3.03 3.3.04 3.3.05 3.3.06
        1 2 3 29 5 6 7 8 20 21 22 23 28 24 31 18 9 10 11 27 32 12 14 15 17 25 26 30 19 33 34 35 36 4 13 16
        register-reporter: 1 2 3 4 23 9 11 12 10 24 25 13 14 17 5 7 8 6 16 18 19 20 21 22 15
        relation-kind: mother father parent guardian sibling stepParent grandparent otherFamily fosterParent
        trustedPerson lawyer professional network
        relocation-destination: 1 2 3 4 5 6 7 8 9
        relocation-reason: 1.1.1 1.1.2 1.1.3 1.1.4 1.1.5 1.2.1 1.2.2 1.2.3 1.3 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9
        reporter-answer: confirmation investigationOpened followUp
        residence: unknown open hidden unchanged
        review-outcome: shelved investigate addedToRunning activeMeasures
        serious-event-kind: death lifeThreatening sexualAbuse other
        shelving-cause: movedAbroad movedToUnknownPlace movedToOtherMunicipality otherService otherAct noReason
        shelving-ground: written plainlyGroundless
        trusted-person: notTold toldAndWants toldAndDeclines
        visit-kind: followUp supervision institution
        """

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func label(_ value: some Any) -> String {
        Mirror(reflecting: value).children.first?.label ?? "\(value)"
    }
}

extension CommandField.Kind {
    fileprivate var codeList: CodeList? {
        switch self {
        case .code(let list), .codes(let list): list
        default: nil
        }
    }
}
