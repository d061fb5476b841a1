import Casework
import Exchange
import Law

extension Prefill {
    /// Who the child is, where it lives, and which language it speaks.
    mutating func fillChild() {
        let facts = record.facts
        put("Klient/KommunalSaksId", facts.id.description, .record)
        fillResidence()
        if let interpreter = record.child.interpreter { fillInterpreter(interpreter) }
        let identity = "Klient/Identifikator/"
        if facts.child.isUnborn, takes(identity + "MorsFodselsnummer") {
            let mother = record.relatives.first { $0.relation.kind == .mother }?.person.number
            choose(identity, ["Fodselsnummer", "DUFnummer", "MorsFodselsnummer"], mother, "MorsFodselsnummer")
            put("Klient/TerminDato", facts.child.expectedOn?.description, .record)
        } else {
            let names = takes(identity + "MorsFodselsnummer")
            choose(
                identity,
                ["Fodselsnummer", "DUFnummer"] + (names ? ["MorsFodselsnummer"] : []),
                record.child.number,
                "Fodselsnummer"
            )
        }
        // Asked of the unborn alone; elsewhere the form writes what has to stand.
        if facts.child.isUnborn { put("Klient/Ufodt", true, .record) }
        if let told = headed.under("EMA", inside: "Klient"), let answer = ReferralCodes.leadingAnswer(told.text) {
            put("Klient/EMA", answer, told.source)
        } else if record.relatives.contains(where: { Self.parents.contains($0.relation.kind) }) {
            put("Klient/EMA", false, .people)
        }
    }

    static let parents: Set<Relation.Kind> = [.mother, .father, .parent]

    /// A hidden address is told to nobody: the receiver learns that it is hidden, and nothing of where.
    private mutating func fillResidence() {
        switch record.child.residence {
        case .open(let address)?:
            let town = [address.postcode, address.town].compactMap(\.self).joined(separator: " ")
            put("Klient/Bosted", (address.lines + [town]).filter { !$0.isEmpty }.joined(separator: ", "), .people)
        case .hidden?: put("Klient/Bosted", words.hiddenAddress, .people)
        case nil: break
        }
    }

    /// The language is a free text in the case: it has a code where it bears a language's name.
    private mutating func fillInterpreter(_ language: String) {
        let list = "SprakTypeUtenNorsk"
        put("Klient/BehovForTolk/Sprak", words.languageCode(language, in: list), .people)
        put("Klient/BehovForTolk/BehovForTolkBeskrivelse", words.interpreter(language), .people)
    }

    /// Enters a number and chooses the alternative that it belongs to.
    mutating func choose(_ path: String, _ names: [String], _ number: PersonNumber?, _ name: String) {
        guard let number else { return }
        let chosen = number.kind == .duf && name != "MorsFodselsnummer" ? "DUFnummer" : name
        put(path + chosen, number.digits, .people)
        if values[path + chosen] != nil { put(path + names.joined(separator: "|"), chosen, .people) }
    }

    /// Brothers and sisters who live with the child and have a case of their own.
    mutating func fillSiblings() {
        let siblings = record.relatives.filter {
            $0.relation.kind == .sibling && $0.relation.livesWithChild && $0.person.number != nil
                && $0.relation.siblingCase != nil
        }
        for (index, sibling) in siblings.enumerated() {
            let path = "SoskenSamplassering/Sosken[\(index + 1)]/"
            let isSister = sibling.person.number?.tellsWoman
            put(path + "SoskenRelasjon", isSister.map { $0 ? "1" : "2" } ?? "9", .people)
            if isSister == nil { put(path + "SoskenRelasjonAnnet", words.sibling, .people) }
            choose(path, ["Fodselsnummer", "DUFnummer"], sibling.person.number, "Fodselsnummer")
            let referral = sibling.relation.siblingCase.flatMap { record.siblingReferrals[$0] }
            put(path + "HenvisningMeldingsId", referral, .record)
        }
        if let told = headed.under("BarnTilleggTilHenvist", inside: "Henvisning") {
            put("BarnTilleggTilHenvist", told.text.utf16.count > 255 ? nil : told.text, told.source)
        }
    }
}

extension PersonNumber {
    /// Whether the number is a woman's, by the ninth digit; nothing where the number does not tell.
    ///
    /// Source: the tax administration's rule for numbers issued before 2032.
    fileprivate var tellsWoman: Bool? {
        guard kind == .birthNumber || kind == .dNumber, checkDigitRule == .withoutRemainder else { return nil }
        let digits = Array(digits.utf8)
        return digits.count == 11 ? digits[8].isMultiple(of: 2) : nil
    }
}
