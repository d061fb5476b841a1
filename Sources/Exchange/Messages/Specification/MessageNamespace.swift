/// A namespace of message definitions with the prefix that we write for it.
///
/// Bufdir's own extended validation knows elements by these prefixes literally, so they are part of the contract.
package struct MessageNamespace: Hashable, Sendable {
    /// The URI, exactly as the definition declares it.
    package let uri: String
    /// The prefix that is written, without the colon.
    package let prefix: String

    package init(uri: String, prefix: String) {
        self.uri = uri
        self.prefix = prefix
    }

    /// The namespace of a message's root element, always written as `melding`.
    package static func root(_ uri: String) -> MessageNamespace {
        MessageNamespace(uri: uri, prefix: "melding")
    }

    /// Header and attachments (`melding.v1.0.2`).
    package static let message = MessageNamespace(uri: "https://bufdir.no/melding.v1.0.2", prefix: "mld")
    /// Organisations and contact people (`generelt.v1.0.1`).
    package static let general = MessageNamespace(uri: "https://bufdir.no/generelt.v1.0.1", prefix: "bg")
    /// What all of child welfare shares (`barnevern.generelt.v1.2.0`).
    package static let childWelfare = MessageNamespace(
        uri: "https://bufdir.no/barnevern.generelt.v1.2.0",
        prefix: "bv"
    )
    /// What the referrals share (`barnevern.henvisning.v1.2.0`).
    package static let referral = MessageNamespace(
        uri: "https://bufdir.no/barnevern.henvisning.v1.2.0",
        prefix: "henv"
    )
}

extension MessageNamespace {
    /// An element of this namespace that stands exactly once; `unique` is `.` where no other such element of the
    /// message may have the same text.
    package func one(
        _ name: String,
        _ type: SimpleType,
        enable: String? = nil,
        unique: String? = nil
    ) -> Particle {
        .element(ElementRule(name, self, .one, .simple(type), enable: enable, unique: unique))
    }

    /// An element with elements inside that stands exactly once.
    package func one(_ name: String, _ type: ComplexType, enable: String? = nil) -> Particle {
        .element(ElementRule(name, self, .one, .complex(type), enable: enable))
    }

    /// An element that stands once or not at all.
    package func optional(_ name: String, _ type: SimpleType, enable: String? = nil) -> Particle {
        .element(ElementRule(name, self, .optional, .simple(type), enable: enable))
    }

    /// An element with elements inside that stands once or not at all.
    package func optional(_ name: String, _ type: ComplexType, enable: String? = nil) -> Particle {
        .element(ElementRule(name, self, .optional, .complex(type), enable: enable))
    }

    /// An element that stands a number of times; `unique` is `.` where no two of them may have the same text.
    package func many(
        _ name: String,
        _ type: SimpleType,
        _ occurs: Occurrence = .any,
        unique: String? = nil
    ) -> Particle {
        .element(ElementRule(name, self, occurs, .simple(type), unique: unique))
    }

    /// An element with elements inside that stands a number of times; `unique` is the element inside whose text no
    /// two of them may share.
    package func many(
        _ name: String,
        _ type: ComplexType,
        _ occurs: Occurrence = .any,
        unique: String? = nil
    ) -> Particle {
        .element(ElementRule(name, self, occurs, .complex(type), unique: unique))
    }

    /// Exactly one of several elements of this namespace.
    package func choice(_ alternatives: [(name: String, content: ElementRule.Content)]) -> Particle {
        .choice(alternatives.map { ElementRule($0.name, self, .one, $0.content) })
    }
}
