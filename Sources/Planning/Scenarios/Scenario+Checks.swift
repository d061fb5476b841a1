extension Scenario {
    /// Holds that the scenario can be run: every name is known and single, every number is one of its kind.
    package func check() throws(ScenarioProblem) {
        try checkRun()
        try Check.names(regions, "region", at: "/regions")
        try Check.names(kinds, "kind", at: "/kinds")
        try Check.names(classes.map(\.name), "class", at: "/classes", "/name")
        for (place, each) in places.enumerated() {
            try check(each, at: "/places/\(place)")
            if places[..<place].contains(where: { ($0.kind, $0.region) == (each.kind, each.region) }) {
                throw ScenarioProblem("/places/\(place)", "expected each kind once in a region, found it twice", .twice)
            }
        }
        for (place, each) in classes.enumerated() {
            try check(each, at: "/classes/\(place)")
        }
        for (place, each) in overflow.enumerated() {
            try check(each, at: "/overflow/\(place)")
        }
        for (place, each) in present.enumerated() {
            try check(each, at: "/present/\(place)")
        }
        guard present.isEmpty || (run.warmUp ?? 0) == 0 else {
            throw ScenarioProblem(
                "/run/warmUp",
                "expected 0 or none beside \"present\", found \(run.warmUp ?? 0)",
                .between(0, 0)
            )
        }
    }

    private func checkRun() throws(ScenarioProblem) {
        try Check.positive(run.length, at: "/run/length")
        if let warmUp = run.warmUp { try Check.atLeastZero(warmUp, at: "/run/warmUp") }
        guard run.replications >= 2, run.replications <= 1_000_000 else {
            throw ScenarioProblem(
                "/run/replications",
                "expected 2 to 1000000, found \(run.replications)",
                .between(2, 1_000_000)
            )
        }
        guard let precision = run.precision else { return }
        if let relative = precision.relative { try Check.positive(relative, at: "/run/precision/relative") }
        if let absolute = precision.absolute { try Check.positive(absolute, at: "/run/precision/absolute") }
        guard precision.relative != nil || precision.absolute != nil else {
            throw ScenarioProblem("/run/precision", "expected \"relative\" or \"absolute\", found neither", .missing)
        }
        guard precision.mostReplications >= run.replications, precision.mostReplications <= 1_000_000 else {
            throw ScenarioProblem(
                "/run/precision/mostReplications",
                "expected \(run.replications) to 1000000, found \(precision.mostReplications)",
                .between(Double(run.replications), 1_000_000)
            )
        }
    }

    private func check(_ places: Places, at pointer: String) throws(ScenarioProblem) {
        try known(places.kind, in: kinds, "kind", at: pointer + "/kind")
        try known(places.region, in: regions, "region", at: pointer + "/region")
        if let count = places.count { try Check.count(count, at: pointer + "/count") }
        if let waiting = places.waiting { try Check.count(waiting, at: pointer + "/waiting") }
        try Check.atLeastZero(places.costOpen, at: pointer + "/costOpen")
        try Check.atLeastZero(places.costUsed, at: pointer + "/costUsed")
        for (number, change) in places.changes.enumerated() {
            let pointer = "\(pointer)/changes/\(number)"
            guard places.count != nil else {
                throw ScenarioProblem(pointer, "expected no change of \"unlimited\" places, found one", .unlimited)
            }
            guard change.at.isFinite, abs(change.by) <= Check.most else {
                throw ScenarioProblem(
                    pointer,
                    "expected a time and at most \(Check.most) places",
                    .between(-Double(Check.most), Double(Check.most))
                )
            }
            if let until = change.until, !(until > change.at && until.isFinite) {
                throw ScenarioProblem(pointer + "/until", "expected a time after \(change.at), found \(until)", .after)
            }
            try Check.share(change.probability, at: pointer + "/probability")
        }
        if let surge = places.surge {
            try Check.count(surge.places, at: pointer + "/surge/places")
            try Check.atLeastZero(surge.after, at: pointer + "/surge/after")
            try Check.atLeastZero(surge.cost, at: pointer + "/surge/cost")
        }
    }

    private func check(_ each: ChildClass, at pointer: String) throws(ScenarioProblem) {
        try check(each.needs, of: each, at: pointer + "/needs")
        for (number, arrivals) in each.arrivals.enumerated() {
            try check(arrivals, of: each, at: "\(pointer)/arrivals/\(number)")
        }
        for (kind, stay) in each.stays.sorted(by: { $0.key < $1.key }) {
            let pointer = "\(pointer)/stays/\(JsonPointer.token(kind))"
            try known(kind, in: kinds, "kind", at: pointer)
            try stay.check(at: pointer)
        }
        if let wanted = each.wanted {
            try wanted.within.check(at: pointer + "/wanted/within")
            try wanted.earliest?.check(at: pointer + "/wanted/earliest")
            if case .interim(let cost) = wanted.otherwise {
                try Check.atLeastZero(cost, at: pointer + "/wanted/interimCost")
            }
            if let places = wanted.interimPlaces { try Check.count(places, at: pointer + "/wanted/interimPlaces") }
        }
        for (number, transfer) in each.transfers.enumerated() {
            let pointer = "\(pointer)/transfers/\(number)"
            try known(transfer.from, in: kinds, "kind", at: pointer + "/from")
            try check(transfer.to, of: each, at: pointer + "/to")
            try Check.share(transfer.share, at: pointer + "/share")
            try transfer.after?.check(at: pointer + "/after")
            // Who is back at the same moment would never let the clock go on.
            if let stay = each.stays[transfer.from], stay.mean <= 0 {
                throw ScenarioProblem(
                    pointer + "/from",
                    "expected stays longer than 0 before a transfer, found 0",
                    .above(0)
                )
            }
            guard transfer.after == nil || !transfer.keepsPlace else {
                throw ScenarioProblem(pointer + "/keepsPlace", "expected no time at home for who keeps the place")
            }
            let sum = each.transfers[...number].filter { $0.from == transfer.from }.reduce(0) { $0 + $1.share }
            guard sum <= 1 + 1e-9 else {
                throw ScenarioProblem(pointer + "/share", "expected shares of 1 in all at most, found \(sum)", .shares)
            }
        }
    }

    private func check(_ arrivals: Arrivals, of each: ChildClass, at pointer: String) throws(ScenarioProblem) {
        try known(arrivals.region, in: regions, "region", at: pointer + "/region")
        if let needs = arrivals.needs { try check(needs, of: each, at: pointer + "/needs") }
        if !arrivals.batch.isEmpty {
            try Check.weights(arrivals.batch, count: arrivals.batch.count, at: pointer + "/batch")
        }
        try Check.atLeastZero(arrivals.factor, at: pointer + "/factor")
        switch arrivals.times {
        case .gaps where arrivals.factor != 1, .at where arrivals.factor != 1:
            throw ScenarioProblem(pointer + "/factor", "no such member here; it goes with \"rate\"", .unknown)
        case .rate(let rate, let calendar):
            try Check.atLeastZero(rate, at: pointer + "/rate")
            if let calendar { try check(calendar, at: pointer) }
        case .gaps(let gaps):
            try gaps.check(at: pointer + "/gaps")
            // Always at once would never let the clock go on.
            try Check.positive(gaps.mean, at: pointer + "/gaps")
        case .at(let times):
            for (number, time) in times.enumerated() where !time.isFinite || (number > 0 && time < times[number - 1]) {
                throw ScenarioProblem("\(pointer)/at/\(number)", "expected times in order, found \(time)")
            }
        }
    }

    private func check(_ calendar: Arrivals.Calendar, at pointer: String) throws(ScenarioProblem) {
        guard unit == "day" else {
            throw ScenarioProblem(
                "/unit",
                "expected \"day\" where arrivals follow the calendar, found \"\(unit)\"",
                .calendar
            )
        }
        guard starts != nil || (calendar.months.isEmpty && calendar.weekdays.isEmpty) else {
            throw ScenarioProblem("/starts", "expected a day, since arrivals follow months or weekdays", .calendar)
        }
        if !calendar.months.isEmpty { try Check.weights(calendar.months, count: 12, at: pointer + "/months") }
        if !calendar.weekdays.isEmpty { try Check.weights(calendar.weekdays, count: 7, at: pointer + "/weekdays") }
        guard calendar.trend > -1, calendar.trend <= 10 else {
            throw ScenarioProblem(
                pointer + "/trend",
                "expected more than -1 and at most 10, found \(calendar.trend)",
                .between(-1, 10)
            )
        }
    }

    private func check(
        _ needs: [ChildClass.Need],
        of each: ChildClass,
        at pointer: String
    ) throws(ScenarioProblem) {
        try Check.some(needs.count, "kind", at: pointer)
        for (number, need) in needs.enumerated() {
            let pointer = "\(pointer)/\(number)"
            try known(need.kind, in: kinds, "kind", at: pointer)
            try Check.atLeastZero(need.after, at: pointer + "/after")
            guard each.stays[need.kind] != nil else {
                throw ScenarioProblem(
                    pointer,
                    "expected the class's \"stays\" to name \"\(need.kind)\"; it does not",
                    .stay
                )
            }
        }
    }

    private func check(_ overflow: Overflow, at pointer: String) throws(ScenarioProblem) {
        try known(overflow.from, in: regions, "region", at: pointer + "/from")
        try known(overflow.to, in: regions, "region", at: pointer + "/to")
        guard overflow.from != overflow.to else {
            throw ScenarioProblem(pointer + "/to", "expected another region than \"\(overflow.from)\"", .otherRegion)
        }
        try Check.atLeastZero(overflow.after, at: pointer + "/after")
        for (number, kind) in overflow.kinds.enumerated() {
            try known(kind, in: kinds, "kind", at: "\(pointer)/kinds/\(number)")
        }
        for (number, name) in overflow.classes.enumerated() {
            try holdsClass(name, at: "\(pointer)/classes/\(number)")
        }
    }

    private func check(_ present: Present, at pointer: String) throws(ScenarioProblem) {
        guard let ofClass = classes.first(where: { $0.name == present.ofClass }) else {
            throw ScenarioProblem(pointer + "/class", "no such class: \"\(present.ofClass.prefix(40))\"", .noSuch)
        }
        try known(present.region, in: regions, "region", at: pointer + "/region")
        if let needs = present.needs { try check(needs, of: ofClass, at: pointer + "/needs") }
        switch present.state {
        case .living(let kind, let lived):
            try known(kind, in: kinds, "kind", at: pointer + "/kind")
            guard ofClass.stays[kind] != nil else {
                throw ScenarioProblem(pointer + "/kind", "expected the class's \"stays\" to name \"\(kind)\"", .stay)
            }
            try checkLengths(lived, at: pointer + "/lived")
        case .waiting(let waited, let wanted):
            try checkLengths(waited, at: pointer + "/waited")
            guard let wanted else { return }
            guard ofClass.wanted != nil else {
                throw ScenarioProblem(
                    pointer + "/wanted",
                    "expected a class with \"wanted\", found one without",
                    .wanted
                )
            }
            guard wanted.count == waited.count, wanted.allSatisfy(\.isFinite) else {
                throw ScenarioProblem(
                    pointer + "/wanted",
                    "expected \(waited.count) times, one for each child, found \(wanted.count)",
                    .weights(waited.count)
                )
            }
        }
    }

    private func checkLengths(_ lengths: [Double], at pointer: String) throws(ScenarioProblem) {
        try Check.count(lengths.count, at: pointer)
        for (number, length) in lengths.enumerated() { try Check.atLeastZero(length, at: "\(pointer)/\(number)") }
    }

    /// Holds that a list of names has one.
    func known(
        _ name: String,
        in names: [String],
        _ what: String,
        at pointer: String
    ) throws(ScenarioProblem) {
        guard !names.contains(name) else { return }
        throw ScenarioProblem(
            pointer,
            "no such \(what): \"\(name.prefix(40))\"; expected one of \(names.joined(separator: ", "))",
            .noSuch
        )
    }

    /// Holds that there is a class of a name.
    func holdsClass(_ name: String, at pointer: String) throws(ScenarioProblem) {
        try known(name, in: classes.map(\.name), "class", at: pointer)
    }
}

extension Check {
    /// Places or children in one go; more are a slip of the keyboard.
    static let most = 1_000_000

    static func count(_ value: Int, at pointer: String) throws(ScenarioProblem) {
        guard value >= 0, value <= most else {
            throw ScenarioProblem(pointer, "expected 0 to \(most), found \(value)", .between(0, Double(most)))
        }
    }

    /// Holds that a list of names has some, each once; `member` is where in an item of the list its name stands.
    static func names(
        _ names: [String],
        _ what: String,
        at pointer: String,
        _ member: String = ""
    ) throws(ScenarioProblem) {
        try some(names.count, what, at: pointer)
        for (place, name) in names.enumerated() {
            guard !name.isEmpty else {
                throw ScenarioProblem("\(pointer)/\(place)\(member)", "expected a name, found none", .missing)
            }
            guard !names[..<place].contains(name) else {
                throw ScenarioProblem(
                    "\(pointer)/\(place)\(member)",
                    "expected each \(what) once, found \"\(name)\" twice",
                    .twice
                )
            }
        }
    }
}
