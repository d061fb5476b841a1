import Law
import Synchronization

/// Counts what each client asks for: a bucket of tokens per client, filled at a steady rate.
///
/// The table is bounded. When it is full, clients whose bucket has filled up again are forgotten, which changes
/// nothing for them; if that does not help, all are.
final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: Instant
    }

    private static let mostClients = 10_000

    private let rate: WebSettings.Rate
    private let buckets = Mutex<[String: Bucket]>([:])

    init(_ rate: WebSettings.Rate) {
        self.rate = rate
    }

    /// Takes a token.
    ///
    /// - Returns: Seconds to wait before the next one is there; `nil` where one was taken.
    func take(_ client: String, at now: Instant) -> Int? {
        buckets.withLock { buckets in
            var bucket = filled(buckets[client], at: now)
            defer {
                if buckets.count >= Self.mostClients, buckets[client] == nil { makeRoom(in: &buckets, at: now) }
                buckets[client] = bucket
            }
            guard bucket.tokens >= 1 else {
                return max(1, Int(((1 - bucket.tokens) * 60 / Double(rate.perMinute)).rounded(.up)))
            }
            bucket.tokens -= 1
            return nil
        }
    }

    private func filled(_ bucket: Bucket?, at now: Instant) -> Bucket {
        guard let bucket else { return Bucket(tokens: Double(rate.burst), filledAt: now) }
        // A clock that is set back gives nothing, and takes nothing away.
        let more = max(0, bucket.filledAt.seconds(until: now)) * Double(rate.perMinute) / 60
        return Bucket(tokens: min(Double(rate.burst), bucket.tokens + more), filledAt: now)
    }

    private func makeRoom(in buckets: inout [String: Bucket], at now: Instant) {
        buckets = buckets.filter { filled($0.value, at: now).tokens < Double(rate.burst) }
        if buckets.count >= Self.mostClients { buckets = [:] }
    }
}

/// The limiters of a server, one for each kind of request.
struct RateLimiters: Sendable {
    private let pages: RateLimiter?
    private let signIn: RateLimiter?
    private let api: RateLimiter?

    init(_ rates: WebSettings.Rates) {
        pages = rates.pages.map(RateLimiter.init)
        signIn = rates.signIn.map(RateLimiter.init)
        api = rates.api.map(RateLimiter.init)
    }

    subscript(area: RequestArea) -> RateLimiter? {
        switch area {
        case .pages, .personApi: pages
        case .signIn: signIn
        case .api: api
        case .assets, .operation: nil
        }
    }
}
