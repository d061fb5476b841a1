/// What a person tells the sender on looking at a message: who handles it, and what is to be expected
/// (saksbehandlerkvittering).
///
/// It is a deliberate act. Opening a message is none, and no system makes one of these by itself: both texts come from
/// a person. It is not a decision on what was asked for.
package struct HandlingNotice: Hashable, Sendable {
    /// Why a notice was not made.
    package enum ParseError: Error, Hashable, Sendable {
        /// Nobody is named.
        case handlerMissing
        /// What to expect is not told.
        case expectationMissing
        /// The two texts together are longer than the receipt has room for; in UTF-16 units.
        case tooLong(Int)
    }

    /// Who handles the message, as the sender is to know that person.
    package let handler: String
    /// How and when it will be handled.
    package let expectedHandling: String

    /// Makes a notice of what a person wrote.
    ///
    /// - Throws: ``ParseError`` that says which text is missing or too long.
    package init(handler: String, expectedHandling: String) throws(ParseError) {
        guard handler.contains(where: { !$0.isWhitespace }) else { throw .handlerMissing }
        guard expectedHandling.contains(where: { !$0.isWhitespace }) else { throw .expectationMissing }
        self.handler = handler
        self.expectedHandling = expectedHandling
        let length = information.utf16.count
        guard length <= 5000 else { throw .tooLong(length) }
    }

    /// The text of the receipt's only field (Informasjon): who handles it, then what to expect.
    package var information: String { "Saksbehandler: \(handler)\n\(expectedHandling)" }
}

extension HandlingNotice.ParseError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .handlerMissing: "Say who handles the message."
        case .expectationMissing: "Say how and when the message will be handled."
        case .tooLong(let length): "The receipt has room for 5000 characters; shorten the \(length)."
        }
    }
}
