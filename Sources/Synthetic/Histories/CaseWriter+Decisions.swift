internal import Casework
internal import Law

// Decisions and what follows them.
extension CaseWriter {
    /// Decides something and writes all that § 12-5 demands; a decision of somebody else's is registered.
    mutating func decide(
        _ kind: Decision.Kind,
        by maker: Decision.Maker = .service,
        _ summary: HistoryTopic,
        on day: CalendarDay,
        ground: ParticipationGround,
        consents: [Consent] = []
    ) -> RecordID {
        let id = newID(day)
        let isOurs = maker == .service
        let decision = Decision(
            id: id,
            kind: kind,
            maker: maker,
            summary: text(summary),
            parts: isOurs ? parts(Decision.Part.allCases) : [:],
            participation: ground,
            consents: consents,
            reference: isOurs ? nil : reference(on: day)
        )
        tell(.decided(decision), on: day)
        see(ground, of: day)
        return id
    }

    /// The consents that help under § 3-1 rests on.
    mutating func consentsToHelp(on day: CalendarDay) -> [Consent] {
        var consents = [Consent(giver: .parents, isWritten: random.happens(70), givenOn: day)]
        if child.age(on: day) >= 15 { consents.append(Consent(giver: .child, isWritten: true, givenOn: day)) }
        return consents
    }

    /// An acute decision (§ 4-2) by the leader, or in one of five by the prosecuting authority; what is missing follows.
    mutating func decideAcutely(on day: CalendarDay) -> RecordID {
        let id = newID(day)
        let isProsecutors = random.happens(20)
        let decision = Decision(
            id: id,
            kind: .acuteCare,
            maker: isProsecutors ? .prosecutor : .leader,
            summary: text(.decidedAcute),
            parts: isProsecutors ? [:] : parts([.facts, .assessment]),
            participation: .acute,
            consents: [],
            reference: nil
        )
        tellAsLeader(.decided(decision), on: day)
        tellAsLeader(.decisionStep(id, .implemented), on: day)
        guard !isProsecutors else { return id }
        let following: [(Decision.Part, HistoryTopic)] = [
            (.childsView, .childsView), (.bestInterests, .bestInterests), (.familyTies, .familyTies),
        ]
        let completed = day.adding(days: random.number(in: 1...3))
        for (part, topic) in following where !random.happens(6) {
            tell(.decisionStep(id, .completed(part, text(topic))), on: completed)
        }
        return id
    }

    /// Somebody disagrees with a decision, and the service sends the complaint on.
    mutating func complain(about decision: RecordID, toTribunal: Bool, after made: CalendarDay) {
        let received = day(4...20, after: made)
        let id = newID(received)
        let complaint = Complaint(id: id, decision: decision, goesToTribunal: toTribunal, text: text(.complaint))
        tell(.complaintReceived(complaint), on: received)
        tell(.complaintForwarded(id), on: day(1...(toTribunal ? 2 : 12), after: received))
    }

    /// The parents withdraw their consent; the same day somebody has talked with them.
    mutating func withdrawConsent(to decision: RecordID, on day: CalendarDay) {
        tell(.decisionStep(decision, .consentWithdrawn(.parents)), on: day)
        tell(.decisionStep(decision, .withdrawalHandled(reason: text(.withdrawn))), on: day)
    }

    private mutating func parts(_ parts: [Decision.Part]) -> [Decision.Part: String] {
        var texts: [Decision.Part: String] = [:]
        for part in parts {
            texts[part] =
                switch part {
                case .facts: text(.facts)
                case .assessment: text(.assessment)
                case .childsView: text(.childsView)
                case .bestInterests: text(.bestInterests)
                case .familyTies: text(.familyTies)
                }
        }
        return texts
    }

    /// A case number that no tribunal gives.
    private mutating func reference(on day: CalendarDay) -> String {
        "00-\(random.number(in: 100_000...999_999))-\(day.year)"
    }
}
