import Casework

/// The codes of a case in the lists of KOSTRA, which have stood still while the register's have grown.
///
/// A code that neither list has is left as it is: the writer refuses it.
enum KostraCodes {
    /// The most UTF-16 units of a specification, and of a relocation's.
    private static let longest = 1000
    private static let longestOfRelocation = 300

    /// A code whose list is the same in both.
    static func same(_ stated: StatedCode) -> StatedCode {
        StatedCode(stated.code, stated.specification?.cut(toUnits: longest))
    }

    /// Why a child moved, or where.
    static func ofRelocation(_ stated: StatedCode) -> StatedCode {
        StatedCode(stated.code, stated.specification?.cut(toUnits: longestOfRelocation))
    }

    /// What something is about; what says the same as one before it is left out.
    static func contents(_ list: [StatedCode]) -> [StatedCode] {
        var seen: Set<StatedCode> = []
        return list.map(content).filter { seen.insert($0).inserted }
    }

    private static func content(_ stated: StatedCode) -> StatedCode {
        guard let entry = KnowledgeModel.entry(stated.code) else { return same(stated) }
        guard entry.same == nil else { return same(StatedCode(entry.kostra, stated.specification)) }
        return same(StatedCode(entry.kostra, joined("\(entry.code) \(entry.name)", stated.specification)))
    }

    /// The category of a measure: the two kinds of municipal housing were one until 2025.
    static func category(_ stated: StatedCode) -> StatedCode {
        same(StatedCode(["8.4", "8.5"].contains(stated.code) ? "8.2" : stated.code, stated.specification))
    }

    /// How a concern was concluded: the reasons for dropping it were one until 2025.
    ///
    /// - Returns: Nothing where it is not told.
    static func concernConclusion(_ code: String) -> String? {
        if code.isEmpty { return nil }
        return ["5", "6", "7", "8", "9", "10"].contains(code) ? "1" : code
    }

    /// How an investigation was concluded: the ways of moving were one until 2025, and were to be specified.
    static func investigationConclusion(_ conclusion: Case.Conclusion) -> (code: String?, specification: String?) {
        let code = conclusion.code
        guard let name = moved[code] else {
            return (code.isEmpty ? nil : code, conclusion.specification?.cut(toUnits: longest))
        }
        return ("5", joined(name, conclusion.specification).cut(toUnits: longest))
    }

    /// The names in bokmål of how a child moved away.
    private static let moved = [
        "7": "Undersøkelsen henlagt som følge av flytting til utlandet",
        "8": "Undersøkelsen henlagt som følge av flytting til ukjent sted",
        "9": "Undersøkelsen henlagt som følge av flytting til annen kommune",
    ]

    private static func joined(_ name: String, _ specification: String?) -> String {
        guard let specification, !specification.isEmpty else { return name }
        return "\(name): \(specification)"
    }

    /// A measure's provisions: KOSTRA has one subsection, letter and sentence of each, and three references.
    ///
    /// What is left over of the lists becomes references to the same section, after the case's own.
    static func bases(of measure: Case.Measure) -> (basis: KostraIndividual.Basis, references: [KostraIndividual.Basis])
    {
        let basis = parts(of: measure.basis)
        let references = measure.references.map { parts(of: $0) }
        var all = references.map(\.first)
        for part in basis.others + references.flatMap(\.others) where part != basis.first && !all.contains(part) {
            all.append(part)
        }
        return (basis.first, Array(all.prefix(3)))
    }

    private static func parts(
        of provision: Provision
    ) -> (first: KostraIndividual.Basis, others: [KostraIndividual.Basis]) {
        func part(_ place: Int) -> KostraIndividual.Basis {
            func one(_ list: [String]) -> String? { place < list.count ? list[place] : nil }
            return KostraIndividual.Basis(
                act: provision.act,
                chapter: provision.chapter,
                section: provision.section,
                letter: one(provision.letters),
                subsection: one(provision.subsections),
                sentence: one(provision.sentences)
            )
        }
        let count = max(provision.letters.count, provision.subsections.count, provision.sentences.count)
        return (part(0), count > 1 ? (1..<count).map(part) : [])
    }
}
