import Foundation

/// A blocking HTTP/1.1 client on one connection, small enough to see exactly when the answer came.
final class PlainClient {
    struct Answer: Equatable {
        let status: Int
        let body: [UInt8]
    }

    enum Failure: Error {
        case cannotConnect
        /// The connection ended before the answer was whole: nothing was acknowledged.
        case noAnswer
    }

    private let descriptor: Int32
    private var buffered: [UInt8] = []

    init(port: Int, timeoutSeconds: Int = 30) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            close(descriptor)
            throw Failure.cannotConnect
        }
        var one: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        var limit = timeval(tv_sec: timeoutSeconds, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Sends a request without waiting for the answer.
    func send(_ method: String, _ path: String, headers: [String: String] = [:], body: [UInt8] = []) throws {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(body.count)\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        try write(Array((head + "\r\n").utf8) + body)
    }

    /// Sends a request and reads its answer.
    func ask(
        _ method: String,
        _ path: String,
        headers: [String: String] = [:],
        body: [UInt8] = []
    ) throws -> Answer {
        // A server may answer and close before it has all of a body that it will not take: the answer counts.
        try? send(method, path, headers: headers, body: body)
        return try readAnswer()
    }

    private func write(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.send(
                    descriptor,
                    buffer.baseAddress.map { $0 + sent },
                    bytes.count - sent,
                    Int32(MSG_NOSIGNAL)
                )
            }
            guard count > 0 else { throw Failure.noAnswer }
            sent += count
        }
    }

    private func readAnswer() throws -> Answer {
        let separator = Array("\r\n\r\n".utf8)
        var end = buffered.firstRange(of: separator)
        while end == nil {
            try readMore()
            end = buffered.firstRange(of: separator)
        }
        guard let end else { throw Failure.noAnswer }
        let lines = String(decoding: buffered[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        var length = 0
        var isChunked = false
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = parts[1].trimmingCharacters(in: .whitespaces)
            switch parts[0].lowercased() {
            case "content-length": length = Int(value) ?? 0
            case "transfer-encoding": isChunked = value.lowercased() == "chunked"
            default: break
            }
        }
        buffered.removeFirst(end.upperBound)
        let body = isChunked ? try readChunks() : try take(length)
        return Answer(status: status, body: body)
    }

    private func readChunks() throws -> [UInt8] {
        var body: [UInt8] = []
        while true {
            let size = Int(String(decoding: try takeLine(), as: UTF8.self), radix: 16) ?? 0
            body += try take(size)
            _ = try takeLine()
            if size == 0 { return body }
        }
    }

    private func takeLine() throws -> [UInt8] {
        while true {
            if let end = buffered.firstRange(of: [13, 10]) {
                let line = Array(buffered[..<end.lowerBound])
                buffered.removeFirst(end.upperBound)
                return line
            }
            try readMore()
        }
    }

    private func take(_ count: Int) throws -> [UInt8] {
        while buffered.count < count { try readMore() }
        defer { buffered.removeFirst(count) }
        return Array(buffered.prefix(count))
    }

    private func readMore() throws {
        var chunk = [UInt8](repeating: 0, count: 16_384)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else { throw Failure.noAnswer }
        buffered += chunk.prefix(count)
    }
}
