import Law
import Office
import Testing

@testable import Web

struct `Documents on the page of a case` {
    private static let pdf = Array("%PDF-1.7\n".utf8) + (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    private static let fields = ["title": "Brev fra skolen", "direction": "incoming", "on": "2026-01-05"]

    @Test func `are put in and come back byte for byte, to those who may read the case`() async throws {
        try await OfficeFixture.run { office in
            let path = "/saker/\(try await office.openCase())"
            let vera = try await Browser.signedIn("vera", office)
            let answer = try await vera.upload(
                path + "/add-document",
                from: path,
                Self.fields.merging(["on": "\(office.today)"]) { $1 },
                file: ("brev.pdf", "application/pdf", Self.pdf)
            )
            #expect(answer.status == 303 && answer["location"] == path + "#documents")
            let page = try await vera.get(path)
            #expect(page.text.contains("Brev fra skolen") && page.text.contains("PDF, 301 kB"))
            let link = try #require(page.text.firstMatch(of: #/href="([^"]*\/dokumenter\/[^"]*)"/#)).1
            let document = try await vera.get(String(link))
            #expect(document.status == 200 && document.body == Self.pdf)
            #expect(document["content-type"] == "application/pdf")
            #expect(document["content-disposition"]?.hasPrefix("attachment") == true)
            for name in ["vigdis", "arne", "mona", "gro"] {
                let other = try await Browser.signedIn(name, office)
                #expect(try await other.get(String(link)).status == 404, "\(name)")
                #expect(try await other.get(path + "/add-document").status == 404, "\(name)")
            }
            #expect(office.findings() == [])
        }
    }

    @Test func `that go with a referral open byte for byte at both levels, for nobody else and never in a page`()
        async throws
    {
        try await OfficeFixture.run { office in
            let caseID = try await office.openCase()
            let attached = try await office.attach(Self.pdf, to: caseID, by: office.person("vera"), key: "attach")
            let id = try await office.refer(caseID, with: [attached])
            for name in ["vera", "ina"] {
                let reader = try await Browser.signedIn(name, office)
                let room = try await reader.get("/henvisninger/\(id)").text
                let link = String(try #require(room.firstMatch(of: #/href="([^"]*\/vedlegg\/1)"/#), "\(name)").1)
                #expect(room.contains("uttalelse.pdf"), "\(name)")
                #expect(try await reader.get("/henvisninger/\(id)/meldinger/\(id)").text.contains(link), "\(name)")
                let file = try await reader.get(link)
                #expect(file.status == 200 && file.body == Self.pdf, "\(name)")
                #expect(file["content-type"] == "application/pdf", "\(name)")
                #expect(file["content-disposition"] == "attachment; filename=\"vedlegg-1.pdf\"", "\(name)")
                #expect(file["x-content-type-options"] == "nosniff", "\(name)")
                for absent in ["0", "2", "\(Int.min)", "x", "9999999999999999999999"] {
                    #expect(try await reader.get(String(link.dropLast()) + absent).status == 404, "\(name), \(absent)")
                }
                // Both levels have told the file's own size.
                let opened = try await office.rooms.referrals.open(office.person(name), id)
                #expect(opened.messages.flatMap(\.attachments).map(\.size) == [Self.pdf.count], "\(name)")
            }
            #expect(office.findings() == [])
        }
    }

    @Test(
        arguments: [
            ("brev.pdf", [0x4D, 0x5A, 0x90, 0x00], "Word uten makroer"),
            ("brev.exe", Array("%PDF-1.7".utf8), "Word uten makroer"),
            ("bilde.png", Array("%PDF-1.7".utf8), "Navnet sier én filtype"), ("brev.pdf", [], "Filen er tom"),
            ("", [], "Velg en fil"),
        ] as [(String, [UInt8], String)]
    )
    func `are refused at the file's own field, and nothing is kept`(name: String, bytes: [UInt8], sentence: String)
        async throws
    {
        try await OfficeFixture.run { office in
            let path = "/saker/\(try await office.openCase())"
            let vera = try await Browser.signedIn("vera", office)
            let answer = try await vera.upload(
                path + "/add-document",
                from: path + "/add-document",
                Self.fields,
                file: (name, "application/pdf", bytes)
            )
            #expect(answer.status == 422)
            #expect(answer.text.contains(sentence) && answer.text.contains("id=\"file-error\""))
            // What was typed is not lost.
            #expect(answer.text.contains("Brev fra skolen"))
            #expect(try await !vera.get(path).text.contains("/dokumenter/"))
            #expect(office.findings() == [])
        }
    }

    @Test func `are refused before anything of them is read where the fields are wrong or the token is not ours`()
        async throws
    {
        try await OfficeFixture.run { office in
            let path = "/saker/\(try await office.openCase())"
            let vera = try await Browser.signedIn("vera", office)
            let file = (name: "brev.pdf", type: "application/pdf", bytes: Self.pdf)
            let untitled = try await vera.upload(path + "/add-document", from: path, ["direction": "x"], file: file)
            #expect(untitled.status == 422)
            for field in ["title", "direction", "on"] { #expect(untitled.text.contains("id=\"\(field)-error\"")) }
            let strange = try await vera.upload(
                path + "/add-document",
                from: path,
                Self.fields,
                file: file,
                token: "00"
            )
            #expect(strange.status == 403)
            vera.headers = [("Sec-Fetch-Site", "cross-site")]
            #expect(
                try await vera.upload(path + "/add-document", from: path, Self.fields, file: file).status == 403
            )
            vera.headers = []
            #expect(try await !vera.get(path).text.contains("/dokumenter/"))
        }
    }

    @Test func `that are too large are refused by their announced length and by what comes`() async throws {
        try await OfficeFixture.run { office in
            let path = "/saker/\(try await office.openCase())/add-document"
            let vera = try await Browser.signedIn("vera", office)
            let type = "multipart/form-data; boundary=x"
            let announced = try await vera.send("POST", path, type: type, [], framing: .announced(60 << 20))
            #expect(announced.status == 413)
            let form = try await vera.get(path)
            var body: [UInt8] = []
            for (name, value) in [
                "csrf": try form.field("csrf"), "key": "for-stor", "title": "Stor", "direction": "incoming",
                "on": "\(office.today)",
            ] { body += Array("--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8) }
            let head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"stor.pdf\"\r\n\r\n%PDF-\u{1}"
            body += Array(head.utf8) + [UInt8](repeating: 1, count: CaseUpload.longest)
            body += Array("\r\n--x--\r\n".utf8)
            let sent = try await vera.send("POST", path, type: type, body, framing: .chunked)
            #expect(sent.status == 422 && sent.text.contains("Filen er større enn"))
            #expect(try await !vera.get(path.replacing("/add-document", with: "")).text.contains("/dokumenter/"))
            #expect(office.findings() == [])
        }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "text/plain", "multipart/mixed; boundary=x",
    ])
    func `come in a form with a boundary`(type: String) async throws {
        try await OfficeFixture.run { office in
            let path = "/saker/\(try await office.openCase())/add-document"
            let vera = try await Browser.signedIn("vera", office)
            #expect(try await vera.send("POST", path, type: type, Array("--x--\r\n".utf8)).status == 400)
        }
    }
}
