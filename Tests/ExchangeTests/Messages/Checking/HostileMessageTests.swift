import Exchange
import Testing

/// Documents that are cheap to write and must be cheap to refuse.
struct `A hostile Bufdir message` {
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ("<melding:Enumtest>", "<melding:Enumtest/>"), ("<melding:Enumtest>", "<mld:Meldingshode/>"),
            ("<melding:Enumtest>", "<Ukjent/>"), ("<melding:Enumtest>", "<mld:Enumtest/>"),
            ("<melding:Fodselsnummer>", "<melding:Fodselsnummer/>"),
            ("<melding:FremtidigDato>", "<melding:EnumtestAnnet/>"),
        ]
    )
    func `costs no more than its size and has a list of faults of bounded length`(before: String, element: String) {
        let many = String(repeating: element, count: 20_000)
        let document = MessageSample.test.replacing(before, with: many + before, maxReplacements: 1)
        let verdict = document.verdict
        #expect(!verdict.wireValid && verdict.messageType == .test)
        let levels = Dictionary(grouping: verdict.errors, by: \.level).mapValues(\.count)
        #expect(levels.values.allSatisfy { $0 <= 200 } && levels[.wire] == 200, "\(levels)")
        #expect((verdict.receiverFindings ?? []).count <= 200)
    }

    @Test(.timeLimit(.minutes(1)))
    func `repeats nothing that a stranger named`() {
        let secret = "Navn-01901550170"
        let texts = [
            "<melding:\(secret)/>", "<x \(secret)='1'/>", "<melding:Enumtest>\(secret)</melding:Enumtest>",
            "<melding:Enumtest \(secret)='1'>1</melding:Enumtest>", "<\(secret)>",
        ]
        for text in texts {
            let verdict = MessageSample.test.replacingElement("Enumtest", by: text).verdict
            #expect(!verdict.wireValid)
            #expect(!verdict.errors.contains { ($0.path + $0.message).contains("01901550170") }, "\(verdict.errors)")
        }
    }
}
