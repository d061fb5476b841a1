import HTTPTypes

/// The part of the server that a request is for, told by its path alone.
enum RequestArea: Hashable, Sendable {
    case pages
    /// The attempt to sign in, which is limited more strictly.
    case signIn
    /// What other systems ask for, each with its own secret.
    case api
    /// What people's programs ask for, with the session of their browser.
    case personApi
    case assets
    /// What monitoring asks for.
    case operation

    init(path: String, method: HTTPRequest.Method) {
        if path.hasPrefix("/api/") {
            self = Self.senders.contains { path.hasPrefix($0) } ? .api : .personApi
        } else if path.hasPrefix("/assets/") {
            self = .assets
        } else if path == "/live" || path == "/ready" || path == "/metrics" {
            self = .operation
        } else if path == "/sign-in", method == .post {
            self = .signIn
        } else {
            self = .pages
        }
    }

    private static let senders = ["/api/concerns/", "/api/receipts", "/api/sent/"]

    /// Whether it is answered to the person whose session it carries.
    var hasSession: Bool { isForPeople || self == .personApi }

    /// Whether people look at it, in their language and with their session.
    var isForPeople: Bool { self == .pages || self == .signIn }
}
