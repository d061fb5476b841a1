import Foundation
import TestSupport
import Testing

@testable import Law

struct `Any text as a person number` {
    /// The rules once more, written as a checklist over the text instead of over parsed fields.
    private func isIdentityNumber(_ text: String) -> Bool {
        let digits = text.compactMap(\.wholeNumberValue)
        func sum(_ weights: [Int]) -> Int { zip(digits, weights).map { $0 * $1 }.reduce(0, +) % 11 }
        let first = sum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1])
        guard first <= 3, sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) == 0 else { return false }
        var day = digits[0] * 10 + digits[1]
        var month = digits[2] * 10 + digits[3]
        let year = digits[4] * 10 + digits[5]
        if day > 40 { day -= 40 }
        if month > 80 { month -= 80 }
        if month > 40 { month -= 40 }
        guard (1...12).contains(month), day >= 1 else { return false }
        // 29 February 1900 is the one day that only some century lacks.
        let is1900 = year == 0 && digits[6] < 5 && first == 0
        let february = year % 4 == 0 && !is1900 ? 29 : 28
        return day <= [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    @Test
    func `is accepted exactly where the checklist accepts it`() {
        var generator = SeededGenerator(seed: 6)
        var accepted = 0
        for _ in 0..<20_000 {
            let day = [0, 4].randomElement(using: &generator).map {
                $0 * 10 + Int.random(in: 0...33, using: &generator)
            }
            let month = [0, 40, 60, 80].randomElement(using: &generator).map {
                $0 + Int.random(in: 0...13, using: &generator)
            }
            let year = Bool.random(using: &generator) ? 0 : Int.random(in: 0...99, using: &generator)
            let fields = [day ?? 0, month ?? 0, year].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
            let rest = String(String(100_000 + Int.random(in: 0...99_999, using: &generator)).dropFirst())
            guard !["00100", "00200", "55555", "99999"].contains(rest) else { continue }
            let number = try? PersonNumber(parsing: fields + rest)
            if (number != nil) != isIdentityNumber(fields + rest) {
                Issue.record("The checklist and the type disagree on a number with month \(month ?? 0).")
            }
            if number != nil { accepted += 1 }
            if let number, number.digits != fields + rest { Issue.record("The digits changed.") }
        }
        #expect(accepted > 200)
    }

    @Test
    func `never stops the program`() {
        let alphabet = Array("0123456789 -\u{0660}０øa\n\u{301}👶")
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...14, using: &generator)
            let text = String((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? " " })
            if let number = try? PersonNumber(parsing: text) {
                #expect(number.digits == text.filter { $0 != " " })
            }
        }
    }

    @Test(
        .enabled(if: SharedFolder.url != nil, "the folder of corpora is not beside the repository"),
        arguments: [
            ("u075_INDIVID_19.xml", true), ("b029_INDIVID_03.xml", true), ("b033_INDIVID_19.xml", true),
            ("b034_INDIVID_19.xml", false), ("u076_INDIVID_19.xml", false), ("g_INDIVID_19_0.xml", false),
            ("g_INDIVID_12_0.xml", true),
        ]
    )
    func `has the DUF verdict of the reference programme`(file: String, right: Bool) throws {
        let url = try #require(SharedFolder.url).appending(path: "corpus/kostra/" + file)
        let text = try String(contentsOf: url, encoding: .utf8)
        let found = text.matches(of: /DUFnummer="([0-9]{12})"/)
        #expect(!found.isEmpty)
        for match in found {
            #expect(((try? PersonNumber(parsing: match.output.1)) != nil) == right)
        }
    }
}
