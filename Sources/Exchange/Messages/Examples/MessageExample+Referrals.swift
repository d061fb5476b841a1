import Law

extension MessageExample {
    var fosterHome: [MessageNode] {
        [attachment("henvisning.pdf", "1")] + placement(age: 9) + [
            MessageNode("ForespurtBistand", text: "1"),
            decision(section: "3-2"),
            MessageNode(
                "PlasseringINettverk",
                [
                    MessageNode("KanPlasseresINettverk", text: "9"),
                    MessageNode(
                        "Vurdering",
                        text: "Mormor og en onkel er spurt og vil svare etter et møte i familien."
                    ),
                ]
            ),
        ]
    }

    var institution: [MessageNode] {
        [attachment("henvisning.pdf", "1")] + placement(age: 15) + [
            MessageNode("ForespurtBistand", text: "3"),
            decision(section: "3-2"),
        ]
    }

    var homeMeasure: [MessageNode] {
        [
            client(age: 14, rest: []),
            MessageNode("ForespurtBistand", text: "8"),
            period("Seks måneder"),
            decision(section: "3-1"),
            furtherAssistance,
            planAfterwards,
            MessageNode("TiltakHistorikk", text: "Familien har hatt råd og veiledning hjemme siden i fjor høst."),
            dayOffer("5"),
            participation(hasContact: true),
            carers(haveNumbers: true),
            situation,
        ]
    }

    /// The child is not born yet and so known by its mother's number.
    var familyCentre: [MessageNode] {
        [
            MessageNode(
                "Klient",
                [
                    MessageNode("KommunalSaksId", text: "2026/0417"),
                    MessageNode(
                        "Identifikator",
                        [
                            MessageNode("MorsFodselsnummer", text: personNumber(bornYearsAgo: 24, serial: 100))
                        ]
                    ),
                    MessageNode("Ufodt", text: "true"),
                    MessageNode("TerminDato", text: today.adding(days: 45).description),
                    MessageNode("EMA", text: "false"),
                ]
            ),
            MessageNode("ForespurtBistand", text: "6"),
            decision(section: "3-1"),
            period("Tre måneder"),
            furtherAssistance,
            MessageNode("BistandArena", text: "2"),
            MessageNode("BarnTilleggTilHenvist", text: "Ingen andre barn"),
            planAfterwards,
            measurePlan,
            individualPlan,
            dayOffer("1"),
            carers(haveNumbers: true),
            participation(hasContact: true),
            situation,
        ]
    }

    var familyCouncil: [MessageNode] {
        [
            attachment("situasjon-og-sporsmal.pdf", "999", "Situasjonsbeskrivelse og spørsmål til familierådet"),
            client(age: 11, rest: []),
            MessageNode("ForespurtBistand", text: "10"),
            period("To møter før sommeren"),
            MessageNode("BarnetsBehovOgSituasjon", [totalNeed]),
            participation(hasContact: false),
            carers(haveNumbers: true),
        ]
    }

    /// Every kind of document once, and the plan a second time: the form asks for one entry more than it has kinds.
    var healthAssessment: [MessageNode] {
        let kinds = (1...25).map(String.init) + ["22"]
        return [
            attachment("samtykke.pdf", "999", "Samtykke til helsekartlegging"),
            client(age: 10, rest: [MessageNode("EMA", text: "false")]),
            MessageNode("ForespurtBistand", text: "11"),
            decision(section: "3-2"),
            planAfterwards,
            individualPlan,
            dayOffer("4"),
            carers(haveNumbers: false),
            participation(hasContact: false),
            situation,
            MessageNode("Samtykke", text: "true"),
            MessageNode(
                "DokumentSjekkliste",
                kinds.enumerated().map { place, kind in
                    MessageNode(
                        "Dokument",
                        [
                            MessageNode("DokumentType", text: kind),
                            MessageNode("DokumentOversendelse", text: ["1", "3", "4"][place % 3]),
                        ]
                    )
                }
            ),
        ]
    }

    /// What a referral to a foster home and one to an institution have in common, in their order.
    private func placement(age: Int) -> [MessageNode] {
        [
            client(
                age: age,
                rest: [MessageNode("Ufodt", text: "false"), MessageNode("EMA", text: "false")]
            ),
            period("Inntil to år"),
            siblings,
            furtherAssistance,
            participation(hasContact: true),
            dayOffer(age < 13 ? "4" : "5"),
            MessageNode("TiltakHistorikk", text: "Besøkshjem fra 2024 og veiledning av foreldrene siden 2025."),
            measurePlan,
            planAfterwards,
            individualPlan,
            carers(haveNumbers: false),
            situation,
        ]
    }
}
