internal import Assistance
internal import Exchange
internal import Law

/// What becomes of a pretend referral, and when; days are counted from the day on which the past ends.
struct ReferralPlot {
    let scene: ReferralScene
    let service: PretendService
    let kind: MeasureKind
    /// Days before the end of the past.
    let asked: Int
    /// Days after it, or before where it is negative.
    let wanted: Int

    /// Of what is over long since: the first day of the stay, in days before the end.
    let started: Int

    init(
        _ scene: ReferralScene,
        _ service: PretendService,
        _ kind: MeasureKind,
        asked: Int,
        wanted: Int,
        started: Int = 0
    ) {
        self.scene = scene
        self.service = service
        self.kind = kind
        self.asked = asked
        self.wanted = wanted
        self.started = started
    }

    var type: MessageType {
        switch kind {
        case .fosterHome: .fosterHome
        case .treatmentInstitution, .careInstitution, .careOrSpecialisedHome: .institution
        case .centreAssessment, .centreMeasure: .familyCentre
        case .homeFamilyTherapy, .homeMultisystemic, .homeOther: .homeMeasure
        case .familyCouncil: .familyCouncil
        case .healthAssessment: .healthAssessment
        }
    }

    /// The section that such a referral rests on where the case has no decision for it.
    var section: LegalSection {
        switch type {
        case .institution: .institutionByConsent
        case .fosterHome, .healthAssessment: .voluntaryStay
        default: .voluntaryHelp
        }
    }

    /// What goes on at the end of the past: every scene, most of them in the largest service.
    ///
    /// The other services have none that counts in a figure, for two such would be hidden and hide a third.
    static let current: [ReferralPlot] = [
        .init(.justSent, .nordvag, .careInstitution, asked: 1, wanted: 20),
        .init(.justSent, .trefjord, .homeMultisystemic, asked: 2, wanted: 30),
        .init(.justSent, .lauvdal, .fosterHome, asked: 3, wanted: 25),
        .init(.seen, .nordvag, .fosterHome, asked: 9, wanted: 14),
        .init(.seen, .lauvdal, .homeFamilyTherapy, asked: 12, wanted: 18),
        .init(.pastWanted, .nordvag, .fosterHome, asked: 45, wanted: -12),
        .init(.offered, .nordvag, .careInstitution, asked: 25, wanted: 5),
        .init(.offerDeclined, .nordvag, .careInstitution, asked: 40, wanted: -6),
        .init(.offerTaken, .nordvag, .treatmentInstitution, asked: 30, wanted: 3),
        .init(.fosterSteps, .nordvag, .fosterHome, asked: 35, wanted: 10),
        .init(.stayRunning, .nordvag, .centreMeasure, asked: 70, wanted: -35, started: 35),
        .init(.stayRunning, .nordvag, .fosterHome, asked: 90, wanted: -30, started: 30),
        .init(.stayLate, .nordvag, .careInstitution, asked: 100, wanted: -70, started: 57),
        .init(.stayEnded, .nordvag, .careOrSpecialisedHome, asked: 200, wanted: -180, started: 180),
        .init(.withdrawn, .nordvag, .homeOther, asked: 30, wanted: 6),
        .init(.serviceDeclined, .nordvag, .familyCouncil, asked: 26, wanted: 1),
        .init(.acuteOpen, .nordvag, .fosterHome, asked: 0, wanted: 0),
        .init(.acuteArrived, .nordvag, .careInstitution, asked: 4, wanted: -4),
        .init(.breachConfirmed, .nordvag, .fosterHome, asked: 80, wanted: -40),
        .init(.breachContested, .nordvag, .treatmentInstitution, asked: 60, wanted: -30),
        .init(.tribunalDelay, .nordvag, .fosterHome, asked: 50, wanted: -20),
        .init(.privateSolution, .nordvag, .fosterHome, asked: 33, wanted: -15),
        .init(.adviceLate, .trefjord, .careInstitution, asked: 28, wanted: 12),
        .init(.friction, .trefjord, .centreMeasure, asked: 22, wanted: 9),
        .init(.healthAssessment, .trefjord, .healthAssessment, asked: 18, wanted: 0),
    ]

    /// Five stays in each of the last three half-years, each begun late: enough for figures that may be shown.
    static func older(before today: CalendarDay) -> [ReferralPlot] {
        let lateness = [6, 11, 17, 9, 23]
        return (0..<3).flatMap { back -> [ReferralPlot] in
            guard let (first, last) = halfYear(back, before: today) else { return [] }
            // Begun and wanted in the same half-year, and asked for well before.
            let latest = min(last, today.adding(days: -8))
            let room = first.adding(days: 25).days(until: latest)
            guard room >= lateness.count else { return [] }
            return lateness.enumerated().map { place, late in
                let start = first.adding(days: 25 + room * (place + 1) / lateness.count).days(until: today)
                return ReferralPlot(
                    .older,
                    .nordvag,
                    place == 0 ? .fosterHome : .careInstitution,
                    asked: start + late + 28,
                    wanted: -(start + late),
                    started: start
                )
            }
        }
    }

    private static func halfYear(
        _ back: Int,
        before today: CalendarDay
    ) -> (first: CalendarDay, last: CalendarDay)? {
        let count = today.year * 2 + (today.month > 6 ? 1 : 0) - back
        let month = count % 2 * 6 + 1
        guard let first = CalendarDay(year: count / 2, month: month, day: 1),
            let last = CalendarDay(year: count / 2, month: month + 5, day: month == 1 ? 30 : 31)
        else { return nil }
        return (first, last)
    }
}
