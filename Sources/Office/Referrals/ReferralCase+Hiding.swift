package import Casework
package import Exchange
import Law

/// What no message tells of a child that lives at a hidden address: where, and with whom.
///
/// Source: barnevernsloven §§ 6-6, 7-2 and 13-5.
extension ReferralCase {
    /// Whoever the child lives with where its address, or theirs, is hidden: who they are tells where it is.
    ///
    /// Parents are named all the same, since the form has to know them and it is no secret who they are; so are brothers
    /// and sisters, whom the referral asks for a place together with.
    var hosts: [Relative] {
        relatives.filter { relative in
            switch relative.relation.kind {
            case .mother, .father, .parent, .sibling: false
            case .guardian, .stepParent, .grandparent, .otherFamily, .fosterParent, .trustedPerson, .lawyer,
                .professional, .network:
                relative.relation.livesWithChild && (child.isHidden || relative.person.isHidden)
            }
        }
    }

    /// The entries of a form without what is hidden, whoever entered it and whenever: a draft or an earlier version may be
    /// older than the hiding.
    func hiding(_ values: FormValues, isReferral: Bool) -> FormValues {
        var entries = values.entries
        if isReferral, child.isHidden { entries["Klient/Bosted"] = PrefillWords(isNynorsk: false).hiddenAddress }
        let hosts = hosts
        guard !hosts.isEmpty else { return FormValues(entries) }
        let rows = Set(entries.keys.compactMap(Self.carerRow))
        let gone = rows.filter { row in hosts.contains { $0.person.stands(in: entries, at: row) } }
        entries = entries.filter { path, _ in Self.carerRow(path).map { !gone.contains($0) } ?? true }
        for (path, text) in entries where Self.mayBeWords(path) { entries[path] = hiding(text) }
        return FormValues(entries)
    }

    /// A text without the full names and the numbers of whoever the child lives with at a hidden address.
    func hiding(_ text: String) -> String {
        hosts.reduce(text) { text, host in
            let isFull = host.person.name.contains(" ")
            return [isFull ? host.person.name : nil, host.person.number?.digits].compactMap(\.self).reduce(text) {
                $0.replacing($1, with: PrefillWords.hiddenName)
            }
        }
    }

    /// The row of parents and others who care for the child in which an entry stands; `nil` for any other.
    private static func carerRow(_ path: String) -> String? {
        let start = "ForeldreOgOmsorgspersoner/Person["
        guard path.hasPrefix(start), let end = path.firstIndex(of: "]") else { return nil }
        return String(path[...end])
    }

    /// Whether an entry may hold people's own words: the header and the carers' rows have names of other people, and a host
    /// may bear the same.
    static func mayBeWords(_ path: String) -> Bool {
        !path.hasPrefix("Meldingshode/") && carerRow(path) == nil
    }
}

extension CasePerson {
    fileprivate var isHidden: Bool { residence?.isHidden ?? false }

    /// Whether a carer's row is about this person: by the number where both have one, by the name otherwise.
    fileprivate func stands(in entries: [String: String], at row: String) -> Bool {
        let written = ["Fodselsnummer", "DUFnummer"].compactMap { entries["\(row)/\($0)"] }.first { !$0.isEmpty }
        if let number, let written { return written == number.digits }
        let names = ["Fornavn", "Etternavn"].compactMap { entries["\(row)/\($0)"] }
        return !name.isEmpty && Self.words(names.joined(separator: " ")) == Self.words(name)
    }

    private static func words(_ name: String) -> [Substring] { name.lowercased().split(whereSeparator: \.isWhitespace) }
}

extension ReferralFormDesk.Opened {
    /// What has been entered without what no message tells of a hidden address.
    package func hiding(_ values: FormValues, in purpose: ReferralPurpose) -> FormValues {
        record.hiding(values, isReferral: purpose.type.isReferral)
    }

    /// Whether somebody is left out, whatever is entered, because the child lives with them at a hidden address.
    package var hidesSomebody: Bool { !record.hosts.isEmpty }

    /// The documents of the case by the titles that a message may give them.
    package var documents: [CaseDocument] {
        opened.documents.map { listed in
            var document = listed.document
            document.title = record.hiding(document.title)
            return document
        }
    }

    /// The same documents, with what is said of them.
    func hiding(_ attachments: [ChosenAttachment]) -> [ChosenAttachment] {
        attachments.map {
            ChosenAttachment(
                document: $0.document,
                fileName: $0.fileName,
                kind: $0.kind,
                about: record.hiding($0.about)
            )
        }
    }
}
