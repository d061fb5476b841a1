import HTTPTypes

/// The headers that every answer carries, errors included.
enum SecurityHeaders {
    /// No script, no foreign host, no frame.
    private static let policy =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"

    private static let fields: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, policy),
        (.xContentTypeOptions, "nosniff"),
        (.named("Referrer-Policy"), "no-referrer"),
        (.named("Cross-Origin-Opener-Policy"), "same-origin"),
        (.named("Cross-Origin-Resource-Policy"), "same-origin"),
        (.named("Permissions-Policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ]

    /// Adds them, and forbids storing unless the route has said otherwise.
    static func add(to headers: inout HTTPFields) {
        for (name, value) in fields { headers[name] = value }
        if !headers.contains(.cacheControl) { headers[.cacheControl] = "no-store" }
    }
}

extension HTTPField.Name {
    /// A header by its name in our own code, which is always a token.
    static func named(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("no header can be named \(name)") }
        return name
    }

    static let requestID = named("X-Request-Id")
    static let retryAfter = named("Retry-After")
    static let idempotencyKey = named("Idempotency-Key")
    static let csrfToken = named(ApiDescription.tokenHeader)
    static let messageID = named("Bekymringsmelding-Id")
    static let fetchSite = named("Sec-Fetch-Site")
    static let forwardedFor = named("X-Forwarded-For")
    static let contentDisposition = named("Content-Disposition")
}
