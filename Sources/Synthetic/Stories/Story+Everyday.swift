/// Worries that grow slowly: food, clothes, days away from school, late afternoons.
extension Story {
    static let meals = Story(
        ages: 6...13,
        settings: [.school],
        contents: Contents(until2025: ["8", "31"], since2026: ["2.1.02", "3.2.02"]),
        bokmal: Sentences(
            seen: [
                "Siden høstferien har {N} kommet uten matpakke tre–fire dager i uken, og {han} spiser fort og mye når skolen serverer.",
                "{Han} går i joggesko og tynn jakke også når det er snø ute, og klærne lukter ofte innestengt.",
                "{N} sovner i timene etter lunsj og sier at {han} legger seg når {han} selv vil.",
                "Ved to anledninger har {han} bedt om å få ta med seg rester hjem.",
                "På foreldremøtene har ingen kommet, og meldinger i skoleappen blir ikke lest.",
            ],
            said: [
                "{N} sa til kontaktlæreren at det ikke er noe i kjøleskapet når {forelder} sover.",
                "Da vi spurte hvordan det går hjemme, sa {N}: «Det går bra hvis jeg ordner det selv.»",
            ],
            earlier: [
                "Skolen tok dette opp med {forelder} i oktober. Det ble bedre i omtrent tre uker.",
                "Helsesykepleier har hatt samtaler med {N} siden september, og skolen har skaffet vintertøy én gang.",
            ]
        ),
        nynorsk: Sentences(
            seen: [
                "Sidan haustferien har {N} kome utan matpakke tre–fire dagar i veka, og {han} et fort og mykje når skulen serverer.",
                "{Han} går i joggesko og tynn jakke også når det er snø ute, og kleda luktar ofte innestengt.",
                "{N} sovnar i timane etter lunsj og seier at {han} legg seg når {han} sjølv vil.",
                "To gonger har {han} bede om å få ta med seg restar heim.",
                "På foreldremøta har ingen kome, og meldingar i skuleappen blir ikkje lesne.",
            ],
            said: [
                "{N} sa til kontaktlæraren at det ikkje er noko i kjøleskapet når {forelder} søv.",
                "Då vi spurde korleis det går heime, sa {N}: «Det går bra om eg ordnar det sjølv.»",
            ],
            earlier: [
                "Skulen tok dette opp med {forelder} i oktober. Det vart betre i om lag tre veker.",
                "Helsesjukepleiar har hatt samtalar med {N} sidan september, og skulen har skaffa vinterklede éin gong.",
            ]
        )
    )

    static let absence = Story(
        ages: 8...16,
        settings: [.school, .healthStation],
        contents: Contents(until2025: ["23", "14"], since2026: ["1.2.03", "2.1.03"]),
        bokmal: Sentences(
            seen: [
                "{N} har hatt 34 fraværsdager dette halvåret, de fleste uten gyldig grunn.",
                "Når {han} er til stede, holder {han} seg for seg selv og går ofte fra klasserommet.",
                "De siste ukene har {forelder} ikke svart når skolen ringer, og avtalte møter er blitt avlyst samme dag.",
                "Klassekamerater forteller at {N} er hjemme og passer på {forelder}.",
                "Karakterene har falt i alle fag, og {N} har sluttet på fritidsaktiviteten som {han} var glad i.",
            ],
            said: [
                "{N} har fortalt at {han} ikke tør å gå hjemmefra fordi {han} ikke vet hva som skjer når {han} er borte.",
                "«Noen må jo være hjemme», sa {N} da vi snakket om fraværet.",
            ],
            earlier: [
                "Skolen har hatt fire møter om fraværet og laget en plan som ikke er blitt fulgt.",
                "PP-tjenesten ble koblet inn i januar, men familien har takket nei til hjemmebesøk.",
            ]
        ),
        nynorsk: Sentences(
            seen: [
                "{N} har hatt 34 fråværsdagar dette halvåret, dei fleste utan gyldig grunn.",
                "Når {han} er til stades, held {han} seg for seg sjølv og går ofte frå klasserommet.",
                "Dei siste vekene har {forelder} ikkje svara når skulen ringjer, og avtalte møte er avlyste same dag.",
                "Klassekameratar fortel at {N} er heime og passar på {forelder}.",
                "Karakterane har falle i alle fag, og {N} har slutta på fritidsaktiviteten som {han} var glad i.",
            ],
            said: [
                "{N} har fortalt at {han} ikkje tør å gå heimanfrå fordi {han} ikkje veit kva som skjer når {han} er borte.",
                "«Nokon må jo vere heime», sa {N} då vi snakka om fråværet.",
            ],
            earlier: [
                "Skulen har hatt fire møte om fråværet og laga ein plan som ikkje er følgd.",
                "PP-tenesta vart kopla inn i januar, men familien har takka nei til heimebesøk.",
            ]
        )
    )

    static let latePickup = Story(
        ages: 1...5,
        settings: [.kindergarten],
        contents: Contents(until2025: ["8", "22"], since2026: ["2.1.01", "2.1.03"]),
        bokmal: Sentences(
            seen: [
                "{N} blir hentet etter stengetid flere ganger i uken, og to ganger har vi ikke fått tak i noen før klokken seks.",
                "{Han} er trøtt og sutrete om morgenen og har ofte samme bleie eller tøy som dagen før.",
                "{N} søker trøst hos alle voksne, også hos foreldre som {han} ikke kjenner.",
                "Når {forelder} kommer, blir {N} stille og går inn i garderoben uten å se opp.",
                "Det er lite språk å høre, og {N} leker sjelden med de andre barna.",
            ],
            said: [
                "I samlingsstunden fortalte {N} at «mamma og pappa roper så høyt at jeg gjemmer meg».",
                "Personalet har hørt {N} si til dukken: «Ligg stille, ellers blir jeg sint.»",
            ],
            earlier: [
                "Barnehagen har hatt to samtaler med {forelder} om henting og søvn i løpet av våren.",
                "Familien fikk tilbud om foreldreveiledning i fjor, men møtte bare den første gangen.",
            ]
        ),
        nynorsk: Sentences(
            seen: [
                "{N} blir henta etter stengjetid fleire gonger i veka, og to gonger har vi ikkje fått tak i nokon før klokka seks.",
                "{Han} er trøytt og sutrete om morgonen og har ofte same bleie eller klede som dagen før.",
                "{N} søkjer trøyst hos alle vaksne, også hos foreldre som {han} ikkje kjenner.",
                "Når {forelder} kjem, blir {N} stille og går inn i garderoben utan å sjå opp.",
                "Det er lite språk å høyre, og {N} leikar sjeldan med dei andre barna.",
            ],
            said: [
                "I samlingsstunda fortalde {N} at «mamma og pappa ropar så høgt at eg gøymer meg».",
                "Personalet har høyrt {N} seie til dokka: «Ligg stille, elles blir eg sint.»",
            ],
            earlier: [
                "Barnehagen har hatt to samtalar med {forelder} om henting og søvn i løpet av våren.",
                "Familien fekk tilbod om foreldrerettleiing i fjor, men møtte berre den første gongen.",
            ]
        )
    )
}
