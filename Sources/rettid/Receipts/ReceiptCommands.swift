import ArgumentParser
import Foundation
import Journal
import Law

/// Receipts that were given up, on the command line.
struct ReceiptCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipts",
        abstract: "List the receipts that were given up, and have them tried again.",
        subcommands: [List.self, Release.self]
    )

    /// Lists parked receipts.
    ///
    /// `rettid receipts list --store … [--json]`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the receipts that were given up after three days of tries, oldest first.",
            discussion: "Exit status: 0 none, 1 some."
        )

        /// The most that one listing shows.
        private static let most = 10_000

        @OptionGroup var store: StoreOptions

        @Flag(help: "Print one JSON array and nothing else.")
        var json = false

        func run() throws {
            let rows = try store.open().parkedOutbox(limit: Self.most)
            print(json ? try Self.json(rows) : Self.text(rows))
            if !rows.isEmpty { throw Status.findings }
        }

        private static func text(_ rows: [OutboxRow]) -> String {
            guard !rows.isEmpty else { return "No receipt was given up." }
            return rows.map { "\($0.id)  \($0.destination)  \($0.createdAt)  \($0.attempts) tries" }
                .joined(separator: "\n")
        }

        private static func json(_ rows: [OutboxRow]) throws -> String {
            let objects = rows.map {
                Receipt(id: "\($0.id)", sender: $0.destination, createdAt: "\($0.createdAt)", attempts: $0.attempts)
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(objects), as: UTF8.self)
        }

        private struct Receipt: Encodable {
            let id: String
            let sender: String
            let createdAt: String
            let attempts: Int
        }
    }

    /// Has parked receipts tried again.
    ///
    /// `rettid receipts release --store … (ID… | --all)`
    struct Release: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have receipts that were given up tried again; the server may be running.",
            discussion: "Exit status: 0 released, 1 an id was not among those given up."
        )

        @OptionGroup var store: StoreOptions

        @Argument(help: "Ids, as list shows them.")
        var ids: [String] = []

        @Flag(help: "All of them.")
        var all = false

        func run() throws {
            guard all == ids.isEmpty else { throw UsageProblem("Give ids, or --all, and not both.") }
            let wanted = try ids.map { text in
                guard let id = RecordID(text) else {
                    throw UsageProblem("\(text): is no id; see rettid receipts list.")
                }
                return id
            }
            let store = try store.open()
            if all {
                print("released \(try store.releaseOutbox(nil, at: systemClock()))")
                return
            }
            let released = try wanted.filter { try store.releaseOutbox($0, at: systemClock()) > 0 }
            print("released \(released.count)")
            for id in wanted where !released.contains(id) { Status.say("\(id): is not among those given up.") }
            if released.count < wanted.count { throw Status.findings }
        }
    }
}
