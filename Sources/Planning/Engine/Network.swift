/// A scenario made ready for running: names replaced by places in lists, in an order that does not depend on the order
/// in which the scenario names them.
struct Network: Sendable {
    let scenario: Scenario
    /// Sorted, so that a permutation of the scenario's lists changes nothing.
    let classes: [String]
    let kinds: [String]
    let kindCount: Int
    let regions: [String]
    let bands: [String]
    let pools: [PoolPlan]
    let demands: [DemandPlan]
    let links: [Link]
    let candidates: [Candidate]
    let reaches: [Double]
    /// How many places for the time being there are, for each class and region in which they are limited.
    let interimPlaces: [Int]
    /// For each demand and each kind: what may come after a stay there.
    let moveRanges: [Range<Int>]
    let moves: [Move]
    let sources: [SourcePlan]
    let changes: [ChangePlan]
    let present: [PresentPlan]
    let samplers: [Sampler]
    let tables: Sampler.Tables

    /// The places of one kind in one region.
    struct PoolPlan: Sendable {
        let kind: Int
        let region: Int
        let open: Int
        let isUnlimited: Bool
        let room: Int
        let surgePlaces: Int
        /// Who may be taken in when a place becomes free, in order of priority.
        let candidates: Range<Int>
        let costOpen: Double
        let costUsed: Double
        let costSurge: Double
    }

    /// Children of one class and region who ask for the same kinds: they wait in one queue.
    struct DemandPlan: Sendable {
        let ofClass: Int
        let region: Int
        let kind: Int
        let links: Range<Int>
        /// The waiting times after which more places can be had.
        let reaches: Range<Int>
        /// The sampler of the wanted date; below zero where none is wanted.
        let limit: Int
        /// The sampler of the earliest date; below zero where a place may be taken at once.
        let earliest: Int
        let otherwise: Otherwise
        let interimCost: Double
        /// Its number among the limited places for the time being; below zero where there is no limit.
        let interim: Int
        /// The pool whose waiting list this is.
        let room: Int
    }

    enum Otherwise: UInt8, Sendable {
        case waits, leaves, interim
    }

    /// One pool that a demand can use, best first.
    struct Link: Sendable {
        let pool: Int
        let stay: Int
        let after: Double
        /// How many places beyond the open ones may be used.
        let extra: Int
        let band: Int
        let isElsewhere: Bool
    }

    /// The same from the pool's side.
    struct Candidate: Sendable {
        let demand: Int
        let link: Int
        let priority: Int
        let after: Double
        let extra: Int
    }

    /// What may come after a stay.
    struct Move: Sendable {
        /// The sum of the shares up to this one.
        let upTo: Double
        let demand: Int
        /// The sampler of the time at home; below zero where there is none.
        let home: Int
        let keepsPlace: Bool
    }

    /// Where children come from.
    struct SourcePlan: Sendable {
        let demand: Int
        let names: [String]
        let times: Times
        /// The sums of the weights of one child, two, and so on.
        let batch: [Double]
        /// The share of those who would come that do.
        let share: Double

        enum Times: Sendable {
            case poisson(meanGap: Double)
            case calendar(meanGap: Double, CalendarRate)
            case renewal(sampler: Int)
            case seen([Double])
            case never
        }
    }

    /// Children who are there when the run begins.
    struct PresentPlan: Sendable {
        let demand: Int
        /// The link to the pool they live in; below zero for those who wait.
        let link: Int
        /// How long each has lived there, or waited.
        let lengths: [Double]
        /// How long it is until each one's wanted date; `nil`: drawn.
        let wanted: [Double]?
        let names: [String]
    }

    /// Places that open or close.
    struct ChangePlan: Sendable {
        let pool: Int
        let by: Int
        let at: Double
        let until: Double
        let probability: Double
        let names: [String]
    }
}
