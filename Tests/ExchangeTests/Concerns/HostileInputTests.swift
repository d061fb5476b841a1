import Exchange
import Foundation
import TestSupport
import Testing

struct `A hostile message` {
    private func sample(_ format: ConcernFormat) throws -> [UInt8] {
        var generator = SeededGenerator(seed: 7)
        return try ConcernDocument.random(format, using: &generator).write().get()
    }

    @Test(arguments: ConcernFormat.allCases)
    func `is refused when it breaks off at any byte`(format: ConcernFormat) throws {
        let bytes = try sample(format)
        for length in 0..<bytes.count {
            let problems = ConcernDocument.check(Array(bytes.prefix(length)), as: format)
            #expect(problems.count == 1, "\(length) bytes")
            #expect(problems.first?.line != nil, "\(length) bytes")
        }
    }

    @Test(arguments: ConcernFormat.allCases)
    func `is judged without a crash when bytes are bent`(format: ConcernFormat) throws {
        let original = try sample(format)
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<Rounds.of(2_000) {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(Array("\"\\{}[],:u\u{0}".utf8).randomElement(using: &generator) ?? 0, at: place)
                default: bytes.insert(contentsOf: bytes[place..<min(place + 9, bytes.count)], at: place)
                }
            }
            let problems = ConcernDocument.check(bytes, as: format)
            if case .success(let document) = ConcernDocument.read(bytes, as: format) {
                #expect(problems.isEmpty)
                #expect(!document.concerns.isEmpty)
            } else {
                #expect(!problems.isEmpty)
            }
        }
    }

    @Test
    func `is refused when it is noise`() {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<Rounds.of(2_000) {
            let noise = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            for format in ConcernFormat.allCases {
                #expect(!ConcernDocument.check(noise, as: format).isEmpty)
            }
        }
    }

    @Test(arguments: [
        (#"{"kommunenummer":"#, "at most 64 levels"), ("[", "at most 64 levels"), (#"{"zzz":["#, "at most 64 levels"),
    ])
    func `is refused when it is nested ten thousand deep`(opening: String, expected: String) {
        let bytes = Array(String(repeating: opening, count: 10_000).utf8)
        #expect(ConcernDocument.check(bytes, as: .offentligV1).map(\.expected) == [expected])
    }

    @Test
    func `is refused for its size before it is read`() {
        let quote = UInt8(ascii: "\"")
        let bytes = [quote] + [UInt8](repeating: UInt8(ascii: "a"), count: 100_000_000) + [quote]
        let problems = ConcernDocument.check(bytes, as: .privatV1)
        #expect(problems.map(\.expected) == ["at most 5000000 bytes"])
    }

    @Test
    func `gets at most a hundred problems, and quickly`() {
        let children = String(repeating: "{},", count: 500_000) + "{}"
        let bytes = Array("{\"privatBarn\":[\(children)]}".utf8)
        let spent = ProcessorTime.of {
            #expect(ConcernDocument.check(bytes, as: .privatV1).count == ConcernRefusal.limit)
        }
        #expect(spent < .seconds(20))
    }

    @Test(arguments: [
        "9999999999999999999999999999999999999", "1e400", "-1E-999999", String(repeating: "9", count: 100_000),
    ])
    func `may hold any number where none belongs`(number: String) {
        let bytes = Array(#"{"kommunenummer":\#(number)}"#.utf8)
        let problem = ConcernDocument.check(bytes, as: .privatV1).first {
            $0.pointer.tokens == [.name("kommunenummer")]
        }
        #expect(problem?.found == "a number")
    }

    @Test(arguments: ConcernFormat.allCases)
    func `is answered without a word of its content`(format: ConcernFormat) throws {
        let secret = "Hemmelig"
        let text = String(decoding: try sample(format), as: UTF8.self)
        for name in [
            "kommunenummer", "bydelsnummer", "telefonnummer", "epost", "fnr", "personnavn", "sendingstidspunkt",
        ] {
            let bent = text.replacing("\"\(name)\":\"", with: "\"\(name)\":\"\(secret)\\n")
            for problem in ConcernDocument.check(Array(bent.utf8), as: format) {
                #expect(!problem.message.contains(secret))
                #expect(!problem.pointer.description.contains(secret))
            }
        }
        let broken = Array("{\"\(secret)\":{\"\(secret)\":tru".utf8)
        let problem = try #require(ConcernDocument.check(broken, as: format).first)
        #expect(!(problem.message + problem.pointer.description).contains(secret))
    }
}
