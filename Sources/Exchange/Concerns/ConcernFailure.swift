/// The body of a `feilet` answer (feilmelding): why a report of concern could not be taken in.
package struct ConcernFailure: Hashable, Sendable {
    /// What went wrong, in words for the sender; the form does not require it.
    ///
    /// It leaves the service, so it must not repeat anything of the report.
    package var message: String?

    package init(message: String?) {
        self.message = message
    }

    /// Everything that is wrong with a body; empty for a valid one.
    package static func check(_ bytes: [UInt8], limits: JsonLimits = .message) -> [ConcernProblem] {
        switch read(bytes, limits: limits) {
        case .success: []
        case .failure(let refusal): refusal.problems
        }
    }

    /// Reads a body.
    ///
    /// - Returns: The failure, or everything that is wrong with its form.
    package static func read(
        _ bytes: [UInt8],
        limits: JsonLimits = .message
    ) -> Result<ConcernFailure, ConcernRefusal> {
        WireReader.read(bytes, as: ConcernTables.failure, limits: limits).map { wire, _ in
            guard case .text(let message) = wire[.message] else { return ConcernFailure(message: nil) }
            return ConcernFailure(message: message)
        }
    }

    /// Writes the body; every value has one.
    package func write() -> [UInt8] {
        WireWriter.write([.message: message.map { .text($0) }], as: ConcernTables.failure)
    }
}
