internal import Law

extension MessageExample {
    var stay: [MessageNode] {
        [
            MessageNode("Hendelse", text: "3"),
            MessageNode("Dato", text: today.description),
            place("FH-0051", "Fosterhjem 51"),
            MessageNode("Planlagt", text: "false"),
            MessageNode("Begrunnelse", text: "Fosterfar er blitt alvorlig syk."),
            actor("MeldtAv", "Sigrun Høyem", "Inntaksleder"),
        ]
    }

    var breachStatement: [MessageNode] {
        [
            MessageNode("Konklusjon", text: "1"),
            MessageNode("FraDato", text: today.adding(days: -9).description),
            MessageNode("TilOgMed", text: today.adding(days: -1).description),
            MessageNode("Bruddtype", text: "1"),
            MessageNode("Arsak", text: "3"),
            MessageNode("Begrunnelse", text: "Ingen av hjemmene som er spurt, kan ta imot to søsken."),
            MessageNode("MidlertidigLosning", text: "Barnet bor hos en tante, med besøk hver dag."),
            MessageNode("BarnetsSituasjon", text: "Barnet er trygt, men savner skolen sin."),
            actor("BesluttetAv", "Sigrun Høyem", "Regiondirektør"),
        ]
    }

    var delay: [MessageNode] {
        [
            MessageNode("LiggerHos", text: "3"),
            MessageNode("FraDato", text: today.adding(days: -20).description),
            MessageNode("TilOgMed", text: today.adding(days: -6).description),
            MessageNode("Begrunnelse", text: "Møtet i nemnda ble utsatt i to uker."),
            actor("MeldtAv", "Sigrun Høyem", "Inntaksleder"),
        ]
    }

    var fosterHomeStep: [MessageNode] {
        [
            MessageNode("Steg", text: "3"),
            MessageNode("Dato", text: today.description),
            MessageNode(
                "Horing",
                [
                    MessageNode("BarnetHort", text: "true"),
                    MessageNode("BarnetsSynspunkt", text: "Vil gjerne bo på gården, men beholde klassen sin."),
                ]
            ),
            actor("MeldtAv", "Ingunn Moldestad", "Kontaktperson"),
        ]
    }

    var adviceRequest: [MessageNode] {
        [
            MessageNode("Sporsmal", text: "Hvordan kan vi forberede barnet på samvær etter et langt opphold?"),
            MessageNode("SvarInnen", text: today.adding(days: 14).description),
            actor("MeldtAv", "Ingunn Moldestad", "Kontaktperson"),
        ]
    }

    var adviceAnswer: [MessageNode] {
        [
            MessageNode(
                "Svar",
                text: "Begynn med korte møter på et sted barnet kjenner, og la en voksen barnet velger, være med."
            ),
            actor("BesvartAv", "Sigrun Høyem", "Psykologspesialist"),
        ]
    }

    var cooperation: [MessageNode] {
        [
            MessageNode("Slag", text: "1"),
            MessageNode("Kategori", text: "3"),
            MessageNode("TapteMinutter", text: "90"),
            MessageNode("Sted", text: "Inntaksmøtet"),
            MessageNode("Hendelsesforlop", text: "Opplysninger som sto i henvisningen, måtte skrives en gang til."),
            MessageNode("SvarInnen", text: today.adding(days: 10).description),
            actor("MeldtAv", "Ingunn Moldestad", "Kontaktperson"),
        ]
    }

    var privateSolution: [MessageNode] {
        [
            MessageNode("FraDato", text: today.adding(days: -4).description),
            MessageNode("MidlertidigLosning", text: "Barnet bor hos familien til en venn."),
            actor("MeldtAv", "Ingunn Moldestad", "Barnevernsleder"),
        ]
    }

    var serviceDecline: [MessageNode] {
        [
            MessageNode("Tiltakstype", text: "8"),
            MessageNode("Begrunnelse", text: "Tiltaket finnes ikke i regionen før neste år."),
            actor("BesluttetAv", "Sigrun Høyem", "Inntaksleder"),
        ]
    }
}

extension ExtensionType {
    /// Who sends the example; several types either side may send.
    var exampleIsFromState: Bool {
        switch self {
        case .offerAnswer, .acuteRequest, .fosterHomeStep, .adviceRequest, .cooperation, .privateSolution: false
        case .offer, .holdRequest, .holdAnswer, .acuteAnswer, .stay, .breachStatement, .delay, .adviceAnswer,
            .serviceDecline:
            true
        }
    }
}
