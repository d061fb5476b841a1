import Casework
import Law
import Office
import Testing

/// What tests put into cases before they look at the pages.
extension OfficeFixture {
    /// A care order of the tribunal's, on which a placement can rest.
    static let careOrder = Decision(
        id: RecordID(high: 4, low: 1),
        kind: .careOrder,
        maker: .tribunal,
        summary: "Omsorgen overtas.",
        parts: [:],
        participation: .acute,
        consents: [],
        reference: "26-1"
    )

    var today: CalendarDay { rooms.environment.today }

    func person(_ name: String) throws -> Person {
        try #require(Self.people.first { $0.id.name == name })
    }

    /// Looks for a child and opens a case for it.
    func openCase(_ child: String = "Kari Prøvesen", by name: String = "vera", key: String = "open") async throws
        -> RecordID
    {
        let person = try person(name)
        let looked = try #require(try await rooms.cases.search(person, .name(child)).looked)
        let opening = CaseOpening(
            childID: try rooms.cases.identity(for: key, of: person, number: 1),
            child: Self.child(child, number: try PersonNumber(parsing: SyntheticNumber.any())),
            isUnborn: false,
            expectedOn: nil,
            municipality: "1505"
        )
        let (id, outcome) = try await rooms.cases.openCase(person, opening, on: today, after: looked, key: key)
        guard case .done = outcome else { throw Unexpected() }
        return id
    }

    /// Puts something into a case, counted from today.
    func put(_ event: CaseEvent, into id: RecordID, by name: String = "vera", key: String) async throws {
        let command = CaseCommand(event: event, on: today, capacity: .caseworker, seen: nil)
        let outcome = try await rooms.cases.perform(try person(name), id, command, key: key)
        guard case .done = outcome else {
            Issue.record("\(outcome)")
            throw Unexpected()
        }
    }

    /// Lets the child live in a foster home with somebody, or in an institution, since today.
    func place(_ home: PlacementStart.Home, with caretaker: String, in id: RecordID) async throws {
        let carer = RecordID(high: 4, low: 9)
        let placement = PlacementStart(
            home: home,
            caretaker: carer,
            careMunicipality: "1505",
            fosterMunicipality: home == .fosterHome ? "1505" : nil,
            distance: nil
        )
        let measure = MeasureStart(
            id: RecordID(high: 4, low: 2),
            decision: Self.careOrder.id,
            category: "8.1",
            text: "Plassering",
            placement: placement
        )
        let events: [CaseEvent] = [
            .personSet(carer, Self.child(caretaker)), .decided(Self.careOrder),
            .decisionStep(Self.careOrder.id, .implemented), .measureStarted(measure),
        ]
        for (number, event) in events.enumerated() { try await put(event, into: id, key: "place-\(number)") }
    }

    static func child(_ name: String, number: PersonNumber? = nil) -> CasePerson {
        CasePerson(
            name: name,
            number: number,
            birthDay: nil,
            phone: nil,
            email: nil,
            interpreter: nil,
            residence: nil
        )
    }

    /// The office has answered otherwise than the test needs.
    struct Unexpected: Error {}
}

extension Browser {
    /// Posts a form with a file, as a browser does: the fields, the file, the button.
    func upload(
        _ path: String,
        from page: String,
        _ fields: [String: String],
        file: (name: String, type: String, bytes: [UInt8]),
        field: String = "file",
        token: String? = nil
    ) async throws -> RawAnswer {
        let form = try await get(page)
        let secrets = ["csrf": try token ?? form.field("csrf"), "key": try form.key(of: path)]
        let boundary = "----rettid7MA4YWxkTrZu0gW"
        var body: [UInt8] = []
        func part(_ head: String, _ content: [UInt8]) {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + content
            body += [0x0D, 0x0A]
        }
        for (name, value) in secrets.merging(fields, uniquingKeysWith: { $1 }) {
            part("name=\"\(name)\"", Array(value.utf8))
        }
        part("name=\"\(field)\"; filename=\"\(file.name)\"\r\nContent-Type: \(file.type)", file.bytes)
        part("name=\"do\"", Array("send".utf8))
        body += Array("--\(boundary)--\r\n".utf8)
        return try await send("POST", path, type: "multipart/form-data; boundary=\(boundary)", body)
    }
}
