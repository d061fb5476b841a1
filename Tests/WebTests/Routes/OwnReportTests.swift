import Casework
import Journal
import Law
import Office
import Testing

@testable import Web

struct `Our report today` {
    private static let path = OwnReportPage.path

    @Test func `links a finding to the report it is about, and lacks it once the report is coded`() async throws {
        try await OfficeFixture.run { office in
            let id = try await Self.shelve(office, "Ola Prøvland", number: SyntheticNumber.any())
            let viggo = try await Browser.signedIn("viggo", office)
            let before = try await viggo.get(Self.path)
            #expect(before.status == 200)
            for text in ["MELDING_4", "MELDING_5", "Ola Prøvland", "bare meldt", "Før inn hvem som meldte.", "▲"] {
                #expect(before.text.contains(text), "\(text)")
            }
            #expect(try Self.places(before) == ["/concerns/\(id)"])
            try await Self.code(id, office)
            let after = try await viggo.get(Self.path)
            for text in ["MELDING_4", "MELDING_5", "Ola Prøvland"] { #expect(!after.text.contains(text), "\(text)") }
            #expect(after.text.contains("Ingenting å rette."))
        }
    }

    @Test func `links a finding to the case, and lacks it once there is something in the case`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            let viggo = try await Browser.signedIn("viggo", office)
            let before = try await viggo.get(Self.path)
            #expect(before.text.contains("SAK_21") && before.text.contains("Kari Prøvesen"))
            #expect(try Self.places(before) == ["/saker/\(id)"])
            let concern = try #require(
                RecordID(try await office.deliver(SampleMessages.publicReport(to: "1505"), id: "m")[0])
            )
            let review = ReviewCommand(
                outcome: .investigate(.openCase(id), investigation: RecordID(high: 3, low: 3)),
                isAtOnce: false,
                replacesEarlier: false,
                on: office.today
            )
            guard case .done = try await office.rooms.cases.review(office.person("vera"), concern, review, key: "r")
            else { throw OfficeFixture.Unexpected() }
            let after = try await viggo.get(Self.path)
            #expect(!after.text.contains("SAK_21"))
            // What is wrong with the report now stands with the case, and is mended on the report's page.
            #expect(after.text.contains("<h3><a href=\"/saker/\(id)\">Kari Prøvesen</a></h3>"))
            #expect(try Self.places(after).contains("/concerns/\(concern)"))
            for place in try Self.places(after) { #expect(try await viggo.get(place).status == 200, "\(place)") }
        }
    }

    @Test func `says so where there is nothing to check`() async throws {
        try await OfficeFixture.run { office in
            let page = try await Browser.signedIn("viggo", office).get(Self.path)
            #expect(page.status == 200 && page.text.contains("Ingen saker å kontrollere."))
            #expect(!page.text.contains("<h2 id=\"cases\">"))
        }
    }

    @Test func `shows what is asked for, and keeps all rules with their counts beside it`() async throws {
        try await OfficeFixture.run { office in
            _ = try await Self.shelve(office, "Ola Prøvland")
            let id = try await office.openCase()
            let viggo = try await Browser.signedIn("viggo", office)
            let asked: [(query: String, children: Set<String>)] = [
                ("", ["Ola Prøvland", "Kari Prøvesen"]), ("?rule=SAK_21", ["Kari Prøvesen"]),
                ("?rule=MELDING_4&least=error", ["Ola Prøvland"]), ("?delivery=bvr&rule=MELDING_5", ["Ola Prøvland"]),
                ("?rule=SAK_23", []), ("?delivery=&least=&rule=&offset=0", ["Ola Prøvland", "Kari Prøvesen"]),
                ("?offset=50", []),
            ]
            for (query, children) in asked {
                let page = try await viggo.get(Self.path + query)
                #expect(page.status == 200, "\(query)")
                for child in ["Ola Prøvland", "Kari Prøvesen"] {
                    #expect(page.text.contains(child) == children.contains(child), "\(query), \(child)")
                }
                #expect(page.text.contains("Ingen funn i dette utvalget.") == children.isEmpty, "\(query)")
                for rule in ["SAK_21", "MELDING_4"] {
                    #expect(page.text.contains("href=\"/rapport?delivery=bvr&amp;rule=\(rule)#cases\""), "\(query)")
                }
                let figures = page.text.matches(of: #/<dt>(.*)<\/dt><dd>([0-9]+)</#).map { String($0.2) }
                #expect(figures == ["2", "2"], "\(query)")
            }
            let narrowed = try await viggo.get(Self.path + "?rule=SAK_21")
            #expect(narrowed.text.contains("<option value=\"SAK_21\" selected>"))
            #expect(narrowed.text.contains("rule=SAK_21#cases\" aria-current=\"true\">"))
            #expect(try Self.places(narrowed) == ["/saker/\(id)"])
        }
    }

    @Test(arguments: ["delivery=csv", "least=grave", "rule=%3Cb%3E", "offset=-1", "offset=x"])
    func `is absent under an address that it has never linked to`(query: String) async throws {
        try await OfficeFixture.run { office in
            let viggo = try await Browser.signedIn("viggo", office)
            #expect(try await viggo.get("\(Self.path)?\(query)").status == 404)
        }
    }

    @Test func `leaves a line that names what it shows, and hides a case from a leader with a conflict of interest`()
        async throws
    {
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            let concern = try await Self.shelve(office, "Ola Prøvland")
            let viggo = try await Browser.signedIn("viggo", office)
            func mark() throws -> Int {
                try office.rooms.store.accessLines(of: OfficeFixture.vest, before: .latest, limit: 1).first?.number
                    ?? -1
            }
            for _ in 0..<2 {
                // The second time nothing is opened anew but the names.
                let last = try mark()
                #expect(try await viggo.get(Self.path).text.contains("Kari Prøvesen"))
                let lines = try office.accessLines(OfficeFixture.vest, last)
                let named = lines.filter { $0.line.outcome == .granted && $0.actor.name == "viggo" }
                #expect(Set(named.flatMap(\.line.objects)).isSuperset(of: [id, concern]))
            }
            let viggoID = try office.person("viggo").id
            try await office.put(.conflictDeclared(viggoID, reason: "Nabo"), into: id, key: "c")
            let page = try await viggo.get(Self.path)
            #expect(!page.text.contains("Kari Prøvesen") && !page.text.contains("SAK_21"))
            #expect(page.text.contains("Ola Prøvland"))
        }
    }

    @Test func `says what is missing where the service cannot deliver`() async throws {
        try await OfficeFixture.run(counterparts: []) { office in
            _ = try await Self.shelve(office, "Ola Prøvland")
            let page = try await Browser.signedIn("viggo", office).get(Self.path)
            #expect(page.status == 200 && page.text.contains("organisasjonsnummeret mangler"))
            #expect(!page.text.contains("Ola Prøvland"))
        }
    }

    // MARK: Parts

    /// Takes in a report about a child and shelves it, uncoded.
    private static func shelve(
        _ office: OfficeFixture,
        _ child: String,
        number: String = ""
    ) async throws -> RecordID {
        let message = try SampleMessages.publicReport(to: "1505", children: [child], number: number)
        let id = try #require(try await office.deliver(message, id: "shelved").first.flatMap { RecordID($0) })
        let review = ReviewCommand(
            outcome: .shelve(.noReason, reason: .written("Skolen følger opp.")),
            isAtOnce: false,
            replacesEarlier: false,
            on: office.today
        )
        guard case .done = try await office.rooms.cases.review(office.person("vera"), id, review, key: "r-\(id)") else {
            throw OfficeFixture.Unexpected()
        }
        return id
    }

    private static func code(_ id: RecordID, _ office: OfficeFixture) async throws {
        let codes = ConcernCodes(reporters: [StatedCode("9")], contents: [StatedCode("1.1.01")])
        let command = CodingCommand(codes: codes, on: office.today)
        guard case .done = try await office.rooms.cases.code(office.person("vera"), id, command, key: "code") else {
            throw OfficeFixture.Unexpected()
        }
    }

    /// Where the findings of a page can be mended, each place once.
    private static func places(_ page: RawAnswer) throws -> [String] {
        let list = try #require(page.text.firstRange(of: "<ul class=\"report-cases\">"))
        let links = page.text[list.upperBound...]
            .matches(of: #/<a href="([^"]*)">(Åpne saken|Åpne meldingen)</#).map { String($0.1) }
        return Set(links).sorted()
    }
}
