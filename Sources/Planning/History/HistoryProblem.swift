/// Why a file of history cannot be read or used: where, and what was expected there.
///
/// It never repeats a cell, which may hold what it should not.
package struct HistoryProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line on which the row begins, from 1; 0 where it is about the whole.
    package let line: Int
    /// The column by name; `nil` where it is about the row.
    package let column: String?
    package let message: String
    /// The same for whoever puts it into words of their own.
    package let reason: Reason

    package init(line: Int = 0, column: String? = nil, _ message: String, _ reason: Reason = .unreadable) {
        self.line = line
        self.column = column
        self.message = message
        self.reason = reason
    }

    /// What sort of thing is wrong.
    package enum Reason: Hashable, Sendable {
        /// The text is no rows and cells, or no UTF-8.
        case unreadable
        /// There is nothing in it.
        case empty
        /// A column that has to be there is not.
        case columnMissing
        /// A column of a name that is not known, or there twice.
        case columnUnknown
        /// A row has another number of cells than the first.
        case cells
        /// A name, a day or a number has to stand there.
        case missing
        /// No day such as 2026-01-31.
        case day
        /// No whole number.
        case whole
        /// The days of the row come in an order that cannot be.
        case order
        /// No stay ended, so that nothing tells how long stays are.
        case noStayEnded
        /// Fewer than two years.
        case tooShort
    }

    /// `line 12, column started: expected …`.
    package var description: String {
        let place = [line > 0 ? "line \(line)" : nil, column.map { "column \($0)" }].compactMap(\.self)
        return place.isEmpty ? message : place.joined(separator: ", ") + ": " + message
    }
}
