import Casework
import Exchange
import Law

/// The few words that stand between what a case tells, in one of the written languages of Norway.
struct PrefillWords: Sendable {
    let isNynorsk: Bool

    var hiddenAddress: String {
        isNynorsk
            ? "Adressa er skjult. Ta kontakt med barnevernstenesta."
            : "Adressen er skjult. Ta kontakt med barnevernstjenesten."
    }

    /// Instead of a name or a number.
    static let hiddenName = "(skjult)"

    var sibling: String { isNynorsk ? "Sysken" : "Søsken" }

    func interpreter(_ language: String) -> String {
        (isNynorsk ? "Barnet treng tolk: " : "Barnet trenger tolk: ") + language
    }

    /// The code of a language by its name in any of our languages.
    func languageCode(_ language: String, in list: String) -> String? {
        ReferralCodes.code(titled: language.trimmed, of: Self.languages, in: list)
    }

    private static let languages: [String] = {
        for part in MessageForm.of(.standard(.familyCouncil)).root.parts {
            guard case .group(let client) = part, client.name == "Klient" else { continue }
            for case .group(let need) in client.parts where need.name == "BehovForTolk" {
                for case .field(let field) in need.parts {
                    if case .code(let options) = field.kind { return options.map(\.code) }
                }
            }
        }
        return []
    }()

    func day(_ day: CalendarDay) -> String { "\(day.day).\(day.month).\(day.year)" }

    // MARK: Participation

    func frame(_ view: ChildsView, _ day: CalendarDay) -> String {
        let way =
            switch view.way {
            case .conversation: "Samtale"
            case .representative: isNynorsk ? "Gjennom ein representant" : "Gjennom en representant"
            case .observation: "Observasjon"
            case .otherExpressions: "Andre uttrykk"
            }
        return "\(way) \(self.day(day)). \(view.toldChild) \(view.heardAbout)"
    }

    func views(_ view: ChildsView) -> String {
        guard let important = view.mostImportant, !important.isEmpty else { return view.said }
        return view.said + "\n" + (isNynorsk ? "Viktigast for barnet: " : "Viktigst for barnet: ") + important
    }

    func notHeard(_ reason: String, _ day: CalendarDay) -> String {
        "\(isNynorsk ? "Barnet er ikkje høyrt" : "Barnet er ikke hørt") (\(self.day(day))): \(reason)"
    }

    func parentsConsent(_ day: CalendarDay) -> String {
        "\(isNynorsk ? "Foreldra samtykte" : "Foreldrene samtykket") \(self.day(day))."
    }

    // MARK: People and measures

    func carer(_ kind: Relation.Kind) -> String {
        switch kind {
        case .parent: isNynorsk ? "Annan forelder" : "Annen forelder"
        case .stepParent: "Steforelder"
        case .grandparent: "Besteforelder"
        case .fosterParent: "Fosterforelder"
        default: isNynorsk ? "Annan i familien" : "Annen i familien"
        }
    }

    /// One line for each measure, oldest first, with its days; where the child lives is not among them.
    func history(_ record: ReferralCase) -> String {
        let texts = Dictionary(
            record.standing.compactMap { entry -> (RecordID, String)? in
                guard case .measureStarted(let start) = entry.event else { return nil }
                return (start.id, start.text)
            },
            uniquingKeysWith: { _, last in last }
        )
        return record.facts.measures.sorted { $0.started.on < $1.started.on }.map { measure in
            let end = measure.ended.map { day($0.on) } ?? ""
            return "\(day(measure.started.on))–\(end): \(texts[measure.id] ?? "") (\(measure.category))"
        }
        .joined(separator: "\n")
    }
}
