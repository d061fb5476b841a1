import Casework
import Exchange
import Law
import Synthetic
import Testing

struct `The pretend world` {
    private let world = PretendWorld(seed: 2026)

    @Test
    func `is the same for the same seed, and another for another`() {
        for index in [0, 1, 17, 33, 500, 1_000_000] {
            #expect(world.message(index) == PretendWorld(seed: 2026).message(index))
            #expect(world.message(index).bytes != PretendWorld(seed: 2027).message(index).bytes)
        }
    }

    @Test
    func `writes the bytes that it has always written`() {
        let sum = (0..<200).reduce(UInt64(0xCBF2_9CE4_8422_2325)) { sum, index in
            world.message(index).bytes.reduce(sum) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }
        #expect(sum == 16_779_900_822_103_347_155, "the stream changed: say so in the change log, correct the number")
    }

    @Test
    func `sends valid messages that read back as they were made`() throws {
        for index in 0..<1_000 {
            let message = world.message(index)
            let problems = ConcernDocument.check(message.bytes, as: message.format)
            switch message.defect {
            case .brokenText, .invalidForm:
                #expect(!problems.isEmpty, "message \(index)")
            case .unknownMunicipality, .servedElsewhere, nil:
                #expect(problems.isEmpty, "message \(index)")
                #expect(try ConcernDocument.read(message.bytes, as: message.format).get() == message.document)
                #expect(message.document.sentAt == message.sentAt)
            }
        }
    }

    @Test
    func `spoils known messages and no others`() {
        for index in 0..<200 {
            #expect(world.message(index).defect == PretendWorld.defect(at: index))
        }
        let defects = (0..<50).compactMap(PretendWorld.defect)
        #expect(Set(defects) == Set(PretendMessage.Defect.allCases))
    }

    @Test
    func `sends its messages to the services by the real register`() throws {
        let directory = try ServiceDirectory(services: world.services, register: .national)
        for index in 0..<300 {
            let message = world.message(index)
            let route = directory.route(
                municipality: try MunicipalityNumber(parsing: message.municipality),
                district: try DistrictNumber(parsing: message.district),
                on: OsloTime.day(at: message.sentAt)
            )
            switch message.defect {
            case nil: #expect(route == .service(try #require(message.service).service), "message \(index)")
            case .unknownMunicipality: #expect(route == .unknownMunicipality, "message \(index)")
            case .servedElsewhere: #expect(route == .notServed, "message \(index)")
            case .brokenText, .invalidForm: #expect(message.service == nil)
            }
        }
    }

    @Test
    func `holds nobody who could be real`() {
        for index in 0..<1_000 {
            let document = world.message(index).document
            for child in document.children {
                #expect(child.number?.isSynthetic != false)
                #expect(isImpossible(phone: child.phone))
                #expect(isImpossible(postcode: child.address.postcode))
            }
            for guardian in document.guardians { #expect(isImpossible(phone: guardian.phone)) }
            switch document.origin {
            case .publicBody(let reporter):
                #expect(isImpossible(phone: reporter.phone))
                #expect(reporter.email.hasSuffix(".example"))
                #expect(reporter.organisationNumber?.hasPrefix("0") != false)
            case .privatePerson(let reporter):
                #expect(isImpossible(phone: reporter.phone))
                #expect(isImpossible(postcode: reporter.address?.postcode))
            }
        }
    }

    private func isImpossible(phone: String?) -> Bool {
        guard let phone, !phone.isEmpty else { return true }
        return phone.hasPrefix("00 ") || phone.hasPrefix("+47 00 ")
    }

    private func isImpossible(postcode: String?) -> Bool {
        guard let postcode else { return true }
        return ("9995"..."9999").contains(postcode)
    }

    @Test
    func `tells varied and finished stories`() {
        var worries: Set<String> = []
        for index in 0..<1_000 {
            let worry = world.message(index).document.worry
            worries.insert(worry)
            #expect(!worry.contains("{") && !worry.contains("}") && !worry.contains("  "), "message \(index)")
            #expect(worry.utf8.count > 200, "message \(index)")
        }
        #expect(worries.count > 950)
    }

    @Test
    func `has siblings, unborn children, missing numbers and urgent reports`() {
        let messages = (0..<1_000).map { world.message($0) }
        #expect(messages.contains { $0.childCount >= 3 })
        #expect(messages.contains { $0.document.children.contains { $0.isUnborn } })
        #expect(messages.contains { $0.document.children.contains { $0.number == nil && !$0.isUnborn } })
        #expect(messages.contains { !$0.document.notes.isEmpty })
        #expect(messages.contains { $0.isUrgent })
        #expect(Set(messages.map(\.format)) == Set(ConcernFormat.allCases))
        #expect(Set(messages.compactMap(\.service)) == Set(PretendService.allCases))
        #expect(Set(messages.map(\.messageID)).count == messages.count)
    }

    @Test
    func `gives nobody in a family the same name`() {
        for index in 0..<500 {
            let document = world.message(index).document
            let names = document.children.map(\.name) + document.guardians.map(\.name)
            #expect(Set(names).count == names.count, "message \(index)")
        }
    }

    @Test
    func `dates a message as the caller wants`() throws {
        let instant = try Instant(parsing: "2026-10-25T00:30:00Z")
        let message = world.message(3, sentAt: instant)
        #expect(message.document.sendingTime == "2026-10-25T02:30:00")
        #expect(message.sentAt == instant)
        #expect(message.messageID == world.message(3).messageID)
    }

    @Test
    func `knows its secrets`() {
        let secrets = world.secrets(ofFirst: 40)
        #expect(secrets.count > 400)
        #expect(secrets == secrets.sorted() && Set(secrets).count == secrets.count)
        for index in 0..<40 {
            let message = world.message(index)
            let text = String(decoding: message.bytes, as: UTF8.self)
            #expect(!message.secrets.isEmpty)
            if message.defect == nil { #expect(message.secrets.allSatisfy { text.contains($0) }, "message \(index)") }
            for child in message.document.children {
                if let number = child.number { #expect(secrets.contains(number.digits)) }
                if child.name.contains(" ") { #expect(secrets.contains(child.name)) }
            }
        }
        let persons = Set(world.personas.map(\.displayName))
        #expect(persons.isDisjoint(with: secrets))
    }
}

struct `The pretend employees` {
    @Test
    func `have every role, in units that exist`() {
        let world = PretendWorld(seed: 1)
        #expect(Set(world.personas.map(\.role)) == Set(Persona.Role.allCases))
        #expect(Set(world.personas.map(\.userID)).count == world.personas.count)
        let overseers = [PretendWorld.reception, PretendWorld.countyGovernor, PretendWorld.directorate]
        let units = Set(world.services.map(\.unit) + PretendAgency.allCases.map(\.unit) + overseers)
        #expect(world.personas.allSatisfy { units.contains($0.unit) })
        for service in PretendService.allCases {
            let roles = world.personas.filter { $0.unit == service.unit }.map(\.role)
            #expect(roles.contains(.leader) && roles.contains(.caseworker))
        }
        for persona in world.personas {
            #expect(throws: Never.self) { try ActorID(kind: .person, name: persona.userID) }
        }
    }

    @Test
    func `work in three services, one of them shared by three municipalities`() {
        #expect(PretendService.allCases.map { $0.service.memberships.count } == [1, 3, 1])
    }
}
