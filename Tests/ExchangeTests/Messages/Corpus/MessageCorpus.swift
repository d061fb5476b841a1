import Exchange
import Foundation
import Law
import TestSupport
import Testing

/// The messages with known verdicts that lie in a folder beside the repository; absent on most machines.
enum MessageCorpus {
    struct Entry: Decodable, Sendable, CustomTestStringConvertible {
        let file: String
        let messageType: String
        /// The verdict of the engines on the definition.
        let schemaValid: Bool
        /// The verdict of Bufdir's rule; nothing where no definition has the root.
        let enableValid: Bool?
        let mutation: String
        let contested: Bool?
        /// What the whole extended pass reports: kind, place and sometimes a number; at most eight.
        let demoLevel2Errors: [[Detail]]?
        let disabledPresent: [Condition]?
        let uiRuleMissing: [Condition]?
        let enableErrors: [Condition]?
        let semantic: [String]?

        var testDescription: String { file }

        struct Condition: Decodable, Sendable {
            let path: String
        }

        enum Detail: Decodable, Sendable {
            case text(String)
            case number(Int)

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let number = try? container.decode(Int.self) {
                    self = .number(number)
                } else {
                    self = .text(try container.decode(String.self))
                }
            }

            var text: String {
                switch self {
                case .text(let text): text
                case .number(let number): String(number)
                }
            }
        }
    }

    static let folder: URL? = SharedFolder.item("corpus/bufdir")

    static let entries: [Entry] = {
        guard let folder, let data = try? Data(contentsOf: folder.appending(path: "manifest.json")) else { return [] }
        return (try? JSONDecoder().decode([Entry].self, from: data)) ?? []
    }()

    static var isHere: Bool { folder != nil }

    /// A day soon after the documents were made.
    static let today = CalendarDay(clamping: 2026, 1, 15)

    static func bytes(of entry: Entry) throws -> [UInt8] {
        let folder = try #require(folder)
        return Array(try Data(contentsOf: folder.appending(path: entry.file)))
    }

    static func verdict(of entry: Entry) throws -> MessageVerdict {
        MessageCheck.verdict(of: try bytes(of: entry), on: today)
    }
}

extension CalendarDay {
    /// A day of the calendar, for tests that know it exists.
    init(clamping year: Int, _ month: Int, _ day: Int) {
        self = CalendarDay(year: year, month: month, day: day) ?? .earliest
    }
}

extension MessageError {
    /// The path without positions, as the corpus has it.
    var plainPath: String { path.replacing(#/\[\d+\]/#, with: "") }
}
