/// Makes persons of what a structural check finds sound, and hands each of them to the judge.
struct KostraRecorder: StructureReceiver {
    var judge: KostraJudge
    private let names = CompiledDelivery.kostraNames
    /// The open elements, from the root.
    private var open: [KostraName] = []
    private var person = KostraPerson()
    private var sender = KostraSender()
    private var findings: [KostraFinding] = []
    /// The element with an id that is open or was last.
    private var item = KostraItem.person

    /// How many elements the open person has inside.
    private var count = 0

    /// How many findings of one person, or one sender, are kept.
    private static let mostFindings = 100
    /// How many elements of one person are kept; far more than anybody's case has.
    private static let mostElements = 100_000

    init(judge: KostraJudge) {
        self.judge = judge
    }

    mutating func begin(_ element: Int, _ table: CompiledDelivery, line: UInt32, column: UInt32) {
        let name = names[Int(table.elements[element].name)]
        let place = KostraPlace(line: line, column: column)
        open.append(name)
        guard count < Self.mostElements else { return refuse(place) }
        count += 1
        switch name {
        case .sender:
            sender = KostraSender(place: place)
            findings.removeAll()
        case .person:
            person.begin(at: place)
            item = .person
            if !findings.isEmpty { findings.removeAll() }
        case .concern:
            item = .concern(person.concerns.count)
            person.concerns.append(KostraConcern(place: place))
        case .investigation:
            item = .investigation(person.investigations.count)
            person.concerns[person.concerns.count - 1].investigation = person.investigations.count
            person.investigations.append(KostraInvestigation(place: place))
        case .plan:
            item = .plan(person.plans.count)
            person.plans.append(KostraPlan(place: place))
        case .measure:
            item = .measure(person.measures.count)
            person.measures.append(KostraMeasure(place: place))
        case .relocation:
            item = .relocation(person.relocations.count)
            person.relocations.append(KostraRelocation(place: place))
        case .reporter: addCode(to: \.reporters)
        case .content: addCode(to: \.contents)
        case .decisionGround:
            person.codes.append(KostraCode())
            let last = person.investigations.count - 1
            person.investigations[last].grounds = grown(person.investigations[last].grounds)
        case .reference:
            let last = person.measures.count - 1
            let first = person.measures[last].references.isEmpty
            person.bases.append(KostraBasis())
            let count = person.bases.count
            person.measures[last].references =
                first ? (count - 1)..<count : person.measures[last].references.lowerBound..<count
        case .repeal: person.measures[person.measures.count - 1].repeal = KostraCode()
        default: break
        }
    }

    /// Takes nothing more of the person, whom no rule is run on then.
    private mutating func refuse(_ place: KostraPlace) {
        guard count == Self.mostElements else { return }
        count += 1
        found(
            StructureFinding(
                kind: .tooMany,
                element: KostraName.person.rawValue,
                line: Int(place.line),
                column: Int(place.column)
            )
        )
    }

    private mutating func addCode(to list: WritableKeyPath<KostraConcern, Range<Int>>) {
        person.codes.append(KostraCode())
        let last = person.concerns.count - 1
        person.concerns[last][keyPath: list] = grown(person.concerns[last][keyPath: list])
    }

    /// A list with the code that was added last.
    private func grown(_ list: Range<Int>) -> Range<Int> {
        let count = person.codes.count
        return list.isEmpty ? (count - 1)..<count : list.lowerBound..<count
    }

    mutating func attribute(_ name: UInt16, _ text: Span<UInt8>, _ range: Range<Int>) {
        guard count <= Self.mostElements else { return }
        let name = names[Int(name)]
        switch open.last {
        case .sender: sender.take(name, text, range)
        case .person: person.take(name, text, range)
        case .concern: person.takeConcern(name, text, range)
        case .investigation: person.takeInvestigation(name, text, range)
        case .plan: person.takePlan(name, text, range)
        case .measure: person.takeMeasure(name, text, range)
        case .relocation: person.takeRelocation(name, text, range)
        case .reporter, .content, .decisionGround:
            person.codes[person.codes.count - 1].code = PackedText(text, range)
        case .category: person.measures[person.measures.count - 1].category.code = PackedText(text, range)
        case .repeal: person.measures[person.measures.count - 1].repeal?.code = PackedText(text, range)
        case .basis:
            person.measures[person.measures.count - 1].basis.take(name, text, range)
        case .reference:
            person.bases[person.bases.count - 1].take(name, text, range)
        default: break
        }
    }

    mutating func text(_ text: Span<UInt8>) {
        guard open.count > 1, count <= Self.mostElements else { return }
        specify(.given, in: open[open.count - 2])
    }

    mutating func leftOut(_ name: UInt16) {
        guard let element = open.last, count <= Self.mostElements else { return }
        switch names[Int(name)] {
        case .specification: specify(.empty, in: element)
        case .districtNumber: person.hasDistrictNumber = true
        case .districtName: person.hasDistrictName = true
        case .birthNumber: person.birthNumber = .blank
        case .dufNumber: person.dufNumber = .blank
        default: break
        }
    }

    private mutating func specify(_ specification: KostraSpecification, in element: KostraName) {
        switch element {
        case .reporter, .content, .decisionGround:
            person.codes[person.codes.count - 1].specification = specification
        case .investigation:
            person.investigations[person.investigations.count - 1].conclusion.specification = specification
        case .category: person.measures[person.measures.count - 1].category.specification = specification
        case .repeal: person.measures[person.measures.count - 1].repeal?.specification = specification
        default: break
        }
    }

    mutating func found(_ finding: StructureFinding) {
        guard open.contains(where: { $0 == .person || $0 == .sender }) else { return judge.structure(finding) }
        guard findings.count < Self.mostFindings else { return }
        findings.append(KostraFinding(finding: finding, item: item))
    }

    mutating func end(_ element: Int, _ table: CompiledDelivery) {
        switch open.popLast() {
        case .person:
            judge.take(person, findings)
            count = 0
        case .sender: judge.take(sender, findings.map(\.finding))
        case .investigation where count <= Self.mostElements: item = .concern(person.concerns.count - 1)
        case .concern, .plan, .measure, .relocation: item = .person
        default: break
        }
    }
}

/// A breach of the structure within a person, and the thing with an id that it is in.
struct KostraFinding {
    var finding: StructureFinding
    var item: KostraItem
}

/// A thing of a person's that has an id, by its place in the list of its kind.
enum KostraItem {
    case person
    case concern(Int)
    case investigation(Int)
    case plan(Int)
    case measure(Int)
    case relocation(Int)
}
