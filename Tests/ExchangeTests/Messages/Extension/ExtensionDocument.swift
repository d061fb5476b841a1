import Exchange
import Foundation

/// What `docs/extension-messages.md` says, read so that it can be held against the tables.
struct ExtensionDocument {
    private let lines: [Substring]

    /// Reads the document of this repository; nothing where the tests run without it.
    static let ours: ExtensionDocument? = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path() != "/" {
            let file = folder.appending(path: "docs/extension-messages.md")
            if let text = try? String(contentsOf: file, encoding: .utf8) { return ExtensionDocument(text) }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    private init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The first four cells of each row of the table under a heading.
    func rows(under heading: String) -> [String] {
        section(heading).filter { $0.hasPrefix("| `") }.map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().prefix(4)
                .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " | ")
        }
    }

    /// The example under a heading, as bytes.
    func example(under heading: String) -> [UInt8] {
        let inside = section(heading).drop { $0 != "```xml" }.dropFirst().prefix { $0 != "```" }
        return Array(inside.joined(separator: "\n").utf8)
    }

    /// The codes of a list, each the first word of its part.
    func codes(of list: String) -> [String] {
        guard let row = lines.first(where: { $0.hasPrefix("| `\(list)` |") }) else { return [] }
        let cell = row.split(separator: "|").last ?? ""
        return cell.split(separator: "·").compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    private func section(_ heading: String) -> ArraySlice<Substring> {
        let rest = lines.drop { !($0.hasPrefix("#") && $0.contains(heading)) }.dropFirst()
        return rest.prefix { !$0.hasPrefix("#") }
    }
}

extension ComplexType {
    /// The rows that the document has to have for this structure: element, times, type, condition.
    var documentRows: [String] {
        particles.flatMap { particle in
            particle.alternatives.map { rule in
                let times =
                    switch particle {
                    case .choice: "choice"
                    case .element where rule.occurs == .one: "1"
                    case .element where rule.occurs == .optional: "0..1"
                    case .element: "0..*"
                    }
                return "`\(rule.name)` | \(times) | \(rule.documentType) | \(rule.condition?.text ?? "")"
            }
        }
    }

    /// This structure's named structures, at any depth, those of Bufdir left out.
    var ownStructures: [ComplexType] {
        particles.flatMap(\.alternatives).flatMap { rule -> [ComplexType] in
            guard case .complex(let type) = rule.content, rule.name != "Meldingshode" else { return [] }
            return [type] + type.ownStructures
        }
    }
}

extension ElementRule {
    fileprivate var documentType: String {
        switch content {
        case .complex(let type): type.name ?? ""
        case .simple(let type):
            switch (type.base, type.pattern) {
            case (.boolean, _): "yes/no"
            case (.date, _): "date"
            case (.dateTime, _): "time"
            case (_, .digits(let count)): "\(count) digits"
            default:
                if !type.codes.isEmpty {
                    type.name ?? ""
                } else {
                    type.maxLength == 5_000 ? "prose" : type.maxLength == 255 ? "line" : "text"
                }
            }
        }
    }
}
