extension HistoryTopic {
    var decisionInBokmal: Sentences? {
        switch self {
        case .decidedHelp:
            Sentences([
                "Familien får hjelp hjemme i seks måneder.", "{N} får besøkshjem annenhver helg.",
                "Foreldrene får veiledning hver uke.", "{N} får støttekontakt.",
            ])
        case .decidedShelving:
            Sentences(["Undersøkelsen henlegges.", "Saken avsluttes uten tiltak.", "Det blir ikke satt inn tiltak."])
        case .decidedAcute:
            Sentences(["{N} plasseres midlertidig utenfor hjemmet.", "{N} må få et trygt sted å være med det samme."])
        case .decidedCare:
            Sentences(["Kommunen overtar omsorgen for {N}.", "Omsorgen overtas, og {N} skal bo i fosterhjem."])
        case .decidedInstitution:
            Sentences([
                "{N} får opphold i institusjon med eget samtykke.", "{N} flytter til en institusjon og er enig i det.",
            ])
        case .decidedAftercare: Sentences(["Tiltakene fortsetter etter 18 år.", "{N} får bolig med oppfølging."])
        case .decidedMove: Sentences(["{N} flytter til et nytt fosterhjem.", "Oppholdet fortsetter i et annet hjem."])
        case .facts:
            Sentences(
                [
                    "Meldingen og samtalene viser at hverdagen er utrygg.", "Skolen har sett det samme over tid.",
                    "Hjemmebesøkene viste lite struktur og mye uro.",
                ],
                ["Foreldrene har gitt sin forklaring.", "Opplysningene er kontrollert med familien."]
            )
        case .assessment:
            Sentences(
                [
                    "Vi mener at vilkårene er oppfylt.", "Mindre inngripende hjelp er vurdert.",
                    "Behovet er klart, og hjelpen står i forhold til det.",
                ],
                ["Vurderingen er gjort av to ansatte.", ""]
            )
        case .childsView:
            Sentences([
                "{N} er enig i mye av dette.", "{N} vil helst at alt skal være som før.",
                "{N} har sagt hva {han} mener, og det er gjengitt foran.",
            ])
        case .bestInterests:
            Sentences([
                "Trygghet og ro er det beste for {N} nå.", "For {N} veier stabilitet tyngst.",
                "Det beste for {N} er hjelp som kommer raskt.",
            ])
        case .familyTies:
            Sentences([
                "Båndene til søsken og besteforeldre skal holdes ved like.",
                "Foreldrene skal fortsatt være en del av hverdagen.", "Samvær legges til steder som {N} kjenner.",
            ])
        default: nil
        }
    }

    var workInBokmal: Sentences {
        switch self {
        case .help:
            Sentences([
                "Miljøarbeider to ettermiddager i uken.", "Veiledning hjemme, en og en halv time hver uke.",
                "Besøkshjem annenhver helg.", "Støttekontakt fire timer i uken.", "Plass i barnehage hele dagen.",
            ])
        case .goals:
            Sentences(
                [
                    "{N} skal komme på skolen hver dag.", "{N} skal oppleve ro ved leggetid.",
                    "De voksne skal klare konflikter uten at {N} er til stede.", "{N} skal ha noen å snakke med.",
                ],
                ["Vi ser etter endring i løpet av tre måneder.", "{N} har vært med på å velge målet."]
            )
        case .planContent:
            Sentences(
                [
                    "Ukentlige møter hjemme, samtale med {N} hver måned.", "Miljøarbeider følger morgenrutinen.",
                    "Foreldrene øver på det som er avtalt, og vi ringer hver fredag.",
                ],
                ["Kontaktpersonen samler trådene.", "Skolen er med på møtene."]
            )
        case .evaluation:
            Sentences(
                [
                    "Det går bedre om morgenen, men helgene er fortsatt vanskelige.", "Målet er delvis nådd.",
                    "{N} forteller om færre krangler.", "Lite har endret seg, og tiltaket må justeres.",
                ],
                ["Tiltaket fortsetter.", "Vi møtes oftere fram til neste gang.", "Foreldrene er fornøyde."]
            )
        case .planOver:
            Sentences([
                "Planen er fulgt til ende.", "Tiltaket er avsluttet, og planen med det.", "Planen erstattes av en ny.",
            ])
        case .goalReached:
            Sentences(["Målene er nådd.", "Familien klarer seg uten oss.", "Det som var vanskelig, er blitt bedre."])
        case .measureOver:
            Sentences(["Tiltaket passet ikke lenger.", "Familien ønsket å slutte.", "Hjelpen avsluttes som avtalt."])
        case .cameHome: Sentences(["{N} flytter hjem igjen.", "{N} er hjemme, med hjelp av nettverket."])
        case .careOrdered:
            Sentences(["Nemndas vedtak om omsorgen trer i stedet.", "Akuttvedtaket erstattes av omsorgsovertakelsen."])
        case .fosterHome:
            Sentences([
                "Fosterhjem på en gård med to voksne barn.", "Fosterhjem i nettverket.", "Fosterhjem uten andre barn.",
                "Hjem i nærheten av skolen til {N}.",
            ])
        case .institution: Sentences(["Institusjon med seks plasser og egen skole.", "Institusjon nær hjemstedet."])
        case .moved:
            Sentences(
                [
                    "Fosterforeldrene kan ikke fortsette.", "{N} trenger et hjem med mer tid.",
                    "Familien flytter, og {N} vil ikke bli med.",
                ],
                ["{N} har besøkt det nye hjemmet tre ganger.", "Flyttingen skjer i skoleferien."]
            )
        case .agreement:
            Sentences([
                "Avtalen er gått gjennom med begge fosterforeldrene.",
                "Utgifter, avlastning og veiledning er avtalt for et år.",
            ])
        case .fewerVisits:
            Sentences([
                "Oppholdet har vart lenge, og alle ønsker mer ro.", "{N} vil ha færre besøk, og forholdene er gode.",
            ])
        case .followUpVisit:
            Sentences(
                [
                    "{N} viste rommet sitt og fortalte om skolen.",
                    "God stemning. Fosterforeldrene ønsker mer veiledning.", "{N} har fått en venn i nabolaget.",
                    "Vi snakket om samværet, som har vært tungt.",
                ],
                ["Ny avtale er gjort.", "Vi gikk tur sammen.", "{N} hadde med seg tillitspersonen."]
            )
        case .supervisionVisit:
            Sentences(
                [
                    "Tilsynspersonen snakket med {N} alene.", "{N} trives og vet hvem {han} kan ringe.",
                    "{N} var sliten og ville snakke en annen dag.",
                ],
                ["Ingenting å bemerke.", "Tilsynet følger opp søvnen."]
            )
        case .institutionVisit:
            Sentences(
                ["{N} fortalte om uken på avdelingen.", "Vi gikk gjennom planen med {N} og kontaktpersonen."],
                ["Skolen går bedre.", "{N} vil ringe hjem oftere."]
            )
        case .conversation:
            Sentences(
                [
                    "Samtale med {forelder} på kontoret om hverdagen.", "Samtale med {N} på skolen.",
                    "Begge foreldrene møtte og fortalte om natten.",
                ],
                ["Ny tid er avtalt.", "Stemningen var god.", "Det var vanskelig å bli enige."]
            )
        case .telephone:
            Sentences(
                [
                    "{Forelder} ringte og ville flytte møtet.", "Skolen ringte om fravær i uken som gikk.",
                    "Helsesykepleier ringte om vektkontrollen.", "Bestemor ringte og var urolig.",
                ],
                ["Vi ringer tilbake i morgen.", "Avtalt at vi kommer hjem til dem."]
            )
        case .meeting:
            Sentences(
                [
                    "Ansvarsgruppe med skole, lege og familie.", "Møte med barnehagen og begge foreldrene.",
                    "Nettverksmøte hjemme hos besteforeldrene.",
                ],
                ["Oppgavene er fordelt.", "Nytt møte om seks uker."]
            )
        case .observation:
            Sentences(
                [
                    "Hjemmebesøk uten avtale. Det var ryddig og varmt.",
                    "Hjemmebesøk. {N} satt for seg selv det meste av tiden.", "Vi så en leggesituasjon som gikk fint.",
                ],
                ["{Forelder} var åpen om det som er tungt.", ""]
            )
        case .wrongNote:
            Sentences(["Notat som hører til i en annen sak.", "Referat som ble lagret før det var ferdig."])
        case .complaint:
            Sentences([
                "Foreldrene mener at saken er for dårlig opplyst.",
                "{Forelder} klager over at {N} ikke ble hørt på skolen.",
                "Vi er uenige i vedtaket og vil at noen andre ser på det.",
            ])
        case .demand: Sentences(["{Forelder} krever at {N} kommer hjem igjen.", "Foreldrene krever mer samvær."])
        case .seriousEvent:
            Sentences([
                "{N} ble kjørt til sykehus etter en ulykke i oppholdet.",
                "{N} har fortalt om en alvorlig krenkelse mens {han} bodde der.",
            ])
        case .conflict:
            Sentences(["Nær slekt med en av foreldrene.", "Bor i samme bolighus som familien.", "Er trener for {N}."])
        case .conflictOver: Sentences(["Forholdet som gjorde vedkommende inhabil, er opphørt."])
        case .withdrawn:
            Sentences([
                "Foreldrene vil ikke ha besøk hjemme lenger. Vi har snakket med dem i dag.",
                "{Forelder} trakk samtykket på telefonen, og tiltaket stanses.",
            ])
        case .wrongEntry: Sentences(["Feil i referatet.", "Skrevet i feil sak.", "Dagen var feil."])
        case .contacted:
            Sentences(["Vi har snakket med {N} om tiden etter 18 år.", "{N} fikk vite hva ettervern kan være."])
        case .accepted:
            Sentences(["{N} vil ha bolig med oppfølging og noen å ringe.", "{N} vil bli boende og fullføre skolen."])
        case .declined:
            Sentences(["{N} vil klare seg selv og vet at det går an å ombestemme seg.", "{N} takker nei nå."])
        default: Sentences(["Notert."])
        }
    }
}
