/// What a text in a message must be: base type and facets of one simple type.
package struct SimpleType: Hashable, Sendable {
    /// The name in the definitions; nothing where the type is anonymous or one of XML Schema's own.
    package let name: String?
    /// The namespace that the name belongs to, where we know it: some schemas of the definitions only use the type.
    package let namespace: MessageNamespace?
    /// The built-in type whose form the text must have.
    package let base: Base
    /// The shortest and longest text, in code points (minLength, maxLength, length).
    package let minLength: Int
    /// `Int.max` where there is no upper bound.
    package let maxLength: Int
    /// What the text must look like besides (pattern); nothing where the base says all.
    package let pattern: TextPattern?
    /// The codes allowed; empty where any text is.
    package let codes: [String]
    /// The only value allowed (fixed); an empty element means it.
    package let fixed: String?

    /// The built-in type that a type is made from.
    package enum Base: Hashable, Sendable {
        /// Any text.
        case string
        /// `true`, `false`, `1` or `0`.
        case boolean
        /// A day, with or without zone.
        case date
        /// A time, with or without zone.
        case dateTime
        /// A whole number of any length.
        case integer
    }

    /// A type; what is not said is free.
    package init(
        _ name: String?,
        of namespace: MessageNamespace? = nil,
        base: Base = .string,
        length: ClosedRange<Int> = 0...Int.max,
        pattern: TextPattern? = nil,
        codes: [String] = [],
        fixed: String? = nil
    ) {
        self.name = name
        self.namespace = namespace
        self.base = base
        self.minLength = length.lowerBound
        self.maxLength = length.upperBound
        self.pattern = pattern
        self.codes = codes
        self.fixed = fixed
    }

    /// A code list: the name in the definitions is also the name of the list.
    package static func codes(_ name: String, _ codes: [String], length: ClosedRange<Int> = 0...Int.max) -> SimpleType {
        SimpleType(name, length: length, codes: codes)
    }

    /// This type with a single value allowed.
    package func fixed(_ value: String) -> SimpleType {
        SimpleType(
            name,
            of: namespace,
            base: base,
            length: minLength...maxLength,
            pattern: pattern,
            codes: codes,
            fixed: value
        )
    }
}

extension SimpleType {
    /// Any text at all.
    package static let string = SimpleType(nil)
    /// Yes or no.
    package static let boolean = SimpleType(nil, base: .boolean)
    /// A day.
    package static let date = SimpleType(nil, base: .date)
    /// A time.
    package static let dateTime = SimpleType(nil, base: .dateTime)
    /// A whole number.
    package static let integer = SimpleType(nil, base: .integer)

    /// A short text that may be empty (Enlinje); line breaks are not forbidden.
    package static let line = SimpleType("Enlinje", of: .general, length: 0...255)
    /// A short text (EnlinjeObligatorisk).
    package static let requiredLine = SimpleType("EnlinjeObligatorisk", of: .general, length: 2...255)
    /// A long text that may be empty (Fritekst).
    package static let prose = SimpleType("Fritekst", of: .general, length: 0...5000)
    /// A long text (FritekstObligatorisk).
    package static let requiredProse = SimpleType("FritekstObligatorisk", of: .general, length: 2...5000)
    /// A full name without upper bound (FulltNavnType).
    package static let fullName = SimpleType("FulltNavnType", of: .general, length: 2...Int.max)
    /// A reference of either party (ReferanseType).
    package static let reference = SimpleType("ReferanseType")
    /// The id of a message (UUIDType).
    package static let uuid = SimpleType("UUIDType", pattern: .uuid)
    /// Version of a system: one to four numbers, the last of which may be an asterisk (VersjonType).
    package static let version = SimpleType("VersjonType", length: 1...Int.max, pattern: .version)
    /// Number of an organisation (OrganisasjonsnummerType).
    package static let organisationNumber = digits("OrganisasjonsnummerType", of: .general, 9)
    /// Number of a municipality (KommunenummerType).
    package static let municipalityNumber = digits("KommunenummerType", of: .general, 4)
    /// Birth number or D-number (FodselsnummerType).
    package static let birthNumber = digits("FodselsnummerType", 11)
    /// DUF number of the immigration authorities (DUFNummerType).
    package static let dufNumber = digits("DUFNummerType", 12)

    /// A fixed number of digits.
    package static func digits(_ name: String?, of namespace: MessageNamespace? = nil, _ count: Int) -> SimpleType {
        SimpleType(name, of: namespace, length: count...count, pattern: .digits(count))
    }
}

/// The patterns of the definitions, matched by hand.
package enum TextPattern: Hashable, Sendable {
    /// 8-4-4-4-12 hexadecimal digits.
    case uuid
    /// So many decimal digits of any script, as `\d` means in XML Schema.
    case digits(Int)
    /// `(\d+\.)?(\d+\.)?(\d+\.)?(\*|\d+)`
    case version
}
