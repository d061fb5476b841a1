/// The table of the 62 outcomes of a KOSTRA check, and the one that strict reading adds.
///
/// Source: the specification of the controls of form 15F, and the official control program as it runs.
enum KostraRules {
    /// A structural breach, in strict reading only.
    static let structure = KostraRule(
        "XSD",
        .fatal,
        when: "The file's own text breaks the schema: an element, attribute, value, order, number or Id.",
        source: .schema,
        difference: """
            Reference mode has no such entry: the program reads leniently, writes each element anew and reports at most \
            one AVGIVER_01 or INDIVID_01 for it.
            """,
        .file
    )
    /// A file that is no XML.
    static let unreadable = KostraRule(
        "XML_FILE",
        .error,
        strictly: .fatal,
        when: "The file is not well-formed XML, or is beyond our limits. The program gives this outcome no name.",
        source: .program,
        difference: """
            Strict mode refuses a document type declaration too, keeps the entries found before the fault, and calls it \
            FATAL.
            """,
        .file
    )
    static let senderCount = KostraRule(
        "AVGIVER_00",
        when: "The number of sound Avgiver is not one.",
        source: .program,
        difference: "Strict mode leaves it out of a document that is an Individ or Avgiver alone.",
        .file
    )
    static let senderStructure = KostraRule(
        "AVGIVER_01",
        when: "An Avgiver cannot be read, or breaks the schema when written anew.",
        source: .schema,
        difference: "Strict mode lists the breaches themselves, as XSD.",
        .file
    )
    static let personCount = KostraRule(
        "INDIVID_00",
        when: "There is no sound Individ.",
        source: .program,
        difference: "Strict mode leaves it out of a document that is an Individ or Avgiver alone.",
        .file
    )
    static let personStructure = KostraRule(
        "INDIVID_01",
        when: "An Individ cannot be read, or breaks the schema when written anew; no rule is run on it.",
        source: .schema,
        difference: "Strict mode lists the breaches themselves, as XSD.",
        .file
    )
    static let sameNumber = KostraRule(
        "INDIVID_04",
        when:
            "The same Fodselsnummer with fitting check digits stands on several sound Individ; an entry for each of them.",
        difference: """
            Strict mode leaves it out where all of them have one Journalnummer, as the written specification does; \
            INDIVID_05 tells of these.
            """,
        .file
    )
    static let sameJournal = KostraRule(
        "INDIVID_05",
        when: "The same Journalnummer stands on several sound Individ that have a Fodselsnummer; one entry for all.",
        difference: "Strict mode counts those without a Fodselsnummer too, as the written specification does.",
        .file
    )

    /// The rules for the sender, in the order in which they run.
    static let sender: [KostraRule] = [
        KostraRule(
            "AVGIVER_02",
            when: "Avgiver/@Versjon is not the reporting year.",
            .sender { sender, frame in .when(sender.year != frame.year) }
        ),
        KostraRule(
            "AVGIVER_03",
            when: "Avgiver/@Organisasjonsnummer is blank. No file gets here: the schema wants nine digits.",
            .sender { _, _ in [] }
        ),
        KostraRule(
            "AVGIVER_04",
            when: "Avgiver/@Kommunenummer is not the municipality of the region.",
            .sender { sender, frame in .when(frame.municipality.map { $0 != sender.municipality } ?? false) }
        ),
        KostraRule(
            "AVGIVER_06",
            when: "Avgiver/@Kommunenavn is blank.",
            .sender { sender, _ in .when(!sender.hasName) }
        ),
    ]

    /// The rules for a person, in the order in which they run.
    static let person = people + concerns + plans + contents + measures + investigations + relocations

    /// All outcomes, in the order of the sheet.
    static let all =
        [structure, unreadable, senderCount, senderStructure] + sender
        + [personCount, personStructure, sameNumber, sameJournal] + person
}
