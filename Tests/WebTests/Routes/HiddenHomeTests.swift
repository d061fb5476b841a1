import Casework
import Exchange
import Law
import Office
import Testing

@testable import Web

/// Who a child lives with at a hidden address tells where it is.
struct `Whoever a child lives with at a hidden address` {
    /// Whose address the case says is hidden.
    enum Hidden: CaseIterable {
        case nobodys, childs, hosts, both

        var isChilds: Bool { self == .childs || self == .both }
        var isHosts: Bool { self == .hosts || self == .both }
    }

    private static let host = RecordID(high: 7, low: 1)
    private static let number = "17915020186"
    private static let row = "ForeldreOgOmsorgspersoner/Person[3]/"
    private static let hearing = Hearing(
        id: RecordID(high: 5, low: 1),
        outcome: .heard(
            ChildsView(
                way: .conversation,
                toldChild: "Hva vedtaket går ut på.",
                heardAbout: "Hvor det vil bo.",
                said: "Jeg vil bli hos Frida Vertsen.",
                agrees: .agrees,
                weight: "Det er lagt stor vekt på ønsket.",
                mostImportant: nil
            )
        ),
        trustedPerson: .toldAndDeclines
    )

    private static func person(_ name: String, number: PersonNumber? = nil, isHidden: Bool) -> CasePerson {
        var person = OfficeFixture.child(name, number: number)
        let address = PostalAddress(lines: ["Lønnveien 3"], postcode: "9999", town: "STEDET")
        person.residence = isHidden ? .hidden(HiddenAddress(hiding: address)) : nil
        return person
    }

    private static func tells(_ answer: RawAnswer) -> Bool {
        let text = answer.text.lowercased()
        return text.contains("vertsen") || text.contains(number)
    }

    /// A complete referral with the host in a row of her own, and her name in a text.
    private static func typed(_ office: OfficeFixture) -> [String: String] {
        let now = office.rooms.environment.now()
        let message = MessageExample.message(of: .fosterHome, id: RecordID(high: 6, low: 1), sentAt: now)
        let values = MessageForm.of(.standard(.fosterHome)).values(of: message.root)
        return values.entries.filter { !$0.key.hasPrefix("Vedlegg") }.merging(
            [
                row + "Fornavn": "Frida", row + "Etternavn": "VERTSEN ", row + "Relasjon": "9",
                row + "RelasjonAnnet": "Fostermor", row + "Dod": "false",
                row + "Omsorg": "2", row + "KontaktFrekvens": "1", row + "Foreldreansvar": "false",
                row + "Fodselsnummer": number,
                row + "Fodselsnummer|DUFnummer": "Fodselsnummer", "participation": "\(hearing.id)",
                "Bistandsperiode/Varighet": "Så lenge Frida Vertsen orker",
            ]
        ) { $1 }
    }

    @Test(arguments: Hidden.allCases)
    func `is named in no form, no draft, no new version and no attachment`(hidden: Hidden) async throws {
        try await OfficeFixture.run { office in
            let vera = try await Browser.signedIn("vera", office)
            let caseID = try await office.openCase()
            let childID = try office.rooms.cases.identity(for: "open", of: office.person("vera"), number: 1)
            let number = try PersonNumber(parsing: Self.number)
            let family = Relation(
                person: Self.host,
                kind: .fosterParent,
                hasResponsibility: false,
                livesWithChild: true,
                isParty: false,
                siblingCase: nil
            )
            let note = Note(kind: .assessment, text: "Samvær og kontakt: Hos Frida Vertsen hver onsdag.")
            let events: [CaseEvent] = [
                .decided(OfficeFixture.careOrder), .childHeard(Self.hearing), .noted(note),
                .personSet(Self.host, Self.person("Frida Vertsen", number: number, isHidden: false)),
                .relationSet(family),
            ]
            for (place, event) in events.enumerated() { try await office.put(event, into: caseID, key: "k\(place)") }

            // All of this is older than the hiding: one referral sent, another half written.
            let path = "/saker/\(caseID)/henvisninger/ny/fosterhjem"
            let sent = try await vera.press("send", on: try await vera.get(path), of: path, Self.typed(office))
            #expect(sent.status == 303)
            let id = try #require(sent["location"].flatMap { RecordID($0.dropFirst("/henvisninger/".count)) })
            let fresh = try await vera.get(path)
            #expect(Self.tells(fresh) && fresh.text.contains("hver onsdag"))
            #expect(try await vera.press("draft", on: fresh, of: path, Self.typed(office)).status == 303)

            let isTold = hidden == .nobodys
            let own = try PersonNumber(parsing: SyntheticNumber.any())
            let child = Self.person("Kari Prøvesen", number: own, isHidden: hidden.isChilds)
            try await office.put(.personSet(childID, child), into: caseID, key: "child")
            let host = Self.person("Frida Vertsen", number: number, isHidden: hidden.isHosts)
            try await office.put(.personSet(Self.host, host), into: caseID, key: "host")

            let draft = try await vera.get(path)
            #expect(draft.status == 200 && Self.tells(draft) == isTold, "a draft")
            #expect(draft.text.contains("name=\"ForeldreOgOmsorgspersoner/Person[1]/Fornavn\""), "the parents stay")
            #expect(draft.text.contains("Hvem det bor hos der, sendes ikke") == !isTold)
            let typed = try await vera.press("preview", on: draft, of: path, Self.typed(office))
            #expect(typed.status == 200 && Self.tells(typed) == isTold, "what is typed all the same")

            for type in MessageType.allCases.filter(\.isReferral) where type != .fosterHome {
                let name = ReferralAddress.name(of: type)
                let form = try await vera.get("/saker/\(caseID)/henvisninger/ny/\(name)")
                #expect(form.status == 200)
                if !isTold { #expect(!Self.tells(form), "\(name)") }
            }

            let folder = "/saker/\(caseID)/henvisninger/\(id)"
            let update = try await vera.get("\(folder)/oppdatering")
            #expect(update.status == 200 && Self.tells(update) == isTold, "a new version")
            var fields = Self.typed(office)
            let preview = try await vera.press("preview", on: update, of: "\(folder)/oppdatering", fields)
            #expect(preview.status == 200 && Self.tells(preview) == isTold, "its preview")
            #expect(try await vera.press("send", on: preview, of: "\(folder)/oppdatering", [:]).status == 303)
            let opened = try await office.rooms.referrals.open(office.person("vera"), id)
            let messages = opened.messages.filter(\.isOwn)
            let newest = try #require(messages.last)
            let bytes = String(decoding: newest.bytes, as: UTF8.self)
            #expect((bytes.contains("Vertsen") || bytes.contains(Self.number)) == isTold, "the bytes that travel")

            var upload = try await office.rooms.cases.upload(office.person("vera"), to: caseID, named: "a.pdf")
            try upload.write(Array("%PDF-1.4\n".utf8))
            _ = try await office.rooms.cases.finish(
                upload,
                title: "Avtale med Frida Vertsen",
                direction: .outgoing,
                on: office.today,
                key: "file"
            )
            let documents = try await office.rooms.cases.open(office.person("vera"), caseID).documents
            let document = try #require(documents.first).document.id
            let extra = try await vera.get("\(folder)/tillegg")
            fields = ["attach-\(document)": "yes", "attach-\(document)-kind": "999"]
            let files = try await vera.press("preview", on: extra, of: "\(folder)/tillegg", fields)
            #expect(files.status == 200 && Self.tells(files) == isTold, "an attachment's title")
            let reason = ["Begrunnelse": "Barnet blir hos Frida Vertsen."]
            let back = try await vera.press(
                "preview",
                on: try await vera.get("\(folder)/trekk"),
                of: "\(folder)/trekk",
                reason
            )
            #expect(back.status == 200 && Self.tells(back) == isTold, "why it is taken back")
            #expect(office.findings() == [])
        }
    }
}
