/// Worries about what happens at home: drinking, violence, exhaustion, quarrels between parents.
extension Story {
    static let drinking = Story(
        ages: 2...15,
        settings: [.neighbour, .relative, .friendsParent],
        contents: Contents(until2025: ["3", "8"], since2026: ["3.1.08", "2.1.02"]),
        bokmal: Sentences(
            seen: [
                "Nesten hver helg er det fest i huset til langt på natt, og {N} er der hele tiden.",
                "Lørdag morgen satt {N} på trappen i pysjamas og ventet på at noen skulle våkne.",
                "Jeg har møtt {forelder} beruset midt på dagen, og da gikk {N} alene ved siden av og holdt i handleposene.",
                "{N} spiser ofte middag hos oss og vil helst ikke gå hjem igjen.",
                "Det er søppel og tomflasker i gangen, og lyset har vært borte i flere dager.",
            ],
            said: [
                "{N} har sagt at {han} heller ut flaskene når ingen ser det.",
                "En kveld ringte {N} på hos meg og spurte om {han} kunne være her til det ble stille.",
            ],
            earlier: [
                "Jeg har snakket med {forelder} om dette én gang. {Forelder} ble sint og ba meg passe mine egne saker."
            ]
        ),
        nynorsk: Sentences(
            seen: [
                "Nesten kvar helg er det fest i huset til langt på natt, og {N} er der heile tida.",
                "Laurdag morgon sat {N} på trappa i pysjamas og venta på at nokon skulle vakne.",
                "Eg har møtt {forelder} rusa midt på dagen, og då gjekk {N} åleine ved sida av og heldt i handleposane.",
                "{N} et ofte middag hos oss og vil helst ikkje gå heim att.",
                "Det er søppel og tomflasker i gangen, og lyset har vore borte i fleire dagar.",
            ],
            said: [
                "{N} har sagt at {han} tømer ut flaskene når ingen ser det.",
                "Ein kveld ringde {N} på hos meg og spurde om {han} kunne vere her til det vart stilt.",
            ],
            earlier: [
                "Eg har snakka med {forelder} om dette éin gong. {Forelder} vart sint og bad meg passe mine eigne saker."
            ]
        )
    )

    static let violence = Story(
        ages: 3...15,
        isUrgent: true,
        settings: [.police, .emergencyClinic, .school, .neighbour],
        contents: Contents(until2025: ["9", "7"], since2026: ["2.4.05", "2.4.02"]),
        bokmal: Sentences(
            seen: [
                "I dag ble det klart at {N} er blitt slått hjemme, og {han} er redd for å gå tilbake.",
                "{N} har et ferskt merke på overarmen og rykker til når noen går raskt forbi.",
                "Det har vært bråk fra boligen flere ganger de siste ukene, og i går kveld ble det ropt om hjelp.",
                "{Forelder} har forklart merket på to forskjellige måter.",
                "{N} var til stede da det skjedde, og det var ingen andre voksne hjemme.",
            ],
            said: [
                "{N} fortalte med egne ord at {forelder} «slår når det er noe jeg ikke får til».",
                "«Ikke si det til dem hjemme», gjentok {N} flere ganger.",
            ],
            earlier: [
                "Det er kjent at politiet har vært på adressen én gang tidligere i år, uten at barn ble nevnt.",
                "Tidligere har {N} forklart blåmerker med fall på sykkel og i trapp.",
            ]
        ),
        nynorsk: Sentences(
            seen: [
                "I dag vart det klart at {N} er slegen heime, og {han} er redd for å gå tilbake.",
                "{N} har eit ferskt merke på overarmen og rykkjer til når nokon går raskt forbi.",
                "Det har vore bråk frå bustaden fleire gonger dei siste vekene, og i går kveld vart det ropt om hjelp.",
                "{Forelder} har forklart merket på to ulike måtar.",
                "{N} var til stades då det skjedde, og det var ingen andre vaksne heime.",
            ],
            said: [
                "{N} fortalde med eigne ord at {forelder} «slår når det er noko eg ikkje får til».",
                "«Ikkje sei det til dei heime», sa {N} om att fleire gonger.",
            ],
            earlier: [
                "Det er kjent at politiet har vore på adressa éin gong tidlegare i år, utan at barn vart nemnde.",
                "Tidlegare har {N} forklart blåmerke med fall på sykkel og i trapp.",
            ]
        )
    )

    static let exhaustion = Story(
        ages: 0...2,
        settings: [.healthStation, .relative],
        contents: Contents(until2025: ["2", "21"], since2026: ["3.1.03", "2.3.01"]),
        bokmal: Sentences(
            seen: [
                "{N} har lagt lite på seg siden forrige kontroll og ligger nå godt under sin egen kurve.",
                "{Forelder} virker utslitt, gråter lett og sier at dagene flyter sammen.",
                "Det er lite øyekontakt mellom {forelder} og {N}, og gråten får stå lenge før noen reagerer.",
                "Tre avtaler på helsestasjonen er ikke møtt til, og dørklokken ble ikke besvart ved hjemmebesøk.",
                "Hjemmet er kaldt, og det mangler utstyr som en så liten trenger.",
            ],
            said: [],
            earlier: [
                "Helsestasjonen har tilbudt ekstra hjemmebesøk og henvist til fastlegen, som har satt opp en time.",
                "Barselomsorgen meldte om en tung start, men den gangen var det familie på besøk som hjalp til.",
            ]
        ),
        nynorsk: Sentences(
            seen: [
                "{N} har lagt lite på seg sidan førre kontroll og ligg no godt under si eiga kurve.",
                "{Forelder} verkar utsliten, græt lett og seier at dagane flyt saman.",
                "Det er lite augekontakt mellom {forelder} og {N}, og gråten får stå lenge før nokon reagerer.",
                "Tre avtalar på helsestasjonen er ikkje møtte til, og ingen opna døra ved heimebesøk.",
                "Heimen er kald, og det manglar utstyr som ein så liten treng.",
            ],
            said: [],
            earlier: [
                "Helsestasjonen har tilbode ekstra heimebesøk og vist til fastlegen, som har sett opp ein time.",
                "Barselomsorga melde om ein tung start, men den gongen var det familie på besøk som hjelpte til.",
            ]
        )
    )

    static let separation = Story(
        ages: 4...12,
        settings: [.relative, .friendsParent, .school, .healthStation],
        contents: Contents(until2025: ["24", "6"], since2026: ["2.4.04", "2.4.03"]),
        bokmal: Sentences(
            seen: [
                "Etter samlivsbruddet i vår krangler foreldrene når {N} skal flytte mellom dem, også foran andre barn.",
                "{N} får vondt i magen dagen før bytte og har vært hos legen uten at det ble funnet noe.",
                "{Han} bærer beskjeder mellom de voksne og er redd for å si noe feil.",
                "To ganger er {N} ikke blitt hentet som avtalt, fordi hver av dem mente at det var den andre sin dag.",
                "Før var {N} åpen og leken. Nå svarer {han} mest med å trekke på skuldrene.",
            ],
            said: [
                "{N} har spurt om det er mulig å bo hos seg selv.",
                "«Uansett hva jeg sier, blir noen lei seg», sa {N} her en dag.",
            ],
            earlier: [
                "Foreldrene har vært til mekling, men er ikke blitt enige om noen ordning som varer."
            ]
        ),
        nynorsk: Sentences(
            seen: [
                "Etter samlivsbrotet i vår kranglar foreldra når {N} skal flytte mellom dei, også framfor andre barn.",
                "{N} får vondt i magen dagen før byte og har vore hos legen utan at dei fann noko.",
                "{Han} ber beskjedar mellom dei vaksne og er redd for å seie noko feil.",
                "To gonger er {N} ikkje henta som avtalt, fordi kvar av dei meinte at det var den andre sin dag.",
                "Før var {N} open og leiken. No svarar {han} mest med å trekkje på skuldrene.",
            ],
            said: [
                "{N} har spurt om det går an å bu hos seg sjølv.",
                "«Same kva eg seier, blir nokon lei seg», sa {N} her ein dag.",
            ],
            earlier: [
                "Foreldra har vore til mekling, men er ikkje samde om noka ordning som varer."
            ]
        )
    )
}
