import Casework
import Exchange
import Law
import Testing

/// What a report of 2024 has of a case, on the days around the year's beginning and end.
struct `A case in the KOSTRA report of a year` {
    private static let year = 2024
    private static let before = "2023-12-31"
    private static let first = "2024-01-01"
    private static let last = "2024-12-31"
    private static let after = "2025-01-01"

    private static func day(_ text: String) -> CalendarDay { RegisterSample.day(text) }

    /// A case since 2015 with nothing but a measure that runs, and a change to it.
    private static func sample(_ change: (inout Case) -> Void = { _ in }) -> Case {
        var all = Case(id: RegisterSample.id(100), start: day("2015-01-10"), journal: "2015/1")
        all.people = [RegisterSample.person("2014-05-10", start: "2015-01-10")]
        all.measures = [RegisterSample.measure(6, "3.1", "2015-02-01")]
        change(&all)
        return all
    }

    private static func told(_ change: (inout Case) -> Void) -> KostraIndividual? {
        KostraIndividual(sample(change), year: year)
    }

    // MARK: What has a beginning and an end

    /// A kind of thing that lasts.
    enum Kind: CaseIterable {
        case whole
        case concern
        case investigation
        case plan
        case measure
    }

    /// What the report has of one that began and ended on these days: nothing, or its end.
    struct Span: Sendable {
        var start = "2020-01-01"
        var end: String?
        var isTold = true
        var endTold: String?
    }

    private static let spans = [
        Span(end: before, isTold: false),
        Span(end: first, endTold: first),
        Span(end: last, endTold: last),
        Span(end: after),
        Span(),
        Span(start: before),
        Span(start: first),
        Span(start: last),
        Span(start: last, end: after),
        Span(start: after, isTold: false),
        Span(start: after, end: "2025-02-01", isTold: false),
    ]

    @Test(arguments: Kind.allCases, spans)
    func `has what is there on some day of it, and no end that comes later`(_ kind: Kind, _ span: Span) {
        let start = Self.day(span.start)
        let end = span.end.map(Self.day)
        let conclusion = end.map { Case.Conclusion(end: $0, code: "3", specification: "ord") }
        let told = Self.told { all in
            switch kind {
            case .whole:
                all.start = start
                all.end = end
            case .concern:
                all.concerns = [Case.Concern(id: RegisterSample.id(2), start: start, conclusion: conclusion)]
            case .investigation:
                all.concerns = [
                    Case.Concern(
                        id: RegisterSample.id(2),
                        start: Self.day("2019-12-30"),
                        conclusion: Case.Conclusion(end: Self.day("2020-01-01"), code: "2")
                    )
                ]
                all.investigations = [
                    Case.Investigation(
                        id: RegisterSample.id(3),
                        start: start,
                        grounds: [StatedCode("3")],
                        conclusion: conclusion
                    )
                ]
                all.relations = [RegisterSample.registerCase.relations[0]]
            case .plan: all.plans = [Case.Plan(id: RegisterSample.id(7), start: start, kind: "1", end: end)]
            case .measure:
                all.plans = [Case.Plan(id: RegisterSample.id(7), start: Self.day("2020-01-01"), kind: "1")]
                all.measures = [RegisterSample.measure(6, "2.1", span.start, span.end)]
                all.measures[0].repeal = StatedCode("1")
            }
        }
        let expected = span.endTold.map(Self.day)
        switch kind {
        case .whole:
            #expect((told != nil) == span.isTold)
            #expect(told?.end == expected)
            #expect(told?.isClosed == (span.isTold ? expected != nil : nil))
        case .concern:
            #expect(told?.concerns.map(\.end) == (span.isTold ? [expected] : []))
            #expect(told?.concerns.map(\.conclusion) == (span.isTold ? [expected.map { _ in "3" }] : []))
        case .investigation:
            let investigations = told?.concerns.compactMap(\.investigation) ?? []
            #expect(told?.concerns.count == (span.isTold ? 1 : 0))
            #expect(investigations.map(\.end) == (span.isTold ? [expected] : []))
            #expect(investigations.map(\.conclusion) == (span.isTold ? [expected.map { _ in "3" }] : []))
            #expect(investigations.map(\.specification) == (span.isTold ? [expected.map { _ in "ord" }] : []))
            let hasGrounds = expected != nil || span.end == nil
            #expect(investigations.map(\.grounds.isEmpty) == (span.isTold ? [!hasGrounds] : []))
        case .plan: #expect(told?.plans.map(\.end) == (span.isTold ? [expected] : []))
        case .measure:
            #expect(told?.measures.map(\.end) == (span.isTold ? [expected] : []))
            let hasRepeal = expected != nil || span.end == nil
            #expect(told?.measures.map { $0.repeal != nil } == (span.isTold ? [hasRepeal] : []))
        }
    }

    // MARK: What has a day

    @Test(arguments: [(before, false), (first, true), (last, true), (after, false)])
    func `has the relocations of the year`(_ day: String, _ isTold: Bool) {
        let told = Self.told { all in
            all.relocations = RegisterSample.registerCase.relocations
            all.relocations[0].end = Self.day(day)
        }
        #expect(told?.relocations.map(\.end) == (isTold ? [Self.day(day)] : []))
    }

    @Test(
        arguments: [
            ([before], nil, [before]),
            ([before, first], before, [first]),
            ([before, last, after], before, [last]),
            ([before, after], before, []),
            ([after], nil, [nil]),
            ([String](), nil, [nil]),
        ] as [([String], String?, [String?])]
    )
    func `has the last evaluation of a plan, which may have ended before`(
        _ evaluations: [String],
        _ end: String?,
        _ expected: [String?]
    ) {
        let told = Self.told { all in
            all.plans = [
                Case.Plan(
                    id: RegisterSample.id(7),
                    start: Self.day("2020-01-01"),
                    kind: "1",
                    evaluations: evaluations.map(Self.day),
                    end: end.map(Self.day)
                )
            ]
        }
        #expect(told?.plans.map(\.evaluated) == expected.map { $0.map(Self.day) })
    }

    @Test(arguments: [
        (["2015-01-10", before], 1), (["2015-01-10", last], 1), (["2015-01-10", after], 0), ([after, last], 1),
        ([after, "2026-01-01"], 0), (["2026-01-01", after], 1), ([first, first], 1),
    ])
    func `knows who the child is on its last day`(_ starts: [String], _ expected: Int) {
        let births = ["2014-05-10", "2014-05-11"]
        let told = Self.told { all in
            all.people = zip(births, starts).map { RegisterSample.person($0, start: $1) }
            all.people[1].id = RegisterSample.id(51)
        }
        #expect(told?.birthNumber == RegisterSample.number(births[expected]))
    }

    // MARK: What belongs together

    /// An investigation, tied to a concern as the arguments say.
    private static func tied(_ concern: (inout Case.Concern) -> Void, _ relation: (inout Case.Relation) -> Void) -> Case
    {
        sample { all in
            all.concerns = RegisterSample.registerCase.concerns
            concern(&all.concerns[0])
            all.investigations = RegisterSample.registerCase.investigations
            all.relations = [RegisterSample.registerCase.relations[0]]
            relation(&all.relations[0])
        }
    }

    @Test func `has an investigation in its concern, which may be named by its old id`() {
        for migratedID in [nil, "old 1"] {
            let all = Self.tied({ $0.migratedID = migratedID }, { $0.from = migratedID ?? $0.from })
            let concerns = KostraIndividual(all, year: Self.year)?.concerns ?? []
            #expect(concerns.map(\.investigation?.start) == [Self.day("2024-02-05")])
        }
    }

    @Test(arguments: ["no relation", "deleted relation", "gone relation", "deleted concern", "gone concern"])
    func `has an investigation without a concern in one of its own, in which nothing is made up`(_ what: String) {
        var all = Self.tied({ $0.isDeleted = what == "deleted concern" }, { $0.isDeleted = what == "deleted relation" })
        switch what {
        case "no relation": all.relations = []
        case "gone relation":
            all.deletions = [Case.Deletion(id: all.relations[0].id, type: .relation, end: Self.day(Self.last))]
        case "gone concern":
            all.deletions = [Case.Deletion(id: all.concerns[0].id, type: .concern, end: Self.day(Self.last))]
        default: break
        }
        let concerns = KostraIndividual(all, year: Self.year)?.concerns ?? []
        let own = concerns.filter { $0.investigation != nil }
        let start = Self.day("2024-02-05")
        #expect(concerns.count == (what.hasSuffix("concern") ? 1 : 2))
        #expect(own.map(\.start) == [start] && own.map(\.end) == [start] && own.map(\.conclusion) == ["2"])
        #expect(own.allSatisfy { $0.reporters.isEmpty && $0.contents.isEmpty })
        #expect(Set(concerns.map(\.id)).count == concerns.count && own.allSatisfy { $0.id.utf16.count <= 30 })
    }

    @Test func `has an investigation of several concerns in the one that led to it`() {
        var all = Self.tied({ $0.conclusion?.code = "4" }, { _ in })
        var other = all.concerns[0]
        other.id = RegisterSample.id(52)
        other.conclusion?.code = "2"
        all.concerns.append(other)
        var relation = all.relations[0]
        relation.id = RegisterSample.id(53)
        relation.from = other.id.text.uppercased()
        all.relations.append(relation)
        let concerns = KostraIndividual(all, year: Self.year)?.concerns ?? []
        #expect(concerns.map { $0.investigation != nil } == [false, true])
    }

    @Test(arguments: ThingKind.allCases)
    func `has nothing that was deleted`(_ kind: ThingKind) {
        let whole = RegisterSample.registerCase
        for isMarked in [true, false] {
            let told = KostraIndividual(Self.without(kind, whole, isMarked: isMarked), year: Self.year)
            #expect(told?.concerns.contains { $0.reporters.isEmpty } == (kind == .concern || kind == .relation))
            #expect(told?.concerns.contains { $0.investigation != nil } == (kind != .investigation))
            #expect(told?.plans.isEmpty == (kind == .plan))
            #expect(told?.measures.isEmpty == (kind == .measure))
            #expect(told?.relocations.isEmpty == (kind == .relocation))
            #expect((told?.birthNumber == nil) == (kind == .person))
        }
        var deleted = whole
        deleted.isDeleted = true
        #expect(KostraIndividual(deleted, year: Self.year) == nil)
    }

    private static func without(_ kind: ThingKind, _ whole: Case, isMarked: Bool) -> Case {
        var all = whole
        func delete(_ id: ThingID) { all.deletions.append(Case.Deletion(id: id, type: kind, end: day(last))) }
        switch (kind, isMarked) {
        case (.person, true): all.people[0].isDeleted = true
        case (.concern, true): all.concerns[0].isDeleted = true
        case (.investigation, true): all.investigations[0].isDeleted = true
        case (.plan, true): all.plans[0].isDeleted = true
        case (.measure, true): all.measures[0].isDeleted = true
        case (.relocation, true): all.relocations[0].isDeleted = true
        case (.relation, true): all.relations[0].isDeleted = true
        case (.decision, true), (.aftercare, true), (.tribunal, true): break
        case (.person, false): delete(all.people[0].id)
        case (.concern, false): delete(all.concerns[0].id)
        case (.investigation, false): delete(all.investigations[0].id)
        case (.plan, false): delete(all.plans[0].id)
        case (.measure, false): delete(all.measures[0].id)
        case (.relocation, false): delete(all.relocations[0].id)
        case (.relation, false): delete(all.relations[0].id)
        case (.decision, false): delete(all.decisions[0].id)
        case (.aftercare, false): delete(all.aftercare[0].id)
        case (.tribunal, false): delete(all.tribunal[0].id)
        }
        return all
    }

    @Test(
        arguments: [
            (nil, nil, false), (last, nil, true), (last, true, true), (last, false, false), (nil, true, false),
            (after, true, false),
        ] as [(String?, Bool?, Bool)]
    )
    func `is closed only if it ended in the year`(_ end: String?, _ isClosed: Bool?, _ expected: Bool) {
        let told = Self.told { all in
            all.end = end.map(Self.day)
            all.isClosed = isClosed
        }
        #expect(told?.isClosed == expected)
    }

    @Test func `is not told where nothing of it belongs to the year but a relocation`() {
        let told = Self.told { all in
            all.measures = []
            all.relocations = RegisterSample.registerCase.relocations
        }
        #expect(told == nil)
    }

    @Test(arguments: [(-1, 1), (0, 1), (10_000, 9999)])
    func `is told for the nearest year that the calendar has`(_ year: Int, _ nearest: Int) {
        var all = Self.sample()
        all.start = .earliest
        all.measures[0].start = .earliest
        #expect(KostraIndividual(all, year: year) == KostraIndividual(all, year: nearest))
        #expect(KostraIndividual(all, year: year) != nil)
    }
}
