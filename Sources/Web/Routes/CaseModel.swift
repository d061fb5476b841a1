import Casework
import Law
import Office

/// Makes the page of one case of what the desk hands out.
struct CaseModel: Sendable {
    /// Entries of the journal that the page shows without being asked for all.
    private static let mostEntries = 40
    private static let mostSteps = 4

    let opened: OpenedCase
    let pages: PageDesk
    let phrases: PagePhrases
    private var catalog: Catalog { phrases.catalog }
    private var facts: CaseFacts { opened.facts }
    private var path: String { "/saker/\(facts.id)" }
    /// Names the service in every address for a reader who is not of it; empty for the service's own people.
    private var service: String { opened.tie == .supervising ? "tjeneste=\(opened.unit.text)" : "" }
    private var query: String { service.isEmpty ? "" : "?" + service }
    private var duties: DutyWords {
        DutyWords(law: pages.rooms.law, phrases: phrases, offersForms: opened.mayChange)
    }
    private var statistics: CaseStatistics { CaseStatistics(opened: opened, phrases: phrases) }
    private var names: CaseNames { CaseNames(opened: opened, phrases: phrases) }
    private var words: CaseEntryWords {
        let people = pages.rooms.people
        let names = names
        return CaseEntryWords(
            catalog: catalog,
            worker: { people.name(of: $0) },
            person: { names.name($0) }
        )
    }

    /// The page; `year` is the year that the drawing shows, `isWhole` whether all entries are listed, `isWholeLog`
    /// whether everybody is who has read the case.
    func view(for context: SignedInContext, year: Int?, isWhole: Bool, _ isWholeLog: Bool) -> CasePage {
        let all = opened.duties
        let journal = JournalModel(opened: opened, words: words, pages: pages, phrases: phrases)
        let entries = journal.lines(isWhole ? .max : Self.mostEntries)
        return CasePage(
            frame: pages.frame(context.visit, .myDay, at: path + query),
            back: pages.homeLink(of: context.person, catalog),
            head: head,
            conflicts: facts.conflicts.map(pages.rooms.people.name(of:)),
            explained: explained(for: context.person),
            next: opened.next.map(\.duty).filter(\.isOurs).prefix(Self.mostSteps).map { duties.step($0, of: facts.id) }
                + statistics.missing,
            view: childsView,
            duties: all.filter { $0.isOpen && $0.isOurs }.map { duties.row($0, of: facts.id, child: nil) },
            others: all.filter { $0.isOpen && !$0.isOurs }.map { duties.row($0, of: facts.id, child: nil) },
            past: all.filter { !$0.isOpen }.map { duties.row($0, of: facts.id, child: nil) },
            timeline: CaseTimeline(facts: facts, concerns: opened.concerns, phrases: phrases, service: service)
                .drawing(year: year),
            grounds: statistics.grounds,
            entries: entries,
            allEntriesPath: entries.count < opened.timeline.count
                ? path + (query.isEmpty ? "?" : query + "&") + "journal=all#timeline" : nil,
            people: people,
            addPerson: opened.mayChange
                ? Link(label: catalog.text("case.addPerson"), path: path + "/set-person") : nil,
            documents: opened.documents.map(document),
            upload: upload,
            actions: opened.mayChange ? CaseActions.groups(facts, catalog) : [],
            chronologyPath: path + "/kronologi" + query,
            referralsPath: opened.tie == .supervising ? nil : path + "/henvisninger",
            access: opened.readers.map(reading),
            isWholeLog: isWholeLog,
            allAccessPath: opened.hasMoreReaders
                ? path + (query.isEmpty ? "?" : query + "&") + "access=all#access-log" : nil
        )
    }

    // MARK: Head

    private var head: CasePage.Head {
        let child = opened.child.person
        let isUnassigned = facts.responsible == nil && facts.closedOn == nil
        return CasePage.Head(
            child: names.child,
            age: names.age,
            number: child.number.map(PersonNumberWords.grouped),
            municipality: MunicipalityWords.name(facts.municipality),
            workers: facts.workers.map {
                Fact(words.code("case-role", $0.role), pages.rooms.people.name(of: $0.actor))
            },
            assign: nil,
            isUnassigned: isUnassigned,
            opened: phrases.dayStamp(facts.openedOn),
            closed: closing
        )
    }

    private var closing: CasePage.Closing? {
        guard let day = facts.closedOn else { return nil }
        let reasons = opened.timeline.compactMap { entry -> String? in
            if case .closed(let reason)? = entry.standing { reason } else { nil }
        }
        return CasePage.Closing(
            when: phrases.dayStamp(day),
            reason: reasons.last ?? "",
            reopen: opened.mayChange
                ? Link(label: catalog.text("command.reopen-case.title"), path: path + "/reopen-case") : nil
        )
    }

    /// What the reader has given as the reason, where the case is not theirs.
    private func explained(for person: Person) -> String? {
        switch opened.tie {
        case .explained, .supervising:
            opened.readings.last { $0.facts.reader == person.id }?.reason ?? catalog.text("case.explained.given")
        case .assigned, .conflicted, .none: nil
        }
    }

    // MARK: The child's view

    private var childsView: CasePage.ChildsView {
        let hear =
            opened.mayChange ? Link(label: catalog.text("command.hear-child.title"), path: path + "/hear-child") : nil
        guard let latest = opened.hearing else {
            return CasePage.ChildsView(
                mostImportant: nil,
                heard: nil,
                how: nil,
                elements: [],
                notHeard: [],
                isNeverTried: true,
                trustedPerson: nil,
                hear: hear,
                entry: nil
            )
        }
        let hearing = latest.hearing
        let entry = Link(label: catalog.text("view.entry"), path: "#entry-\(latest.entry)")
        let trusted = trusted(hearing.trustedPerson)
        switch hearing.outcome {
        case .heard(let view):
            return CasePage.ChildsView(
                mostImportant: view.mostImportant,
                heard: phrases.dayStamp(latest.on),
                how: words.code("hearing-way", view.way),
                elements: elements(view),
                notHeard: [],
                isNeverTried: false,
                trustedPerson: trusted,
                hear: hear,
                entry: entry
            )
        case .notHeard(let obstacle, let reason):
            return CasePage.ChildsView(
                mostImportant: nil,
                heard: nil,
                how: nil,
                elements: [],
                notHeard: [phrases.day(latest.on), words.code("hearing-obstacle", obstacle), reason],
                isNeverTried: false,
                trustedPerson: trusted,
                hear: hear,
                entry: entry
            )
        }
    }

    /// The five elements of forskrift 2023-10-12-1631 § 6.
    private func elements(_ view: ChildsView) -> [Fact] {
        let agreement =
            switch view.agrees {
            case .agrees: [words.code("hearing-agreement", "agrees")]
            case .corrected(let text): [words.code("hearing-agreement", "corrected"), text]
            case .notShown(let reason): [words.code("hearing-agreement", "notShown"), reason]
            }
        return [
            Fact(catalog.text("view.toldChild"), ConcernPage.paragraphs(view.toldChild)),
            Fact(catalog.text("view.heardAbout"), ConcernPage.paragraphs(view.heardAbout)),
            Fact(catalog.text("view.said"), ConcernPage.paragraphs(view.said)),
            Fact(catalog.text("view.agrees"), agreement),
            Fact(catalog.text("view.weight"), ConcernPage.paragraphs(view.weight)),
        ]
    }

    private func trusted(_ trusted: Hearing.TrustedPerson) -> String {
        switch trusted {
        case .notTold: catalog.text("view.trusted.notTold")
        case .toldAndWants: catalog.text("view.trusted.wants")
        case .toldAndDeclines: catalog.text("view.trusted.declines")
        }
    }

    // MARK: People, documents, readers

    private var people: [CasePage.Person] {
        ([opened.child] + opened.people).map { someone in
            let person = someone.person
            let relations = someone.relations.filter { $0.until == nil }.map(\.relation)
            let isChild = someone.facts.id == facts.child.person
            return CasePage.Person(
                name: isChild ? names.child : person.name,
                relation: isChild
                    ? catalog.text("case.theChild") : relations.map(relationWords).joined(separator: ", "),
                isChild: isChild,
                birth: person.knownBirthDay.map { catalog.text("case.born", ["day": phrases.day($0)]) },
                number: person.number.map(PersonNumberWords.grouped),
                phone: person.phone,
                addressLines: AddressWords.lines(person.residence),
                hiddenAddress: hidden(someone),
                // Another case must be asked for by itself.
                casePath: service.isEmpty ? relations.compactMap(\.siblingCase).first.map { "/saker/\($0)" } : nil,
                edit: opened.mayChange
                    ? Link(label: catalog.text("case.edit"), path: path + "/set-person?person=\(someone.facts.id)")
                    : nil
            )
        }
    }

    private func relationWords(_ relation: Relation) -> String {
        let marks = [
            words.code("relation-kind", relation.kind).lowercased(),
            relation.hasResponsibility ? catalog.text("case.responsibility") : nil,
            relation.livesWithChild ? catalog.text("case.livesWithChild") : nil,
        ]
        return marks.compactMap { $0 }.joined(separator: ", ")
    }

    /// The link that asks for a hidden address; to a reader without the right it is a link to the same page.
    private func hidden(_ someone: OpenedCase.Someone) -> Link? {
        guard someone.facts.hasHiddenAddress else { return nil }
        guard opened.maySeeHiddenAddresses else {
            return Link(label: catalog.text("case.hiddenAddress.noRight"), path: "/accessibility")
        }
        return Link(label: catalog.text("case.hiddenAddress.show"), path: path + "/adresse/\(someone.facts.id)")
    }

    private func document(_ one: OpenedCase.Document) -> CasePage.Document {
        let actor = opened.timeline.first { $0.recorded.sequence == one.entry }?.recorded.actor
        return CasePage.Document(
            name: one.document.title,
            path: path + "/dokumenter/\(one.document.id)" + query,
            kind: "\(DocumentWords.kind(one.document.mediaType)), \(DocumentWords.size(one.document.size))",
            added: phrases.dayStamp(one.on),
            person: actor.map(pages.rooms.people.name(of:)) ?? ""
        )
    }

    private var upload: CasePage.Upload? {
        guard opened.mayChange else { return nil }
        let words = CommandWords(form: DocumentForm.form, catalog: catalog)
        let controls = CommandFields(words: words, values: .today(pages), references: CaseReferences())
        return CasePage.Upload(form: pages.form(path + "/add-document"), fields: controls.fields)
    }

    private func reading(_ reading: AccessReader.Reading) -> ConcernPage.Access {
        ConcernPage.Access(
            person: pages.rooms.people.name(of: reading.actor),
            role: pages.rooms.people[reading.actor].map { RoleWords.name($0.role, catalog) } ?? "",
            when: phrases.stamp(reading.at),
            purpose: AccessWords.purpose(reading.line, catalog)
        )
    }
}

/// The names of the people of a case, for a page.
struct CaseNames: Sendable {
    let opened: OpenedCase
    let phrases: PagePhrases

    /// The child's name, or the word for one without.
    var child: String { Self.child(opened.child.person.name, isUnborn: opened.facts.child.isUnborn, phrases.catalog) }

    static func child(_ name: String, isUnborn: Bool = false, _ catalog: Catalog) -> String {
        guard name.allSatisfy(\.isWhitespace) else { return name }
        return isUnborn ? catalog.text("child.unborn") : catalog.text("child.nameless")
    }

    /// A child in a list: one without a name as unborn with the day on which it is expected, where that is known.
    static func child(_ child: ListedChild, _ phrases: PagePhrases) -> String {
        guard child.isUnborn, child.name.allSatisfy(\.isWhitespace), let day = child.expectedOn else {
            return Self.child(child.name, isUnborn: child.isUnborn, phrases.catalog)
        }
        return phrases.catalog.text("child.unborn.expected", ["day": phrases.day(day)])
    }

    func name(_ id: RecordID) -> String {
        id == opened.facts.child.person ? child : opened.people.first { $0.facts.id == id }?.person.name ?? ""
    }

    /// The child's age today in whole years, or when it is expected.
    var age: String? {
        let facts = opened.facts.child
        if facts.isUnborn {
            return facts.expectedOn.map { phrases.catalog.text("case.expected", ["day": phrases.day($0)]) }
        }
        guard let birth = facts.birthDay ?? opened.child.person.knownBirthDay else { return nil }
        let today = opened.today
        let years = today.year - birth.year - (birth.adding(years: today.year - birth.year) > today ? 1 : 0)
        return phrases.catalog.plural("case.years", max(0, years))
    }
}

/// The journal of a case as lines, newest first.
struct JournalModel: Sendable {
    let opened: OpenedCase
    let words: CaseEntryWords
    let pages: PageDesk
    let phrases: PagePhrases

    /// The newest entries, at most so many.
    func lines(_ most: Int = .max) -> [JournalLine] {
        let corrections = Set(opened.timeline.compactMap(\.correctedBy))
        return opened.timeline.reversed().prefix(most).compactMap { line($0, corrections) }
    }

    /// One entry; `corrections` are those that stand in another entry's place, which are corrected by their own number.
    private func line(_ entry: OpenedCase.Entry, _ corrections: Set<Int>) -> JournalLine? {
        guard case .case(let event) = entry.recorded.event else { return nil }
        let path = "/saker/\(opened.facts.id)/correct?entry=\(entry.recorded.sequence)"
        let recorded = OsloTime.day(at: entry.recorded.recordedAt)
        let isCorrectable = !event.needsRefold || event.told != nil && corrections.contains(entry.recorded.sequence)
        return JournalLine(
            number: entry.recorded.sequence,
            day: phrases.dayStamp(entry.recorded.occurredOn),
            recorded: recorded == entry.recorded.occurredOn ? nil : phrases.stamp(entry.recorded.recordedAt),
            title: words.title(event),
            lane: words.lane(event).map { $0.label(phrases.catalog) },
            person: pages.rooms.people.name(of: entry.recorded.actor),
            text: words.text(event),
            correctedBy: entry.correctedBy,
            correctionReason: entry.correctedBy.flatMap(reason),
            correct: opened.mayChange && isCorrectable
                ? Link(label: phrases.catalog.text("case.correct"), path: path) : nil,
            phrases.catalog
        )
    }

    private func reason(of sequence: Int) -> String? {
        let correction = opened.timeline.first { $0.recorded.sequence == sequence }?.recorded.event
        guard case .case(.corrected(_, _, let reason))? = correction else { return nil }
        return reason
    }
}
