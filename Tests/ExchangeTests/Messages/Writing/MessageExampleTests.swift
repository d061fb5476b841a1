import Exchange
import Law
import Testing

enum ExampleArguments {
    static let id = RecordID(high: 0x0199_A1B2_C3D4_7E5F, low: 0x8123_4567_89AB_CDEF)
    /// The morning of 22 November 2026 in Norway.
    static let sentAt = Instant(microseconds: 1_795_330_800_000_000)
}

struct `An example` {
    @Test(arguments: MessageType.allCases)
    func `is valid by every rule that its type can keep, whenever it is sent`(type: MessageType) throws {
        for months in stride(from: -60, through: 120, by: 5) {
            let day = OsloTime.day(at: ExampleArguments.sentAt).adding(months: months)
            let sentAt = OsloTime.instant(of: day, hour: 23, minute: 59)
            let message = MessageExample.message(of: type, id: ExampleArguments.id, sentAt: sentAt)
            let bytes = try message.bytes()
            #expect(try MessageReader.read(bytes) == message)
            let verdict = MessageCheck.verdict(of: bytes, on: day)
            #expect(verdict.isGood(for: type), "\(day)")
            #expect(verdict.outbound.isAllowed, "\(day)")
        }
    }

    @Test(arguments: ExtensionType.allCases)
    func `of our own is valid by both rules, whenever it is sent`(type: ExtensionType) throws {
        for months in stride(from: -60, through: 120, by: 5) {
            let day = OsloTime.day(at: ExampleArguments.sentAt).adding(months: months)
            let sentAt = OsloTime.instant(of: day, hour: 23, minute: 59)
            let message = MessageExample.message(of: type, id: ExampleArguments.id, sentAt: sentAt)
            let bytes = try message.bytes()
            #expect(try ExtensionMessage.read(bytes) == message)
            #expect(ExtensionCheck.verdict(of: bytes, on: day).errors == [], "\(day)")
            #expect(message.header?.id == ExampleArguments.id.description)
        }
    }

    @Test(arguments: MessageType.allCases)
    func `is another message with another id`(type: MessageType) {
        let other = RecordID(high: 1, low: 2)
        let first = MessageExample.message(of: type, id: ExampleArguments.id, sentAt: ExampleArguments.sentAt)
        #expect(first == MessageExample.message(of: type, id: ExampleArguments.id, sentAt: ExampleArguments.sentAt))
        #expect(first != MessageExample.message(of: type, id: other, sentAt: ExampleArguments.sentAt))
        #expect(MessageHeader(node: first.root.children[0])?.id == ExampleArguments.id.description)
    }
}

extension MessageKind {
    /// The root element of the example of this kind.
    func example() -> MessageNode {
        switch self {
        case .standard(let type):
            MessageExample.message(of: type, id: ExampleArguments.id, sentAt: ExampleArguments.sentAt).root
        case .rettid(let type):
            MessageExample.message(of: type, id: ExampleArguments.id, sentAt: ExampleArguments.sentAt).root
        }
    }

    /// The example of this kind as a person sees it.
    func shownExample(in language: MessageLanguage) -> MessageView {
        switch self {
        case .standard(let type): MessageView(of: Message(type: type, root: example()), in: language)
        case .rettid(let type): MessageView(of: ExtensionMessage(type: type, root: example()), in: language)
        }
    }
}

extension MessageVerdict {
    /// Whether nothing is wrong but what no message of the type can have right.
    func isGood(for type: MessageType) -> Bool {
        let findings = receiverFindings ?? []
        let hasUnavoidable =
            switch type {
            case .failure: !wireValid && findings.isEmpty && errors.allSatisfy { $0.exception == .failureCode }
            case .healthAssessment: wireValid && findings.map(\.kind) == [.duplicate]
            default: wireValid && findings.isEmpty
            }
        return messageType == type && hasUnavoidable && bufdirValid == true && domainValid == true
    }
}
