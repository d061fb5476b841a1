/// Leave to see a hidden address; only the application's gate makes one, after the access line is durable.
package protocol AddressRight: Sendable {}

/// An address that must not become known (skjult adresse, gradert): no reader sees it without a right of their own.
///
/// Printing, dumping or logging a value shows nothing of it. A page, a message or an export can show it only through
/// ``revealed(under:)``.
///
/// Source: barnevernsloven § 6-6 second paragraph, § 7-2 third paragraph, § 13-5 third paragraph.
package struct HiddenAddress: Hashable, Sendable {
    private let address: PostalAddress

    package init(hiding address: PostalAddress) {
        self.address = address
    }

    /// The address, for somebody who has the right to see it.
    package func revealed(under right: some AddressRight) -> PostalAddress { address }

    /// The address as the sealed journal keeps it; for the journal's codec alone.
    package var forSealing: PostalAddress { address }
}

extension HiddenAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A fixed text that tells nothing.
    package var description: String { "HiddenAddress(hidden)" }

    /// A fixed text that tells nothing.
    package var debugDescription: String { description }

    /// A mirror without children, so that `dump` and test failures show nothing.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
