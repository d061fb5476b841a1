import ArgumentParser
import Exchange
import Foundation
import Law
import Office

extension ExportCommands {
    /// Every case that has changed since it was delivered last, for Barnevernsregisteret.
    ///
    /// `rettid export bvr --store … --config … --unit U -o FOLDER`
    struct Register: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "bvr",
            abstract: "Write each case that has changed since its last delivery, as the register wants it (version 4).",
            discussion: """
                One document a case, named by the delivery's id; each names the one before it. What was delivered is \
                remembered in the journal, so that the next export writes only what has changed since and says what is \
                gone. A case in which our own check finds an error is held back and told of by its reference: open \
                /rapport as the service's leader to see what to mend. Documents: docs/deliveries.md. \
                Exit status: 0 everything is delivered, 1 something is held back, 2 wrong usage.
                """
        )

        @OptionGroup var source: ExportOptions

        @Option(
            name: [.short, .customLong("output")],
            help: ArgumentHelp("A folder for the documents; made where there is none.", valueName: "FOLDER")
        )
        var output: String

        func run() async throws {
            let (rooms, unit) = try source.open()
            let folder = try DeliveryFolder(output)
            let progress = Progress("exporting")
            let verb = try ExportOptions.verb()
            let serving = Task { await rooms.serveUnits() }
            defer { serving.cancel() }
            let export = try await Self.told {
                try await rooms.deliveries.deliverToRegister(verb: verb, unit, to: folder) { done, all in
                    progress.show(share: Double(done) / Double(max(all, 1)))
                }
            }
            progress.end()
            Status.say(
                "\(export.delivered) delivered, \(export.unchanged) as they were, \(export.held.count) held back."
            )
            for held in export.held {
                let rules = Set(held.entries.map(\.rule)).sorted().joined(separator: ", ")
                Status.say("held back: \(held.subject): \(rules.isEmpty ? "XSD" : rules)")
            }
            if !export.held.isEmpty { throw Status.findings }
        }

        /// What keeps a service from delivering, in words that say who can mend it.
        static func told<T>(_ body: () async throws -> T) async throws -> T {
            do {
                return try await body()
            } catch let trouble as DeliveryTrouble {
                throw UsageProblem(trouble.told)
            }
        }
    }
}

extension DeliveryTrouble {
    fileprivate var told: String {
        switch self {
        case .noOrganisationNumber(let unit):
            "--config: services/\(unit.text)/organisationNumber is missing; deliveries name it."
        case .noMunicipality(let text): "\(text): a case's municipality is none that there is."
        case .nobody(let municipality, let year): "\(municipality): no case belongs to \(year)."
        case .deliveredMeanwhile: "Somebody else delivers the same cases at the same time; try again."
        }
    }
}
