/// What has to be remembered of every sound person to find the numbers that come twice: the only part of a check whose
/// memory grows with the file.
struct KostraDuplicates {
    /// A person with a number, in a chain of those with the same one.
    private struct Link {
        var person: UInt32
        var next: UInt32
    }

    /// How often a journal has come.
    private struct Count {
        /// The first person that has it.
        var first: UInt32
        var total: UInt32
        /// Those of them that have a Fodselsnummer.
        var numbered: UInt32
    }

    private static let none = UInt32.max

    /// The journal of every person, and where the person is.
    private var journals: [(journal: UInt32, place: KostraPlace)] = []
    private var journalNames: [String] = []
    private var counts: [Count] = []
    private var journalPlaces: [String: UInt32] = [:]
    /// The last link of each number's chain.
    private var byNumber: [UInt64: UInt32] = [:]
    private var links: [Link] = []
    /// The first link of each number that has come twice, in the order of first appearance.
    private var repeated: Set<UInt64> = []

    /// Notes a sound person.
    mutating func add(_ person: KostraPerson) {
        let index = UInt32(truncatingIfNeeded: journals.count)
        let hasNumber = person.birthNumber != .absent && person.birthNumber != .blank
        let journal = place(of: person.text(person.journal), first: index)
        counts[Int(journal)].total += 1
        if hasNumber { counts[Int(journal)].numbered += 1 }
        journals.append((journal, person.place))
        guard case .digits(let number) = person.birthNumber, person.birthNumber.hasCheckDigits else { return }
        let link = UInt32(truncatingIfNeeded: links.count)
        let before = byNumber.updateValue(link, forKey: number)
        links.append(Link(person: index, next: before ?? Self.none))
        if before != nil { repeated.insert(number) }
    }

    private mutating func place(of journal: String, first: UInt32) -> UInt32 {
        if let place = journalPlaces[journal] { return place }
        let place = UInt32(truncatingIfNeeded: counts.count)
        journalPlaces[journal] = place
        journalNames.append(journal)
        counts.append(Count(first: first, total: 0, numbered: 0))
        return place
    }

    /// A person whose number others have too.
    struct SameNumber {
        var journal: String
        var place: KostraPlace
        /// The first of the other journals, each once; none where all are the same.
        var others: [String]
    }

    /// How many other journals an entry names at most: a file in which all have one number is not told of in full.
    private static let mostOthers = 20

    /// The persons whose number others have too: by the number's first appearance, then in the order of the file.
    var sameNumbers: [SameNumber] {
        repeated.map(persons(of:)).sorted { $0[0] < $1[0] }.flatMap { persons in
            var seen: Set<UInt32> = []
            var first: [UInt32] = []
            for person in persons where first.count <= Self.mostOthers {
                let journal = journals[Int(person)].journal
                if seen.insert(journal).inserted { first.append(journal) }
            }
            return persons.map { person in
                let (own, place) = journals[Int(person)]
                let others = first.filter { $0 != own }.prefix(Self.mostOthers)
                return SameNumber(
                    journal: journalNames[Int(own)],
                    place: place,
                    others: others.map { journalNames[Int($0)] }
                )
            }
        }
    }

    private func persons(of number: UInt64) -> [UInt32] {
        var persons: [UInt32] = []
        var link = byNumber[number] ?? Self.none
        while link != Self.none {
            persons.append(links[Int(link)].person)
            link = links[Int(link)].next
        }
        return persons.reversed()
    }

    /// A journal that several persons have.
    struct SameJournal {
        var journal: String
        var place: KostraPlace
        var count: Int
        /// Those with a Fodselsnummer, whom alone the official program counts.
        var numbered: Int
    }

    /// The journals that several persons have, in the order of first appearance.
    var sameJournals: [SameJournal] {
        counts.enumerated().filter { $1.total > 1 }.map { index, count in
            SameJournal(
                journal: journalNames[index],
                place: journals[Int(count.first)].place,
                count: Int(count.total),
                numbered: Int(count.numbered)
            )
        }
    }
}
