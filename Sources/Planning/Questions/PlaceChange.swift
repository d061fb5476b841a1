package import Law

/// Places of one kind in one region that open or close, as when a unit does.
package struct PlaceChange: Hashable, Sendable {
    package var kind: String
    package var region: String
    /// How many open; below 0, how many close, each when no child lives there any more.
    package var by: Int
    /// When; `nil`: they have been so from the beginning.
    package var from: Moment?
    /// When it is taken back; `nil`: never.
    package var until: Moment?
    /// How likely it is to happen at all, as an opening that may come to nothing.
    package var probability: Double

    package init(
        kind: String,
        region: String = Scenario.everywhere,
        by: Int,
        from: Moment? = nil,
        until: Moment? = nil,
        probability: Double = 1
    ) {
        self.kind = kind
        self.region = region
        self.by = by
        self.from = from
        self.until = until
        self.probability = probability
    }

    /// A day of the calendar, or a time in the scenario's unit from its start.
    package enum Moment: Hashable, Sendable {
        case day(CalendarDay)
        case time(Double)
    }

    func apply(to scenario: inout Scenario, at pointer: String) throws(ScenarioProblem) {
        try scenario.known(kind, in: scenario.kinds, "kind", at: pointer + "/kind")
        try scenario.known(region, in: scenario.regions, "region", at: pointer + "/region")
        try Check.share(probability, at: pointer + "/probability")
        guard by != 0, abs(by) <= Check.most else {
            throw ScenarioProblem(
                pointer + "/by",
                "expected some places, at most \(Check.most), found \(by)",
                .between(-Double(Check.most), Double(Check.most))
            )
        }
        let place = scenario.places(of: kind, in: region)
        guard let count = scenario.places[place].count else {
            throw ScenarioProblem(pointer + "/kind", "expected a number of places, found \"unlimited\"", .unlimited)
        }
        guard let from else {
            guard until == nil, probability == 1 else {
                throw ScenarioProblem(
                    pointer,
                    "expected \"from\" beside \"until\" or \"probability\", found none",
                    .missing
                )
            }
            try holdOpen(count + by, count, at: pointer)
            scenario.places[place].count = count + by
            return
        }
        let at = try scenario.time(from, at: pointer + "/from")
        let end: Double?
        if let until { end = try scenario.time(until, at: pointer + "/until") } else { end = nil }
        if let end, end <= at {
            throw ScenarioProblem(pointer + "/until", "expected a time after \"from\", found one before", .after)
        }
        let change = Places.Change(at: at, by: by, until: end, probability: probability)
        scenario.places[place].changes.append(change)
        let least = scenario.places[place].fewestOpen
        try holdOpen(least, least - by, at: pointer)
    }

    private func holdOpen(_ left: Int, _ before: Int, at pointer: String) throws(ScenarioProblem) {
        guard left < 0, by < 0 else { return }
        throw ScenarioProblem(
            pointer + "/by",
            "expected at most \(max(0, before)) of \"\(kind)\" in \"\(region)\" to close, found \(-by)",
            .closes
        )
    }
}

extension Places {
    /// How few may be open at any time, with all changes that may happen.
    var fewestOpen: Int {
        let closings = changes.filter { $0.by < 0 || $0.until != nil }
        let times = closings.map { $0.by < 0 ? $0.at : $0.until ?? $0.at }
        return times.reduce(count ?? 0) { least, time in
            let open = changes.reduce(count ?? 0) { sum, change in
                let lasts = change.at <= time && time < change.until ?? .infinity
                // An opening that may come to nothing is not counted on.
                return lasts && (change.by < 0 || change.probability == 1) ? sum + change.by : sum
            }
            return min(least, open)
        }
    }
}

extension Scenario {
    /// The number of the places of a kind in a region; where there are none, of new ones at the price of others of
    /// the kind.
    mutating func places(of kind: String, in region: String) -> Int {
        if let place = places.firstIndex(where: { ($0.kind, $0.region) == (kind, region) }) { return place }
        let other = places.first { $0.kind == kind }
        places.append(
            Places(
                kind: kind,
                region: region,
                count: 0,
                costOpen: other?.costOpen ?? 0,
                costUsed: other?.costUsed ?? 0
            )
        )
        return places.count - 1
    }

    /// A moment as a time from the start.
    fileprivate func time(_ moment: PlaceChange.Moment, at pointer: String) throws(ScenarioProblem) -> Double {
        switch moment {
        case .time(let time):
            guard time.isFinite else {
                throw ScenarioProblem(pointer, "expected a time, found \(time)", .form(.number))
            }
            return time
        case .day(let day):
            guard let starts, unit == "day" else {
                throw ScenarioProblem(
                    pointer,
                    "expected a time in the unit \"\(unit)\", since the scenario does not follow the calendar by "
                        + "\"starts\" and days; found \(day)",
                    .calendar
                )
            }
            return Double(starts.days(until: day))
        }
    }
}
