/// Why a file of history cannot be read or used: where, and what was expected there.
///
/// It never repeats a cell, which may hold what it should not.
package struct HistoryProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line on which the row begins, from 1; 0 where it is about the whole.
    package let line: Int
    /// The column by name; `nil` where it is about the row.
    package let column: String?
    package let message: String

    package init(line: Int = 0, column: String? = nil, _ message: String) {
        self.line = line
        self.column = column
        self.message = message
    }

    /// `line 12, column started: expected …`.
    package var description: String {
        let place = [line > 0 ? "line \(line)" : nil, column.map { "column \($0)" }].compactMap(\.self)
        return place.isEmpty ? message : place.joined(separator: ", ") + ": " + message
    }
}
