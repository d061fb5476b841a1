package import Law

extension PretendWorld {
    /// The caseworkers of a generated service.
    private static let caseworkersOfMany = 8

    /// Services beside the three of the demonstration, one for each of the first municipalities: for measurements.
    ///
    /// - Parameter count: How many; at most one for each municipality of 2024.
    /// - Returns: The services, each with a leader and caseworkers.
    package static func manyHomes(_ count: Int) -> [HistoryHome] {
        guard let first = CalendarDay(year: 2024, month: 1, day: 1) else { return [] }
        let municipalities = MunicipalityRegister.national.municipalities(on: first)
        return municipalities.prefix(max(0, count)).enumerated().map { place, municipality in
            HistoryHome(
                unit: unit("tjeneste-\(place + 1)"),
                place: "Tjeneste \(place + 1)",
                municipalities: ["\(municipality.number)"],
                leader: ActorID(pretend: "s\(place + 1)-leader"),
                caseworkers: (1...caseworkersOfMany).map { ActorID(pretend: "s\(place + 1)-p\($0)") },
                service: nil,
                firstMessageDay: first
            )
        }
    }

    /// Histories of one service alone, until so many cases have been opened; no two services share a family.
    ///
    /// - Parameters:
    ///   - cases: How many cases at least.
    ///   - home: The service.
    ///   - number: The service's place among all, from 0.
    ///   - today: The last day of the past.
    /// - Returns: The families' histories.
    package func histories(cases: Int, in home: HistoryHome, number: Int, endingOn today: CalendarDay)
        -> [PretendHistory]
    {
        var histories: [PretendHistory] = []
        var count = 0
        while count < cases {
            let family = number * 100_000 + histories.count
            let history = history(ofFamily: family, in: home, endingOn: today)
            count += history.cases.count
            histories.append(history)
        }
        return histories
    }
}

extension HistoryHome {
    /// The service as the directory wants it.
    package var listed: Service {
        let numbers = municipalities.compactMap { try? MunicipalityNumber(parsing: $0) }
        return Service(
            unit: unit,
            name: place + " barnevernstjeneste",
            memberships: numbers.map { Service.Membership(municipality: $0, from: firstMessageDay) }
        )
    }
}
