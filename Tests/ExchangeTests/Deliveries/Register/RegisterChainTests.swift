import Casework
import Exchange
import Law
import TestSupport
import Testing

struct `The chain of a case's deliveries` {
    private typealias Sample = RegisterSample

    /// The delivery with a number, made on that day of December, after another.
    private static func delivery(
        _ number: Int,
        after previous: Int?,
        day: Int? = nil,
        _ change: (inout Case) -> Void = { _ in }
    ) -> RegisterDelivery {
        let day = day ?? number
        return Sample.delivery(number, after: previous, at: "2024-12-\(day < 10 ? "0" : "")\(day)T12:00:00Z", change)
    }

    private static func rules(_ deliveries: [RegisterDelivery]) -> [[String]] {
        RegisterChains.entries(deliveries.map { RegisterLink($0) }).map { $0.map(\.facts.words) }
    }

    @Test func `is sound where each delivery names the one before it, in whatever order they come`() {
        let chain = [Self.delivery(1, after: nil), Self.delivery(2, after: 1), Self.delivery(3, after: 2)]
        for deliveries in [chain, chain.reversed(), [chain[1], chain[2], chain[0]]] {
            #expect(Self.rules(deliveries) == [[], [], []])
        }
        // What came before the first delivery at hand nobody can know.
        #expect(Self.rules(Array(chain[1...])) == [[], []])
        #expect(Self.rules([]).isEmpty)
    }

    @Test func `has a gap where a delivery is missing between others`() {
        let found = Self.rules([Self.delivery(1, after: nil), Self.delivery(3, after: 2)])
        #expect(found == [[], ["RETTID_CHAIN_GAP.missing"]])
    }

    @Test func `has a gap where a delivery names one of another case`() {
        var other = Self.delivery(1, after: nil)
        other.registerCase.id = Sample.id(101)
        #expect(Self.rules([other, Self.delivery(2, after: 1)]) == [[], ["RETTID_CHAIN_GAP.otherCase"]])
    }

    @Test func `has a fork where two follow the same one, or two are the first`() {
        let branches = [Self.delivery(1, after: nil), Self.delivery(2, after: 1), Self.delivery(3, after: 1)]
        #expect(Self.rules(branches) == [[], [], ["RETTID_CHAIN_FORK.branch"]])
        #expect(
            Self.rules([Self.delivery(1, after: nil), Self.delivery(2, after: nil)])[1] == ["RETTID_CHAIN_FORK.start"]
        )
    }

    @Test func `has a repeat where an id comes again, as a copy or with something else`() {
        let first = Self.delivery(1, after: nil)
        #expect(Self.rules([first, first]) == [[], ["RETTID_CHAIN_REPEAT.copy"]])
        var other = first
        other.registerCase.journal = "another"
        #expect(Self.rules([first, other]) == [[], ["RETTID_CHAIN_REPEAT.other"]])
        var foreign = first
        foreign.registerCase.id = Sample.id(101)
        #expect(Self.rules([first, foreign])[1] == ["RETTID_CHAIN_REPEAT.other"])
    }

    @Test func `loses nothing where the whole case is called gone`() {
        let gone = Self.delivery(2, after: 1) { all in
            let empty = Case(id: all.id, start: all.start, journal: all.journal, isDeleted: true)
            all = empty
        }
        #expect(Self.rules([Self.delivery(1, after: nil), gone]) == [[], []])
    }

    @Test(arguments: [(5, 4, 1), (5, 5, 0), (5, 6, 0)])
    func `goes forward in time`(_ first: Int, _ second: Int, _ count: Int) {
        let found = Self.rules([Self.delivery(1, after: nil, day: first), Self.delivery(2, after: 1, day: second)])
        #expect(found == [[], count == 1 ? ["RETTID_CHAIN_ORDER"] : []])
    }

    @Test func `of deliveries that name themselves or each other is out of order, and comes to an end`() {
        #expect(Self.rules([Self.delivery(1, after: 1)]) == [["RETTID_CHAIN_ORDER"]])
        let ring = Self.rules([Self.delivery(1, after: 2), Self.delivery(2, after: 1)])
        #expect(ring.joined().contains("RETTID_CHAIN_ORDER"))
    }

    @Test func `loses nothing without a word`() {
        let first = Self.delivery(1, after: nil)
        let plan = first.registerCase.plans[0].id
        let silent = Self.delivery(2, after: 1) { $0.plans = [] }
        let found = RegisterChains.entries([first, silent].map { RegisterLink($0) })[1]
        #expect(found.map(\.rule) == ["RETTID_CHAIN_LOST"])
        #expect(found.map(\.contextID) == [plan.text])
        #expect(found.allSatisfy { $0.facts.difference == .own })
        let listed = Self.delivery(2, after: 1) { all in
            all.plans = []
            all.deletions = [Case.Deletion(id: plan, type: .plan, end: Sample.day("2024-12-02"))]
        }
        let marked = Self.delivery(2, after: 1) { $0.plans[0].isDeleted = true }
        #expect(Self.rules([first, listed]) == [[], []])
        #expect(Self.rules([first, marked]) == [[], []])
    }

    @Test func `knows what can be deleted`() {
        func deleting(_ id: ThingID, _ type: ThingKind, _ number: Int, after: Int?) -> RegisterDelivery {
            Self.delivery(number, after: after) { all in
                all.deletions = [Case.Deletion(id: id, type: type, end: Sample.day("2024-12-02"))]
            }
        }
        let first = Self.delivery(1, after: nil) {
            $0.plans.append(.init(id: Sample.id(70), start: $0.start, kind: "1"))
        }
        // Of a first delivery, and of a whole chain, all is known.
        #expect(Self.rules([deleting(Sample.id(77), .plan, 1, after: nil)]) == [["SAK_22"]])
        #expect(Self.rules([first, deleting(Sample.id(77), .plan, 2, after: 1)])[1].contains("SAK_22"))
        #expect(Self.rules([first, deleting(Sample.id(70), .plan, 2, after: 1)]) == [[], []])
        // The id of another kind is another thing.
        #expect(Self.rules([first, deleting(Sample.id(70), .measure, 2, after: 1)])[1].contains("SAK_22"))
        // Without the deliveries before it nobody can know.
        #expect(Self.rules([deleting(Sample.id(77), .plan, 2, after: 1)]) == [[]])
    }

    @Test(.enabled(if: MadeDeliveries.isAtHand, "There is no ../shared/tools, or python3 is not installed."))
    func `is sound in what is made for tests, and merges into its last delivery`() throws {
        let folder = try TemporaryFolder()
        let made = try MadeDeliveries.make(folder, "-n", "60", "--seed", "3", "--chain", "4", "--violations", "0")
        let deliveries = try made.map { try #require(checkRegister($0.bytes).delivery) }
        let found = Self.rules(deliveries).joined()
        // The maker deletes plans that no delivery has had.
        #expect(found.allSatisfy { $0 == "SAK_22" }, "\(Set(found))")
        for chain in Dictionary(grouping: deliveries, by: \.registerCase.id).values {
            let last = try #require(chain.max { $0.extracted.instant < $1.extracted.instant }).registerCase
            let merged = try #require(Case.merged(chain))
            #expect(Set(merged.measures) == Set(last.measures))
            #expect(Set(merged.plans) == Set(last.plans.filter { !$0.isDeleted }))
            #expect(Set(merged.relations) == Set(last.relations))
        }
    }
}

struct `The latest state of a case` {
    private typealias Sample = RegisterSample

    private static func delivery(
        _ number: Int,
        after previous: Int?,
        _ change: (inout Case) -> Void
    ) -> RegisterDelivery {
        Sample.delivery(number, after: previous, at: "2024-12-0\(number)T12:00:00Z", change)
    }

    private static func plan(_ number: Int, _ kind: String) -> Case.Plan {
        Case.Plan(id: Sample.id(number), start: Sample.day("2024-05-01"), kind: kind)
    }

    @Test func `has what changed last, what was added, and not what was deleted`() throws {
        let chain = [
            Self.delivery(1, after: nil) { $0.plans = [Self.plan(1, "1"), Self.plan(2, "1"), Self.plan(3, "1")] },
            Self.delivery(2, after: 1) { all in
                all.plans = [Self.plan(2, "2"), Self.plan(4, "1")]
                all.deletions = [Case.Deletion(id: Sample.id(1), type: .plan, end: Sample.day("2024-12-02"))]
            },
            Self.delivery(3, after: 2) { all in
                var gone = Self.plan(3, "1")
                gone.isDeleted = true
                all.plans = [gone]
                all.end = Sample.day("2024-12-03")
            },
        ]
        for deliveries in [chain, chain.reversed(), chain + [chain[0]]] {
            let state = try #require(Case.merged(deliveries))
            #expect(state.plans == [Self.plan(2, "2"), Self.plan(4, "1")])
            #expect(state.end == Sample.day("2024-12-03"))
            #expect(state.concerns == Sample.registerCase.concerns)
        }
    }

    @Test func `has again what is delivered again after it was deleted`() throws {
        let chain = [
            Self.delivery(1, after: nil) { $0.plans = [Self.plan(1, "1")] },
            Self.delivery(2, after: 1) { all in
                all.plans = []
                all.deletions = [Case.Deletion(id: Sample.id(1), type: .plan, end: Sample.day("2024-12-02"))]
            },
            Self.delivery(3, after: 2) { $0.plans = [Self.plan(1, "2")] },
        ]
        #expect(try #require(Case.merged(chain)).plans == [Self.plan(1, "2")])
        #expect(try #require(Case.merged(Array(chain[..<2]))).plans.isEmpty)
    }

    @Test func `is nothing where the case is deleted, or nothing is at hand`() {
        #expect(Case.merged([]) == nil)
        #expect(Case.merged([Self.delivery(1, after: nil) { $0.isDeleted = true }]) == nil)
    }
}
