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
            isDeadlineOver: review == .overdue
        )
    }

    private var nextStep: ConcernPage.NextStep {
        let canMatch = facts.identity == .missing || facts.identity == .notFound || facts.identity == .unborn
        let form = pages.form(path + "/urgency")
        return ConcernPage.NextStep(
            matchPath: canMatch ? path + "/match" : nil,
            markUrgent: facts.isUrgent ? nil : form,
            markNotUrgent: facts.isUrgent ? form : nil,
            isReviewDue: true
        )
    }

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
