import Casework
import Exchange
import Journal
import Law

extension ConcernDocument {
    /// One report per child, with what a person should know of how it was read.
    func receivedConcerns(rawID: RecordID, messageID: String, receivedAt: Instant) -> [ReceivedConcern] {
        let notes = notes
        return concerns.enumerated().map { index, concern in
            ReceivedConcern(
                concern: concern,
                channel: .message(form: format.rawValue),
                messageID: messageID,
                rawID: rawID,
                childIndex: index,
                irregularities: notes.compactMap { $0.code(forChild: index) },
                isUrgent: false,
                receivedAt: receivedAt
            )
        }
    }
}

extension ConcernNote {
    /// The catalog code of a note, where it concerns this child or the whole message.
    fileprivate func code(forChild index: Int) -> String? {
        switch self {
        case .unreadableSendingTime: "unreadableSendingTime"
        case .unreadableNumber(let child): child == index ? "unreadableNumber" : nil
        case .noChild: "noChild"
        case .laterField: "laterField"
        case .unknownField: "unknownField"
        case .repeatedField: "repeatedField"
        }
    }
}

extension ReceivedConcern {
    /// A message that a person in reception has read and sent on, though the program could not: a report without
    /// fields, whose original is the report.
    static func unread(_ envelope: RawEnvelope, rawID: RecordID, receivedAt: Instant) -> ReceivedConcern {
        ReceivedConcern(
            concern: Concern(
                origin: .privatePerson(PrivateReporter(name: "", phone: "", address: nil)),
                child: .unnamed,
                otherChildren: 0,
                guardians: [],
                worry: "",
                history: nil,
                otherViews: nil,
                interpreter: nil,
                otherServices: nil,
                address: ConcernAddress(municipality: "", municipalityName: "", district: "", districtName: ""),
                sentAt: nil,
                channel: envelope.sender.name
            ),
            channel: .message(form: envelope.form),
            messageID: envelope.messageID ?? envelope.key ?? rawID.description,
            rawID: rawID,
            childIndex: 0,
            irregularities: ["readByReception"],
            isUrgent: false,
            receivedAt: receivedAt
        )
    }
}

extension WorkItem.Detail {
    init(_ problem: ConcernProblem) {
        self.init(
            pointer: problem.pointer.description,
            found: problem.found,
            expected: problem.expected,
            message: problem.message
        )
    }

    static func municipality(_ document: ConcernDocument) -> WorkItem.Detail {
        detail(
            "/kommunenummer",
            found: document.municipality,
            expected: "the number of a municipality that exists today"
        )
    }

    static func ended(_ document: ConcernDocument, successors: [MunicipalityNumber]) -> WorkItem.Detail {
        let names = successors.map(\.text).joined(separator: " or ")
        return detail(
            "/kommunenummer",
            found: "\(document.municipality), which has ended",
            expected: names.isEmpty ? "a municipality that exists today" : names
        )
    }

    static func district(_ document: ConcernDocument) -> WorkItem.Detail {
        detail("/bydelsnummer", found: document.district, expected: "a district that a service here serves")
    }

    static func notServed(_ document: ConcernDocument) -> WorkItem.Detail {
        detail("/kommunenummer", found: document.municipality, expected: "a municipality that is served here")
    }

    private static func detail(_ pointer: String, found: String, expected: String) -> WorkItem.Detail {
        WorkItem.Detail(
            pointer: pointer,
            found: found,
            expected: expected,
            message: "Expected \(expected), found \(found)."
        )
    }
}

extension ReceiptMessage {
    /// The receipt that lies in the outbox for the sender, in the protocol's own types.
    init(for content: Intake.Content, rawID: RecordID, messageID: String) {
        switch content {
        case .concerns:
            self.init(
                type: ConcernAnswer.received.messageType,
                body: [],
                received: rawID.description,
                messageID: messageID
            )
        case .workItem(let item):
            let text = item.details.map { "\($0.pointer): \($0.message)" }.joined(separator: "\n")
            self.init(
                type: ConcernAnswer.failed.messageType,
                body: ConcernFailure(message: text.isEmpty ? "\(item.problem)" : text).write(),
                received: rawID.description,
                messageID: messageID
            )
        }
    }
}
