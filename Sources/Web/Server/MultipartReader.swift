import HTTPTypes
import Hummingbird

/// Reads a form that brings a file (multipart/form-data, RFC 7578), piece by piece as it comes.
///
/// No more of the body is held than one field or one piece of the file.
struct MultipartReader<Chunks: AsyncIteratorProtocol> where Chunks.Element: Collection<UInt8> {
    /// What comes next in the body.
    enum Event: Hashable {
        case field(name: String, value: String)
        /// A file begins; its bytes follow until something else does. The name is as the browser gives it.
        case file(field: String, name: String)
        case bytes([UInt8])
    }

    private enum Place {
        case start, part, file, end
    }

    private static var longestHead: Int { 8 << 10 }
    private static var lineEnd: [UInt8] { [0x0D, 0x0A] }

    private var chunks: Chunks
    private let delimiter: [UInt8]
    private let limit: Int
    private let longestField: Int
    private let end: ContinuousClock.Instant
    private var place = Place.start
    /// Begins with the line end that the first delimiter lacks.
    private var buffer = MultipartReader.lineEnd
    private var count = 0

    /// A reader of a body with the boundary that its content type names.
    ///
    /// At most `limit` bytes are read, and they must have come by `end`.
    init(
        _ chunks: Chunks,
        boundary: String,
        limit: Int,
        longestField: Int = 64 << 10,
        end: ContinuousClock.Instant
    ) {
        self.chunks = chunks
        self.limit = limit
        self.longestField = longestField
        self.end = end
        delimiter = Self.lineEnd + Array("--\(boundary)".utf8)
    }

    /// The next field, file or piece of a file; `nil` at the end of the form.
    ///
    /// - Throws: 400 for what is no such form or breaks off; ``BodyRefusal`` for one that is too long or too slow.
    mutating func next() async throws -> Event? {
        switch place {
        case .start:
            try await fill(delimiter.count)
            guard buffer.starts(with: delimiter) else { throw HTTPError(.badRequest) }
            buffer.removeFirst(delimiter.count)
            return try await part()
        case .part: return try await part()
        case .file: return try await piece()
        case .end: return nil
        }
    }

    /// Reads the rest away, so that the client hears the answer.
    mutating func discard() async throws {
        buffer = []
        while try await more() { buffer = [] }
    }

    // MARK: Parts

    /// What stands behind a delimiter: the end, or another part.
    private mutating func part() async throws -> Event? {
        try await fill(2)
        if buffer.starts(with: Array("--".utf8)) {
            place = .end
            try await discard()
            return nil
        }
        guard buffer.starts(with: Self.lineEnd) else { throw HTTPError(.badRequest) }
        let head = try await text(until: Self.lineEnd + Self.lineEnd, longest: Self.longestHead)
        guard let field = Self.parameter("name", in: head) else { throw HTTPError(.badRequest) }
        if let name = Self.parameter("filename", in: head) {
            place = .file
            return .file(field: field, name: name)
        }
        place = .part
        return .field(
            name: field,
            value: try await text(until: delimiter, longest: longestField).replacing("\r\n", with: "\n")
        )
    }

    /// The next piece of a file, or what comes behind it.
    private mutating func piece() async throws -> Event? {
        while true {
            if let place = Self.find(delimiter, in: buffer) {
                let piece = Array(buffer[..<place])
                buffer.removeFirst(place + delimiter.count)
                self.place = .part
                return piece.isEmpty ? try await part() : .bytes(piece)
            }
            // The end of what has come may be the beginning of a delimiter.
            let safe = buffer.count - (delimiter.count - 1)
            if safe > 0 {
                let piece = Array(buffer[..<safe])
                buffer.removeFirst(safe)
                return .bytes(piece)
            }
            guard try await more() else { throw HTTPError(.badRequest) }
        }
    }

    /// The text before a mark, which is read too.
    private mutating func text(until mark: [UInt8], longest: Int) async throws -> String {
        while true {
            if let place = Self.find(mark, in: buffer), place <= longest {
                guard let text = String(validating: buffer[..<place], as: UTF8.self) else {
                    throw HTTPError(.badRequest)
                }
                buffer.removeFirst(place + mark.count)
                return text
            }
            guard buffer.count <= longest + mark.count, try await more() else { throw HTTPError(.badRequest) }
        }
    }

    // MARK: Bytes

    private mutating func fill(_ wanted: Int) async throws {
        while buffer.count < wanted { guard try await more() else { throw HTTPError(.badRequest) } }
    }

    /// Takes what comes next; false at the end of the body.
    private mutating func more() async throws -> Bool {
        guard let chunk = try await chunks.next() else { return false }
        count += chunk.count
        guard count <= limit else { throw BodyRefusal.tooLarge }
        guard ContinuousClock.now < end else { throw BodyRefusal.tooSlow }
        buffer.append(contentsOf: chunk)
        return true
    }

    private static func find(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
        var from = 0
        while let start = bytes[from...].firstIndex(of: wanted[0]) {
            guard start + wanted.count <= bytes.count else { return nil }
            if bytes[start...].starts(with: wanted) { return start }
            from = start + 1
        }
        return nil
    }

    /// A parameter of the part's `Content-Disposition`, in which browsers write a quotation mark as `%22`.
    private static func parameter(_ name: String, in head: String) -> String? {
        let lines = head.split(separator: "\r\n")
        let line = lines.first { $0.lowercased().hasPrefix("content-disposition: form-data;") }
        guard let line, let mark = line.firstRange(of: "; \(name)=\"") else { return nil }
        let rest = line[mark.upperBound...]
        return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
    }
}

extension Request {
    /// The boundary that the content type names; `nil` where the body is no form with a file.
    var multipartBoundary: String? {
        guard let type = headers[.contentType], type.lowercased().hasPrefix("multipart/form-data;"),
            let mark = type.firstRange(of: "boundary=")
        else { return nil }
        let text = type[mark.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
        return (1...70).contains(text.utf8.count) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? text : nil
    }
}
