import HTTPTypes
import Hummingbird
import Office

/// The fields of a form that a page of ours has posted.
struct PostedForm: Sendable {
    private static let longest = 500_000
    private static let keyLength = 1...64

    /// The texts by name, the last one of each.
    let fields: [String: String]
    /// The idempotency key that the form was rendered with.
    let key: String

    /// The text of a field; empty where it was not sent.
    subscript(name: String) -> String { fields[name] ?? "" }

    /// Whether the field was sent at all.
    func has(_ name: String) -> Bool { fields[name] != nil }

    /// Reads the body and checks that one of our own pages was the sender.
    ///
    /// `token` is what the form must carry; `nil` stands for a form that does no harm in anybody's name. `mostFields` is
    /// how many fields the form may have.
    ///
    /// - Throws: 403 where the token or the browser says otherwise, 400 for what is no form.
    init(_ request: Request, token: String?, settings: WebSettings, mostFields: Int = 100) async throws {
        try Self.checkSite(of: request)
        let bytes = try await request.bytes(
            upTo: min(Self.longest, settings.bodyLimit),
            within: settings.requestTimeout
        )
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true,
            let fields = FormText.read(bytes, mostFields: mostFields)
        else { throw HTTPError(.badRequest) }
        try self.init(fields, token: token)
    }

    /// Checks the token of fields that have been read.
    ///
    /// - Throws: 403 where it is another, 400 where there is no idempotency key.
    init(_ fields: [String: String], token: String?) throws {
        if let token, !Self.matches(fields["csrf"] ?? "", token) { throw HTTPError(.forbidden) }
        let key = fields["key"] ?? ""
        guard Self.isKey(key) else { throw HTTPError(.badRequest) }
        self.fields = fields
        self.key = key
    }

    /// Refuses a form that another site's page has posted.
    ///
    /// - Throws: 403.
    static func checkSite(of request: Request) throws {
        // Older browsers, and all browsers without TLS, leave this header out; the token then decides alone.
        if let site = request.headers[.fetchSite], site != "same-origin", site != "none" { throw HTTPError(.forbidden) }
    }

    /// Compares in a time that does not depend on where the texts differ.
    static func matches(_ given: String, _ expected: String) -> Bool {
        let given = Array(given.utf8)
        let expected = Array(expected.utf8)
        guard given.count == expected.count, !expected.isEmpty else { return false }
        return zip(given, expected).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Whether a text can be an idempotency key: 1 to 64 of a–z, 0–9 and hyphen.
    static func isKey(_ text: String) -> Bool {
        keyLength.contains(text.utf8.count) && text.utf8.allSatisfy(isKeyByte)
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

/// The text form of posted fields: `name=value&…` with `+` and `%xx`.
enum FormText {
    /// The fields by name, the last one of each name; `nil` where the text is broken.
    static func read(_ bytes: [UInt8], mostFields: Int = 100) -> [String: String]? {
        var fields: [String: String] = [:]
        let pairs = bytes.split(separator: UInt8(ascii: "&"))
        guard pairs.count <= mostFields else { return nil }
        for pair in pairs {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decode(parts[0]), let value = decode(parts.count > 1 ? parts[1] : []) else { return nil }
            fields[name] = value
        }
        return fields
    }

    /// A text with `%xx` and, where the form says so, `+` resolved; `nil` where it is not UTF-8.
    ///
    /// Line ends, which browsers send as CR LF, become LF.
    static func decode(_ bytes: ArraySlice<UInt8>, plusIsBlank: Bool = true) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+") where plusIsBlank: result.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    return nil
                }
                result.append(high << 4 | low)
            default: result.append(byte)
            }
        }
        return String(validating: result, as: UTF8.self)?.replacing("\r\n", with: "\n")
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
    }
}

extension RouterGroup where Context == SignedInContext {
    /// Adds a form's target: the handler is called only with a form of the person's own session.
    func submit(
        _ path: RouterPath,
        _ pages: PageDesk,
        use handler: @Sendable @escaping (PostedForm, SignedInContext) async throws -> Response
    ) {
        post(path) { request, context in
            let form = try await PostedForm(request, token: context.session.formToken, settings: pages.settings)
            return try await handler(form, context)
        }
    }
}
