import Casework
package import Exchange
import Law

/// A referral's form filled in from the child's case, and where each text comes from.
///
/// It only proposes: a person reads, corrects and sends. What the case does not tell stays empty, and nothing is told of
/// an address that is hidden.
package struct Prefill: Sendable {
    /// What is proposed, as if somebody had typed it.
    package private(set) var values = FormValues()
    /// By the path of the entry.
    package private(set) var sources: [String: PrefillSource] = [:]

    let type: MessageType
    let record: ReferralCase
    let service: ReferralService
    let words: PrefillWords
    let headed: HeadedTexts
    private let form: MessageForm

    /// - Parameters:
    ///   - type: One of the six referrals.
    ///   - record: The case.
    ///   - service: Who sends, and whom to ask.
    ///   - isNynorsk: Whether the few words of our own are nynorsk and not bokmål.
    package init(_ type: MessageType, of record: ReferralCase, by service: ReferralService, isNynorsk: Bool) {
        self.type = type
        self.record = record
        self.service = service
        words = PrefillWords(isNynorsk: isNynorsk)
        headed = HeadedTexts(record.headedTexts)
        form = MessageForm.of(.standard(type))
        fillHeader()
        fillChild()
        fillSiblings()
        fillWish()
        fillDecision()
        fillParticipation()
        fillDayOffer()
        fillPlans()
        fillCarers()
        fillSituation()
        fillChecklist()
        for part in EnteredForm(form, values).parts { dropUnasked(part) }
    }

    /// Takes back what a condition says is not to be entered.
    private mutating func dropUnasked(_ part: EnteredPart) {
        let (path, demand, inner): (String, FormDemand, [EnteredPart]) =
            switch part {
            case .field(let field): (field.path, field.demand, [])
            case .group(let group): (group.path, group.demand, group.parts)
            case .rows(let rows): (rows.path, rows.demand, rows.rows.flatMap(\.parts))
            case .choice(let choice): (choice.path, .allowed, choice.alternatives)
            }
        guard demand == .unasked else {
            for part in inner { dropUnasked(part) }
            return
        }
        for entry in values.entries.keys where entry == path || entry.hasPrefix(path + "/") {
            values[entry] = nil
            sources[entry] = nil
        }
    }

    /// Enters a text where the form has the path, without who a child at a hidden address lives with; the first one stays.
    mutating func put(_ path: String, _ text: String?, _ source: PrefillSource) {
        guard let text, !text.isEmpty, values[path] == nil, form.takes(path) else { return }
        values[path] = ReferralCase.mayBeWords(path) ? record.hiding(text) : text
        sources[path] = source
    }

    mutating func put(_ path: String, _ found: HeadedTexts.Found?) {
        guard let found else { return }
        put(path, found.text, found.source)
    }

    mutating func put(_ path: String, _ answer: Bool, _ source: PrefillSource) {
        put(path, answer ? "true" : "false", source)
    }

    /// Whether the form has an entry of this path.
    func takes(_ path: String) -> Bool { form.takes(path) }

    /// The codes to choose from in a field of the form; none where it has no such field, or just one text will do.
    func codes(_ name: String) -> [String] {
        guard case .field(let field)? = form.root.parts.first(where: { $0.name == name }),
            case .code(let options) = field.kind, field.fixed == nil
        else { return [] }
        return options.map(\.code)
    }

    private mutating func fillHeader() {
        put("Meldingshode/AvsendersRef", record.facts.id.description, .record)
        if let contacts = service.contacts {
            let people = [("Kontaktperson", contacts.first), ("AlternativKontaktperson", contacts.alternative)]
            for (name, person) in people {
                let path = "Meldingshode/KontaktInfoAvsender/\(name)/"
                put(path + "Navn", person.name, .service)
                put(path + "Telefon", person.phone, .service)
                put(path + "epost", person.email, .service)
            }
        }
        guard let party = service.party else { return }
        let path = "FaktureresOrganisasjon/"
        put(path + "Organisasjonsnummer", party.organisationNumber, .service)
        put(path + "Navn", party.name, .service)
        guard let municipality = party.municipality else { return }
        put(path + "Kommuneinfo/Kommunenummer", municipality.number, .service)
        put(path + "Kommuneinfo/Kommunenavn", municipality.name, .service)
        guard let district = municipality.district else { return }
        put(path + "Kommuneinfo/Bydelsinfo/Bydelsnummer", district.number, .service)
        put(path + "Kommuneinfo/Bydelsinfo/Bydelsnavn", district.name, .service)
    }
}
