package import Casework
package import Law
import Synchronization

/// A case as a unit's state holds it: its facts, those of its reports, and its open duties as of the last day asked for.
///
/// Never changed: whatever happens to the case or to one of its reports puts a new one in its place, so that what has
/// been worked out for this one holds as long as the day does.
package final class StoredCase: Sendable {
    /// What is known of the case without its texts.
    package let facts: CaseFacts
    /// The reports that belong to it, oldest first.
    package let concerns: [ConcernFacts]
    private let known = Mutex<(day: CalendarDay, duties: [Duty])?>(nil)
    private let name = Mutex<String?>(nil)

    init(_ facts: CaseFacts, concerns: [ConcernFacts]) {
        self.facts = facts
        self.concerns = concerns
    }

    /// The child's name where a list has read it before.
    ///
    /// - Throws: ``Absent`` where the grant does not name the case.
    func knownName(under grant: Grant, in unit: UnitID) throws(Absent) -> String? {
        try grant.check(facts.id, in: unit)
        return name.withLock { $0 }
    }

    /// Keeps the child's name for the lists to come.
    func know(_ childsName: String) { name.withLock { $0 = childsName } }

    /// What somebody still has to do today, soonest first.
    package func openDuties(_ law: Lawbook, on today: CalendarDay) -> [Duty] {
        if let known = known.withLock({ $0 }), known.day == today { return known.duties }
        return duties(law, on: today).filter(\.isOpen)
    }

    /// All duties, met ones too; the open ones among them are known for the rest of the day.
    func duties(_ law: Lawbook, on today: CalendarDay) -> [Duty] {
        let duties = Duties.of(facts, concerns: concerns, law: law, today: today)
        let open = duties.filter(\.isOpen)
        known.withLock { $0 = (today, open) }
        return duties
    }
}
