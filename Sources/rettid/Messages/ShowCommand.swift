import ArgumentParser
import Exchange
import Foundation
import Office

extension MessageCommands {
    /// Shows a message for a person to read.
    ///
    /// `rettid message show FILE [--html] [--language nb|nn|en]`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a message for a person to read.",
            discussion: """
                A message that breaks a rule is shown as far as it goes, with the findings first. \
                Exit status: 0 shown, whatever it says; 2 the file cannot be read.
                """
        )

        @Argument(help: ArgumentHelp("An XML file.", valueName: "FILE"))
        var file: String

        @Flag(help: "Print a whole HTML document instead of text.")
        var html = false

        @Option(help: "nb, nn or en.")
        var language = MessageLanguage.bokmaal

        func run() throws {
            let bytes = try MessageCommands.bytes(of: file)
            let view = MessageView(of: bytes, on: Environment.system.today, in: language)
            FileHandle.standardOutput.write(Data((html ? view.html : view.text).utf8))
        }
    }
}

extension MessageLanguage: ExpressibleByArgument {}
