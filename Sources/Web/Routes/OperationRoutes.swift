import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Office

/// What monitoring asks for: is it alive, does it take work, how does it stand.
///
/// No name of a person anywhere.
struct OperationRoutes: Sendable {
    private let rooms: OfficeRooms
    private let settings: WebSettings

    init(rooms: OfficeRooms, settings: WebSettings) {
        self.rooms = rooms
        self.settings = settings
    }

    func add(to router: Router<RettidContext>) {
        router.get("/live") { _, _ in Self.text("alive\n") }
        router.get("/ready") { _, _ in
            settings.isStoreWorking() ? Self.text("ready\n") : Self.text("the store has stopped\n", .serviceUnavailable)
        }
        router.get("/metrics") { _, _ in
            Self.text(
                MetricsText(try OfficeFigures(rooms), residentBytes: Self.residentBytes).text,
                type: "text/plain; version=0.0.4; charset=utf-8"
            )
        }
    }

    private static func text(
        _ text: String,
        _ status: HTTPResponse.Status = .ok,
        type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status,
            headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// Memory in use, as the system counts it; `nil` where it does not tell.
    private static var residentBytes: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        guard fields.count > 1, let count = Int(fields[1]) else { return nil }
        return count * 4096
    }
}
