import Exchange
import TestSupport

/// Fills forms in at random: some fields, some rows, right and wrong texts.
struct FormDrawing {
    /// Whether every choice is made and rows are numbered without gaps, so that nothing entered has to go.
    var isOrderly = false
    private var random: SeededGenerator
    private var values = FormValues()

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func values(for form: MessageForm) -> FormValues {
        fill(form.root, path: "")
        return values
    }

    private mutating func fill(_ group: FormGroup, path: String) {
        for part in group.parts {
            switch part {
            case .field, .group: fill(part, path: path)
            case .choice(let choice):
                guard isOrderly else {
                    if happens(2) {
                        values[path + (choice.path.last ?? "")] =
                            choice.alternatives.randomElement(using: &random)?.name
                    }
                    for alternative in choice.alternatives where happens(2) { fill(alternative, path: path) }
                    continue
                }
                guard let chosen = choice.alternatives.randomElement(using: &random) else { continue }
                values[path + (choice.path.last ?? "")] = chosen.name
                fill(chosen, path: path)
            }
        }
    }

    private mutating func fill(_ part: FormPart, path: String) {
        guard let name = part.name else { return }
        var rows = [""]
        if part.isRepeated {
            let count = isOrderly ? 1 + Int.random(in: 0..<3, using: &random) : Int.random(in: 0..<4, using: &random)
            rows = (1...4).prefix(count).map { "[\(isOrderly ? $0 : $0 * $0)]" }
        }
        for row in rows {
            let place = path + name + row
            switch part {
            case .field(let field):
                if isOrderly || !happens(3) { values[place] = text(for: field) }
            case .group(let group):
                if isOrderly || !happens(4) { fill(group, path: place + "/") }
            case .choice: break
            }
            if !isOrderly && happens(9) { values[place + "/"] = "1" }
        }
    }

    private mutating func text(for field: FormField) -> String {
        if let fixed = field.fixed { return fixed }
        if !isOrderly && happens(4) {
            return ["", " ", "?", "9", "true", "å😀\r\n", "0"].randomElement(using: &random) ?? ""
        }
        switch field.kind {
        case .line, .prose: return ["Blåbær & <ting>", " to ord ", "é\n«ü»"].randomElement(using: &random) ?? ""
        case .date: return "2026-03-0\(Int.random(in: 1...9, using: &random))"
        case .dateTime: return "2026-03-01T12:00:00+01:00"
        case .yesNo: return ["true", "false", "1", "0"].randomElement(using: &random) ?? ""
        case .code(let options): return options.randomElement(using: &random)?.code ?? ""
        case .digits(let count): return String(repeating: "7", count: count)
        case .number: return "-12"
        case .messageID: return "7226acf9-86e2-4a4f-a852-6fcbc2bb3515"
        }
    }

    private mutating func happens(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }
}

extension FormDrawing {
    /// Changes what has been entered so that a finding goes, as a patient person would.
    mutating func mend(_ finding: FormFinding, in form: MessageForm, _ values: inout FormValues) {
        let steps = finding.path.replacing(#/\[\d+\]/#, with: "").split(separator: "/").map(String.init)
        if let name = steps.last, ["Omrade", "Dimensjon", "DokumentType"].contains(name) {
            // The form knows the rows; only the last document is the person's to name.
            for path in values.entries.keys where path.hasSuffix("/\(name)") || path.hasSuffix("/\(name)/") {
                values[path] = nil
            }
            if name == "DokumentType" { values["DokumentSjekkliste/Dokument[26]/DokumentType"] = "25" }
            return
        }
        switch finding.problem {
        case .notAsked, .more: values = values.without(finding.path)
        case .noneChosen, .severalChosen:
            values[finding.path] = steps.last?.split(separator: "|").randomElement(using: &random).map(String.init)
        case .repeated:
            if steps.last == "Filnavn" {
                values[finding.path] = "fil \(UInt64.random(in: 0 ... .max, using: &random))"
            } else {
                values = values.without(finding.path)
            }
        default:
            if let field = form.root.field(at: steps[...]) {
                isOrderly = true
                values[finding.path] = text(for: field)
            } else {
                values[finding.path + "/"] = "1"
            }
        }
    }
}

extension FormGroup {
    fileprivate func field(at path: ArraySlice<String>) -> FormField? {
        for part in parts {
            let alternatives = if case .choice(let choice) = part { choice.alternatives } else { [part] }
            for case let found in alternatives where found.name == path.first {
                switch found {
                case .field(let field): return path.count == 1 ? field : nil
                case .group(let group): return group.field(at: path.dropFirst())
                case .choice: return nil
                }
            }
        }
        return nil
    }
}

extension FormValues {
    fileprivate func without(_ path: String) -> FormValues {
        FormValues(entries.filter { $0.key != path && !$0.key.hasPrefix(path + "/") })
    }
}
