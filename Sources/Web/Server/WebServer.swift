import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
package import Office
import ServiceLifecycle

/// The web server: pages for people, the door for senders, and what operations ask for.
package struct WebServer: Sendable {
    /// The longest header, and all headers of a request together, in bytes.
    private static let headerLimit = 16 * 1024
    private static let headerCountLimit = 100

    private let rooms: OfficeRooms
    private let settings: WebSettings

    /// A server for an office whose `run` runs beside it.
    package init(rooms: OfficeRooms, settings: WebSettings) {
        self.rooms = rooms
        self.settings = settings
    }

    /// Serves until the task is cancelled or a graceful shutdown begins; requests under way are then finished.
    ///
    /// - Parameter onServerRunning: Told the port once connections are taken.
    /// - Throws: Where the port cannot be had, or for a fault in the built-in templates.
    package func run(onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        let application = try application(onServerRunning)
        let (stop, stopping) = AsyncStream<Void>.makeStream()
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: application),
                    .init(
                        service: UntilTold(stop: stop),
                        successTerminationBehavior: .gracefullyShutdownGroup
                    ),
                ],
                logger: settings.logger
            )
        )
        // A task of its own, awaited right here: cancelled along with this one, it would drop requests under way.
        let serving = Task { try await group.run() }
        try await withTaskCancellationHandler {
            try await withGracefulShutdownHandler {
                try await serving.value
            } onGracefulShutdown: {
                stopping.finish()
            }
        } onCancel: {
            stopping.finish()
        }
    }

    /// Every route as its method and its path, `GET /saker/{id}`.
    ///
    /// - Throws: For a fault in the built-in templates.
    package func routes() throws -> [String] { try router().routes.map { "\($0.method) \($0.path)" } }

    private func application(
        _ onServerRunning: @escaping @Sendable (Int) async -> Void
    ) throws -> Application<RouterResponder<RettidContext>> {
        let logger = settings.logger
        return Application(
            router: try router(),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    idleTimeout: .seconds(Int64(settings.requestTimeout)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: Self.headerLimit,
                        maxHeaderListSize: Self.headerLimit,
                        maxHeaderFieldCount: Self.headerCountLimit
                    )
                )
            ),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                backlog: 1024
            ),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                logger.info("listening", metadata: ["port": "\(port)"])
                await onServerRunning(port)
            },
            logger: logger
        )
    }

    private func router() throws -> Router<RettidContext> {
        let pages = try PageDesk(rooms: rooms, settings: settings, renderer: PageRenderer())
        let router = Router(context: RettidContext.self)
        router.add(middleware: FrontDoor(pages: pages))
        VisitRoutes(pages: pages).add(to: router)
        AssetRoutes().add(to: router)
        LawRoutes(pages: pages, law: rooms.law).add(to: router)
        OperationRoutes(rooms: rooms, settings: settings).add(to: router)
        let people = router.group(context: SignedInContext.self)
        ConcernRoutes(pages: pages).add(to: people)
        ConcernFormRoutes(pages: pages).add(to: people)
        MatchRoutes(pages: pages).add(to: people)
        ReceptionRoutes(pages: pages).add(to: people)
        OversightRoutes(pages: pages).add(to: people)
        EditorRoutes(pages: pages).add(to: people)
        CorrectionRoutes(pages: pages).add(to: people)
        ReferralRoutes(pages: pages).add(to: people)
        ApiRoutes(rooms: rooms, settings: settings).add(to: router, people)
        WorkRoutes(pages: pages).add(to: people)
        SearchRoutes(pages: pages).add(to: people)
        CaseRoutes(pages: pages).add(to: people)
        DocumentRoutes(pages: pages).add(to: people)
        FormalRoutes(pages: pages).add(to: people)
        OwnReportRoutes(pages: pages).add(to: people)
        QueueRoutes(pages: pages).add(to: people)
        IndicatorRoutes(pages: pages).add(to: people)
        RoomRoutes(pages: pages).add(to: people)
        CaseReferralRoutes(pages: pages).add(to: people)
        PlaceRoutes(pages: pages).add(to: people)
        PlanRoutes(pages: pages).add(to: people)
        PlanRunRoutes(pages: pages).add(to: people)
        PlanEditorRoutes(pages: pages).add(to: people)
        PlanQuestionRoutes(pages: pages).add(to: people)
        PlanMixRoutes(pages: pages).add(to: people)
        PlanMergerRoutes(pages: pages).add(to: people)
        PlanHistoryRoutes(pages: pages).add(to: people)
        PlanOutcomeRoutes(pages: pages).add(to: people)
        return router
    }
}

/// Ends when it is told to, and with it the group that it is in.
private struct UntilTold: Service {
    let stop: AsyncStream<Void>

    func run() async throws {
        for await _ in stop.cancelOnGracefulShutdown() {}
    }
}
