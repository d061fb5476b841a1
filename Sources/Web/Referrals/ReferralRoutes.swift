import Casework
import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// Referrals of a case: which to write, the form, the preview, and what is done with one that has been sent.
///
/// Every press keeps the draft, so that a lost session loses nothing.
struct ReferralRoutes: Sendable {
    static let newPath = "/saker/{id}/henvisninger/ny/{kind}"
    static let aboutPath = "/saker/{id}/henvisninger/{message}/{step}"
    /// A referral has more fields than any other form.
    static let mostFields = 2_000

    private let pages: PageDesk
    private let sheets: ReferralSheets
    private var desk: ReferralFormDesk { pages.rooms.referralForms }
    private var drafts: CaseDesk { pages.rooms.cases }

    init(pages: PageDesk) {
        self.pages = pages
        sheets = ReferralSheets(pages: pages)
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/saker/{id}/henvisninger/ny", use: kinds)
        for path in [Self.newPath, Self.aboutPath] {
            people.get(RouterPath(path), use: show)
            people.post(RouterPath(path), use: submit)
        }
    }

    @Sendable private func kinds(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try sheets.kinds(context, try await desk.open(context.person, try context.recordID()))
    }

    // MARK: Showing

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let address = try Self.address(context)
        let opened = try await desk.open(context.person, try context.recordID(), replacing: address.replaced)
        let documents = opened.documents
        let key = RandomText.hexadecimal(16)
        let draft = try await drafts.draft(
            context.person,
            ReferralAddress.draftForm,
            about: opened.opened.facts.id,
            matter: address.matter
        )
        if let draft {
            let purpose = try address.purpose(
                among: opened.sent,
                isDeletion: ReferralWork.isDeletion { draft.fields[$0]?.first }
            )
            var work = ReferralWork(address, purpose, draft, documents, otherwise: key)
            work.values = opened.hiding(work.values, in: purpose)
            return try told(context, opened, work, status: .ok) ?? sheets.form(context, opened, work)
        }
        let purpose = try address.purpose(among: opened.sent, isDeletion: false)
        // Nothing is begun about what is over.
        guard purpose.earlier?.isOver != true else { throw Absent() }
        var work = ReferralWork(address, purpose, key: key)
        switch purpose {
        case .new(let type):
            work.values = opened.prefill(type, isNynorsk: context.visit.language == .nynorsk).values
        case .update: work.values = opened.hiding(opened.earlier.map(work.form.values) ?? FormValues(), in: purpose)
        case .supplement, .withdrawal: break
        }
        return try sheets.form(context, opened, work)
    }

    private static func address(_ context: SignedInContext) throws -> ReferralAddress {
        let parameters = context.coreContext.parameters
        if let kind = parameters.get("kind") {
            guard let type = ReferralAddress.type(named: kind) else { throw Absent() }
            return .new(type)
        }
        guard let message = parameters.get("message").flatMap({ RecordID($0) }),
            let step = parameters.get("step").flatMap({ ReferralAddress.Step(rawValue: $0) })
        else { throw Absent() }
        return .about(message, step)
    }

    // MARK: Submitting

    @Sendable private func submit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let address = try Self.address(context)
        let posted = try await PostedForm(
            request,
            token: nil,
            settings: pages.settings,
            mostFields: Self.mostFields
        )
        let opened = try await desk.open(context.person, try context.recordID(), replacing: address.replaced)
        let message = try desk.messageID(for: posted.key, of: context.person)
        let purpose = try address.purpose(
            among: opened.sent,
            isDeletion: ReferralWork.isDeletion { posted.fields[$0] },
            as: message
        )
        var work = ReferralWork(address, purpose, posted, opened.documents)
        work.values = opened.hiding(work.values, in: purpose)
        // Typed before the session was lost: shown again and kept nowhere until our own page asks for it.
        guard PostedForm.matches(posted["csrf"], context.session.formToken) else {
            let back = ReferralSheets.Remarks(warnings: [pages.catalog(context.visit).text("kept.back")])
            return try sheets.form(context, opened, work, back, status: .forbidden)
        }
        let act = posted["do"]
        if act.hasPrefix("remove:") { work.remove(String(act.dropFirst("remove:".count))) }
        if act == "fit" || act == "all" { work.isFitted = act == "fit" }
        try await drafts.saveDraft(
            context.person,
            ReferralAddress.draftForm,
            about: opened.opened.facts.id,
            matter: address.matter,
            seen: opened.opened.facts.version,
            work.draftFields
        )
        work.savedAt = pages.rooms.environment.now()
        // What is sent again was told what it needs to know the first time.
        let isRepeated = opened.sent.contains { $0.found(by: message) != nil }
        if !isRepeated, act != "draft" {
            if let told = try told(context, opened, work, status: .conflict) { return told }
            // The form says itself what stands in the way, whatever else is wrong with it.
            guard work.purpose.obstacle == nil else { return try sheets.form(context, opened, work, status: .conflict) }
        }
        switch act {
        case "draft": return pages.redirect(to: "/saker/\(opened.opened.facts.id)")
        case "preview", "send": return try await look(context, opened, work, sends: act == "send")
        default:
            if act.hasPrefix("add:") { work.spare = String(act.dropFirst("add:".count)) }
            return try sheets.form(context, opened, work)
        }
    }

    /// The form with what has become of the referral since its writer saw it; `nil` where there is nothing to tell.
    private func told(
        _ context: SignedInContext,
        _ opened: ReferralFormDesk.Opened,
        _ work: ReferralWork,
        status: HTTPResponse.Status
    ) throws -> Response? {
        let key: String
        if work.purpose.earlier?.isOver == true {
            key = "referral.isOver"
        } else if work.isOvertaken {
            key = "referral.isOvertaken"
        } else {
            return nil
        }
        var work = work
        work.seeNewest()
        let remarks = ReferralSheets.Remarks(warnings: [pages.catalog(context.visit).text(key)])
        return try sheets.form(context, opened, work, remarks, status: status)
    }

    /// Checks a message; shows it or sends it where nothing stands in its way.
    private func look(
        _ context: SignedInContext,
        _ opened: ReferralFormDesk.Opened,
        _ work: ReferralWork,
        sends: Bool
    ) async throws -> Response {
        var work = work
        work.values = work.form.asked(work.values)
        let attachments = work.attachments(opened.documents)
        let id = try desk.messageID(for: work.key, of: context.person)
        guard let check = desk.check(opened, work.purpose, work.values, attachments, id: id) else {
            // The page says so in any case.
            return try sheets.form(context, opened, work, status: .unprocessableContent)
        }
        let phrases = pages.phrases(context.visit)
        var remarks = ReferralRemarks(work: work, attachments: attachments, phrases: phrases).remarks(of: check)
        if work.purpose.needsParticipation {
            let refusal = work.ground.map { opened.obstacle($0) } ?? .childNotHeard
            if let refusal {
                let words = RefusalWords(refusal, phrases)
                let field =
                    refusal == .reasonMissing
                    ? ReferralWork.Name.overrideReason : ReferralWork.Name.participation
                remarks.problems[field] = phrases.catalog.text(words.key, words.values)
            }
        }
        guard remarks.isEmpty, check.isReady else { return try sheets.form(context, opened, work, remarks) }
        guard sends else {
            return try sheets.preview(context, opened, work, check)
        }
        let outcome = try await desk.send(
            context.person,
            opened,
            work.purpose,
            work.values,
            attachments,
            participation: work.purpose.needsParticipation ? work.ground : nil,
            key: work.key
        )
        guard case .success(let sent) = outcome, case .done = sent.outcome else {
            // Somebody may have been faster since the referral was looked up.
            var overtaken = work
            let newest = try await desk.open(
                context.person,
                opened.opened.facts.id,
                replacing: work.address.replaced
            )
            let isDeletion = work.purpose.relation == .deleted
            overtaken.purpose = try work.address.purpose(among: newest.sent, isDeletion: isDeletion)
            if let told = try told(context, newest, overtaken, status: .conflict) { return told }
            return try refused(context, opened, work, outcome)
        }
        try drafts.removeDraft(
            context.person,
            ReferralAddress.draftForm,
            about: opened.opened.facts.id,
            matter: work.address.matter
        )
        return pages.redirect(to: "/henvisninger/\(sent.conversation)")
    }

    /// The form again with the reason on top; the draft keeps what was typed.
    private func refused(
        _ context: SignedInContext,
        _ opened: ReferralFormDesk.Opened,
        _ work: ReferralWork,
        _ outcome: Result<ReferralDesk.Sent, ReferralFormDesk.Refusal>
    ) throws -> Response {
        let phrases = pages.phrases(context.visit)
        var work = work
        var problem = phrases.catalog.text("error.409.help")
        if case .success(let sent) = outcome {
            switch sent.outcome {
            case .refused(.absent): throw Absent()
            case .refused(let refusal): problem = RoomRefusalWords.text(refusal, phrases)
            case .keyReused:
                work.key = RandomText.hexadecimal(16)
                problem = phrases.catalog.text("room.keyReused")
            case .done: break
            }
        }
        // What the form says of itself is not said twice.
        let said = work.purpose.obstacle.map { RoomRefusalWords.text(.assistance($0), phrases) }
        let remarks = ReferralSheets.Remarks(warnings: said == problem ? [] : [problem])
        return try sheets.form(context, opened, work, remarks, status: .conflict)
    }
}

/// What a check finds, at the places of the form.
struct ReferralRemarks: Sendable {
    let work: ReferralWork
    let attachments: [ChosenAttachment]
    let phrases: PagePhrases

    func remarks(of check: ReferralCheck) -> ReferralSheets.Remarks {
        let texts = MessageTexts(MessageLanguage(phrases.catalog.language))
        var remarks = ReferralSheets.Remarks()
        for finding in check.findings { remarks.problems[place(finding.path)] = texts.text(of: finding) }
        guard remarks.problems.isEmpty else { return remarks }
        remarks.rules = check.errors.map { "\($0.path): \($0.message)" }
        return remarks
    }

    /// An attachment is a document of the case, which has a field of its own.
    private func place(_ path: String) -> String {
        guard path.hasPrefix("Vedlegg["), let row = Int(path.dropFirst("Vedlegg[".count).prefix { $0 != "]" }) else {
            return path
        }
        let index = row - 1
        guard attachments.indices.contains(index) else { return path }
        return ReferralWork.Name.about(attachments[index].document)
    }
}
