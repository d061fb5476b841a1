/// What people of the pretend world write to each other about a referral.
enum ReferralTexts {
    static let seen =
        "Vi har henvisningen og går gjennom den denne uken. Dere hører fra oss så snart vi har en plass å foreslå."
    static let assessments = [
        "Stedet har ledig kapasitet, fast personale og erfaring med barn på samme alder. Skolevei og samvær lar seg ordne.",
        "Vi har sett behovene opp mot dem som allerede bor der, og finner ikke noe som taler mot. Helsehjelp er avklart.",
        "Plassen gir den roen barnet trenger nå, og avstanden hjem er kort nok til at kontakten med familien holdes ved like.",
    ]
    static let childsViews = [
        "Barnet har fått vite hva som er foreslått, og synes det høres greit ut. Det vil gjerne besøke stedet først.",
        "Barnet er opptatt av å få fortsette på skolen sin, og av å ha med hunden på besøk i helgene.",
        "Barnet sier at det er lei av å vente, og at det viktigste er å vite hvor lenge det skal bli.",
    ]
    static let childDeclines = "Barnet vil ikke flytte så langt fra vennene sine, og sa det tydelig i to samtaler."
    static let notSuited = "Avdelingen er laget for eldre ungdom. Det passer ikke med alderen og behovet for skjerming."
    static func advice(isFollowed: Bool) -> String {
        isFollowed
            ? "Fagteamet anbefaler plassen, med tett oppfølging de første ukene."
            : "Fagteamet anbefalte en mindre enhet med færre beboere."
    }
    static let overruling =
        "En mindre enhet har ikke plass før om tre måneder. Her settes det inn en ekstra ansatt i stedet."
    static let stayEnded = "Målene for oppholdet er nådd, og barnet flytter som planlagt."
    static let withdrawn = "Familien har fått hjelp på annen måte, og ønsker ikke tiltaket lenger."
    static let serviceDeclined =
        "Vi har ikke kapasitet til familieråd i denne perioden, og kommunen har selv koordinatorer som kan lede det."
    static let confirmed =
        "Det fantes ingen forsvarlig plass fra ønsket dato. Dagene regnes som brudd på bistandsplikten."
    static let contested =
        "Et forsvarlig tilbud ble utsatt etter ønske fra familien. Vi mener at dagene ikke er et brudd."
    static let interimMeasures = [
        "Barnet bor hjemme med daglig oppfølging fra kommunen, og beredskap på kveldstid.",
        "Barnet er hos slektninger, med ukentlig veiledning fra begge nivåer.",
    ]
    static let situations = [
        "Barnet går på skolen hver dag, men er urolig for hva som skjer videre.",
        "Situasjonen er stabil, og de voksne rundt barnet samarbeider godt.",
    ]
    static let tribunalDelay =
        "Nemnda flyttet forhandlingsmøtet, og vedtaket kunne ikke settes i verk før det var holdt."
    static let privateSolution =
        "Barnet bor midlertidig hos tanten sin etter avtale med foreldrene. Kommunen følger opp ukentlig."
    static let question =
        "Hvordan vurderer dere behovet for tilrettelegging på skolen om flyttingen skjer midt i et halvår?"
    static let secondQuestion = "Hvilken type institusjon mener dere passer best ut fra det vi har beskrevet?"
    static let answer = "Vi mener en liten omsorgsavdeling passer best, med mulighet for helgesamvær hjemme."
    static let friction =
        "Vi ble bedt om å sende de samme opplysningene på nytt i et skjema, selv om de sto i henvisningen."
    static let frictionPlace = "Møte om henvisningen"
    static let acuteEvents = [
        "Barnet ble funnet alene hjemme i natt. Leder har fattet vedtak, og det er ingen i familien som kan ta imot nå.",
        "Politiet var på adressen i ettermiddag. Barnet er trygt på kontoret, men kan ikke reise hjem.",
    ]
    static let school = "Barnet bør kunne fortsette på skolen sin. Ingen kjente helseplager."
    static let withoutHearing = "Barnet høres i uken som kommer; henvisningen kan ikke vente på det."
    static let gaps = [
        "Se vurderingen i saken. Vi sender mer når det foreligger.",
        "Dette er gått gjennom med familien, og det er ikke noe å legge til nå.",
        "Vi avklarer det nærmere i oppstartsmøtet.",
    ]
}
