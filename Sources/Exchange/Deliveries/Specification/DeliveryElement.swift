/// One element of a delivery: the row of which the specification tables are made.
///
/// A final class, because an element's row stands wherever the element may; it never changes.
package final class DeliveryElement: Sendable {
    /// The name on the wire.
    package let name: String
    /// The name of its type in the definitions, which `xsi:type` may repeat; nothing where it has none.
    package let type: String?
    /// The attributes, in the order in which they are written.
    package let attributes: [DeliveryAttribute]
    /// What may stand between its tags.
    package let content: Content
    /// The attribute that an `Id` is unique together with; nothing where it is unique by itself.
    package let alsoKey: String?

    /// What may stand between an element's tags.
    package enum Content: Sendable {
        /// Nothing, not even white space.
        case empty
        /// A text.
        case text(DeliveryType)
        /// Elements in a fixed order.
        case sequence([Child])
    }

    /// One step of a sequence.
    package struct Child: Sendable {
        /// The element that may stand here.
        package let element: DeliveryElement
        /// How often.
        package let occurs: Occurrence
        /// Whether no two of them, within the same element around them, may have the same `Id`.
        package let hasUniqueIDs: Bool

        /// An element that stands exactly once.
        package static func one(_ element: DeliveryElement) -> Child {
            Child(element: element, occurs: .one, hasUniqueIDs: false)
        }

        /// An element that stands once or not at all.
        package static func optional(_ element: DeliveryElement) -> Child {
            Child(element: element, occurs: .optional, hasUniqueIDs: false)
        }

        /// An element that stands as often as it likes, within bounds.
        package static func many(
            _ element: DeliveryElement,
            _ occurs: Occurrence = .any,
            hasUniqueIDs: Bool = false
        ) -> Child {
            Child(element: element, occurs: occurs, hasUniqueIDs: hasUniqueIDs)
        }
    }

    /// A row; without content nothing may stand between the tags.
    package init(
        _ name: String,
        type: String? = nil,
        _ attributes: [DeliveryAttribute] = [],
        _ content: Content = .empty,
        alsoKey: String? = nil
    ) {
        self.name = name
        self.type = type
        self.attributes = attributes
        self.content = content
        self.alsoKey = alsoKey
    }
}

/// One attribute of an element.
package struct DeliveryAttribute: Sendable {
    /// The name on the wire.
    package let name: String
    /// What its value must look like.
    package let type: DeliveryType
    /// Whether the element must have it.
    package let isRequired: Bool

    /// An attribute that the element must have.
    package static func required(_ name: String, _ type: DeliveryType) -> DeliveryAttribute {
        DeliveryAttribute(name: name, type: type, isRequired: true)
    }

    /// An attribute that the element may have.
    package static func optional(_ name: String, _ type: DeliveryType) -> DeliveryAttribute {
        DeliveryAttribute(name: name, type: type, isRequired: false)
    }
}

/// What a text must look like: base type and facets.
package enum DeliveryType: Hashable, Sendable {
    /// A text of so many characters.
    case text(ClosedRange<Int>)
    /// So many decimal digits of any script, as `\d` means in XML Schema.
    case digits(ClosedRange<Int>)
    /// One of these codes.
    case code([String])
    /// A day (`xs:date`).
    case date
    /// A year (`xs:gYear`).
    case year
    /// Yes or no (`xs:boolean`).
    case boolean
    /// A UUID of version 1 to 5, in letters of either case.
    case uuid
    /// A date and time with seconds, at most nine decimals and a zone.
    case moment
    /// So many characters: decimal digits, then letters a to z where these may follow.
    case provision(ClosedRange<Int>, hasLetters: Bool)
    /// One letter a to z.
    case letter
    /// One of the register's kinds of thing (`BegrepsType`).
    case concept
}
