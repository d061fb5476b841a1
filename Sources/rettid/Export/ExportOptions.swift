import ArgumentParser
import Foundation
import Law
import Logging
import Office

/// Whose data an export reads.
struct ExportOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("Services, as for serve.", valueName: "FILE"))
    var config: String

    @Option(help: "The service's unit.")
    var unit: String

    /// Opens the office on the store, for a service that the configuration names.
    ///
    /// - Throws: ``UsageProblem`` where there is no such service or the configuration is wrong; any other error where the
    ///   store cannot be opened.
    func open() throws -> (rooms: OfficeRooms, unit: UnitID) {
        let unit = try UsageProblem.from { try UnitID(parsing: self.unit) }
        let configuration = try ServeConfiguration(file: config)
        // Nothing is received here, but the office wants a folder for what is.
        let folder = FileManager.default.temporaryDirectory.path + "/rettid-export-\(nodeName())"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let settings = try configuration.settings(spoolFolder: folder, node: nodeName())
        guard settings.services.contains(where: { $0.unit == unit }) else {
            throw UsageProblem("--unit \(self.unit): no service of that name in \(config).")
        }
        let rooms = try OfficeRooms(
            settings: settings,
            store: store.open(),
            masters: store.masters(),
            environment: .system,
            logger: Logger(label: "rettid")
        )
        return (rooms, unit)
    }

    /// Who does it, as the access log names them.
    static func verb() throws -> ActorID { try ActorID(kind: .system, name: "export") }
}
