import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Office

/// Turns whatever a route throws into an answer: a page for people, JSON for programs.
struct FailureAnswers: Sendable {
    /// Seconds after which a client may try again when the store fails.
    private static let retryAfter = "5"
    /// How long a client that announced too much may go on sending before the connection is ended.
    private static let patience: Duration = .seconds(2)

    private let pages: PageDesk

    init(pages: PageDesk) {
        self.pages = pages
    }

    func answer(_ error: any Error, to request: Request, _ context: RettidContext, _ area: RequestArea) -> Response {
        var (status, headers) = Self.status(of: error)
        if status == .internalServerError || status == .serviceUnavailable {
            // The type tells enough; an unknown error's own text might repeat what somebody wrote.
            context.logger.error("failed", metadata: ["error": "\(String(reflecting: type(of: error)))"])
        }
        if status == .serviceUnavailable { headers[.retryAfter] = Self.retryAfter }
        var response =
            switch area {
            case .pages, .signIn: pages.failure(status, Visit(context))
            case .personApi: (error as? ApiProblem)?.answer ?? ApiProblem(status, status.reasonPhrase).answer
            case .api, .assets, .operation: JSONAnswer.error(status)
            }
        response.headers.append(contentsOf: headers)
        if let refusal = error as? BodyRefusal { hangUp(after: &response, refusal, request, context) }
        return response
    }

    private static func status(of error: any Error) -> (HTTPResponse.Status, HTTPFields) {
        switch error {
        case is Absent: return (.notFound, [:])
        case BodyRefusal.announcedTooLarge, BodyRefusal.tooLarge: return (.contentTooLarge, [:])
        case BodyRefusal.tooSlow: return (.requestTimeout, [:])
        case let error as HTTPError: return (error.status, error.headers)
        case let error as any HTTPResponseError: return (error.status, [:])
        default: return (StoreTrouble.isTemporary(error) ? .serviceUnavailable : .internalServerError, [:])
        }
    }

    /// Ends the connection once the answer is out, after some time for a client that is still sending.
    private func hangUp(
        after response: inout Response,
        _ refusal: BodyRefusal,
        _ request: Request,
        _ context: RettidContext
    ) {
        response.headers[.connection] = "close"
        let body = response.body
        response.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(writer)
            if refusal == .announcedTooLarge {
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { try? await request.discardBody() }
                    group.addTask { try? await Task.sleep(for: Self.patience) }
                    await group.next()
                    context.hangUp()
                    group.cancelAll()
                }
            }
            context.hangUp()
        }
    }
}

/// Answers that programs read.
enum JSONAnswer {
    /// What went wrong, in the words of HTTP.
    static func error(_ status: HTTPResponse.Status) -> Response {
        bytes(
            Array(#"{"error":"\#(status.reasonPhrase)"\#(status.code == 503 ? #","retry":true"# : "")}"#.utf8),
            status
        )
    }

    static func bytes(_ bytes: [UInt8], _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
