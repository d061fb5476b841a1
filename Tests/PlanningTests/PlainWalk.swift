import Planning

/// The rules of `docs/scenario.md`, followed child by child.
///
/// It has none of the simulation's lists: every step looks through all there is. For scenarios in which nothing is left to
/// chance.
struct PlainWalk {
    private enum Happening: Int {
        case change, stayEnds, comesBack, mayAsk, reaches, datePasses, arrival
    }

    private struct Coming {
        let time: Double
        let what: Happening
        let child: Int
        /// How often its child had changed when this was foreseen.
        let turn: Int
        var place = -1
        var by = 0
    }

    private enum State {
        case away, waiting, living, gone
    }

    private struct Child {
        let ofClass: Int
        let region: String
        var needs: [ChildClass.Need]
        var came: Double
        var since: Double
        var state = State.away
        var turn = 0
        /// The places that it lives in, and those that it keeps while it waits for the next.
        var place = -1
        var held = -1
        var date = Double.infinity
        var isInterim = false
    }

    /// Places that a child would have, in the order in which it would.
    private struct Wish {
        let place: Int
        let after: Double
        let isElsewhere: Bool
        var isBought = false
    }

    private let scenario: Scenario
    private var now: Double
    private var children: [Child] = []
    private var coming: [Coming] = []
    private var open: [Int]
    private(set) var tallies: [Tally]
    private(set) var places: [PlaceTally]

    init(_ scenario: Scenario) {
        self.scenario = scenario
        now = -(scenario.run.warmUp ?? 0)
        open = scenario.places.map { $0.count ?? 1_000_000 }
        tallies = scenario.classes.map { _ in Tally() }
        places = scenario.places.map { _ in PlaceTally() }
        for (ofClass, each) in scenario.classes.enumerated() {
            for arrivals in each.arrivals {
                guard case .at(let times) = arrivals.times else { continue }
                for time in times where time >= now {
                    children.append(
                        Child(ofClass: ofClass, region: arrivals.region, needs: each.needs, came: time, since: time)
                    )
                    foresee(.arrival, children.count - 1, at: time)
                }
            }
        }
        for (place, each) in scenario.places.enumerated() {
            for change in each.changes {
                foresee(change.by, place, at: change.at)
                if let until = change.until { foresee(-change.by, place, at: until) }
            }
        }
    }

    /// Lets everything happen.
    mutating func run() {
        while let next = coming.indices.min(by: { isBefore(coming[$0], coming[$1]) }) {
            let event = coming.remove(at: next)
            guard event.time < scenario.run.length else { break }
            pass(to: event.time)
            if event.what == .change {
                open[event.place] = max(0, open[event.place] + event.by)
                giveAway(event.place)
            } else if children[event.child].turn == event.turn {
                happen(event.what, event.child)
            }
        }
        pass(to: scenario.run.length)
        for child in children where child.state == .waiting && child.date < now { countBreach(child) }
    }

    private func isBefore(_ one: Coming, _ other: Coming) -> Bool {
        (one.time, one.what.rawValue) < (other.time, other.what.rawValue)
    }

    private mutating func foresee(_ what: Happening, _ child: Int, at time: Double) {
        coming.append(Coming(time: time, what: what, child: child, turn: children[child].turn))
    }

    private mutating func foresee(_ by: Int, _ place: Int, at time: Double) {
        coming.append(Coming(time: max(time, now), what: .change, child: -1, turn: 0, place: place, by: by))
    }

    /// Adds up everything that is so until a time.
    private mutating func pass(to time: Double) {
        let length = time - max(now, 0)
        defer { now = time }
        guard length > 0 else { return }
        for child in children {
            switch child.state {
            case .waiting: tallies[child.ofClass].waiting += length
            case .living: tallies[child.ofClass].living += length
            case .away, .gone: continue
            }
            if child.isInterim { tallies[child.ofClass].interim += length }
        }
        for place in places.indices {
            let (used, open) = (used(place), open[place])
            places[place].open += Double(open) * length
            places[place].used += Double(used) * length
            places[place].square += Double(used * used) * length
            places[place].full += used >= open ? length : 0
            let bought = min(max(0, used - open), scenario.places[place].surge?.places ?? 0)
            places[place].surge += Double(bought) * length
        }
    }

    private func used(_ place: Int) -> Int {
        children.count { $0.state == .living && $0.place == place || $0.held == place }
    }

    private mutating func happen(_ what: Happening, _ child: Int) {
        switch what {
        case .arrival:
            count(child) { $0.arrivals += 1 }
            ask(child)
        case .comesBack:
            children[child].came += now - children[child].since
            ask(child)
        case .mayAsk:
            children[child].came += now - children[child].since
            seek(child)
        case .reaches:
            if let wish = wishes(children[child]).first(where: { mayHave($0, child) }) { start(child, wish) }
        case .datePasses: passDate(child)
        case .stayEnds: endStay(child)
        case .change: break
        }
    }

    private mutating func ask(_ child: Int) {
        (children[child].state, children[child].since) = (.away, now)
        children[child].turn += 1
        guard let (earliest, _) = dates(children[child]), earliest > 0 else { return seek(child) }
        foresee(.mayAsk, child, at: now + earliest)
    }

    /// How long after asking a place may be taken, and is wanted.
    private func dates(_ child: Child) -> (earliest: Double, wanted: Double)? {
        guard let wanted = scenario.classes[child.ofClass].wanted, case .constant(let within) = wanted.within else {
            return nil
        }
        guard case .constant(let earliest)? = wanted.earliest else { return (0, within) }
        return (min(earliest, within), within)
    }

    private func wishes(_ child: Child) -> [Wish] {
        let own = scenario.classes[child.ofClass]
        let find = { (kind: String, region: String) in
            scenario.places.firstIndex { ($0.kind, $0.region) == (kind, region) }
        }
        var (all, bought): ([Wish], [Wish]) = ([], [])
        for need in child.needs {
            guard let place = find(need.kind, child.region) else { continue }
            all.append(Wish(place: place, after: need.after, isElsewhere: false))
            guard let surge = scenario.places[place].surge else { continue }
            bought.append(Wish(place: place, after: max(need.after, surge.after), isElsewhere: false, isBought: true))
        }
        for overflow in scenario.overflow where overflow.from == child.region {
            guard overflow.classes.isEmpty || overflow.classes.contains(own.name) else { continue }
            for need in child.needs where overflow.kinds.isEmpty || overflow.kinds.contains(need.kind) {
                guard let place = find(need.kind, overflow.to) else { continue }
                all.append(Wish(place: place, after: max(need.after, overflow.after), isElsewhere: true))
            }
        }
        return all + bought
    }

    private func mayHave(_ wish: Wish, _ child: Int) -> Bool {
        let room = open[wish.place] + (wish.isBought ? scenario.places[wish.place].surge?.places ?? 0 : 0)
        return children[child].since + wish.after <= now && used(wish.place) < room
    }

    private mutating func seek(_ child: Int) {
        children[child].since = now
        count(child) { $0.requests += 1 }
        let wishes = wishes(children[child])
        if let wish = wishes.first(where: { $0.after <= 0 && mayHave($0, child) }) { return start(child, wish) }
        let list = wishes[0].place
        let most = scenario.places[list].waiting ?? .max
        guard children.count(where: { $0.state == .waiting && self.wishes($0)[0].place == list }) < most else {
            count(child) { $0.refused += 1 }
            return leave(child)
        }
        count(child) { $0.waited += 1 }
        children[child].state = .waiting
        children[child].turn += 1
        for wish in wishes where wish.after > 0 { foresee(.reaches, child, at: now + wish.after) }
        guard let (earliest, wanted) = dates(children[child]) else { return }
        children[child].date = now + wanted - earliest
        foresee(.datePasses, child, at: children[child].date)
    }

    private mutating func start(_ child: Int, _ wish: Wish) {
        if children[child].state == .waiting { endWait(child) }
        count(child) {
            $0.started += 1
            $0.elsewhere += wish.isElsewhere ? 1 : 0
        }
        let held = children[child].held
        (children[child].state, children[child].place, children[child].held) = (.living, wish.place, -1)
        children[child].since = now
        children[child].turn += 1
        let kind = scenario.places[wish.place].kind
        guard case .constant(let stay)? = scenario.classes[children[child].ofClass].stays[kind] else { return }
        foresee(.stayEnds, child, at: now + stay)
        if held >= 0 { giveAway(held) }
    }

    private mutating func endWait(_ child: Int) {
        let one = children[child]
        let wait = now - one.since
        count(child) { $0.waits += wait }
        if one.date < now { countBreach(one) }
        (children[child].date, children[child].isInterim) = (.infinity, false)
        children[child].state = .away
        guard one.isInterim else { return }
        let next = children.indices.filter { other in
            let another = children[other]
            return another.state == .waiting && (another.ofClass, another.region) == (one.ofClass, one.region)
                && another.date < now && !another.isInterim
        }.min { children[$0].since < children[$1].since }
        if let next { children[next].isInterim = true }
    }

    private mutating func countBreach(_ child: Child) {
        guard now >= 0 else { return }
        tallies[child.ofClass].breaches += child.date >= 0 ? 1 : 0
        tallies[child.ofClass].lengths += 1
        tallies[child.ofClass].breachLength += now - child.date
    }

    private mutating func passDate(_ child: Int) {
        let one = children[child]
        switch scenario.classes[one.ofClass].wanted?.otherwise {
        case .leaves:
            endWait(child)
            count(child) {
                $0.breaches += 1
                $0.left += 1
            }
            leave(child)
        case .interim:
            let having = children.count {
                $0.isInterim && ($0.ofClass, $0.region) == (one.ofClass, one.region)
            }
            children[child].isInterim = having < scenario.classes[one.ofClass].wanted?.interimPlaces ?? .max
        case .waits, nil: break
        }
    }

    private mutating func endStay(_ child: Int) {
        let (place, own) = (children[child].place, scenario.classes[children[child].ofClass])
        let transfer = own.transfers.first { $0.from == scenario.places[place].kind }
        guard let transfer else { return leave(child) }
        children[child].needs = transfer.to
        (children[child].state, children[child].since) = (.away, now)
        children[child].turn += 1
        if transfer.keepsPlace {
            children[child].held = place
            ask(child)
        } else {
            if case .constant(let home)? = transfer.after { foresee(.comesBack, child, at: now + home) }
            giveAway(place)
            if transfer.after == nil { ask(child) }
        }
    }

    private mutating func leave(_ child: Int) {
        let one = children[child]
        let sojourn = now - one.came
        count(child) {
            $0.gone += 1
            $0.sojourns += sojourn
        }
        (children[child].state, children[child].held) = (.gone, -1)
        children[child].turn += 1
        if one.state == .living { giveAway(one.place) }
        if one.held >= 0 { giveAway(one.held) }
    }

    /// Gives free places to those who wait and may have them: the smallest priority, then who asked first.
    private mutating func giveAway(_ place: Int) {
        while true {
            let next = children.indices.filter { child in
                children[child].state == .waiting
                    && wishes(children[child]).contains { $0.place == place && mayHave($0, child) }
            }.min { order(children[$0]) < order(children[$1]) }
            guard let next,
                let wish = wishes(children[next]).first(where: { $0.place == place && mayHave($0, next) })
            else { return }
            start(next, wish)
        }
    }

    private func order(_ child: Child) -> (Int, Double) {
        (scenario.classes[child.ofClass].priority, child.since)
    }

    /// Counts what happens to a child, unless it is still the warm-up.
    private mutating func count(_ child: Int, _ change: (inout Tally) -> Void) {
        if now >= 0 { change(&tallies[children[child].ofClass]) }
    }
}
