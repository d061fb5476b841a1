import Casework
import Exchange
import Law
import Testing

@testable import Web

struct `The controls of a command's form` {
    private static let person = "019a8f3e-7c00-7000-8000-000000000001"

    @Test(arguments: CommandForm.all + CommandForm.ofRooms)
    func `post just what they were shown with`(form: CommandForm) throws {
        let values = try Self.example(of: form)
        let fields = CommandFields(
            words: CommandWords(form: form, catalog: try Catalog(.bokmaal)),
            values: values,
            references: try Self.references
        )
        var posted: [String: String] = [:]
        for field in fields.fields { posted.merge(field.posted) { first, _ in first } }
        #expect(CommandValues(form, posted: posted) == values)
        let unseen = Dictionary(uniqueKeysWithValues: fields.hidden.map { ($0.name, $0.value) })
        #expect(CommandValues(form, posted: unseen) == values)
    }

    @Test(arguments: CommandForm.all + CommandForm.ofRooms)
    func `show each fault at its own field, and nothing twice`(form: CommandForm) throws {
        guard case .failure(let refusal) = form.read(CommandValues(), FormContext(id: RecordID(high: 1, low: 1))) else {
            Issue.record("took nothing for something")
            return
        }
        let fields = CommandFields(
            words: CommandWords(form: form, catalog: try Catalog(.nynorsk)),
            values: CommandValues(),
            faults: refusal.faults,
            references: try Self.references
        ).fields
        #expect(fields.filter { $0.error != nil }.map(\.name) == refusal.faults.map(\.field))
        #expect(Set(fields.map(\.name)).count == fields.count)
        #expect(Set(fields.map(\.label)).count == fields.count)
    }

    @Test(arguments: CommandForm.all + CommandForm.ofRooms, Language.allCases)
    func `stand in the editor with texts for everything`(form: CommandForm, language: Language) throws {
        let renderer = try Self.renderer.get()
        let catalog = try #require(renderer.catalog(language))
        let fields = CommandFields(
            words: CommandWords(form: form, catalog: catalog),
            values: try Self.example(of: form),
            references: try Self.references
        )
        let page = EditorPage(
            frame: SamplePages(catalog: catalog).frame(.inbox),
            back: Link(label: "x", path: "/"),
            title: fields.words.title,
            lead: fields.words.lead,
            groups: [EditorPage.Group(fields: fields.fields)],
            form: FormTarget(path: "/saker/1/\(form.id)", key: "0"),
            buttons: [EditorPage.Button(.send, isMain: true, catalog)]
        )
        let html = try renderer.render(page, language: language)
        for field in form.fields { #expect(html.contains(#"id="\#(field.name)"#), "\(field.name)") }
        #expect(html.firstMatch(of: #/>(command|field|code|feature|expected|onlyIf)\.[a-z]/#) == nil)
    }

    private static let renderer = Result { try PageRenderer() }

    private static var references: CaseReferences {
        get throws {
            var references = CaseReferences()
            let id = try #require(RecordID(person))
            for kind in CommandField.Reference.allCases {
                references.offer(kind, [CaseReferences.Target(id: id, label: "Ting", isOpen: true)])
            }
            references.workers = [("person:kari", "Kari")]
            return references
        }
    }

    private static func example(of form: CommandForm) throws -> CommandValues {
        var faults: [FieldFault] = []
        let document = try JsonDocument(parsing: form.example.bytes)
        return CommandValues(form, json: document.root, besides: [], faults: &faults)
    }
}

extension Field {
    /// What a browser posts for the control as it was shown.
    fileprivate var posted: [String: String] {
        if isCheckKind { return isChecked ? [name: "yes"] : [:] }
        if isChecksKind {
            return Dictionary(uniqueKeysWithValues: choices.filter(\.isSelected).map { ($0.name, "yes") })
        }
        if isRadioKind || isListKind {
            return choices.first(where: \.isSelected).map { [name: $0.value] } ?? [:]
        }
        return isFileKind ? [:] : [name: value]
    }
}
