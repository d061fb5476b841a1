import Foundation
import Glibc

/// What a server sent back, byte for byte.
struct RawAnswer: Sendable {
    let status: Int
    /// Name in lower case, value, in their order.
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

    /// Every value of a header that may stand several times.
    func all(_ name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }

    /// The headers that may not differ between two answers which must look alike.
    var lastingHeaders: [String] {
        headers.filter { $0.name != "date" && $0.name != "x-request-id" }.map { "\($0.name): \($0.value)" }.sorted()
    }
}

/// A client of one socket per request that sends just what it is told, lies included.
struct RawClient: Sendable {
    struct Failure: Error {
        let what: String
    }

    /// How the body is announced.
    enum Framing: Sendable {
        case length
        case announced(Int)
        case chunked
    }

    let port: Int

    func send(
        _ method: String,
        _ target: String,
        _ headers: [(String, String)] = [],
        body: [UInt8] = [],
        framing: Framing = .length
    ) async throws -> RawAnswer {
        var head = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        var bytes: [UInt8] = []
        switch framing {
        case .length:
            head += "Content-Length: \(body.count)\r\n\r\n"
            bytes = Array(head.utf8) + body
        case .announced(let count):
            head += "Content-Length: \(count)\r\n\r\n"
            bytes = Array(head.utf8) + body
        case .chunked:
            head += "Transfer-Encoding: chunked\r\n\r\n"
            bytes = Array(head.utf8)
            for start in stride(from: 0, to: body.count, by: 65_536) {
                let chunk = body[start..<min(start + 65_536, body.count)]
                bytes += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
            }
            bytes += Array("0\r\n\r\n".utf8)
        }
        return try await exchange(bytes)
    }

    /// Sends bytes as they are, the rest some seconds later, and reads until the server ends the connection.
    func exchange(_ bytes: [UInt8], rest: [UInt8] = [], after seconds: Double = 0) async throws -> RawAnswer {
        let port = port
        // Blocking calls get a thread of their own, so that the server under test keeps those it needs.
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try Self.parse(Self.blockingExchange(bytes, rest, seconds, port)) })
            }
        }
    }

    private static func blockingExchange(
        _ bytes: [UInt8],
        _ rest: [UInt8],
        _ seconds: Double,
        _ port: Int
    ) throws -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(what: "socket") }
        defer { close(descriptor) }
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failure(what: "connect") }
        send(bytes, descriptor)
        if !rest.isEmpty {
            Thread.sleep(forTimeInterval: seconds)
            send(rest, descriptor)
        }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            received += buffer[..<count]
        }
        return received
    }

    private static func send(_ bytes: [UInt8], _ descriptor: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { rest in
                Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            // A server that has read enough may hang up; its answer is still to be read.
            if count <= 0 { break }
            sent += count
        }
    }

    private static func parse(_ bytes: [UInt8]) throws -> RawAnswer {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { throw Failure(what: "no answer") }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Failure(what: "no status")
        }
        let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            return (line[..<colon].lowercased(), value)
        }
        return RawAnswer(status: status, headers: headers, body: Array(bytes[end.upperBound...]))
    }
}
