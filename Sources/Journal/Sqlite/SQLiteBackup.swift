import Crypto
import Foundation
import GRDB
package import Law

/// An online backup of an embedded store: a folder with the store, its master keys sealed to a recovery key, and a
/// list of heads to compare with.
///
/// The recovery key is a file of 64 hexadecimal digits that the operator keeps apart from the backups.
package enum SQLiteBackup {
    /// Why a backup was not made or not restored; nothing was overwritten.
    package enum Failure: Error, CustomStringConvertible {
        /// The file of the recovery key is not there, or is none.
        case recoveryKeyUnreadable(path: String)
        /// The backup was sealed to another recovery key.
        case recoveryKeyWrong
        /// Something stands where the backup or the restored store should go.
        case exists(path: String)
        /// A file of the backup is missing.
        case incomplete(path: String)
        /// The copy does not end where the backup's list says that the unit's journal ended.
        case headsDiffer(unit: UnitID)
        /// The copy's own check found something; nothing is restored.
        case damaged(Verification.Finding)

        package var description: String {
            switch self {
            case .recoveryKeyUnreadable(let path):
                "The recovery key \(path) cannot be read; expected 64 hexadecimal digits."
            case .recoveryKeyWrong: "This recovery key does not open the backup's keys; use the one it was made with."
            case .exists(let path): "\(path) exists already; nothing is overwritten. Choose another place."
            case .incomplete(let path): "\(path) is missing; the folder is not a whole backup."
            case .headsDiffer(let unit): "Unit \(unit) does not end where the backup says; the backup is damaged."
            case .damaged(let finding): "The backup is damaged and was not restored: \(finding)."
            }
        }
    }

    private static let storeName = "journal.sqlite"
    private static let keysName = "keys.sealed"
    private static let headsName = "heads.txt"
    private static let place = Array("rettid backup keys".utf8)

    /// Copies the store while it is in use, and hands `progress` the share done, 0 to 1.
    ///
    /// - Returns: The heads that the copy holds.
    /// - Throws: ``Failure`` where the folder exists or the recovery key cannot be read; any other error where
    ///   reading, sealing or writing fails.
    package static func make(
        of store: SQLiteStore,
        masters: MasterKeys,
        recoveryKey: String,
        to folder: String,
        progress: @escaping (Double) -> Void = { _ in }
    ) throws -> [UnitHead] {
        let recovery = try recoveryKeyValue(recoveryKey)
        guard !FileManager.default.fileExists(atPath: folder) else { throw Failure.exists(path: folder) }
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let copyPath = "\(folder)/\(storeName)"
        do {
            let copy = try DatabaseQueue(path: copyPath)
            try store.pool.backup(to: copy, pagesPerStep: 256) { step in
                let total = max(1, step.totalPageCount)
                progress(Double(step.completedPageCount) / Double(total))
            }
            try copy.close()
        }
        try synchronise(copyPath)
        let heads = try heads(in: copyPath)
        let sealed = try Seal.close(Data(masters.fileText.utf8), with: recovery, at: place)
        try writePrivately(sealed.nonce + sealed.payload, to: "\(folder)/\(keysName)")
        let lines = try heads.map { try WitnessLine.text($0, strand: "", at: $0.recordedAt, masters: masters) + "\n" }
        try writePrivately(Data(lines.joined().utf8), to: "\(folder)/\(headsName)")
        return heads
    }

    /// Restores a backup into a new store and key file, after comparing it with its list of heads.
    package static func restore(
        from folder: String,
        recoveryKey: String,
        to storePath: String,
        keys keyPath: String
    ) throws -> [UnitHead] {
        let recovery = try recoveryKeyValue(recoveryKey)
        // A log left beside a store that is gone would be replayed into the new one.
        for path in [storePath, storePath + "-wal", storePath + "-journal", keyPath]
        where FileManager.default.fileExists(atPath: path) {
            throw Failure.exists(path: path)
        }
        func part(_ name: String) throws -> String {
            let path = "\(folder)/\(name)"
            guard FileManager.default.fileExists(atPath: path) else { throw Failure.incomplete(path: path) }
            return path
        }
        let (source, keysFile, headsFile) = (try part(storeName), try part(keysName), try part(headsName))
        let sealed = try Data(contentsOf: URL(fileURLWithPath: keysFile))
        guard let text = try? Seal.open(combined: sealed, with: recovery, at: place) else {
            throw Failure.recoveryKeyWrong
        }
        let masters = try MasterKeys(text: String(decoding: text, as: UTF8.self), path: keysFile)
        let found = try heads(in: source)
        let lines = try WitnessLine.read(String(contentsOfFile: headsFile, encoding: .utf8))
        for head in found where !lines.contains(where: { $0.unit == head.unit }) {
            throw Failure.headsDiffer(unit: head.unit)
        }
        for line in lines {
            let head = found.first { $0.unit == line.unit }
            guard line.isSigned(by: masters), head?.sequence == line.sequence, head?.hash == line.hash else {
                throw Failure.headsDiffer(unit: line.unit)
            }
        }
        let candidate = storePath + ".restoring"
        try? FileManager.default.removeItem(atPath: candidate)
        try FileManager.default.copyItem(atPath: source, toPath: candidate)
        defer {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: candidate + suffix) }
        }
        try check(candidate, masters: masters, witnesses: lines)
        try synchronise(candidate)
        try masters.write(to: keyPath)
        guard rename(candidate, storePath) == 0 else { throw POSIXFailure(call: "rename", path: storePath) }
        try synchroniseFolder(of: storePath)
        return found
    }

    /// Reads all of a copy before it takes the place of a store.
    private static func check(_ path: String, masters: MasterKeys, witnesses: [WitnessLine]) throws {
        let store = try SQLiteStore(path: path, create: false, clock: { .latest })
        defer { try? store.pool.close() }
        var verifier = Verifier(store: store, masters: masters, witnesses: witnesses)
        if let finding = verifier.run().findings.first { throw Failure.damaged(finding) }
    }

    /// Writes a fresh recovery key.
    package static func makeRecoveryKey(at path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { throw Failure.exists(path: path) }
        let key = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).hexadecimal }
        try writePrivately(Data("\(key)\n".utf8), to: path)
    }

    private static func recoveryKeyValue(_ path: String) throws -> SymmetricKey {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let bytes = Data(hexadecimal: text.trimmingCharacters(in: .whitespacesAndNewlines)), bytes.count == 32
        else { throw Failure.recoveryKeyUnreadable(path: path) }
        return SymmetricKey(data: bytes)
    }

    private static func heads(in path: String) throws -> [UnitHead] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        return try queue.read { db in
            try String.fetchAll(db, sql: "SELECT unit FROM unit_head WHERE strand = '' ORDER BY unit").map { unit in
                try SQLiteStore.head(of: try UnitID(parsing: unit), strand: "", in: db)
            }
        }
    }

    private static func synchronise(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXFailure(call: "open", path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw POSIXFailure(call: "fsync", path: path) }
    }
}
