import Assistance
import Exchange
import Law
import Office

/// Makes the page of a referral of what the desk hands out.
struct RoomModel: Sendable {
    let opened: OpenedReferral
    let pages: PageDesk
    let context: SignedInContext
    let words: RoomWords
    let acts: RoomActs

    init(_ opened: OpenedReferral, _ pages: PageDesk, _ context: SignedInContext) {
        self.opened = opened
        self.pages = pages
        self.context = context
        words = RoomWords(phrases: pages.phrases(context.visit))
        acts = RoomActs(opened: opened, words: words)
    }

    var phrases: PagePhrases { words.phrases }
    var catalog: Catalog { words.catalog }
    var shared: SharedReferral { opened.shared }
    var path: String { "/henvisninger/\(opened.facts.id)" }
    var isState: Bool { opened.side == .state }

    var page: RoomPage { page(handlerProblem: nil, notice: nil) }

    /// The page with what is wrong with the choice of a handler, or with why something was not done.
    func page(handlerProblem: String?, notice: String?) -> RoomPage {
        let handler = handler(handlerProblem)
        let figures = RoomFigures(model: self)
        return RoomPage(
            frame: pages.frame(context.visit, isState ? .queue : nil, at: path),
            back: back,
            title: title,
            counterpart: opened.counterpart,
            phase: words.phase(opened.phase),
            isAcute: shared.acute != nil,
            notice: notice,
            hasNews: opened.facts.hasNews,
            facts: facts,
            handler: handler,
            errors: ErrorSummary(handler.map { [$0.field] } ?? []),
            steps: opened.steps.map(step),
            actions: acts.forms.map {
                Link(label: CommandWords(form: $0, catalog: catalog).title, path: "\(path)/\($0.id)")
            },
            drafts: opened.drafts.map { WorkModel(pages: pages, phrases: phrases).draft($0) },
            days: figures.days,
            breaches: figures.breaches,
            lapses: opened.figures.decisionLapses.map(phrases.dayStamp),
            isLapsed: opened.figures.decisionLapses.map { $0 <= opened.today } ?? false,
            isBackToTribunal: opened.figures.backToTribunal != nil,
            backToTribunal: opened.caseID.map { Link(label: catalog.text("case.title"), path: "/saker/\($0)") },
            acute: figures.acute,
            offers: shared.offers.reversed().map(offer),
            pathway: pathway,
            stays: shared.stays.map(stay),
            tasks: opened.tasks.map(task),
            holds: opened.holds.map(hold),
            owed: opened.unanswered.map(owed),
            timeline: ReferralTimeline(opened, words).drawing,
            lines: lines,
            messages: opened.messages.reversed().map(message)
        )
    }

    private var back: Link {
        if isState { return Link(label: catalog.text("menu.queue"), path: "/ko") }
        return Link(
            label: catalog.text("case.title"),
            path: opened.caseID.map { "/saker/\($0)/henvisninger" } ?? pages.home(of: context.person)
        )
    }

    // MARK: Head

    private var facts: [Fact] {
        let referral = shared.referral
        let wanted = referral?.wantedFrom.map { day in
            let left = opened.today.days(until: day)
            let days = words.count(abs(left))
            return phrases.day(day) + " ("
                + catalog.text(left >= 0 ? "room.wanted.left" : "room.wanted.past", ["days": days]) + ")"
        }
        return [
            Fact(catalog.text(isState ? "room.asker" : "room.answerer"), opened.counterpart),
            Fact(catalog.text("room.wanted"), wanted ?? catalog.text("room.noDay")),
            Fact(catalog.text("room.asked"), shared.versions.first.map { phrases.stamp($0.at).text } ?? ""),
            Fact(catalog.text("room.basis"), referral.map { words.basis($0.basis) } ?? ""),
            Fact(
                catalog.text("room.decision"),
                referral?.decision.map(words.decision) ?? catalog.text("room.noDecision")
            ),
        ]
    }

    private func handler(_ problem: String?) -> RoomPage.Handler? {
        guard isState, opened.mayChange else { return nil }
        let officers = pages.rooms.referrals.handlers(context.person, among: pages.rooms.people)
        let barred = opened.facts.conflicts
        let able = officers.filter { !barred.contains($0.id) }.map { (value: "\($0.id)", label: $0.name) }
        let field = Field(
            "handler",
            .list,
            label: catalog.text("room.handler"),
            value: opened.facts.handler.map { "\($0)" } ?? "",
            error: problem,
            options: able
        )
        return RoomPage.Handler(
            name: opened.facts.handler.map(pages.rooms.people.name),
            take: opened.facts.handler == context.person.id ? nil : pages.form("\(path)/ta"),
            holder: opened.facts.handler.map { "\($0)" } ?? "",
            assign: pages.form("\(path)/fordel"),
            field: field,
            conflict: conflict(barred.isEmpty ? nil : barred, able)
        )
    }

    /// The forms by which a conflict of interest is said, and lifted.
    private func conflict(_ barred: [ActorID]?, _ able: [(value: String, label: String)]) -> RoomPage.Conflict {
        func fields(_ name: String, _ options: [(value: String, label: String)]) -> [Field] {
            [
                Field("\(name)-officer", .list, label: catalog.text("room.conflict.officer"), options: options),
                Field("\(name)-reason", .paragraphs, label: catalog.text("room.conflict.reason")),
            ]
        }
        let names = (barred ?? []).map { (value: "\($0)", label: pages.rooms.people.name(of: $0)) }
        return RoomPage.Conflict(
            barred: names.map(\.label),
            declare: pages.form("\(path)/inhabil"),
            declareFields: fields("inhabil", able),
            lift: barred == nil ? nil : pages.form("\(path)/habil"),
            liftFields: fields("habil", names)
        )
    }

    /// The question that stands before somebody takes over what another has.
    func takeOver(from holder: ActorID, returning place: String) -> TakeOverPage {
        let name = pages.rooms.people.name(of: holder)
        let given = opened.handlings.last { handling in
            if case .given(to: holder, from: _) = handling.what { true } else { false }
        }
        let since = given.map { phrases.stamp($0.at).text } ?? ""
        return TakeOverPage(
            frame: pages.frame(context.visit, .queue, at: path),
            back: place == "ko" ? Link(label: catalog.text("menu.queue"), path: "/ko") : Link(label: title, path: path),
            subject: "\(title) · \(opened.counterpart)",
            held: catalog.text("room.takeOver.held", ["name": name, "since": since]),
            form: pages.form("\(path)/ta"),
            hidden: [HiddenField(name: "holder", value: "\(holder)"), HiddenField(name: "return", value: place)],
            act: catalog.text("room.takeOver.act", ["name": name])
        )
    }

    private var title: String { words.measure(shared.referral?.kind) }

    // MARK: What is next

    private func step(_ step: OpenStep) -> RoomPage.Step {
        RoomPage.Step(
            text: words.step(step.kind),
            owner: words.side(step.owner),
            isOwn: step.owner == opened.side,
            due: step.due.map { phrases.stamp($0.at) },
            isPast: step.due.map { $0.isPast(now: opened.now) } ?? false,
            isUnconfirmed: step.due?.isUnconfirmed ?? false,
            waited: words.count(step.age(today: opened.today)),
            act: acts.act(step)
        )
    }

    private func task(_ task: JointTask) -> RoomPage.Task {
        RoomPage.Task(
            text: words.code("joint-task", task.kind),
            owner: words.side(task.owner),
            due: phrases.dayStamp(task.due),
            done: task.done.map(phrases.day),
            act: acts.isToBeDone(task) && opened.mayChange
                ? Link(label: catalog.text("command.do-task.title"), path: "\(path)/do-task?task=\(task.kind)") : nil
        )
    }

    // MARK: Beside a form

    /// What is known already and needed to fill in a form.
    func known(for form: CommandForm) -> [Fact] {
        switch form.id {
        case "answer-offer":
            shared.offers.last { $0.state(now: opened.now) == .open }.map { self.offer($0).facts } ?? []
        case "answer-acute", "start-stay":
            shared.acutePlaces.last { $0.lost == nil }.map {
                [Fact(catalog.text("room.offer.place"), place($0.place))]
            } ?? []
        case "judge-breach":
            [
                Fact(catalog.text("room.days.title"), words.count(opened.figures.daysPastWanted)),
                Fact(catalog.text("room.breach.title"), opened.figures.breaches.map { words.days($0.span) }),
            ]
        default: []
        }
    }
}
