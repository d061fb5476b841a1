import TestSupport
import Testing

@testable import Law

/// The table's clocks against a calendar that is walked day by day and rows that are picked by comparing text.
struct `A walk through the calendar` {
    private static let walked = WalkedCalendar()

    @Test func `ends on the same day as the term, for 100,000 draws of rule and day`() throws {
        let rows = PlainRow.all(in: Lawbook.nationalFiles[0].text)
        let rules = rows.keys.sorted()
        let walked = Self.walked
        var random = SeededGenerator(seed: 20_261_122)
        var terms = 0
        for _ in 0..<100_000 {
            let rule = rules[Int.random(in: 0..<rules.count, using: &random)]
            let from = Int.random(in: walked.from2000..<walked.from2040, using: &random)
            let canBeExtended = rows[rule]?.contains { !$0.extendedLength.isEmpty } ?? false
            let extended = canBeExtended && Bool.random(using: &random)
            let expected = walked.due(of: rule, rows, from: from, extended: extended)
            let trigger = try #require(CalendarDay(dayNumber: from - walked.epoch))
            let found = Lawbook.national.term(RuleID(rule), from: trigger, extended: extended)
            if found?.due.description != expected.map(walked.text) {
                Issue.record("\(rule) from \(trigger), extended \(extended)")
            }
            terms += found == nil ? 0 : 1
        }
        #expect(terms > 40_000)
    }
}

/// A row of the file, split at semicolons and otherwise as it stands.
private struct PlainRow {
    let rule, from, to, length, unit, start, end, extendedLength, extendedUnit, transition: String

    static func all(in text: String) -> [String: [PlainRow]] {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
        let header = lines[0]
        let rows = lines.dropFirst().map { fields in
            func field(_ name: String) -> String { header.firstIndex(of: name).map { fields[$0] } ?? "?" }
            return PlainRow(
                rule: field("rule"),
                from: field("validFrom"),
                to: field("validTo"),
                length: field("length"),
                unit: field("unit"),
                start: field("start"),
                end: field("end"),
                extendedLength: field("extendedLength"),
                extendedUnit: field("extendedUnit"),
                transition: field("transition")
            )
        }
        return Dictionary(grouping: rows, by: \.rule)
    }
}

/// The days from 1900 on, one after the other.
private struct WalkedCalendar {
    private var texts: [String] = []
    /// For each month, counted from 1900, the place of its first day.
    private var months: [Int] = []
    private var monthOfDay: [Int] = []
    private(set) var epoch = 0
    private(set) var from2000 = 0
    private(set) var from2040 = 0

    init() {
        var (year, month, day) = (1900, 1, 1)
        while year < 2100 {
            if day == 1 { months.append(texts.count) }
            if (month, day) == (1, 1) {
                if year == 1970 { epoch = texts.count }
                if year == 2000 { from2000 = texts.count }
                if year == 2040 { from2040 = texts.count }
            }
            monthOfDay.append(months.count - 1)
            texts.append("\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
            day += 1
            let leap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
            let length = month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
            if day > length { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    func text(_ index: Int) -> String { texts[index] }

    func due(of rule: String, _ rows: [String: [PlainRow]], from: Int, extended: Bool) -> Int? {
        let own = rows[rule] ?? []
        let trigger = texts[from]
        if let row = own.first(where: { $0.from <= trigger && ($0.to.isEmpty || trigger <= $0.to) }) {
            return due(by: row, rows, from: from, extended: extended)
        }
        // No row of the trigger day: one that takes running clocks over may have found it running.
        guard let row = own.first(where: { $0.transition == "newRowAtOnce" && trigger < $0.from }),
            let due = due(by: row, rows, from: from, extended: extended), row.from <= texts[due]
        else { return nil }
        return due
    }

    private func due(by row: PlainRow, _ rows: [String: [PlainRow]], from: Int, extended: Bool) -> Int? {
        let (length, unit) = extended ? (row.extendedLength, row.extendedUnit) : (row.length, row.unit)
        var start = from
        if row.start != "trigger" {
            guard let week = due(of: String(row.start.dropFirst(6)), rows, from: from, extended: false) else {
                return nil
            }
            start = week
        }
        guard let last = walk(from: start, length, unit) else { return nil }
        return row.end == "dayBefore" ? last - 1 : last
    }

    private func walk(from start: Int, _ length: String, _ unit: String) -> Int? {
        let amount = Int(length) ?? 0
        switch unit {
        case "atOnce": return start
        case "days": return (0..<amount).reduce(start) { day, _ in day + 1 }
        case "weeks": return (0..<amount * 7).reduce(start) { day, _ in day + 1 }
        case "hours": return start + amount / 24
        case "months", "years":
            let month = monthOfDay[start] + (unit == "years" ? 12 * amount : amount)
            let wanted = months[month] + start - months[monthOfDay[start]]
            return min(wanted, months[month + 1] - 1)
        default: return nil
        }
    }
}
