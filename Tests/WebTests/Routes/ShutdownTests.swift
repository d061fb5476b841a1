import Foundation
import Law
import Logging
import Office
import Testing

@testable import Web

struct `A server that is told to stop` {
    @Test func `finishes the report that is on its way, and takes no other`() async throws {
        try await OfficeFixture.run { office in
            let server = WebServer(
                rooms: office.rooms,
                settings: WebSettings(
                    port: 0,
                    demo: true,
                    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
                )
            )
            let message = try SampleMessages.publicReport(to: "1505")
            let head = "POST /api/concerns/offentlig.v2 HTTP/1.1\r\nHost: x\r\nContent-Length: \(message.count)\r\n\r\n"
            let (ports, found) = AsyncStream<Int>.makeStream()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run { found.yield($0) } }
                for await port in ports {
                    let client = RawClient(port: port)
                    async let answer = client.exchange(
                        Array(head.utf8) + message.prefix(50),
                        rest: Array(message.dropFirst(50)),
                        after: 1.5
                    )
                    try await Task.sleep(for: .milliseconds(500))
                    group.cancelAll()
                    #expect(try await answer.status == 201)
                    await #expect(throws: RawClient.Failure.self) { try await client.send("GET", "/live") }
                    break
                }
            }
            #expect(office.rooms.reception.counters.received == 1)
        }
    }
}
