package import Law

extension MessageExample {
    /// Makes one of our own messages, valid by its table and by the order of its times.
    ///
    /// - Parameters:
    ///   - type: The type.
    ///   - id: The id of the message; the earlier message that an answer names has an id made from it.
    ///   - sentAt: When it is sent; all times inside stand around this one.
    /// - Returns: The message, in canonical order.
    package static func message(of type: ExtensionType, id: RecordID, sentAt: Instant) -> ExtensionMessage {
        let example = MessageExample(definition: type, id: id, sentAt: sentAt)
        let header = example.header(isFromState: type.exampleIsFromState)
        return ExtensionMessage(
            type: type,
            root: MessageNode(type.rootName, [header.node] + example.body(of: type))
        )
    }

    private func body(of type: ExtensionType) -> [MessageNode] {
        switch type {
        case .offer: offer
        case .offerAnswer: offerAnswer
        case .holdRequest: holdRequest
        case .holdAnswer: holdAnswer
        case .acuteRequest: acuteRequest
        case .acuteAnswer: acuteAnswer
        case .stay: stay
        case .breachStatement: breachStatement
        case .delay: delay
        case .fosterHomeStep: fosterHomeStep
        case .adviceRequest: adviceRequest
        case .adviceAnswer: adviceAnswer
        case .cooperation: cooperation
        case .privateSolution: privateSolution
        case .serviceDecline: serviceDecline
        }
    }

    private var offer: [MessageNode] {
        [
            MessageNode("Tiltakstype", text: "1"),
            MessageNode("Bistandsgrunnlag", text: "1"),
            place("FH-0042", "Fosterhjem 42"),
            MessageNode("TilgjengeligFra", text: today.adding(days: 14).description),
            MessageNode("Midlertidig", text: "false"),
            MessageNode(
                "Samsvar",
                [
                    MessageNode("ISamsvarMedAnmodning", text: "false"),
                    MessageNode("Avvik", text: "Hjemmet kan ta imot barnet to uker senere enn ønsket."),
                    MessageNode("AvvikerFraNemndasKrav", text: "false"),
                ]
            ),
            justifiability,
            MessageNode("Vilkar", text: "Kommunen og fosterhjemmet blir enige om samvær før innflytting."),
            MessageNode("Svarfrist", text: time(hours: 7 * 24)),
            actor("BesluttetAv", "Sigrun Høyem", "Inntaksleder"),
            MessageNode("BesluttetNiva", text: "2"),
            MessageNode(
                "Fagteam",
                [
                    MessageNode("Rad", text: "Fagteamet rådet til et hjem i barnets egen kommune."),
                    MessageNode("Fulgt", text: "false"),
                    MessageNode("Begrunnelse", text: "Ingen hjem i kommunen kan ta imot barnet før sommeren."),
                ]
            ),
        ]
    }

    private var offerAnswer: [MessageNode] {
        [
            MessageNode("Utfall", text: "2"),
            MessageNode("Avslagsgrunn", text: "9"),
            MessageNode("AvslagsgrunnAnnet", text: "En tante har sagt ja til å være fosterhjem."),
            MessageNode("Begrunnelse", text: "Barnet kjenner henne godt, og hun bor nær skolen."),
            MessageNode(
                "Horing",
                [
                    MessageNode("BarnetHort", text: "true"),
                    MessageNode("BarnetsSynspunkt", text: "Vil heller bo hos tante."),
                ]
            ),
            actor("BesvartAv", "Ingunn Moldestad", "Barnevernsleder"),
        ]
    }

    private var holdRequest: [MessageNode] {
        [
            MessageNode("PlassId", text: "INST-7-2"),
            MessageNode("Tiltakstype", text: "3"),
            MessageNode("AntallBarn", text: "2"),
            MessageNode("FraDato", text: today.adding(days: 7).description),
            MessageNode("Hastegrad", text: "1"),
            MessageNode("OnsketHoldtTil", text: time(hours: 48)),
            actor("BestiltAv", "Sigrun Høyem", "Inntaksleder"),
        ]
    }

    private var holdAnswer: [MessageNode] {
        [
            MessageNode("Utfall", text: "1"),
            MessageNode("HoldtTil", text: time(hours: 24)),
            actor("BesvartAv", "Jostein Lid", "Avdelingsleder"),
        ]
    }

    private var acuteRequest: [MessageNode] {
        [
            MessageNode("AnmodetTidspunkt", text: time(hours: -1)),
            MessageNode("MuntligTidspunkt", text: time(hours: -2)),
            MessageNode(
                "Klient",
                [
                    MessageNode("Identifikator", [MessageNode("UkjentIdentitet", text: "Gutt, rundt seks år")]),
                    MessageNode("SperretAdresse", text: "true"),
                    MessageNode("Tolkesprak", text: "Tigrinja"),
                    sibling(bornYearsAgo: 9, serial: 610),
                    sibling(bornYearsAgo: 12, serial: 620),
                ]
            ),
            MessageNode(
                "Vedtak",
                [
                    MessageNode("Lovhjemmel", text: "4-2"),
                    MessageNode("FattetAv", text: "2"),
                    MessageNode("Tidspunkt", text: time(hours: -2)),
                    MessageNode("Skriftlig", text: "false"),
                    MessageNode("SkriftligInnen", text: time(hours: 12)),
                ]
            ),
            MessageNode("Tiltakstype", text: "1"),
            MessageNode("TrengsInnen", text: time(hours: 3)),
            MessageNode("Kommunenummer", text: "4621"),
            MessageNode("Situasjon", text: "Tre søsken må flyttes straks; politiet er på stedet."),
            MessageNode("SaerligeHensyn", text: "Den yngste har astma og bruker medisin hver kveld."),
            actor("BestiltAv", "Pål Åsheim", "Barnevernsvakt"),
        ]
    }

    private var acuteAnswer: [MessageNode] {
        [
            MessageNode("Status", text: "3"),
            place("BH-0007", "Beredskapshjem 7"),
            MessageNode("KlarTidspunkt", text: time(hours: -1)),
            MessageNode("PlanlagtSlutt", text: today.adding(days: 42).description),
            MessageNode("Samsvar", [MessageNode("ISamsvarMedAnmodning", text: "true")]),
            justifiability,
            actor("BesvartAv", "Sigrun Høyem", "Inntaksvakt"),
        ]
    }
}

extension MessageExample {
    func place(_ id: String, _ name: String) -> MessageNode {
        MessageNode(
            "Plass",
            [
                MessageNode("PlassId", text: id),
                MessageNode("Navn", text: name),
                MessageNode("Eierform", text: "1"),
                MessageNode("Kommunenummer", text: "4601"),
                MessageNode("IEgenRegion", text: "true"),
            ]
        )
    }

    private var justifiability: MessageNode {
        MessageNode(
            "Forsvarlighetsvurdering",
            [
                MessageNode("Vurdering", text: "Hjemmet har erfaring med søsken og ligger nær skolen."),
                MessageNode("BarnetHort", text: "false"),
                MessageNode("BegrunnelseIkkeHort", text: "Barnet snakker med sin faste kontakt i morgen."),
            ]
        )
    }

    private func sibling(bornYearsAgo years: Int, serial: Int) -> MessageNode {
        MessageNode(
            "Sosken",
            [
                MessageNode("Fodselsnummer", text: personNumber(bornYearsAgo: years, serial: serial)),
                MessageNode("Samplassering", text: "true"),
            ]
        )
    }

    func actor(_ name: String, _ person: String, _ role: String) -> MessageNode {
        MessageNode(
            name,
            [
                MessageNode("Navn", text: person),
                MessageNode("Rolle", text: role),
                MessageNode("Tidspunkt", text: time(hours: 0)),
            ]
        )
    }

    /// A time so many hours after the message is sent.
    func time(hours: Int) -> String { sentAt.adding(seconds: hours * 3600).description }
}
