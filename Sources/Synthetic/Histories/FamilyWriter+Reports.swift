internal import Casework
internal import Exchange
internal import Law

// How a family's reports reach the service.
extension FamilyWriter {
    /// A report arrives about some of the children: as a message, or on the telephone.
    mutating func arrive(
        on day: CalendarDay,
        naming places: [Int],
        of children: [HistoryChild]
    ) -> (reports: [CaseWriter.Report], municipality: String) {
        var told = family
        told.children = places.map { place in
            let child = children[place]
            let known = family.children.first { $0.name == child.name }
            return PretendFamily.Child(
                givenName: child.givenName,
                name: child.name,
                isGirl: child.isGirl,
                age: child.isUnborn ? 0 : child.age(on: day),
                number: known?.number,
                isUnborn: child.isUnborn
            )
        }
        let setting = random.pick(story.settings)
        let reporter = PretendReporter(setting, place: home.place, using: &random)
        let teller = Storyteller(language: language, story: story, setting: setting, reporter: reporter, family: told)
        let id = RecordID(high: random.next(), low: random.next()).description
        // On the last day nobody writes later than now, whatever the hour.
        let hour = day == today ? random.below(5) : plot.isAcute ? 8 : random.number(in: 7...20)
        let sentAt = OsloTime.instant(of: day, hour: hour, minute: random.below(60), second: random.below(60))
        let document = PretendWorld.document(by: teller, to: municipalities, sentAt: sentAt, using: &random)
        write(document, id: id, sentAt: sentAt, on: day)
        let named = document.children.enumerated().map { place, child in
            CaseWriter.Report(
                name: ReportName(messageID: id, child: place),
                isPublic: setting.isPublic,
                isReachable: document.origin.isReachable,
                receivedOn: day,
                tellsNumber: child.number != nil,
                setting: setting
            )
        }
        return (named, document.municipality)
    }

    /// A family stays in one municipality.
    private var municipalities: [String] { [home.municipalities[turn % home.municipalities.count]] }

    private mutating func write(_ document: ConcernDocument, id: String, sentAt: Instant, on day: CalendarDay) {
        let isTypedIn = document.children.count == 1 && random.happens(15) || day < home.firstMessageDay
        let mark = drafts.count * 8
        guard !isTypedIn else {
            for (place, concern) in document.concerns.enumerated() {
                let name = ReportName(messageID: id, child: place)
                let act = HistoryAct.reportTypedIn(name, concern, isUrgent: story.isUrgent)
                let clerk = home.caseworkers[turn % home.caseworkers.count]
                drafts.append(CaseWriter.Draft(day: day, actor: clerk, act: act, mark: mark + place))
            }
            return
        }
        let message = PretendMessage(
            index: turn,
            messageID: id,
            format: document.format,
            document: document,
            bytes: PretendWorld.bytes(of: document, spoiltBy: nil),
            sentAt: sentAt,
            service: home.service,
            isUrgent: story.isUrgent,
            defect: nil
        )
        drafts.append(CaseWriter.Draft(day: day, actor: nil, act: .reportArrives(message), mark: mark))
    }
}

extension Concern.Origin {
    /// Whether somebody can answer: there is a telephone or an address.
    fileprivate var isReachable: Bool {
        switch self {
        case .publicBody: true
        case .privatePerson(let reporter): !reporter.phone.isEmpty || reporter.address != nil
        }
    }
}
