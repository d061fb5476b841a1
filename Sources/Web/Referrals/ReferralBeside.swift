import Casework
import Exchange
import Law
import Office

/// What stands beside a message's own form: the child's participation, the case's documents, how it is taken back.
struct ReferralBeside: Sendable {
    let work: ReferralWork
    let opened: ReferralFormDesk.Opened
    let problems: [String: String]
    let phrases: PagePhrases
    private var catalog: Catalog { phrases.catalog }

    /// Before the form.
    var first: [ReferralSection] {
        if work.purpose.needsParticipation { return [participation] }
        guard work.purpose.type == .withdrawal else { return [] }
        let field = Field(
            ReferralWork.Name.relation,
            .radio,
            label: catalog.text("referral.relation"),
            value: (work.purpose.relation ?? .withdrawn).rawValue,
            options: [MessageRelation.withdrawn, .deleted].map { relation in
                let texts = MessageTexts(MessageLanguage(catalog.language))
                return (relation.rawValue, texts.title(ofCode: relation.rawValue, in: "MeldingsForbindelseType"))
            }
        )
        return [ReferralSection(heading: catalog.text("referral.withdraw"), tokens: [ReferralToken(field: field)])]
    }

    /// After the form.
    var last: [ReferralSection] { work.purpose.type == .withdrawal ? [] : [documents] }

    // MARK: Participation

    /// The ways past the gate: hearings that open it, and doing without.
    private var ways: [(value: String, label: String)] {
        let hearings = opened.opened.facts.hearings.filter { isOpen(.hearing($0.id)) }
            .sorted { ($0.at.on, $0.at.entry) > ($1.at.on, $1.at.entry) }.prefix(3)
        let heard = hearings.map { hearing in
            let key = hearing.obstacle == nil ? "referral.heard" : "referral.notHeard"
            return (hearing.id.description, catalog.text(key, ["day": phrases.day(hearing.at.on)]))
        }
        let acute = isOpen(.acute) ? [(ReferralWork.Name.acute, catalog.text("referral.acute"))] : []
        let override = (ReferralWork.Name.override, catalog.text("referral.override"))
        return (heard + acute + [override]).map { (value: $0.0, label: $0.1) }
    }

    private func isOpen(_ ground: ParticipationGround) -> Bool { opened.obstacle(ground) == nil }

    private var participation: ReferralSection {
        let ways = ways
        // The newest hearing is proposed; doing without never is.
        let proposed = ways.first.flatMap { $0.value == ReferralWork.Name.override ? nil : $0.value } ?? ""
        let way = Field(
            ReferralWork.Name.participation,
            .radio,
            label: catalog.text("referral.participation"),
            value: work.participation.isEmpty ? proposed : work.participation,
            error: problems[ReferralWork.Name.participation],
            options: ways
        )
        let reason = Field(
            ReferralWork.Name.overrideReason,
            .paragraphs,
            label: catalog.text("referral.overrideReason"),
            value: work.overrideReason,
            error: problems[ReferralWork.Name.overrideReason],
            isOptional: true,
            condition: catalog.text(
                "referral.onlyIf.chosen",
                [
                    "field": catalog.text("referral.participation"),
                    "choice": "«\(catalog.text("referral.override"))»",
                ]
            )
        )
        return ReferralSection(
            heading: catalog.text("feature.participation"),
            hint: catalog.text("referral.participation.hint"),
            tokens: [ReferralToken(field: way), ReferralToken(field: reason)]
        )
    }

    // MARK: Documents

    private var documents: ReferralSection {
        let texts = MessageTexts(MessageLanguage(catalog.language))
        let tokens = opened.opened.documents.flatMap { document -> [ReferralToken] in
            let id = document.document.id
            let tick = Field(
                ReferralWork.Name.attach(id),
                .check,
                label: "\(document.document.title) (\(phrases.day(document.on)))",
                value: work.attached[id] == nil ? "" : "yes"
            )
            guard let attached = work.attached[id] else { return [ReferralToken(field: tick)] }
            let kind = Field(
                ReferralWork.Name.kind(id),
                .radio,
                label: texts.title(of: "VedleggType", inside: "Vedlegg"),
                value: attached.kind.rawValue,
                options: ChosenAttachment.Kind.allCases.map {
                    ($0.rawValue, texts.title(ofCode: $0.rawValue, in: "VedleggTypeType"))
                }
            )
            let about = Field(
                ReferralWork.Name.about(id),
                label: texts.title(of: "Beskrivelse", inside: "Vedlegg"),
                value: attached.about,
                error: problems[ReferralWork.Name.about(id)]
            )
            return [tick, kind, about].map { ReferralToken(field: $0) }
        }
        let none = ReferralToken(note: catalog.text("referral.noDocuments"))
        return ReferralSection(
            heading: catalog.text("referral.attachments"),
            hint: catalog.text("referral.attachments.hint"),
            tokens: tokens.isEmpty ? [none] : tokens
        )
    }
}
