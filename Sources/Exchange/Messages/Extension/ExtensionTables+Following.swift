/// What is told while a referral is being met, and after.
extension ExtensionTables {
    static let stay = specification(.stay) { own in
        [
            own.one("Hendelse", .codes("RettidOppholdshendelseType", ["1", "2", "3", "4"])),
            own.one("Dato", .date),
            own.optional("PlanlagtSlutt", .date),
            own.optional("ForlengetTil", .date, enable: "Hendelse=2"),
            own.optional("Plass", Shared.place, enable: "Hendelse=3"),
            own.optional("Planlagt", .boolean, enable: "Hendelse=3,4"),
            own.optional(
                "Avslutningsgrunn",
                .codes("RettidAvslutningsgrunnType", ["1", "2", "3", "4", "5", "6", "9"]),
                enable: "Hendelse=4"
            ),
            own.optional("Begrunnelse", .requiredProse, enable: "Hendelse=2,3,4"),
            own.one("MeldtAv", Shared.actor),
        ]
    }

    static let breachStatement = specification(.breachStatement) { own in
        [
            own.one("Konklusjon", .codes("RettidBruddkonklusjonType", ["1", "2"])),
            own.one("FraDato", .date),
            own.optional("TilOgMed", .date),
            own.one("Bruddtype", .codes("RettidBruddtypeType", ["1", "2", "3"])),
            own.one("Arsak", .codes("RettidBruddarsakType", ["1", "2", "3", "4", "5", "9"])),
            own.one("Begrunnelse", .requiredProse),
            own.optional("MidlertidigLosning", .requiredProse, enable: "Konklusjon=1"),
            own.optional("BarnetsSituasjon", .requiredProse, enable: "Konklusjon=1"),
            own.one("BesluttetAv", Shared.actor),
        ]
    }

    static let delay = specification(.delay) { own in
        [
            own.one("LiggerHos", .codes("RettidForsinkelsespartType", ["1", "2", "3"])),
            own.one("FraDato", .date),
            own.optional("TilOgMed", .date),
            own.one("Begrunnelse", .requiredProse),
            own.one("MeldtAv", Shared.actor),
        ]
    }

    /// Which home is proposed stands in an offer.
    static let fosterHomeStep = specification(.fosterHomeStep) { own in
        [
            own.one("Steg", .codes("RettidFosterhjemsstegType", ["1", "2", "3", "4", "5"])),
            own.one("Dato", .date),
            own.optional("INettverk", .boolean, enable: "Steg=1,2"),
            own.optional("Horing", Shared.hearing, enable: "Steg=3"),
            own.optional("Begrunnelse", .requiredProse),
            own.one("MeldtAv", Shared.actor),
        ]
    }

    static let adviceRequest = specification(.adviceRequest) { own in
        [
            own.one("Sporsmal", .requiredProse),
            own.one("SvarInnen", .date),
            own.one("MeldtAv", Shared.actor),
        ]
    }

    static let adviceAnswer = specification(.adviceAnswer) { own in
        [
            own.one("Svar", .requiredProse),
            own.one("BesvartAv", Shared.actor),
        ]
    }

    static let cooperation = specification(.cooperation) { own in
        [
            own.one("Slag", .codes("RettidSamhandlingsslagType", ["1", "2", "3"])),
            own.optional(
                "Kategori",
                .codes("RettidSamhandlingskategoriType", ["1", "2", "3", "4", "5", "6", "7", "9"]),
                enable: "Slag=1"
            ),
            own.optional("TapteMinutter", .integer, enable: "Slag=1"),
            own.optional("Sted", .requiredLine),
            own.optional("Hendelsesforlop", .requiredProse, enable: "Slag=1"),
            own.optional("SvarInnen", .date, enable: "Slag=1"),
            own.optional("Svar", .requiredProse, enable: "Slag=2"),
            own.optional("Oppgave", .codes("RettidFellesoppgaveType", ["1", "2", "3", "4"]), enable: "Slag=3"),
            own.one("MeldtAv", Shared.actor),
        ]
    }

    static let privateSolution = specification(.privateSolution) { own in
        [
            own.one("FraDato", .date),
            own.optional("TilOgMed", .date),
            own.one("MidlertidigLosning", .requiredProse),
            own.one("MeldtAv", Shared.actor),
        ]
    }

    /// Foster home and institution are not among what can be declined: those the state is obliged to.
    ///
    /// Source: Barnevernsloven § 16-3 second and fourth paragraphs.
    static let serviceDecline = specification(.serviceDecline) { own in
        [
            own.one("Tiltakstype", .codes("HenvisningForespurtBistandType", (5...11).map(String.init))),
            own.one("Begrunnelse", .requiredProse),
            own.one("BesluttetAv", Shared.actor),
        ]
    }
}
