import HTTPTypes

/// The part of the server that a request is for, told by its path alone.
enum RequestArea: Hashable, Sendable {
    case pages
    /// The attempt to sign in, which is limited more strictly.
    case signIn
    case api
    case assets
    /// What monitoring asks for.
    case operation

    init(path: String, method: HTTPRequest.Method) {
        if path.hasPrefix("/api/") {
            self = .api
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

    /// Whether people look at it, in their language and with their session.
    var isForPeople: Bool { self == .pages || self == .signIn }
}
