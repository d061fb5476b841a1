import Law

/// The rows of a history counted for fitting, with names in order, so that the order of the rows changes nothing.
struct HistoryTable {
    let history: History
    let classes: [String]
    let kinds: [String]
    let regions: [String]
    private(set) var pools: [Pool]
    /// Whether anybody of a class was in, or asked for, a kind; by class, then kind.
    private(set) var counts: [[[Int]]]
    private(set) var stays: [[Lengths]]
    private(set) var days: [[Double]]
    /// By class: how many asked for each kind from each region on each day, the days of each with a week between them
    /// and those of the next.
    private(set) var askings: [[Int: Int]]
    /// By class and region: askings in each block of days, the last block first.
    private(set) var blocks: [[[Double]]]
    private(set) var wanted: [[Int: Int]]
    private(set) var unwanted: [Int]
    private(set) var withdrawn = 0
    private(set) var leads: [[Lengths]]
    private(set) var present: [PresentKey: [PresentChild]] = [:]

    /// Lengths as they were seen, in any order.
    struct Lengths {
        var ended: [Double] = []
        var open: [Double] = []
        var entered: [Double] = []

        static func + (left: Lengths, right: Lengths) -> Lengths {
            Lengths(
                ended: left.ended + right.ended,
                open: left.open + right.open,
                entered: left.entered + right.entered
            )
        }

        var counted: StayLengths { StayLengths(ended: ended, open: open, entered: entered) }
    }

    struct PresentKey: Hashable {
        let ofClass: Int
        let kind: Int
        let region: Int
        let isLiving: Bool
    }

    /// A child who is there at the data cut-off.
    struct PresentChild {
        /// How long it has lived there, or waited.
        let length: Double
        let wanted: Double?
        /// Whether all places were full on a day while it waited.
        let waitsForPlace: Bool
    }

    /// The places of one kind in one region, day by day at the end of the history.
    struct Pool {
        let kind: Int
        let region: Int
        /// The most who lived there at once in that time.
        let most: Int
        /// How many of the days up to each, the first of them not counted, had no free place.
        let fullDays: [Int]
        /// How many waited over a day without a free place.
        fileprivate(set) var waitedCount = 0

        /// Whether it shows that there is a limit: children waited while it was full.
        ///
        /// Where they have to wait in any case, they do so on the days of the most use as well; then it was full on one
        /// day of twenty at least.
        func showsLimit(haveLeads: Bool) -> Bool {
            haveLeads ? waitedCount > 0 && (fullDays.last ?? 0) * 20 >= fullDays.count - 1 : waitedCount > 1
        }
    }

    private let firstDay: Int
    private let lastDay: Int
    /// The first of the days that tell how many places there are.
    private let poolDay: Int
    private static let poolDays = 365

    init(_ history: History, _ records: [PlaceRecord]) {
        self.history = history
        let names = { (name: (History.Row) -> String) in Set(history.rows.map(name)).sorted() }
        classes = names(\.ofClass)
        kinds = Set(names(\.kind) + records.map(\.kind)).sorted()
        regions = Set(names(\.region) + records.map(\.region)).sorted()
        (firstDay, lastDay) = (history.from.dayNumber, history.cutOff.dayNumber)
        poolDay = max(firstDay, lastDay - Self.poolDays + 1)
        let (classCount, kindCount, regionCount, dayCount) = (
            classes.count, kinds.count, regions.count, lastDay - firstDay + 1
        )
        counts = classes.map { _ in Array(repeating: Array(repeating: 0, count: regionCount), count: kindCount) }
        stays = Array(repeating: Array(repeating: Lengths(), count: kindCount), count: classCount)
        leads = stays
        days = Array(repeating: Array(repeating: 0, count: dayCount), count: classCount)
        askings = Array(repeating: [:], count: classCount)
        let blockCount = dayCount / ArrivalFit.block
        blocks = classes.map { _ in Array(repeating: Array(repeating: 0, count: blockCount), count: regionCount) }
        wanted = Array(repeating: [:], count: classCount)
        unwanted = Array(repeating: 0, count: classCount)
        let numbers = (Self.numbers(classes), Self.numbers(kinds), Self.numbers(regions))
        let placed = history.rows.map { row in
            (numbers.0[row.ofClass] ?? 0, numbers.1[row.kind] ?? 0, numbers.2[row.region] ?? 0)
        }
        pools = Self.pools(
            history,
            placed.map { $0.1 * regionCount + $0.2 },
            (kinds, regions),
            from: poolDay,
            records
        )
        for (row, place) in zip(history.rows, placed) { count(row, place.0, place.1, place.2) }
    }

    private static func numbers(_ names: [String]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    }

    private mutating func count(_ row: History.Row, _ ofClass: Int, _ kind: Int, _ region: Int) {
        let asked = row.asked.dayNumber
        if asked >= firstDay { countAsking(row, ofClass, kind, region) }
        let key = PresentKey(ofClass: ofClass, kind: kind, region: region, isLiving: row.started != nil)
        guard let started = row.started?.dayNumber else {
            guard row.left == nil else { return }
            let wanted = row.wanted.map { Double($0.dayNumber - lastDay) }
            let isFull = hasFullDay(kind, region, from: asked, to: lastDay + 1)
            present[key, default: []].append(
                PresentChild(length: Double(lastDay - asked) + 0.5, wanted: wanted, waitsForPlace: isFull)
            )
            return
        }
        if started < firstDay { stays[ofClass][kind].entered.append(Double(firstDay - started) - 0.5) }
        if let ended = row.ended?.dayNumber {
            stays[ofClass][kind].ended.append(max(0.5, Double(ended - started)))
        } else {
            let lived = Double(lastDay - started) + 0.5
            stays[ofClass][kind].open.append(lived)
            present[key, default: []].append(PresentChild(length: lived, wanted: nil, waitsForPlace: false))
        }
    }

    private mutating func countAsking(_ row: History.Row, _ ofClass: Int, _ kind: Int, _ region: Int) {
        let asked = row.asked.dayNumber
        let end = row.started?.dayNumber ?? row.left?.dayNumber ?? lastDay + 1
        if hasFullDay(kind, region, from: asked, to: end) {
            pools[kind * regions.count + region].waitedCount += 1
            // So long it could have had a place, and did not take it yet; those who wait longer meet a full day more often.
            let free = daysBeforeFull(kind, region, from: asked)
            if asked >= poolDay, free > 0 { leads[ofClass][kind].open.append(Double(free)) }
        } else if asked >= poolDay {
            if row.started != nil {
                leads[ofClass][kind].ended.append(Double(end - asked))
            } else {
                leads[ofClass][kind].open.append(Double(end - asked))
            }
        }
        guard !row.isWithdrawn else {
            withdrawn += 1
            return
        }
        counts[ofClass][kind][region] += 1
        days[ofClass][asked - firstDay] += 1
        let cell = (kind * regions.count + region) * (days[ofClass].count + 7)
        askings[ofClass][cell + asked - firstDay, default: 0] += 1
        let block = (lastDay - asked) / ArrivalFit.block
        if block < blocks[ofClass][region].count { blocks[ofClass][region][block] += 1 }
        if let date = row.wanted {
            wanted[ofClass][max(0, date.dayNumber - asked), default: 0] += 1
        } else {
            unwanted[ofClass] += 1
        }
    }

    /// Whether there was a day with all places taken, of those from one to before another.
    private func hasFullDay(_ kind: Int, _ region: Int, from: Int, to end: Int) -> Bool {
        let full = pools[kind * regions.count + region].fullDays
        let (low, high) = (max(0, from - poolDay), max(0, end - poolDay))
        return full[min(high, full.count - 1)] > full[min(low, full.count - 1)]
    }

    /// How many days from one on had a free place, up to the first that had none.
    private func daysBeforeFull(_ kind: Int, _ region: Int, from: Int) -> Int {
        let full = pools[kind * regions.count + region].fullDays
        let low = max(0, from - poolDay)
        return full[low...].prefix { $0 == full[low] }.count - 1
    }

    private static func pools(
        _ history: History,
        _ poolOfRow: [Int],
        _ names: (kinds: [String], regions: [String]),
        from first: Int,
        _ records: [PlaceRecord]
    ) -> [Pool] {
        let dayCount = history.cutOff.dayNumber - first + 1
        let poolCount = names.kinds.count * names.regions.count
        var changes = Array(repeating: Array(repeating: 0, count: dayCount + 1), count: poolCount)
        for (row, pool) in zip(history.rows, poolOfRow) {
            guard let started = row.started?.dayNumber else { continue }
            let end = min(row.ended.map { $0.dayNumber - first } ?? dayCount, dayCount)
            guard end > max(0, started - first) else { continue }
            changes[pool][max(0, started - first)] += 1
            changes[pool][end] -= 1
        }
        return (0..<poolCount).map { pool in
            let (kind, region) = (pool / names.regions.count, pool % names.regions.count)
            var living = 0
            let used = changes[pool].dropLast().map { change in
                living += change
                return living
            }
            let most = used.max() ?? 0
            let own = records.filter { ($0.kind, $0.region) == (names.kinds[kind], names.regions[region]) }
            var fullDays = [0]
            for (day, used) in used.enumerated() {
                let date = CalendarDay(dayNumber: first + day) ?? history.cutOff
                let open = own.isEmpty ? most : own.reduce(0) { $0 + ($1.isOpen(on: date) ? $1.count : 0) }
                fullDays.append((fullDays.last ?? 0) + (used >= open ? 1 : 0))
            }
            return Pool(kind: kind, region: region, most: most, fullDays: fullDays)
        }
    }
}
