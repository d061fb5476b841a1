import Exchange
import TestSupport
import Testing

struct `A message drawn by chance` {
    @Test(arguments: MessageType.allCases)
    func `is valid in all three senses and reads back equal`(type: MessageType) throws {
        for seed in 0..<UInt64(Rounds.ofKilling) {
            let message = MessageDrawing.message(of: type, seed: seed)
            let bytes = try message.bytes()
            let verdict = MessageCheck.verdict(of: bytes, on: MessageDrawing.today)
            try #require(verdict.isGood(for: type), "seed \(seed)")
            try #require(verdict.outbound.isAllowed, "seed \(seed)")
            let again = try MessageReader.read(bytes)
            // Equal texts may have other bytes (é), so the bytes are compared too.
            try #require(again == message, "seed \(seed)")
            try #require(try again.bytes() == bytes, "seed \(seed)")
        }
    }

    @Test(arguments: MessageType.allCases)
    func `has every element and every code sooner or later`(type: MessageType) {
        var seen: Set<String> = []
        for seed in 0..<120 { Self.note(MessageDrawing.message(of: type, seed: UInt64(seed)).root, "", &seen) }
        var expected: Set<String> = []
        Self.note(type.specification.root, "", &expected)
        if type.allowedRelations.isEmpty { expected = expected.filter { !$0.contains("/OppfolgingAvMelding") } }
        #expect(expected.subtracting(seen).sorted().isEmpty)
    }

    private static func note(_ node: MessageNode, _ path: String, _ seen: inout Set<String>) {
        let path = "\(path)/\(node.name)"
        seen.insert(path)
        if let text = node.text { seen.insert("\(path)=\(text)") }
        for child in node.children { note(child, path, &seen) }
    }

    /// Languages are too many and relations of other types are never right, so their codes are left out.
    private static func note(_ rule: ElementRule, _ path: String, _ expected: inout Set<String>) {
        let path = "\(path)/\(rule.name)"
        expected.insert(path)
        if let type = rule.simpleType, !["Sprak", "MeldingsForbindelse"].contains(rule.name) {
            expected.formUnion((type.fixed.map { [$0] } ?? type.codes).map { "\(path)=\($0)" })
        }
        for child in rule.particles.flatMap(\.alternatives) { note(child, path, &expected) }
    }
}
