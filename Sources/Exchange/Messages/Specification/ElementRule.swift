/// One element of a message: the row of which the specification tables are made.
package struct ElementRule: Sendable {
    /// The local name, as the definition spells it.
    package let name: String
    /// The namespace that the definition puts it in.
    package let namespace: MessageNamespace
    /// How often it may stand.
    package let occurs: Occurrence
    /// What may stand inside.
    package let content: Content
    /// When a person is meant to fill the element in (`enable`).
    package let condition: EnableCondition?
    /// The element inside this one whose value no two neighbours may share, or `.` for the text of this one
    /// (`xs:unique` as it is meant: as it is written it forbids nothing).
    package let unique: String?

    /// What may stand inside an element.
    package enum Content: Sendable {
        /// A text.
        case simple(SimpleType)
        /// Elements in a fixed order.
        case complex(ComplexType)
    }

    /// One row; without `enable` it is under no condition, without `unique` its text may stand elsewhere too.
    package init(
        _ name: String,
        _ namespace: MessageNamespace,
        _ occurs: Occurrence,
        _ content: Content,
        enable: String? = nil,
        unique: String? = nil
    ) {
        self.name = name
        self.namespace = namespace
        self.occurs = occurs
        self.content = content
        self.condition = enable.map(EnableCondition.init)
        self.unique = unique
    }

    /// The parts of the content in order; none of a text.
    package var particles: [Particle] {
        guard case .complex(let type) = content else { return [] }
        return type.particles
    }

    /// The type of the text; nothing where elements stand inside.
    package var simpleType: SimpleType? {
        guard case .simple(let type) = content else { return nil }
        return type
    }
}

/// How often an element may stand (minOccurs, maxOccurs).
package struct Occurrence: Hashable, Sendable {
    /// Fewest; 0 where it may be left out.
    package let min: Int
    /// `Int.max` where there is no upper bound.
    package let max: Int

    package init(min: Int, max: Int) {
        self.min = min
        self.max = max
    }

    /// Exactly once.
    package static let one = Occurrence(min: 1, max: 1)
    /// Once or not at all.
    package static let optional = Occurrence(min: 0, max: 1)
    /// Any number of times, or not at all.
    package static let any = Occurrence(min: 0, max: .max)

    /// A fixed number of times.
    package static func exactly(_ count: Int) -> Occurrence { Occurrence(min: count, max: count) }
}

/// One step of a sequence: an element, or exactly one of several.
package enum Particle: Sendable {
    /// This element.
    case element(ElementRule)
    /// Exactly one of these.
    case choice([ElementRule])

    /// The elements that may stand here.
    package var alternatives: [ElementRule] {
        switch self {
        case .element(let rule): [rule]
        case .choice(let rules): rules
        }
    }
}

/// A named structure of elements in fixed order; every structure of the definitions is a sequence.
package struct ComplexType: Sendable {
    /// The name in the definitions; nothing where the type is anonymous.
    package let name: String?
    /// What stands in it, in order.
    package let particles: [Particle]

    package init(_ name: String?, _ particles: [Particle]) {
        self.name = name
        self.particles = particles
    }
}
