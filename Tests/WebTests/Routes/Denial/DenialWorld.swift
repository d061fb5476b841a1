import Casework
import Law
import Office
import Testing

/// Somebody's access to the server: a browser with its session.
struct DenialClient {
    let viewer: Viewer
    let browser: Browser
    /// The token that forms and programs send along.
    let token: String
}

/// A thing that can be asked for, and what nobody may learn of it who may not see it.
struct DenialThing {
    let id: RecordID
    let person: RecordID
    let document: RecordID
    let entry: Int
    let unit: UnitID
    let number: String
    /// The child's name, different for every thing.
    let name: String
    let hiddenAddress: String
    /// Names, numbers and texts.
    var secrets: [String] { [name, number, hiddenAddress, "Notat om \(name)", "Brev om \(name)"] }

    /// A text with what `{…}` stands for put in.
    func fill(_ text: String) -> String {
        text.replacing("{id}", with: id.description).replacing("{person}", with: person.description)
            .replacing("{document}", with: document.description).replacing("{entry}", with: "\(entry)")
            .replacing("{unit}", with: unit.text).replacing("{number}", with: number)
            .replacing("{name}", with: name)
    }
}

/// An office in which there is something of everything to be denied.
final class DenialWorld {
    static let governors = OfficeFixture.unit("statsforvalter")
    static let people: [Person] = Viewer.allCases.compactMap { viewer in
        viewer.role.map { role in
            let unit =
                switch viewer {
                case .arne, .astrid: OfficeFixture.aust
                case .mona: OfficeFixture.reception
                case .siv, .sigurd: governors
                case .ina: OfficeFixture.intake
                case .per: OfficeFixture.havna
                case .odd: OfficeFixture.directorate
                default: OfficeFixture.vest
                }
            return person(viewer.rawValue, role, unit)
        }
    }
    /// Somebody of aust who has had to explain.
    private static let anna = person("anna", .caseworker, OfficeFixture.aust)
    static let everybody = people + [anna]
    static let units = [
        OfficeFixture.vest, OfficeFixture.aust, OfficeFixture.reception, governors, OfficeFixture.intake,
        OfficeFixture.havna, OfficeFixture.directorate,
    ]

    let office: OfficeFixture
    private(set) var clients: [DenialClient] = []
    /// Every case and report that has been made.
    private(set) var made: [DenialThing] = []
    /// A plan of the region's with a finished calculation, where a row asks for one.
    private(set) var plan: (id: RecordID, run: RecordID)?
    private var count = 0

    init(_ office: OfficeFixture) async throws {
        self.office = office
        for viewer in Viewer.allCases {
            guard viewer != .nobody else {
                clients.append(DenialClient(viewer: viewer, browser: Browser(office), token: "00"))
                continue
            }
            let browser = try await Browser.signedIn(viewer.rawValue, office)
            let token = try await browser.get("/accessibility").field("csrf")
            clients.append(DenialClient(viewer: viewer, browser: browser, token: token))
        }
    }

    static func person(_ viewer: Viewer) throws -> Person {
        try #require(people.first { $0.id.name == viewer.rawValue })
    }

    private static func person(_ name: String, _ role: Person.Role, _ unit: UnitID) -> Person {
        Person(id: OfficeFixture.actor(.person, name), name: "Navn \(name)", role: role, unit: unit)
    }

    /// A fresh number for names, keys and birthdays.
    private func next() -> Int {
        count += 1
        return count
    }

    func key() -> String { "key-\(next())" }

    /// Makes the plan, where there is none yet.
    func addPlan() async throws {
        guard plan == nil else { return }
        let id = try await office.beginPlan()
        plan = (id, try await office.calculate(id))
    }

    // MARK: Things

    /// One of each kind of place, fresh, with everybody in their standing to it.
    func things(_ thing: DenialRow.Thing) async throws -> [(place: Place, thing: DenialThing)] {
        var things: [(Place, DenialThing)] = []
        switch thing {
        case .file:
            let open = try await file(in: .open)
            let closed = try await file(in: .closed)
            let other = try await file(in: .neighbours)
            things = [(.open, open), (.closed, closed), (.neighbours, other)]
        case .report:
            let file = try await file(in: .open)
            let own = try await report(to: "1505", OfficeFixture.vest)
            // What the report is about is what its case bars from.
            let review = ReviewCommand(
                outcome: .investigate(.openCase(file.id), investigation: own.document),
                isAtOnce: false,
                replacesEarlier: false,
                on: office.rooms.environment.today
            )
            try await done(office.rooms.cases.review(Self.person(.vera), own.id, review, key: key()))
            things = [(.open, own), (.neighbours, try await report(to: "1560", OfficeFixture.aust))]
        case .item:
            let kept = try await office.report(Array("{".utf8), id: key())
            let id = try #require(kept.text.split(separator: "\"").compactMap { RecordID($0) }.first)
            things = [(.open, absent(id))]
        case .reading:
            for (place, leader) in [(Place.open, Viewer.viggo), (.closed, .viggo), (.neighbours, .astrid)] {
                let file = try await file(in: place)
                let opened = try await office.rooms.cases.open(Self.person(leader), file.id)
                let reading = try #require(opened.readings.first { $0.facts.ground == .need })
                things.append((place, absent(reading.facts.id, name: file.name)))
            }
        case .referral:
            for (place, worker) in [(Place.open, Viewer.vera), (.neighbours, .arne)] {
                let file = try await file(in: place)
                let worker = try Self.person(worker)
                let bytes = Array("%PDF-1.7\nUttalelse".utf8)
                let attached = try await office.attach(bytes, to: file.id, by: worker, key: key())
                let officer = try Self.person(.ina)
                let id = try await office.refer(file.id, by: worker, to: officer, with: [attached], key: key())
                things.append((place, absent(id, name: file.name)))
            }
        }
        return things + [(.absent, absent(newID()))]
    }

    /// Something that has nothing but an identity.
    private func absent(_ id: RecordID, name: String = "Ingen Ingensteds") -> DenialThing {
        DenialThing(
            id: id,
            person: newID(),
            document: newID(),
            entry: 1,
            unit: OfficeFixture.vest,
            number: number(next()).digits,
            name: name,
            hiddenAddress: "Ingen vei"
        )
    }

    private func newID() -> RecordID { office.rooms.environment.newID(office.rooms.environment.now()) }

    /// Three letters that no other thing has, so that one name never begins another.
    private func letters(_ number: Int) -> String {
        let alphabet = Array("abcdefghjkmnopqrstuvwxyz")
        return String([number / 576 % 24, number / 24 % 24, number % 24].map { alphabet[$0] })
    }

    private func number(_ index: Int) -> PersonNumber {
        let day = (CalendarDay(year: 2012, month: 1, day: 1) ?? .earliest).adding(days: index)
        guard let number = (600...640).lazy.compactMap({ PersonNumber.synthetic(birthDay: day, serial: $0) }).first
        else { preconditionFailure("no synthetic number") }
        return number
    }

    private func report(to municipality: String, _ unit: UnitID) async throws -> DenialThing {
        let name = "Rapport " + letters(next())
        let message = try SampleMessages.publicReport(to: municipality, children: [name], worry: "Notat om \(name)")
        let delivered = try await office.deliver(message, id: key())
        var thing = absent(try #require(delivered.first.flatMap { RecordID($0) }), name: name)
        thing = DenialThing(
            id: thing.id,
            person: thing.person,
            document: thing.document,
            entry: 1,
            unit: unit,
            number: thing.number,
            name: name,
            hiddenAddress: thing.hiddenAddress
        )
        made.append(thing)
        return thing
    }

    private func file(in place: Place) async throws -> DenialThing {
        let isVests = place != .neighbours
        let worker = try Self.person(isVests ? .vera : .arne)
        let leader = try Self.person(isVests ? .viggo : .astrid)
        let desk = office.rooms.cases
        let index = next()
        let name = "Barnet " + letters(index)
        let address = "Skjulveien " + letters(index)
        let number = number(index)
        let opening = CaseOpening(
            childID: newID(),
            child: CasePerson(
                name: name,
                number: number,
                birthDay: nil,
                phone: nil,
                email: nil,
                interpreter: nil,
                residence: .hidden(
                    HiddenAddress(hiding: PostalAddress(lines: [address], postcode: "0000", town: "Skjult"))
                )
            ),
            isUnborn: false,
            expectedOn: nil,
            municipality: isVests ? "1505" : "1560"
        )
        let looked = try #require(try await desk.search(worker, .number(number)).looked)
        let day = try #require(CalendarDay(year: 2026, month: 11, day: 2))
        let (id, outcome) = try await desk.openCase(worker, opening, on: day, after: looked, key: key())
        try await done(outcome)
        try await put(.noted(Note(kind: .other, text: "Notat om \(name)")), into: id, by: worker)
        var upload = try await desk.upload(worker, to: id, named: "brev.pdf")
        try upload.write(Array("%PDF-1.7\nBrev om \(name)".utf8))
        let today = office.rooms.environment.today
        let filed = try await desk.finish(upload, title: "Brev om \(name)", direction: .incoming, on: today, key: key())
        try await done(filed)
        let outsider = isVests ? try Self.person(.frida) : Self.anna
        try await done(desk.explain(outsider, id, because: "Vakt", key: key()))
        if isVests {
            try await put(.assigned(try Self.person(.vetle).id, .coWorker), into: id, by: leader)
            for viewer in [Viewer.vetle, .vigdis] {
                try await put(.conflictDeclared(try Self.person(viewer).id, reason: "Slekt"), into: id, by: worker)
            }
            let asked = try await desk.supervise(
                Self.person(.sigurd),
                OfficeFixture.vest,
                .reference(id),
                because: "Klage",
                key: key()
            )
            try await done(asked.outcome)
        }
        if place == .closed { try await put(.closed(reason: "Ferdig"), into: id, by: leader) }
        let opened = try await desk.open(worker, id)
        let thing = DenialThing(
            id: id,
            person: opened.child.facts.id,
            document: try #require(opened.documents.first).document.id,
            entry: try #require(opened.documents.first).entry,
            unit: opened.unit,
            number: number.digits,
            name: name,
            hiddenAddress: address
        )
        made.append(thing)
        return thing
    }

    private func put(_ event: CaseEvent, into id: RecordID, by person: Person) async throws {
        let command = CaseCommand(event: event, on: office.rooms.environment.today, capacity: .caseworker, seen: nil)
        try await done(office.rooms.cases.perform(person, id, command, key: key()))
    }

    private func done(_ outcome: CommandOutcome) async throws {
        guard case .done = outcome else {
            Issue.record("the world of the matrix could not be made: \(outcome)")
            return
        }
    }
}
