import Casework
import Law

/// The register's lists as they are offered: in parts, and the codes that are valid from 2026 before the older ones.
///
/// Source: Statistics Norway's code lists of register version 4.0.1; the knowledge model's parts are its own.
enum RegisterChoices {
    /// Who reports a concern (melder).
    static let reporters = CodeList(
        "register-reporter",
        groups: [
            part("private", "1 2 3 4 23"),
            part("school", "9 11 12"),
            part("health", "10 24 25 13 14 17"),
            part("services", "5 7 8 6 16 18 19"),
            part("others", "20 21 22"),
            part("until2024", "15"),
        ]
    )

    /// What a report is about, and what measures or a petition rest on (saksinnhold, vedtaksgrunnlag).
    static let contents = CodeList(
        "register-content",
        groups: model + [
            part("parents2025", "1 2 3 29 5 6 7 8 20 21 22 23 28 24 31 18"),
            part("child2025", "9 10 11 27 32 12 14 15 17 25 26 30 19"),
            part("youngAdult2025", "33 34 35 36"),
            part("until2020", "4 13 16"),
        ]
    )

    /// The parts of the knowledge model: what a code begins with, such as `2.4` of `2.4.05`.
    private static let model = ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3"].map {
        area in
        CodeList.Group(name: area, codes: RegisterCodeList.contents.all.filter { $0.hasPrefix(area + ".") })
    }

    private static func part(_ name: String, _ codes: String) -> CodeList.Group {
        CodeList.Group(name: name, codes: codes.split(separator: " ").map(String.init))
    }
}

/// Codes of a list of the register, with one field for what is said of those that say nothing by themselves.
struct StatedCodeEntry: Sendable {
    private static let longest = 1_000

    let codes: FormEntry<[String]>
    let specification: FormEntry<String>
    private let vague: [String]

    /// - Parameters:
    ///   - name: The field of the codes.
    ///   - specification: The field of the words.
    ///   - list: What is offered.
    ///   - source: Which codes need words.
    init(_ name: String, specification: String, _ list: CodeList, by source: RegisterCodeList) {
        let vague = list.codes.filter(source.needsSpecification)
        codes = FormEntry.codes(name, list)
        self.specification = FormEntry.line(specification, longest: Self.longest).needed(codes, vague)
        self.vague = vague
    }

    private init(_ other: StatedCodeEntry, _ codes: FormEntry<[String]>) {
        self.codes = codes
        specification = other.specification
        vague = other.vague
    }

    /// The same codes, none of which need be stated.
    var optional: StatedCodeEntry { StatedCodeEntry(self, codes.optional) }

    /// What is filled in; the words stand with each code that needs them.
    func read(_ input: FormReader) -> [StatedCode] {
        let words = input.given(specification)
        return (input.given(codes) ?? []).map { StatedCode($0, vague.contains($0) ? words : nil) }
    }

    /// What the two fields are filled in with to hold codes.
    func filled(_ stated: [StatedCode]) -> [FilledField] {
        var words: [String] = []
        for text in stated.filter({ vague.contains($0.code) }).compactMap(\.specification) where !words.contains(text) {
            words.append(text)
        }
        return [
            codes.filled(stated.isEmpty ? nil : stated.map(\.code)),
            specification.filled(words.isEmpty ? nil : words.joined(separator: "; ")),
        ]
    }
}
