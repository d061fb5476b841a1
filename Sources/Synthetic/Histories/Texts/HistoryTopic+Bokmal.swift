extension HistoryTopic {
    var bokmal: Sentences { lifeOfCaseInBokmal ?? childInBokmal ?? decisionInBokmal ?? workInBokmal }

    private var lifeOfCaseInBokmal: Sentences? {
        switch self {
        case .shelvedReport:
            Sentences(
                [
                    "Det meldte er kjent og avklart med familien.",
                    "Opplysningene gjelder en enkelt hendelse som er fulgt opp.",
                    "Skolen og familien har alt en avtale som dekker det meldingen tar opp.",
                    "Meldingen gir ikke grunn til å tro at {N} trenger tiltak.",
                ],
                [
                    "Det er ingen grunn til å undersøke nærmere.", "Vi henlegger uten undersøkelse.",
                    "Helsestasjonen følger familien videre.",
                ]
            )
        case .reopened:
            Sentences([
                "Ny melding viser at det som var avtalt, ikke lenger holder.",
                "Det er kommet en ny melding om {N}, og den må undersøkes.",
                "Forholdene har endret seg siden saken ble avsluttet.",
            ])
        case .closed:
            Sentences(
                [
                    "Det er ikke lenger behov for tiltak.", "Undersøkelsen er avsluttet og følges ikke av tiltak.",
                    "Målene er nådd, og familien klarer seg selv.",
                    "Familien ønsker ikke mer hjelp, og vilkårene for noe annet er ikke til stede.",
                ],
                ["Saken avsluttes.", "{Forelder} er orientert.", "{N} vet hvem {han} kan ringe."]
            )
        case .investigationPlan:
            Sentences(
                [
                    "Vi snakker med {N} alene, med foreldrene hver for seg, og besøker hjemmet.",
                    "Først samtale med {N}, så hjemmebesøk, så møte med foreldrene.",
                    "Vi innhenter opplysninger fra skole, lege og helsestasjon og snakker med {N} to ganger.",
                    "Hjemmebesøk i løpet av tre uker, deretter samtaler med dem som kjenner {N}.",
                ],
                ["Tolk bestilles der det trengs.", "Foreldrene får planen i brev.", "Vi oppsummerer etter seks uker."]
            )
        case .extended:
            Sentences([
                "Sakkyndig trenger mer tid til vurderingen av samspillet i hjemmet.",
                "Dommeravhør er berammet etter at de tre månedene er ute.",
                "{N} har vært innlagt, og samtalene måtte utsettes.", "Opplysninger fra utlandet er ikke kommet.",
            ])
        case .shelvedCase:
            Sentences(
                [
                    "Vilkårene for tiltak er ikke til stede.",
                    "{N} har det godt nok hjemme, og familien har hjelp fra andre.",
                    "Undersøkelsen bekrefter ikke det som var meldt.",
                ],
                ["Saken henlegges.", "Foreldrene er enige i vurderingen."]
            )
        case .partysWish:
            Sentences(
                [
                    "Vi mener at familien trenger hjelp, men foreldrene takker nei.",
                    "Foreldrene ønsker å prøve selv først.",
                ],
                ["Undersøkelsen henlegges etter deres ønske.", "Vi har fortalt hva vi er bekymret for."]
            )
        case .otherService:
            Sentences(
                [
                    "Behovet dekkes best av psykisk helsehjelp for barn og unge.",
                    "Familievernkontoret kan hjelpe med det som er vanskelig.",
                ],
                ["Vi har vist familien videre.", "Første time er avtalt."]
            )
        case .measuresNeeded:
            Sentences([
                "{N} trenger hjelp hjemme, og foreldrene samtykker.", "Det er behov for veiledning og avlastning.",
                "Tiltak i hjemmet kan gi {N} trygge dager.",
            ])
        case .petitionNeeded:
            Sentences(
                [
                    "Hjelp i hjemmet er prøvd og strekker ikke til.",
                    "Omsorgen svikter på en måte som hjelp hjemme ikke kan rette.",
                ],
                ["Saken sendes nemnda."]
            )
        case .movedAway:
            Sentences([
                "Familien har flyttet til en annen kommune.", "{N} er meldt flyttet, og den nye kommunen tar over.",
            ])
        default: nil
        }
    }

    private var childInBokmal: Sentences? {
        switch self {
        case .toldChild:
            Sentences(
                [
                    "{N} fikk vite hvorfor vi er bekymret, og hva barnevernet kan gjøre.",
                    "Vi forklarte at {han} kan si hva {han} mener, og at det blir skrevet ned.",
                    "{N} fikk vite hva som skal bestemmes, og hvem som bestemmer.",
                ],
                ["{Han} kunne stanse samtalen når som helst.", "Vi brukte tegninger og enkle ord."]
            )
        case .heardAbout:
            Sentences(
                [
                    "Hverdagen hjemme og på skolen.", "Hvor {han} vil bo, og hvem {han} vil treffe.",
                    "Det som sto i meldingen.", "Hvordan tiltaket virker, og hva som kan bli bedre.",
                ],
                ["Også om venner og fritid.", "Også om søvn og mat.", "Også om de voksne som {han} stoler på."]
            )
        case .childSaid:
            Sentences(
                [
                    "{N} sa at det er best når alle spiser sammen.",
                    "{N} fortalte at {han} blir redd når de voksne roper.",
                    "{N} sa at {han} vil bo hjemme, men at det må bli roligere.",
                    "{N} ville helst snakke om hunden, men sa også at {han} savner {forelder}.",
                ],
                [
                    "{Han} vil at noen skal hjelpe {forelder}.", "{Han} ønsket ikke å si mer om det.",
                    "{Han} gråt litt, og så lo {han}.",
                ]
            )
        case .weight:
            Sentences([
                "Synet til {N} er tillagt stor vekt.", "Vi følger ønsket til {N} så langt det er trygt.",
                "{N} er hørt, men hensynet til omsorgen veier tyngst.",
            ])
        case .mostImportant:
            Sentences([
                "At det er stille når jeg skal sove.", "At jeg får være med og bestemme når vi flytter.",
                "At broren min er i nærheten.", "At ingen slår.", "At dere gjør det dere sier.",
            ])
        case .correctedByChild:
            Sentences([
                "Jeg sa ikke at jeg var redd, jeg sa at jeg var lei.", "Det var ikke hver dag, det var i helgene.",
            ])
        case .notShown:
            Sentences([
                "{N} kunne ikke lese det og ville ikke høre det lest.",
                "Referatet var ikke ferdig da samtalen sluttet.",
            ])
        case .tooYoung:
            Sentences(
                [
                    "{N} er for liten til å danne seg egne synspunkter.",
                    "Barnets alder gjør at samtale ikke er mulig nå.",
                ],
                ["Vi har sett samspillet i stedet.", "Helsesykepleier har fortalt hvordan det går."]
            )
        case .childDeclined:
            Sentences(
                ["{N} ville ikke snakke med oss i dag.", "{N} sa at {han} hadde sagt det {han} ville."],
                ["{Han} vet at {han} kan ringe.", ""]
            )
        case .override:
            Sentences([
                "{N} var på leirskole, og fristen gikk ut.",
                "Samtalen ble avlyst to ganger, og hjelpen måtte komme i gang.",
                "Tolken møtte ikke, og familien ville ikke vente.",
            ])
        default: nil
        }
    }
}
