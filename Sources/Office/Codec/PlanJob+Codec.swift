import Law
import Planning

/// The binary form of what is to be calculated; an input is a document beside it.
extension ByteWriter {
    mutating func write(_ job: PlanJob) {
        switch job.task {
        case .simulation(let version):
            write(byte: 1)
            write(version)
        case .comparison(let base, let changed):
            write(byte: 2)
            for version in [base, changed] {
                write(version.plan)
                write(version.number)
            }
        case .placesNeeded(let wish):
            write(byte: 3)
            write(wish.version)
            write(wish.kind)
            write(wish.region)
            write(wish.breachesAtMost.bitPattern)
        case .around(let place):
            write(byte: 4)
            write(place.version)
            write(place.kind)
            write(place.region)
        case .cheapestMix(let version, let share):
            write(byte: 5)
            write(version)
            write(share.bitPattern)
        case .merger(let name):
            write(byte: 6)
            write(name)
        case .fit(let facts):
            write(byte: 7)
            write(code: facts.source)
            write(facts.rowCount)
            write(facts.from)
            write(facts.cutOff)
        }
        write(job.seed)
        write(job.replications)
    }
}

extension ByteReader {
    mutating func planJob() throws(CodecError) -> PlanJob {
        let task: PlanJob.Task
        let tag = try byte()
        switch tag {
        case 1: task = .simulation(version: try integer())
        case 2:
            task = .comparison(
                base: PlanVersion(plan: try recordID(), number: try integer()),
                changed: PlanVersion(plan: try recordID(), number: try integer())
            )
        case 3:
            task = .placesNeeded(
                PlacesWish(
                    version: try integer(),
                    kind: try text(),
                    region: try text(),
                    breachesAtMost: Double(bitPattern: try unsigned())
                )
            )
        case 4:
            task = .around(PlaceInVersion(version: try integer(), kind: try text(), region: try text()))
        case 5: task = .cheapestMix(version: try integer(), breachesAtMost: Double(bitPattern: try unsigned()))
        case 6: task = .merger(name: try text())
        case 7:
            task = .fit(
                HistoryFacts(source: try code(), rowCount: try integer(), from: try day(), cutOff: try day())
            )
        default: throw .unknownTag(tag)
        }
        return PlanJob(task, seed: try unsigned(), replications: try integer())
    }
}
