import Casework
import Law
import Office

/// Makes the page of one report of what the desk hands out.
struct ConcernModel: Sendable {
    let opened: ConcernDesk.Opened
    let pages: PageDesk
    let phrases: PagePhrases

    private var catalog: Catalog { phrases.catalog }
    private var facts: ConcernFacts { opened.facts }
    private var concern: Concern { opened.received.concern }
    private var path: String { "/concerns/\(facts.id)" }

    /// The page; `readings` says who has read it, `nil` for a reader who may not know.
    func view(for context: SignedInContext, readings: [AccessReader.Reading]?) -> ConcernPage {
        ConcernPage(
            frame: pages.frame(context.visit, .inbox, at: path),
            inboxPath: "/concerns",
            state: state,
            nextStep: nextStep,
            review: review,
            statistics: statistics,
            answers: answers,
            answering: answering,
            child: child,
            siblings: siblings,
            reporter: reporter,
            guardians: concern.guardians.map(guardian),
            worry: ConcernPage.paragraphs(concern.worry),
            history: ConcernPage.paragraphs(concern.history ?? ""),
            otherViews: ConcernPage.paragraphs(concern.otherViews ?? ""),
            interpreter: given(concern.interpreter),
            otherServices: given(concern.otherServices),
            irregularities: opened.received.irregularities.map { IrregularityWords.sentence($0, catalog) },
            originalPath: facts.rawID == nil ? nil : path + "/original",
            showsAccessLog: readings != nil,
            accessLog: (readings ?? []).map(access)
        )
    }

    // MARK: State

    private var state: ConcernPage.State {
        let review = facts.review(on: phrases.today)
        return ConcernPage.State(
            isUrgent: facts.isUrgent,
            sent: concern.sentAt.map(phrases.stamp),
            received: phrases.stamp(facts.receivedAt),
            opened: facts.openedAt.map(phrases.stamp),
            openedBy: facts.openedBy.map(pages.rooms.people.name),
            municipality: MunicipalityWords.name(concern.address),
            channel: facts.isTypedIn ? nil : given(concern.channel),
            deadline: phrases.day(facts.reviewDue),
            isDeadlineNear: review == .soon,
            isDeadlineOver: review == .overdue,
            reviewed: decision.map { phrases.dayStamp($0.on) },
            reviewedBy: decision.map { pages.rooms.people.name(of: $0.by) }
        )
    }

    /// The last review, which counts, with the day and whoever it was that decided.
    private var decision: (review: ConcernReview, on: CalendarDay, by: ActorID)? {
        for entry in opened.history.reversed() {
            if case .concern(.reviewed(let review)) = entry.event { return (review, entry.occurredOn, entry.actor) }
        }
        return nil
    }

    private var nextStep: ConcernPage.NextStep {
        let canMatch = facts.identity == .missing || facts.identity == .notFound || facts.identity == .unborn
        let form = pages.form(path + "/urgency")
        return ConcernPage.NextStep(
            matchPath: canMatch ? path + "/match" : nil,
            markUrgent: facts.isUrgent ? nil : form,
            markNotUrgent: facts.isUrgent ? form : nil,
            review: decision == nil ? link("review-concern") : nil,
            steps: openAnswers + (missingCodes.map { [$0] } ?? [])
        )
    }

    /// The answers that the reporter is still owed, with their last day; the second one as the case tells.
    private var openAnswers: [CasePage.NextStep] {
        let words = DutyWords(law: pages.rooms.law, phrases: phrases)
        let duties =
            opened.takenUp?.readable.map { stored in
                stored.openDuties(pages.rooms.law, on: phrases.today).filter { $0.subject == .concern(facts.id) }
            } ?? Duties.of(loose: facts, law: pages.rooms.law, today: phrases.today)
        return duties.filter { $0.isOpen && $0.isOurs && $0.rule != .review }
            .map { words.step($0, of: nil) }
    }

    private func link(_ form: String) -> Link {
        Link(label: catalog.text("command.\(form).title"), path: "\(path)/\(form)")
    }

    // MARK: Review

    private var review: ConcernPage.Review? {
        guard let decision else { return takenUp.map { ConcernPage.Review(facts: [], childsCase: $0, again: nil) } }
        return ConcernPage.Review(
            facts: ConcernReviewWords(catalog: catalog).facts(decision.review),
            childsCase: takenUp,
            again: Link(label: catalog.text("concern.review.again"), path: path + "/review-concern")
        )
    }

    private var takenUp: Link? {
        opened.takenUp.map { found in
            found.readable != nil
                ? Link(label: catalog.text("concern.case"), path: "/saker/\(found.caseID)")
                : Link(label: catalog.text("concern.case.explain"), path: "/saker/\(found.caseID)/begrunnelse")
        }
    }

    // MARK: Statistics

    /// The codes that count: the last ones.
    private var codes: ConcernCodes? {
        for entry in opened.history.reversed() {
            if case .concern(.coded(let codes)) = entry.event { return codes }
        }
        return nil
    }

    private var statistics: ConcernPage.Statistics {
        ConcernPage.Statistics(
            facts: codes.map(ConcernReviewWords(catalog: catalog).facts) ?? [],
            code: link("code-concern")
        )
    }

    /// What the statistics ask and nobody has told, once the report is reviewed; of a plainly groundless one they ask nothing.
    private var missingCodes: CasePage.NextStep? {
        guard let review = facts.review, !review.isPlainlyGroundless else { return nil }
        let key: String
        switch (codes?.reporters.isEmpty ?? true, codes?.contents.isEmpty ?? true) {
        case (true, true): key = "concern.statistics.missing"
        case (true, false): key = "concern.statistics.missingReporters"
        case (false, true): key = "concern.statistics.missingContents"
        case (false, false): return nil
        }
        return CasePage.NextStep(owed: catalog.text(key), act: link("code-concern"))
    }

    // MARK: Answers

    private var answers: [Fact] {
        opened.history.flatMap { entry -> [Fact] in
            let day = phrases.day(entry.occurredOn)
            switch entry.event {
            case .concern(.reporterAnswered(let told)):
                return told.map { fact($0, catalog.text("concern.answers.told", ["day": day])) }
            case .concern(.answerOmitted(let answer, let omission)):
                let reason = ConcernReviewWords(catalog: catalog).reason(omission)
                return [fact(answer, catalog.text("concern.answers.omitted", ["day": day, "reason": reason]))]
            default: return []
            }
        }
    }

    private func fact(_ answer: ReporterAnswer, _ text: String) -> Fact {
        Fact(catalog.text("code.reporter-answer.\(answer)"), text)
    }

    private var answering: [Link] { [link("answer-reporter"), link("omit-answer")] }

    // MARK: People

    private var child: ConcernPage.Child {
        let child = concern.child
        return ConcernPage.Child(
            name: given(child.name),
            isUnborn: child.isUnborn,
            number: number.map(PersonNumberWords.grouped),
            unreadableNumber: given(child.unreadableNumber),
            addressLines: AddressWords.lines(child.address),
            phone: given(child.phone),
            informed: child.isInformed.map(catalog.answer),
            informedReason: given(child.informedReason),
            assumedAge: given(child.assumedAge),
            relation: given(child.relation)
        )
    }

    /// The number that the service found, or else the sender's.
    private var number: PersonNumber? {
        for entry in opened.history.reversed() {
            if case .concern(.childMatched(let number)) = entry.event { return number }
        }
        return concern.child.number
    }

    private var siblings: [ConcernPage.Sibling] {
        opened.siblings.map {
            ConcernPage.Sibling(name: given($0.received.concern.child.name), path: "/concerns/\($0.facts.id)")
        }
    }

    private var reporter: ConcernPage.Reporter {
        switch concern.origin {
        case .publicBody(let reporter):
            ConcernPage.Reporter(
                .publicBody,
                name: given(reporter.name),
                role: given(reporter.role),
                organisation: given(reporter.organisation),
                organisationNumber: given(reporter.organisationNumber),
                addressLines: reporter.organisationAddress.map(AddressWords.lines) ?? [],
                phone: given(reporter.phone),
                email: given(reporter.email),
                registeredBy: registeredBy
            )
        case .privatePerson(let reporter):
            ConcernPage.Reporter(
                .privatePerson,
                name: given(reporter.name),
                addressLines: reporter.address.map(AddressWords.lines) ?? [],
                phone: given(reporter.phone),
                registeredBy: registeredBy
            )
        }
    }

    /// Who typed it in, and how it had come.
    private var registeredBy: String? {
        guard facts.isTypedIn, let actor = opened.history.first?.actor else { return nil }
        let name = pages.rooms.people.name(of: actor)
        let channel = ArrivalWords.label(concern.channel, catalog)
        return channel.map { "\(name) (\($0))" } ?? name
    }

    private func guardian(_ guardian: Guardian) -> ConcernPage.Guardian {
        ConcernPage.Guardian(
            name: given(guardian.name),
            phone: given(guardian.phone),
            // The form for typed-in reports has one field for all of it.
            informed: facts.isTypedIn ? catalog.text("field.unknown") : catalog.answer(guardian.isInformed),
            informedReason: given(guardian.informedReason)
        )
    }

    private func access(_ reading: AccessReader.Reading) -> ConcernPage.Access {
        let person = pages.rooms.people[reading.actor]
        return ConcernPage.Access(
            person: pages.rooms.people.name(of: reading.actor),
            role: person.map { RoleWords.name($0.role, catalog) } ?? "",
            when: phrases.stamp(reading.at),
            purpose: AccessWords.purpose(reading.line, catalog)
        )
    }

    // MARK: Texts

    private func given(_ text: String?) -> String? {
        text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
}
