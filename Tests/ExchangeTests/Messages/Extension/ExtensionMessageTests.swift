import Exchange
import Law
import TestSupport
import Testing

@Suite(.enabled(if: ExtensionDocument.ours != nil, "the repository's docs folder is not here"))
struct `A message of our own` {
    private let document: ExtensionDocument
    private let today: CalendarDay

    init() throws {
        document = try #require(ExtensionDocument.ours)
        today = try #require(CalendarDay(year: 2026, month: 3, day: 20))
    }

    private func heading(_ type: ExtensionType) -> String { "`\(type.rawValue)`:" }

    @Test(arguments: ExtensionType.allCases)
    func `has the elements that its description says, in that order`(type: ExtensionType) throws {
        guard case .complex(let content) = type.specification.root.content else { return }
        #expect(document.rows(under: heading(type)) == content.documentRows)
        for structure in content.ownStructures {
            #expect(document.rows(under: "### \(structure.name ?? "")") == structure.documentRows)
        }
    }

    @Test(arguments: ExtensionType.allCases)
    func `has the codes that its description says`(type: ExtensionType) {
        type.specification.root.walk { rule in
            guard let simple = rule.simpleType, let name = simple.name, name.hasPrefix("Rettid") else { return }
            #expect(document.codes(of: name) == simple.codes, "\(name)")
        }
    }

    /// Ours have namespaces of our own; of Bufdir's only the header is used, unchanged.
    @Test(arguments: ExtensionType.allCases)
    func `puts nothing into a namespace of Bufdir's but the header`(type: ExtensionType) {
        var theirs: [String] = []
        type.specification.root.walk { if $0.namespace.uri.hasPrefix("https://bufdir.no/") { theirs.append($0.name) } }
        var header: [String] = []
        ElementRule("Meldingshode", .message, .one, .complex(MessageStructures.header)).walk { header.append($0.name) }
        #expect(theirs == header)
        #expect(type.namespace == "https://rettid.no/\(type.rawValue).v1.0.0")
        #expect(ExtensionType(rootName: type.rootName, namespace: type.namespace) == type)
        #expect(MessageType(rootName: type.rootName, namespace: type.namespace) == nil)
    }

    @Test(arguments: ExtensionType.allCases)
    func `is valid as the example shows it, and the same after writing and reading`(type: ExtensionType) throws {
        let bytes = document.example(under: heading(type))
        let verdict = ExtensionCheck.verdict(of: bytes, on: today)
        #expect(verdict.errors == [])
        #expect(verdict.isValid)
        #expect(verdict.type == type)
        let message = try ExtensionMessage.read(bytes)
        let written = try message.bytes()
        #expect(try ExtensionMessage.read(written) == message)
        #expect(ExtensionCheck.verdict(of: written, on: today).isValid)
        #expect(MessageCheck.verdict(of: written, on: today).messageType == nil)
        let header = try #require(message.header)
        let fact = try MessageFact(header, kind: .rettid(type), content: nil)
        #expect((fact.relation == nil) == type.mayStart)
    }

    /// Every element is taken out in turn: the table and the conditions notice each one that must be there.
    @Test(arguments: ExtensionType.allCases)
    func `lacks nothing that must be there`(type: ExtensionType) throws {
        let message = try ExtensionMessage.read(document.example(under: heading(type)))
        for (index, node) in message.root.children.enumerated() {
            var rest = message.root.children
            rest.remove(at: index)
            let shorter = ExtensionMessage(type: type, root: MessageNode(message.root.name, rest))
            let rule = type.specification.root.particles.flatMap(\.alternatives).first { $0.name == node.name }
            // In the examples whatever a condition asks for is asked for.
            let isOptional = rule?.occurs.min == 0 && rule?.condition == nil
            #expect(ExtensionCheck.verdict(of: try shorter.bytes(), on: today).isValid == isOptional, "\(node.name)")
        }
    }

    /// One text changed at a time: what the message is, where, to what, and the path of the error.
    @Test(
        arguments: [
            (ExtensionType.offer, ["Svarfrist"], "2026-03-10T10:15:00+01:00", "Svarfrist"),
            (.offer, ["TilgjengeligFra"], "17.03.2026", "TilgjengeligFra"),
            (.offer, ["Tiltakstype"], "10", "Plass"),
            (.offer, ["Plass", "IEgenRegion"], "true", "BegrunnelseAnnenRegion"),
            (.offer, ["Plass", "Kommunenummer"], "9999", "Kommunenummer"),
            (.offer, ["Samsvar", "ISamsvarMedAnmodning"], "false", "Avvik"),
            (.offer, ["Forsvarlighetsvurdering", "BarnetHort"], "0", "BarnetsSynspunkt"),
            (.offer, ["BesluttetAv", "Tidspunkt"], "2026-03-10T10:16:00+01:00", "SendtTidspunkt"),
            (
                .offer, ["Meldingshode", "OppfolgingAvMelding", "MeldingsForbindelse"], "Oppdatering",
                "MeldingsForbindelse"
            ),
            (.offer, ["Meldingshode", "MeldingstypeNmsp"], "https://rettid.no/tilbud.v2.0.0", "MeldingstypeNmsp"),
            (.offerAnswer, ["Utfall"], "2", "Avslagsgrunn"),
            (.holdRequest, ["OnsketHoldtTil"], "2026-03-09T12:59:59+01:00", "OnsketHoldtTil"),
            (.holdRequest, ["AntallBarn"], "0", "AntallBarn"),
            (.holdAnswer, ["Utfall"], "3", "UtloptTidspunkt"),
            (.acuteRequest, ["MuntligTidspunkt"], "2026-02-06T22:41:00+01:00", "AnmodetTidspunkt"),
            // Without zone it is Norwegian time, so this is after 22:40+01:00 too.
            (.acuteRequest, ["MuntligTidspunkt"], "2026-02-06T22:41:00", "AnmodetTidspunkt"),
            (.acuteRequest, ["TrengsInnen"], "1999-02-07T01:00:00+01:00", "TrengsInnen"),
            (
                .offer, ["Meldingshode", "OppfolgingAvMelding", "MeldingId"], "00000000-0000-0000-0000-000000000000",
                "MeldingId"
            ),
            (.acuteRequest, ["Vedtak", "Lovhjemmel"], "5-1", "Lovhjemmel"),
            (.acuteRequest, ["Vedtak", "Skriftlig"], "true", "SkriftligInnen"),
            (.acuteRequest, ["Klient", "Identifikator", "Fodselsnummer"], "14851650000", "Fodselsnummer"),
            (.acuteAnswer, ["Status"], "4", "Begrunnelse"),
            (.acuteAnswer, ["KlarTidspunkt"], "2026-02-07T00:00:00+01:00", "SendtTidspunkt"),
            (.acuteAnswer, ["Status"], "5", "AnkommetTidspunkt"),
            (.acuteAnswer, ["Status"], "2", "TilbudtTidspunkt"),
            (.stay, ["Hendelse"], "2", "ForlengetTil"),
            (.stay, ["Hendelse"], "1", "Begrunnelse"),
            (.breachStatement, ["TilOgMed"], "2026-02-28", "TilOgMed"),
            (.breachStatement, ["Konklusjon"], "2", "BarnetsSituasjon"),
            (.fosterHomeStep, ["Steg"], "3", "Horing"),
            (.adviceRequest, ["SvarInnen"], "2026-03-05", "SvarInnen"),
            (.cooperation, ["Slag"], "3", "Oppgave"),
            (.cooperation, ["TapteMinutter"], "en time", "TapteMinutter"),
            (.serviceDecline, ["Tiltakstype"], "1", "Tiltakstype"),
            (.serviceDecline, ["Tiltakstype"], "4", "Tiltakstype"),
            (
                .privateSolution, ["Meldingshode", "OppfolgingAvMelding", "MeldingsForbindelse"], "Svar",
                "MeldingsForbindelse"
            ),
            (
                .breachStatement, ["Meldingshode", "OppfolgingAvMelding", "MeldingsForbindelse"], "Tillegg",
                "MeldingsForbindelse"
            ),
        ] as [(ExtensionType, [String], String, String)]
    )
    func `is refused for one wrong text, by its path`(
        type: ExtensionType,
        path: [String],
        text: String,
        place: String
    ) throws {
        var message = try ExtensionMessage.read(document.example(under: heading(type)))
        message.root = message.root.replacing(path, with: text)
        let verdict = ExtensionCheck.verdict(of: try message.bytes(), on: today)
        #expect(!verdict.isValid)
        #expect(verdict.errors.contains { $0.path.contains(place) }, "\(verdict.errors)")
        #expect(!verdict.errors.contains { $0.path.contains(":") })
        #expect(verdict.inbound.isAllowed == verdict.wireValid)
    }

    @Test
    func `does not answer itself`() throws {
        var answer = try ExtensionMessage.read(document.example(under: heading(.offer)))
        let id = try #require(answer.header).id
        let path = ["Meldingshode", "OppfolgingAvMelding", "MeldingId"]
        answer.root = answer.root.replacing(path, with: "\(id)")
        let verdict = ExtensionCheck.verdict(of: try answer.bytes(), on: today)
        #expect(verdict.wireValid && verdict.domainValid == false && verdict.inbound.isAllowed)
        #expect(verdict.errors.map(\.path) == ["/Tilbud/" + path.joined(separator: "/")])
    }

    /// A child who needed a place at ten is asked for at eleven; Bufdir's literal rule excuses nothing of ours.
    @Test
    func `may need a place since before it asked, and nothing that is not in use`() throws {
        let request = try ExtensionMessage.read(document.example(under: heading(.acuteRequest)))
        let asked = try #require(request.root["AnmodetTidspunkt"]?.text.flatMap(OsloTime.instant(parsingLocal:)))
        for (seconds, isValid) in [(-86_400, true), (-86_401, false)] {
            var early = request
            early.root = early.root.replacing(["TrengsInnen"], with: "\(asked.adding(seconds: seconds))")
            #expect(ExtensionCheck.verdict(of: try early.bytes(), on: today).isValid == isValid)
        }
        var answer = try ExtensionMessage.read(document.example(under: heading(.offerAnswer)))
        let place = try #require(answer.root.children.firstIndex { $0.name == "OnsketOppstart" })
        var children = answer.root.children
        children.insert(MessageNode("AvslagsgrunnAnnet", text: "annet"), at: place + 1)
        answer.root = MessageNode(answer.root.name, children)
        #expect(ExtensionCheck.verdict(of: try answer.bytes(), on: today).domainValid == false)
    }

    @Test
    func `starts or answers as its type says`() throws {
        var answer = try ExtensionMessage.read(document.example(under: heading(.offer)))
        let header = try #require(answer.header)
        var alone = header
        alone.followUp = nil
        answer.root = MessageNode("Tilbud", [alone.node] + answer.root.children.dropFirst())
        #expect(ExtensionCheck.verdict(of: try answer.bytes(), on: today).domainValid == false)
        var request = try ExtensionMessage.read(document.example(under: heading(.holdRequest)))
        var following = try #require(request.header)
        following.followUp = header.followUp
        request.root = MessageNode("Plassreservasjon", [following.node] + request.root.children.dropFirst())
        #expect(ExtensionCheck.verdict(of: try request.bytes(), on: today).domainValid == false)
    }

    @Test
    func `of another version is not known`() {
        let example = document.example(under: heading(.offer))
        let other = String(decoding: example, as: UTF8.self).replacing("tilbud.v1.0.0", with: "tilbud.v1.0.1")
        let verdict = ExtensionCheck.verdict(of: Array(other.utf8), on: today)
        #expect(verdict.type == nil)
        #expect(!verdict.wireValid)
        #expect(verdict.domainValid == nil)
        #expect(throws: MessageReader.Failure.unknownRoot) { try ExtensionMessage.read(Array(other.utf8)) }
    }

    @Test
    func `tells of an acute request from the telephone to the place that is ready`() throws {
        let request = try fact(.acuteRequest)
        let answer = try fact(.acuteAnswer)
        var conversation = Conversation(first: request.key)
        _ = conversation.absorb(answer)
        #expect(conversation.state.waiting == [answer])
        _ = conversation.absorb(request)
        #expect(conversation.state.contents?.answers == [answer.id])
        let key = MessageKey(sender: request.sender, id: request.id)
        #expect(conversation.state.mayFollow(key, by: request.receiver, with: .offerAnswer).isRefused)
        #expect(!conversation.state.mayFollow(key, by: request.receiver, with: .acuteAnswer).isRefused)
    }

    /// What each side may say about a referral of each kind, by the relation that the header has to have.
    @Test(arguments: MessageType.allCases.filter(\.isReferral))
    func `follows a referral from the side whose word it is`(type: MessageType) throws {
        let (service, region) = (
            try #require(OrganisationNumber("310417009")), try #require(OrganisationNumber("312555018"))
        )
        let example = MessageExample.message(of: type, id: RecordID(high: 7, low: 7), sentAt: Instant(microseconds: 0))
        let header = try #require(MessageHeader(node: example.root.children[0]))
        let referral = try MessageFact(header, kind: .standard(type), content: nil)
        var conversation = Conversation(first: referral.key)
        _ = conversation.absorb(referral)
        let isDuty = type == .fosterHome || type == .institution
        var allowed: [ExtensionType: Set<MessageRelation>] = [
            .offer: [.answer], .breachStatement: [.answer], .privateSolution: [.supplement],
            .delay: [.answer, .supplement], .fosterHomeStep: [.answer, .supplement],
            .adviceRequest: [.answer, .supplement], .cooperation: [.answer, .supplement],
        ]
        allowed[.serviceDecline] = isDuty ? nil : [.answer]
        for own in ExtensionType.allCases {
            for party in [service, region] {
                let relation: MessageRelation = party == service ? .supplement : .answer
                let answer = conversation.state.mayFollow(referral.key, by: party, with: own)
                guard case .success(let reference) = answer else {
                    #expect(allowed[own]?.contains(relation) != true, "\(own)")
                    continue
                }
                #expect(allowed[own]?.contains(relation) == true, "\(own)")
                #expect(reference.relation == relation && reference.sender == party && reference.receiver != party)
                let fact = try MessageFact(
                    id: RecordID(high: 8, low: 8),
                    kind: .rettid(own),
                    place: .followUp(relation, of: referral.id, in: referral.id),
                    sentAt: Instant(microseconds: 1),
                    sender: reference.sender,
                    receiver: reference.receiver
                )
                var further = conversation
                _ = further.absorb(fact)
                #expect(further.state.findings.isEmpty && further.state.waiting.isEmpty)
                let contents = try #require(further.state.contents)
                #expect((relation == .answer ? contents.answers : contents.supplements) == [fact.id])
            }
        }
        #expect(
            conversation.state.mayFollow(referral.key, by: try #require(OrganisationNumber("999888777")), with: .delay)
                .isRefused
        )
    }

    private func fact(_ type: ExtensionType) throws -> MessageFact {
        let header = try #require(try ExtensionMessage.read(document.example(under: heading(type))).header)
        return try MessageFact(header, kind: .rettid(type), content: nil)
    }
}

extension Result {
    fileprivate var isRefused: Bool {
        if case .failure = self { true } else { false }
    }
}

extension MessageNode {
    /// The same with another text at the end of a path.
    fileprivate func replacing(_ path: [String], with text: String) -> MessageNode {
        guard let name = path.first else { return MessageNode(self.name, text: text) }
        return MessageNode(
            self.name,
            children.map { $0.name == name ? $0.replacing(Array(path.dropFirst()), with: text) : $0 }
        )
    }
}
