internal import Casework
internal import Law

// The child is heard before what is decided (§ 1-4; forskrift 2023-10-12-1631 § 6).
extension CaseWriter {
    /// On what a step rests: a hearing in the weeks before it; in four of a hundred steps nobody heard the child.
    ///
    /// - Parameters:
    ///   - day: The day of the step.
    ///   - first: The day before which the child was not heard, such as the day on which the case was opened.
    /// - Returns: The ground, whose hearing is written down.
    mutating func ground(before day: CalendarDay, since first: CalendarDay) -> ParticipationGround {
        guard !random.happens(4) else {
            return .overridden(reason: text(.override))
        }
        let wished = day.adding(days: -random.number(in: 2...50))
        let heard = min(day, max(first, wished).orNextWorkingDay)
        return .hearing(hear(on: heard, days: heard < day && random.happens(20) ? 1 : 0))
    }

    /// The leader looks at what was done without the child, mostly within three weeks.
    mutating func see(_ ground: ParticipationGround, of day: CalendarDay) {
        guard case .overridden = ground, random.happens(70), day > lastSight else { return }
        lastSight = self.day(3...20, after: day)
        tellAsLeader(.overrideSeen, on: lastSight)
    }

    /// Writes down how the child took part, or why not, on the day itself or some days later.
    @discardableResult
    mutating func hear(on day: CalendarDay, days later: Int = 0) -> RecordID {
        let id = newID(day)
        let outcome = outcome(on: day)
        let hearing = Hearing(id: id, outcome: outcome, trustedPerson: trustedPerson(on: day))
        tell(.childHeard(hearing), on: day, days: later)
        return id
    }

    private mutating func outcome(on day: CalendarDay) -> Hearing.Outcome {
        let age = child.isUnborn ? 0 : child.age(on: day)
        guard age >= 3 else { return .notHeard(.tooYoung, reason: text(.tooYoung)) }
        guard !random.happens(5) else { return .notHeard(.childDeclined, reason: text(.childDeclined)) }
        let way: Hearing.Way =
            age < 6
            ? random.pick([.observation, .representative, .conversation])
            : random.happens(92) ? .conversation : .otherExpressions
        return .heard(
            ChildsView(
                way: way,
                toldChild: text(.toldChild),
                heardAbout: text(.heardAbout),
                said: text(.childSaid),
                agrees: agreement(age: age),
                weight: text(.weight),
                mostImportant: random.happens(60) ? text(.mostImportant) : nil
            )
        )
    }

    private mutating func agreement(age: Int) -> ChildsView.Agreement {
        switch random.below(10) {
        case 0 where age >= 7: .corrected(text(.correctedByChild))
        case 1, 2: .notShown(reason: text(.notShown))
        default: age >= 6 ? .agrees : .notShown(reason: text(.notShown))
        }
    }

    private mutating func trustedPerson(on day: CalendarDay) -> Hearing.TrustedPerson {
        guard child.age(on: day) >= 6 else { return .notTold }
        return random.pick([.toldAndDeclines, .toldAndDeclines, .toldAndWants])
    }
}
