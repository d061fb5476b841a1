package import Assistance
internal import Law

/// A message of a referral as both levels share it: what it says, and its texts beside.
///
/// What is read from a message and what a message is written from are the same value, so that the sender keeps what
/// the receiver will.
package struct SharedMessage: Hashable, Sendable {
    /// What both levels count with.
    package var fact: SharedFact
    /// The texts, which nothing counts with.
    package var prose: Prose

    package init(fact: SharedFact, prose: Prose) {
        self.fact = fact
        self.prose = prose
    }

    /// Why a message does not say what a fact needs, or a fact what a message needs.
    package enum Failure: Error, Hashable, Sendable {
        /// The header tells no place in a conversation.
        case header(MessageFact.HeaderError)
        /// An element is missing or not in its form, by its path below the root; a message that its table finds valid
        /// lacks none.
        case unreadable(String)
        /// The message has no place for this text.
        case noRoom(Prose.Part)
        /// Something in the fact would be lost: the message has no place for it, or its filled part says otherwise.
        case notCarried
    }
}

extension SharedMessage {
    /// Reads what a message says to both levels.
    ///
    /// - Parameters:
    ///   - root: The root element as it came or as it is sent.
    ///   - kind: The kind that the root tells.
    ///   - side: Which level has sent it.
    /// - Returns: Nothing for a kind that only systems, or the owners of places, share: receipts of systems,
    ///   failures, tests, holds; and for a copy of anything but a first message.
    /// - Throws: ``Failure`` where the message is not valid.
    package static func read(
        _ root: MessageNode,
        of kind: MessageKind,
        by side: Side
    ) throws(Failure) -> SharedMessage? {
        guard let node = root["Meldingshode"], let header = MessageHeader(node: node) else {
            throw .unreadable("Meldingshode")
        }
        let message: MessageFact
        do throws(MessageFact.HeaderError) {
            message = try MessageFact(header, kind: kind, content: nil)
        } catch {
            throw .header(error)
        }
        guard !message.isCopy || message.isOpening else { return nil }
        guard let content = try content(of: ElementReading(root), kind, message.relation) else { return nil }
        var prose = Prose()
        for place in kind.textPlaces { prose[place.part] = root[path: place.path]?.text }
        let fact = SharedFact(
            // A copy of the first message stands in for it.
            id: message.originalKey.id,
            at: message.sentAt,
            day: OsloTime.day(at: message.sentAt),
            by: side,
            about: message.isOpening ? nil : message.earlier,
            content: content
        )
        return SharedMessage(fact: fact, prose: prose)
    }

    /// The message that says this, ready to be checked and sent.
    ///
    /// - Parameters:
    ///   - header: The header; the type that it names is filled in here.
    ///   - filled: What a fact does not hold: of a referral and of a supplement everything below the header, as the
    ///     form made it; of an acute request the element Klient.
    ///   - asked: What the conversation is about; a service that is declined is named by it.
    /// - Returns: The root element, whose kind is ``SharedFact/Content/messageKind``.
    /// - Throws: ``Failure`` where the message would not say the same when it is read.
    package func root(
        under header: MessageHeader,
        filled: [MessageNode] = [],
        asked: MeasureKind? = nil
    ) throws(Failure) -> MessageNode {
        let kind = fact.content.messageKind
        var header = header
        header.typeNamespace = kind.definition.namespace
        header.typeTitle = kind.definition.title
        let own = fact.content.elements(sentAt: fact.at, asked: asked)
        let names = Set(own.map(\.name))
        var root = MessageNode(
            kind.definition.rootName,
            [header.node] + own + filled.filter { !names.contains($0.name) }
        )
        for place in kind.textPlaces {
            guard let text = prose[place.part], root[path: place.path] == nil else { continue }
            guard root.add(text, at: place.path[...]) else { throw .noRoom(place.part) }
        }
        root = root.ordered(by: kind.definition.specification.root)
        let parts = Set(kind.textPlaces.map(\.part))
        if let part = prose.texts.keys.first(where: { !parts.contains($0) }) { throw .noRoom(part) }
        guard try Self.read(root, of: kind, by: fact.by) == self else { throw .notCarried }
        return root
    }
}

extension SharedFact.Content {
    /// The kind of message that carries it.
    package var messageKind: MessageKind {
        switch self {
        case .asked(let referral), .replaced(let referral): .standard(MessageType(asking: referral.kind))
        case .supplemented: .standard(.attachments)
        case .withdrawn, .deleted: .standard(.withdrawal)
        case .seen: .standard(.caseworkerReceipt)
        case .serviceDeclined: .rettid(.serviceDecline)
        case .offered: .rettid(.offer)
        case .offerAnswered: .rettid(.offerAnswer)
        case .acuteAsked: .rettid(.acuteRequest)
        case .acuteAnswered: .rettid(.acuteAnswer)
        case .fosterHome: .rettid(.fosterHomeStep)
        case .stay: .rettid(.stay)
        case .delayed: .rettid(.delay)
        case .breachJudged: .rettid(.breachStatement)
        case .privateSolution: .rettid(.privateSolution)
        case .adviceAsked: .rettid(.adviceRequest)
        case .adviceGiven: .rettid(.adviceAnswer)
        case .friction, .frictionAnswered, .taskDone: .rettid(.cooperation)
        }
    }
}

extension MessageType {
    /// The referral that asks for a measure.
    package init(asking kind: MeasureKind) {
        self =
            switch kind {
            case .fosterHome: .fosterHome
            case .treatmentInstitution, .careInstitution, .careOrSpecialisedHome: .institution
            case .centreAssessment, .centreMeasure: .familyCentre
            case .homeFamilyTherapy, .homeMultisystemic, .homeOther: .homeMeasure
            case .familyCouncil: .familyCouncil
            case .healthAssessment: .healthAssessment
            }
    }
}

extension MessageNode {
    /// Adds a text under the last name of a path; nothing where the element that should hold it is not there.
    fileprivate mutating func add(_ text: String, at path: ArraySlice<String>) -> Bool {
        guard let name = path.first else { return false }
        var nodes = children
        if path.count == 1 {
            nodes.append(MessageNode(name, text: text))
        } else {
            guard let place = nodes.firstIndex(where: { $0.name == name }),
                nodes[place].add(text, at: path.dropFirst())
            else { return false }
        }
        content = .nodes(nodes)
        return true
    }

    /// The same with all elements in the order of the table.
    fileprivate func ordered(by rule: ElementRule) -> MessageNode {
        guard case .nodes(let nodes) = content else { return self }
        let rules = rule.particles.flatMap(\.alternatives)
        let placed = nodes.map { node in
            let place = rules.firstIndex { $0.name == node.name }
            return (place ?? rules.count, place.map { node.ordered(by: rules[$0]) } ?? node)
        }
        let sorted = placed.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
        return MessageNode(name, sorted.map(\.element.1))
    }
}
