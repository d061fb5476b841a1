import Law

extension CaseEntry {
    /// What stands in a case's journal when its corrections are taken into account, in the journal's order.
    ///
    /// The newest correction of an entry counts. A correction of a correction tells anew what the corrected entry
    /// should have been; striking a correction out strikes out what it told, and never brings back what it had
    /// replaced: that would put an old truth beside all that has come since. What cannot be meant is left out: an entry
    /// that is not there or comes later, an opening struck out or put in the place of something else, a correction put
    /// in another's place.
    package static func standing(_ entries: [CaseEntry]) -> [StandingEntry] {
        let replacements = replacements(in: entries)
        return entries.map { entry in
            guard let replacement = replacements[entry.entry], !entry.event.needsRefold else {
                return StandingEntry(
                    entry: entry.entry,
                    source: entry.entry,
                    occurredOn: entry.occurredOn,
                    actor: entry.actor,
                    event: entry.event.needsRefold ? nil : entry.event
                )
            }
            return StandingEntry(
                entry: entry.entry,
                source: replacement.source,
                occurredOn: replacement.told?.day ?? entry.occurredOn,
                actor: entry.actor,
                event: replacement.told?.event
            )
        }
    }

    /// What an entry counts as instead.
    private struct Replacement {
        /// `nil` where it is struck out.
        var told: (event: CaseEvent, day: CalendarDay)?
        var source: Int
    }

    /// Reads the newest correction first, so that each is known for what it counts as before it is used.
    private static func replacements(in entries: [CaseEntry]) -> [Int: Replacement] {
        guard let opening = entries.first?.entry, entries.contains(where: \.event.needsRefold) else { return [:] }
        let numbers = Set(entries.map(\.entry))
        var found: [Int: Replacement] = [:]
        for correction in entries.reversed() {
            guard case .corrected(let target, let written, _) = correction.event,
                target < correction.entry, numbers.contains(target), found[target] == nil
            else { continue }
            var replacement = Replacement(told: nil, source: correction.entry)
            if case .event(let event, let day)? = written { replacement.told = (event, day) }
            let candidates = [found[correction.entry], replacement].compactMap(\.self)
            found[target] = candidates.first { fits($0.told?.event, target == opening) }
        }
        return found
    }

    /// Whether an event, or nothing, may stand in the place of an opening or of something else.
    private static func fits(_ event: CaseEvent?, _ isOpening: Bool) -> Bool {
        guard let event else { return !isOpening }
        if case .opened = event { return isOpening }
        return !isOpening && !event.needsRefold
    }
}
