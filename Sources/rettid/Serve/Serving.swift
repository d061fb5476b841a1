import Dispatch
import Foundation
import Logging
import Office
import Web

/// Runs the office and its web server until SIGINT or SIGTERM: what is under way is finished, then it ends.
struct Serving {
    let rooms: OfficeRooms
    let web: WebSettings
    let logger: Logger
    /// Runs beside the server, such as the pretend world's senders.
    var beside: (@Sendable (OfficeRooms) async throws -> Void)?

    /// Runs until it is asked to stop; `first` is done before the door is opened.
    ///
    /// - Throws: What `first` or recovery throws, or an error of the server where it cannot listen.
    func run(first: @Sendable (OfficeRooms) async throws -> Void = { _ in }) async throws {
        try await withThrowingTaskGroup(of: Void.self) { office in
            office.addTask { await rooms.run() }
            await recover()
            try await first(rooms)
            try await serve()
            // Only now: a request that was under way needed the mailboxes until its answer was written.
            office.cancelAll()
        }
    }

    /// Takes up what an earlier process had received; what cannot be stored stays where it is, and the door opens.
    private func recover() async {
        do {
            let recovered = try await rooms.recover()
            guard recovered > 0 else { return }
            logger.notice("took up what an earlier process had received", metadata: ["messages": "\(recovered)"])
        } catch {
            logger.critical(
                "some of what an earlier process had received is not stored",
                metadata: ["error": "\(error)"]
            )
        }
    }

    private func serve() async throws {
        try await withThrowingTaskGroup(of: Void.self) { doors in
            let server = WebServer(rooms: rooms, settings: web)
            doors.addTask {
                try await server.run { port in
                    // Not `print`: whoever waits for this line through a pipe must get it now.
                    FileHandle.standardOutput.write(Data("Rettid listens on http://\(web.host):\(port)\n".utf8))
                }
            }
            if let beside { doors.addTask { try await beside(rooms) } }
            doors.addTask { await Self.untilAskedToStop() }
            // The first to end ends all: the signal, or a server that cannot listen.
            try await doors.next()
            doors.cancelAll()
            while let result = await doors.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
    }

    private static func untilAskedToStop() async {
        let (signals, told) = AsyncStream<Void>.makeStream()
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { told.yield() }
            source.resume()
            return source
        }
        for await _ in signals { break }
        for source in sources { source.cancel() }
    }
}
