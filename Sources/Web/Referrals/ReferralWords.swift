import Exchange
import Office

/// Sentences around a form's fields: when one matters, and where its text comes from.
struct ReferralWords: Sendable {
    let texts: MessageTexts
    let phrases: PagePhrases
    private var catalog: Catalog { phrases.catalog }

    init(_ phrases: PagePhrases) {
        self.phrases = phrases
        texts = MessageTexts(MessageLanguage(phrases.catalog.language))
    }

    /// When a part of a group is to be filled in; `nil` where it always is, or may be.
    func condition(_ presence: FormPresence, in group: FormGroup) -> String? {
        guard case .conditional(let condition) = presence else { return nil }
        guard let field = group.field(at: condition.control[...]) else { return nil }
        let title = texts.text(field.titleKey)
        guard !condition.values.isEmpty else {
            let key = condition.isInverted ? "referral.onlyIf.filled" : "referral.onlyIf.empty"
            return catalog.text(key, ["field": title])
        }
        let meanings = condition.values.map { "«\(meaning(of: $0, in: field))»" }.joined(separator: " / ")
        let key = condition.isInverted ? "referral.onlyIf.unless" : "referral.onlyIf.chosen"
        return catalog.text(key, ["field": title, "choice": meanings])
    }

    private func meaning(of value: String, in field: FormField) -> String {
        switch field.kind {
        case .code(let options): options.first { $0.code == value }.map { texts.text($0.titleKey) } ?? value
        case .yesNo: texts.title(ofBoolean: value)
        default: value
        }
    }

    func source(_ source: PrefillSource) -> String {
        switch source {
        case .record: catalog.text("referral.from.record")
        case .people: catalog.text("referral.from.people")
        case .decision(let day): catalog.text("referral.from.decision", ["day": phrases.day(day)])
        case .hearing(let day): catalog.text("referral.from.hearing", ["day": phrases.day(day)])
        case .plan(let day): catalog.text("referral.from.plan", ["day": phrases.day(day)])
        case .measures: catalog.text("referral.from.measures")
        case .heading(let day): catalog.text("referral.from.heading", ["day": phrases.day(day)])
        case .service: catalog.text("referral.from.service")
        case .age: catalog.text("referral.from.age")
        case .earlierMessage: catalog.text("referral.from.earlierMessage")
        }
    }
}

extension FormGroup {
    /// The field that a condition names, from the neighbours on.
    fileprivate func field(at path: ArraySlice<String>) -> FormField? {
        guard let name = path.first else { return nil }
        for part in parts.flatMap(\.alternatives) where part.name == name {
            switch part {
            case .field(let field): return field
            case .group(let group): return group.field(at: path.dropFirst())
            case .choice: continue
            }
        }
        return nil
    }
}

extension FormPart {
    fileprivate var alternatives: [FormPart] {
        if case .choice(let choice) = self { choice.alternatives } else { [self] }
    }
}

extension MessageLanguage {
    init(_ language: Language) {
        switch language {
        case .bokmaal: self = .bokmaal
        case .nynorsk: self = .nynorsk
        case .english: self = .english
        }
    }
}
