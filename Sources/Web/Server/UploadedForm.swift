import HTTPTypes
import Hummingbird

/// A form with a file that is small enough to be held whole.
struct UploadedForm: Sendable {
    /// A form with a file may take so many times as long as any other.
    private static let patience = 10

    let fields: [String: String]
    /// The idempotency key that the form was rendered with.
    let key: String
    /// Empty where none was brought.
    let file: [UInt8]

    /// Reads the body and checks that one of our own pages was the sender; file and fields have `longest` bytes at most.
    ///
    /// - Throws: 403 where somebody else was, 400 for what is no such form; ``BodyRefusal`` for one that is too long or
    ///   too slow.
    init(_ request: Request, token: String, settings: WebSettings, longest: Int) async throws {
        try PostedForm.checkSite(of: request)
        guard let boundary = request.multipartBoundary else { throw HTTPError(.badRequest) }
        var reader = MultipartReader(
            request.body.map(\.readableBytesView).makeAsyncIterator(),
            boundary: boundary,
            limit: 2 * longest,
            longestField: longest,
            end: .now.advanced(by: .seconds(Self.patience * settings.requestTimeout))
        )
        var fields: [String: String] = [:]
        var file: [UInt8] = []
        while let event = try await reader.next() {
            switch event {
            case .field(let name, let value): fields[name] = value
            case .file: break
            case .bytes(let piece): file += piece
            }
        }
        let posted = try PostedForm(fields, token: token)
        guard file.count <= longest else { throw BodyRefusal.tooLarge }
        (self.fields, key, self.file) = (posted.fields, posted.key, file)
    }
}
