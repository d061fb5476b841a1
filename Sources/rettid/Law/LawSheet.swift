import Law

/// The rows in force on a day, for a person to read.
struct LawSheet {
    let law: Lawbook
    let day: CalendarDay
    let language: String

    /// Two lines a row: what and by when; where it stands, whose duty it is and what passing means.
    var text: String {
        let deadlines = law.rules(on: day).flatMap { rule in
            [
                "\(pad(rule.id.text))\(rule.title(in: language)): \(Self.time(rule))",
                "\(pad(""))\(rule.citation) · \(rule.holder) · \(rule.passing) · \(rule.confidence)",
            ]
        }
        let visits = law.allVisitRows.filter { $0.isInForce(on: day) }.flatMap { row in
            [
                "\(pad(row.id.text))\(row.title(in: language)): \(Self.number(row))",
                "\(pad(""))\(row.citation) · \(row.holder) · \(row.confidence)",
            ]
        }
        return (["The law as Rettid knows it on \(day)", ""] + deadlines + [""] + visits).joined(separator: "\n")
    }

    private func pad(_ text: String) -> String {
        text + String(repeating: " ", count: max(1, 6 - text.count))
    }

    private static func time(_ rule: Rule) -> String {
        guard let length = rule.length else { return "no day is set, from \(rule.trigger)" }
        var text = "\(words(length)) from \(rule.trigger)"
        if case .after(let other) = rule.start { text += ", after \(other)" }
        if let extended = rule.extension { text += "; extended \(words(extended)) in all" }
        return text
    }

    private static func words(_ length: Length) -> String {
        guard length != .atOnce else { return "at once" }
        let unit = length.unit == .workingDays ? "working days" : length.unit.rawValue
        return "\(length.amount) \(length.amount == 1 ? String(unit.dropLast()) : unit)"
    }

    private static func number(_ row: VisitRule) -> String {
        var parts = ["\(row.perYear) a year"]
        if let reduced = row.reduction { parts.append("reduced \(reduced.perYear)") }
        if let permanent = row.permanent {
            parts.append("permanent stay \(permanent.perYear.map { "\($0)" } ?? "as agreed")")
        }
        if let exception = row.exception { parts.append("exception \(exception.perYear)") }
        if let age = row.untilAge { parts.append("until \(age) years") }
        return parts.joined(separator: ", ")
    }
}
