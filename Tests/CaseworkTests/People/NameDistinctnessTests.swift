import Casework
import Testing

@testable import Synthetic

struct `Names of different people` {
    /// Spellings of one name that the corpus has as names of their own, or forms of it in two languages.
    private static let variants: Set<Set<String>> = [
        ["Aanna", "Anna"], ["Christensen", "Kristensen"], ["Christoffer", "Kristoffer"], ["Hansen", "Hanssen"],
        ["Isak", "Issáhk"], ["Ivar", "Iver"], ["Jacobsen", "Jakobsson"], ["Jensen", "Jenssen"], ["Johan", "Juhán"],
        ["John", "Jon"], ["Jonas", "Yonas"], ["Knudsen", "Knutsen"], ["Laila", "Leyla", "Láilá"], ["Lasse", "Lásse"],
        ["Maajja", "Máijá"], ["Mihkkal", "Mikkel"], ["Nguyen", "Nguyễn"], ["Nielsen", "Nilsen"], ["Stefan", "Stefán"],
        ["Thomas", "Tuomas"], ["Tora", "Þóra"], ["Vik", "Wiig"], ["Zainab", "Zeynep"],
    ]

    /// Different names that one sound stands for: 11 pairs, or 1 in 14,000 of the corpus.
    private static let mistaken: Set<Set<String>> = [
        ["Ane", "Anne", "Ánne"], ["Ingar", "Inger"], ["Sara", "Sáhra", "Sárá", "Zahra"], ["Turi", "Turid"],
    ]

    @Test func `have one sound only where the lists say so`() {
        let names = Set(nameCorpus)
        #expect(names.count > 550)
        let groups = Dictionary(grouping: names) { NameSound.codes(of: $0) }.values
        #expect(Set(groups.filter { $0.count > 1 }.map(Set.init)) == Self.variants.union(Self.mistaken))
    }

    @Test(arguments: NameTable.Tradition.allCases)
    func `are told apart within a tradition of the pretend nation`(tradition: NameTable.Tradition) {
        var random = SplitMix64(seed: 7)
        let surnames = (0..<2_000).map { _ in NameTable.surname(tradition, &random) }
        let names = Set(NameTable.girls(tradition) + NameTable.boys(tradition) + surnames)
        let groups = Dictionary(grouping: names) { NameSound.codes(of: $0) }.values
        #expect(names.count > 20)
        #expect(groups.filter { $0.count > 1 }.isEmpty)
    }
}
