import Foundation

/// What `rettid check --json` says of one file.
struct CheckedDelivery: Decodable, Hashable {
    struct Entry: Decodable, Hashable {
        var rule: String
        var severity: String
        var individId: String
        var journal: String
        var contextId: String
        var line: Int?
        var column: Int?
        var message: String
        var advice: String

        private enum CodingKeys: CodingKey {
            case rule, severity, individId, journal, contextId, line, column, message, advice
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            func text(_ key: CodingKeys) throws -> String { try values.decode(String.self, forKey: key) }
            rule = try text(.rule)
            severity = try text(.severity)
            individId = try text(.individId)
            journal = try text(.journal)
            contextId = try text(.contextId)
            // An empty text where it does not apply.
            line = try? values.decode(Int.self, forKey: .line)
            column = try? values.decode(Int.self, forKey: .column)
            message = try text(.message)
            advice = try text(.advice)
        }
    }

    var file: String
    var format: String
    var mode: String
    var overall: String
    var controls: Int
    var entries: [Entry]

    /// Checks files.
    static func check(_ arguments: [String]) throws -> (files: [CheckedDelivery], outcome: VerbOutcome) {
        let outcome = try VerbOutcome(of: ["check", "--json"] + arguments)
        return (try JSONDecoder().decode([CheckedDelivery].self, from: outcome.output), outcome)
    }
}
