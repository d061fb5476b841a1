import Exchange
import Office

extension IntakeAnswer {
    /// The words of the Fiks protocol, and ours where it has none.
    private enum Word: String {
        case received = "mottatt"
        case failed = "feilet"
        case refused = "avvist"
    }

    /// The answer as the sender gets it: the same bytes whenever the same message is sent.
    var json: [UInt8] {
        var writer = JsonWriter()
        writer.beginObject()
        writer.name("status")
        switch self {
        case .received(let receipt):
            writer.text(Word.received.rawValue)
            writer.name("messageType")
            writer.text(ConcernAnswer.received.messageType)
            writer.name("messageId")
            writer.text(receipt.messageID)
            writer.name("receivedAt")
            writer.text("\(receipt.receivedAt)")
            writer.name("concerns")
            writer.beginList()
            for id in receipt.concerns { writer.text("\(id)") }
            writer.endList()
        case .kept(let item, let id):
            writer.text(Word.failed.rawValue)
            writer.name("messageType")
            writer.text(ConcernAnswer.failed.messageType)
            writer.name("messageId")
            writer.text(item.messageID)
            writer.name("receivedAt")
            writer.text("\(item.receivedAt)")
            writer.name("workItem")
            writer.text("\(id)")
            writer.name("errors")
            writer.beginList()
            for detail in item.details { Self.write(detail, to: &writer) }
            writer.endList()
        case .idUsedForOtherContent:
            let explanation =
                "The id or key has been used for other content. This content is kept for a person to compare."
            writer.text(Word.refused.rawValue)
            writer.name("error")
            writer.text(explanation)
        }
        writer.endObject()
        return writer.bytes
    }

    private static func write(_ detail: WorkItem.Detail, to writer: inout JsonWriter) {
        writer.beginObject()
        writer.name("pointer")
        writer.text(detail.pointer)
        writer.name("found")
        writer.text(detail.found)
        writer.name("expected")
        writer.text(detail.expected)
        writer.name("message")
        writer.text(detail.message)
        writer.endObject()
    }
}
