/// Who did something, as an identity without a name: `person:u17`, `sender:portal`, `system:reception`.
///
/// It stands in clear in the journal's envelope, so it must never be made of a name or a person number.
package struct ActorID: Hashable, Sendable, CustomStringConvertible {
    /// Why a text is no actor.
    package enum ParseError: Error, Equatable, CustomStringConvertible {
        /// Not a kind, a colon and a name; the text is not repeated.
        case wrongForm

        package var description: String {
            "An actor is person:, sender: or system: and 1 to 40 of a–z, 0–9, dot and hyphen."
        }
    }

    /// A person with an account, another system that sends, or this system itself.
    package enum Kind: String, Sendable, CaseIterable {
        /// Somebody with an account.
        case person
        /// Another system that sends messages or asks through the API.
        case sender
        /// This system, where nobody decided: reception, receipts, clean-up.
        case system
    }

    /// What sort of actor it is.
    package let kind: Kind
    /// 1 to 40 of the letters a to z, digits, full stop and hyphen.
    package let name: String

    /// An actor of a kind.
    ///
    /// - Throws: ``ParseError/wrongForm`` where the name has another letter, or none, or more than 40.
    package init(kind: Kind, name: String) throws(ParseError) {
        let allowed = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "."), UInt8(ascii: "-"): true
            default: false
            }
        }
        guard allowed, (1...40).contains(name.utf8.count) else { throw .wrongForm }
        self.kind = kind
        self.name = name
    }

    /// Reads what ``description`` writes.
    ///
    /// - Throws: ``ParseError`` where the text is no actor.
    package init(parsing text: some StringProtocol) throws(ParseError) {
        guard let colon = text.firstIndex(of: ":"), let kind = Kind(rawValue: String(text[..<colon])) else {
            throw .wrongForm
        }
        try self.init(kind: kind, name: String(text[text.index(after: colon)...]))
    }

    package var description: String { "\(kind.rawValue):\(name)" }
}
