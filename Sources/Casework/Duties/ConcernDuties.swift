package import Law

// Reports of concern: review, reasons and answers to the reporter (§§ 2-1 and 13-3).
extension DutyTally {
    /// The duties of a report; the second reply needs the case, which tells when the investigation was finished.
    mutating func addDuties(of concern: ConcernFacts, in facts: CaseFacts?) {
        let subject = Duty.Subject.concern(concern.id)
        let review = concern.review.flatMap { $0.at.on <= today ? $0 : nil }
        add(.review, about: subject, from: concern.receivedOn, metOn: review?.at.on)
        if let review, review.outcome == .shelved {
            // A shelving that is not plainly groundless cannot be registered without its reasons.
            let waiver: Duty.Waiver? = review.isPlainlyGroundless ? .plainlyGroundless : nil
            add(.shelvingReasons, about: subject, from: review.at.on, metOn: review.at.on, waiver: waiver)
        }
        addAnswer(.confirmation, by: .confirmation, to: concern, from: concern.receivedOn)
        guard concern.isPublic else { return }
        addAnswer(.publicReply, by: .investigationOpened, to: concern, from: concern.receivedOn)
        guard let finished = facts?.investigation(behind: concern, on: today)?.concluded?.at, let day = day(finished)
        else { return }
        addAnswer(.secondReply, by: .followUp, to: concern, from: day)
    }

    /// An answer to the reporter: what was told counts before what was left out, whichever was registered first.
    private mutating func addAnswer(
        _ rule: RuleID,
        by answer: ReporterAnswer,
        to concern: ConcernFacts,
        from trigger: CalendarDay
    ) {
        var told: CalendarDay?
        var waiver: Duty.Waiver?
        for given in concern.answers where given.answer == answer && given.at.on <= today {
            if let omission = given.omission {
                waiver = waiver ?? Duty.Waiver(omission)
            } else {
                told = min(told ?? given.at.on, given.at.on)
            }
        }
        add(rule, about: .concern(concern.id), from: trigger, metOn: told, waiver: told == nil ? waiver : nil)
    }
}

extension Duty.Waiver {
    init(_ omission: AnswerFacts.Omission) {
        self =
            switch omission {
            case .plainlyGroundless: .plainlyGroundless
            case .specialCircumstances: .specialCircumstances
            case .unreachable: .unreachable
            }
    }
}

extension CaseFacts {
    /// The investigation in which a report was taken up: the one that it opened, or the one that ran when it was reviewed.
    ///
    /// What happened after `today` is left out; `nil` where the report led to none.
    package func investigation(behind concern: ConcernFacts, on today: CalendarDay) -> InvestigationFacts? {
        if let own = investigations.first(where: { $0.start.isOpened(by: concern.id) && $0.started.on <= today }) {
            return own
        }
        guard let review = concern.review, review.outcome == .addedToRunning, review.at.on <= today else { return nil }
        return investigations.last {
            $0.started.on <= review.at.on && $0.concluded.map { $0.at.on >= review.at.on } ?? true
        }
    }
}

extension InvestigationStart {
    /// Whether it was this report that led to it.
    package func isOpened(by concern: RecordID) -> Bool {
        guard case .concern(concern, _, _) = origin else { return false }
        return true
    }
}
