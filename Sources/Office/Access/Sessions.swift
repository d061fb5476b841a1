import Crypto
import Foundation
package import Journal
import Law

/// Signed-in people's sessions, kept in the store so that every node knows them and one can be ended at once.
package struct Sessions: Sendable {
    /// A session as the request that carries its cookie sees it.
    package struct Session: Sendable {
        /// Who has signed in.
        package let person: Person
        /// The secret in the cookie; forms carry what is derived from it.
        package let token: String
        /// The language that the person has chosen, where they have.
        package let language: String?

        /// The token that every form of this session carries (against cross-site requests).
        package var formToken: String { Sessions.formToken(of: token) }
    }

    /// What a form carries to prove that whoever made it knows a cookie's secret.
    package static func formToken(of secret: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("form".utf8),
            using: SymmetricKey(data: Data(secret.utf8))
        )
        return Data(code).hexadecimal
    }

    /// Ended after so many seconds without a request.
    package static let idleLimit = 30 * 60
    /// Ended after so many seconds in any case: a long working day.
    package static let absoluteLimit = 10 * 3600
    /// The time of the last look is written at most this often, in seconds.
    private static let noteInterval = 60

    private let store: any JournalStore
    private let masters: MasterKeys
    private let people: People
    private let environment: Environment

    package init(store: any JournalStore, masters: MasterKeys, people: People, environment: Environment) {
        self.store = store
        self.masters = masters
        self.people = people
        self.environment = environment
    }

    /// Starts a session from a `secret` of 32 random bytes that the caller has drawn.
    ///
    /// - Returns: The cookie's value.
    /// - Throws: An error where the session cannot be sealed or stored; then nobody is signed in.
    package func begin(_ person: Person, secret: [UInt8], language: String?) throws -> String {
        let token = "\(person.unit.text).\(Data(secret).hexadecimal)"
        let now = environment.now()
        try store.putSession(
            row(
                person.id,
                language: language,
                unit: person.unit,
                token: token,
                seenAt: now,
                endsAt: now.adding(seconds: Self.absoluteLimit)
            )
        )
        return token
    }

    /// The session that a cookie names, if it is still good.
    package func session(_ token: String) throws -> Session? {
        guard let unit = Self.unit(of: token), let row = try store.session(unit: unit, id: Self.id(of: token)) else {
            return nil
        }
        let now = environment.now()
        guard now < row.endsAt, row.seenAt.seconds(until: now) < Double(Self.idleLimit) else {
            try store.removeSession(unit: unit, id: row.id)
            return nil
        }
        // A row that was changed signs nobody in: to its owner it is a session that has ended.
        guard let content = try? SessionVault.open(row, store: store, masters: masters) else { return nil }
        var reader = ByteReader(content)
        let actor = try reader.actor()
        let language = try reader.optionalText()
        guard let person = people[actor], person.unit == unit else { return nil }
        if row.seenAt.seconds(until: now) > Double(Self.noteInterval) {
            // Never inserted anew: signing out in the same moment must hold.
            try store.refreshSession(
                self.row(actor, language: language, unit: unit, token: token, seenAt: now, endsAt: row.endsAt)
            )
        }
        return Session(person: person, token: token, language: language)
    }

    /// Notes the language that the person has chosen.
    package func choose(language: String, in session: Session) throws {
        guard let row = try store.session(unit: session.person.unit, id: Self.id(of: session.token)) else { return }
        try store.refreshSession(
            self.row(
                session.person.id,
                language: language,
                unit: session.person.unit,
                token: session.token,
                seenAt: environment.now(),
                endsAt: row.endsAt
            )
        )
    }

    /// Ends a session at once, on every node.
    package func end(_ session: Session) throws {
        try store.removeSession(unit: session.person.unit, id: Self.id(of: session.token))
    }

    private func row(
        _ actor: ActorID,
        language: String?,
        unit: UnitID,
        token: String,
        seenAt: Instant,
        endsAt: Instant
    ) throws -> SessionRow {
        var writer = ByteWriter(capacity: 64)
        writer.write(actor.description)
        writer.write(optional: language)
        return try SessionVault.seal(
            writer.bytes,
            unit: unit,
            id: Self.id(of: token),
            seenAt: seenAt,
            endsAt: endsAt,
            store: store,
            masters: masters
        )
    }

    private static func unit(of token: String) -> UnitID? {
        token.split(separator: ".", maxSplits: 1).first.flatMap { try? UnitID(parsing: $0) }
    }

    private static func id(of token: String) -> Data { Data(SHA256.hash(data: Data(token.utf8))) }
}
