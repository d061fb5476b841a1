import Exchange
import Law
import TestSupport

/// Makes one-element mutants of valid documents.
struct Mutator {
    var drawing: MessageDrawing

    /// Changes one element, drawn by chance.
    ///
    /// - Returns: The mutant and the place of the change; nothing where the document has no element to change so.
    mutating func mutant(
        of document: MarkupNode,
        _ specification: MessageSpecification,
        by mutation: Mutation
    ) -> (document: MarkupNode, site: Site)? {
        for site in Site.all(in: document, specification.root).shuffled(using: &drawing.generator) {
            var mutant = document
            if site.path.isEmpty ? change(&mutant, site, by: mutation) : changeInside(&mutant, site, by: mutation) {
                return (mutant, site)
            }
        }
        return nil
    }

    /// Changes that need the neighbours, or else those of the element itself.
    private mutating func changeInside(_ document: inout MarkupNode, _ site: Site, by mutation: Mutation) -> Bool {
        var parent = document[site.path.dropLast()]
        let place = site.position
        switch mutation {
        case .drop: parent.children.remove(at: place)
        case .duplicate: parent.children.insert(parent.children[place], at: place)
        case .swapWithNext:
            guard place + 1 < parent.children.count, parent.children[place + 1].name != site.rule.name else {
                return false
            }
            parent.children.swapAt(place, place + 1)
        case .addOtherChoice:
            guard let other = otherChoice(site) else { return false }
            parent.children.insert(other, at: place + Int.random(in: 0...1, using: &drawing.generator))
        case .dropAsked:
            guard site.isAskedFor(in: parent) else { return false }
            parent.children.remove(at: place)
        case .repeatUnique:
            return repeatUnique(&document, site)
        default:
            var node = parent.children[place]
            guard change(&node, site, by: mutation) else { return false }
            parent.children[place] = node
        }
        document[site.path.dropLast()] = parent
        return true
    }

    private mutating func change(_ node: inout MarkupNode, _ site: Site, by mutation: Mutation) -> Bool {
        switch mutation {
        case .rename: node.name += "X"
        case .changeNamespace:
            let others: [MessageNamespace] = [.message, .general, .childWelfare, .referral, .foreign]
            node.namespace = drawing.pick(others.filter { $0 != node.namespace })
        case .addAttribute:
            node.attributes.append(drawing.pick([("alder", "9"), ("xsi:nil", "false"), ("xml:lang", "nb")]))
        case .addSchemaLocation: node.attributes.append(("xsi:schemaLocation", "urn:a a.xsd"))
        case .addUnknown:
            let place = Int.random(in: 0...node.children.count, using: &drawing.generator)
            node.children.insert(MarkupNode("Ukjent", drawing.pick([node.namespace, .foreign]), text: "x"), at: place)
        case .addTextBesideElements, .addBlankBesideElements:
            guard site.rule.simpleType == nil else { return false }
            node.text = mutation == .addTextBesideElements ? "ord" : " \n\t"
        case .addUnasked: return addUnasked(&node, site.rule)
        case .empty:
            node.text = ""
            node.children = []
        default:
            guard let type = site.rule.simpleType, let text = changed(node.text, type, site, by: mutation) else {
                return false
            }
            node.text = text
        }
        return true
    }

    /// The text after a change; nothing where the type has nothing to break so.
    private mutating func changed(_ text: String, _ type: SimpleType, _ site: Site, by mutation: Mutation) -> String? {
        let isFree = type.base == .string && type.codes.isEmpty && type.pattern == nil
        switch mutation {
        case .blank: return drawing.pick([" ", "   ", "\n", " \t\n"])
        case .tooLong where isFree && type.maxLength < .max: return String(repeating: "å", count: type.maxLength + 1)
        case .tooShort where isFree && type.minLength > 0: return String(repeating: "å", count: type.minLength - 1)
        case .longInUnitsOnly where isFree && type.maxLength < .max:
            return String(repeating: "😀", count: type.maxLength / 2 + 1)
        case .unknownCode where !type.codes.isEmpty: return drawing.pick(["77", "", "1 ", "-1", "１"])
        case .otherCode where type.codes.count > 1: return drawing.pick(type.codes.filter { $0 != text })
        case .breakPattern where type.pattern != nil:
            return drawing.pick([String(text.dropLast()) + "x!", text + "1-", "", " " + text])
        case .breakBase where type.base != .string: return drawing.pick(type.base.wrongTexts)
        case .foreignDigits:
            guard case .digits = type.pattern else { return nil }
            return String(text.map { drawing.pick(["٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９"]).digit(like: $0) })
        case .breakCheckDigit:
            // A number without check digits has none to break.
            guard site.rule.name.hasSuffix("nummer"), text.count >= 9,
                (try? PersonNumber(parsing: text))?.kind != .incomplete, let last = text.last?.wholeNumberValue
            else {
                return nil
            }
            return text.dropLast() + String((last + 1) % 10)
        case .contradict: return site.contradiction
        default: return nil
        }
    }

    /// Gives the element the value that the same element has in a neighbour.
    private func repeatUnique(_ document: inout MarkupNode, _ site: Site) -> Bool {
        guard let levels = site.levelsToUniqueElement, site.path.count >= levels else { return false }
        let place = site.path[site.path.endIndex - levels]
        let neighbours = document[site.path.dropLast(levels)].children
        let other = neighbours.indices.first { $0 != place && neighbours[$0].name == neighbours[place].name }
        guard let other else { return false }
        let holder = levels == 1 ? neighbours[other] : neighbours[other].children.first { $0.name == site.rule.name }
        guard let holder, holder.text != document[site.path].text else { return false }
        document[site.path].text = holder.text
        return true
    }

    /// Another element of the choice that the element belongs to.
    private mutating func otherChoice(_ site: Site) -> MarkupNode? {
        for case .choice(let rules) in site.parent?.particles ?? []
        where rules.contains(where: { $0.name == site.rule.name }) {
            let other = drawing.pick(rules.filter { $0.name != site.rule.name })
            return MarkupNode(drawing.node(other, inside: site.parent?.name ?? ""), other)
        }
        return nil
    }

    /// Adds an element that is not in use under its condition, in its place.
    private mutating func addUnasked(_ node: inout MarkupNode, _ rule: ElementRule) -> Bool {
        let rules = rule.particles.flatMap(\.alternatives)
        for (place, unasked) in rules.enumerated().shuffled(using: &drawing.generator) {
            guard unasked.condition != nil, unasked.occurs.min == 0,
                !node.children.contains(where: { $0.name == unasked.name })
            else { continue }
            let before = Set(rules[..<place].map(\.name))
            let position = node.children.lastIndex { before.contains($0.name) }.map { $0 + 1 } ?? 0
            let added = MarkupNode(drawing.node(unasked, inside: rule.name, isAskedFor: true), unasked)
            node.children.insert(added, at: position)
            return true
        }
        return false
    }
}

extension Site {
    /// A text that is right by itself and wrong beside what the message says elsewhere.
    fileprivate var contradiction: String? {
        switch (parent?.name, rule.name) {
        case (_, "MeldingstypeNmsp"): "https://eksempel.no/annet"
        case (_, "MeldingsForbindelse"): "Svar"
        case (_, "SendtTidspunkt"): "2031-01-01T00:00:00"
        case (_, "Kommunenummer"): "9998"
        case ("Meldingshode", "Id"): "00000000-0000-0000-0000-000000000000"
        case ("Vedtak", "Dato"): "2027-06-01"
        case (_, "TerminDato"): "2035-01-01"
        case (_, "FremtidigDato"): "2020-01-01"
        default: nil
        }
    }

    /// How far up the repeated elements stand that may not share this element's value: 1 for itself, 2 for the one
    /// around; nothing where they may.
    fileprivate var levelsToUniqueElement: Int? {
        if rule.unique == "." { return rule.occurs.max > 1 ? 1 : 2 }
        return parent?.unique == rule.name ? 2 : nil
    }

    /// Whether the condition on the element is met as it is meant.
    fileprivate func isAskedFor(in parent: MarkupNode) -> Bool {
        guard let condition = rule.condition, rule.occurs.min == 0 else { return false }
        return condition.control == [parent.name] || condition.isMeant(beside: parent.children.map(\.plain))
    }
}

extension MarkupNode {
    fileprivate var plain: MessageNode {
        children.isEmpty ? MessageNode(name, text: text) : MessageNode(name, children.map(\.plain))
    }
}

extension SimpleType.Base {
    /// Texts that are none of this type.
    fileprivate var wrongTexts: [String] {
        switch self {
        case .string: []
        case .boolean: ["ja", "TRUE", "", "2", "truefalse"]
        case .date: ["2026-02-30", "2026-13-01", "i morgen", "", "26-01-01", "2026-1-1", "2026-01-01T00:00:00"]
        case .dateTime: ["2026-01-01", "2026-01-01 10:00:00", "2026-01-01T25:00:00", "", "2026-01-01T10:60:00"]
        case .integer: ["1,5", "", "ti", "1 000", "+"]
        }
    }
}

extension MessageNamespace {
    fileprivate static let foreign = MessageNamespace(uri: "https://eksempel.no/annet", prefix: "annet")
}

extension String {
    /// The digit of this script with the value of another.
    fileprivate func digit(like other: Character) -> Character {
        self[index(startIndex, offsetBy: other.wholeNumberValue ?? 0)]
    }
}
