import Assistance
import Exchange
import Law
import Office

/// What a side may do in a referral now, and what each form can be about.
struct RoomActs: Sendable {
    let opened: OpenedReferral
    let words: RoomWords

    private var shared: SharedReferral { opened.shared }
    private var isOpen: Bool { shared.end == nil && shared.fulfilment == nil && !shared.versions.isEmpty }

    /// The forms that the reader's side may use now, in the order of the table; none for a reader who may not change.
    var forms: [CommandForm] {
        guard opened.mayChange else { return [] }
        return CommandForm.ofReferrals.filter { isOffered($0) }
    }

    /// Whether a form is offered now; the rules decide once more when it is sent.
    func isOffered(_ form: CommandForm) -> Bool {
        guard opened.mayChange else { return false }
        let isState = opened.side == .state
        switch form.id {
        case "acknowledge": return has(.toldByOther, form)
        case "offer": return isState && isOpen && shared.acute == nil
        case "answer-acute": return isState && isOpen && shared.acute != nil
        // What the state is obliged to is never declined.
        case "decline-service": return isState && isOpen && !opened.isDuty
        // Of a stay that lasts, for a move.
        case "ask-hold":
            let lasts = shared.stays.contains { $0.ended == nil }
            return isState && (isOpen || lasts) && shared.referral.map { $0.kind.isStay } ?? false
        case "answer-offer": return !isState && has(.offer, form)
        case "foster-step": return isOpen && fosterStages.contains { $0.sides.contains(opened.side) }
        case "start-stay": return isOpen && has(.ground, form)
        case "extend-stay", "move-stay", "end-stay": return has(.stay, form)
        case "judge-breach": return isState && opened.isDuty
        case "private-solution": return !isState && isOpen
        case "do-task": return opened.tasks.contains(where: isToBeDone)
        case "give-advice": return has(.question, form)
        case "answer-friction": return has(.friction, form)
        case "contest-delay": return has(.delay, form)
        case "take-back": return has(.ownMessage, form)
        case "ask-erasure": return opened.facts.isWantedDeleted && opened.facts.erasureAsked == nil
        case "confirm-erasure":
            return opened.facts.isWantedDeleted && opened.facts.erasureAsked != nil && !opened.isOwnErasure
        default: return !shared.versions.isEmpty
        }
    }

    /// Whether a joint task is the reader's side's to do, and belongs to the newest breach.
    func isToBeDone(_ task: JointTask) -> Bool {
        task.owner == opened.side && task.done == nil && task.since == opened.tasks.last?.since
    }

    private var fosterStages: [FosterHomeStep.Stage] {
        guard shared.leadsToFosterHome else { return [] }
        let pathway = shared.pathway(now: opened.now)
        return FosterHomeStep.Stage.allCases.filter { pathway.missing(before: $0) == nil }
    }

    private func has(_ kind: CommandField.Reference, _ form: CommandForm) -> Bool {
        !targets(kind, form).isEmpty
    }

    // MARK: What a form can be about

    /// Everything that the form's references can point at.
    func references(for form: CommandForm) -> CaseReferences {
        var references = CaseReferences()
        for field in form.fields {
            guard case .reference(let kind) = field.kind else { continue }
            references.offer(kind, targets(kind, form))
        }
        return references
    }

    private func targets(_ kind: CommandField.Reference, _ form: CommandForm) -> [CaseReferences.Target] {
        switch kind {
        case .toldByOther: form.id == "acknowledge" ? unseen : newestRequest
        case .offer: offers { $0.state(now: opened.now) == .open }
        case .ground: grounds
        case .stay:
            shared.stays.filter { $0.ended == nil }.map {
                target($0.id, words.catalog.text("room.target.stay", ["day": words.phrases.day($0.started)]))
            }
        case .question:
            unanswered {
                if case .adviceAsked = $0 { true } else { false }
            } with: {
                $0 == .adviceGiven
            }
        case .friction:
            unanswered {
                if case .friction = $0 { true } else { false }
            } with: {
                $0 == .frictionAnswered
            }
        case .delay:
            shared.delays.filter { $0.by != opened.side && !shared.contestedDelays.contains($0.id) }.map {
                let side = words.code("delay-side", $0.value.side)
                return target($0.id, "\(side): \(words.days($0.value.span))")
            }
        case .ownMessage: own
        default: []
        }
    }

    private func target(_ id: RecordID, _ label: String) -> CaseReferences.Target {
        CaseReferences.Target(id: id, label: label, isOpen: true)
    }

    private func target(_ fact: SharedFact) -> CaseReferences.Target {
        target(fact.id, "\(words.line(.told(fact, hasEffect: true))), \(words.phrases.day(fact.day))")
    }

    private var newestRequest: [CaseReferences.Target] {
        shared.versions.last.map { version in
            [target(version.id, "\(words.measure(version.referral.kind)), \(words.phrases.day(version.day))")]
        } ?? []
    }

    /// What the other side has told and nobody here has acknowledged, newest first.
    private var unseen: [CaseReferences.Target] {
        let seen = Set(shared.facts.filter { $0.by == opened.side && $0.content == .seen }.compactMap(\.about))
        return shared.facts.filter { fact in
            fact.by != opened.side && fact.content != .seen && !seen.contains(fact.id)
        }
        .reversed().map(target)
    }

    private func offers(where isWanted: (OfferFacts) -> Bool) -> [CaseReferences.Target] {
        shared.offers.filter(isWanted).map { offer in
            let place = offer.offer.place.map { ", \($0.id)" } ?? ""
            return target(offer.id, words.measure(offer.offer.kind) + place)
        }
    }

    private var grounds: [CaseReferences.Target] {
        let used = Set(shared.stays.map(\.ground))
        let acute = shared.acuteGround.map { [target($0.id, "\($0.place.id)")] } ?? []
        return offers { $0.isTaken && !used.contains($0.id) } + acute
    }

    /// Questions of the other side without an answer of this one.
    private func unanswered(
        _ isQuestion: (SharedFact.Content) -> Bool,
        with isAnswer: (SharedFact.Content) -> Bool
    ) -> [CaseReferences.Target] {
        let answered = Set(shared.facts.filter { $0.by == opened.side && isAnswer($0.content) }.compactMap(\.about))
        return shared.facts.filter { $0.by != opened.side && isQuestion($0.content) && !answered.contains($0.id) }
            .map(target)
    }

    /// What the side can take back: its request, and the offers and other messages that nothing rests on yet.
    private var own: [CaseReferences.Target] {
        guard shared.end == nil else { return [] }
        let back = Set(shared.facts.filter { $0.content == .withdrawn }.compactMap(\.about))
        return shared.facts.filter { fact in
            guard fact.by == opened.side, !back.contains(fact.id) else { return false }
            switch fact.content {
            case .asked, .replaced, .acuteAsked: return isOpen
            case .offered: return !shared.stays.contains { $0.ground == fact.id }
            case .withdrawn, .deleted, .seen, .supplemented, .serviceDeclined: return false
            default: return true
            }
        }
        .reversed().map(target)
    }

    // MARK: Next steps

    /// The form that does a step, filled in as far as the step tells; `nil` for the other side's, and what no form does.
    func act(_ step: OpenStep) -> Link? {
        if step.kind == .backToTribunal { return update(step) }
        guard step.owner == opened.side, let (id, query) = form(for: step.kind, about: step.about),
            let form = CommandForm.room(named: id), isOffered(form)
        else { return nil }
        let words = CommandWords(form: form, catalog: words.catalog)
        return Link(label: words.title, path: "/henvisninger/\(opened.facts.id)/\(id)" + query)
    }

    /// What the tribunal has decided is told by an update of the request, which is written in the case.
    private func update(_ step: OpenStep) -> Link? {
        guard step.owner == opened.side, opened.mayChange, isOpen, shared.acute == nil, let caseID = opened.caseID
        else {
            return nil
        }
        let place = "\(opened.facts.id)/\(ReferralAddress.Step.update.rawValue)"
        return Link(label: words.catalog.text("referral.update"), path: "/saker/\(caseID)/henvisninger/\(place)")
    }

    private func form(for kind: OpenStep.Kind, about: RecordID?) -> (id: String, query: String)? {
        func on(_ field: String) -> String { about.map { "?\(field)=\($0)" } ?? "" }
        return switch kind {
        case .see, .answerDeletion: ("acknowledge", on("message"))
        case .replacePlace, .securePlace: ("ask-hold", "")
        case .offer, .offerOrDecline: shared.acute == nil ? ("offer", on("message")) : ("answer-acute", "")
        case .tellArrival: ("answer-acute", "?status=arrived")
        case .answerOffer: ("answer-offer", on("offer"))
        case .startStay: ("start-stay", on("ground"))
        case .backToTribunal: nil
        case .fosterHome(let stage): ("foster-step", "?stage=\(stage)")
        case .judgeBreach:
            ("judge-breach", opened.figures.breaches.first { $0.standing == .proposed }.map(Self.days) ?? "")
        case .jointTask(let task): ("do-task", "?task=\(task)")
        case .giveAdvice: ("give-advice", on("questionAsked"))
        case .answerFriction: ("answer-friction", on("frictionNoted"))
        }
    }

    /// A breach as the address of the form that judges it; one that lasts gets no last day.
    static func days(_ breach: Breach) -> String { "?from=\(breach.span.from)&breachKind=\(breach.kind)" }
}
