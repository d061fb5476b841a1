/// Who did something, as an identity without a name: `person:u17`, `sender:portal`, `system:reception`.
///
/// It stands in clear in the journal's envelope, so it must never be made of a name or a person number.
package struct ActorID: Hashable, Sendable, CustomStringConvertible {
    /// Why a text is no actor.
    package enum ParseError: Error, Equatable, CustomStringConvertible {
        case wrongForm

        package var description: String {
            "An actor is person:, sender: or system: and 1 to 40 of a–z, 0–9, dot and hyphen."
        }
    }

    /// A person with an account, another system that sends, or this system itself.
    package enum Kind: String, Sendable, CaseIterable {
        case person
        case sender
        case system
    }

    package let kind: Kind
    package let name: String

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

    package init(parsing text: some StringProtocol) throws(ParseError) {
        guard let colon = text.firstIndex(of: ":"), let kind = Kind(rawValue: String(text[..<colon])) else {
            throw .wrongForm
        }
        try self.init(kind: kind, name: String(text[text.index(after: colon)...]))
    }

    package var description: String { "\(kind.rawValue):\(name)" }
}
