import Exchange
import Law
import TestSupport

/// Draws messages that keep every rule which a message of the type can keep.
///
/// The table says what may stand where; both senses of a condition decide what does.
struct MessageDrawing {
    var generator: SeededGenerator
    let type: MessageType
    /// The day of sending, in the two years before the day of the check.
    let sentOn: CalendarDay
    /// A number without check digits, which twins can share.
    var incompleteNumber: String?
    /// Values that no other element of the message may have.
    var taken: Set<String> = []

    /// The day of the check.
    static let today = CalendarDay(clamping: 2026, 11, 22)

    static func message(of type: MessageType, seed: UInt64) -> Message {
        var drawing = MessageDrawing(type: type, seed: seed)
        return Message(type: type, root: drawing.node(type.specification.root, inside: ""))
    }

    init(type: MessageType, seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        self.type = type
        sentOn = Self.today.adding(days: -Int.random(in: 0...700, using: &generator))
    }

    /// One element with everything inside.
    ///
    /// - Parameters:
    ///   - rule: Its row of the table.
    ///   - parent: The name of the element around it, which tells what a text is about.
    ///   - isAskedFor: Whether an empty text will not do.
    ///   - value: The text, where it must be this one.
    /// - Returns: The element.
    mutating func node(
        _ rule: ElementRule,
        inside parent: String,
        isAskedFor: Bool = false,
        value: (name: String, text: String)? = nil
    ) -> MessageNode {
        if let value, value.name == rule.name { return MessageNode(rule.name, text: value.text) }
        guard let simple = rule.simpleType else {
            return MessageNode(rule.name, nodes(of: rule, value: value))
        }
        return MessageNode(rule.name, text: text(simple, rule.name, inside: parent, isAskedFor: isAskedFor))
    }

    /// The elements inside one, those that decide about others first, in the end in the order of the table.
    private mutating func nodes(of parent: ElementRule, value: (name: String, text: String)?) -> [MessageNode] {
        let names = Set(parent.particles.flatMap { $0.alternatives.map(\.name) })
        var drawn: [Int: [MessageNode]] = [:]
        while drawn.count < parent.particles.count {
            let decided = Array(drawn.values.joined())
            let decidedNames = Set(drawn.keys.flatMap { parent.particles[$0].alternatives.map(\.name) })
            for (place, particle) in parent.particles.enumerated() where drawn[place] == nil {
                let control = particle.alternatives[0].condition?.control[0]
                guard control.map({ !names.contains($0) || decidedNames.contains($0) }) ?? true else { continue }
                drawn[place] = nodes(of: particle, parent, beside: decided, value)
            }
        }
        return drawn.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    private mutating func nodes(
        of particle: Particle,
        _ parent: ElementRule,
        beside neighbours: [MessageNode],
        _ value: (name: String, text: String)?
    ) -> [MessageNode] {
        guard case .element(let rule) = particle else {
            return [node(pick(particle.alternatives), inside: parent.name, value: value)]
        }
        if let condition = rule.condition {
            let isAskedFor = condition.asks(for: rule, beside: neighbours, inside: parent)
            guard isAskedFor || rule.occurs.min > 0 else { return [] }
            return [node(rule, inside: parent.name, isAskedFor: isAskedFor)]
        }
        let values = uniqueValues(of: rule)
        return (0..<(values?.count ?? count(of: rule))).map { place in
            node(rule, inside: parent.name, value: values.map { $0[place] } ?? value)
        }
    }

    /// How often an element stands.
    private mutating func count(of rule: ElementRule) -> Int {
        switch rule.name {
        case "OppfolgingAvMelding" where !type.mayStart: return 1
        case "OppfolgingAvMelding" where type.allowedRelations.isEmpty: return 0
        default: break
        }
        let most = rule.occurs.max == .max ? pick([1, 2, 2, 3, 12]) : rule.occurs.max
        return Int.random(in: rule.occurs.min...most, using: &generator)
    }

    /// The values of a repeated element that has to have different codes; nothing for any other element.
    ///
    /// Bufdir's rule looks at the first plan type only and asks for one, so there is one and `9` stands first.
    private mutating func uniqueValues(of rule: ElementRule) -> [(name: String, text: String)]? {
        guard let unique = rule.unique else { return nil }
        let holder = unique == "." ? rule : rule.particles.flatMap(\.alternatives).first { $0.name == unique }
        guard let holder, let codes = holder.simpleType?.codes, !codes.isEmpty else { return nil }
        var values = codes.shuffled(using: &generator)
        if rule.occurs.max == .max {
            values = Array(values.prefix(Int.random(in: 1...codes.count, using: &generator)))
            if let other = values.firstIndex(of: "9") { values.swapAt(0, other) }
        } else if rule.occurs.min > codes.count {
            values += (codes.count..<rule.occurs.min).map { _ in pick(codes) }
        }
        return values.map { (holder.name, $0) }
    }

    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &generator)]
    }

    mutating func chance(_ one: Int, in all: Int) -> Bool {
        Int.random(in: 0..<all, using: &generator) < one
    }
}

extension EnableCondition {
    /// Whether the element must stand, in the sense that is meant or in the one that Bufdir's rule computes.
    fileprivate func asks(for rule: ElementRule, beside neighbours: [MessageNode], inside parent: ElementRule) -> Bool {
        if control == [parent.name] || isMeant(beside: neighbours) { return true }
        let literal = neighbours.first { $0.name == literalName }?.controlText ?? ""
        return rule.simpleType != nil && isMetLiterally(by: literal)
    }

    /// Whether the condition is met as it is meant.
    func isMeant(beside neighbours: [MessageNode]) -> Bool {
        var holders = neighbours.filter { $0.name == control[0] }
        for name in control.dropFirst() { holders = holders.flatMap { $0.children.filter { $0.name == name } } }
        let found = Set(holders.map(\.controlText)).subtracting([""])
        let isMatch = values.isEmpty ? found.isEmpty : !found.isDisjoint(with: values)
        return isMatch != isInverted
    }

    /// The text of the condition before the sign, which the literal sense takes for a name.
    var literalName: String { control.joined(separator: ".") }
}

extension MessageNode {
    /// The text as conditions compare it.
    var controlText: String {
        switch text {
        case "true": "1"
        case "false": "0"
        case let other: other ?? ""
        }
    }
}
