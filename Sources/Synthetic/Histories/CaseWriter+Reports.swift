internal import Casework
internal import Law

// Reports: opened, reviewed, answered (§§ 2-1 and 13-3).
extension CaseWriter {
    /// Somebody opens the report, and looks for the child where the sender gave no number.
    mutating func handle(_ report: Report, hasNumber: Bool, atOnce: Bool = false) {
        let opened = atOnce ? report.receivedOn : report.receivedOn.orNextWorkingDay
        write(.reportHandled(report.name, .open), on: opened, by: responsible)
        guard !hasNumber, !child.isUnborn else { return }
        if let number = child.number {
            write(.reportHandled(report.name, .match(number)), on: opened, by: responsible)
        } else {
            let reason = language == .bokmal ? "Ikke registrert ennå." : "Ikkje registrert enno."
            write(.reportHandled(report.name, .giveUpMatching(reason: reason)), on: opened, by: responsible)
        }
    }

    /// The day of the review: within the week, but for two of a hundred.
    mutating func reviewDay(of report: Report) -> CalendarDay {
        let opened = report.receivedOn.orNextWorkingDay
        guard !random.happens(2) else { return day(8...12, after: report.receivedOn) }
        return max(opened, min(day(0...5, after: report.receivedOn), report.receivedOn.adding(days: 7)))
    }

    mutating func review(
        _ report: Report,
        _ outcome: ReviewCommand.Outcome,
        isAtOnce: Bool = false,
        on day: CalendarDay,
        by reviewer: ActorID? = nil
    ) {
        let review = ReviewCommand(outcome: outcome, isAtOnce: isAtOnce, replacesEarlier: false, on: day)
        write(.reportReviewed(report.name, review), on: day, by: reviewer ?? responsible)
        if case .shelve(_, reason: .plainlyGroundless) = outcome { return }
        code(report, reviewedOn: day)
    }

    /// The statistics are told of the report, some days after its review.
    private mutating func code(_ report: Report, reviewedOn reviewed: CalendarDay) {
        guard let (codes, after) = codes.codes(of: report) else { return }
        let day = reviewed.adding(days: after).orNextWorkingDay
        write(.reportCoded(report.name, CodingCommand(codes: codes, on: day)), on: day, by: responsible)
    }

    /// The report is shelved by the review; one in seven is plainly groundless, so that nobody need be told.
    mutating func shelve(_ report: Report) {
        let reviewed = reviewDay(of: report)
        let isGroundless = random.happens(14)
        let cause = random.pick([ConcernReview.ShelvingCause.noReason, .noReason, .noReason, .otherService, .otherAct])
        let reason: ConcernReview.ShelvingReason =
            isGroundless ? .plainlyGroundless : .written(text(.shelvedReport))
        review(report, .shelve(isGroundless ? .noReason : cause, reason: reason), on: reviewed)
        guard !isGroundless else {
            omit(.confirmation, to: report, .plainlyGroundless, on: reviewed)
            return
        }
        answer(report, reviewedOn: reviewed)
    }

    /// The reporter hears that the report has come in, a public one also what came of it; four of a hundred never do.
    mutating func answer(_ report: Report, reviewedOn reviewed: CalendarDay) {
        guard report.isReachable else {
            omit(.confirmation, to: report, .unreachable, on: reviewed)
            return
        }
        guard !random.happens(4) else { return }
        let answers: [ReporterAnswer] = report.isPublic ? [.confirmation, .investigationOpened] : [.confirmation]
        let told = day(0...9, after: reviewed)
        let command = AnswerCommand(act: .tell(answers), on: told)
        write(.reporterAnswered(report.name, command), on: told, by: responsible)
    }

    /// The second answer, once the investigation is finished; eight of a hundred are left out.
    mutating func answerAgain(_ report: Report, finishedOn finished: CalendarDay) {
        guard report.isPublic, report.isReachable, !isUnassigned, !random.happens(8) else { return }
        let told = day(1...16, after: finished)
        let command = AnswerCommand(act: .tell([.followUp]), on: told)
        write(.reporterAnswered(report.name, command), on: told, by: responsible)
    }

    private mutating func omit(
        _ answer: ReporterAnswer,
        to report: Report,
        _ omission: AnswerOmission,
        on day: CalendarDay
    ) {
        let command = AnswerCommand(act: .omit(answer, omission), on: day)
        write(.reporterAnswered(report.name, command), on: day, by: responsible)
    }
}
