/// Worries at both ends of childhood: before birth, and on the way to eighteen.
extension Story {
    static let nightsOut = Story(
        ages: 13...17,
        settings: [.school, .police, .relative, .healthStation],
        contents: Contents(until2025: ["15", "25"], since2026: ["1.3.09", "1.3.08"]),
        bokmal: Sentences(
            seen: [
                "{N} har vært ute flere netter på rad, sammen med ungdommer som er en god del eldre.",
                "To ganger er {han} funnet ruset på bussterminalen, siste gang uten jakke og uten telefon.",
                "{N} har hatt med seg penger og klær som ingen kan gjøre rede for.",
                "Rommet står tomt når {forelder} kommer hjem fra nattevakt, og {forelder} sier rett ut at det er kommet ut av hendene.",
                "{Han} har rift på underarmene og skjuler dem med lange ermer.",
            ],
            said: [
                "{N} sier at det er lettere å være ute enn hjemme, og at ingen kommer til å merke det uansett.",
                "«Jeg skylder noen penger», sa {N}, men ville ikke si mer om det.",
            ],
            earlier: [
                "Utekontakten har hatt jevn kontakt med {N} siden i sommer.",
                "{Forelder} har selv bedt om hjelp hos fastlegen, som har henvist til ungdomspsykiatrien.",
            ]
        ),
        nynorsk: Sentences(
            seen: [
                "{N} har vore ute fleire netter på rad, saman med ungdomar som er ein god del eldre.",
                "To gonger er {han} funnen rusa på bussterminalen, siste gong utan jakke og utan telefon.",
                "{N} har hatt med seg pengar og klede som ingen kan gjere greie for.",
                "Rommet står tomt når {forelder} kjem heim frå nattevakt, og {forelder} seier rett ut at det har gått over styr.",
                "{Han} har rifter på underarmane og skjuler dei med lange ermar.",
            ],
            said: [
                "{N} seier at det er lettare å vere ute enn heime, og at ingen kjem til å merke det uansett.",
                "«Eg skuldar nokre pengar», sa {N}, men ville ikkje seie meir om det.",
            ],
            earlier: [
                "Utekontakten har hatt jamn kontakt med {N} sidan i sommar.",
                "{Forelder} har sjølv bede om hjelp hos fastlegen, som har vist vidare til ungdomspsykiatrien.",
            ]
        )
    )

    static let pregnancy = Story(
        ages: nil,
        settings: [.maternityCare, .healthStation],
        contents: Contents(until2025: ["3", "2"], since2026: ["3.1.08", "3.1.03"]),
        bokmal: Sentences(
            seen: [
                "Den gravide er i uke 27 og har møtt til to av seks svangerskapskontroller.",
                "Ved siste kontroll luktet det alkohol, og hun fortalte at hun drikker «for å få sove».",
                "Hun bor hos bekjente og vet ikke hvor hun skal være når barnet er født.",
                "Barnefaren er ikke med på kontrollene, og hun blir urolig når han ringer.",
            ],
            said: [
                "Hun sier at hun ønsker barnet, og at hun vil ha hjelp før det kommer.",
                "Hun spurte selv om barnevernet kan hjelpe noen som ikke er født ennå.",
            ],
            earlier: [
                "Jordmor har henvist til rustjenesten, og første time er satt opp om to uker.",
                "Hun er orientert om at jordmor melder fra, og synes det er greit.",
            ]
        ),
        nynorsk: Sentences(
            seen: [
                "Den gravide er i veke 27 og har møtt til to av seks svangerskapskontrollar.",
                "Ved siste kontroll lukta det alkohol, og ho fortalde at ho drikk «for å få sove».",
                "Ho bur hos kjende og veit ikkje kvar ho skal vere når barnet er fødd.",
                "Barnefaren er ikkje med på kontrollane, og ho blir uroleg når han ringjer.",
            ],
            said: [
                "Ho seier at ho ønskjer barnet, og at ho vil ha hjelp før det kjem.",
                "Ho spurde sjølv om barnevernet kan hjelpe nokon som ikkje er fødd enno.",
            ],
            earlier: [
                "Jordmor har vist til rustenesta, og første time er sett opp om to veker.",
                "Ho er orientert om at jordmor melder frå, og synest det er greitt.",
            ]
        )
    )
}
