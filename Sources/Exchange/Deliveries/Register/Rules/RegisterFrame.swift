import Casework
import Law

/// A sound delivery, and what several rules want to know of it.
///
/// Things with `ErSlettet` are left out: they are told so that they be forgotten. A concern whose conclusion is deleted
/// has none.
struct RegisterFrame: Sendable {
    /// A thing with a beginning or an end.
    struct Thing: Sendable {
        let item: RegisterItem
        let concept: ThingKind
        let id: ThingID
        let migratedID: String?
        let start: CalendarDay?
        let end: CalendarDay?
    }

    /// An element by its place among all of its kind, the deleted ones included.
    struct Placed<Value: Sendable>: Sendable {
        let place: Int
        let value: Value
    }

    let delivery: RegisterDelivery
    /// The day that ages and time limits are counted to.
    let today: CalendarDay
    let people: [Placed<Case.Person>]
    let concerns: [Placed<Case.Concern>]
    let investigations: [Placed<Case.Investigation>]
    let plans: [Placed<Case.Plan>]
    let measures: [Placed<Case.Measure>]
    let decisions: [Placed<Case.Decision>]
    let aftercare: [Placed<Case.Aftercare>]
    let tribunal: [Placed<Case.Tribunal>]
    let relocations: [Placed<Case.Relocation>]
    let relations: [Case.Relation]
    let things: [Thing]
    /// The ids and migrated ids of each kind.
    private let known: [ThingKind: Set<String>]
    /// The relations by where they lead.
    private let relationsTo: [ThingID: [Case.Relation]]
    /// Where relations lead from and to, of those that lead to what the delivery has.
    private let ways: Set<Way>

    /// Where a relation comes from, and to what kind of thing.
    private struct Way: Hashable {
        let from: String
        let fromType: ThingKind
        let toType: ThingKind
    }

    var registerCase: Case { delivery.registerCase }

    init(_ delivery: RegisterDelivery) {
        self.delivery = delivery
        today = delivery.extracted.day
        let all = delivery.registerCase
        people = Self.placed(all.people, isDeleted: \.isDeleted)
        concerns = Self.placed(all.concerns, isDeleted: \.isDeleted).map { concern in
            var value = concern.value
            if value.conclusion?.isDeleted == true { value.conclusion = nil }
            return Placed(place: concern.place, value: value)
        }
        investigations = Self.placed(all.investigations, isDeleted: \.isDeleted)
        plans = Self.placed(all.plans, isDeleted: \.isDeleted)
        measures = Self.placed(all.measures, isDeleted: \.isDeleted)
        decisions = Self.placed(all.decisions, isDeleted: \.isDeleted)
        aftercare = Self.placed(all.aftercare, isDeleted: \.isDeleted)
        tribunal = Self.placed(all.tribunal, isDeleted: \.isDeleted)
        relocations = Self.placed(all.relocations, isDeleted: \.isDeleted)
        relations = all.relations.filter { !$0.isDeleted }
        var things: [Thing] = []
        func add(
            _ concept: ThingKind,
            _ place: Int,
            _ id: ThingID,
            _ migratedID: String?,
            _ start: CalendarDay?,
            _ end: CalendarDay?
        ) {
            let item = RegisterItem.thing(concept, place)
            things.append(
                Thing(item: item, concept: concept, id: id, migratedID: migratedID, start: start, end: end)
            )
        }
        for one in people { add(.person, one.place, one.value.id, nil, one.value.start, nil) }
        for one in concerns {
            add(.concern, one.place, one.value.id, one.value.migratedID, one.value.start, one.value.conclusion?.end)
        }
        for one in investigations {
            let end = one.value.conclusion?.end
            add(.investigation, one.place, one.value.id, one.value.migratedID, one.value.start, end)
        }
        for one in plans { add(.plan, one.place, one.value.id, one.value.migratedID, one.value.start, one.value.end) }
        for one in measures {
            add(.measure, one.place, one.value.id, one.value.migratedID, one.value.start, one.value.end)
        }
        for one in decisions {
            add(.decision, one.place, one.value.id, one.value.migratedID, one.value.start, one.value.end)
        }
        for one in aftercare {
            add(.aftercare, one.place, one.value.id, one.value.migratedID, one.value.offered, one.value.conclusion?.end)
        }
        for one in tribunal { add(.tribunal, one.place, one.value.id, one.value.migratedID, one.value.start, nil) }
        for one in relocations { add(.relocation, one.place, one.value.id, one.value.migratedID, nil, one.value.end) }
        self.things = things
        var known: [ThingKind: Set<String>] = [:]
        for thing in things {
            known[thing.concept, default: []].insert(thing.id.folded)
            if let migratedID = thing.migratedID { known[thing.concept, default: []].insert(migratedID) }
        }
        self.known = known
        relationsTo = Dictionary(grouping: relations, by: \.to)
        ways = Set(
            relations.filter { known[$0.toType]?.contains($0.to.folded) == true }
                .map { Way(from: ThingID($0.from).folded, fromType: $0.fromType, toType: $0.toType) }
        )
    }

    private static func placed<Value: Sendable>(_ values: [Value], isDeleted: (Value) -> Bool) -> [Placed<Value>] {
        values.enumerated().filter { !isDeleted($0.element) }.map { Placed(place: $0.offset, value: $0.element) }
    }

    // MARK: The child

    /// Who the child is on the day of extraction: of those that have begun the last, else the first to begin.
    var person: Case.Person? {
        let begun = people.map(\.value).filter { $0.start <= today }
        return begun.reversed().max { $0.start < $1.start } ?? people.map(\.value).min { $0.start < $1.start }
    }

    /// Whole years on the day of extraction.
    ///
    /// Born on 29 February, a year is full on 28 February of a common year. Nothing where nobody is told, or the child
    /// is not born.
    var age: Int? {
        guard let birthDay = person?.birthDay, birthDay <= today else { return nil }
        let years = today.year - birthDay.year
        return birthDay.adding(years: years) <= today ? years : years - 1
    }

    /// The kinds that can be open; those that the rules on age leave out are decisions.
    static let openable: [ThingKind] = [.concern, .investigation, .decision, .measure, .plan, .aftercare]

    /// Whether the case or a part of it, decisions left out, has not ended.
    var isOpen: Bool {
        registerCase.end == nil
            || things.contains { $0.end == nil && $0.concept != .decision && Self.openable.contains($0.concept) }
    }

    // MARK: Relations

    /// The things of a kind that a relation leads from to a thing, by their ids; those only that the delivery has.
    func sources(of thing: ThingID, _ type: ThingKind, _ from: ThingKind) -> [String] {
        (relationsTo[thing] ?? []).filter { $0.toType == type && $0.fromType == from }.compactMap { relation in
            [relation.from, ThingID(relation.from).folded].first { known[from]?.contains($0) == true }
        }
    }

    /// Whether a relation leads from a thing, known by its id or its migrated id, to one of a kind that the delivery has.
    func isTied(
        _ id: ThingID,
        _ migratedID: String?,
        _ type: ThingKind,
        to concept: ThingKind
    ) -> Bool {
        [id.folded, migratedID.map { ThingID($0).folded }].compactMap(\.self)
            .contains { ways.contains(Way(from: $0, fromType: type, toType: concept)) }
    }
}
