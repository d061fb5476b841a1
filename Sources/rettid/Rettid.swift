import ArgumentParser
import Dispatch
import Foundation
import NIOCore
import NIOPosix

/// The command line: a contract, since other programs call it.
///
/// Exit status: 0 fine, 1 findings, 2 wrong usage or unreadable input, 70 our own fault.
@main
struct Rettid: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rettid",
        abstract: "Rett hjelp til rett tid: one open system for child welfare services and those who help them.",
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, ServeCommand.self, ConcernCommands.self, MessageCommands.self, JournalCommands.self,
            ReceiptCommands.self, ExportCommands.self, LawCommands.self, DutyCommands.self,
            ReferralCommands.self, PlanCommands.self, SynthCommand.self, CheckCommand.self,
        ]
    )

    static func main() {
        // Whatever is made here, store, spool or backup, is for this user alone.
        umask(0o077)
        // Tasks run on the threads that read and write the network, instead of being handed to others and back: on two
        // cores that costs more than the work itself. Must come before the first task.
        _ = NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()
        Task { await run() }
        dispatchMain()
    }

    private static func run() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Foundation.exit(0)
        } catch {
            Status.end(with: error)
        }
    }
}

/// The exit statuses of the contract.
enum Status {
    /// The check found something of severity error.
    static let findings = ExitCode(1)
    /// Wrong usage, or input that cannot be read.
    static let usage = ExitCode(2)
    /// Our own fault.
    static let fault = ExitCode(70)

    /// Ends the program, telling what is wrong on stderr.
    static func end(with error: any Error) -> Never {
        if let code = error as? ExitCode { exit(code.rawValue) }
        if let problem = error as? UsageProblem {
            say(problem.description)
            exit(usage.rawValue)
        }
        switch Rettid.exitCode(for: error) {
        case .success:
            // Help and version are what was asked for.
            print(Rettid.fullMessage(for: error))
            Foundation.exit(0)
        case .validationFailure:
            say(Rettid.fullMessage(for: error))
            exit(usage.rawValue)
        default:
            say("rettid: \(error)")
            exit(fault.rawValue)
        }
    }

    /// Writes a line to stderr, where everything goes that is not the result.
    static func say(_ line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
}

/// Something that the caller can put right: a path, an option, a file.
struct UsageProblem: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }

    /// Runs something that fails through the caller's input, and says so in the input's words.
    static func from<T>(_ body: () throws -> T) throws(UsageProblem) -> T {
        do {
            return try body()
        } catch {
            throw UsageProblem("\(error)")
        }
    }
}
