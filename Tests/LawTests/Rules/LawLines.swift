@testable import Law

/// Files of the law that tests write themselves.
enum LawLines {
    static let deadlineHeader = DeadlineColumn.allCases.map(\.rawValue).joined(separator: ";")
    static let visitHeader = VisitColumn.allCases.map(\.rawValue).joined(separator: ";")

    /// A line of a deadline, with some fields other than usual.
    static func deadline(_ fields: [DeadlineColumn: String]) -> String {
        let usual: [DeadlineColumn: String] = [
            .rule: "X1", .section: "§ 1", .validFrom: "2020-01-01", .holder: "service", .trigger: "concernReceived",
            .length: "3", .unit: "weeks", .start: "trigger", .end: "lastDay", .passing: "breach",
            .transition: "rowOfTrigger", .confidence: "act", .nb: "frist", .nn: "frist", .en: "time",
        ]
        return DeadlineColumn.allCases.map { fields[$0] ?? usual[$0] ?? "" }.joined(separator: ";")
    }

    /// A file of deadlines.
    static func file(_ lines: [[DeadlineColumn: String]]) -> [(name: String, text: String)] {
        [("test.csv", ([deadlineHeader] + lines.map(deadline)).joined(separator: "\n") + "\n")]
    }
}
