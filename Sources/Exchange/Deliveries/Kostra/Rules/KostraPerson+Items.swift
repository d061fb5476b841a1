extension KostraPerson {
    /// The `Id` of a thing of this person's.
    func id(of item: KostraItem) -> KostraText {
        switch item {
        case .person: id
        case .concern(let place): concerns[place].id
        case .investigation(let place): investigations[place].id
        case .plan(let place): plans[place].id
        case .measure(let place): measures[place].id
        case .relocation(let place): relocations[place].id
        }
    }

    /// Where a thing of this person's stands.
    func place(of item: KostraItem) -> KostraPlace {
        switch item {
        case .person: place
        case .concern(let place): concerns[place].place
        case .investigation(let place): investigations[place].place
        case .plan(let place): plans[place].place
        case .measure(let place): measures[place].place
        case .relocation(let place): relocations[place].place
        }
    }

    /// What words about a thing of this person's can tell.
    func facts(of item: KostraItem) -> DeliveryFacts {
        var facts = DeliveryFacts()
        facts.caseStart = start
        facts.caseEnd = end
        switch item {
        case .person:
            facts.thing = KostraName.person.rawValue
            (facts.start, facts.end) = (start, end)
        case .concern(let place):
            facts.thing = KostraName.concern.rawValue
            (facts.start, facts.end) = (concerns[place].start, concerns[place].end)
            facts.found = concerns[place].conclusion.text
        case .investigation(let place):
            facts.thing = KostraName.investigation.rawValue
            (facts.start, facts.end) = (investigations[place].start, investigations[place].end)
            facts.found = investigations[place].conclusion.code.text
        case .plan(let place):
            facts.thing = KostraName.plan.rawValue
            (facts.start, facts.end) = (plans[place].start, plans[place].end)
        case .measure(let place):
            facts.thing = KostraName.measure.rawValue
            (facts.start, facts.end) = (measures[place].start, measures[place].end)
            facts.found = measures[place].category.code.text
        case .relocation(let place):
            facts.thing = KostraName.relocation.rawValue
            facts.end = relocations[place].end
        }
        return facts
    }
}

extension DeliveryEntry {
    /// A breach of the structure.
    init(_ finding: StructureFinding) {
        self.init(rule: KostraRules.structure.id, severity: KostraRules.structure.severity)
        line = finding.line
        column = finding.column
        facts.element = finding.element
        switch finding.kind {
        case .unknownRoot: facts.words = "XSD.unknownRoot"
        case .unexpectedElement: facts.words = "XSD.unexpectedElement"
        case .missingElement(let name):
            facts.words = "XSD.missingElement"
            facts.attribute = name
        case .unexpectedAttribute: facts.words = "XSD.unexpectedAttribute"
        case .missingAttribute(let name):
            facts.words = "XSD.missingAttribute"
            facts.attribute = name
        case .value(let fault, let attribute):
            facts.words = "XSD.\(fault)"
            facts.attribute = attribute ?? ""
        case .text: facts.words = "XSD.text"
        case .repeatedID: facts.words = "XSD.repeatedID"
        case .nilled: facts.words = "XSD.nilled"
        case .otherType: facts.words = "XSD.otherType"
        case .tooMany: facts.words = "XSD.tooMany"
        }
    }

    /// A breach of the structure within a person.
    init(_ finding: KostraFinding, in person: KostraPerson) {
        self.init(finding.finding)
        individID = person.text(person.id)
        journal = person.text(person.journal)
        contextID = person.text(person.id(of: finding.item))
    }
}
