/// The four forms in which the Fiks protocol carries a report of concern (bekymringsmelding).
///
/// The type header of the message tells the form; the content cannot, because unknown members are allowed everywhere
/// and the two versions of the private form are the same.
///
/// Source: Fiks protocol `no.ks.fiks.bekymringsmelding`, schemas of version 1 and 2.
package enum ConcernFormat: String, CaseIterable, Hashable, Sendable {
    /// The first form for those who report on behalf of a public body.
    case offentligV1 = "offentlig.v1"
    /// The second, with what others think and other services.
    case offentligV2 = "offentlig.v2"
    /// The first form for private people.
    case privatV1 = "privat.v1"
    /// The second, which differs from the first in its name alone.
    case privatV2 = "privat.v2"

    /// Which edition of the form.
    package enum Version: Int, CaseIterable, Hashable, Sendable {
        /// Schemas of version 1.
        case first = 1
        /// Schemas of version 2.
        case second = 2
    }

    /// The form that a type header names, or `nil` where it names something else.
    package init?(messageType: String) {
        guard let format = Self.allCases.first(where: { $0.messageType == messageType }) else { return nil }
        self = format
    }

    /// The form for a sort of reporter in an edition.
    package init(isPublic: Bool, version: Version) {
        switch (isPublic, version) {
        case (true, .first): self = .offentligV1
        case (true, .second): self = .offentligV2
        case (false, .first): self = .privatV1
        case (false, .second): self = .privatV2
        }
    }

    /// The type header, `no.ks.fiks.bekymringsmelding.offentlig.v1` for example.
    package var messageType: String { "no.ks.fiks.bekymringsmelding.\(rawValue)" }

    /// Whether the form is for those who report on behalf of a public body (offentlig melder).
    package var isPublic: Bool {
        switch self {
        case .offentligV1, .offentligV2: true
        case .privatV1, .privatV2: false
        }
    }

    /// Which edition of the form it is.
    package var version: Version {
        switch self {
        case .offentligV1, .privatV1: .first
        case .offentligV2, .privatV2: .second
        }
    }
}

/// What a receiver answers to a report of concern; answers stay at version 1 for both versions of the forms.
package enum ConcernAnswer: String, CaseIterable, Hashable, Sendable {
    /// The report is stored and will be read (mottatt); the body is empty.
    case received = "no.ks.fiks.bekymringsmelding.mottatt.v1"
    /// The report could not be taken in (feilet); the body is a ``ConcernFailure`` or empty, and paper post follows.
    case failed = "no.ks.fiks.bekymringsmelding.feilet.v1"

    /// The type header.
    package var messageType: String { rawValue }
}
