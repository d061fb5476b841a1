package import Law

/// The key by which a case system knows a thing (`Id`): a UUID.
///
/// Two are the same whatever the case of their letters; the text is kept as it came.
package struct RegisterID: Hashable, Sendable, CustomStringConvertible {
    /// As it was written.
    package let text: String
    /// In small letters.
    package let folded: String

    package init(_ text: String) {
        self.text = text
        folded = text.utf8.contains { (0x41...0x5A).contains($0) } ? text.lowercased() : text
    }

    package var description: String { text }

    package static func == (left: Self, right: Self) -> Bool { left.folded == right.folded }

    package func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

/// When a case was extracted (`DatoUttrekk`).
///
/// Two are the same if their texts are: nine decimals and a zone are more than an instant keeps.
package struct RegisterMoment: Hashable, Sendable {
    /// As it was written.
    package let text: String
    /// The point in time, to the second.
    package let instant: Instant

    /// The day that it was in Norway: what ages and time limits are counted to.
    package var day: CalendarDay { OsloTime.day(at: instant) }

    /// Reads a date and time as the register wants it: with seconds, at most nine decimals and a zone.
    ///
    /// - Returns: Nothing where the text is none.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let date = CompiledDeliveryType.moment(bytes.span, bytes.indices),
            let day = CalendarDay(year: date.year, month: date.month, day: date.day)
        else { return nil }
        let seconds = day.dayNumber * 86_400 + (date.second ?? 0) - (date.zone ?? 0) * 60
        self.text = text
        instant = Instant(microseconds: Int64(seconds) * 1_000_000)
    }

    /// Writes a point in time in UTC.
    package init(_ instant: Instant) {
        let second = Instant(microseconds: instant.wholeSeconds * 1_000_000)
        text = second.description
        self.instant = second
    }

    static let none = RegisterMoment(.earliest)
}

/// Digits by which a child is known, which may be wrong (`Fodselsnummer`, `DUFnummer`).
///
/// Printing, dumping or logging one shows no digit of it.
package struct RegisterNumber: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// A deliberate reading of personal data: never put it into an error, a log line or a file name.
    package let digits: String

    package init(_ digits: String) {
        self.digits = digits
    }

    package var description: String { "RegisterNumber(hidden)" }

    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A code, and what is said of it where it does not say enough (`Kode`, `Presisering`).
package struct RegisterCode: Hashable, Sendable {
    package var code: String
    package var specification: String?

    package init(_ code: String, _ specification: String? = nil) {
        self.code = code
        self.specification = specification
    }

    init(_ node: RegisterNode) {
        self.init(node.required("Kode"), node["Presisering"])
    }

    func node(_ name: String) -> RegisterNode {
        RegisterNode(name, [("Kode", code), ("Presisering", specification)])
    }
}

/// How and when something ended (`Konklusjon` with a code).
package struct RegisterConclusion: Hashable, Sendable {
    package var end: CalendarDay
    package var code: String
    package var specification: String?
    package var isDeleted: Bool

    package init(end: CalendarDay, code: String, specification: String? = nil, isDeleted: Bool = false) {
        self.end = end
        self.code = code
        self.specification = specification
        self.isDeleted = isDeleted
    }

    init(_ node: RegisterNode) {
        end = node.day("SluttDato")
        code = node.required("Kode")
        specification = node["Presisering"]
        isDeleted = node.isTrue("ErSlettet")
    }

    var node: RegisterNode {
        RegisterNode(
            "Konklusjon",
            [
                ("SluttDato", "\(end)"), ("Kode", code), ("Presisering", specification),
                ("ErSlettet", isDeleted ? "true" : nil),
            ]
        )
    }
}

/// A provision of an act (`Lovhjemmel`, `JmfrLovhjemmel`).
package struct RegisterBasis: Hashable, Sendable {
    /// `BVL` (1992), `BVL2021` or `BL1981`.
    package var act: String
    package var chapter: String
    package var section: String
    /// Subsections (ledd).
    package var subsections: [String]
    package var letters: [String]
    /// Sentences (punktum).
    package var sentences: [String]

    package init(
        act: String,
        chapter: String,
        section: String,
        subsections: [String] = [],
        letters: [String] = [],
        sentences: [String] = []
    ) {
        self.act = act
        self.chapter = chapter
        self.section = section
        self.subsections = subsections
        self.letters = letters
        self.sentences = sentences
    }

    init(_ node: RegisterNode) {
        act = node.first("Lov")?.text ?? ""
        chapter = node.first("Kapittel")?.text ?? ""
        section = node.first("Paragraf")?.text ?? ""
        subsections = node.all("Ledd").map(\.text)
        letters = node.all("Bokstav").map(\.text)
        sentences = node.all("Punktum").map(\.text)
    }

    func node(_ name: String) -> RegisterNode {
        let parts =
            [("Lov", act), ("Kapittel", chapter), ("Paragraf", section)] + subsections.map { ("Ledd", $0) }
            + letters.map { ("Bokstav", $0) } + sentences.map { ("Punktum", $0) }
        return RegisterNode(name, [], parts.map { RegisterNode($0, text: $1) })
    }
}
