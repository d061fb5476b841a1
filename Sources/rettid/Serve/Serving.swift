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
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await rooms.run() }
            let recovered = try await rooms.recover()
            if recovered > 0 {
                logger.notice("stored what an earlier process had received", metadata: ["messages": "\(recovered)"])
            }
            try await first(rooms)
            let server = WebServer(rooms: rooms, settings: web)
            group.addTask {
                try await server.run { port in
                    // Not `print`: whoever waits for this line through a pipe must get it now.
                    FileHandle.standardOutput.write(Data("Rettid listens on http://\(web.host):\(port)\n".utf8))
                }
            }
            if let beside { group.addTask { try await beside(rooms) } }
            group.addTask { await Self.untilAskedToStop() }
            // The first to end ends all: the signal, or a server that cannot listen.
            try await group.next()
            group.cancelAll()
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
