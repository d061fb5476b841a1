import Exchange
import Foundation
import Law
import TestSupport
import Testing

/// Every commit spends about a second on this, the torture run ten minutes.
@Suite(.serialized)
struct `A message that somebody has bent` {
    private static let today = CalendarDay(year: 2026, month: 3, day: 2) ?? .earliest
    private static let duration: Duration = Rounds.ofKilling >= 10_000 ? .seconds(600) : .milliseconds(1_500)
    /// Far beyond what any document here needs, and far below what a quadratic step would take.
    private static let longest = Duration.seconds(20)

    @Test
    func `is judged, shown and read without a crash, and comes out of the writer as it went in`() throws {
        let originals = try MessageMutator.originals()
        let clock = ContinuousClock()
        let start = clock.now
        let memory = try residentKilobytes()
        var number: UInt64 = 0
        var valid = 0
        var slowest = Duration.zero
        while clock.now - start < Self.duration {
            number += 1
            var mutator = MessageMutator(originals: originals, number: number)
            let bytes = mutator.document()
            let spent = try ProcessorTime.of {
                let verdict = MessageCheck.verdict(of: bytes, on: Self.today)
                expectSound(verdict, bytes, number)
                expectShown(bytes, verdict, number)
                if verdict.wireValid {
                    valid += 1
                    try expectRoundTrip(bytes, number)
                }
                expectFactSettles(bytes, number)
            }
            slowest = max(slowest, spent)
        }
        #expect(slowest < Self.longest)
        #expect(valid > 0, "no document stayed valid, so nothing was written again")
        // Other tests run beside this one, so only a leak that grows with the documents can be told.
        let grown = try residentKilobytes() - memory
        if Self.duration > .seconds(60) { #expect(grown < 500_000) }
        print(
            "evidence: \(number) bent messages, \(valid) of them valid by definition, slowest "
                + "\(Int(slowest / .milliseconds(1))) ms, memory grown by \(max(0, grown / 1024)) MB"
        )
    }

    private func expectSound(_ verdict: MessageVerdict, _ bytes: [UInt8], _ number: UInt64) {
        let levels = Set(verdict.errors.map(\.level))
        #expect(verdict.wireValid == !levels.contains(.wire), "document \(number)")
        #expect((verdict.bufdirValid == false) == levels.contains(.bufdir), "document \(number)")
        #expect((verdict.domainValid == false) == levels.contains(.domain), "document \(number)")
        #expect((verdict.messageType == nil) == (verdict.bufdirValid == nil), "document \(number)")
        let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
        for error in verdict.errors {
            #expect((1...lines).contains(error.line), "document \(number)")
            #expect(!(error.path + error.message).contains(MessageMutator.secret), "document \(number)")
        }
    }

    /// Without its first line the page is XML, so our own reader can tell that nothing broke out of its place.
    private func expectShown(_ bytes: [UInt8], _ verdict: MessageVerdict, _ number: UInt64) {
        let language = MessageLanguage.allCases[Int(number % 3)]
        let view = MessageView(of: bytes, on: Self.today, in: language)
        #expect(view.findings == verdict.errors, "document \(number)")
        #expect(view.text.utf8.count < 100_000 + 200 * bytes.count, "document \(number)")
        let page = view.html.split(separator: "\n", maxSplits: 1)[1]
        let limits = XmlLimits(bytes: 1 << 30, elements: 1 << 24)
        #expect(throws: Never.self, "document \(number)") { try XmlReader.read(Array(page.utf8), limits: limits) }
    }

    private func expectRoundTrip(_ bytes: [UInt8], _ number: UInt64) throws {
        let message = try MessageReader.read(bytes)
        let written = try message.bytes()
        #expect(MessageCheck.verdict(of: written, on: Self.today).wireValid, "document \(number)")
        #expect(try MessageReader.read(written) == message, "document \(number)")
        let header = try #require(message.root["Meldingshode"].flatMap(MessageHeader.init(node:)), "document \(number)")
        #expect(MessageHeader(node: header.node) == header, "document \(number)")
    }

    /// Whatever a header says, a conversation that it opens or joins takes the message in once.
    private func expectFactSettles(_ bytes: [UInt8], _ number: UInt64) {
        guard let message = try? MessageReader.read(bytes),
            let header = message.root["Meldingshode"].flatMap(MessageHeader.init(node:)),
            let fact = try? MessageFact(header, kind: .standard(message.type), content: nil)
        else { return }
        for first in fact.conversations {
            var conversation = Conversation(first: first)
            #expect(conversation.absorb(fact)?.isNews == true, "document \(number)")
            #expect(conversation.absorb(fact)?.isNews == false, "document \(number)")
        }
    }

    private func residentKilobytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
