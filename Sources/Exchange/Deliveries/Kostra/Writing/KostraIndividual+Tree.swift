import Casework
import Law

/// Between a person's values and the elements of a delivery; both ways lose nothing that the schema knows.
extension KostraIndividual {
    /// Reads an element that a structural check found sound.
    init(_ tree: DeliveryTree) {
        self.init(
            id: tree.required("Id"),
            start: tree.day("StartDato"),
            end: tree.optionalDay("SluttDato"),
            journal: tree.required("Journalnummer"),
            birthNumber: tree["Fodselsnummer"].map(StatedNumber.init),
            dufNumber: tree["DUFnummer"].map(StatedNumber.init),
            districtNumber: tree["Bydelsnummer"],
            districtName: tree["Bydelsnavn"],
            area: tree["Distriktsnummer"],
            caseworker: tree.required("Saksbehandler"),
            isClosed: tree["Avslutta3112"] == "1",
            concerns: tree.all("Melding").map { Concern($0) },
            plans: tree.all("Plan").map { Plan($0) },
            measures: tree.all("Tiltak").map { Measure($0) },
            relocations: tree.all("Flytting").map { Relocation($0) }
        )
    }

    var tree: DeliveryTree {
        var children = concerns.map(\.tree) + plans.map(\.tree)
        children += measures.map(\.tree) + relocations.map(\.tree)
        return DeliveryTree(
            "Individ",
            [
                ("Id", id), ("StartDato", "\(start)"), ("SluttDato", end?.description), ("Journalnummer", journal),
                ("Fodselsnummer", birthNumber?.digits), ("DUFnummer", dufNumber?.digits),
                ("Bydelsnummer", districtNumber), ("Bydelsnavn", districtName), ("Distriktsnummer", area),
                ("Saksbehandler", caseworker), ("Avslutta3112", isClosed ? "1" : "2"),
            ],
            children
        )
    }
}

extension KostraDelivery.Sender {
    /// Reads an element that a structural check found sound.
    init(_ tree: DeliveryTree) {
        let year = Array(tree.required("Versjon").utf8)
        self.init(
            organisation: tree.required("Organisasjonsnummer"),
            year: DeliveryDate.year(year.span, year.indices) ?? 0,
            municipality: tree.required("Kommunenummer"),
            municipalityName: tree.required("Kommunenavn")
        )
    }

    var tree: DeliveryTree {
        let digits = String(year.magnitude)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
        return DeliveryTree(
            "Avgiver",
            [
                ("Organisasjonsnummer", organisation), ("Versjon", "\(year < 0 ? "-" : "")\(zeros)\(digits)"),
                ("Kommunenummer", municipality), ("Kommunenavn", municipalityName),
            ]
        )
    }
}

extension KostraIndividual.Concern {
    fileprivate init(_ tree: DeliveryTree) {
        self.init(
            id: tree.required("Id"),
            start: tree.day("StartDato"),
            end: tree.optionalDay("SluttDato"),
            conclusion: tree["Konklusjon"],
            reporters: tree.all("Melder").map { StatedCode(kostra: $0) },
            contents: tree.all("Saksinnhold").map { StatedCode(kostra: $0) },
            investigation: tree.first("Undersokelse").map { KostraIndividual.Investigation($0) }
        )
    }

    fileprivate var tree: DeliveryTree {
        DeliveryTree(
            "Melding",
            [
                ("Id", id), ("StartDato", "\(start)"), ("SluttDato", end?.description), ("Konklusjon", conclusion),
            ],
            reporters.map { $0.kostraTree("Melder") } + contents.map { $0.kostraTree("Saksinnhold") }
                + (investigation.map { [$0.tree] } ?? [])
        )
    }
}

extension KostraIndividual.Investigation {
    fileprivate init(_ tree: DeliveryTree) {
        self.init(
            id: tree.required("Id"),
            start: tree.day("StartDato"),
            end: tree.optionalDay("SluttDato"),
            conclusion: tree["Konklusjon"],
            specification: tree.first("Presisering")?.text,
            grounds: tree.all("Vedtaksgrunnlag").map { StatedCode(kostra: $0) }
        )
    }

    fileprivate var tree: DeliveryTree {
        DeliveryTree(
            "Undersokelse",
            [
                ("Id", id), ("StartDato", "\(start)"), ("SluttDato", end?.description), ("Konklusjon", conclusion),
            ],
            (specification.map { [DeliveryTree("Presisering", text: $0)] } ?? [])
                + grounds.map { $0.kostraTree("Vedtaksgrunnlag") }
        )
    }
}

extension KostraIndividual.Plan {
    fileprivate init(_ tree: DeliveryTree) {
        self.init(
            id: tree.required("Id"),
            start: tree.day("StartDato"),
            end: tree.optionalDay("SluttDato"),
            evaluated: tree.optionalDay("EvaluertDato"),
            kind: tree.required("Plantype")
        )
    }

    fileprivate var tree: DeliveryTree {
        DeliveryTree(
            "Plan",
            [
                ("Id", id), ("StartDato", "\(start)"), ("SluttDato", end?.description),
                ("EvaluertDato", evaluated?.description), ("Plantype", kind),
            ]
        )
    }
}

extension KostraIndividual.Measure {
    fileprivate init(_ tree: DeliveryTree) {
        let none = DeliveryTree("")
        self.init(
            id: tree.required("Id"),
            start: tree.day("StartDato"),
            end: tree.optionalDay("SluttDato"),
            basis: KostraIndividual.Basis(tree.first("Lovhjemmel") ?? none),
            references: tree.all("JmfrLovhjemmel").map { KostraIndividual.Basis($0) },
            category: StatedCode(kostra: tree.first("Kategori") ?? none),
            grounds: tree.all("Tiltaksgrunnlag").map { StatedCode(kostra: $0) },
            repeal: tree.first("Opphevelse").map { StatedCode(kostra: $0) }
        )
    }

    fileprivate var tree: DeliveryTree {
        var children = [basis.tree("Lovhjemmel")] + references.map { $0.tree("JmfrLovhjemmel") }
        children.append(category.kostraTree("Kategori"))
        children += grounds.map { $0.kostraTree("Tiltaksgrunnlag") }
        if let repeal { children.append(repeal.kostraTree("Opphevelse")) }
        return DeliveryTree(
            "Tiltak",
            [("Id", id), ("StartDato", "\(start)"), ("SluttDato", end?.description)],
            children
        )
    }
}

extension KostraIndividual.Basis {
    fileprivate init(_ tree: DeliveryTree) {
        self.init(
            act: tree.required("Lov"),
            chapter: tree.required("Kapittel"),
            section: tree.required("Paragraf"),
            letter: tree["Bokstav"],
            subsection: tree["Ledd"],
            sentence: tree["Punktum"]
        )
    }

    fileprivate func tree(_ name: String) -> DeliveryTree {
        DeliveryTree(
            name,
            [
                ("Lov", act), ("Kapittel", chapter), ("Paragraf", section), ("Bokstav", letter), ("Ledd", subsection),
                ("Punktum", sentence),
            ]
        )
    }
}

extension KostraIndividual.Relocation {
    fileprivate init(_ tree: DeliveryTree) {
        self.init(
            id: tree.required("Id"),
            end: tree.day("SluttDato"),
            reason: tree.code("ArsakFra"),
            destination: tree.code("FlyttingTil")
        )
    }

    fileprivate var tree: DeliveryTree {
        DeliveryTree(
            "Flytting",
            [("Id", id), ("SluttDato", "\(end)")],
            [reason.node("ArsakFra"), destination.node("FlyttingTil")]
        )
    }
}

extension StatedCode {
    /// A code that is specified in an element; in relocations, and in the register, it is in an attribute.
    fileprivate init(kostra tree: DeliveryTree) {
        self.init(tree.required("Kode"), tree.first("Presisering")?.text)
    }

    fileprivate func kostraTree(_ name: String) -> DeliveryTree {
        DeliveryTree(
            name,
            [("Kode", code)],
            specification.map { [DeliveryTree("Presisering", text: $0)] } ?? []
        )
    }
}
