package import Law

/// The history of one pretend family in one service.
package struct PretendHistory: Hashable, Sendable {
    /// By day, and within a day in the order in which they are taken.
    package var steps: [HistoryStep]
    /// The cases that were opened.
    package var cases: [RecordID]
}

extension PretendWorld {
    /// About three years of the three services: families until so many cases have been opened.
    ///
    /// The same seed and the same last day give the same histories.
    ///
    /// - Parameters:
    ///   - cases: How many cases at least; the last family may have more children.
    ///   - today: The last day of the past.
    /// - Returns: The families' histories, which are independent of each other.
    package func histories(cases: Int, endingOn today: CalendarDay) -> [PretendHistory] {
        var histories: [PretendHistory] = []
        var count = 0
        while count < cases {
            let family = histories.count
            let history = history(ofFamily: family, in: Self.service(ofFamily: family).home, endingOn: today)
            count += history.cases.count
            histories.append(history)
        }
        return histories
    }

    /// The history of one family of a service; any place can be asked for alone.
    package func history(
        ofFamily family: Int,
        in home: HistoryHome,
        endingOn today: CalendarDay
    ) -> PretendHistory {
        let plot = HistoryPlot.plot(ofFamily: family, seed: seed)
        var writer = FamilyWriter(plot: plot, in: home, turn: family, endingOn: today, seed: seed)
        let written = writer.write()
        return PretendHistory(steps: written.steps, cases: written.cases)
    }

    /// The services by their shares, in an order that mixes them.
    private static func service(ofFamily family: Int) -> PretendService {
        // 37 and 100 have no divisor in common, so that a hundred families meet every place once.
        var place = family % 100 * 37 % 100
        for service in PretendService.allCases {
            if place < service.share { return service }
            place -= service.share
        }
        return .nordvag
    }
}
