/// What concerns, decisions and measures are about from 2026 on (kunnskapsmodellen), and how KOSTRA can tell it.
///
/// KOSTRA's list has no such codes. Where an old code means the same, that one is used; this table is ours, no authority
/// has one. Everything else becomes one of the two codes for other things, the new code and its name specifying it.
///
/// Source of codes and names: Statistics Norway's code lists of register version 4.0.1 (MIT), slips of the pen mended.
enum KnowledgeModel {
    /// A code of the model.
    struct Entry: Sendable {
        let code: String
        /// The name in bokmål, as deliveries are written in it.
        let name: String
        /// The code of KOSTRA that means the same.
        let same: String?

        fileprivate init(_ code: String, _ name: String, same: String? = nil) {
            self.code = code
            self.name = name
            self.same = same
        }

        /// The code of KOSTRA: for what is about the child 19, for what is about parents and family 18.
        var kostra: String { same ?? (code.hasPrefix("1.") ? "19" : "18") }
    }

    /// The entry of a code; nothing of an old one.
    static func entry(_ code: String) -> Entry? { byCode[code] }

    private static let byCode = Dictionary(uniqueKeysWithValues: entries.map { ($0.code, $0) })

    /// All codes.
    ///
    /// An old code is given only where the names say the same; none that has been retired (4, 13, 16).
    static let entries = [
        Entry("1.1.01", "Fysisk helse og utvikling"),
        Entry("1.1.02", "Psykisk helse og utvikling", same: "14"),
        Entry("1.1.03", "Barn med funksjonsnedsettelser"),
        Entry("1.1.04", "Tilgang til helse- og tannhelsetjenester"),
        Entry("1.2.01", "Læring"),
        Entry("1.2.02", "Skoleresultater"),
        Entry("1.2.03", "Trivsel i barnehage og skole"),
        Entry("1.3.01", "Følelser og temperament"),
        Entry("1.3.02", "Holdninger og verdier"),
        Entry("1.3.03", "Identitet"),
        Entry("1.3.04", "Selvstendighet"),
        Entry("1.3.05", "Tilknytning"),
        Entry("1.3.06", "Stress og mestring"),
        Entry("1.3.07", "Traumer"),
        Entry("1.3.08", "Atferd", same: "25"),
        Entry("1.3.09", "Rus", same: "15"),
        Entry("1.3.10", "Skadelig seksuell atferd"),
        Entry("1.3.11", "Barn som begår straffbare handlinger", same: "26"),
        Entry("1.4.01", "Lek og interesser"),
        Entry("1.4.02", "Relasjoner til andre barn og voksne"),
        Entry("1.4.03", "Mobbing"),
        Entry("1.4.04", "Digital hverdag"),
        Entry("2.1.01", "Ansvar"),
        Entry("2.1.02", "Basal og praktisk omsorg"),
        Entry("2.1.03", "Hverdagsrutiner"),
        Entry("2.2.01", "Følelsesmessig regulering"),
        Entry("2.2.02", "Følelsesmessig støtte"),
        Entry("2.2.03", "Trygg relasjon mellom barn og foreldre"),
        Entry("2.3.01", "Stimulering og engasjement"),
        Entry("2.3.02", "Oppdragelse, veiledning og grenser"),
        Entry("2.4.01", "Beskyttelse mot æresrelatert vold og negativ sosial kontroll", same: "32"),
        Entry("2.4.02", "Beskyttelse mot å være vitne til vold i familien", same: "7"),
        Entry("2.4.03", "Beskyttelse mot alvorlige konflikter mellom foreldre"),
        Entry("2.4.04", "Konflikt mellom foreldre som ikke bor sammen", same: "24"),
        Entry("2.4.05", "Beskyttelse mot vold"),
        Entry("2.4.06", "Beskyttelse mot menneskehandel", same: "27"),
        Entry("2.4.07", "Beskyttelse mot seksuelle overgrep og seksuell utnyttelse", same: "11"),
        Entry("2.4.08", "Beskyttelse mot skadelige tradisjoner og skikker"),
        Entry("2.4.09", "Beskyttelse mot vold og overgrep fra jevnaldrende"),
        Entry("3.1.01", "Familiens sammensetning"),
        Entry("3.1.02", "Foreldres fysiske sykdom", same: "1"),
        Entry("3.1.03", "Foreldres psykiske problem/lidelse", same: "2"),
        Entry("3.1.04", "Foreldres kognitive vansker", same: "29"),
        Entry("3.1.05", "Søskens helse og trivsel"),
        Entry("3.1.06", "Tidligere hendelser av betydning i familien"),
        Entry("3.1.07", "Foreldres erfaring fra egen oppvekst"),
        Entry("3.1.08", "Foreldre med rusrelaterte utfordringer", same: "3"),
        Entry("3.1.09", "Barn som pårørende"),
        Entry("3.1.10", "Foreldres kriminalitet", same: "5"),
        Entry("3.2.01", "Levestandard og bolig"),
        Entry("3.2.02", "Fattigdom"),
        Entry("3.3.01", "Familiens profesjonelle nettverk"),
        Entry("3.3.02", "Familiens sosiale nettverk og integrering"),
        Entry("3.3.03", "Lukkede religiøse samfunn"),
        Entry("3.3.04", "Minoritetsspråklige familier"),
        Entry("3.3.05", "Radikalisering og voldelig ekstremisme"),
        Entry("3.3.06", "Urfolk og nasjonale minoriteter"),
    ]
}
