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
        for form in CommandForm.all {
            for name in form.labels {
                let hasLabel = keys.contains("command.\(form.id).\(name)") || keys.contains("input.\(name)")
                #expect(hasLabel, "\(form.id) \(name)")
            }
        }
    }

    /// Keys that every language must have, besides the labels of fields.
    static let required = Set(
        CommandForm.all.flatMap { ["command.\($0.id).title", "command.\($0.id).lead"] }
            + CommandForm.Feature.allCases.map { "feature.\($0)" }
            + CommandForm.all.flatMap(\.fields).flatMap(\.kind.codeKeys)
            + expectations.map(\.textKey)
    )

    /// Every key that the forms may ask for.
    static let allowed = required.union(
        CommandForm.all.flatMap { form in
            form.labels.flatMap { name in
                ["command.\(form.id).\(name)", "input.\(name)"].flatMap { [$0, $0 + ".hint"] }
            }
        }
    )

    private static let expectations: [FieldFault.Expectation] = [
        .something, .nothing, .knownField, .text, .shorter(1), .day, .code(CodeList("", [])), .truth, .number(0...1),
        .personNumber, .municipality, .worker, .reference(.plan), .list, .entry, .file,
    ]
}

extension CommandForm {
    fileprivate var labels: [String] { fields.map(\.name) + (takesFile ? [FormContext.fileField] : []) }
}

extension CommandField.Kind {
    fileprivate var codeKeys: [String] {
        switch self {
        case .code(let list), .codes(let list): list.codes.map { "code.\(list.name).\($0)" }
        default: []
        }
    }
}
