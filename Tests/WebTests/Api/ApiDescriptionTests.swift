import Exchange
import Testing

struct `The description of the API` {
    private static let id = "019a8f3e-7c00-7000-8000-000000000001"

    @Test func `names routes that exist, each for those who are signed in or for everybody`() async throws {
        try await OfficeFixture.run { office in
            let document = try await Self.document(office)
            let paths = document.root["paths"]?.members ?? []
            #expect(paths.count > 60)
            for (path, item) in paths {
                let address = path.replacing("{id}", with: Self.id).replacing("{rule}", with: "D01")
                    .replacing("{entry}", with: "1").replacing("{version}", with: "1").replacing("{run}", with: Self.id)
                for (method, operation) in item.members where !Self.isForSenders(operation) {
                    let answer = try await office.client.send(method.uppercased(), address, [])
                    let isOpen = operation["security"]?.items.isEmpty ?? false
                    #expect(answer.status != 404, "\(method) \(path)")
                    #expect((answer.status == 401) == !isOpen, "\(method) \(path)")
                    if answer.status >= 400 {
                        #expect(answer.all("content-type") == ["application/problem+json"], "\(method) \(path)")
                        #expect(try JsonDocument(parsing: answer.body).root["status"]?.numberText == "\(answer.status)")
                    }
                }
            }
        }
    }

    @Test func `tells senders what they are answered`() async throws {
        try await OfficeFixture.run { office in
            let document = try await Self.document(office)
            let operations = (document.root["paths"]?.members ?? []).flatMap { path, item in
                item.members.filter { Self.isForSenders($0.value) }.map { (path, $0.name, $0.value) }
            }
            #expect(operations.count == 4)
            let secret = [("Authorization", "Bearer \(OfficeFixture.secret)")]
            let report = try SampleMessages.publicReport(to: "1505")
            func ask(_ path: String, _ method: String, _ body: [UInt8]) async throws -> RawAnswer {
                let address = path.replacing("{form}", with: "offentlig.v2").replacing("{day}", with: "2026-01-05")
                    .replacing("{messageId}", with: "unknown")
                return try await office.client.send(method.uppercased(), address, secret, body: body)
            }
            for (path, method, operation) in operations {
                for body in [report, Array("[]".utf8), Array("{".utf8)] {
                    let answer = try await ask(path, method, method == "get" ? [] : body)
                    let described = operation["responses"]?["\(answer.status)"]
                    #expect(described != nil, "\(method) \(path) \(answer.status)")
                    #expect(answer.all("content-type") == ["application/json"], "\(method) \(path)")
                }
                let closed = try await office.client.send(
                    method.uppercased(),
                    path.replacing("{form}", with: "offentlig.v2"),
                    [("Authorization", "Bearer wrong")]
                )
                #expect(closed.status == 401, "\(method) \(path)")
            }
        }
    }

    private static func isForSenders(_ operation: JsonValue) -> Bool {
        operation["tags"]?.items.first?.text == "senders"
    }

    @Test func `points at nothing that is not there, and names each operation once`() async throws {
        try await OfficeFixture.run { office in
            let document = try await Self.document(office)
            var references: Set<String> = []
            Self.collect(document.root, into: &references)
            let components = document.root["components"]
            for reference in references {
                let parts = reference.split(separator: "/").map(String.init)
                #expect(parts.count == 4 && components?[parts[2]]?[parts[3]] != nil, "\(reference)")
            }
            let names = (document.root["paths"]?.members ?? []).flatMap { $0.value.members }
                .compactMap { $0.value["operationId"]?.text }
            #expect(Set(names).count == names.count)
        }
    }

    @Test func `has a step for every form`() async throws {
        try await OfficeFixture.run { office in
            let document = try await Self.document(office)
            let names = Set(
                (document.root["paths"]?.members ?? []).flatMap { $0.value.members }
                    .compactMap { $0.value["operationId"]?.text }
            )
            // A file travels as a form of several parts, not as JSON.
            #expect(Set(CommandForm.all.filter { !$0.takesFile }.map(\.id)).subtracting(names).sorted() == [])
        }
    }

    private static func document(_ office: OfficeFixture) async throws -> JsonDocument {
        let answer = try await office.client.send("GET", "/api/openapi.json", [])
        #expect(answer.status == 200)
        return try JsonDocument(parsing: answer.body)
    }

    private static func collect(_ value: JsonValue, into references: inout Set<String>) {
        if let text = value["$ref"]?.text { references.insert(text) }
        for member in value.members { collect(member.value, into: &references) }
        for item in value.items { collect(item, into: &references) }
    }
}
