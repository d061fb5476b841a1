internal import Casework
internal import Law

// What is noted on the way, what was wrong, and who may not see it.
extension CaseWriter {
    mutating func takeNotes(_ count: Int, from first: CalendarDay, to last: CalendarDay) {
        let span = first.days(until: last)
        guard span > 0 else { return }
        // The days first, so that texts follow each other as they are drawn.
        let days = (0..<count).map { _ in random.below(span) }.sorted()
        for place in days {
            let (kind, topic) = random.pick([
                (Note.Kind.conversation, HistoryTopic.conversation), (.telephone, .telephone), (.meeting, .meeting),
                (.observation, .observation),
            ])
            let on = min(last, first.adding(days: place).orNextWorkingDay)
            let mark = tell(.noted(Note(kind: kind, text: text(topic))), on: on)
            if random.happens(2) { correct(mark, Note(kind: kind, text: text(topic)), on: on) }
        }
    }

    /// A note is told anew, or struck out where it belongs to another case.
    private mutating func correct(_ mark: Int, _ note: Note, on day: CalendarDay) {
        let isStruckOut = random.happens(40)
        let correction: Correction? = isStruckOut ? nil : .event(.noted(note), occurredOn: day)
        // Where somebody is shut out, what is taken back may be just that: then it is the leader's.
        let capacity: CaseCommand.Capacity = isSomebodyShutOut ? .leader : .caseworker
        let act = HistoryAct.corrected(caseID, step: mark, to: correction, reason: text(.wrongEntry), capacity)
        write(act, on: self.day(1...6, after: day), by: isSomebodyShutOut ? home.leader : responsible)
    }

    /// A colleague has a conflict of interest (inhabilitet), which the leader may lift after a while.
    mutating func declareConflict(on day: CalendarDay) {
        guard let colleague = home.caseworkers.last(where: { $0 != responsible }) else { return }
        tellAsLeader(.conflictDeclared(colleague, reason: text(.conflict)), on: day)
        isSomebodyShutOut = true
        guard random.happens(30) else { return }
        tellAsLeader(.conflictLifted(colleague, reason: text(.conflictOver)), on: self.day(200...400, after: day))
    }

    /// Something serious happens to a child outside its home, and the county governor hears of it (§ 13-5 a).
    mutating func sufferSeriousEvent(on day: CalendarDay) {
        let id = newID(day)
        let kind: SeriousEvent.Kind = random.pick([.lifeThreatening, .sexualAbuse, .other])
        tell(.seriousEvent(SeriousEvent(id: id, kind: kind, text: text(.seriousEvent))), on: day)
        guard random.happens(75) else { return }
        tellAsLeader(.governorInformed(id), on: self.day(0...2, after: day))
    }
}
