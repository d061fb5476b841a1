/// Who comes, and who is there at time 0.
extension NetworkBuilder {
    mutating func add(
        _ arrivals: Arrivals,
        number: Int,
        of ofClass: ChildClass
    ) throws(ScenarioProblem) {
        let demand = try demand(of: ofClass, region: arrivals.region, needs: arrivals.needs ?? ofClass.needs)
        let total = arrivals.batch.reduce(0, +)
        var sum = 0.0
        let batch = arrivals.batch.map { weight in
            sum += weight
            return sum / total
        }
        let before = ofClass.arrivals[..<number].count { $0.region == arrivals.region }
        let names = ["arrivals", ofClass.name, arrivals.region, String(before)]
        sources.append(
            Network.SourcePlan(
                demand: demand,
                names: names,
                times: times(of: arrivals, factor: 1),
                batch: batch,
                share: min(1, arrivals.factor)
            )
        )
        guard arrivals.factor > 1 else { return }
        sources.append(
            Network.SourcePlan(
                demand: demand,
                names: names + ["more"],
                times: times(of: arrivals, factor: arrivals.factor - 1),
                batch: batch,
                share: 1
            )
        )
    }

    private mutating func times(of arrivals: Arrivals, factor: Double) -> Network.SourcePlan.Times {
        switch arrivals.times {
        case .rate(0, _): .never
        case .rate(let rate, nil): .poisson(meanGap: 1 / (rate * factor))
        case .rate(let rate, let calendar?):
            .calendar(meanGap: 1 / (rate * factor), CalendarRate(calendar, starts: scenario.starts))
        case .gaps(let gaps): .renewal(sampler: sampler(gaps))
        case .at(let times): times.isEmpty ? .never : .seen(times)
        }
    }

    mutating func add(_ each: Present, number: Int) throws(ScenarioProblem) {
        guard let ofClass = scenario.classes.first(where: { $0.name == each.ofClass }) else { return }
        let needs = each.needs ?? ofClass.needs
        let before = scenario.present[..<number].count {
            ($0.ofClass, $0.region, $0.kind, $0.needs) == (each.ofClass, each.region, each.kind, each.needs)
        }
        let asked = needs.map { "\($0.kind) \($0.after)" }
        switch each.state {
        case .waiting(let waited, let wanted):
            let demand = try demand(of: ofClass, region: each.region, needs: needs)
            let names = ["waiting", each.ofClass, each.region, String(before)] + asked
            present.append(
                Network.PresentPlan(demand: demand, link: -1, lengths: waited, wanted: wanted, names: names)
            )
        case .living(let kind, let lived):
            // Who lives where its class does not ask to live has asked for that kind alone.
            let fits = needs.contains { $0.kind == kind }
            let demand = try demand(
                of: ofClass,
                region: each.region,
                needs: fits ? needs : [ChildClass.Need(kind)]
            )
            let link = demands[demand].links.first { link in
                let place = places[links[link].pool]
                return (place.kind, place.region) == (kind, each.region)
            }
            guard let link else {
                throw ScenarioProblem(
                    "/present/\(number)",
                    "expected places of kind \"\(kind)\" in region \"\(each.region)\", found none",
                    .noPlaces
                )
            }
            let names = ["living", each.ofClass, each.region, kind, String(before)] + asked
            present.append(Network.PresentPlan(demand: demand, link: link, lengths: lived, wanted: nil, names: names))
        }
    }
}
