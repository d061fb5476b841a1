import Exchange
import Law

/// What the first two levels must say of a document, worked out from the table in the plainest way.
///
/// It shares nothing with the checker but the table: texts are strings, conditions are looked up by name.
enum Prediction {
    /// Whether the element is valid by its definition.
    static func isWireValid(_ node: MarkupNode, _ rule: ElementRule) -> Bool {
        guard node.attributes.allSatisfy({ $0.name == "xsi:schemaLocation" }) else { return false }
        switch rule.content {
        case .simple(let type): return node.children.isEmpty && isValid(node.text, type)
        case .complex(let type): return isBlank(node.text) && isValid(node.children, type.particles)
        }
    }

    private static func isValid(_ children: [MarkupNode], _ particles: [Particle]) -> Bool {
        var rest = children[...]
        for particle in particles {
            var count = 0
            let occurs =
                switch particle {
                case .element(let rule): rule.occurs
                case .choice: Occurrence.one
                }
            while count < occurs.max, let child = rest.first,
                let rule = particle.alternatives.first(where: {
                    $0.name == child.name && $0.namespace.uri == child.namespace.uri
                })
            {
                guard isWireValid(child, rule) else { return false }
                rest = rest.dropFirst()
                count += 1
            }
            guard count >= occurs.min else { return false }
        }
        return rest.isEmpty
    }

    private static func isValid(_ text: String, _ type: SimpleType) -> Bool {
        let trimmed = trimmed(text)
        switch type.base {
        case .boolean: return ["true", "false", "1", "0"].contains(trimmed)
        case .integer: return isDigits(trimmed.first.map("+-".contains) ?? false ? trimmed.dropFirst() : trimmed)
        case .date: return isDay(trimmed.prefix(10)) && isZone(trimmed.dropFirst(10))
        case .dateTime: return isDay(trimmed.prefix(10)) && isTime(trimmed.dropFirst(10))
        case .string: break
        }
        if let fixed = type.fixed { return text == fixed || text.isEmpty }
        let count = text.unicodeScalars.count
        guard count >= type.minLength, count <= type.maxLength else { return false }
        guard type.codes.isEmpty || type.codes.contains(text) else { return false }
        let groups = text.split(separator: type.pattern == .uuid ? "-" : ".", omittingEmptySubsequences: false)
        switch type.pattern {
        case nil: return true
        case .uuid: return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.joined().allSatisfy(\.isHexDigit)
        case .version: return groups.count <= 4 && groups.dropLast().allSatisfy(isDigits) && isLast(groups.last)
        case .digits(let length):
            return count == length && text.unicodeScalars.allSatisfy { $0.properties.generalCategory == .decimalNumber }
        }
    }

    private static func isLast(_ group: Substring?) -> Bool { group.map { $0 == "*" || isDigits($0) } ?? false }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isDay(_ text: Substring) -> Bool {
        (try? CalendarDay(parsing: text)) != nil
    }

    /// A `T` and a time of day, decimals and zone if any.
    private static func isTime(_ text: Substring) -> Bool {
        let parts = text.dropFirst().prefix(8).split(separator: ":", omittingEmptySubsequences: false)
        guard text.first == "T", parts.map(\.count) == [2, 2, 2], parts.allSatisfy(isDigits) else { return false }
        guard parts[0] < "24", parts[1] < "60", parts[2] < "60" else { return false }
        let rest = text.dropFirst(9)
        guard rest.first == "." else { return isZone(rest) }
        let decimals = rest.dropFirst().prefix(while: \.isNumber)
        return isDigits(decimals) && isZone(rest.dropFirst(1 + decimals.count))
    }

    private static func isZone(_ text: Substring) -> Bool {
        guard let sign = text.first, text != "Z" else { return true }
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard "+-".contains(sign), parts.map(\.count) == [2, 2], parts.allSatisfy(isDigits) else { return false }
        return parts[0] < "14" && parts[1] < "60" || parts == ["14", "00"]
    }

    /// Whether Bufdir's extended rule finds everything that it asks for.
    static func isBufdirValid(_ node: MarkupNode, _ rule: ElementRule) -> Bool {
        rule.particles.flatMap(\.alternatives).allSatisfy { inner in
            let found = node.children.filter { $0.name == inner.name }
            guard found.allSatisfy({ isBufdirValid($0, inner) }) else { return false }
            guard let condition = inner.condition, inner.simpleType != nil else { return true }
            let control = node.children.first { $0.name == condition.literalName }?.allText ?? ""
            guard isMetLiterally(condition.text, by: control) else { return true }
            return found.isEmpty ? inner.occurs.min > 0 : found.allSatisfy { !isBlank($0.allText) }
        }
    }

    /// The server's rule as it is published: parts at `=`, an absent value is a match, `!` turns it round.
    private static func isMetLiterally(_ condition: String, by control: String) -> Bool {
        let value = isBlank(control) ? "" : control == "true" ? "1" : control == "false" ? "0" : control
        let parts = condition.split(separator: "=", omittingEmptySubsequences: false)
        let isMet = value.isEmpty || (parts[1].isEmpty ? !value.isEmpty : value == parts[1])
        return parts[0].hasSuffix("!") ? !isMet : isMet
    }

    private static func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy(isBlank) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// The text without the white space around it, which dates, numbers and flags may have.
    private static func trimmed(_ text: String) -> Substring {
        let start = text.utf8.firstIndex { !isBlank($0) } ?? text.endIndex
        let end = text.utf8.lastIndex { !isBlank($0) }.map(text.utf8.index(after:)) ?? start
        return text[start..<end]
    }
}

extension MarkupNode {
    /// The text of the element and of all inside.
    fileprivate var allText: String { text + children.map(\.allText).joined() }
}
