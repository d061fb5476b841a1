/// One of the two levels that share a referral (forvaltningsnivå).
package enum Side: UInt8, Hashable, Sendable, CaseIterable {
    /// The municipal service that asks (førstelinjen).
    case municipality = 1
    /// The region that answers (andrelinjen, Bufetat).
    case state = 2

    /// The other one.
    package var other: Side { self == .municipality ? .state : .municipality }
}
