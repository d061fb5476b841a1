package import Casework
import Law

extension Case {
    /// The latest state of a case whose deliveries are at hand: what each of them has, a later one before an earlier one.
    ///
    /// What a later delivery leaves out without a word stays, because it may be one that has only what is new; what
    /// `Slettet` lists or `ErSlettet` marks goes, until it is delivered again.
    ///
    /// - Parameter deliveries: Of one case, in any order; copies do no harm.
    /// - Returns: Nothing where there are none, or the case itself is deleted. Its deletions are those of the last
    ///   delivery.
    package static func merged(_ deliveries: [RegisterDelivery]) -> Case? {
        let places = RegisterChains.inOrder(deliveries.map { RegisterLink($0) }).joined()
        guard let last = places.last, !deliveries[last].registerCase.isDeleted else { return nil }
        var state = deliveries[last].registerCase
        let all = places.map { deliveries[$0].registerCase }
        let goneLater = Self.goneLater(all)
        func merge<Value>(
            _ list: KeyPath<Case, [Value]>,
            _ concept: ThingKind,
            _ id: (Value) -> ThingID,
            _ isDeleted: (Value) -> Bool
        ) -> [Value] {
            var order: [ThingID] = []
            var values: [ThingID: Value] = [:]
            for (place, one) in all.enumerated() {
                for value in one[keyPath: list] {
                    let key = ThingKey(concept, id(value))
                    let isGone = isDeleted(value) || goneLater[key].map { $0 >= place } ?? false
                    if values.updateValue(value, forKey: key.id) == nil { order.append(key.id) }
                    if isGone { values[key.id] = nil }
                }
            }
            var seen: Set<ThingID> = []
            return order.filter { seen.insert($0).inserted }.compactMap { values[$0] }
        }
        state.people = merge(\.people, .person, \.id, \.isDeleted)
        state.concerns = merge(\.concerns, .concern, \.id, \.isDeleted)
        state.investigations = merge(\.investigations, .investigation, \.id, \.isDeleted)
        state.plans = merge(\.plans, .plan, \.id, \.isDeleted)
        state.measures = merge(\.measures, .measure, \.id, \.isDeleted)
        state.decisions = merge(\.decisions, .decision, \.id, \.isDeleted)
        state.aftercare = merge(\.aftercare, .aftercare, \.id, \.isDeleted)
        state.tribunal = merge(\.tribunal, .tribunal, \.id, \.isDeleted)
        state.relocations = merge(\.relocations, .relocation, \.id, \.isDeleted)
        state.relations = merge(\.relations, .relation, \.id, \.isDeleted)
        return state
    }

    /// The last of the deliveries, by place, that calls a thing gone.
    private static func goneLater(_ cases: [Case]) -> [ThingKey: Int] {
        var gone: [ThingKey: Int] = [:]
        for (place, one) in cases.enumerated() {
            for deletion in one.deletions { gone[ThingKey(deletion.type, deletion.id)] = place }
        }
        return gone
    }
}
