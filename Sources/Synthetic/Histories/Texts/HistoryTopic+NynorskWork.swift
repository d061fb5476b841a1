extension HistoryTopic {
    var workInNynorsk: Sentences {
        switch self {
        case .help:
            Sentences([
                "Miljøarbeidar to ettermiddagar i veka.", "Rettleiing heime kvar veke.", "Besøksheim annakvar helg.",
                "Støttekontakt fire timar i veka.",
            ])
        case .goals:
            Sentences(
                [
                    "{N} skal kome på skulen kvar dag.", "{N} skal oppleve ro ved leggjetid.",
                    "{N} skal ha nokon å snakke med.",
                ],
                ["{N} har vore med på å velje målet.", "Vi ser etter endring i løpet av tre månader."]
            )
        case .planContent:
            Sentences(
                ["Møte heime kvar veke, samtale med {N} kvar månad.", "Miljøarbeidar følgjer morgonrutinen."],
                ["Kontaktpersonen samlar trådane.", "Skulen er med på møta."]
            )
        case .evaluation:
            Sentences(
                [
                    "Det går betre om morgonen, men helgane er framleis vanskelege.", "Målet er delvis nådd.",
                    "{N} fortel om færre kranglar.",
                ],
                ["Tiltaket held fram.", "Foreldra er nøgde."]
            )
        case .planOver: Sentences(["Planen er følgd til endes.", "Tiltaket er avslutta, og planen med det."])
        case .goalReached: Sentences(["Måla er nådde.", "Familien greier seg utan oss."])
        case .measureOver: Sentences(["Tiltaket passa ikkje lenger.", "Familien ønskte å slutte."])
        case .cameHome: Sentences(["{N} flyttar heim att.", "{N} er heime, med hjelp av nettverket."])
        case .careOrdered:
            Sentences([
                "Vedtaket i nemnda om omsorga kjem i staden.", "Akuttvedtaket er avløyst av omsorgsovertakinga.",
            ])
        case .fosterHome:
            Sentences(["Fosterheim på ein gard.", "Fosterheim i nettverket.", "Fosterheim utan andre barn."])
        case .institution: Sentences(["Institusjon med seks plassar og eigen skule."])
        case .moved:
            Sentences(
                ["Fosterforeldra kan ikkje halde fram.", "{N} treng ein heim med meir tid."],
                ["{N} har besøkt den nye heimen tre gonger.", "Flyttinga skjer i skuleferien."]
            )
        case .agreement:
            Sentences([
                "Avtalen er gått gjennom med begge fosterforeldra.",
                "Utgifter, avlasting og rettleiing er avtalte for eit år.",
            ])
        case .fewerVisits: Sentences(["Opphaldet har vart lenge, og alle ønskjer meir ro."])
        case .followUpVisit:
            Sentences(
                [
                    "{N} viste rommet sitt og fortalde om skulen.",
                    "God stemning. Fosterforeldra ønskjer meir rettleiing.", "{N} har fått ein ven i nabolaget.",
                ],
                ["Ny avtale er gjord.", "Vi gjekk tur saman."]
            )
        case .supervisionVisit:
            Sentences(
                ["Tilsynspersonen snakka med {N} åleine.", "{N} trivst og veit kven {han} kan ringje."],
                ["Ingenting å merke.", "Tilsynet følgjer opp søvnen."]
            )
        case .institutionVisit:
            Sentences(["{N} fortalde om veka på avdelinga."], ["Skulen går betre.", "{N} vil ringje heim oftare."])
        case .conversation:
            Sentences(
                ["Samtale med {forelder} på kontoret om kvardagen.", "Samtale med {N} på skulen."],
                ["Ny tid er avtalt.", "Stemninga var god."]
            )
        case .telephone:
            Sentences(
                [
                    "{Forelder} ringde og ville flytte møtet.", "Skulen ringde om fråvær i veka som gjekk.",
                    "Bestemor ringde og var uroleg.",
                ],
                ["Vi ringjer tilbake i morgon.", "Avtalt at vi kjem heim til dei."]
            )
        case .meeting:
            Sentences(
                ["Ansvarsgruppe med skule, lege og familie.", "Møte med barnehagen og begge foreldra."],
                ["Oppgåvene er fordelte.", "Nytt møte om seks veker."]
            )
        case .observation:
            Sentences(
                ["Heimebesøk utan avtale. Det var ryddig og varmt.", "Vi såg ein leggjesituasjon som gjekk fint."],
                ["{Forelder} var open om det som er tungt.", "{N} viste oss rundt."]
            )
        case .wrongNote:
            Sentences(["Notat som høyrer til i ei anna sak.", "Referat som vart lagra før det var ferdig."])
        case .complaint:
            Sentences([
                "Foreldra meiner at saka er for dårleg opplyst.",
                "Vi er usamde i vedtaket og vil at nokon andre ser på det.",
            ])
        case .demand: Sentences(["{Forelder} krev at {N} kjem heim att.", "Foreldra krev meir samvær."])
        case .seriousEvent: Sentences(["{N} vart køyrd til sjukehus etter ei ulykke i opphaldet."])
        case .conflict: Sentences(["Nær slekt med ein av foreldra.", "Er trenar for {N}."])
        case .conflictOver: Sentences(["Tilhøvet som gjorde vedkomande inhabil, er opphøyrt."])
        case .withdrawn: Sentences(["Foreldra vil ikkje ha besøk heime lenger. Vi har snakka med dei i dag."])
        case .wrongEntry: Sentences(["Feil i referatet.", "Skrive i feil sak."])
        case .contacted: Sentences(["Vi har snakka med {N} om tida etter 18 år."])
        case .accepted: Sentences(["{N} vil ha bustad med oppfølging og nokon å ringje."])
        case .declined: Sentences(["{N} vil greie seg sjølv og veit at det går an å ombestemme seg."])
        default: Sentences(["Notert."])
        }
    }
}
