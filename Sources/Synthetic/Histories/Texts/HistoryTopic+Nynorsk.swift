extension HistoryTopic {
    var nynorsk: Sentences { lifeOfCaseInNynorsk ?? childInNynorsk ?? decisionInNynorsk ?? workInNynorsk }

    private var lifeOfCaseInNynorsk: Sentences? {
        switch self {
        case .shelvedReport:
            Sentences(
                [
                    "Det som er meldt, er kjent og avklara med familien.",
                    "Opplysningane gjeld ei einskild hending som er følgd opp.",
                    "Meldinga gir ikkje grunn til å tru at {N} treng tiltak.",
                ],
                ["Det er ingen grunn til å undersøkje nærare.", "Vi legg bort meldinga utan undersøking."]
            )
        case .reopened:
            Sentences([
                "Ny melding viser at det som var avtalt, ikkje held lenger.",
                "Det er komen ei ny melding om {N}, og ho må undersøkjast.",
            ])
        case .closed:
            Sentences(
                [
                    "Det trengst ikkje tiltak lenger.", "Undersøkinga er avslutta utan tiltak.",
                    "Måla er nådde, og familien greier seg sjølv.",
                ],
                ["Saka blir avslutta.", "{Forelder} er orientert."]
            )
        case .investigationPlan:
            Sentences(
                [
                    "Vi snakkar med {N} åleine, med foreldra kvar for seg, og besøkjer heimen.",
                    "Først samtale med {N}, så heimebesøk, så møte med foreldra.",
                    "Vi hentar inn opplysningar frå skule, lege og helsestasjon.",
                ],
                ["Foreldra får planen i brev.", "Vi oppsummerer etter seks veker."]
            )
        case .extended:
            Sentences([
                "Den sakkunnige treng meir tid.", "Tilrettelagt avhøyr er sett opp etter at dei tre månadene er ute.",
                "Opplysningar frå utlandet er ikkje komne.",
            ])
        case .shelvedCase:
            Sentences(
                [
                    "Vilkåra for tiltak er ikkje til stades.",
                    "{N} har det godt nok heime, og familien har hjelp frå andre.",
                ],
                ["Saka blir lagd bort.", "Foreldra er samde."]
            )
        case .partysWish:
            Sentences([
                "Vi meiner at familien treng hjelp, men foreldra takkar nei.", "Foreldra ønskjer å prøve sjølve først.",
            ])
        case .otherService:
            Sentences([
                "Psykisk helsehjelp for barn og unge dekkjer behovet best.",
                "Familievernkontoret kan hjelpe med det som er vanskeleg.",
            ])
        case .measuresNeeded:
            Sentences(["{N} treng hjelp heime, og foreldra samtykkjer.", "Det trengst rettleiing og avlasting."])
        case .petitionNeeded:
            Sentences(["Hjelp i heimen er prøvd og strekk ikkje til."], ["Saka blir send til nemnda."])
        case .movedAway:
            Sentences([
                "Familien har flytta til ein annan kommune.", "{N} er meld flytta, og den nye kommunen tek over.",
            ])
        default: nil
        }
    }

    private var childInNynorsk: Sentences? {
        switch self {
        case .toldChild:
            Sentences(
                [
                    "{N} fekk vite kvifor vi er urolege, og kva barnevernet kan gjere.",
                    "Vi forklarte at {han} kan seie kva {han} meiner, og at det blir skrive ned.",
                ],
                ["Vi brukte teikningar og enkle ord.", "{Han} kunne stanse samtalen når som helst."]
            )
        case .heardAbout:
            Sentences(
                [
                    "Kvardagen heime og på skulen.", "Kvar {han} vil bu, og kven {han} vil treffe.",
                    "Det som stod i meldinga.",
                ],
                ["Også om vener og fritid.", "Også om søvn og mat."]
            )
        case .childSaid:
            Sentences(
                [
                    "{N} sa at det er best når alle et saman.", "{N} fortalde at {han} blir redd når dei vaksne ropar.",
                    "{N} sa at {han} vil bu heime, men at det må bli rolegare.",
                ],
                ["{Han} vil at nokon skal hjelpe {forelder}.", "{Han} ville ikkje seie meir om det."]
            )
        case .weight:
            Sentences([
                "Synet til {N} har fått stor vekt.", "Vi følgjer ønsket til {N} så langt det er trygt.",
                "{N} er høyrd, men omsynet til omsorga veg tyngst.",
            ])
        case .mostImportant:
            Sentences([
                "At det er stille når eg skal sove.", "At eg får vere med og bestemme.", "At bror min er i nærleiken.",
                "At ingen slår.",
            ])
        case .correctedByChild:
            Sentences([
                "Eg sa ikkje at eg var redd, eg sa at eg var lei.", "Det var ikkje kvar dag, det var i helgane.",
            ])
        case .notShown:
            Sentences([
                "{N} kunne ikkje lese det og ville ikkje høyre det lese.",
                "Referatet var ikkje ferdig då samtalen slutta.",
            ])
        case .tooYoung:
            Sentences(
                ["{N} er for liten til å ha eigne synspunkt.", "Alderen gjer at samtale ikkje er mogleg no."],
                ["Vi har sett samspelet i staden.", "Helsesjukepleiar har fortalt korleis det går."]
            )
        case .childDeclined:
            Sentences(["{N} ville ikkje snakke med oss i dag.", "{N} sa at {han} hadde sagt det {han} ville."])
        case .override:
            Sentences([
                "{N} var på leirskule, og fristen gjekk ut.",
                "Samtalen vart avlyst to gonger, og hjelpa måtte kome i gang.",
            ])
        default: nil
        }
    }

    private var decisionInNynorsk: Sentences? {
        switch self {
        case .decidedHelp:
            Sentences([
                "Familien får hjelp heime i seks månader.", "{N} får besøksheim annakvar helg.",
                "Foreldra får rettleiing kvar veke.",
            ])
        case .decidedShelving: Sentences(["Undersøkinga blir lagd bort.", "Saka blir avslutta utan tiltak."])
        case .decidedAcute:
            Sentences(["{N} blir mellombels plassert utanfor heimen.", "{N} må få ein trygg stad å vere med det same."])
        case .decidedCare:
            Sentences(["Kommunen tek over omsorga for {N}.", "Omsorga blir teken over, og {N} skal bu i fosterheim."])
        case .decidedInstitution: Sentences(["{N} får opphald i institusjon med eige samtykke."])
        case .decidedAftercare: Sentences(["Tiltaka held fram etter 18 år.", "{N} får bustad med oppfølging."])
        case .decidedMove: Sentences(["{N} flyttar til ein ny fosterheim."])
        case .facts:
            Sentences(
                ["Meldinga og samtalane viser at kvardagen er utrygg.", "Skulen har sett det same over tid."],
                ["Foreldra har gitt si forklaring.", "Opplysningane er kontrollerte med familien."]
            )
        case .assessment:
            Sentences([
                "Vi meiner at vilkåra er oppfylte.", "Mindre inngripande hjelp er vurdert.", "Behovet er klart.",
            ])
        case .childsView: Sentences(["{N} er samd i mykje av dette.", "{N} vil helst at alt skal vere som før."])
        case .bestInterests: Sentences(["Tryggleik og ro er det beste for {N} no.", "For {N} veg stabilitet tyngst."])
        case .familyTies:
            Sentences([
                "Banda til sysken og besteforeldre skal haldast ved like.",
                "Foreldra skal framleis vere ein del av kvardagen.",
            ])
        default: nil
        }
    }
}
