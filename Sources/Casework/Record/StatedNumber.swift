/// Digits by which a child is known, which may be wrong (`Fodselsnummer`, `DUFnummer`).
///
/// Printing, dumping or logging one shows no digit of it.
package struct StatedNumber: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// A deliberate reading of personal data: never put it into an error, a log line or a file name.
    package let digits: String

    package init(_ digits: String) {
        self.digits = digits
    }

    package var description: String { "StatedNumber(hidden)" }

    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
