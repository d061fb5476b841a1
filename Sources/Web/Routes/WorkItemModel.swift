import Law
import Office

/// Makes the page of one item of reception's.
struct WorkItemModel: Sendable {
    /// What was typed into the item's forms, and what is wrong with it.
    struct Draft: Sendable {
        var service = ""
        var serviceError: String?
        var reason = ""
        var reasonError: String?
        /// What the sender is to be told; `nil` where nobody has written anything yet.
        var answer: String?
        var answerError: String?
        /// Why taking the message in anew was in vain.
        var againError: String?
        /// The unit and the conversation that a message is to be put into; `nil` where nobody has chosen yet.
        var unit: String?
        var unitError: String?
        var conversation: String?
        var conversationError: String?

        var isWrong: Bool {
            [serviceError, reasonError, answerError, againError, unitError, conversationError].contains { $0 != nil }
        }
    }

    /// Bytes of a message that the page itself shows.
    private static let shown = 20_000

    let opened: ReceptionDesk.Opened
    let draft: Draft
    let pages: PageDesk
    let phrases: PagePhrases

    private var catalog: Catalog { phrases.catalog }
    private var facts: WorkItemFacts { opened.facts }

    func view(for context: SignedInContext) -> ReceptionItemPage {
        let path = "/reception/\(facts.id)"
        let body = opened.original?.body ?? []
        let isOpen = !facts.isClosed
        return ReceptionItemPage(
            frame: pages.frame(context.visit, .reception, at: path),
            listPath: "/reception",
            problem: ReceptionProblem(facts.problem),
            received: phrases.stamp(facts.receivedAt),
            sender: facts.sender.name,
            messageID: opened.item.messageID,
            owner: facts.owner.map(pages.rooms.people.name),
            findings: opened.item.details.map(finding),
            rawText: Self.text(body),
            shownBytes: min(body.count, Self.shown),
            totalBytes: body.count,
            rawPath: opened.original == nil ? nil : path + "/original",
            files: (opened.original?.files ?? []).enumerated().map { index, file in
                Link(label: file.name, path: "\(path)/vedlegg/\(index + 1)")
            },
            takeForm: isOpen && facts.owner != context.person.id ? pages.form(path + "/take") : nil,
            sendForm: isOpen ? pages.form(path + "/forward") : nil,
            services: pages.rooms.directory.services.map { ($0.unit.text, $0.name) },
            service: draft.service,
            serviceError: draft.serviceError,
            attaching: opened.address.flatMap { isOpen ? attaching($0, path) : nil },
            againForm: isOpen && opened.mayTakeAgain ? pages.form(path + "/again") : nil,
            againError: draft.againError,
            answerForm: isOpen && opened.reachesSender ? pages.form(path + "/send-back") : nil,
            answer: draft.answer ?? catalog.text("reception.answer.text"),
            answerError: draft.answerError,
            closeForm: isOpen ? pages.form(path + "/close") : nil,
            reason: draft.reason,
            reasonError: draft.reasonError,
            outcome: outcome,
            catalog
        )
    }

    /// The form that puts a message into a conversation, with what the message itself says filled in.
    private func attaching(_ address: MessageAddress, _ path: String) -> ReceptionItemPage.Attaching {
        ReceptionItemPage.Attaching(
            pages.form(path + "/attach"),
            units: pages.rooms.counterparts.all.compactMap { party in party.unit.map { ($0.text, party.name) } },
            unit: draft.unit ?? address.unit?.text ?? "",
            unitError: draft.unitError,
            conversation: draft.conversation ?? address.conversation.map { "\($0)" } ?? "",
            conversationError: draft.conversationError,
            catalog
        )
    }

    private func finding(_ detail: WorkItem.Detail) -> ReceptionItemPage.Finding {
        ReceptionItemPage.Finding(
            place: detail.pointer,
            found: detail.found,
            expected: detail.expected,
            message: detail.message
        )
    }

    /// How it ended; `nil` while it is open.
    private var outcome: String? {
        for entry in opened.history.reversed() {
            switch entry.event {
            case .workItem(.closed(let reason)): return reason
            case .workItem(.sentBack(let reason)): return catalog.text("reception.sentBack", ["reason": reason])
            case .workItem(.forwarded(let unit)):
                return catalog.text("reception.forwarded", ["service": pages.unitName(unit, catalog)])
            case .workItem(.raised), .workItem(.taken), .concern, .case, .reading, .referral, .place, .plan, .sentList,
                .alsoKnown, .delivered, .tombstone:
                continue
            }
        }
        return nil
    }

    /// The beginning of the message, with what is no text shown as such.
    private static func text(_ bytes: [UInt8]) -> String {
        String(
            String(decoding: bytes.prefix(shown), as: UTF8.self).unicodeScalars.map { scalar in
                let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0x7F
                return isControl ? "\u{FFFD}" : Character(scalar)
            }
        )
    }
}

extension ReceptionProblem {
    init(_ problem: WorkItem.Problem) {
        switch problem {
        case .unreadable, .stoppedTheReader: self = .unreadable
        case .unknownMunicipality, .unknownDistrict, .notServed: self = .unroutable
        case .unknownSender: self = .unknownSender
        case .outOfPlace: self = .outOfPlace
        case .notTaken: self = .notTaken
        case .sameIdOtherContent: self = .differentContent
        }
    }
}
