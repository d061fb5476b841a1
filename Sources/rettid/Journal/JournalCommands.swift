import ArgumentParser
import Foundation
import Journal
import Law
import Office

/// The journal on the command line.
struct JournalCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Verify, count, back up and restore a journal.",
        subcommands: [Verify.self, Stats.self, Backup.self, Restore.self, RotateKeys.self]
    )

    /// Checks a journal.
    ///
    /// `rettid journal verify --store … [--witness FILE]`
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check every chain, and with the keys every seal and every row that an entry vouches for.",
            discussion: """
                Exit status: 0 whole, 1 something is wrong; the first bad entry of each chain is named. Without a witness \
                file, entries cut off at the end of a chain and units removed whole are not seen; the output says so.
                """
        )

        @OptionGroup var store: StoreOptions

        @Option(help: ArgumentHelp("Signed heads to compare with.", valueName: "FILE"))
        var witness: String?

        @Flag(help: "Check the chains only, without any key.")
        var withoutKeys = false

        @Flag(help: "Print one JSON object and nothing else.")
        var json = false

        func run() throws {
            let progress = Progress("checking")
            let witnesses = try witness.map { path in
                guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                    throw UsageProblem("\(path): cannot be read.")
                }
                return try UsageProblem.from { try WitnessLine.read(text) }
            }
            var verifier = Verifier(
                store: try store.open(),
                masters: withoutKeys ? nil : try store.masters(),
                witnesses: witnesses ?? [],
                now: systemClock(),
                progress: progress.show(count:)
            )
            let result = verifier.run()
            progress.end()
            print(json ? VerificationReport(result).json : VerificationReport(result).text)
            if !result.findings.isEmpty { throw Status.findings }
        }
    }

    /// Counts the rows of a journal.
    ///
    /// `rettid journal stats --store … [--replay]`
    struct Stats: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Count rows, and measure how fast the journal is read again."
        )

        @OptionGroup var store: StoreOptions

        @Flag(help: "Read, open and decode every entry, on all cores, and tell how long it took.")
        var replay = false

        @Flag(help: "Print one JSON object and nothing else.")
        var json = false

        func run() throws {
            let store = try store.open()
            let masters = try self.store.masters()
            var report = StatsReport(
                tables: try store.tableSizes(),
                heads: try store.units().map { try store.head(of: $0) },
                witnessKey: masters.witnessPublicKey ?? ""
            )
            if replay { report.replay = try Replay(store: store, masters: masters).run() }
            print(json ? report.json : report.text)
        }
    }

    /// Backs up a journal.
    ///
    /// `rettid journal backup --store … --recovery-key FILE -o FOLDER`
    struct Backup: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copy a store that is in use, with its keys sealed to a recovery key.",
            discussion: "Keep the recovery key apart from the backups: the two together open everything."
        )

        @OptionGroup var store: StoreOptions

        @Option(help: ArgumentHelp("Made at the first backup, if it does not exist.", valueName: "FILE"))
        var recoveryKey: String

        @Option(name: [.short, .customLong("output")], help: ArgumentHelp("A new folder.", valueName: "FOLDER"))
        var output: String

        func run() throws {
            if !FileManager.default.fileExists(atPath: recoveryKey) {
                try UsageProblem.from { try SQLiteBackup.makeRecoveryKey(at: recoveryKey) }
                Status.say("Made the recovery key \(recoveryKey). Keep it apart from the backups.")
            }
            let progress = Progress("copying")
            let (source, masters) = (try store.open(), try store.masters())
            let heads = try UsageProblem.from {
                try SQLiteBackup.make(
                    of: source,
                    masters: masters,
                    recoveryKey: recoveryKey,
                    to: output,
                    progress: progress.show(share:)
                )
            }
            progress.end()
            let entries = heads.reduce(0) { $0 + $1.sequence }
            print("\(output): \(heads.count) units, \(entries) entries")
        }
    }

    /// Restores a journal from a backup.
    ///
    /// `rettid journal restore FOLDER --store … --recovery-key FILE`
    struct Restore: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Restore a backup into a new store and key file, and verify it."
        )

        @Argument(help: ArgumentHelp("The backup.", valueName: "FOLDER"))
        var folder: String

        @OptionGroup var store: StoreOptions

        @Option(help: ArgumentHelp("The key that the backup was made with.", valueName: "FILE"))
        var recoveryKey: String

        func run() throws {
            let (path, keyPath) = (try store.path, try store.keyPath)
            try UsageProblem.from {
                _ = try SQLiteBackup.restore(from: folder, recoveryKey: recoveryKey, to: path, keys: keyPath)
            }
            var verifier = Verifier(store: try store.open(), masters: try store.masters())
            let result = verifier.run()
            print(VerificationReport(result).text)
            if !result.findings.isEmpty { throw Status.findings }
        }
    }

    /// Gives a journal a new master key.
    ///
    /// `rettid journal rotate-keys --store …`
    struct RotateKeys: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate-keys",
            abstract: "Make a new master key and wrap the units' keys with it; no entry is rewritten."
        )

        @OptionGroup var store: StoreOptions

        func run() throws {
            let source = try store.open()
            let rotated = try store.masters().rotated()
            // The file comes first: a key that wraps something must never exist only in memory.
            try rotated.write(to: try store.keyPath)
            let count = try source.unitsWithRows().reduce(0) { count, unit in
                count + (try KeyRotation.rewrap(unit, store: source, masters: rotated))
            }
            print("Master key \(rotated.newest) wraps \(count) keys. Older keys stay in the file for old backups.")
        }
    }
}
