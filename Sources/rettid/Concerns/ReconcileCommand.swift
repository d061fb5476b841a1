import ArgumentParser
import Exchange
import Foundation
import Journal
import Law
import Logging
import Office

extension ConcernCommands {
    /// Compares what a sender says it sent on a day with what is stored.
    ///
    /// `rettid concern reconcile --store … --config … --day D [--sender S --sent FILE] [--json|--csv]`
    struct Reconcile: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compare what a sender says it sent on a day with what is stored and what is opened.",
            discussion: """
                Without --sent, the list that the sender has delivered itself is used. The file has a line for each \
                message: its id, and where known, each after a semicolon, the SHA-256 of what was sent, the number of the \
                municipality and that of the district. \
                Exit status: 0 no difference, 1 differences.
                """
        )

        @OptionGroup var store: StoreOptions

        @Option(help: ArgumentHelp("Services and senders, as for serve.", valueName: "FILE"))
        var config: String

        @Option(help: "The day, YYYY-MM-DD.")
        var day: String

        @Option(help: "Only this sender, such as sender:portal.")
        var sender: String?

        @Option(help: ArgumentHelp("What the sender says that it sent.", valueName: "FILE"))
        var sent: String?

        @Flag(help: "Print one JSON array and nothing else.")
        var json = false

        @Flag(help: "Print CSV, a line for each message.")
        var csv = false

        func run() async throws {
            let day = try UsageProblem.from { try CalendarDay(parsing: self.day) }
            let configuration = try ServeConfiguration(file: config)
            let folder = FileManager.default.temporaryDirectory.path + "/rettid-reconcile-\(nodeName())"
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let rooms = try OfficeRooms(
                settings: configuration.settings(spoolFolder: folder, node: nodeName()),
                store: store.open(),
                masters: store.masters(),
                environment: .system,
                logger: Logger(label: "rettid")
            )
            let found = try await reconciliations(rooms, day)
            if json {
                print(ReconciliationReport(found).json)
            } else {
                for line in csv ? ReconciliationReport(found).csv : ReconciliationReport(found).lines { print(line) }
            }
            if found.contains(where: \.hasDifferences) { throw Status.findings }
        }

        private func reconciliations(_ rooms: OfficeRooms, _ day: CalendarDay) async throws -> [Reconciliation] {
            let verb = try ActorID(kind: .system, name: "reconcile")
            guard let sender else {
                guard sent == nil else { throw UsageProblem("--sent needs --sender: whose list is it?") }
                return try await rooms.oversight.reconcile(verb: verb, day)
            }
            let actor = try UsageProblem.from { try ActorID(parsing: sender) }
            guard rooms.senders[actor] != nil else { throw UsageProblem("--sender \(sender): not in \(config).") }
            guard let sent else {
                return try await rooms.oversight.reconcile(verb: verb, day).filter { $0.sender == actor }
            }
            guard let bytes = FileManager.default.contents(atPath: sent) else {
                throw UsageProblem("\(sent): cannot be read; check that the file exists.")
            }
            guard let lines = SentListText.lines(csv: Array(bytes)) else {
                throw UsageProblem(
                    "\(sent): expected lines of id;SHA-256;kommunenummer;bydelsnummer, only the id required."
                )
            }
            let list = SentList(sender: actor, day: day, lines: lines)
            return [try await rooms.oversight.reconcile(verb: verb, actor, day, list: list)]
        }
    }
}
