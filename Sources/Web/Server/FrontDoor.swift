import HTTPTypes
import Hummingbird
import Logging
import Office

/// What every request passes, whatever it asks for: its id, the limits, the session, the error page, the headers, the
/// log line.
struct FrontDoor: RouterMiddleware {
    /// The longest path with query that is looked at, in bytes.
    private static let longestTarget = 2000

    private let pages: PageDesk
    private let limiters: RateLimiters
    private let failures: FailureAnswers

    init(pages: PageDesk) {
        self.pages = pages
        limiters = RateLimiters(pages.settings.rates)
        failures = FailureAnswers(pages: pages)
    }

    func handle(
        _ request: Request,
        context: RettidContext,
        next: (Request, RettidContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.requestID = RandomText.hexadecimal(8)
        context.logger[metadataKey: "request"] = "\(context.requestID)"
        let area = RequestArea(path: request.uri.path, method: request.method)
        let isPrefetch = area.isForPeople && Prefetch.isAsked(by: request)
        var response: Response
        do {
            try checkLimits(request, context, area)
            if isPrefetch {
                response = Prefetch.refusal
            } else {
                if area.hasSession { try welcome(request, &context) }
                if let person = context.session?.person { await pages.rooms.welcome(person) }
                response = try await next(request, context)
            }
        } catch {
            let kept = await LostSession(pages: pages).answer(error, to: request, context)
            response = kept ?? failures.answer(error, to: request, context, area)
        }
        SecurityHeaders.add(to: &response.headers)
        if area.isForPeople { Prefetch.mark(&response.headers) }
        response.headers[.requestID] = context.requestID
        log(response, request, context, area, isPrefetch: isPrefetch)
        return response
    }

    private func checkLimits(_ request: Request, _ context: RettidContext, _ area: RequestArea) throws {
        guard (request.head.path ?? "").utf8.count <= Self.longestTarget else { throw HTTPError(.uriTooLong) }
        // A document is not held in memory; every other form reads no more than it may, whatever it calls itself.
        let isUpload = area == .pages && request.multipartBoundary != nil
        let limit = isUpload ? DocumentRoutes.longestBody : pages.settings.bodyLimit
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw BodyRefusal.announcedTooLarge
        }
        guard let limiter = limiters[area] else { return }
        let proxies = pages.settings.trustedProxies
        let client = proxies.client(peer: context.peer, forwardedFor: request.headers[.forwardedFor])
        if let wait = limiter.take(client, at: pages.rooms.environment.now()) {
            throw HTTPError(.tooManyRequests, headers: [.retryAfter: String(wait)])
        }
    }

    private func welcome(_ request: Request, _ context: inout RettidContext) throws {
        let cookies = RequestCookies(of: request)
        context.language = cookies.language ?? Language(accepted: request.headers[.acceptLanguage]) ?? .bokmaal
        if let token = cookies.session { context.session = try pages.rooms.sessions.session(token) }
        if let chosen = context.session?.language.flatMap(Language.init(rawValue:)) { context.language = chosen }
    }

    /// Leaves one line with the route, never the path, which may name a report.
    private func log(
        _ response: Response,
        _ request: Request,
        _ context: RettidContext,
        _ area: RequestArea,
        isPrefetch: Bool
    ) {
        let level: Logger.Level =
            switch response.status.code {
            // Refused on purpose: nothing has failed.
            case 503 where isPrefetch: .info
            case 500...: .error
            case 400...: .info
            default: area.isForPeople ? .info : .debug
            }
        context.logger.log(
            level: level,
            "answered",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)",
            ]
        )
    }
}
