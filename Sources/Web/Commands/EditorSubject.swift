import Casework
import Exchange
import Law
import Office

/// What an editor writes about: a case, a report, or a case that is not there yet.
struct EditorSubject: Sendable {
    /// `nil` for a new case.
    let id: RecordID?
    /// The child's name, or the word for a child without one.
    let title: String
    let path: String
    /// Where the page leads back to.
    let backPath: String
    /// `nil` for a report and for a new case.
    let opened: OpenedCase?
    var references: CaseReferences

    var version: Int? { opened?.facts.version }

    /// A report.
    init(_ id: RecordID, _ child: ConcernedChild, _ phrases: PagePhrases) {
        self.id = id
        title = CaseNames.child(child.name, isUnborn: child.isUnborn, phrases.catalog)
        path = "/concerns/\(id)"
        backPath = path
        opened = nil
        references = CaseReferences()
    }

    /// A new case; the page leads back to the look that comes before it.
    init(newCaseFor concern: RecordID?, _ catalog: Catalog) {
        id = nil
        title = catalog.text("search.newCase")
        path = "/saker/ny"
        backPath = path + (concern.map { "?concern=\($0)" } ?? "")
        opened = nil
        references = CaseReferences()
    }

    /// A case, with everybody who works in its service.
    init(_ opened: OpenedCase, workers: [Person], _ phrases: PagePhrases) {
        id = opened.facts.id
        title = CaseNames(opened: opened, phrases: phrases).child
        path = "/saker/\(opened.facts.id)"
        backPath = path
        self.opened = opened
        let everybody = [opened.child] + opened.people
        var references = CaseReferences(
            opened.facts,
            names: Dictionary(everybody.map { ($0.facts.id, $0.person.name) }, uniquingKeysWith: { first, _ in first }),
            concerns: opened.concerns.map {
                CaseReferences.Target(id: $0.id, label: phrases.day($0.receivedOn), isOpen: true)
            },
            phrases
        )
        references.workers = workers.map { ("\($0.id)", $0.name) }
        self.references = references
    }

    /// The day that an entry counts from.
    func day(of entry: Int) -> CalendarDay? {
        opened?.timeline.first { $0.correctedBy == entry || $0.recorded.sequence == entry }?.on
    }

    /// What has been written since a version, in the words of the forms.
    func changes(since version: Int, _ pages: PageDesk, _ phrases: PagePhrases) -> [ChangedCasePage.Change] {
        (opened?.timeline ?? []).filter { $0.recorded.sequence > version }.map { entry in
            let told = entry.recorded.told.flatMap { CommandForm.of(.inCase($0), on: entry.recorded.occurredOn) }
            let words = told.map { CommandWords(form: $0.form, catalog: phrases.catalog) }
            let facts = zip([words].compactMap(\.self), [told].compactMap(\.self)).flatMap { words, told in
                CommandFields(words: words, values: told.values, references: references).facts
            }
            return ChangedCasePage.Change(
                title: words?.title ?? phrases.catalog.text("command.correct.title"),
                person: pages.rooms.people[entry.recorded.actor]?.name ?? entry.recorded.actor.name,
                when: phrases.stamp(entry.recorded.recordedAt),
                text: facts.map { "\($0.label): \($0.text.joined(separator: " "))" }
            )
        }
    }
}
