import FoundationEssentials
import Law
import Synthetic
import Testing

@testable import Journal
@testable import Office

struct `A session` {
    private static let secret: [UInt8] = Array(0..<32)

    private static func begin(_ office: TestOffice, secret: [UInt8] = secret) throws -> String {
        try office.rooms.sessions.begin(Staff.leader, secret: secret, language: "nn")
    }

    @Test func `says who signed in and in what language`() async throws {
        try await withOffice { office in
            let token = try Self.begin(office)
            let session = try #require(try office.rooms.sessions.session(token))
            #expect(session.person == Staff.leader)
            #expect(session.language == "nn")
            try office.rooms.sessions.choose(language: "en", in: session)
            #expect(try office.rooms.sessions.session(token)?.language == "en")
        }
    }

    @Test(arguments: [(Sessions.idleLimit - 1, true), (Sessions.idleLimit, false), (Sessions.idleLimit + 1, false)])
    func `ends when nobody uses it`(seconds: Int, isAlive: Bool) async throws {
        try await withOffice { office in
            let token = try Self.begin(office)
            office.clock.move(seconds: seconds)
            #expect((try office.rooms.sessions.session(token) != nil) == isAlive)
            // What has ended stays ended, even if the clock is set back.
            office.clock.move(seconds: -10)
            #expect((try office.rooms.sessions.session(token) != nil) == isAlive)
        }
    }

    @Test(arguments: [
        (Sessions.absoluteLimit - 1, true), (Sessions.absoluteLimit, false), (Sessions.absoluteLimit + 1, false),
    ])
    func `ends after a long working day, however busy`(seconds: Int, isAlive: Bool) async throws {
        try await withOffice { office in
            let token = try Self.begin(office)
            let start = office.clock.now
            for minute in stride(from: 20 * 60, to: Sessions.absoluteLimit - 60, by: 20 * 60) {
                office.clock.move(to: start.adding(seconds: minute))
                #expect(try office.rooms.sessions.session(token) != nil)
            }
            office.clock.move(to: start.adding(seconds: seconds))
            #expect((try office.rooms.sessions.session(token) != nil) == isAlive)
        }
    }

    @Test func `ends at once on every node when the person signs out`() async throws {
        try await withOffice { office in
            let other = try office.secondNode()
            let token = try Self.begin(office)
            let session = try #require(try other.rooms.sessions.session(token))
            try office.rooms.sessions.end(session)
            #expect(try office.rooms.sessions.session(token) == nil)
            #expect(try other.rooms.sessions.session(token) == nil)
        }
    }

    @Test(arguments: ["payload", "nonce", "endsAt", "seenAt", "swapped"])
    func `that was tampered with signs nobody in`(damage: String) async throws {
        try await withOffice { office in
            let token = try Self.begin(office)
            let other = try Self.begin(office, secret: Array(1...32))
            let row = try #require(try office.store.sessions(of: Staff.leader.unit).first)
            var (payload, nonce) = (row.payload, row.nonce)
            var (seenAt, endsAt, id) = (row.seenAt, row.endsAt, row.id)
            switch damage {
            case "payload": payload[payload.startIndex] ^= 1
            case "nonce": nonce[nonce.startIndex] ^= 1
            case "endsAt": endsAt = endsAt.adding(seconds: 60)
            case "seenAt": seenAt = seenAt.adding(seconds: 1)
            default: id = try #require(try office.store.sessions(of: Staff.leader.unit).last?.id)
            }
            try office.store.putSession(
                SessionRow(
                    unit: row.unit,
                    id: id,
                    seenAt: seenAt,
                    endsAt: endsAt,
                    keyID: row.keyID,
                    nonce: nonce,
                    payload: payload
                )
            )
            let found = [token, other].compactMap { try? office.rooms.sessions.session($0) }
            #expect(found.count == 1)
        }
    }

    @Test(arguments: ["", ".", "nordvag", "nordvag.", "nordvag.00", "trefjord.", "../x.y", "NORDVAG.ab", "reception."])
    func `is not found by anything but its token`(wrong: String) async throws {
        try await withOffice { office in
            let token = try Self.begin(office)
            let secret = try #require(token.split(separator: ".").last)
            for text in [wrong, wrong + secret, String(token.dropLast()), token + "0"] where text != token {
                #expect(try office.rooms.sessions.session(text) == nil)
            }
        }
    }

    @Test func `has forms that another session's cannot be sent with`() async throws {
        try await withOffice { office in
            let tokens = [try Self.begin(office), try Self.begin(office, secret: Array(1...32))]
            let sessions = try tokens.compactMap { try office.rooms.sessions.session($0) }
            #expect(Set(sessions.map(\.formToken)).count == 2)
            #expect(try office.rooms.sessions.session(tokens[0])?.formToken == sessions[0].formToken)
            // The form token lies in pages; nobody may sign in by it.
            #expect(try office.rooms.sessions.session(sessions[0].formToken) == nil)
            #expect(tokens.allSatisfy { !$0.contains(sessions[0].formToken) })
        }
    }
}
