import Law

@testable import Casework

/// What a person with the act and a calendar on the wall would write down: one line per duty, found by going through the
/// days one by one.
struct DayWalker {
    let plain: PlainCase
    private let calendar = WalkedCalendar.shared
    private var lines: [String] = []

    private enum Passing { case breach, lapse, forfeit, missing }

    static func lines(of plain: PlainCase) -> [String] {
        var walker = DayWalker(plain)
        walker.concern()
        walker.decision()
        walker.others()
        walker.growingUp()
        walker.fosterHome()
        return walker.lines.sorted()
    }

    /// A duty of the program as such a line.
    static func line(of duty: Duty) -> String {
        func text(_ day: CalendarDay) -> String { "\(day.year)-\(day.month)-\(day.day)" }
        let share = duty.share.map { " \($0.done) of \($0.of)" } ?? ""
        return "\(duty.rule) \(duty.lastDay.map(text) ?? "no day") \(duty.state)\(share)"
    }

    private init(_ plain: PlainCase) {
        self.plain = plain
    }

    /// Only what has happened by today.
    private func seen(_ place: Int?) -> Int? { place.flatMap { $0 <= plain.today ? $0 : nil } }

    /// Goes through the days from the first on and writes down how the duty ends up today.
    private mutating func write(
        _ rule: String,
        from first: Int,
        last: Int?,
        done: Int? = nil,
        waived: Duty.Waiver? = nil,
        over: Int? = nil,
        nearFrom: Int? = nil,
        _ passing: Passing = .breach
    ) {
        guard first <= plain.today else { return }
        let text = last.map { calendar.text($0) } ?? "no day"
        func put(_ state: Duty.State) { lines.append("\(rule) \(text) \(state)") }
        if let waived { return put(.waived(waived)) }
        if let done = seen(done) {
            guard let last, done > last else { return put(.metInTime) }
            return put(passing == .lapse ? .lapsed : .metLate)
        }
        var isPast = false
        var daysLeft = last.map { $0 - plain.today } ?? .max
        let length = last.map { $0 - first } ?? 0
        var place = min(first, over ?? first)
        while place <= plain.today {
            if place == over {
                guard last != nil else { return put(passing == .missing ? .shortfall : .waived(.noLongerNeeded)) }
                if !isPast { return put(.waived(.noLongerNeeded)) }
                if passing == .lapse { return put(.lapsed) }
                if passing != .forfeit { put(.shortfall) }
                return
            }
            if let last, place >= last { isPast = true }
            place += 1
        }
        if daysLeft < 0 {
            if passing == .lapse { put(.lapsed) } else if passing != .forfeit { put(.overdue) }
            return
        }
        let near = length <= 8 ? 2 : length <= 22 ? 4 : length <= 45 ? 7 : 14
        if let nearFrom, last != nil {
            put(plain.today >= nearFrom ? .soon : .running)
            return
        }
        if last == nil { daysLeft = .max }
        put(daysLeft <= near ? .soon : .running)
    }

    private mutating func concern() {
        let received = plain.received
        let review = plain.review.flatMap { $0.on <= plain.today ? $0 : nil }
        write("D01", from: received, last: received + 7, done: review?.on)
        if let review, review.outcome == .shelved {
            let waived: Duty.Waiver? = review.isGroundless ? .plainlyGroundless : nil
            write("D02", from: review.on, last: review.on, done: review.on, waived: waived, .missing)
        }
        answer(.confirmation, "D03", from: received)
        if plain.isPublic { answer(.investigationOpened, "D04", from: received) }
        guard let review, review.outcome == .investigate else { return }
        let concluded = plain.concluded.flatMap { $0.on <= plain.today ? $0 : nil }
        let week = received + 7
        let three = calendar.months(3, after: week)
        let isExtended = seen(plain.extended).map { $0 <= three } ?? false
        // The clock is in the statutory week until it starts; the duty is there from the start of the investigation.
        write(
            "D06",
            from: min(week, plain.today),
            last: isExtended ? calendar.months(6, after: week) : three,
            done: concluded?.on,
            nearFrom: (isExtended ? calendar.months(6, after: week) : three) - 14
        )
        write("D08", from: review.on, last: nil, done: plain.planned, over: concluded?.on, .missing)
        guard let concluded else { return }
        if plain.isPublic { answer(.followUp, "D05", from: concluded.on) }
        guard [.shelved, .shelvedAtPartysWish, .referredElsewhere].contains(concluded.outcome) else { return }
        let other = plain.kind == .shelving && plain.made >= review.on ? seen(plain.made) : nil
        let shelved = [seen(plain.shelved), other].compactMap(\.self).min()
        write("D09", from: concluded.on, last: concluded.on, done: shelved, .missing)
        guard concluded.outcome == .shelvedAtPartysWish, concluded.announcesNew else { return }
        write("D10", from: concluded.on, last: calendar.months(6, after: concluded.on), .lapse)
    }

    private mutating func answer(_ answer: ReporterAnswer, _ rule: String, from first: Int) {
        let given = plain.answers.filter { $0.answer == answer && $0.on <= plain.today }
        let told = given.first { !$0.isLeftOut }?.on
        let waived: Duty.Waiver? = told == nil && !given.isEmpty ? .unreachable : nil
        write(rule, from: first, last: first + 21, done: told, waived: waived)
    }

    private mutating func decision() {
        let made = plain.made
        guard made <= plain.today else { return }
        let rejected = plain.controlled.flatMap { $0.isUpheld ? nil : seen($0.on) }
        let ended = [seen(plain.ended), rejected].compactMap(\.self).min()
        let petition = seen(plain.petition)
        let isNew = made >= calendar.newYear(2026)
        let isTravelBanLaw = made >= calendar.newYear(2026) + 22
        let clock: (rule: String, last: Int, passing: Passing)? =
            switch plain.kind {
            case .acuteCare: ("D15", made + 42, .lapse)
            case .acuteCareAbroad: ("D15b", calendar.months(6, after: made), .lapse)
            case .acuteInstitution: ("D16", made + 14, .lapse)
            case .acuteInstitutionAbroad: ("D16b", calendar.months(6, after: made), .lapse)
            case .acuteTrafficking: ("D17", made + 14, .lapse)
            case .acuteTravelBan where isTravelBanLaw: ("D18", made + 42, .lapse)
            case .contactStop where isNew: ("D22", made + 21, .lapse)
            case .movingBan: ("D19b", made + 42, .breach)
            default: nil
            }
        var gone: Int?
        if plain.kind == .movingBan {
            let end = calendar.months(3, after: made)
            let isKept = petition.map { $0 <= made + 42 } ?? false
            let waived = petition == nil && (ended ?? end + 1) <= plain.today
            write("D19b", from: made, last: made + 42, done: petition, waived: waived ? .noLongerNeeded : nil)
            write("D19", from: made, last: end, done: ended, waived: isKept ? .noLongerNeeded : nil, .lapse)
            if !isKept { gone = end + 1 }
        } else if let clock {
            write(clock.rule, from: made, last: clock.last, done: petition, over: ended, clock.passing)
            if petition.map({ $0 > clock.last }) ?? true { gone = clock.last + 1 }
        }
        if let rule = [.careOrder: "D23", .institutionWithoutConsent: "D28", .trafficking: "D30"][plain.kind] {
            let last = max(made + 42, plain.longerUntil ?? 0)
            write(rule, from: made, last: last, done: plain.implemented, over: ended, .lapse)
            if seen(plain.implemented).map({ $0 > last }) ?? true { gone = last + 1 }
        }
        let over = ended ?? seen(gone)
        let isSetAside = rejected.map { rejected in seen(plain.ended).map { rejected < $0 } ?? true } ?? false
        if let fallen = isSetAside ? rejected : ended.map({ $0 >= gone ?? .max }) ?? true ? seen(gone) : nil,
            plain.measure <= plain.today, plain.measureEnded.map({ $0 > fallen }) ?? true
        {
            write("K05", from: fallen, last: fallen, done: plain.measureEnded)
        }
        control(over: over, isTravelBanLaw: isTravelBanLaw)
        if plain.kind.isAcute, plain.isMissingParts { write("K04", from: made, last: made + 2, over: over, .missing) }
        plan(over: over)
        if plain.kind.isAcute { write("K06", from: made, last: nil, done: heardAfterwards, .missing) }
        if let withdrawn = seen(plain.withdrawn), over.map({ $0 >= withdrawn }) ?? true {
            let done = [seen(plain.handled), over].compactMap(\.self).min()
            write("K01", from: withdrawn, last: withdrawn, done: done, .missing)
        }
        let toGovernor: [Decision.Kind] = [
            .helpMeasure, .aftercare, .acuteHelp, .institutionByConsent, .shelving, .reducedVisits,
        ]
        if toGovernor.contains(plain.kind) { write("D35", from: made, last: made + 21, .forfeit) }
    }

    /// The child was heard on the day of the decision or later, or it stands why not; too young is whoever is not yet seven.
    private var heardAfterwards: Int? {
        guard let heard = plain.heard, heard.on >= plain.made, heard.obstacle != .noOpportunity else { return nil }
        let seventh = calendar.months(7 * 12, after: plain.born)
        return heard.obstacle == .tooYoung && heard.on >= seventh ? nil : heard.on
    }

    /// A plan of the section's own kind, made at any time, from the day of the decision on; the only measure is there for
    /// it whether it is the decision's or not.
    private mutating func plan(over: Int?) {
        let made = plain.made
        let asked: (rule: String, kind: CasePlan.Kind)? =
            switch plain.kind {
            case .helpMeasure: ("P01", .measures)
            case .acuteHelp, .acuteCare, .acuteCareAbroad, .acuteInstitution, .acuteInstitutionAbroad,
                .acuteTrafficking,
                .acuteTravelBan:
                ("P02", .afterAcuteDecision)
            case .careOrder: ("P03", .care)
            case .institutionByConsent: ("P04", .institution)
            case .institutionWithoutConsent: ("P04b", .institution)
            default: nil
            }
        guard let asked else { return }
        let over = [over, seen(plain.measureEnded)].compactMap(\.self).min()
        let done = plain.planKind == asked.kind ? max(made, plain.planMade) : nil
        write(asked.rule, from: made, last: nil, done: done, over: over, .missing)
    }

    private mutating func control(over: Int?, isTravelBanLaw: Bool) {
        let sent = seen(plain.toTribunal)
        switch plain.kind {
        case .acuteCare, .acuteCareAbroad, .acuteInstitution, .acuteInstitutionAbroad, .acuteTrafficking, .movingBan,
            .contactStop:
            if let carriedOut = seen(plain.implemented) {
                write("D20", from: carriedOut, last: carriedOut, done: sent, over: over)
            } else {
                write("D20", from: plain.made, last: nil, done: sent, over: over)
            }
        case .acuteTravelBan:
            if isTravelBanLaw { write("D20c", from: plain.made, last: plain.made, done: sent, over: over) }
        default: return
        }
        guard let sent else { return }
        write("D20b", from: sent, last: sent + 2, done: plain.controlled?.on, over: over, .missing)
    }

    private mutating func others() {
        let months = plain.isDemandExtended ? 6 : 3
        write(
            "D26",
            from: plain.demanded,
            last: calendar.months(months, after: plain.demanded),
            done: plain.demandSent
        )
        // The only measure is a foster home; whoever is at home on the day is not spoken of.
        let isAway = plain.measure <= plain.happened && plain.measureEnded.map { $0 >= plain.happened } ?? true
        if isAway, plain.happened >= calendar.newYear(2026) {
            write("D36", from: plain.happened, last: plain.happened, done: plain.informed)
        }
        if plain.need == .investigation || plain.need == .followUp {
            write("D37", from: plain.moved, last: nil, done: plain.notified, .missing)
        }
        guard plain.planMade <= plain.today, plain.planKind != .investigation else { return }
        let last = seen(plain.planEvaluated) ?? plain.planMade
        let over = seen(plain.measureEnded)
        write("K02", from: last, last: calendar.months(6, after: last), over: over, .missing)
    }

    private mutating func growingUp() {
        let seventeen = calendar.months(17 * 12, after: plain.born)
        let half = calendar.months(17 * 12 + 6, after: plain.born)
        let eighteen = calendar.months(18 * 12, after: plain.born)
        let today = plain.today
        let ended = seen(plain.measureEnded)
        guard plain.measure <= today, seventeen <= today else { return }
        let newLaw = calendar.newYear(2023)
        if plain.measure < eighteen, ended.map({ $0 > seventeen }) ?? true {
            // Measures that end in the last half-year leave everything as it was.
            let over = ended.flatMap { $0 <= half ? $0 : nil }
            let step = plain.step.flatMap { $0.on <= today ? $0 : nil }
            if seventeen >= newLaw { write("D14", from: seventeen, last: half, done: step?.on, over: over, .missing) }
            var decided: [Int] = []
            if let step, step.kind != .contacted { decided.append(step.on) }
            if plain.kind == .aftercare, plain.made <= today { decided.append(plain.made) }
            let last = eighteen - 1
            write("D14c", from: seventeen, last: last, done: decided.min(), over: over, nearFrom: half)
        }
        guard eighteen <= today, ended.map({ $0 >= eighteen }) ?? true else { return }
        if ended.map({ $0 > eighteen }) ?? true {
            let from = max(eighteen, plain.measure)
            let done = plain.planKind == .aftercare ? max(from, plain.planMade) : nil
            if from >= newLaw { write("P05", from: from, last: nil, done: done, over: ended, .missing) }
        }
        let last = calendar.months(25 * 12, after: plain.born) - 1
        write("D14d", from: eighteen, last: last, done: ended, .lapse)
    }

    /// Follow-up visits, four a year; supervision ends at 18 and is counted in its own table.
    private mutating func fosterHome() {
        guard plain.measure <= plain.today else { return }
        let ended = seen(plain.measureEnded)
        write("K03", from: plain.measure, last: calendar.months(12, after: plain.measure), over: ended)
        var place = plain.measure
        var left = (share: 0, of: 365)
        while place <= min(ended ?? plain.today, plain.today) {
            let newYear = calendar.newYear(calendar.dates[place].year + 1)
            left = year(from: place, to: min(ended ?? newYear, newYear - 1), newYear: newYear, after: left)
            place = newYear
        }
    }

    /// What the year before has left over of a visit is taken along, unless somebody came more often than was asked.
    private mutating func year(
        from first: Int,
        to last: Int,
        newYear: Int,
        after left: (share: Int, of: Int)
    ) -> (share: Int, of: Int) {
        let daysOfYear = newYear - calendar.newYear(calendar.dates[first].year)
        var planned: [Int] = []
        var shares = left.share * daysOfYear / left.of
        for place in first...last {
            shares += 4
            if shares >= (planned.count + 1) * daysOfYear { planned.append(monthEnd(near: place, first, last)) }
        }
        let made = plain.visits.filter { $0 >= first && $0 <= last && $0 <= plain.today }.count
        let over = shares - max(made, planned.count) * daysOfYear
        let next = (share: max(0, over), of: daysOfYear)
        guard !planned.isEmpty else { return next }
        let due = planned[min(made, planned.count - 1)]
        let share = " \(made) of \(planned.count)"
        let state: Duty.State
        if made >= planned.count {
            state = .metInTime
        } else if plain.today > last {
            state = .shortfall
        } else if plain.today > due {
            state = .overdue
        } else {
            let length = due - first
            let near = length <= 8 ? 2 : length <= 22 ? 4 : length <= 45 ? 7 : 14
            state = due - plain.today <= near ? .soon : .running
        }
        lines.append("V01 \(calendar.text(due)) \(state)\(share)")
        return next
    }

    private func monthEnd(near place: Int, _ first: Int, _ last: Int) -> Int {
        var (before, after) = (place, place)
        repeat { before -= 1 } while !calendar.isLastOfMonth(before)
        while !calendar.isLastOfMonth(after) { after += 1 }
        // No visit is planned before the child lives there, or before the year begins.
        return min(before >= first && place - before < after - place ? before : after, last)
    }
}
