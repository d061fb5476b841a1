/// The figures that the simulation gives, for everything and for each class, kind and region.
package enum Measure: String, CaseIterable, Sendable {
    /// Children who came from outside, in a unit of time.
    case arrivals
    /// Askings for a place, transfers among them, in a unit of time.
    case requests
    /// Stays that began, in a unit of time.
    case started
    /// The time from asking to a place or to giving up, of those who were not refused.
    case wait
    /// The wait that half had at most; and so on.
    case wait50
    /// The wait that nine of ten had at most.
    case wait90
    /// The wait that nineteen of twenty had at most.
    case wait95
    /// The wait that ninety-nine of a hundred had at most.
    case wait99
    /// The share of requests that were refused because the waiting list was full.
    case pBlocked
    /// The share of requests that found no place at once, and were not refused.
    case pWait
    /// The share of requests whose wanted date passed without a place.
    case pBreach
    /// How long after the wanted date a place came, or the end of the run, of those in breach who did not leave.
    case breachLength
    /// The length that nine of ten of them had at most.
    case breachLength90
    /// The share of requests that left when the wanted date passed.
    case pLeft
    /// How many waited, as a mean over time.
    case waiting
    /// How many lived in a place, as a mean over time.
    case living
    /// How many waited or lived in a place, as a mean over time.
    case inSystem
    /// From coming to leaving for good, without the time at home, of those who left.
    case timeInSystem
    /// How many places were open, as a mean over time.
    case open
    /// The share of the open places that was used, as a mean over time.
    case occupancy
    /// The variance of the number of used places over time.
    case usedVariance
    /// The share of the time when no place was free.
    case full
    /// How many bought places were used, as a mean over time.
    case surge
    /// How many were in a place for the time being, as a mean over time.
    case interim
    /// The share of starts in another region than the child's.
    case elsewhere
    /// What it cost in a unit of time.
    case cost
}

extension Measure {
    /// The measure of a name in a document.
    init(named name: String, at pointer: String) throws(ScenarioProblem) {
        guard let known = Measure(rawValue: name) else {
            throw ScenarioProblem(
                pointer,
                "expected one of \(Self.allCases.map(\.rawValue).joined(separator: ", ")), found \"\(name.prefix(40))\"",
                .noSuch
            )
        }
        self = known
    }
}
