import Casework
import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// The pages about referrals: which one to write, the form, and what the receiver will see.
struct ReferralSheets: Sendable {
    let pages: PageDesk

    /// What is to be told beside the form.
    struct Remarks: Sendable {
        /// By the path of an entry or the name of a field.
        var problems: [String: String] = [:]
        var warnings: [String] = []
        /// In English, as the rules write them.
        var rules: [String] = []

        var isEmpty: Bool { problems.isEmpty && warnings.isEmpty && rules.isEmpty }
    }

    // MARK: Kinds

    func kinds(_ context: SignedInContext, _ opened: ReferralFormDesk.Opened) throws -> Response {
        let phrases = pages.phrases(context.visit)
        let catalog = phrases.catalog
        let texts = MessageTexts(MessageLanguage(catalog.language))
        let id = opened.opened.facts.id
        let fits = ReferralFit.ordered(opened.record)
        func kind(_ fit: ReferralFit) -> ReferralKindsPage.Kind {
            let kind = MessageKind.standard(fit.type)
            let lacks = [
                fit.hasDecision ? nil : catalog.text("referral.lacks.decision"),
                fit.isOfAge ? nil : catalog.text("referral.lacks.age"),
            ]
            let remark = lacks.compactMap(\.self).joined(separator: " ")
            return ReferralKindsPage.Kind(
                title: texts.title(of: kind),
                path: ReferralAddress.new(fit.type).path(in: id),
                help: texts.help(of: kind),
                remark: remark.isEmpty ? nil : remark
            )
        }
        let page = ReferralKindsPage(
            frame: pages.frame(context.visit, nil, at: "/saker/\(id)/henvisninger/ny"),
            back: back(opened, phrases),
            child: child(opened, phrases),
            first: fits.filter(\.isFirst).map(kind),
            others: fits.filter { !$0.isFirst }.map(kind),
            sent: opened.sent.filter { !$0.isOver }.map { sent in
                ReferralKindsPage.Sent(
                    title: texts.title(of: .standard(sent.type)),
                    receiver: sent.receiver.name,
                    when: phrases.stamp(sent.sentAt),
                    path: "/henvisninger/\(sent.start)",
                    links: ReferralAddress.steps(of: sent).map { step in
                        Link(
                            label: Self.title(of: step, catalog),
                            path: ReferralAddress.about(sent.start, step).path(in: id)
                        )
                    }
                )
            }
        )
        return try pages.show(page, context.visit)
    }

    static func title(of step: ReferralAddress.Step, _ catalog: Catalog) -> String {
        switch step {
        case .update: catalog.text("referral.update")
        case .supplement: catalog.text("referral.supplement")
        case .withdrawal: catalog.text("referral.withdraw")
        }
    }

    // MARK: The form

    /// The form with what is filled in; 422 where something is wrong and nothing else is said.
    func form(
        _ context: SignedInContext,
        _ opened: ReferralFormDesk.Opened,
        _ work: ReferralWork,
        _ remarks: Remarks = Remarks(),
        status: HTTPResponse.Status? = nil
    ) throws -> Response {
        let phrases = pages.phrases(context.visit)
        let catalog = phrases.catalog
        let fields = ReferralFields(
            work: work,
            words: ReferralWords(phrases),
            catalog: catalog,
            problems: remarks.problems,
            sources: sources(context, opened, work)
        )
        let beside = ReferralBeside(work: work, opened: opened, problems: remarks.problems, phrases: phrases)
        let sections = beside.first + fields.sections + beside.last
        let page = ReferralFormPage(
            frame: pages.frame(context.visit, nil, at: work.address.path(in: opened.opened.facts.id)),
            back: Link(
                label: catalog.text("referral.kinds"),
                path: "/saker/\(opened.opened.facts.id)/henvisninger/ny"
            ),
            child: child(opened, phrases),
            title: title(work, catalog),
            lead: MessageTexts(MessageLanguage(catalog.language)).help(of: .standard(work.purpose.type)),
            tally: work.purpose.type.isReferral ? tally(work, catalog) : nil,
            errors: errors(remarks, sections),
            warnings: remarks.warnings + warnings(opened, work, phrases),
            rules: remarks.rules,
            sections: sections,
            form: FormTarget(path: work.address.path(in: opened.opened.facts.id), key: work.key),
            hidden: unseen(work, besides: sections),
            saved: work.savedAt.map(phrases.stamp),
            buttons: [
                ReferralButton(value: "preview", label: catalog.text("referral.preview"), isMain: true),
                ReferralButton(value: "draft", label: catalog.text("editor.draft")),
                ReferralButton(
                    value: work.isFitted ? "all" : "fit",
                    label: work.isFitted ? catalog.text("referral.showAll") : catalog.text("referral.showFitting")
                ),
            ]
        )
        return try pages.show(page, context.visit, status: status ?? (remarks.isEmpty ? .ok : .unprocessableContent))
    }

    /// What no control of the page shows goes along unseen: parts that are out of sight, codes of given rows.
    private func unseen(_ work: ReferralWork, besides sections: [ReferralSection]) -> [HiddenField] {
        let fields = sections.flatMap(\.tokens).compactMap(\.field)
        let shown = Set(fields.map(\.name))
        let ticked = Set(fields.filter(\.isChecksKind).map(\.name))
        return work.kept.filter { name, _ in
            !shown.contains(name) && !ticked.contains(String(name.prefix { $0 != "[" }))
        }
        .sorted { $0.key < $1.key }.map { HiddenField(name: $0.key, value: $0.value) }
    }

    /// Errors in the order of the page, each at its place; what has no place stands among the warnings.
    private func errors(_ remarks: Remarks, _ sections: [ReferralSection]) -> ReferralFormPage.Errors? {
        let anchors = sections.flatMap(\.tokens).compactMap { $0.wrong?.id ?? $0.field?.name }
        let items = anchors.compactMap { anchor in
            remarks.problems[anchor].map { ErrorSummary.Item(field: anchor, message: $0) }
        }
        return items.isEmpty ? nil : ReferralFormPage.Errors(items: items)
    }

    private func tally(_ work: ReferralWork, _ catalog: Catalog) -> String {
        let tally = FormTally(work.form, work.values)
        let numbers = ["filled": "\(tally.filled.count)", "all": "\(tally.applying)"]
        return catalog.text("referral.tally", numbers)
    }

    private func warnings(
        _ opened: ReferralFormDesk.Opened,
        _ work: ReferralWork,
        _ phrases: PagePhrases
    ) -> [String] {
        let catalog = phrases.catalog
        return [
            work.purpose.obstacle.map { RoomRefusalWords.text(.assistance($0), phrases) },
            opened.service.party == nil || opened.receiver == nil ? catalog.text("referral.noParty") : nil,
            opened.service.contacts == nil ? catalog.text("referral.noContacts") : nil,
            opened.hidesSomebody ? catalog.text("referral.hidesSomebody") : nil,
        ].compactMap(\.self)
    }

    /// Where each text comes from, as long as nobody has changed it.
    private func sources(
        _ context: SignedInContext,
        _ opened: ReferralFormDesk.Opened,
        _ work: ReferralWork
    ) -> [String: PrefillSource] {
        switch work.purpose {
        case .new(let type):
            let prefill = opened.prefill(type, isNynorsk: context.visit.language == .nynorsk)
            return prefill.sources.filter { work.values[$0.key] == prefill.values[$0.key] }
        case .update:
            let earlier = opened.earlier.map(work.form.values) ?? FormValues()
            return work.values.entries.filter { earlier[$0.key] == $0.value }.mapValues { _ in .earlierMessage }
        case .supplement, .withdrawal: return [:]
        }
    }

    // MARK: The preview

    /// What the receiver will see, and the bytes that travel.
    func preview(
        _ context: SignedInContext,
        _ opened: ReferralFormDesk.Opened,
        _ work: ReferralWork,
        _ check: ReferralCheck
    ) throws -> Response {
        let phrases = pages.phrases(context.visit)
        let catalog = phrases.catalog
        let view = MessageView(of: check.message, in: MessageLanguage(catalog.language))
        let page = ReferralPreviewPage(
            frame: pages.frame(context.visit, nil, at: work.address.path(in: opened.opened.facts.id)),
            back: back(opened, phrases),
            child: child(opened, phrases),
            title: title(work, catalog),
            verdicts: verdicts(check, catalog),
            warnings: check.message.type == .healthAssessment ? [catalog.text("referral.exception")] : [],
            blocks: [ReferralPreviewPage.Block(facts: view.facts.map { Fact($0.label, $0.value.lines) })]
                + (view.content + view.header).flatMap { Self.blocks($0, 3) },
            files: work.attachments(opened.documents).map(\.fileName),
            xml: check.bytes.map { String(decoding: $0, as: UTF8.self) } ?? "",
            form: FormTarget(path: work.address.path(in: opened.opened.facts.id), key: work.key),
            hidden: work.kept.sorted { $0.key < $1.key }.map { HiddenField(name: $0.key, value: $0.value) },
            buttons: [
                ReferralButton(value: "send", label: catalog.text("referral.send"), isMain: true),
                ReferralButton(value: "back", label: catalog.text("editor.back")),
            ]
        )
        return try pages.show(page, context.visit)
    }

    private func verdicts(_ check: ReferralCheck, _ catalog: Catalog) -> [Fact] {
        func answer(_ isValid: Bool?) -> String {
            catalog.text(isValid == true ? "referral.valid" : "referral.notValid")
        }
        return [
            Fact(catalog.text("referral.verdict.wire"), answer(check.verdict?.wireValid)),
            Fact(catalog.text("referral.verdict.bufdir"), answer(check.verdict?.bufdirValid)),
            Fact(catalog.text("referral.verdict.domain"), answer(check.verdict?.domainValid)),
        ]
    }

    private static func blocks(_ part: MessageView.Part, _ level: Int) -> [ReferralPreviewPage.Block] {
        switch part {
        case .fact(let fact): return [ReferralPreviewPage.Block(facts: [Fact(fact.label, fact.value.lines)])]
        case .table(let title, let columns, let rows):
            return [ReferralPreviewPage.Block(heading: title, level: level, columns: columns, rows: rows)]
        case .group(let title, let parts):
            var facts: [Fact] = []
            var rest: [MessageView.Part] = []
            for part in parts {
                if case .fact(let fact) = part {
                    facts.append(Fact(fact.label, fact.value.lines))
                } else {
                    rest.append(part)
                }
            }
            return [ReferralPreviewPage.Block(heading: title, level: level, facts: facts)]
                + rest.flatMap { blocks($0, level + 1) }
        }
    }

    // MARK: Parts

    func title(_ work: ReferralWork, _ catalog: Catalog) -> String {
        let texts = MessageTexts(MessageLanguage(catalog.language))
        switch work.address {
        case .new(let type): return texts.title(of: .standard(type))
        case .about(_, let step):
            let referral = work.purpose.earlier.map { texts.title(of: .standard($0.type)) } ?? ""
            return "\(Self.title(of: step, catalog)): \(referral)"
        }
    }

    private func child(_ opened: ReferralFormDesk.Opened, _ phrases: PagePhrases) -> String {
        CaseNames(opened: opened.opened, phrases: phrases).child
    }

    private func back(_ opened: ReferralFormDesk.Opened, _ phrases: PagePhrases) -> Link {
        Link(label: child(opened, phrases), path: "/saker/\(opened.opened.facts.id)")
    }
}

extension ReferralFormDesk.Opened {
    /// The form of a new referral as the case fills it in.
    func prefill(_ type: MessageType, isNynorsk: Bool) -> Prefill {
        Prefill(type, of: record, by: service, isNynorsk: isNynorsk)
    }
}

extension String {
    fileprivate var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
