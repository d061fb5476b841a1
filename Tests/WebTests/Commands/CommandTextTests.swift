import Casework
import Exchange
import Testing

@testable import Web

struct `The texts of commands` {
    @Test(arguments: Language.allCases)
    func `name every form, field, choice and fault`(language: Language) throws {
        let keys = Set(try Catalog(language).texts.keys)
        let missing = Self.required.filter { !keys.contains($0) }
        #expect(missing.sorted() == [])
        for form in Self.forms {
            for name in form.labels {
                let hasLabel = keys.contains("command.\(form.id).\(name)") || keys.contains("input.\(name)")
                #expect(hasLabel, "\(form.id) \(name)")
            }
        }
    }

    /// Those of a case, and those of referrals and places.
    static let forms = CommandForm.all + CommandForm.ofRooms

    /// Keys that every language must have, besides the labels of fields.
    static let required = Set(
        forms.flatMap { ["command.\($0.id).title", "command.\($0.id).lead"] }
            + CommandForm.Feature.allCases.map { "feature.\($0)" }
            + forms.flatMap(\.fields).flatMap(\.kind.codeKeys)
            + expectations.map(\.textKey)
    )

    /// Every key that the forms may ask for.
    static let allowed = required.union(
        forms.flatMap { form in
            form.labels.flatMap { name in
                ["command.\(form.id).\(name)", "input.\(name)"].flatMap { [$0, $0 + ".hint"] }
            }
        }
    )

    private static let expectations: [FieldFault.Expectation] = [
        .something, .nothing, .knownField, .text, .shorter(1), .day, .code(CodeList("", [])), .truth, .number(0...1),
        .personNumber, .municipality, .worker, .reference(.plan), .list, .entry, .file,
        .moment, .place, .organisation,
    ]
}

extension CommandForm {
    fileprivate var labels: [String] { fields.map(\.name) + (takesFile ? [FormContext.fileField] : []) }
}

extension CommandField.Kind {
    fileprivate var codeKeys: [String] {
        switch self {
        case .code(let list), .codes(let list):
            list.codes.map { "code.\(list.name).\($0)" } + list.groups.map { "codes.\(list.name).\($0.name)" }
        default: []
        }
    }
}
