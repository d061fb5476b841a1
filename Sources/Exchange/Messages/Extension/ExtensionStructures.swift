/// What several of our own messages share.
///
/// Source: `docs/extension-messages.md`.
enum ExtensionStructures {
    /// The namespace of the shared elements; a change of any of them gives it a new version.
    static let shared = MessageNamespace(uri: "https://rettid.no/felles.v1.0.0", prefix: "rettid")

    /// What is asked for or offered, by the codes of Bufdir's referrals.
    ///
    /// Source: Bufdir's code list HenvisningForespurtBistandType.
    static let measure = SimpleType.codes(
        "HenvisningForespurtBistandType",
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]
    )

    /// The measures that have a place: foster home, institution, centre for parents and children.
    static let measuresWithPlace = "Tiltakstype=1,2,3,4,5,6"

    /// The measures that an acute decision can be about: the child lives outside the home.
    static let acuteMeasure = SimpleType.codes("HenvisningForespurtBistandType", ["1", "2", "3", "4"])

    /// The owner's own name of a place.
    static let placeID = SimpleType(nil, length: 1...64)

    /// The person who decided or answered, and when.
    static let actor = ComplexType(
        "UtfortAvType",
        [
            shared.one("Navn", .fullName),
            shared.one("Rolle", .requiredLine),
            shared.one("Tidspunkt", .dateTime),
        ]
    )

    /// A place, without an address: one that is to be kept hidden must not stand in a message.
    static let place = ComplexType(
        "PlassType",
        [
            shared.one("PlassId", placeID),
            shared.one("Navn", .requiredLine),
            shared.one("Eierform", .codes("RettidEierformType", ["1", "2", "3"])),
            shared.one("Kommunenummer", .municipalityNumber),
            shared.one("IEgenRegion", .boolean),
            shared.optional("BegrunnelseAnnenRegion", .requiredProse, enable: "IEgenRegion=0"),
        ]
    )

    /// The child's view of one offer, or why it was not asked.
    ///
    /// Source: Barnevernsloven § 1-4.
    static let hearing = ComplexType("HoringType", hearingParts)

    /// Why an offer is justifiable for this child.
    ///
    /// Source: Barnevernsloven §§ 1-4, 1-7 and 16-3.
    static let justifiability = ComplexType(
        "ForsvarlighetsvurderingType",
        [shared.one("Vurdering", .requiredProse)] + hearingParts
    )

    /// Whether an offer is what was asked for; one that departs from the tribunal's conditions sends the case back there.
    ///
    /// Source: Barnevernsloven § 5-3 second paragraph.
    static let accordance = ComplexType(
        "SamsvarType",
        [
            shared.one("ISamsvarMedAnmodning", .boolean),
            shared.optional("Avvik", .requiredProse, enable: "ISamsvarMedAnmodning=0"),
            shared.optional("AvvikerFraNemndasKrav", .boolean, enable: "ISamsvarMedAnmodning=0"),
        ]
    )

    private static let hearingParts: [Particle] = [
        shared.one("BarnetHort", .boolean),
        shared.optional("BarnetsSynspunkt", .requiredProse, enable: "BarnetHort=1"),
        shared.optional("BegrunnelseIkkeHort", .requiredProse, enable: "BarnetHort=0"),
    ]
}
