import ArgumentParser
import Foundation

/// How many processor cores a calculation uses.
struct CoresOption: ParsableArguments {
    @Option(help: ArgumentHelp("Processor cores; the answer does not depend on them.", valueName: "N"))
    var cores: Int?

    /// As many as there are, unless said.
    var count: Int { max(1, cores ?? ProcessInfo.processInfo.activeProcessorCount) }
}
