/// What has been entered in a form: texts by path.
///
/// A path is the names from the root on with slashes between, `Klient/KommunalSaksId`; an element that may be repeated
/// is numbered from 1 wherever it stands, `Vedlegg[2]/Filnavn`. Two kinds of entries are no texts of elements:
/// - the alternative chosen, as the name of its element: `Klient/Identifikator/Fodselsnummer|DUFnummer`;
/// - that an element stands though nothing is entered in it: its path with a slash at the end and `1`.
package struct FormValues: Hashable, Sendable {
    /// The texts by path.
    package private(set) var entries: [String: String] = [:]

    package init(_ entries: [String: String] = [:]) {
        self.entries = entries
    }

    /// Takes the paths and texts that a browser has posted; of one path twice, the last counts.
    ///
    /// White space around a text goes, and line breaks become line feeds.
    package init(posted: some Sequence<(String, String)>) {
        for (path, text) in posted {
            let scalars = text.unicodeScalars
            let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
            let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { scalars.index(after: $0) } ?? start
            var tidy = String.UnicodeScalarView()
            var followsReturn = false
            for scalar in scalars[start..<end] {
                if scalar == "\r" || !(scalar == "\n" && followsReturn) {
                    tidy.append(scalar == "\r" ? "\n" : scalar)
                }
                followsReturn = scalar == "\r"
            }
            entries[path] = String(tidy)
        }
    }

    /// The text of a path; nothing where nothing has been entered.
    package subscript(path: String) -> String? {
        get { entries[path] }
        set { entries[path] = newValue }
    }
}

/// The entries as a tree, so that a form and its entries are walked side by side.
struct EnteredElement {
    var text = ""
    /// Whether the element stands even with nothing in it.
    var isMarked = false
    /// Elements inside by name and number; one that is not repeated has number 1.
    private(set) var children: [String: [Int: EnteredElement]] = [:]
    /// The alternative chosen, by the choice's key.
    private(set) var choices: [String: String] = [:]

    static let nothing = EnteredElement()

    init() {}

    /// Takes the entries whose paths a form has.
    ///
    /// - Parameters:
    ///   - values: What has been entered.
    ///   - paths: The paths of the form, without numbers of rows.
    init(_ values: FormValues, paths: Set<String>) {
        // In order, so that two spellings of one path always end the same way.
        for (path, text) in values.entries.sorted(by: { $0.key < $1.key })
        where paths.contains(Self.withoutRows(path)) {
            insert(text, at: path.split(separator: "/", omittingEmptySubsequences: false)[...])
        }
    }

    /// Whether anything has been entered here or inside.
    var isFilled: Bool {
        isMarked || !text.isEmpty || children.values.contains { $0.values.contains(where: \.isFilled) }
    }

    func child(_ name: String) -> EnteredElement? { children[name]?[1] }

    /// Gives a text to an element inside that has none and is not marked.
    mutating func give(_ name: String, _ text: String) {
        let element = child(name) ?? .nothing
        guard element.text.isEmpty, !element.isMarked else { return }
        children[name, default: [:]][1, default: .nothing].text = text
    }

    /// The numbers of the rows in which something has been entered, ascending.
    func rows(_ name: String) -> [Int] {
        (children[name] ?? [:]).filter(\.value.isFilled).keys.sorted()
    }

    private mutating func insert(_ text: String, at path: ArraySlice<Substring>) {
        guard let step = path.first else {
            self.text = text
            return
        }
        if step.isEmpty {
            isMarked = text == "1"
        } else if step.utf8.contains(UInt8(ascii: "|")) {
            choices[String(step)] = text
        } else if let (name, row) = Self.nameAndRow(step) {
            children[name, default: [:]][row, default: EnteredElement()].insert(text, at: path.dropFirst())
        }
    }

    static func withoutRows(_ path: String) -> String {
        var plain = ""
        var isInRow = false
        for scalar in path.unicodeScalars {
            if scalar == "[" { isInRow = true }
            if !isInRow { plain.unicodeScalars.append(scalar) }
            if scalar == "]" { isInRow = false }
        }
        return plain
    }

    private static func nameAndRow(_ step: Substring) -> (name: String, row: Int)? {
        guard let bracket = step.utf8.firstIndex(of: UInt8(ascii: "[")) else { return (String(step), 1) }
        guard step.utf8.last == UInt8(ascii: "]"),
            let row = Int(step[step.utf8.index(after: bracket)...].dropLast()), row > 0
        else { return nil }
        return (String(step[..<bracket]), row)
    }
}
