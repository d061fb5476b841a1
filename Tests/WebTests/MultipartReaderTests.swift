import Testing

@testable import Web

struct `A form with a file` {
    private static let body = """
        --x\r\nContent-Disposition: form-data; name="title"\r\n\r\nBrev\r\nog svar\r\n\
        --x\r\nContent-Disposition: form-data; name="file"; filename="brev \\ én.pdf"\r\n\
        Content-Type: application/pdf\r\n\r\n%PDF\r\n--y\r\n--\r\n\
        --x\r\nContent-Disposition: form-data; name="do"\r\n\r\nsend\r\n--x--\r\nmer
        """

    @Test(arguments: [1, 2, 3, 7, 40, 4096])
    func `is read the same in pieces of any size`(size: Int) async throws {
        var reader = Self.reader(Array(Self.body.utf8), size)
        var bytes: [UInt8] = []
        var events: [MultipartReader<Pieces>.Event] = []
        while let event = try await reader.next() {
            if case .bytes(let piece) = event { bytes += piece } else { events.append(event) }
        }
        #expect(
            events == [
                .field(name: "title", value: "Brev\nog svar"), .file(field: "file", name: "brev \\ én.pdf"),
                .field(name: "do", value: "send"),
            ]
        )
        #expect(String(decoding: bytes, as: UTF8.self) == "%PDF\r\n--y\r\n--")
    }

    @Test func `is refused wherever it breaks off`() async throws {
        let whole = Array(Self.body.utf8)
        let end = whole.count - "--\r\nmer".utf8.count
        for count in stride(from: 0, through: end, by: 5) {
            var reader = Self.reader(Array(whole[..<count]), 64)
            await #expect(throws: (any Error).self, "after \(count) bytes") {
                while try await reader.next() != nil {}
            }
        }
    }

    @Test(arguments: [
        "x--\r\n", "--x\r\n\r\n\r\nvalue\r\n--x--", "--x\r\nContent-Disposition: form-data\r\n\r\nvalue\r\n--x--",
        "--xy\r\n", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n" + String(repeating: "b", count: 9000),
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + String(repeating: "b", count: 70_000)
            + "\r\n--x--",
    ])
    func `is refused where it is none, or a head or field has no end`(text: String) async throws {
        var reader = Self.reader(Array(text.utf8), 1000)
        await #expect(throws: (any Error).self) { while try await reader.next() != nil {} }
    }

    @Test func `is refused past its limit`() async throws {
        var reader = Self.reader(Array(Self.body.utf8), 10, limit: 150)
        await #expect(throws: BodyRefusal.tooLarge) { while try await reader.next() != nil {} }
    }

    private static func reader(_ bytes: [UInt8], _ size: Int, limit: Int = 1 << 20) -> MultipartReader<Pieces> {
        MultipartReader(
            Pieces(rest: bytes[...], size: size),
            boundary: "x",
            limit: limit,
            end: .now.advanced(by: .seconds(60))
        )
    }

    /// Bytes that come in pieces of one size.
    struct Pieces: AsyncIteratorProtocol {
        var rest: ArraySlice<UInt8>
        let size: Int

        mutating func next() async throws -> ArraySlice<UInt8>? {
            guard !rest.isEmpty else { return nil }
            defer { rest = rest.dropFirst(size) }
            return rest.prefix(size)
        }
    }
}
