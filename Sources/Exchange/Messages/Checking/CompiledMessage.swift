/// The table of one message made flat, with the names of a vocabulary as integers.
///
/// Every element of the table has a place of its own, even where two elements share a structure: a place is enough to
/// know type, condition and meaning. Place 0 is the root; places ascend in document order.
struct CompiledMessage: Sendable {
    /// One element of the table.
    struct Rule: Sendable {
        let name: XmlNameID
        /// The prefix that we write, as a place in ``prefixes``.
        let prefix: Int
        /// The rule around this one; -1 for the root.
        let parent: Int
        let min: Int
        /// Index in ``types``; -1 where elements stand inside.
        let type: Int
        /// The steps of the content in ``steps``.
        var steps: Range<Int>
        /// The conditions on elements inside, in ``conditions``.
        var conditions: Range<Int>
        let isConditional: Bool
        /// The rule inside whose text no two neighbours may share; -1 where there is none, the rule itself for `.`.
        var unique: Int
        let meaning: RuleMeaning
    }

    /// One step of a sequence.
    struct Step: Sendable {
        /// The rules that may stand here, in ``choices``; several only of a choice.
        let choices: Range<Int>
        let min: Int
        let max: Int
    }

    let specification: MessageSpecification
    /// The type, where the message is one of Bufdir's.
    let type: MessageType?
    /// The type, whoever made it; nothing where the table is nobody's.
    let definition: (any MessageDefinition)?
    private(set) var rules: [Rule] = []
    private(set) var steps: [Step] = []
    private(set) var choices: [Int] = []
    /// The prefixes that the writer uses.
    let prefixes: [String]
    private(set) var types: [CompiledType] = []
    private(set) var simpleTypes: [SimpleType] = []
    private(set) var codes: [UInt64] = []
    var conditions: [CompiledCondition] = []
    /// The conditions as the table has them, by place in ``conditions``.
    var enables: [EnableCondition] = []
    /// The rules on the way to a condition's control.
    var controls: [Int] = []
    /// The rule as the table has it, by place.
    private(set) var sources: [ElementRule] = []
    /// What an `xsi:type` may name beside an element's own type, by place: the one type of the definitions that is
    /// derived by extension from a type that messages use.
    private(set) var substitutes: [Int: (name: XmlName, steps: Range<Int>)] = [:]

    init(_ specification: MessageSpecification, vocabulary: XmlVocabulary) {
        self.specification = specification
        let root = specification.root
        type = MessageType(rootName: root.name, namespace: root.namespace.uri)
        definition = type ?? ExtensionType(rootName: root.name, namespace: root.namespace.uri)
        prefixes = specification.namespaces.map(\.prefix)
        _ = add(specification.root, parent: -1, vocabulary)
    }

    private mutating func add(
        _ rule: ElementRule,
        parent: Int,
        _ vocabulary: XmlVocabulary
    ) -> Int {
        let place = rules.count
        let name = XmlName(namespace: rule.namespace.uri, localName: rule.name)
        var type = -1
        if let simple = rule.simpleType {
            type = simpleTypes.firstIndex(of: simple) ?? simpleTypes.count
            if type == types.count {
                types.append(CompiledType(simple, source: type, codes: &codes))
                simpleTypes.append(simple)
            }
        }
        rules.append(
            Rule(
                name: vocabulary.id(of: name) ?? XmlNameID(index: .max),
                prefix: prefixes.firstIndex(of: rule.namespace.prefix) ?? -1,
                parent: parent,
                min: rule.occurs.min,
                type: type,
                steps: 0..<0,
                conditions: 0..<0,
                isConditional: rule.condition != nil,
                unique: -1,
                meaning: RuleMeaning(of: rule, inside: parent < 0 ? "" : sources[parent].name)
            )
        )
        sources.append(rule)
        rules[place].steps = addSteps(rule.particles, parent: place, vocabulary)
        rules[place].conditions = addConditions(of: place)
        if let unique = rule.unique {
            rules[place].unique = unique == "." ? place : child(named: unique, of: place) ?? -1
        }
        if case .complex(let complex) = rule.content, complex.name == "OmsorgspersonType" {
            let own = rules[place].steps
            let addition = addSteps([ReferralPeople.numberOfCarer], parent: place, vocabulary)
            let start = steps.count
            steps += Array(steps[own]) + Array(steps[addition])
            substitutes[place] = (
                XmlName(namespace: rule.namespace.uri, localName: "OmsorgspersonMedFnrType"),
                start..<steps.count
            )
        }
        return place
    }

    private mutating func addSteps(
        _ particles: [Particle],
        parent: Int,
        _ vocabulary: XmlVocabulary
    ) -> Range<Int> {
        var added: [Step] = []
        for particle in particles {
            let occurs: Occurrence
            switch particle {
            case .element(let rule): occurs = rule.occurs
            case .choice: occurs = .one
            }
            let places = particle.alternatives.map { add($0, parent: parent, vocabulary) }
            let start = choices.count
            choices += places
            added.append(Step(choices: start..<choices.count, min: occurs.min, max: occurs.max))
        }
        let start = steps.count
        steps += added
        return start..<steps.count
    }

    /// The rules directly inside one.
    func children(of place: Int) -> [Int] {
        steps[rules[place].steps].flatMap { choices[$0.choices] }
    }

    /// The rule with a local name directly inside one.
    func child(named name: String, of place: Int) -> Int? {
        children(of: place).first { sources[$0].name == name }
    }

    /// The rule of a step that an element's name fits; -1 where none does.
    @inline(__always)
    func match(_ step: Step, _ name: XmlNameID) -> Int {
        for choice in step.choices where rules[choices[choice]].name == name { return choices[choice] }
        return -1
    }

    /// The alternatives of a step by their names, `|` between.
    func names(of step: Step) -> String {
        choices[step.choices].map { sources[$0].name }.joined(separator: "|")
    }
}
