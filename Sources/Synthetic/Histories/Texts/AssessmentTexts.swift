/// Sentences of an assessment by area and dimension of the child's situation, two of each in both written languages.
///
/// `{N}` is the child's given name.
enum AssessmentTexts {
    static let areas = ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3"]

    /// The sentence about an area, by its place.
    static func area(_ place: Int, _ language: Language, _ choice: Int) -> String {
        pick(language == .bokmal ? bokmalAreas[place] : nynorskAreas[place], choice)
    }

    static func dimension(_ number: Int, _ language: Language, _ choice: Int) -> String {
        pick((language == .bokmal ? bokmalDimensions : nynorskDimensions)[number - 1], choice)
    }

    static func need(_ need: CaseWriter.Need, _ language: Language, _ choice: Int) -> String {
        switch (need, language) {
        case (.help, .bokmal):
            pick(
                [
                    "{N} trenger at foreldrene får veiledning hjemme, og at hverdagen blir forutsigbar.",
                    "Familien trenger tett hjelp hjemme i noen måneder, og {N} trenger ro rundt skole og søvn.",
                ],
                choice
            )
        case (.help, .nynorsk):
            pick(
                [
                    "{N} treng at foreldra får rettleiing heime, og at kvardagen blir føreseieleg.",
                    "Familien treng tett hjelp heime i nokre månader, og {N} treng ro rundt skule og søvn.",
                ],
                choice
            )
        case (.outsideHome, .bokmal):
            pick(
                [
                    "{N} trenger trygge voksne som tåler uro, faste rutiner og kontakt med familien.",
                    "{N} trenger et stabilt hjem utenfor familien og voksne som kan stå i motstand over tid.",
                ],
                choice
            )
        case (.outsideHome, .nynorsk):
            pick(
                [
                    "{N} treng trygge vaksne som toler uro, faste rutinar og kontakt med familien.",
                    "{N} treng ein stabil heim utanfor familien og vaksne som kan stå i motstand over tid.",
                ],
                choice
            )
        case (.unborn, .bokmal):
            pick(
                [
                    "Foreldrene trenger hjelp til å gjøre seg klare for barnet, og støtte døgnet rundt den første tiden.",
                    "Det må vurderes tidlig hvordan foreldrene klarer omsorgen for et spedbarn.",
                ],
                choice
            )
        case (.unborn, .nynorsk):
            pick(
                [
                    "Foreldra treng hjelp til å gjere seg klare for barnet, og støtte døgnet rundt den første tida.",
                    "Det må vurderast tidleg korleis foreldra klarer omsorga for eit spedbarn.",
                ],
                choice
            )
        }
    }

    static func parents(_ language: Language, _ choice: Int) -> String {
        language == .bokmal
            ? pick(
                [
                    "Foreldrene har vært med i tre møter og har lest vurderingen før den ble ferdig.",
                    "Foreldrene har fått si sin mening muntlig og skriftlig, og er delvis enige.",
                ],
                choice
            )
            : pick(
                [
                    "Foreldra har vore med i tre møte og har lese vurderinga før ho vart ferdig.",
                    "Foreldra har fått seie meininga si munnleg og skriftleg, og er delvis samde.",
                ],
                choice
            )
    }

    static func contact(_ language: Language, _ choice: Int) -> String {
        language == .bokmal
            ? pick(
                [
                    "Kontakten med dem som ikke bor sammen med {N}, er avtalt til hver onsdag.",
                    "{N} møter familien jevnlig, og ønsker at en voksen er med.",
                ],
                choice
            )
            : pick(
                [
                    "Kontakten med dei som ikkje bur saman med {N}, er avtalt til kvar onsdag.",
                    "{N} møter familien jamleg, og ønskjer at ein vaksen er med.",
                ],
                choice
            )
    }

    static func frame(_ language: Language, _ choice: Int) -> String {
        language == .bokmal
            ? pick(
                [
                    "Skole eller barnehage og fritid skal gå som før. Tjenesten følger opp hver annen uke.",
                    "Faste tider, en kontaktperson hos oss og møte hver måned så lenge tiltaket varer.",
                ],
                choice
            )
            : pick(
                [
                    "Skule eller barnehage og fritid skal gå som før. Tenesta følgjer opp kvar andre veke.",
                    "Faste tider, ein kontaktperson hos oss og møte kvar månad så lenge tiltaket varer.",
                ],
                choice
            )
    }

    static func length(_ need: CaseWriter.Need, _ language: Language) -> String {
        switch (need, language) {
        case (.help, .bokmal): "Seks måneder"
        case (.help, .nynorsk): "Seks månader"
        case (.unborn, .bokmal): "Tre måneder"
        case (.unborn, .nynorsk): "Tre månader"
        case (.outsideHome, .bokmal): "Inntil to år om gangen"
        case (.outsideHome, .nynorsk): "Inntil to år om gongen"
        }
    }

    static func others(_ language: Language) -> String {
        language == .bokmal ? "Ingen andre barn" : "Ingen andre barn skal vere med"
    }

    static func network(_ language: Language, _ choice: Int) -> String {
        language == .bokmal
            ? pick(
                [
                    "Slekt og venner er spurt på et nettverksmøte og svarer innen to uker.",
                    "En tante og en nabofamilie vurderer det, og ingen er utredet ennå.",
                ],
                choice
            )
            : pick(
                [
                    "Slekt og vener er spurde på eit nettverksmøte og svarer innan to veker.",
                    "Ei tante og ein nabofamilie vurderer det, og ingen er utgreidde enno.",
                ],
                choice
            )
    }

    private static func pick(_ texts: [String], _ choice: Int) -> String { texts[abs(choice % texts.count)] }

    private static let bokmalAreas = [
        ["{N} er frisk og følger helsestasjonens program.", "Søvnen er dårlig, ellers er helsen god."],
        ["Går jevnlig og trives, men faller ut når dagen er lang.", "Mye fravær siden i høst, og få venner der."],
        [
            "Viser lite og trekker seg unna når noe er vanskelig.",
            "Blir fort sint, og trøstes av voksne som er rolige.",
        ],
        ["Har en god venn og lite å gjøre på fritiden.", "Spiller fotball når noen kan kjøre."],
        ["Mat, klær og stell er stort sett i orden.", "Måltider og leggetider svikter i perioder."],
        ["Forelderen ser {N}, men orker ikke alltid å svare.", "Lite trøst å få når {N} er lei seg."],
        ["Lite hjelp med lekser og lek.", "Foreldrene følger opp når de har krefter."],
        ["{N} har vært vitne til krangler om natten.", "Det har vært voksne til stede, men ikke alltid våkne."],
        ["Foreldrene samarbeider best når noen er med.", "Konflikter i hjemmet tar mye plass."],
        ["Liten leilighet og stram økonomi.", "Bolig og arbeid er på plass, regninger hoper seg opp."],
        ["Besteforeldrene hjelper til, ellers er nettverket lite.", "Familien er nyinnflyttet og kjenner få."],
    ]

    private static let nynorskAreas = [
        ["{N} er frisk og følgjer programmet til helsestasjonen.", "Søvnen er dårleg, elles er helsa god."],
        ["Går jamt og trivst, men fell ut når dagen er lang.", "Mykje fråvær sidan i haust, og få vener der."],
        ["Viser lite og trekkjer seg unna når noko er vanskeleg.", "Blir fort sint, og får trøyst av rolege vaksne."],
        ["Har ein god ven og lite å gjere på fritida.", "Spelar fotball når nokon kan køyre."],
        ["Mat, klede og stell er stort sett i orden.", "Måltid og leggetider sviktar i periodar."],
        ["Forelderen ser {N}, men orkar ikkje alltid å svare.", "Lite trøyst å få når {N} er lei seg."],
        ["Lite hjelp med lekser og leik.", "Foreldra følgjer opp når dei har krefter."],
        ["{N} har vore vitne til kranglar om natta.", "Det har vore vaksne til stades, men ikkje alltid vakne."],
        ["Foreldra samarbeider best når nokon er med.", "Konfliktar i heimen tek mykje plass."],
        ["Lita leilegheit og stram økonomi.", "Bustad og arbeid er på plass, rekningar hopar seg opp."],
        ["Besteforeldra hjelper til, elles er nettverket lite.", "Familien er nyinnflytta og kjenner få."],
    ]

    private static let bokmalDimensions = [
        ["Utviklingen er sårbar, men {N} har mye å bygge på.", "{N} ligger noe etter og trenger støtte hver dag."],
        ["Omsorgen svinger med foreldrenes krefter.", "Foreldrene vil, men trenger hjelp for å få det til."],
        ["Miljøet rundt gir noe støtte, ikke nok alene.", "Familien står mye alene."],
    ]

    private static let nynorskDimensions = [
        ["Utviklinga er sårbar, men {N} har mykje å byggje på.", "{N} ligg noko etter og treng støtte kvar dag."],
        ["Omsorga svingar med kreftene til foreldra.", "Foreldra vil, men treng hjelp for å få det til."],
        ["Miljøet rundt gir noko støtte, ikkje nok aleine.", "Familien står mykje aleine."],
    ]
}
