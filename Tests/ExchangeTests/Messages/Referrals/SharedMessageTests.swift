import Assistance
import Exchange
import Law
import TestSupport
import Testing

struct `What both levels share of a message` {
    private static let first = RecordID(high: 1, low: 0x8000)

    /// A header that suits the content, from the side that tells it.
    private func header(_ content: SharedFact.Content, by side: Side, sentAt: Instant) throws -> MessageHeader {
        let definition = content.messageKind.definition
        let relation: MessageRelation? =
            switch content {
            case .asked, .acuteAsked: nil
            case .replaced: .update
            case .supplemented, .privateSolution: .supplement
            case .withdrawn: .withdrawn
            case .deleted: .deleted
            case .seen: .caseworkerReceipt
            default: definition.allowedRelations.first
            }
        let example = MessageExample.message(of: .offer, id: RecordID(high: 5, low: 0x8005), sentAt: sentAt)
        var header = try #require(example.header)
        if side == .municipality { swap(&header.sender, &header.receiver) }
        header.followUp = relation.map {
            MessageHeader.FollowUp(
                relation: $0,
                startID: Self.first.description,
                messageID: RecordID(high: 2, low: 0x8002).description
            )
        }
        return header
    }

    private func message(
        _ content: SharedFact.Content,
        _ prose: Prose,
        under header: MessageHeader,
        by side: Side
    ) throws -> SharedMessage {
        let message = try MessageFact(header, kind: content.messageKind, content: nil)
        let fact = SharedFact(
            id: message.id,
            at: message.sentAt,
            day: OsloTime.day(at: message.sentAt),
            by: side,
            about: message.earlier,
            content: content
        )
        return SharedMessage(fact: fact, prose: prose)
    }

    /// Reads the bytes of a message as its receiver does, after the check that the sender makes.
    private func roundTrip(_ root: MessageNode, _ kind: MessageKind, _ side: Side) throws -> SharedMessage? {
        let today = OsloTime.day(at: ExampleArguments.sentAt)
        switch kind {
        case .standard(let type):
            let bytes = try Message(type: type, root: root).bytes()
            let verdict = MessageCheck.verdict(of: bytes, on: today)
            #expect(verdict.outbound.isAllowed, "\(verdict.errors)")
            return try SharedMessage.read(try MessageReader.read(bytes).root, of: kind, by: side)
        case .rettid(let type):
            let bytes = try ExtensionMessage(type: type, root: root).bytes()
            let verdict = ExtensionCheck.verdict(of: bytes, on: today)
            #expect(verdict.errors == [], "\(type)")
            return try SharedMessage.read(try ExtensionMessage.read(bytes).root, of: kind, by: side)
        }
    }

    @Test
    func `is the same after writing, checking, sending and reading, whatever is told`() throws {
        var drawing = SharedMessageDrawing(seed: 70)
        let child = MessageExample.message(of: .acuteRequest, id: Self.first, sentAt: drawing.sentAt).root["Klient"]
        for _ in 0..<Rounds.of(60) {
            for content in drawing.contents() {
                let prose = drawing.prose(for: content)
                let side: Side = content.sides.contains(.state) ? .state : .municipality
                let header = try header(content, by: side, sentAt: drawing.sentAt)
                let sent = try message(content, prose, under: header, by: side)
                var filled: [MessageNode] = []
                if case .acuteAsked = content { filled = [try #require(child)] }
                let root = try sent.root(under: header, filled: filled, asked: .homeOther)
                #expect(try roundTrip(root, content.messageKind, side) == sent)
            }
        }
    }

    /// The kinds of measure with the sections that their referral may rest on.
    @Test(
        arguments: [
            (MeasureKind.fosterHome, [LegalSection.voluntaryStay, .careOrder]),
            (.treatmentInstitution, [.voluntaryStay, .institutionByConsent, .institutionWithoutConsent, .trafficking]),
            (.careInstitution, [.careOrder]), (.careOrSpecialisedHome, [.voluntaryStay]),
            (.centreAssessment, [.centreAssessment, .voluntaryHelp]), (.centreMeasure, [.voluntaryHelp, .orderedHelp]),
            (.homeFamilyTherapy, [.voluntaryHelp, .parentSupport]), (.homeMultisystemic, [.orderedHelp]),
            (.homeOther, [.voluntaryHelp]), (.familyCouncil, []),
            (.healthAssessment, [.acuteCare, .acuteInstitution, .careOrder]),
        ]
    )
    func `of a referral is its gist, first and anew`(kind: MeasureKind, sections: [LegalSection]) throws {
        var drawing = SharedMessageDrawing(seed: 71)
        let type = MessageType(asking: kind)
        let example = MessageExample.message(of: type, id: Self.first, sentAt: drawing.sentAt).root
        for round in 0..<Rounds.of(20) {
            let referral = drawing.referral(kind, sections: sections)
            let content: SharedFact.Content = round.isMultiple(of: 2) ? .asked(referral) : .replaced(referral)
            let header = try header(content, by: .municipality, sentAt: drawing.sentAt)
            let filled = example.stating(referral).children.filter { $0.name != "Meldingshode" }
            var prose = Prose()
            prose[.duration] = example[path: ["Bistandsperiode", "Varighet"]]?.text
            let sent = try message(content, prose, under: header, by: .municipality)
            let root = try sent.root(under: header, filled: filled)
            #expect(root.children.dropFirst().elementsEqual(filled))
            let bytes = try Message(type: type, root: root).bytes()
            #expect(MessageCheck.verdict(of: bytes, on: drawing.today).wireValid)
            #expect(
                try SharedMessage.read(try MessageReader.read(bytes).root, of: .standard(type), by: .municipality)
                    == sent
            )
        }
    }

    @Test
    func `of a supplement is that there is one`() throws {
        let sentAt = ExampleArguments.sentAt
        let example = MessageExample.message(of: .attachments, id: Self.first, sentAt: sentAt).root
        let header = try header(.supplemented, by: .state, sentAt: sentAt)
        let sent = try message(.supplemented, Prose(), under: header, by: .state)
        let root = try sent.root(under: header, filled: Array(example.children.dropFirst()))
        #expect(try roundTrip(root, .standard(.attachments), .state) == sent)
    }

    /// Every example is read, or is of those kinds that concern systems and owners of places alone.
    @Test(arguments: MessageKind.all)
    func `is nothing for receipts of systems, failures, tests and holds, and else something`(kind: MessageKind) throws {
        let none: [MessageKind] = [
            .standard(.applicationReceipt), .standard(.failure), .standard(.test), .rettid(.holdRequest),
            .rettid(.holdAnswer),
        ]
        let read = try SharedMessage.read(kind.example(), of: kind, by: .state)
        #expect((read == nil) == none.contains(kind))
        if let read { #expect(read.fact.content.messageKind == kind) }
    }

    /// Nothing that is told is lost without a word.
    @Test
    func `is refused where the message has no place for it`() throws {
        var drawing = SharedMessageDrawing(seed: 72)
        let sentAt = drawing.sentAt
        let given = try header(.adviceGiven, by: .state, sentAt: sentAt)
        var prose = drawing.prose(for: .adviceGiven)
        prose[.childsView] = "Barnet vil hjem."
        let told = try message(.adviceGiven, prose, under: given, by: .state)
        #expect(throws: SharedMessage.Failure.noRoom(.childsView)) { try told.root(under: given) }
        let step = SharedFact.Content.fosterHome(
            FosterHomeStep(stage: .chosen, on: drawing.today, isInNetwork: true, childHeard: false)
        )
        let header = try header(step, by: .municipality, sentAt: sentAt)
        let sent = try message(step, drawing.prose(for: step), under: header, by: .municipality)
        #expect(throws: SharedMessage.Failure.notCarried) { try sent.root(under: header) }
    }

    /// Each element of each message is taken out in turn: what cannot be read is named, and nothing else happens.
    @Test(arguments: ExtensionType.allCases)
    func `names the element without which it cannot be read`(type: ExtensionType) throws {
        let root = MessageKind.rettid(type).example()
        for (index, node) in root.children.enumerated() {
            var rest = root.children
            rest.remove(at: index)
            do throws(SharedMessage.Failure) {
                _ = try SharedMessage.read(MessageNode(root.name, rest), of: .rettid(type), by: .state)
            } catch {
                guard case .unreadable(let path) = error else {
                    Issue.record("\(error)")
                    continue
                }
                #expect(path.split(separator: "/").first.map(String.init) == node.name)
            }
        }
    }
}

extension MessageNode {
    /// The same referral with another gist.
    fileprivate func stating(_ referral: Referral) -> MessageNode {
        MessageNode(
            name,
            children.map { node in
                switch node.name {
                case "ForespurtBistand": MessageNode(node.name, text: "\(referral.kind.rawValue)")
                case "Bistandsperiode":
                    MessageNode(
                        node.name,
                        (referral.wantedFrom.map { [MessageNode("DatoFra", text: $0.description)] } ?? [])
                            + node.children.filter { $0.name != "DatoFra" }
                    )
                case "Vedtak": MessageNode(node.name, referral.decision?.nodes(beside: node) ?? [])
                default: node
                }
            }
        )
    }
}

extension DecisionBehind {
    fileprivate func nodes(beside node: MessageNode) -> [MessageNode] {
        var nodes: [MessageNode] = []
        if let maker { nodes.append(MessageNode("FattetAv", text: "\(maker.rawValue)")) }
        if let day { nodes.append(MessageNode("Dato", text: day.description)) }
        nodes.append(MessageNode("Status", text: "\(status.rawValue)"))
        nodes += node.children.filter { $0.name.hasPrefix("Nemndsbehandling") }
        return nodes + [MessageNode("Lovhjemmel", text: section.rawValue)]
    }
}
