package import Law

extension SharedReferral {
    /// The days that are owed, each in one breach: judged by the region, or proposed.
    ///
    /// A later judgement takes the place of every earlier one that it has a day in common with. A judgement is about owed
    /// days alone, and about none that were still to come when it was told. What no judgement covers is proposed, in
    /// rows of days without a gap.
    func breaches(_ days: ReferralDays) -> [Breach] {
        let judged = standing.flatMap { told in
            days.owed.intersection(DaySet([told.value.span])).spans.map { span in
                Breach(
                    span: span,
                    kind: told.value.kind,
                    standing: told.value.verdict == .confirmed ? .confirmed : .contested,
                    statement: told.id,
                    cause: told.value.cause
                )
            }
        }
        let proposed = days.owed.subtracting(DaySet(judged.map(\.span))).spans.map { span in
            Breach(span: span, kind: kind(of: span), standing: .proposed, statement: nil, cause: nil)
        }
        return (judged + proposed).sorted {
            ($0.span.from, $0.standing.rawValue) < ($1.span.from, $1.standing.rawValue)
        }
    }

    /// The judgements that no later one has taken the place of.
    private var standing: [Told<BreachStatement>] {
        statements.reduce(into: []) { standing, told in
            standing.removeAll { $0.value.span.overlaps(told.value.span) }
            standing.append(told)
        }
    }

    /// What the child has on the last of these days.
    private func kind(of span: DaySpan) -> BreachKind {
        let last = span.last ?? span.from
        if stays.contains(where: { $0.span.contains(last) }) { return .notInLine }
        return privateSolutions.contains { $0.contains(last) } ? .privateInterim : .noMeasure
    }

    /// The joint tasks of the two levels, for each side once in every row of owed days in which a breach is not contested,
    /// oldest row first.
    ///
    /// What is done counts for the row that has begun last by then: one that begins anew has tasks of its own.
    ///
    /// - Parameters:
    ///   - today: As for the figures.
    ///   - targets: Within how many days each is to be done.
    /// - Returns: Nothing while no breach is proposed or confirmed.
    package func jointTasks(today: CalendarDay, targets: AssistanceTargets) -> [JointTask] {
        let days = ReferralDays(self, today: today)
        let open = breaches(days).filter { $0.standing != .contested }.map(\.span)
        let starts = days.owed.spans.compactMap { row in open.first(where: row.overlaps)?.from }
        let times = zip(starts, starts.dropFirst().map(Optional.some) + [nil]).map { DaySpan(from: $0, until: $1) }
        return times.flatMap { time in
            JointTask.Kind.allCases.flatMap { kind in
                Side.allCases.map { side in
                    JointTask(
                        kind: kind,
                        owner: side,
                        since: time.from,
                        due: time.from.adding(days: targets.days(for: kind)),
                        done: done(kind, by: side, in: time)
                    )
                }
            }
        }
    }

    private func done(_ kind: JointTask.Kind, by side: Side, in time: DaySpan) -> CalendarDay? {
        counting.first { $0.content == .taskDone(kind) && $0.by == side && time.contains($0.day) }?.day
    }
}

/// Times that no section gives (mål uten hjemmel): settings of the two levels, shown as unconfirmed.
package struct AssistanceTargets: Hashable, Sendable {
    /// Hours from an acute request to a place.
    ///
    /// Source: Bufdir's older guidance says usually two; not law.
    package var acuteHours: Int
    /// Days from the start of a breach until there is a contact, an interim solution and a description of the child.
    package var taskDays: Int
    /// Days from the start of a breach until the two have met.
    package var meetingDays: Int
    /// Days from a wish that something be deleted until its receiver says what has become of it; no source sets any.
    package var deletionDays = 7

    package init(acuteHours: Int, taskDays: Int, meetingDays: Int) {
        self.acuteHours = acuteHours
        self.taskDays = taskDays
        self.meetingDays = meetingDays
    }

    /// What counts where nobody has set anything else.
    package static let usual = AssistanceTargets(acuteHours: 2, taskDays: 1, meetingDays: 7)

    func days(for kind: JointTask.Kind) -> Int { kind == .meet ? meetingDays : taskDays }
}
