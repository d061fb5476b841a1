package import Exchange
package import Law

/// One message of the pretend stream, as the mail room would get it.
package struct PretendMessage: Hashable, Sendable {
    /// What is wrong with a message that was spoilt on purpose.
    package enum Defect: String, CaseIterable, Hashable, Sendable {
        /// The text breaks off in the middle.
        case brokenText
        /// The form's rules are not kept: a required member is missing.
        case invalidForm
        /// The form is kept, but the municipality's number has never been in use.
        case unknownMunicipality
        /// The form is kept, but no service of ours serves the municipality.
        case servedElsewhere
    }

    /// The position in the stream, from 0.
    package var index: Int
    /// The id that the sender gives, unique in the stream, in the form of a UUID.
    package var messageID: String
    /// The form; its ``ConcernFormat/messageType`` is the type header.
    package var format: ConcernFormat
    /// What the message was made from, before it was spoilt.
    package var document: ConcernDocument
    /// The JSON file as it arrives.
    package var bytes: [UInt8]
    /// When the sender sent it.
    package var sentAt: Instant
    /// The service that it must reach; `nil` where it can reach none.
    package var service: PretendService?
    /// Whether it needs somebody at once, as far as the form tells.
    package var isUrgent: Bool
    /// What is wrong with it; `nil` for a sound one.
    package var defect: Defect?

    /// The municipality addressed, four digits.
    package var municipality: String { document.municipality }

    /// The city district addressed, two digits; the pretend services have none.
    package var district: String { document.district }

    /// How many children the message names.
    package var childCount: Int { document.children.count }
}
