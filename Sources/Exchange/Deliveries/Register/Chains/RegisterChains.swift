import Casework
import Law

/// The chains of deliveries: each delivery of a case names the one before it (`ForrigeId`), so that a receiver sees
/// that none is lost.
package struct RegisterChains {
    private let links: [RegisterLink]
    private var entries: [[DeliveryEntry]]
    /// The first delivery with each id.
    private var byID: [ThingID: Int] = [:]

    /// What is wrong with the chains of some deliveries, of one case or of many.
    ///
    /// - Parameter links: In the order in which the files were given.
    /// - Returns: For each of them its entries, which belong at the end of its file's report.
    package static func entries(_ links: [RegisterLink]) -> [[DeliveryEntry]] {
        var chains = RegisterChains(links)
        chains.judge()
        return chains.entries
    }

    /// The deliveries of each case in the order in which they were made: what a delivery names comes before it, and else
    /// what was extracted first.
    ///
    /// - Returns: Places in the list, case by case in the order in which cases come first; copies are left out.
    package static func inOrder(_ links: [RegisterLink]) -> [[Int]] {
        RegisterChains(links).cases
    }

    private init(_ links: [RegisterLink]) {
        self.links = links
        entries = Array(repeating: [], count: links.count)
        for (place, link) in links.enumerated() where byID[link.id] == nil { byID[link.id] = place }
    }

    private var cases: [[Int]] {
        var order: [ThingID] = []
        var places: [ThingID: [Int]] = [:]
        for (place, link) in links.enumerated() where byID[link.id] == place {
            if places[link.caseID] == nil { order.append(link.caseID) }
            places[link.caseID, default: []].append(place)
        }
        return order.map { sorted(places[$0] ?? []) }
    }

    /// The deliveries of one case, a delivery after the one that it names.
    private func sorted(_ places: [Int]) -> [Int] {
        let byTime = places.sorted { (links[$0].extracted.instant, $0) < (links[$1].extracted.instant, $1) }
        var seen: Set<Int> = []
        var result: [Int] = []
        for place in byTime {
            // The way back to a delivery that has been taken, or to the beginning.
            var way: [Int] = []
            var next: Int? = place
            while let current = next, seen.insert(current).inserted {
                way.append(current)
                next = previous(of: current)
            }
            result += way.reversed()
        }
        return result
    }

    /// The delivery of the same case that a delivery names, where it is at hand.
    private func previous(of place: Int) -> Int? {
        guard let id = links[place].previousID, let previous = byID[id], links[previous].caseID == links[place].caseID
        else { return nil }
        return previous
    }

    // MARK: Judging

    private mutating func judge() {
        for (place, link) in links.enumerated() {
            guard let first = byID[link.id], first != place else { continue }
            let isCopy = links[first].content == link.content
            add(RegisterRules.repeated, place, words: isCopy ? "copy" : "other") { _ in }
        }
        for places in cases { judge(places) }
    }

    private mutating func judge(_ places: [Int]) {
        var successors: [ThingID?: Int] = [:]
        var known: Set<ThingKey> = []
        var isWhole = true
        for (rank, place) in places.enumerated() {
            let link = links[place]
            let previous = previous(of: place)
            if let previousID = link.previousID, previous == nil {
                isWhole = false
                let isElsewhere = byID[previousID] != nil
                if rank > 0 || isElsewhere {
                    add(RegisterRules.gap, place, words: isElsewhere ? "otherCase" : "missing")
                }
            }
            if successors[link.previousID] != nil {
                add(RegisterRules.fork, place, words: link.previousID == nil ? "start" : "branch")
            } else {
                successors[link.previousID] = place
            }
            if let previous { judge(place, after: previous) }
            for deletion in link.deletions
            where isWhole && !known.contains(deletion.key) && !link.things.contains(deletion.key)
                && !link.forgotten.contains(deletion.key)
            {
                add(RegisterRules.unknownDeletion, place) { facts in facts.thing = deletion.key.kind.rawValue }
                entries[place][entries[place].count - 1].contextID = deletion.key.id.text
                entries[place][entries[place].count - 1].line = deletion.line > 0 ? deletion.line : nil
                entries[place][entries[place].count - 1].column = deletion.column > 0 ? deletion.column : nil
            }
            known.formUnion(link.things)
            known.formUnion(link.forgotten)
        }
    }

    private mutating func judge(_ place: Int, after previous: Int) {
        let (link, before) = (links[place], links[previous])
        guard previous != place, before.extracted.instant <= link.extracted.instant else {
            return add(RegisterRules.order, place)
        }
        // With the case everything in it is gone.
        guard !link.isForgotten else { return }
        let gone = Set(link.deletions.map(\.key))
        let lost = before.things.subtracting(link.things).subtracting(link.forgotten).subtracting(gone)
        for key in lost.sorted(by: { ($0.kind.rawValue, $0.id.folded) < ($1.kind.rawValue, $1.id.folded) }) {
            add(RegisterRules.lost, place) { facts in facts.thing = key.kind.rawValue }
            entries[place][entries[place].count - 1].contextID = key.id.text
        }
    }

    private mutating func add(
        _ rule: RegisterRule,
        _ place: Int,
        words: String? = nil,
        _ fill: (inout DeliveryFacts) -> Void = { _ in }
    ) {
        let link = links[place]
        var entry = DeliveryEntry(rule: rule.id, severity: rule.severity)
        entry.individID = link.caseID.text
        entry.journal = link.journal
        entry.contextID = link.id.text
        entry.line = link.line > 0 ? link.line : nil
        entry.column = link.column > 0 ? link.column : nil
        entry.facts.words = words.map { "\(rule.id).\($0)" } ?? rule.id
        if rule.isOwn { entry.facts.difference = .own }
        fill(&entry.facts)
        entries[place].append(entry)
    }
}
