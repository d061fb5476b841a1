import Exchange
import Foundation
import Law

/// Small valid messages, written by hand, in which a test changes one thing.
enum MessageSample {
    static let today = CalendarDay(clamping: 2026, 3, 10)

    /// A test message with everything that it may have but a follow-up.
    static let test = document(
        .test,
        """
        <melding:ProvoserFeilkode>7</melding:ProvoserFeilkode>
        <melding:Enumtest>9</melding:Enumtest>
        <melding:EnumtestAnnet>noe annet</melding:EnumtestAnnet>
        <melding:FremtidigDato>2026-04-01</melding:FremtidigDato>
        <melding:Klient>
        <melding:Fodselsnummer>01901550170</melding:Fodselsnummer>
        </melding:Klient>
        """
    )

    /// A referral to a family group conference.
    static let familyCouncil = document(
        .familyCouncil,
        """
        <henv:Vedlegg>
        <mld:Filnavn>plan.pdf</mld:Filnavn>
        <mld:VedleggType>10</mld:VedleggType>
        </henv:Vedlegg>
        <melding:Klient>
        <bv:KommunalSaksId>2026/17</bv:KommunalSaksId>
        <bv:Identifikator>
        <bv:Fodselsnummer>01901550170</bv:Fodselsnummer>
        </bv:Identifikator>
        </melding:Klient>
        <melding:ForespurtBistand>10</melding:ForespurtBistand>
        <melding:Bistandsperiode>
        <henv:DatoFra>2026-04-01</henv:DatoFra>
        </melding:Bistandsperiode>
        <melding:BarnetsBehovOgSituasjon>
        <bv:BistandSamletBehov>Familien ønsker et råd.</bv:BistandSamletBehov>
        </melding:BarnetsBehovOgSituasjon>
        <melding:MedvirkningOgInvolvering>
        <henv:BarnetsMedvirkning>
        <bv:RammerForGjennomforing>Samtale hjemme.</bv:RammerForGjennomforing>
        <bv:BarnetsSynspunkter>Vil bo hjemme.</bv:BarnetsSynspunkter>
        <bv:VektingAvBarnetsSysnpunkt>Stor vekt.</bv:VektingAvBarnetsSysnpunkt>
        </henv:BarnetsMedvirkning>
        <henv:ForeldreInvolvering>
        <bv:ForeldrenesMedvirkning>Begge er hørt.</bv:ForeldrenesMedvirkning>
        </henv:ForeldreInvolvering>
        </melding:MedvirkningOgInvolvering>
        <melding:ForeldreOgOmsorgspersoner>
        <henv:Person>
        <henv:Fornavn>Test</henv:Fornavn>
        <henv:Relasjon>1</henv:Relasjon>
        <henv:Dod>true</henv:Dod>
        <henv:DUFnummer>201912345606</henv:DUFnummer>
        </henv:Person>
        </melding:ForeldreOgOmsorgspersoner>
        """
    )

    private static func document(_ type: MessageType, _ body: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <melding:\(type.rootName) xmlns:melding="\(type.namespace)" xmlns:mld="https://bufdir.no/melding.v1.0.2" \
        xmlns:bg="https://bufdir.no/generelt.v1.0.1" xmlns:bv="https://bufdir.no/barnevern.generelt.v1.2.0" \
        xmlns:henv="https://bufdir.no/barnevern.henvisning.v1.2.0" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <mld:Meldingshode>
        <mld:Id>0f8b7c52-3c1e-4d55-9f10-6a2f4f0c9d01</mld:Id>
        <mld:MeldingstypeNmsp>\(type.namespace)</mld:MeldingstypeNmsp>
        <mld:Meldingstype>\(type.title)</mld:Meldingstype>
        <mld:FagsystemAvsender>
        <mld:Leverandor>Rettid</mld:Leverandor>
        <mld:Navn>Rettid</mld:Navn>
        <mld:Versjon>1.0</mld:Versjon>
        </mld:FagsystemAvsender>
        <mld:SendtTidspunkt>2026-03-10T12:00:00+01:00</mld:SendtTidspunkt>
        <mld:Avsender>
        <bg:Organisasjonsnummer>100000008</bg:Organisasjonsnummer>
        <bg:Navn>Prøvekommunen</bg:Navn>
        <bg:Kommuneinfo>
        <bg:Kommunenummer>0301</bg:Kommunenummer>
        <bg:Kommunenavn>Oslo</bg:Kommunenavn>
        </bg:Kommuneinfo>
        </mld:Avsender>
        <mld:Mottaker>
        <bg:Organisasjonsnummer>100000016</bg:Organisasjonsnummer>
        <bg:Navn>Prøveetaten</bg:Navn>
        </mld:Mottaker>
        </mld:Meldingshode>
        \(body)
        </melding:\(type.rootName)>
        """
    }
}

extension String {
    /// The document with the text of the first element of a name changed, markup allowed.
    func setting(_ name: String, to text: String) -> String {
        var parts = components(separatedBy: ":\(name)>")
        let endTag = parts[1].split(separator: "</").last ?? ""
        parts[1] = "\(text)</\(endTag)"
        return parts.joined(separator: ":\(name)>")
    }

    /// The document with the whole first element of a name changed or removed.
    func replacingElement(_ name: String, by text: String = "") -> String {
        let parts = components(separatedBy: ":\(name)>")
        let prefix = String(parts[0].split(separator: "<", omittingEmptySubsequences: false).last ?? "")
        let rest = parts[2...].joined(separator: ":\(name)>")
        return parts[0].dropLast(prefix.count + 1) + text + rest
    }

    /// The verdict on the document.
    var verdict: MessageVerdict { MessageCheck.verdict(of: Array(utf8), on: MessageSample.today) }
}
