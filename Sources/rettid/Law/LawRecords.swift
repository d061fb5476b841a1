import Foundation
import Law

/// The JSON of `rettid law`: every key of the contract is there, null where there is nothing.
enum LawJSON {
    static func text(_ record: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(record), as: UTF8.self)
    }
}

struct CheckRecord: Encodable {
    let valid: Bool
    let faults: [FaultRecord]
}

struct FaultRecord: Encodable {
    let kind: String
    let file: String
    let line: Int
    @Null var column: Int?
    let found: String
    let expected: String

    init(_ fault: LawFault) {
        kind = fault.kind.rawValue
        file = fault.file
        line = fault.line
        column = fault.column
        found = fault.found
        expected = fault.expected
    }
}

struct DueRecord: Encodable {
    let rule: String
    let from: String
    @Null var due: String?
    let citation: String

    init(_ row: Rule, from day: CalendarDay, term: Term?) {
        rule = row.id.text
        from = "\(day)"
        due = term.map { "\($0.due)" }
        citation = term?.citation ?? row.citation
    }
}

struct ShowRecord: Encodable {
    let on: String
    let deadlines: [Deadline]
    let visits: [Visit]

    init(_ law: Lawbook, on day: CalendarDay) {
        on = "\(day)"
        deadlines = law.rules(on: day).map(Deadline.init)
        visits = law.allVisitRows.filter { $0.isInForce(on: day) }.map(Visit.init)
    }

    struct Deadline: Encodable {
        let rule, citation, validFrom: String
        @Null var validTo: String?
        let holder, trigger: String
        @Null var length: Int?
        let unit, start, end: String
        @Null var extendedLength: Int?
        @Null var extendedUnit: String?
        @Null var extendedCitation: String?
        @Null var extendedNeeds: String?
        let waivers: [String]
        let passing, transition, confidence: String
        let titles: [String: String]
        let note: String

        init(_ rule: Rule) {
            self.rule = rule.id.text
            citation = rule.citation
            validFrom = "\(rule.validFrom)"
            validTo = rule.validTo.map { "\($0)" }
            holder = rule.holder.rawValue
            trigger = rule.trigger.rawValue
            length = rule.length.map(\.amount)
            unit = rule.length?.unit.rawValue ?? "none"
            start = rule.start.code
            end = rule.end.rawValue
            extendedLength = rule.extension.map(\.amount)
            extendedUnit = rule.extension?.unit.rawValue
            extendedCitation = rule.extensionCitation
            extendedNeeds = rule.extensionNeeds?.rawValue
            waivers = rule.waivers.map(\.rawValue)
            passing = rule.passing.rawValue
            transition = rule.transition.rawValue
            confidence = rule.confidence.rawValue
            titles = LawLanguage.titles(rule.title)
            note = rule.note
        }
    }

    struct Visit: Encodable {
        let rule, citation, validFrom: String
        @Null var validTo: String?
        let holder: String
        let perYear: Int
        @Null var untilAge: Int?
        @Null var reducedPerYear: Int?
        @Null var permanentPerYear: Int?
        let permanentIsAgreed: Bool
        @Null var exceptionPerYear: Int?
        let confidence: String
        let titles: [String: String]
        let note: String

        init(_ row: VisitRule) {
            rule = row.id.text
            citation = row.citation
            validFrom = "\(row.validFrom)"
            validTo = row.validTo.map { "\($0)" }
            holder = row.holder.rawValue
            perYear = row.perYear
            untilAge = row.untilAge
            reducedPerYear = row.reduction?.perYear
            permanentPerYear = row.permanent?.perYear
            permanentIsAgreed = row.permanent.map { $0.perYear == nil } ?? false
            exceptionPerYear = row.exception?.perYear
            confidence = row.confidence.rawValue
            titles = LawLanguage.titles(row.title)
            note = row.note
        }
    }
}

extension LawLanguage {
    fileprivate static func titles(_ title: (String) -> String) -> [String: String] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, title($0.rawValue)) })
    }
}

/// A value that is written as null, not left out, where there is none.
@propertyWrapper struct Null<Value: Encodable>: Encodable {
    var wrappedValue: Value?

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}
