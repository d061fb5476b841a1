/// The names of the KOSTRA table that the reader acts on.
enum KostraName: String, CaseIterable {
    case delivery = "Barnevern"
    case sender = "Avgiver"
    case person = "Individ"
    case concern = "Melding"
    case reporter = "Melder"
    case content = "Saksinnhold"
    case investigation = "Undersokelse"
    case decisionGround = "Vedtaksgrunnlag"
    case plan = "Plan"
    case measure = "Tiltak"
    case basis = "Lovhjemmel"
    case reference = "JmfrLovhjemmel"
    case category = "Kategori"
    case measureGround = "Tiltaksgrunnlag"
    case repeal = "Opphevelse"
    case relocation = "Flytting"
    case cause = "ArsakFra"
    case destination = "FlyttingTil"
    case specification = "Presisering"

    case organisation = "Organisasjonsnummer"
    case version = "Versjon"
    case municipality = "Kommunenummer"
    case municipalityName = "Kommunenavn"
    case id = "Id"
    case start = "StartDato"
    case end = "SluttDato"
    case journal = "Journalnummer"
    case birthNumber = "Fodselsnummer"
    case dufNumber = "DUFnummer"
    case districtNumber = "Bydelsnummer"
    case districtName = "Bydelsnavn"
    case area = "Distriktsnummer"
    case caseworker = "Saksbehandler"
    case isClosed = "Avslutta3112"
    case conclusion = "Konklusjon"
    case code = "Kode"
    case evaluated = "EvaluertDato"
    case planType = "Plantype"
    case act = "Lov"
    case chapter = "Kapittel"
    case section = "Paragraf"
    case letter = "Bokstav"
    case paragraph = "Ledd"
    case sentence = "Punktum"
}

extension CompiledDelivery {
    /// The KOSTRA table, whose documents are a file, or the element for the sender or for a person alone.
    package static let kostra = CompiledDelivery([KostraTable.delivery, KostraTable.sender, KostraTable.person])

    /// What the names of the KOSTRA vocabulary are, by place.
    static let kostraNames = kostra.vocabulary.names.prefix(kostra.nameCount).compactMap {
        KostraName(rawValue: $0.localName)
    }
}
