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
    private var isState: Bool { opened.side == .state }

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
            phase: words.phase(shared.phase(today: opened.today)),
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
        let isOwn = task.owner == opened.side && task.done == nil
        return RoomPage.Task(
            text: words.code("joint-task", task.kind),
            owner: words.side(task.owner),
            due: phrases.dayStamp(task.due),
            done: task.done.map(phrases.day),
            act: isOwn && opened.mayChange
                ? Link(label: catalog.text("command.do-task.title"), path: "\(path)/do-task?task=\(task.kind)") : nil
        )
    }

    // MARK: Offers, foster homes, stays, holds

    func offer(_ offer: OfferFacts) -> RoomPage.Offer {
        let state = offer.state(now: opened.now)
        let given = offer.offer
        var facts = [
            Fact(catalog.text("room.offer.usable"), words.days(given.usable)),
            Fact(catalog.text("room.offer.accord"), words.code("accord", given.accord)),
            Fact(catalog.text("room.offer.answerBy"), phrases.stamp(given.answerBy).text),
        ]
        if let place = given.place { facts.insert(Fact(catalog.text("room.offer.place"), self.place(place)), at: 0) }
        if given.isInterim { facts.append(Fact(catalog.text("room.offer.interim"), catalog.answer(true))) }
        if let level = given.level {
            facts.append(Fact(catalog.text("room.offer.level"), words.code("agency-level", level)))
        }
        if let advice = given.advice {
            let code = advice.isFollowed ? "followed" : "overruled"
            facts.append(Fact(catalog.text("room.offer.advice"), words.code("team-advice", code)))
        }
        facts.append(
            Fact(
                catalog.text("room.offer.stops"),
                offer.stops.map { phrases.day($0.from) } ?? catalog.text("room.offer.stopsNever")
            )
        )
        facts += texts(of: offer.id)
        if let answer = offer.answer { facts += texts(of: answer.id) }
        let answers = state == .open && !isState && opened.mayChange
        return RoomPage.Offer(
            title: words.measure(given.kind),
            state: words.offerState(state),
            isOpen: state == .open,
            facts: facts,
            act: answers
                ? Link(
                    label: catalog.text("command.answer-offer.title"),
                    path: "\(path)/answer-offer?offer=\(offer.id)"
                )
                : nil
        )
    }

    func place(_ place: OfferedPlace) -> String {
        "\(place.id), \(words.code("place-ownership", place.ownership).lowercased()), "
            + MunicipalityWords.name(place.municipality.text)
    }

    private var pathway: [RoomPage.PathStep] {
        guard let kind = shared.referral?.kind, kind == .fosterHome || kind == .careOrSpecialisedHome else { return [] }
        let done = Dictionary(shared.pathway.steps.map { ($0.stage, $0.on) }) { $1 }
        return FosterHomeStep.Stage.allCases.map { stage in
            RoomPage.PathStep(
                label: words.code("foster-home-stage", stage),
                isDone: done[stage] != nil,
                isNext: stage == shared.pathway.next,
                when: done[stage].map(phrases.day)
            )
        }
    }

    private func stay(_ stay: StayFacts) -> RoomPage.Offer {
        var facts = [Fact(catalog.text("room.stay.days"), words.days(stay.span))]
        if let place = stay.place { facts.append(Fact(catalog.text("room.offer.place"), self.place(place))) }
        if let planned = stay.plannedUntil, stay.ended == nil {
            facts.append(Fact(catalog.text("room.stay.planned"), phrases.day(planned.adding(days: -1))))
        }
        for move in stay.moves {
            facts.append(Fact(catalog.text("room.stay.moved"), "\(phrases.day(move.on)): \(self.place(move.to))"))
        }
        if let end = stay.ended {
            facts.append(Fact(catalog.text("room.stay.endReason"), words.code("stay-end-reason", end.reason)))
        }
        let title =
            stay.isInterim ? "room.stay.interim" : stay.isJustifiable ? "room.stay.inLine" : "room.stay.notInLine"
        return RoomPage.Offer(
            title: catalog.text(title),
            state: catalog.text(stay.ended == nil ? "room.stay.running" : "room.stay.ended"),
            isOpen: stay.ended == nil,
            facts: facts,
            act: nil
        )
    }

    private func hold(_ hold: HoldFacts) -> RoomPage.Hold {
        let lasts =
            switch hold.state {
            case .asked, .granted: true
            case .refused, .expired, .givenUp: false
            }
        return RoomPage.Hold(
            place: hold.request.place.text,
            owner: pages.rooms.counterparts[hold.owner]?.name ?? "\(hold.owner)",
            days: words.days(hold.request.span),
            state: words.hold(hold.state),
            giveUp: lasts && opened.mayChange ? pages.form("\(path)/frigi") : nil,
            id: "\(hold.id)"
        )
    }

    // MARK: What was told

    /// What both levels know and who has handled it here, newest first.
    private var lines: [RoomPage.Line] {
        let told = opened.timeline.map { (at: $0.at, line: line($0)) }
        let handled = opened.handlings.map { (at: $0.at, line: line($0)) }
        return (told + handled).enumerated()
            .sorted { ($0.element.at, $0.offset) > ($1.element.at, $1.offset) }.map(\.element.line)
    }

    private func line(_ handling: OpenedReferral.Handling) -> RoomPage.Line {
        RoomPage.Line(
            when: phrases.stamp(handling.at),
            text: text(handling),
            who: words.side(opened.side),
            isStruck: false,
            path: nil,
            texts: []
        )
    }

    private func text(_ handling: OpenedReferral.Handling) -> String {
        let name = pages.rooms.people.name
        let by = name(handling.by)
        switch handling.what {
        case .given(let handler, let holder):
            let from = holder.flatMap { $0 == handler ? nil : name($0) }
            let key =
                switch (handling.by == handler, from == nil) {
                case (true, true): "room.line.taken"
                case (true, false): "room.line.takenOver"
                case (false, true): "room.line.handed"
                case (false, false): "room.line.handedOver"
                }
            return catalog.text(key, ["by": by, "to": name(handler), "from": from ?? ""])
        case .conflictDeclared(let officer):
            return catalog.text("room.line.conflictDeclared", ["by": by, "officer": name(officer)])
        case .conflictLifted(let officer):
            return catalog.text("room.line.conflictLifted", ["by": by, "officer": name(officer)])
        }
    }

    private func line(_ line: TimelineLine) -> RoomPage.Line {
        guard case .told(let fact, let hasEffect) = line.what else {
            return RoomPage.Line(
                when: phrases.stamp(line.at),
                text: words.line(line.what),
                who: nil,
                isStruck: false,
                path: nil,
                texts: []
            )
        }
        let isHere = opened.messages.contains { $0.head.id == fact.id }
        return RoomPage.Line(
            when: phrases.stamp(line.at),
            text: words.line(line.what),
            who: words.side(fact.by),
            isStruck: !hasEffect,
            path: isHere ? "\(path)/meldinger/\(fact.id)" : nil,
            texts: hasEffect ? told(fact) : []
        )
    }

    /// The texts of what was told; an offer's stand with the offer, a request's are a form of their own.
    private func told(_ fact: SharedFact) -> [Fact] {
        switch fact.content {
        case .asked, .replaced, .supplemented, .offered: []
        default: texts(of: fact.id)
        }
    }

    /// The texts of a message, in the order of their kinds, but for who wrote it.
    func texts(of id: RecordID) -> [Fact] {
        let prose = opened.messages.first { $0.head.id == id }?.prose ?? Prose()
        return Prose.Part.allCases.compactMap { part in
            guard let text = prose[part], let label = words.label(part) else { return nil }
            return Fact(label, text.split(separator: "\n").map(String.init))
        }
    }

    private func message(_ message: OpenedReferral.Message) -> RoomPage.MessageRow {
        let messagePath = "\(path)/meldinger/\(message.head.id)"
        let receipt =
            if !message.isOwn { catalog.text("room.receipt.here") } else if message.failedAt != nil {
                words.receipt(.failed)
            } else if opened.facts.seen(message.head.id) != nil { words.receipt(.seen) } else {
                words.receipt(message.acknowledgedAt == nil ? .underWay : .received)
            }
        return RoomPage.MessageRow(
            title: title(of: message.head),
            path: messagePath,
            xmlPath: messagePath + "/xml",
            direction: catalog.text(message.isOwn ? "room.message.sent" : "room.message.came"),
            when: phrases.stamp(message.head.sentAt),
            receipt: receipt,
            isFailed: message.failedAt != nil,
            attachments: files(of: message)
        )
    }

    private func title(of head: MessageHead) -> String {
        switch head.gist {
        case .shared(let content):
            words.line(
                .told(
                    SharedFact(
                        id: head.id,
                        at: head.sentAt,
                        day: OsloTime.day(at: head.sentAt),
                        by: head.by,
                        about: head.about,
                        content: content
                    ),
                    hasEffect: true
                )
            )
        case .applicationReceipt: catalog.text("room.message.receipt")
        case .failure: catalog.text("room.message.failure")
        case .holdAsked: catalog.text("room.message.holdAsked")
        case .holdAnswered: catalog.text("room.message.holdAnswered")
        case .other: catalog.text("room.message.another")
        }
    }

    private func owed(_ step: UnansweredStep) -> RoomPage.Owed {
        RoomPage.Owed(text: words.owed(step.owed), since: phrases.stamp(step.since), isLate: step.isLate)
    }

    // MARK: Beside a form

    /// What is known already and needed to fill in a form.
    func known(for form: CommandForm) -> [Fact] {
        switch form.id {
        case "answer-offer":
            shared.offers.last { $0.state(now: opened.now) == .open }.map { self.offer($0).facts } ?? []
        case "answer-acute", "start-stay":
            shared.acuteAnswers.last { $0.value.place != nil }?.value.place.map {
                [Fact(catalog.text("room.offer.place"), place($0))]
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
