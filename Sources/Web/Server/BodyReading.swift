import Hummingbird
import NIOCore

/// Why a body is not read to its end.
enum BodyRefusal: Error {
    /// The client has announced more than the limit; nothing of it has been read.
    case announcedTooLarge
    /// More came than the limit; what came after it was thrown away.
    case tooLarge
    case tooSlow
}

extension Request {
    /// Bytes that a client may still send after it was told that it sends too much.
    ///
    /// A client that is cut off while it sends does not see the answer.
    private static let patience = 16 << 20

    /// The whole body; may be asked for once only, since the server's stream of it can be read once only.
    ///
    /// At most `limit` bytes are kept, and they must have come within `seconds`.
    ///
    /// - Throws: ``BodyRefusal`` for a longer or slower one.
    func bytes(upTo limit: Int, within seconds: Int) async throws -> [UInt8] {
        let announced = headers[.contentLength].flatMap { Int($0) } ?? 0
        guard announced <= limit else { throw BodyRefusal.announcedTooLarge }
        let end = ContinuousClock.now.advanced(by: .seconds(seconds))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(max(0, announced))
        var count = 0
        for try await chunk in body {
            count += chunk.readableBytes
            guard ContinuousClock.now < end else { throw BodyRefusal.tooSlow }
            if count > limit + Self.patience { break }
            if count <= limit { bytes.append(contentsOf: chunk.readableBytesView) } else { bytes = [] }
        }
        guard count <= limit else { throw BodyRefusal.tooLarge }
        return bytes
    }

    /// Reads a body away that nobody wants, within reason.
    func discardBody() async throws {
        var count = 0
        for try await chunk in body {
            count += chunk.readableBytes
            if count > Self.patience { return }
        }
    }
}
