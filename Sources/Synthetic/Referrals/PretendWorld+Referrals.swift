internal import Assistance
internal import Casework
package import Law

extension PretendWorld {
    /// The referrals of some histories' cases, in every state that a referral can be in.
    ///
    /// The same seed, histories and time give the same referrals. Who refers answers for the case all the while; where
    /// no case is open in that time, the referral is left out.
    ///
    /// - Parameters:
    ///   - histories: As made by ``histories(cases:endingOn:)``.
    ///   - now: The end of the past.
    /// - Returns: In the order of their numbers.
    package func referrals(of histories: [PretendHistory], until now: Instant) -> [PretendReferral] {
        let today = OsloTime.day(at: now)
        let candidates = ReferralCandidate.all(in: histories)
        let officers = Persona.all.filter { $0.role == .intakeOfficer }
        var uses: [RecordID: Int] = [:]
        var referrals: [PretendReferral] = []
        let plots = ReferralPlot.current + ReferralPlot.older(before: today)
        for (number, plot) in plots.enumerated() {
            var script = ReferralScript(plot, number: number, now: now, seed: seed)
            script.write()
            guard let first = script.steps.first, let last = script.lastOfMunicipality else { continue }
            let days = (OsloTime.day(at: first.at), OsloTime.day(at: last))
            let fitting = candidates.enumerated().compactMap { place, candidate -> (rank: [Int], place: Int)? in
                guard candidate.unit == plot.service.unit, let age = candidate.age(on: days.0), age < 18,
                    candidate.caseworker(from: days.0, to: days.1) != nil
                else { return nil }
                return (plot.rank(of: candidate, age: age, uses: uses[candidate.caseID] ?? 0, on: days.0), place)
            }
            guard let chosen = fitting.min(by: { $0.rank.lexicographicallyPrecedes($1.rank) }) else { continue }
            let candidate = candidates[chosen.place]
            guard let caseworker = candidate.caseworker(from: days.0, to: days.1) else { continue }
            let near = officers.filter { $0.unit == plot.service.intake.unit }
            uses[candidate.caseID, default: 0] += 1
            referrals.append(
                PretendReferral(
                    number: number,
                    scene: plot.scene,
                    caseID: candidate.caseID,
                    caseworker: caseworker,
                    officer: near[number % near.count].actor,
                    steps: script.steps
                )
            )
        }
        return referrals
    }
}

extension PretendService {
    /// The intake that answers for it.
    var intake: PretendAgency { self == .lauvdal ? .southernIntake : .intake }
}

extension ReferralPlot {
    /// How well a case fits, best first: used seldom, the child's age, a decision to rest on, heard not long ago.
    func rank(of candidate: ReferralCandidate, age: Int, uses: Int, on day: CalendarDay) -> [Int] {
        let isOfAge = ages.contains(age)
        let decisions = candidate.decisions.filter { $0.on < day }
        let livesAway = candidate.placements.contains { $0 < day }
        let isHeard = candidate.hearings.contains { (1...85).contains($0.days(until: day)) }
        return [
            uses, isOfAge ? 0 : 1, candidate.hasNumber ? 0 : 1, decisions.isEmpty ? 1 : 0, isHeard ? 0 : 1,
            livesAway == kind.isStay ? 0 : 1,
        ]
    }

    private var ages: ClosedRange<Int> {
        switch kind {
        case .treatmentInstitution, .careInstitution, .careOrSpecialisedHome: 12...17
        case .centreAssessment, .centreMeasure: 0...6
        default: 0...17
        }
    }
}
