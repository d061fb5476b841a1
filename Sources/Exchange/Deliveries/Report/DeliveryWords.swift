import Law

/// The words of deliveries' reports in one language.
package struct DeliveryWords: Sendable {
    private let words: [String: String]

    /// The built-in words of a language.
    package init(_ language: MessageLanguage) {
        words = Self.all[language] ?? [:]
    }

    /// The words of a key; the key itself where there are none, which a test keeps from happening.
    package subscript(key: String) -> String { words[key] ?? key }

    /// What is wrong, in one sentence.
    package func message(_ entry: DeliveryEntry) -> String {
        filled(self[entry.facts.words], entry.facts)
    }

    /// What to do about it, and where strict and reference mode differ on this entry, a note on that.
    package func advice(_ entry: DeliveryEntry) -> String {
        note(entry).map { "\(remedy(entry)) \($0)" } ?? remedy(entry)
    }

    /// What to do about it.
    func remedy(_ entry: DeliveryEntry) -> String {
        filled(self[entry.facts.words + ".advice"], entry.facts)
    }

    /// What to do about all of them; nothing where that is not the same for all.
    func sharedRemedy(_ entries: [DeliveryEntry]) -> String? {
        guard let remedy = entries.first.map(remedy) else { return nil }
        return entries.allSatisfy { self.remedy($0) == remedy } ? remedy : nil
    }

    /// Where it is within the person and the file; empty where it is about the whole of it.
    func place(_ entry: DeliveryEntry) -> String {
        let item = entry.contextID == entry.individID ? "" : entry.contextID
        let line = entry.line.map { "\(self["report.line"]) \($0)" } ?? ""
        return [item, line].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The text of a key about so many things.
    package func count(_ key: String, _ count: Int) -> String {
        var facts = DeliveryFacts()
        facts.count = count
        return filled(self[key], facts)
    }

    /// What the other mode would say; nothing where it would say the same.
    func note(_ entry: DeliveryEntry) -> String? {
        entry.facts.difference.map { self["difference.\($0.rawValue)"] }
    }

    /// Every word by language and key.
    package static let all: [MessageLanguage: [String: String]] = [
        .bokmaal: read(PackageResources.deliveries_nb_json, PackageResources.register_nb_json),
        .nynorsk: read(PackageResources.deliveries_nn_json, PackageResources.register_nn_json),
        .english: read(PackageResources.deliveries_en_json, PackageResources.register_en_json),
    ]

    private static func read(_ catalogs: [UInt8]...) -> [String: String] {
        let members = catalogs.flatMap { (try? JsonDocument(parsing: $0))?.root.members ?? [] }
        return Dictionary(members.map { ($0.name, $0.value.text ?? "") }) { first, _ in first }
    }

    /// Puts facts where a text names them in braces.
    private func filled(_ text: String, _ facts: DeliveryFacts) -> String {
        var result: [UInt8] = []
        var name: [UInt8]?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "{"): name = []
            case UInt8(ascii: "}"):
                if let name { result += value(String(decoding: name, as: UTF8.self), facts).utf8 }
                name = nil
            default:
                guard name == nil else {
                    name?.append(byte)
                    continue
                }
                // The text of an element has no attribute to name, and leaves two blanks.
                if byte != UInt8(ascii: " ") || result.last != byte { result.append(byte) }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func value(_ name: String, _ facts: DeliveryFacts) -> String {
        switch name {
        case "thing": self["thing.\(facts.thing)"]
        case "inner": lowered(self["thing.\(facts.thing)"])
        case "date": self["date.\(facts.attribute)"]
        case "start": text(facts.start)
        case "end": text(facts.end)
        case "caseStart": text(facts.caseStart)
        case "caseEnd": text(facts.caseEnd)
        case "year": facts.year.map(String.init) ?? ""
        case "age": facts.age.map(String.init) ?? ""
        case "count": facts.count.map(String.init) ?? ""
        case "found": facts.found
        case "expected": facts.expected
        case "element": facts.element
        case "attribute": facts.attribute
        case "others": facts.others.isEmpty ? self["noOthers"] : facts.others.joined(separator: ", ")
        default: ""
        }
    }

    /// A word as it stands within a sentence.
    private func lowered(_ word: String) -> String { word.prefix(1).lowercased() + word.dropFirst() }

    private func text(_ day: CalendarDay?) -> String {
        day.map { "\($0)" } ?? self["none"]
    }
}
