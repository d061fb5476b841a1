import Foundation
import Law
import Office
import Planning

/// The pretend region's plan for places: five regions in small, calculated before the door is opened.
struct PretendPlan {
    let rooms: OfficeRooms

    /// Begins the plan and asks for its calculation, which goes on beside the server.
    ///
    /// Played again it changes nothing: each step has a key of its own.
    func play() async throws {
        guard let unit = rooms.plans.regions.first,
            let planner = rooms.people.all.first(where: { $0.unit == unit && $0.role == .intakeOfficer })
        else { return }
        guard try await rooms.plans.plans(planner).isEmpty else { return }
        let (id, outcome) = try await rooms.plans.begin(
            planner,
            scenario(),
            note: "Slik vi har det i dag, i en tidel av størrelsen",
            key: "past-plan"
        )
        guard case .done = outcome else { throw PlaybackStopped(description: "the pretend plan was not kept") }
        let job = PlanJob(.simulation(version: 1), seed: 1, replications: 20)
        _ = try await rooms.plans.ask(planner, id, job, key: "past-plan-run")
    }

    /// The example of the nation with a tenth of its children and places, so that it is calculated in seconds.
    private func scenario() throws -> Scenario {
        var scenario = try PlanExample.norway.scenario()
        scenario.name = "Institusjonsplasser i fem regioner"
        scenario.note =
            "Oppdiktet, og en tidel av størrelsen i eksempelet norway: barn og plasser er delt på ti, så små tall svinger mer."
        scenario.run = Scenario.RunPlan(length: 365, warmUp: 1460, replications: 20)
        for place in scenario.places.indices {
            guard let count = scenario.places[place].count else { continue }
            scenario.places[place].count = max(1, Int((Double(count) / 10).rounded(.up)))
        }
        for each in scenario.classes.indices {
            for number in scenario.classes[each].arrivals.indices {
                guard case .rate(let rate, let calendar) = scenario.classes[each].arrivals[number].times else {
                    continue
                }
                scenario.classes[each].arrivals[number].times = .rate(rate / 10, calendar)
            }
        }
        return scenario
    }
}
