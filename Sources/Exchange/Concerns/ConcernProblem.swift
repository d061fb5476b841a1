/// One reason why a message does not follow its form.
///
/// Neither part repeats what the sender wrote, because that may be about a child; only the numbers of municipality
/// and city district are shown, which are no personal data.
package struct ConcernProblem: Hashable, Sendable {
    /// Where; of a missing member, where it should have stood.
    package var pointer: JsonPointer
    /// What stood there, by kind and length.
    package var found: String
    /// What the form wants there.
    package var expected: String
    /// The line (from 1) and column where the text stops being JSON; `nil` where it is JSON.
    package var line: Int?
    /// The column in Unicode scalars from 1; `nil` where ``line`` is.
    package var column: Int?

    package init(pointer: JsonPointer, found: String, expected: String, line: Int? = nil, column: Int? = nil) {
        self.pointer = pointer
        self.found = found
        self.expected = expected
        self.line = line
        self.column = column
    }

    /// One English sentence.
    package var message: String {
        guard let line, let column else { return "Expected \(expected), found \(found)." }
        return "Line \(line), column \(column): expected \(expected), found \(found)."
    }
}

extension ConcernProblem {
    /// A text that is no JSON; the pointer stops where the names become the sender's own.
    init(_ error: JsonError) {
        let tokens = error.pointer.tokens.prefix { token in
            switch token {
            case .index: true
            case .name(let name): FieldName(rawValue: name) != nil
            }
        }
        self.init(
            pointer: JsonPointer(Array(tokens)),
            found: error.found,
            expected: error.expected,
            line: error.line,
            column: error.column
        )
    }
}

/// Why a message was not read: at least one problem, at most ``limit`` of them.
package struct ConcernRefusal: Error, Hashable, Sendable {
    /// Problems listed of one message; whoever sends more gets the first ones.
    package static let limit = 100

    /// In the order in which they stand in the message.
    package var problems: [ConcernProblem]

    package init(problems: [ConcernProblem]) {
        self.problems = problems
    }
}
