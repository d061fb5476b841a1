package import Logging

/// What the web server is told when it starts.
package struct WebSettings: Sendable {
    /// How many requests one client may make.
    package struct Rate: Hashable, Sendable {
        /// Requests a minute in the long run.
        package var perMinute: Int
        /// Requests at once, before the long run counts.
        package var burst: Int

        package init(perMinute: Int, burst: Int) {
            self.perMinute = perMinute
            self.burst = burst
        }
    }

    /// The rates of the three kinds of request; `nil` sets no limit.
    package struct Rates: Hashable, Sendable {
        /// For people in their browsers, by the address they come from.
        package var pages: Rate?
        /// For attempts to sign in.
        package var signIn: Rate?
        /// For programs and senders.
        package var api: Rate?

        package init(pages: Rate?, signIn: Rate?, api: Rate?) {
            self.pages = pages
            self.signIn = signIn
            self.api = api
        }

        /// For a service behind its own network: people are many behind one address, senders are few.
        package static let usual = Rates(
            pages: Rate(perMinute: 1200, burst: 400),
            signIn: Rate(perMinute: 60, burst: 30),
            api: Rate(perMinute: 60_000, burst: 10_000)
        )

        /// For the pretend world, which is also what people measure: no limit for senders.
        package static let demo = Rates(pages: usual.pages, signIn: usual.signIn, api: nil)
    }

    /// The address to listen on.
    package var host: String
    /// 0 lets the system choose; the server tells which one it got.
    package var port: Int
    /// Whether everything is invented: people sign in by choosing who to be, and a sender needs no secret.
    package var demo: Bool
    /// The largest body that is read, in bytes; a document that is put into a case has a limit of its own.
    package var bodyLimit: Int
    /// Seconds within which a request's body must have arrived, and after which a silent connection is closed.
    package var requestTimeout: Int
    /// How much one client may ask for.
    package var rates: Rates
    /// Whether cookies are sent over TLS only.
    package var cookiesAreSecure: Bool
    /// The proxies in front that tell the client's address in `X-Forwarded-For`.
    package var trustedProxies: TrustedProxies
    /// Where it is written what was asked for and what went wrong; never about whom.
    package var logger: Logger
    /// Whether the store takes work.
    package var isStoreWorking: @Sendable () -> Bool

    /// Settings; what is not given is as it should be for a service in use, or for the pretend world.
    package init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        demo: Bool,
        bodyLimit: Int = 5_000_000,
        requestTimeout: Int = 30,
        rates: Rates? = nil,
        cookiesAreSecure: Bool? = nil,
        trustedProxies: TrustedProxies = .none,
        logger: Logger,
        isStoreWorking: @escaping @Sendable () -> Bool = { true }
    ) {
        self.host = host
        self.port = port
        self.demo = demo
        self.bodyLimit = bodyLimit
        self.requestTimeout = requestTimeout
        self.rates = rates ?? (demo ? .demo : .usual)
        self.cookiesAreSecure = cookiesAreSecure ?? !demo
        self.trustedProxies = trustedProxies
        self.logger = logger
        self.isStoreWorking = isStoreWorking
    }
}
