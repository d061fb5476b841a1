/// Services alone and together: who is there, and how much there is to do.
package struct MergerAnswer: Sendable {
    package let merger: ServiceMerger
    package let alone: [Unit]
    package let together: Unit
    /// The share of the time when at least one of the services alone has nobody qualified at work.
    package let anyWithout: Double

    /// One service, or all as one.
    package struct Unit: Sendable {
        package let name: String
        package let workers: Int
        package let qualified: Int
        /// No qualified worker at all.
        package let without: Cover
        /// Fewer qualified workers than the duty asks for; `nil` where it asks for one.
        package let belowDuty: Cover?
        /// The share of new cases for which no qualified worker is at work who is not disqualified (inhabil).
        package let noneImpartial: Double
        package let load: CaseLoad
    }

    /// Too few at work: exactly, and what is simulated.
    package struct Cover: Sendable {
        package let exact: DutyCover
        package let simulated: SimulatedCover
    }

    /// Works out a merger.
    ///
    /// - Parameters:
    ///   - merger: The services.
    ///   - cores: How many cores to use; the answer does not depend on them.
    ///   - goesOn: Told after each unit how many of how many are done; answers whether to go on.
    /// - Returns: `nil` where it was not wanted any more.
    /// - Throws: Where the merger cannot be worked out.
    package static func find(
        _ merger: ServiceMerger,
        cores: Int,
        goesOn: (_ done: Int, _ planned: Int) -> Bool = { _, _ in true }
    ) throws(ScenarioProblem) -> MergerAnswer? {
        try merger.check()
        let planned = merger.services.count + 1
        var alone: [Unit] = []
        for service in merger.services {
            guard let unit = Unit(service.name, [service], onDuty: service.onDuty, merger, cores: cores) else {
                return nil
            }
            alone.append(unit)
            guard goesOn(alone.count, planned) else { return nil }
        }
        guard let together = Unit("", merger.services, onDuty: merger.onDuty, merger, cores: cores),
            goesOn(planned, planned)
        else { return nil }
        return MergerAnswer(
            merger: merger,
            alone: alone,
            together: together,
            anyWithout: 1 - alone.reduce(1) { $0 * (1 - $1.without.exact.share) }
        )
    }
}

extension MergerAnswer.Unit {
    /// - Returns: `nil` where fewer than two replications are planned, which the check refuses.
    fileprivate init?(
        _ name: String,
        _ services: [ServiceMerger.Service],
        onDuty: Int,
        _ merger: ServiceMerger,
        cores: Int
    ) {
        let crews = services.flatMap { service in
            service.workers.enumerated().filter(\.element.isQualified).map { number, workers in
                SimulatedCover.Crew(names: [service.name, String(number)], workers: workers)
            }
        }
        let qualified = crews.map(\.workers)
        let cover = { (needed: Int) -> MergerAnswer.Cover? in
            SimulatedCover(crews, needed: needed, merger.run, cores: cores).map {
                MergerAnswer.Cover(exact: DutyCover(qualified, needed: needed), simulated: $0)
            }
        }
        guard let without = cover(1) else { return nil }
        self.name = name
        workers = services.reduce(0) { $0 + $1.workers.reduce(0) { $0 + $1.count } }
        self.qualified = qualified.reduce(0) { $0 + $1.count }
        self.without = without
        belowDuty = onDuty > 1 ? cover(onDuty) : nil
        noneImpartial = Self.noneImpartial(services, merger.disqualified)
        load = CaseLoad(
            services.flatMap(\.workers),
            services.flatMap(\.cases),
            casesPerWorker: merger.casesPerWorker
        )
    }

    /// Workers of the case's own service may be disqualified, those of the others are not.
    private static func noneImpartial(_ services: [ServiceMerger.Service], _ disqualified: Double) -> Double {
        let asked = services.map { $0.cases.reduce(0) { $0 + $1.perYear } }
        let weights = asked.contains { $0 > 0 } ? asked : asked.map { _ in 1 }
        let shares = services.map { own in
            services.reduce(1) { product, service in
                service.workers.filter(\.isQualified).reduce(product) { product, group in
                    let cannot = group.away + (service.name == own.name ? (1 - group.away) * disqualified : 0)
                    return (0..<group.count).reduce(product) { product, _ in product * cannot }
                }
            }
        }
        return zip(weights, shares).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    }
}
