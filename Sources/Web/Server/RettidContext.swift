import Hummingbird
import NIOCore
import Office

/// What is known about a request before anybody has signed in.
struct RettidContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address that the connection comes from; `nil` for one that is no internet address.
    let peer: String?
    /// Ends the connection, for a client that sends what nobody will read.
    let hangUp: @Sendable () -> Void
    /// Random; finds the request in the log.
    var requestID = ""
    var language = Language.bokmaal
    var session: Sessions.Session?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
        hangUp = { [channel = source.channel] in channel.close(promise: nil) }
    }
}

/// What a page for signed-in people gets; it cannot be made of a request without a session.
struct SignedInContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let visit: Visit
    let session: Sessions.Session

    var person: Person { session.person }

    init(context: RettidContext) throws {
        guard let session = context.session else { throw HTTPError(.unauthorized) }
        coreContext = context.coreContext
        self.session = session
        visit = Visit(context)
    }
}

/// What a page needs to know of the request that asked for it.
struct Visit: Sendable {
    let session: Sessions.Session?
    let language: Language
    let requestID: String

    init(_ context: RettidContext) {
        session = context.session
        language = context.language
        requestID = context.requestID
    }
}
