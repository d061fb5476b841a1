import Exchange
import HTTPTypes
import Hummingbird
import Law
import NIOCore
import Office

/// What a sender can ask about its own messages, and what it tells of them.
struct SenderRoutes: Sendable {
    /// What the description groups the senders' operations under.
    static let tag = "senders"

    private let rooms: OfficeRooms
    private let settings: WebSettings

    init(rooms: OfficeRooms, settings: WebSettings) {
        self.rooms = rooms
        self.settings = settings
    }

    var operations: [ApiOperation] {
        [
            ApiOperation(
                id: "receipts",
                method: .get,
                path: "/api/receipts",
                tag: Self.tag,
                summary: "Receipts that were not answered with, oldest first",
                answer: ApiSchemas.list(ApiSchemas.reference("Receipt")),
                access: .sender(receipts)
            ),
            ApiOperation(
                id: "message-status",
                method: .get,
                path: "/api/concerns/status/{messageId}",
                tag: Self.tag,
                summary: "What has become of the sender's own message",
                parameters: [
                    .path(
                        "messageId",
                        "The id or key of the message.",
                        ["type": "string", "pattern": "^[!-~]{1,200}$"]
                    )
                ],
                answer: ApiSchemas.reference("Whereabouts"),
                access: .sender(status)
            ),
            ApiOperation(
                id: "note-sent",
                method: .put,
                path: "/api/sent/{day}",
                tag: Self.tag,
                summary: "The sender's list of what it sent on a day; a later list takes the place of an earlier one",
                parameters: [.path("day", "The day in Norway.", ApiSchemas.day)],
                body: ApiOperation.Body(schema: Self.sentList, example: .list([["messageId": "m-1"]])),
                answer: ApiSchemas.reference("SentNoted"),
                others: [
                    ApiOperation.Other(
                        status: .unprocessableContent,
                        description: "A line is wrong; nothing of the list is noted.",
                        schema: ApiSchemas.reference("SenderProblem")
                    )
                ],
                access: .sender(noteSent)
            ),
        ]
    }

    private static let sentList = ApiSchemas.list([
        "type": "object", "required": ["messageId"],
        "properties": [
            "messageId": ["type": "string", "pattern": "^[!-~]{1,200}$"],
            "sha256": ["type": ["string", "null"], "pattern": "^([0-9A-Fa-f]{64})?$"],
            "kommunenummer": ["type": ["string", "null"], "pattern": "^([0-9]{4})?$"],
            "bydelsnummer": ["type": ["string", "null"], "pattern": "^([0-9]{2})?$"],
        ],
    ])

    /// Receipts that the sender has not had; they count as delivered once they have been written to it.
    @Sendable private func receipts(_ request: Request, _ context: RettidContext) throws -> Response {
        let sender = try SenderCheck.sender(of: request, rooms, settings)
        let waiting = try rooms.receipts.waiting(for: sender)
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        for (index, receipt) in waiting.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += receipt.json
        }
        bytes.append(UInt8(ascii: "]"))
        let buffer = ByteBuffer(bytes: bytes)
        var response = JSONAnswer.bytes([])
        response.body = ResponseBody(contentLength: buffer.readableBytes) { [rooms] writer in
            try await writer.write(buffer)
            try await writer.finish(nil)
            try rooms.receipts.noteDelivered(waiting, at: rooms.environment.now())
        }
        return response
    }

    /// What has become of it, received when, opened how often: a word and counts, and no more.
    @Sendable private func status(_ request: Request, _ context: RettidContext) throws -> Response {
        let sender = try SenderCheck.sender(of: request, rooms, settings)
        let raw = context.parameters.get("messageId") ?? ""
        guard let id = FormText.decode(Array(raw.utf8)[...], plusIsBlank: false), Sender.isIdentifier(id),
            let message = try rooms.oversight.find(id, from: sender)
        else { throw Absent() }
        var writer = JsonWriter()
        writer.beginObject()
        writer.name("status")
        writer.text(message.status.word)
        writer.name("messageId")
        writer.text(message.id)
        writer.name("receivedAt")
        writer.text("\(message.storedAt)")
        writer.name("reports")
        writer.integer(message.concerns)
        writer.name("opened")
        writer.integer(message.opened)
        writer.endObject()
        return JSONAnswer.bytes(writer.bytes)
    }

    /// The sender's list of what it sent on a day: JSON, or lines of `messageId;sha256;kommunenummer;bydelsnummer`.
    @Sendable private func noteSent(_ request: Request, _ context: RettidContext) async throws -> Response {
        let sender = try SenderCheck.sender(of: request, rooms, settings)
        guard let day = context.parameters.get("day").flatMap({ try? CalendarDay(parsing: $0) }) else {
            throw HTTPError(.notFound)
        }
        let body = try await request.bytes(upTo: settings.bodyLimit, within: settings.requestTimeout)
        let isText = request.headers[.contentType]?.hasPrefix("text/") ?? false
        guard let lines = isText ? SentListText.lines(csv: body) : SentListText.lines(json: body) else {
            throw HTTPError(.unprocessableContent)
        }
        try await rooms.oversight.note(SentList(sender: sender.id, day: day, lines: lines))
        var writer = JsonWriter()
        writer.beginObject()
        writer.name("day")
        writer.text("\(day)")
        writer.name("messages")
        writer.integer(lines.count)
        writer.endObject()
        return JSONAnswer.bytes(writer.bytes)
    }
}

extension StoredMessage.Status {
    /// The word that a sender is told; part of the interface.
    fileprivate var word: String {
        switch self {
        case .received: "mottatt"
        case .withReception: "tilBehandlingIMottak"
        case .forwarded: "videresendt"
        case .closedByReception: "avsluttetIMottak"
        }
    }
}
