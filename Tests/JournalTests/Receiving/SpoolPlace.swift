import Foundation
import Journal
import Law
import TestSupport

/// A spool folder and a vault that seals what goes into it.
struct SpoolPlace {
    let test: TestStore
    let vault: RawVault

    init() throws {
        test = try Backend.sqlite.open()
        let unit = try UnitID.fixture("mottak")
        _ = try test.ledger(unit)
        vault = try RawVault(unit: unit, store: test.store, masters: test.masters)
    }

    var path: String { test.folder.file("spool") }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    func row(_ number: Int, size: Int = 0) throws -> RawRow {
        let bytes = Array("message \(number)".utf8) + Array(repeating: 0, count: size)
        return try vault.seal(bytes, id: .fixture(number), receivedAt: test.clock.now)
    }

    /// Keeps messages as a process does that dies before they are stored.
    func leave(_ rows: [RawRow], node: String = "dead") throws {
        let spool = try Spool(folder: path, node: node)
        for row in rows { _ = try spool.keep(row) }
    }
}
