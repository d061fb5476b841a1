/// What is wrong in a file of the law, and where.
package struct LawFault: Error, Hashable, Sendable {
    /// What sort of fault it is.
    package let kind: Kind
    /// The name under which the file was given.
    package let file: String
    /// Counted from 1.
    package let line: Int
    /// The number of the field in the line, counted from 1, as a spreadsheet counts columns; `nil` for the whole line.
    package let column: Int?
    /// What stands there.
    package let found: String
    /// What could stand there.
    package let expected: String

    /// The kinds of fault.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The file has no line with the names of the columns.
        case noHeader
        /// The header names a column that the form does not have.
        case unknownColumn
        /// The header lacks a column of the form.
        case missingColumn
        /// The header names a column twice.
        case repeatedColumn
        /// The line has more or fewer fields than the header.
        case fieldCount
        /// A quotation mark without its partner, or with text after it.
        case quotation
        /// A field that must not be empty.
        case empty
        /// A field that must be empty beside another.
        case notEmpty
        /// A code that the form does not have.
        case unknownCode
        /// No day of the form YYYY-MM-DD.
        case day
        /// No whole number in the range.
        case number
        /// The last day comes before the first.
        case endBeforeStart
        /// Two rows of a rule begin on the same day.
        case repeatedRow
        /// Two rows of a rule are in force on the same day.
        case overlap
        /// Days between two rows of a rule on which none is in force.
        case gap
        /// A rule that runs after another which is not there, or which itself runs after another.
        case unknownRule
    }
}

extension LawFault: CustomStringConvertible {
    package var description: String {
        let place = column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)"
        return "\(place): found \(found.isEmpty ? "nothing" : "“\(found)”"), expected \(expected)"
    }
}
