import Exchange
import TestSupport
import Testing

struct `A message with one element changed` {
    @Test(arguments: MessageType.allCases)
    func `gets the verdict that its table predicts`(type: MessageType) throws {
        let table = type.specification
        var made: Set<Mutation> = []
        for seed in 0..<UInt64(Rounds.of(8)) {
            let message = MessageDrawing.message(of: type, seed: seed)
            let document = MarkupNode(message.root, table.root)
            var mutator = Mutator(drawing: MessageDrawing(type: type, seed: seed &+ 1_000_000_007))
            for mutation in Mutation.allCases {
                guard let (mutant, site) = mutator.mutant(of: document, table, by: mutation) else { continue }
                made.insert(mutation)
                let label: Comment =
                    "seed \(seed), \(mutation.rawValue) at \(site.rule.name) in \(site.parent?.name ?? "")"
                let verdict = MessageCheck.verdict(of: mutant.document, on: MessageDrawing.today)
                let isKnown = mutant.name == table.root.name && mutant.namespace == table.root.namespace
                #expect(verdict.messageType == (isKnown ? type : nil), label)
                guard isKnown else {
                    #expect(!verdict.wireValid && verdict.bufdirValid == nil, label)
                    continue
                }
                #expect(verdict.wireValid == Prediction.isWireValid(mutant, table.root), label)
                #expect(verdict.bufdirValid == Prediction.isBufdirValid(mutant, table.root), label)
                if let isDomainValid = mutation.isDomainValid(at: site) {
                    #expect(verdict.domainValid == isDomainValid, label)
                }
                #expect(verdict.wireValid == !verdict.errors.contains { $0.level == .wire }, label)
            }
        }
        #expect(made.count > (type.isReferral ? 23 : 14))
    }
}
