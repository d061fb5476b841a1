import Law
import Testing

@testable import Casework

struct `The review of a report` {
    static let report = Told.id(5)
    static let newCase = ReviewCommand.Place.newCase(CaseStory.caseID, Told.opening())
    static let investigation = Told.id(10)
    static let begun = InvestigationStart(
        id: investigation,
        origin: .concern(report, receivedOn: Told.day(0), reviewedOn: Told.day(4))
    )

    static func concern(isPublic: Bool = true, review: ReviewFacts? = nil, answers: [AnswerFacts] = []) -> ConcernFacts
    {
        ConcernFacts(
            id: report,
            sequence: 1,
            receivedAt: Instant(microseconds: 0),
            receivedOn: Told.day(0),
            sentAt: nil,
            isPublic: isPublic,
            isTypedIn: false,
            municipality: "0301",
            otherChildren: 0,
            rawID: nil,
            identity: .numbered,
            isUrgent: false,
            openedBy: nil,
            openedAt: nil,
            review: review,
            answers: answers,
            codedAt: nil
        )
    }

    private func decide(
        _ outcome: ReviewCommand.Outcome,
        of concern: ConcernFacts = concern(),
        in story: CaseStory? = nil,
        on day: Int = 4,
        by actor: ActorID = Told.worker,
        replaces: Bool = false
    ) -> Result<ReviewCommand.Effects, CaseRefusal> {
        ReviewCommand(outcome: outcome, isAtOnce: false, replacesEarlier: replaces, on: Told.day(day))
            .decide(
                on: concern,
                cases: { $0 == CaseStory.caseID ? story?.facts : nil },
                by: actor,
                law: .national,
                today: Told.day(4)
            )
    }

    private func story(_ events: CaseEvent...) -> CaseStory {
        var story = CaseStory()
        for event in events { #expect(story.tell(event, on: 0) == nil) }
        return story
    }

    @Test func `opens a case and an investigation in it`() throws {
        let effects = try decide(.investigate(Self.newCase, investigation: Self.investigation)).get()
        #expect(effects.caseID == CaseStory.caseID)
        #expect(
            effects.caseEvents == [
                .opened(Told.opening()), .concernAdded(Self.report), .investigationStarted(Self.begun),
            ]
        )
        let review = ConcernReview(outcome: .investigate(CaseStory.caseID), isAtOnce: false)
        #expect(effects.concernEvent == .reviewed(review))
    }

    @Test func `opens an investigation in an open or a closed case`() throws {
        let open = try decide(.investigate(.openCase(CaseStory.caseID), investigation: Self.investigation), in: story())
        #expect(try open.get().caseEvents == [.concernAdded(Self.report), .investigationStarted(Self.begun)])
        let place = ReviewCommand.Place.closedCase(CaseStory.caseID, reason: "Ny melding.")
        let closed = decide(
            .investigate(place, investigation: Self.investigation),
            in: story(.closed(reason: "Ferdig."))
        )
        #expect(
            try closed.get().caseEvents
                == [.reopened(reason: "Ny melding."), .concernAdded(Self.report), .investigationStarted(Self.begun)]
        )
    }

    @Test func `takes a report up in what runs`() throws {
        let running = decide(.addToRunning(CaseStory.caseID), in: story(Told.investigation()))
        #expect(try running.get().caseEvents == [.concernAdded(Self.report)])
        let helped = story(Told.heard(), Told.decision(.helpMeasure), Told.measure())
        #expect(
            try decide(.addToMeasures(CaseStory.caseID), in: helped).get().caseEvents == [.concernAdded(Self.report)]
        )
    }

    @Test func `shelves with a written reason, or as plainly groundless`() throws {
        let written = decide(.shelve(.noReason, reason: .written("Ingen grunn.")))
        #expect(try written.get().caseEvents.isEmpty)
        #expect(try decide(.shelve(.noReason, reason: .plainlyGroundless)).get().caseID == nil)
        #expect(decide(.shelve(.noReason, reason: .written(" "))) == .failure(.reasonMissing))
    }

    @Test func `is refused`() throws {
        let id = CaseStory.caseID
        let investigate = ReviewCommand.Outcome.investigate(.openCase(id), investigation: Self.investigation)
        #expect(decide(investigate) == .failure(.unknown))
        #expect(decide(investigate, in: story(Told.investigation(11))) == .failure(.investigationRunning))
        #expect(decide(investigate, in: story(.closed(reason: "Ferdig."))) == .failure(.caseIsClosed))
        #expect(
            decide(.investigate(Self.newCase, investigation: Self.investigation), in: story()) == .failure(.alreadyDone)
        )
        #expect(decide(.addToRunning(id), in: story()) == .failure(.notYetDone))
        #expect(decide(.addToMeasures(id), in: story()) == .failure(.notYetDone))
        let place = ReviewCommand.Place.closedCase(id, reason: "Ny melding.")
        #expect(decide(.investigate(place, investigation: Self.investigation), in: story()) == .failure(.caseIsOpen))
        let grown = ReviewCommand.Place.newCase(id, Told.opening(age: 18))
        #expect(decide(.investigate(grown, investigation: Self.investigation)) == .failure(.notUnderThisAct))
        let conflicted = story(.conflictDeclared(Told.other, reason: "Nabo."))
        #expect(decide(investigate, in: conflicted, by: Told.other) == .failure(.hasConflictOfInterest))
        let shelve = ReviewCommand.Outcome.shelve(.noReason, reason: .plainlyGroundless)
        #expect(decide(shelve, on: 5) == .failure(.dayInFuture))
        #expect(decide(shelve, on: -1) == .failure(.dayTooEarly(Told.day(0))))
        #expect(decide(shelve, replaces: true) == .failure(.notYetDone))
    }

    @Test func `is done once, and replaced only where no case has taken the report up`() throws {
        let at = Dated(on: Told.day(2), entry: 2)
        let shelved = ConcernReview(outcome: .shelved(.noReason, reason: .plainlyGroundless), isAtOnce: false)
        let first = Self.concern(review: ReviewFacts(shelved, at: at))
        let investigate = ReviewCommand.Outcome.investigate(Self.newCase, investigation: Self.investigation)
        #expect(decide(investigate, of: first) == .failure(.alreadyDone))
        #expect(try decide(investigate, of: first, replaces: true).get().caseEvents.count == 3)

        let investigated = ConcernReview(outcome: .investigate(CaseStory.caseID), isAtOnce: false)
        let second = Self.concern(review: ReviewFacts(investigated, at: at))
        var story = CaseStory()
        story.concerns = [second]
        #expect(story.tell(.concernAdded(Self.report), on: 2) == nil)
        let added = story.facts.version
        let shelve = ReviewCommand.Outcome.shelve(.noReason, reason: .plainlyGroundless)
        #expect(decide(shelve, of: second, in: story, replaces: true) == .failure(.cannotBeCorrected))
        #expect(story.tell(.corrected(entry: added, to: nil, reason: "Feil barn."), on: 3) == nil)
        #expect(try decide(shelve, of: second, in: story, replaces: true).get().caseID == nil)
    }
}

struct `The answer to a reporter` {
    private func decide(_ act: AnswerCommand.Act, to concern: ConcernFacts, in facts: CaseFacts? = nil, on day: Int = 9)
        -> Result<ConcernEvent, CaseRefusal>
    {
        AnswerCommand(act: act, on: Told.day(day)).decide(on: concern, in: facts, by: Told.worker, today: Told.day(30))
    }

    static let shelved = ReviewFacts(
        ConcernReview(outcome: .shelved(.noReason, reason: .plainlyGroundless), isAtOnce: false),
        at: Dated(on: Told.day(2), entry: 2)
    )
    static let investigated = ReviewFacts(
        ConcernReview(outcome: .investigate(CaseStory.caseID), isAtOnce: false),
        at: Dated(on: Told.day(2), entry: 2)
    )

    @Test(arguments: [true, false])
    func `confirms to all, and tells the rest to public reporters`(isPublic: Bool) throws {
        let concern = `The review of a report`.concern(isPublic: isPublic, review: Self.shelved)
        #expect(try decide(.tell([.confirmation]), to: concern).get() == .reporterAnswered([.confirmation]))
        let told = decide(.tell([.confirmation, .investigationOpened]), to: concern)
        #expect((try? told.get()) == (isPublic ? .reporterAnswered([.confirmation, .investigationOpened]) : nil))
        let left = decide(.omit(.investigationOpened, .plainlyGroundless), to: concern)
        #expect((try? left.get()) == (isPublic ? .answerOmitted(.investigationOpened, .plainlyGroundless) : nil))
    }

    @Test func `waits for the review, and for the end of the investigation`() throws {
        let fresh = `The review of a report`.concern()
        #expect(decide(.tell([.investigationOpened]), to: fresh) == .failure(.notYetDone))
        let concern = `The review of a report`.concern(review: Self.investigated)
        #expect(decide(.tell([.investigationOpened]), to: concern, on: 1) == .failure(.dayTooEarly(Told.day(2))))
        var story = CaseStory()
        story.concerns = [concern]
        #expect(story.tell(.concernAdded(concern.id), on: 2) == nil)
        let start = InvestigationStart(
            id: Told.id(10),
            origin: .concern(concern.id, receivedOn: Told.day(0), reviewedOn: Told.day(2))
        )
        #expect(story.tell(.investigationStarted(start), on: 2) == nil)
        #expect(decide(.tell([.followUp]), to: concern, in: story.facts) == .failure(.notYetDone))
        #expect(story.tell(Told.conclusion(.petition), on: 20) == nil)
        #expect(decide(.tell([.followUp]), to: concern, in: story.facts) == .failure(.dayTooEarly(Told.day(20))))
        #expect(
            try decide(.tell([.followUp]), to: concern, in: story.facts, on: 20).get() == .reporterAnswered([.followUp])
        )
    }

    @Test func `is given once, and may still be given where it was left out`() throws {
        let at = Dated(on: Told.day(3), entry: 3)
        let told = `The review of a report`.concern(answers: [AnswerFacts(answer: .confirmation, omission: nil, at: at)]
        )
        #expect(decide(.tell([.confirmation]), to: told) == .failure(.alreadyDone))
        #expect(decide(.omit(.confirmation, .unreachable), to: told) == .failure(.alreadyDone))
        let left =
            `The review of a report`
            .concern(answers: [AnswerFacts(answer: .confirmation, omission: .unreachable, at: at)])
        #expect(try decide(.tell([.confirmation]), to: left).get() == .reporterAnswered([.confirmation]))
        #expect(decide(.omit(.confirmation, .unreachable), to: left) == .failure(.alreadyDone))
    }

    @Test func `is refused`() throws {
        let concern = `The review of a report`.concern()
        #expect(decide(.tell([]), to: concern) == .failure(.reasonMissing))
        #expect(decide(.tell([.confirmation, .confirmation]), to: concern) == .failure(.alreadyDone))
        #expect(
            decide(.omit(.confirmation, .specialCircumstances(reason: "")), to: concern) == .failure(.reasonMissing)
        )
        #expect(decide(.tell([.confirmation]), to: concern, on: 31) == .failure(.dayInFuture))
        #expect(decide(.tell([.confirmation]), to: concern, on: -1) == .failure(.dayTooEarly(Told.day(0))))
        var story = CaseStory()
        #expect(story.tell(.conflictDeclared(Told.worker, reason: "Nabo."), on: 0) == nil)
        #expect(decide(.tell([.confirmation]), to: concern, in: story.facts) == .failure(.hasConflictOfInterest))
    }
}
