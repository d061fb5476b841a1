import Exchange
import HTTPTypes
import Hummingbird
import Law
import Logging
import NIOCore
import Office

/// The door for senders: one report of concern per request.
///
/// The body is the message's JSON, whatever the content type says. What is answered is durable.
struct IntakeRoutes: Sendable {
    private let rooms: OfficeRooms
    private let settings: WebSettings

    init(rooms: OfficeRooms, settings: WebSettings) {
        self.rooms = rooms
        self.settings = settings
    }

    var operations: [ApiOperation] {
        [
            ApiOperation(
                id: "report-concern",
                method: .post,
                path: "/api/concerns/{form}",
                tag: SenderRoutes.tag,
                summary: "Takes a report of concern; what is answered is durable",
                parameters: [
                    .path("form", "The form of the message.", ApiSchemas.code(ConcernFormat.allCases.map(\.rawValue))),
                    .header("Idempotency-Key", "The key of this request.", Self.identifier),
                    .header("Bekymringsmelding-Id", "The sender's own id of the message.", Self.identifier),
                ],
                body: ApiOperation.Body(schema: .object([]), example: nil),
                answer: ApiSchemas.reference("Received"),
                success: .created,
                others: [
                    ApiOperation.Other(
                        status: .conflict,
                        description: "The key or id has been used for other content; that too is kept.",
                        schema: ApiSchemas.reference("Refused")
                    ),
                    ApiOperation.Other(
                        status: .unprocessableContent,
                        description: "Kept for reception, because it cannot be read or placed.",
                        schema: ApiSchemas.reference("Kept")
                    ),
                ],
                access: .sender(receive)
            )
        ]
    }

    private static let identifier: JsonTree = ["type": "string", "pattern": "^[!-~]{1,200}$"]

    @Sendable private func receive(_ request: Request, _ context: RettidContext) async throws -> Response {
        guard let form = context.parameters.get("form").flatMap(ConcernFormat.init(rawValue:)) else {
            throw HTTPError(.notFound)
        }
        let sender = try SenderCheck.sender(of: request, rooms, settings)
        let key = try SenderCheck.identifier(request.headers[.idempotencyKey])
        let messageID = try SenderCheck.identifier(request.headers[.messageID])
        let body = try await request.bytes(upTo: settings.bodyLimit, within: settings.requestTimeout)
        do {
            let (answer, receipt) = try await rooms.reception.receive(
                body,
                form: form,
                from: sender,
                key: key,
                messageID: messageID
            )
            return respond(answer, receipt)
        } catch {
            // Whatever it was, nothing has been promised: the sender keeps the message and tries again.
            context.logger.error("intake failed", metadata: ["error": "\(String(reflecting: type(of: error)))"])
            throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "5"])
        }
    }

    private func respond(_ answer: IntakeAnswer, _ receipt: (unit: UnitID, id: RecordID)?) -> Response {
        let buffer = ByteBuffer(bytes: answer.json)
        var response = Response(
            status: HTTPResponse.Status(code: answer.status),
            headers: [.contentType: "application/json"]
        )
        guard let receipt else {
            response.body = ResponseBody(byteBuffer: buffer)
            return response
        }
        // Noted after it is written: whoever was cut off before that finds the receipt waiting.
        response.body = ResponseBody(contentLength: buffer.readableBytes) { [reception = rooms.reception] writer in
            try await writer.write(buffer)
            try await writer.finish(nil)
            reception.noteAnswered(receipt)
        }
        return response
    }
}

/// What every request of a sender must show.
enum SenderCheck {
    /// The sender whose secret the request carries.
    ///
    /// - Throws: 401 where nobody has it. Only the pretend world takes a request without a secret.
    static func sender(of request: Request, _ rooms: OfficeRooms, _ settings: WebSettings) throws -> Sender {
        let header = request.headers[.authorization]
        let secret = header.flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
        guard (header == nil) == (secret == nil), secret != nil || settings.demo,
            let sender = rooms.senders.sender(secret: secret)
        else { throw HTTPError(.unauthorized, headers: [.wwwAuthenticate: "Bearer"]) }
        return sender
    }

    /// An id or key from a header; `nil` where there is none.
    ///
    /// - Throws: 400 for one that is empty, longer than 200 characters, or not visible ASCII.
    static func identifier(_ text: String?) throws -> String? {
        guard let text else { return nil }
        guard Sender.isIdentifier(text) else { throw HTTPError(.badRequest) }
        return text
    }
}
