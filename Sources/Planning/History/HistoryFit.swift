package import Law

/// What a history says about the time after it: how children come, how long they stay, what they are given, which places
/// there are and who is there, each with what speaks for it.
package struct HistoryFit: Sendable {
    /// The version of the way of fitting; another may give other figures for the same rows.
    package static let version = 1

    /// The first day from which every asking is among the rows.
    package let from: CalendarDay
    /// The last day about which everything is known.
    package let cutOff: CalendarDay
    package let rowCount: Int
    /// Askings that were withdrawn before there was a place; they are not among the arrivals.
    package let withdrawnCount: Int
    package let regions: [String]
    package let kinds: [String]
    package let classes: [ClassFit]
    package let places: [PlaceFit]
    let present: [Present]

    /// What is known of a class.
    package struct ClassFit: Sendable {
        package let name: String
        package let arrivals: ArrivalFit
        /// The kinds that it was given, the one most used first.
        package let kinds: [KindFit]
        /// How long after asking a place was wanted; `nil` where that is never said.
        package let wanted: Distribution?
        /// The share of askings that do not say it.
        package let unwantedShare: Double
    }

    /// What is known of a class in a kind.
    package struct KindFit: Sendable {
        package let kind: String
        /// The share of the class's askings.
        package let share: Double
        package let stays: StayFit
        package let leads: LeadTimes
    }

    /// How many places of a kind a region has.
    package struct PlaceFit: Sendable {
        package let kind: String
        package let region: String
        /// At the beginning of the day after the data cut-off; `nil`: nothing shows that there is a limit.
        package let count: Int?
        /// The most who lived there at once in the year before it.
        package let mostUsed: Int
        package let basis: Basis
        let changes: [Places.Change]

        /// Where the number comes from.
        package enum Basis: String, Sendable {
            /// From a file of places.
            case given
            /// The most that were used at once: children waited while so many were.
            case mostUsed
            /// Nothing shows that there is a limit.
            case noLimit
        }
    }

    /// Fits everything to a history.
    ///
    /// - Parameters:
    ///   - history: The rows.
    ///   - records: How many places there were; where nothing is said of a kind in a region, as many as were most used at
    ///     once in the last year if children waited then, and no limit if not.
    /// - Throws: Where no stay ended, so that nothing tells how long stays are.
    package init(_ history: History, places records: [PlaceRecord] = []) throws(HistoryProblem) {
        let table = HistoryTable(history, records)
        (from, cutOff, rowCount) = (history.from, history.cutOff, history.rows.count)
        withdrawnCount = table.withdrawn
        (regions, kinds) = (table.regions, table.kinds)
        var classes: [ClassFit] = []
        for ofClass in table.classes.indices { classes.append(try ClassFit(ofClass, table)) }
        // A class whose askings were all withdrawn asks for nothing.
        self.classes = classes.filter { !$0.kinds.isEmpty }
        let leading = Set(classes.flatMap(\.kinds).filter(\.leads.areAny).map(\.kind))
        places = table.pools.map { PlaceFit($0, table, records, leading) }.filter {
            $0.basis == .given || $0.isAsked(table)
        }
        present = Self.present(table, classes)
    }

    /// The day at time 0 of its scenarios.
    package var starts: CalendarDay { cutOff.adding(days: 1) }

    private static func present(_ table: HistoryTable, _ classes: [ClassFit]) -> [Present] {
        var all: [Present] = []
        let keys = table.present.keys.sorted {
            ($0.ofClass, $0.kind, $0.region, $0.isLiving ? 0 : 1) < (
                $1.ofClass, $1.kind, $1.region, $1.isLiving ? 0 : 1
            )
        }
        for key in keys {
            let children = (table.present[key] ?? []).sorted {
                ($0.length, $0.wanted ?? .infinity) < ($1.length, $1.wanted ?? .infinity)
            }
            let ofClass = classes[key.ofClass]
            let (kind, region) = (table.kinds[key.kind], table.regions[key.region])
            if key.isLiving {
                all.append(
                    Present(
                        ofClass: ofClass.name,
                        region: region,
                        .living(kind: kind, lived: children.map(\.length)),
                        needs: [ChildClass.Need(kind)]
                    )
                )
                continue
            }
            let leads = ofClass.kinds.first { $0.kind == kind }?.leads ?? .none
            let ready = children.enumerated().map { place, child in
                child.waitsForPlace
                    ? 0 : leads.ready(afterWaiting: child.length, number: place, of: children.count)
            }
            for after in Set(ready).sorted() {
                let those = zip(children, ready).filter { $0.1 == after }.map(\.0)
                all.append(
                    Present(
                        ofClass: ofClass.name,
                        region: region,
                        .waiting(
                            waited: those.map(\.length),
                            wanted: ofClass.wanted.map { _ in those.map { $0.wanted ?? ClassFit.never } }
                        ),
                        needs: [ChildClass.Need(kind, after: after)]
                    )
                )
            }
        }
        return all
    }
}

extension HistoryFit.ClassFit {
    /// A hundred years, for a place that is wanted on no day.
    fileprivate static let never = 36_525.0

    fileprivate init(_ number: Int, _ table: HistoryTable) throws(HistoryProblem) {
        name = table.classes[number]
        let counts = table.counts[number]
        let siblings = Siblings(table.askings[number])
        arrivals = ArrivalFit(
            name,
            DayCounts(table.days[number], from: table.history.from, spread: siblings?.spread ?? 1),
            counts: table.kinds.indices.flatMap { kind in
                table.regions.indices.map { (table.kinds[kind], table.regions[$0], counts[kind][$0]) }
            }.filter { kind, _, _ in
                table.regions.indices.contains { counts[table.kinds.firstIndex(of: kind) ?? 0][$0] > 0 }
            },
            blocks: table.blocks[number],
            siblings: siblings
        )
        let totals = counts.map { $0.reduce(0, +) }
        let all = max(1, totals.reduce(0, +))
        var kinds: [HistoryFit.KindFit] = []
        for kind in table.kinds.indices where totals[kind] > 0 || Self.isSeen(number, kind, table) {
            kinds.append(
                HistoryFit.KindFit(
                    kind: table.kinds[kind],
                    share: Double(totals[kind]) / Double(all),
                    stays: try Self.stays(number, kind, table),
                    leads: LeadTimes(table.leads[number][kind].counted, wanted: Self.usualDays(table.wanted[number]))
                )
            )
        }
        self.kinds = kinds.sorted { ($1.share, $0.kind) < ($0.share, $1.kind) }
        let (said, unsaid) = (table.wanted[number].values.reduce(0, +), table.unwanted[number])
        unwantedShare = Double(unsaid) / Double(max(1, said + unsaid))
        guard said > 0 else {
            wanted = nil
            return
        }
        // A date has passed when its day is over, and children ask in the middle of a day.
        let pairs = table.wanted[number].sorted { $0.key < $1.key }.map {
            (length: Double($0.key) + 0.5, weight: Double($0.value))
        }
        wanted = .seen(pairs, beside: unsaid > 0 ? [(Self.never, Double(unsaid))] : [])
    }

    /// The days after which half of those who say it want a place.
    private static func usualDays(_ wanted: [Int: Int]) -> Int? {
        var left = wanted.values.reduce(0, +) / 2
        for (days, count) in wanted.sorted(by: { $0.key < $1.key }) {
            left -= count
            if left < 0 { return days }
        }
        return nil
    }

    private static func isSeen(_ ofClass: Int, _ kind: Int, _ table: HistoryTable) -> Bool {
        let stays = table.stays[ofClass][kind]
        return !stays.ended.isEmpty || !stays.open.isEmpty
            || table.present.keys.contains { ($0.ofClass, $0.kind) == (ofClass, kind) }
    }

    private static func stays(_ ofClass: Int, _ kind: Int, _ table: HistoryTable) throws(HistoryProblem) -> StayFit {
        let none = HistoryTable.Lengths()
        let all: [(StayFit.Basis, () -> HistoryTable.Lengths)] = [
            (.own, { table.stays[ofClass][kind] }),
            (.kind, { table.stays.reduce(none) { $0 + $1[kind] } }),
            (.all, { table.stays.reduce(none) { $1.reduce($0, +) } }),
        ]
        for (basis, lengths) in all {
            let lengths = lengths()
            guard lengths.ended.count >= StayFit.fewest || basis == .all else { continue }
            if let fit = StayFit(lengths.counted, basis: basis) { return fit }
        }
        throw HistoryProblem("expected at least one stay that ended, found none", .noStayEnded)
    }
}

extension HistoryFit.PlaceFit {
    fileprivate init(
        _ pool: HistoryTable.Pool,
        _ table: HistoryTable,
        _ records: [PlaceRecord],
        _ leading: Set<String>
    ) {
        (kind, region, mostUsed) = (table.kinds[pool.kind], table.regions[pool.region], pool.most)
        let (kind, region) = (kind, region)
        let own = records.filter { ($0.kind, $0.region) == (kind, region) }
        let showsLimit = pool.showsLimit(haveLeads: leading.contains(kind))
        basis = !own.isEmpty ? .given : showsLimit ? .mostUsed : .noLimit
        let starts = table.history.cutOff.adding(days: 1)
        count =
            switch basis {
            case .given: own.reduce(0) { $0 + ($1.isOpen(on: starts) ? $1.count : 0) }
            case .mostUsed: pool.most
            case .noLimit: nil
            }
        changes = own.compactMap { record in
            let until = record.until.map { Double(starts.days(until: $0) + 1) }
            if record.isOpen(on: starts) { return until.map { Places.Change(at: $0, by: -record.count) } }
            guard let from = record.from, from > starts else { return nil }
            return Places.Change(at: Double(starts.days(until: from)), by: record.count, until: until)
        }
    }

    /// Whether anybody ever asked for it: then it is part of the scenario, places or none.
    fileprivate func isAsked(_ table: HistoryTable) -> Bool {
        guard let kind = table.kinds.firstIndex(of: kind), let region = table.regions.firstIndex(of: region) else {
            return false
        }
        return table.counts.contains { $0[kind][region] > 0 }
            || table.present.keys.contains { ($0.kind, $0.region) == (kind, region) }
    }
}
