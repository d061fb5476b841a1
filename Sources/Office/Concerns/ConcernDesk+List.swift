import Casework

extension ConcernDesk.Filter {
    /// The groups of the list: unopened reports before opened ones; among the unopened, urgent before others and then
    /// the oldest, which has waited longest; among the opened, urgent before others and then newest first.
    var groups: [RankedList<ConcernFacts>.Group] {
        switch self {
        case .all: Self.unopenedGroups + Self.openedGroups
        case .unopened: Self.unopenedGroups
        case .urgent: [.init(isNewestFirst: true) { $0.isUrgent }]
        case .unidentified: [.init(isNewestFirst: true) { $0.identity == .missing }]
        }
    }

    private static var unopenedGroups: [RankedList<ConcernFacts>.Group] {
        [
            .init(isNewestFirst: false) { $0.openedBy == nil && $0.isUrgent },
            .init(isNewestFirst: false) { $0.openedBy == nil && !$0.isUrgent },
        ]
    }

    private static var openedGroups: [RankedList<ConcernFacts>.Group] {
        [
            .init(isNewestFirst: true) { $0.openedBy != nil && $0.isUrgent },
            .init(isNewestFirst: true) { $0.openedBy != nil && !$0.isUrgent },
        ]
    }
}

extension ConcernDesk.Summary {
    init(_ state: UnitState) {
        let oldest = state.concerns.lazy.filter { $0.openedBy == nil }.map(\.receivedAt).min()
        self.init(
            total: state.concerns.count,
            unopened: state.unopened,
            urgent: state.concerns.count(where: \.isUrgent),
            unidentified: state.concerns.count { $0.identity == .missing },
            oldestUnopened: oldest
        )
    }
}
