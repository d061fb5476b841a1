/// Why a scenario cannot be read or run: where, what was found, what was expected.
package struct ScenarioProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where in the document, as a JSON pointer (RFC 6901); empty for the document itself.
    package let pointer: String
    /// What was found and what was expected there, in English, for other programs and their makers.
    package let message: String
    /// The same for whoever puts it into words of their own.
    package let reason: Reason

    init(_ pointer: String, _ message: String, _ reason: Reason = .unfit) {
        self.pointer = pointer
        self.message = message
        self.reason = reason
    }

    /// What a decoder found wrong, with its path as a pointer.
    package init(_ error: DecodingError) {
        switch error {
        case .typeMismatch(let type, let context):
            self.init(
                Self.pointer(context.codingPath),
                "expected \(Self.words(for: type)), found something else",
                .form(Self.form(of: type))
            )
        case .valueNotFound(let type, let context):
            self.init(Self.pointer(context.codingPath), "expected \(Self.words(for: type)), found null", .missing)
        case .keyNotFound(let key, let context):
            self.init(
                Self.pointer(context.codingPath),
                "expected a member \"\(key.stringValue)\", found none",
                .missing
            )
        case .dataCorrupted(let context):
            self.init(Self.pointer(context.codingPath), "not JSON that can be read: \(context.debugDescription)", .json)
        @unknown default:
            self.init("", "cannot be read", .json)
        }
    }

    /// `at /classes/0/name: expected …`.
    package var description: String {
        pointer.isEmpty ? message : "at \(pointer): \(message)"
    }

    static func pointer(_ path: [any CodingKey]) -> String {
        path.map { "/" + JsonPointer.token($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    }

    private static func words(for type: any Any.Type) -> String {
        switch form(of: type) {
        case .number: "a number"
        case .whole: "a whole number"
        case .text: "a text"
        case .truth: "true or false"
        case .list: "a list"
        case .object: "an object"
        }
    }

    private static func form(of type: any Any.Type) -> Reason.Form {
        switch type {
        case is Double.Type: .number
        case is Int.Type, is UInt64.Type: .whole
        case is String.Type: .text
        case is Bool.Type: .truth
        case is [String: any Any].Type: .object
        default: "\(type)".hasPrefix("Array") ? .list : .object
        }
    }

    /// What sort of thing is wrong.
    package enum Reason: Hashable, Sendable {
        /// It does not fit there; nothing more can be said in a few words.
        case unfit
        /// The text is no JSON.
        case json
        /// Nothing stands where something has to.
        case missing
        /// A member of a name that is not known, or that does not go with the others.
        case unknown
        /// Another version of the document's form.
        case version
        case form(Form)
        /// Something else than a day such as 2026-01-31.
        case day
        /// A day is needed, because something follows the calendar.
        case calendar
        case atLeast(Double)
        case above(Double)
        case between(Double, Double)
        /// A time after another.
        case after
        /// A name that the scenario does not have.
        case noSuch
        /// The same twice.
        case twice
        /// One at least is needed.
        case none
        /// So many weights, none below 0 and not all 0.
        case weights(Int)
        /// Shares that are 1 in all at most.
        case shares
        /// How long children of the class stay in the kind is not said.
        case stay
        /// Two regions that are not the same.
        case otherRegion
        /// There are as many places as are asked for, and a number is needed.
        case unlimited
        /// More places close than there are.
        case closes
        /// All have a price, or none.
        case prices
        /// There are no places of a kind that fits in reach of those who come.
        case noPlaces
        /// Nobody has a wanted date.
        case wanted
        /// Nothing would be changed by it.
        case nothingChanges
        /// Arrivals that have no rate, which cannot be multiplied.
        case rate

        /// What a value has to be.
        package enum Form: Hashable, Sendable {
            case number, whole, text, truth, list, object
        }
    }
}
