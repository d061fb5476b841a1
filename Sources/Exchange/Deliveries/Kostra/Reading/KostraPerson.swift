import Law

/// A text of a person's, in ``KostraPerson/texts``.
struct KostraText {
    var start: UInt32 = 0
    var end: UInt32 = 0
}

/// Where an element's start tag is.
struct KostraPlace {
    /// From 1.
    var line: UInt32 = 0
    /// In characters from 1.
    var column: UInt32 = 0
}

/// A number that identifies a person, as far as rules tell the forms apart.
enum KostraNumber: Equatable {
    /// The attribute is missing.
    case absent
    /// It is there and empty, which only the official program's reader lets pass.
    case blank
    /// Digits of which some are not 0 to 9.
    case foreign
    /// Eleven, or of a DUF number twelve, digits.
    case digits(UInt64)
}

/// Whether a code is specified in words (`Presisering`).
enum KostraSpecification {
    /// No element for it.
    case absent
    /// An empty one, which only the official program's reader lets pass.
    case empty
    /// One with a text, be it blank.
    case given
}

/// A code that a text may follow.
struct KostraCode {
    var code = PackedText.empty
    var specification = KostraSpecification.absent
}

/// What a measure rests on (`Lovhjemmel`).
struct KostraBasis {
    var act = PackedText.empty
    var chapter = PackedText.empty
    var section = PackedText.empty
    var paragraph = PackedText.empty
    var letter = PackedText.empty
}

/// A report of concern (`Melding`).
struct KostraConcern {
    var place: KostraPlace
    var id = KostraText()
    var start = CalendarDay.earliest
    var end: CalendarDay?
    var conclusion = PackedText.empty
    /// The reporters (`Melder`), in ``KostraPerson/codes``.
    var reporters = 0..<0
    /// The matters (`Saksinnhold`), in ``KostraPerson/codes``.
    var contents = 0..<0
    /// The investigation that it led to, in ``KostraPerson/investigations``.
    var investigation: Int?
}

/// An investigation (`Undersokelse`).
struct KostraInvestigation {
    var place: KostraPlace
    var id = KostraText()
    var start = CalendarDay.earliest
    var end: CalendarDay?
    /// The conclusion, with what specifies it.
    var conclusion = KostraCode()
    /// The grounds of the decision (`Vedtaksgrunnlag`), in ``KostraPerson/codes``.
    var grounds = 0..<0
}

/// A plan (`Plan`).
struct KostraPlan {
    var place: KostraPlace
    var id = KostraText()
    var start = CalendarDay.earliest
    var end: CalendarDay?
    var evaluated: CalendarDay?
}

/// A measure (`Tiltak`).
struct KostraMeasure {
    var place: KostraPlace
    var id = KostraText()
    var start = CalendarDay.earliest
    var end: CalendarDay?
    var basis = KostraBasis()
    /// What the basis refers to (`JmfrLovhjemmel`), in ``KostraPerson/bases``.
    var references = 0..<0
    var category = KostraCode()
    /// Why it was repealed; nothing where it says nothing of that.
    var repeal: KostraCode?
}

/// A move (`Flytting`).
struct KostraRelocation {
    var place: KostraPlace
    var id = KostraText()
    var end = CalendarDay.earliest
}

/// A child or young person in a case (`Individ`), as far as a rule looks at it.
///
/// One value serves all persons of a document, so that its memory is asked for once.
struct KostraPerson {
    var place = KostraPlace()
    var id = KostraText()
    var journal = KostraText()
    var start = CalendarDay.earliest
    var end: CalendarDay?
    var birthNumber = KostraNumber.absent
    var dufNumber = KostraNumber.absent
    var hasDistrictNumber = false
    var hasDistrictName = false
    /// Whether the case is said to be closed at the year's end (`Avslutta3112` is 1).
    var isClosed = false
    var concerns: [KostraConcern] = []
    var investigations: [KostraInvestigation] = []
    var plans: [KostraPlan] = []
    var measures: [KostraMeasure] = []
    var relocations: [KostraRelocation] = []
    var codes: [KostraCode] = []
    var bases: [KostraBasis] = []
    var texts: [UInt8] = []

    /// Forgets the person and keeps the memory.
    mutating func begin(at place: KostraPlace) {
        self.place = place
        (id, journal) = (KostraText(), KostraText())
        (start, end) = (.earliest, nil)
        (birthNumber, dufNumber) = (.absent, .absent)
        (hasDistrictNumber, hasDistrictName, isClosed) = (false, false, false)
        concerns.removeAll(keepingCapacity: true)
        investigations.removeAll(keepingCapacity: true)
        plans.removeAll(keepingCapacity: true)
        measures.removeAll(keepingCapacity: true)
        relocations.removeAll(keepingCapacity: true)
        codes.removeAll(keepingCapacity: true)
        bases.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
    }

    /// Keeps a text.
    @inline(__always)
    mutating func keep(_ text: Span<UInt8>, _ range: Range<Int>) -> KostraText {
        let start = UInt32(truncatingIfNeeded: texts.count)
        for place in range { texts.append(text[place]) }
        return KostraText(start: start, end: UInt32(truncatingIfNeeded: texts.count))
    }

    func text(_ text: KostraText) -> String {
        String(decoding: texts[Int(text.start)..<Int(text.end)], as: UTF8.self)
    }
}

/// The municipality that delivers (`Avgiver`).
struct KostraSender {
    var place = KostraPlace()
    /// The year that the file is about; 0 where it is none.
    var year = 0
    /// Four digits.
    var municipality = ""
    var hasName = false
}
