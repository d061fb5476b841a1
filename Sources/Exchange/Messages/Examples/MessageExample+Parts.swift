import Law

extension MessageExample {
    /// The child, who speaks Somali at home; the rest is what stands after the number in this type of message.
    func client(age: Int, rest: [MessageNode]) -> MessageNode {
        MessageNode(
            "Klient",
            [
                MessageNode("KommunalSaksId", text: "2026/0417"),
                MessageNode("Bosted", text: "Bor hos mor på en liten gård, annenhver helg hos far."),
                MessageNode(
                    "BehovForTolk",
                    [
                        MessageNode("Sprak", text: "so"),
                        MessageNode("BehovForTolkBeskrivelse", text: "Mor ønsker kvinnelig tolk i alle møter."),
                    ]
                ),
                MessageNode(
                    "Identifikator",
                    [
                        MessageNode("Fodselsnummer", text: personNumber(bornYearsAgo: age, serial: 600))
                    ]
                ),
            ] + rest
        )
    }

    func period(_ duration: String) -> MessageNode {
        MessageNode(
            "Bistandsperiode",
            [
                MessageNode("DatoFra", text: today.adding(days: 28).description),
                MessageNode("Varighet", text: duration),
            ]
        )
    }

    /// A decision that the municipality has made and the tribunal has no part in.
    func decision(section: String) -> MessageNode {
        MessageNode(
            "Vedtak",
            [
                MessageNode("FattetAv", text: "2"),
                MessageNode("Dato", text: today.adding(days: -9).description),
                MessageNode("Status", text: "1"),
                MessageNode("NemndsbehandlingStatus", text: "4"),
                MessageNode("Lovhjemmel", text: section),
            ]
        )
    }

    var siblings: MessageNode {
        MessageNode(
            "SoskenSamplassering",
            [
                MessageNode(
                    "Sosken",
                    [
                        MessageNode("SoskenRelasjon", text: "1"),
                        MessageNode("Fodselsnummer", text: personNumber(bornYearsAgo: 7, serial: 620)),
                    ]
                )
            ]
        )
    }

    var furtherAssistance: MessageNode {
        MessageNode("YtterligereBistand", [MessageNode("Familierad", text: "true")])
    }

    var measurePlan: MessageNode {
        MessageNode(
            "PlanForTiltaket",
            [
                MessageNode(
                    "Beskrivelse",
                    text: "Trygg hverdag med faste voksne, skolegang uten opphold og kontakt hjem."
                ),
                MessageNode("RammerOpphold", text: "Besøk av foreldrene hver uke, telefon når barnet selv ønsker det."),
            ]
        )
    }

    var planAfterwards: MessageNode {
        MessageNode(
            "PlanEtterOnsketTiltak",
            [
                MessageNode(
                    "Plan",
                    [
                        MessageNode("PlanType", text: "9"),
                        MessageNode("PlanType", text: "6"),
                        MessageNode("Annet", text: "Hjem til mor med støttekontakt"),
                    ]
                )
            ]
        )
    }

    var individualPlan: MessageNode {
        MessageNode(
            "IndividuellPlan",
            [
                MessageNode("Status", text: "1"),
                MessageNode("GyldigFra", text: today.adding(days: -90).description),
                MessageNode(
                    "Koordinator",
                    [
                        MessageNode(
                            "Kontaktperson",
                            [
                                MessageNode("Navn", text: "Eivind Rødseth"),
                                MessageNode("Telefon", text: "55 00 00 03"),
                                MessageNode("epost", text: "eivind.rodseth@eksempel.no"),
                            ]
                        ),
                        MessageNode("Instans", text: "Koordinerende enhet i kommunen"),
                    ]
                ),
            ]
        )
    }

    func dayOffer(_ kind: String) -> MessageNode {
        MessageNode(
            "Dagtilbud",
            [
                MessageNode("Type", text: kind),
                MessageNode("Beskrivelse", text: "Skolen er orientert og holder fast ved opplegget."),
            ]
        )
    }

    /// A mother who has the care and a stepfather who is dead.
    func carers(haveNumbers: Bool) -> MessageNode {
        func number(_ age: Int, _ serial: Int) -> [MessageNode] {
            haveNumbers ? [MessageNode("Fodselsnummer", text: personNumber(bornYearsAgo: age, serial: serial))] : []
        }
        return MessageNode(
            "ForeldreOgOmsorgspersoner",
            [
                MessageNode(
                    "Person",
                    [
                        MessageNode("Fornavn", text: "Hodan"),
                        MessageNode("Etternavn", text: "Eksempelsen"),
                        MessageNode("Relasjon", text: "1"),
                        MessageNode("Dod", text: "false"),
                        MessageNode("Omsorg", text: "2"),
                        MessageNode("KontaktFrekvens", text: "1"),
                        MessageNode("Foreldreansvar", text: "true"),
                    ] + number(37, 310)
                ),
                MessageNode(
                    "Person",
                    [
                        MessageNode("Fornavn", text: "Øystein"),
                        MessageNode("Relasjon", text: "9"),
                        MessageNode("RelasjonAnnet", text: "Stefar"),
                        MessageNode("Dod", text: "true"),
                    ] + number(41, 330)
                ),
            ]
        )
    }

    func participation(hasContact: Bool) -> MessageNode {
        MessageNode(
            "MedvirkningOgInvolvering",
            [
                MessageNode(
                    "BarnetsMedvirkning",
                    [
                        MessageNode(
                            "RammerForGjennomforing",
                            text: "To samtaler på skolen med en voksen som barnet valgte."
                        ),
                        MessageNode(
                            "BarnetsSynspunkter",
                            text: "Ønsker ro hjemme, vil gå på samme skole og se søsteren ofte."
                        ),
                        MessageNode(
                            "VektingAvBarnetsSysnpunkt",
                            text: "Ønsket om samme skole har vært avgjørende for valget."
                        ),
                    ]
                ),
                MessageNode(
                    "ForeldreInvolvering",
                    [
                        MessageNode(
                            "ForeldrenesMedvirkning",
                            text: "Mor har vært med i alle møter og er enig i tiltaket."
                        )
                    ]
                        + (hasContact
                            ? [
                                MessageNode(
                                    "SamvaerOgKontakt",
                                    text: "Hver onsdag og annenhver helg, etter barnets ønske."
                                )
                            ]
                            : [])
                ),
            ]
        )
    }

    var totalNeed: MessageNode {
        MessageNode(
            "BistandSamletBehov",
            text:
                "Barnet trenger voksne som tåler uro og holder på rutinene.\nSøvn og skole er viktigst det første halvåret."
        )
    }

    /// Eleven areas, of which one is left open with a reason, and three dimensions.
    var situation: MessageNode {
        let areas = ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3"].map { area in
            MessageNode(
                "OmradeBeskrivelse",
                [
                    MessageNode("Omrade", text: area),
                    area == "3.2"
                        ? MessageNode("BegrunnelseForIkkeAngitt", text: "Økonomien er ikke tatt opp med familien ennå.")
                        : MessageNode("Beskrivelse", text: "Se undersøkelsen; ingen nye opplysninger etter den."),
                ]
            )
        }
        let dimensions = ["1", "2", "3"].map { dimension in
            MessageNode(
                "DimensjonVurdering",
                [
                    MessageNode("Dimensjon", text: dimension),
                    MessageNode("Vurdering", text: "Noe uro, men god bedring når hverdagen er forutsigbar."),
                ]
            )
        }
        return MessageNode("BarnetsBehovOgSituasjon", [totalNeed] + areas + dimensions)
    }
}
