internal import Casework
internal import Law

/// Writes the history of one pretend family: its reports, and a case for each child that is investigated.
struct FamilyWriter {
    let plot: HistoryPlot
    let home: HistoryHome
    /// The family's place in the world.
    let turn: Int
    let today: CalendarDay
    /// The day of the first report.
    let first: CalendarDay
    var random: SplitMix64
    let family: PretendFamily
    let story: Story
    let language: Language
    /// The parents' numbers, in the order of the parents.
    let numbers: [PersonNumber?]
    var drafts: [CaseWriter.Draft] = []

    init(plot: HistoryPlot, in home: HistoryHome, turn: Int, endingOn today: CalendarDay, seed: UInt64) {
        var random = SplitMix64(seed: seed ^ 0x4869_7374, item: turn)
        let first = Self.firstDay(of: plot, before: today, &random)
        let stories = Story.all.filter { $0.fits(plot) }
        let story = stories[turn % stories.count]
        let ages = plot.ages.flatMap { plot in story.ages.map { $0.clamped(to: plot) } }
        let family = PretendFamily(ages: ages, on: first, place: home.place, using: &random)
        // A chance of their own, so that nothing else in the history depends on them.
        var chance = SplitMix64(seed: seed ^ 0x4E75_6D62, item: turn)
        let eldest = family.children.map(\.age).max() ?? 0
        numbers = family.parents.map { parent in
            HistoryAdult.number(isWoman: parent.isMother, bornBefore: first.adding(years: -eldest), &chance)
        }
        self.family = family
        language = random.happens(70) ? .bokmal : .nynorsk
        self.plot = plot
        self.home = home
        self.turn = turn
        self.today = today
        self.first = first
        self.story = story
        self.random = random
    }

    /// The steps up to the end of the past, in order.
    ///
    /// - Returns: The steps and the identities of the cases that were opened.
    mutating func write() -> (steps: [HistoryStep], cases: [RecordID]) {
        let children = family.children.map { HistoryChild($0, on: first, using: &random) }
        let opening = arrive(on: first, naming: Array(children.indices), of: children)
        let responsible = home.caseworkers[turn % home.caseworkers.count]
        let hidesAddress = plot != .shelvedReport && turn.isMultiple(of: 31)
        var writers: [CaseWriter] = []
        for (number, child) in children.enumerated() {
            let writer = CaseWriter(
                child,
                number: number,
                in: home,
                language: language,
                municipality: opening.municipality,
                address: family.address,
                parentIsMother: family.parents.first?.isMother ?? true,
                turn: turn,
                from: first,
                today: today,
                responsible: responsible,
                contents: story.contents,
                seed: random.next()
            )
            writers.append(writer)
        }
        let siblings = writers.map { (child: $0.child, caseID: $0.caseID) }
        for number in writers.indices {
            writers[number].hasHiddenAddress = hidesAddress
            writers[number].proposesHome = (number == 0 ? plot : plot.ofSiblings).leadsElsewhere
            let others = siblings.indices.filter { $0 != number }.map { siblings[$0] }
            live(
                &writers[number],
                opening.reports[number],
                plot: number == 0 ? plot : plot.ofSiblings,
                siblings: others
            )
        }
        return finish(writers)
    }

    // MARK: The life of a case

    private mutating func live(
        _ writer: inout CaseWriter,
        _ report: CaseWriter.Report,
        plot: HistoryPlot,
        siblings: [(child: HistoryChild, caseID: RecordID)]
    ) {
        let isAcute = plot == .acuteCare || plot == .acuteOver
        writer.handle(report, hasNumber: report.tellsNumber, atOnce: isAcute)
        guard plot != .shelvedReport else {
            writer.shelve(report)
            return
        }
        let opened = isAcute ? first : writer.reviewDay(of: report)
        let id = writer.newID(opened)
        let place = ReviewCommand.Place.newCase(writer.caseID, writer.opening)
        // The leader reviews what opens a case, and then gives it to somebody.
        writer.review(report, .investigate(place, investigation: id), isAtOnce: isAcute, on: opened, by: home.leader)
        writer.answer(report, reviewedOn: opened)
        let began = writer.assign(on: opened, atOnce: isAcute)
        let known = isAcute ? began : writer.day(0...3, after: began)
        writer.introduce(adults(), on: known)
        writer.introduce(siblings: siblings, on: known)
        if turn.isMultiple(of: 23) { writer.declareConflict(on: writer.day(45...60, after: opened)) }
        guard !isAcute else {
            if plot == .acuteCare {
                writer.placeForGood(id, on: opened)
            } else {
                writer.placeForAWhile(id, receivedOn: opened)
            }
            reportAgain(during: writer.measured, to: &writer)
            return
        }
        let ending = writer.investigate(id, receivedOn: first, from: began)
        reportAgain(during: began...ending.on, investigated: ending, to: &writer)
        end(&writer, ending, plot: plot)
        writer.answerAgain(report, finishedOn: ending.on)
        if plot == .reopened { reopen(&writer) }
        if plot != .unborn { reportAgain(during: writer.measured, to: &writer) }
    }

    private mutating func end(_ writer: inout CaseWriter, _ ending: CaseWriter.Ending, plot: HistoryPlot) {
        switch plot {
        case .shelvedReport, .acuteCare, .acuteOver: break
        case .shelvedCase: writer.shelve(ending)
        case .reopened: writer.shelveByOwnAssessment(ending)
        case .help:
            let decision = writer.decideHelp(ending)
            let over = writer.help(decision, from: ending.on)
            writer.close(on: writer.day(3...20, after: over))
        case .careOrder: writer.takeIntoCare(ending)
        case .voluntaryHome: writer.placeByAgreement(ending)
        case .institution: writer.placeInInstitution(ending)
        case .aftercare: writer.comeOfAge(ending)
        case .unborn:
            let names = writer.child.isGirl ? NameTable.girls(family.tradition) : NameTable.boys(family.tradition)
            let given = random.pick(names)
            let surname = writer.child.name.split(separator: " ").last.map(String.init) ?? ""
            writer.helpTheUnborn(ending, named: given + " " + surname, givenName: given)
        }
    }

    /// A new report opens the closed case again.
    private mutating func reopen(_ writer: inout CaseWriter) {
        guard let closed = writer.closedOn else { return }
        let day = closed.adding(days: random.number(in: 30...260))
        guard writer.child.turns(18) > day.adding(days: 300) else { return }
        let report = arrive(on: day, naming: [0], of: [writer.child]).reports[0]
        writer.handle(report, hasNumber: report.tellsNumber)
        let reviewed = writer.reviewDay(of: report)
        let id = writer.newID(reviewed)
        let place = ReviewCommand.Place.closedCase(writer.caseID, reason: writer.text(.reopened))
        writer.review(report, .investigate(place, investigation: id), on: reviewed)
        writer.answer(report, reviewedOn: reviewed)
        let ending = writer.investigate(id, receivedOn: day, from: reviewed)
        end(&writer, ending, plot: .help)
        writer.answerAgain(report, finishedOn: ending.on)
    }

    /// One more report about a child that the service works with already; more than a third of all reports are so.
    private mutating func reportAgain(
        during span: ClosedRange<CalendarDay>?,
        investigated ending: CaseWriter.Ending? = nil,
        to writer: inout CaseWriter
    ) {
        guard let span, !writer.isUnassigned, random.happens(ending == nil ? 50 : 25) else { return }
        let last = min(span.upperBound.adding(days: -17), today)
        let length = span.lowerBound.adding(days: 5).days(until: last)
        guard length > 0 else { return }
        let day = span.lowerBound.adding(days: 5 + random.below(length))
        let report = arrive(on: day, naming: [0], of: [writer.child]).reports[0]
        writer.handle(report, hasNumber: report.tellsNumber)
        let reviewed = writer.reviewDay(of: report)
        let taken: ReviewCommand.Outcome = ending == nil ? .addToMeasures(writer.caseID) : .addToRunning(writer.caseID)
        writer.review(report, taken, on: reviewed)
        writer.answer(report, reviewedOn: reviewed)
        if let ending { writer.answerAgain(report, finishedOn: ending.on) }
    }

    private mutating func adults() -> [HistoryAdult] {
        var adults = family.parents.enumerated().map { place, parent in
            HistoryAdult(
                name: parent.name,
                number: numbers[place],
                phone: parent.phone,
                kind: parent.isMother ? .mother : .father,
                hasResponsibility: true,
                livesWithChild: place == 0 || turn.isMultiple(of: 2)
            )
        }
        if random.happens(25) { adults.append(other(.grandparent)) }
        if random.happens(12) { adults.append(other(.trustedPerson)) }
        if plot == .careOrder || plot == .acuteCare { adults.append(other(.lawyer)) }
        return adults
    }

    private mutating func other(_ kind: Relation.Kind) -> HistoryAdult {
        let given = random.pick(NameTable.girls(family.tradition))
        return HistoryAdult(
            name: given + " " + NameTable.surname(family.tradition, &random),
            phone: PretendFamily.phone(&random),
            kind: kind,
            hasResponsibility: false,
            livesWithChild: false
        )
    }

    /// Long stories began long ago; of the rest many began this year, so that there is something to do today.
    private static func firstDay(
        of plot: HistoryPlot,
        before today: CalendarDay,
        _ random: inout SplitMix64
    ) -> CalendarDay {
        let isNew = random.happens(38)
        let ago =
            switch plot {
            case .careOrder: random.number(in: 330...1_094)
            case .acuteCare: isNew ? random.number(in: 1...44) : random.number(in: 330...1_094)
            case .acuteOver: isNew ? random.number(in: 1...60) : random.number(in: 60...1_094)
            case .aftercare: random.number(in: 330...1_000)
            case .reopened: random.number(in: 250...1_094)
            case .voluntaryHome, .institution: random.number(in: 60...800)
            case .shelvedReport, .shelvedCase, .help, .unborn: random.number(in: isNew ? 0...240 : 0...1_094)
            }
        return today.adding(days: -ago)
    }
}

extension Story {
    /// Whether the story can begin a history of this kind.
    fileprivate func fits(_ plot: HistoryPlot) -> Bool {
        guard let wanted = plot.ages else { return ages == nil }
        guard let ages, ages.overlaps(wanted) else { return false }
        return isUrgent == plot.isAcute || plot == .shelvedCase
    }
}

extension HistoryPlot {
    var isAcute: Bool { self == .acuteCare || self == .acuteOver }

    /// Whether the child is going to live somewhere else, as the investigation sees it.
    fileprivate var leadsElsewhere: Bool {
        switch self {
        case .acuteCare, .careOrder, .voluntaryHome, .institution, .aftercare: true
        case .shelvedReport, .shelvedCase, .help, .reopened, .acuteOver, .unborn: false
        }
    }

    /// What becomes of brothers and sisters: young people are helped apart from them.
    fileprivate var ofSiblings: HistoryPlot {
        switch self {
        case .institution, .aftercare: .help
        default: self
        }
    }
}
