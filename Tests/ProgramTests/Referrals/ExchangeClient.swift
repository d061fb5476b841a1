import Exchange
import Foundation
import Law
import Office

/// Somebody at a desk of an organisation who presses again until the button has worked, however often the process dies.
struct ExchangeClient {
    /// Nothing came of it for so long that it never will.
    struct GaveUp: Error {
        let what: String
        let lastStatus: Int?
    }

    /// The longest that anything may take, in seconds: a lease and two restarts fit in many times.
    private static let patience = 180.0

    let organisation: Organisation
    /// Tells addresses apart.
    let number: Int

    /// The id of the message that a form with this key becomes.
    func message(_ key: String) throws -> RecordID {
        try organisation.rooms.cases.identity(for: key, of: organisation.person)
    }

    /// Writes a referral to a foster home on the page and sends it.
    func refer(_ caseID: RecordID, key: String) throws -> RecordID {
        let id = try message(key)
        let example = MessageExample.message(of: .fosterHome, id: id, sentAt: organisation.rooms.environment.now())
        var fields = MessageForm.of(.standard(.fosterHome)).values(of: example.root).entries
            .filter { !$0.key.hasPrefix("Vedlegg") }
        fields["csrf"] = organisation.session.formToken
        fields["key"] = key
        fields["do"] = "send"
        fields["participation"] = "override"
        fields["overrideReason"] = "Barnet er på reise."
        let body = fields.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }.joined(separator: "&")
        try untilDone("referral \(key)") {
            let answer = organisation.ask(
                "POST",
                "/saker/\(caseID)/henvisninger/ny/fosterhjem",
                headers: ["Content-Type": "application/x-www-form-urlencoded"],
                body: Array(body.utf8),
                by: number
            )
            guard answer?.status == 303, organisation.ask("GET", "/api/referrals/\(id)", by: number)?.status == 200
            else { return (false, answer?.status) }
            return (true, 303)
        }
        return id
    }

    /// Asks for a place at once, by telephone first.
    func askAcutely(_ caseID: RecordID, key: String) throws -> RecordID {
        let now = organisation.rooms.environment.now()
        let fields = [
            "measureKind": "careInstitution", "phonedAt": now.adding(seconds: -3_600).formText,
            "neededBy": now.adding(seconds: 14_400).formText, "section": "acuteCare", "decidedBy": "leader",
            "decidedAt": now.adding(seconds: -7_200).formText, "whereabouts": "1505",
            "events": "Barnet kan ikke være hjemme.",
        ]
        try post("/api/cases/\(caseID)/acute-requests", fields, key: key)
        return try message(key)
    }

    /// Tells the other level something.
    @discardableResult
    func tell(_ act: String, _ fields: [String: any Sendable], in referral: RecordID, key: String) throws -> RecordID {
        try post("/api/referrals/\(referral)/acts/\(act)", fields, key: key)
        return try message(key)
    }

    /// Waits until a message of the other side has come.
    func wait(for message: RecordID, in referral: RecordID) throws {
        try untilDone("\(message)") {
            let answer = organisation.ask("GET", "/api/referrals/\(referral)", by: number)
            let text = answer.map { String(decoding: $0.body, as: UTF8.self) } ?? ""
            return (answer?.status == 200 && text.contains("\"id\":\"\(message)\""), answer?.status)
        }
    }

    /// The referral as this level is shown it, without what is its own alone.
    func view(of referral: RecordID) throws -> NSDictionary {
        var view = NSDictionary()
        try untilDone("view \(referral)") {
            guard let answer = organisation.ask("GET", "/api/referrals/\(referral)", by: number), answer.status == 200,
                var object = try? JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
            else { return (false, nil) }
            for own in ["side", "counterpart", "handler", "messages"] { object[own] = nil }
            view = object as NSDictionary
            return (true, 200)
        }
        return view
    }

    private func post(_ path: String, _ fields: [String: any Sendable], key: String) throws {
        let body = try JSONSerialization.data(withJSONObject: fields)
        try untilDone("\(path) \(key)") {
            let answer = organisation.ask(
                "POST",
                path,
                headers: ["Content-Type": "application/json", "Idempotency-Key": key],
                body: Array(body),
                by: number
            )
            return (answer.map { $0.status == 200 || $0.status == 201 } ?? false, answer?.status)
        }
    }

    private func untilDone(_ what: String, _ attempt: () throws -> (isDone: Bool, status: Int?)) throws {
        let start = Date()
        while true {
            let (isDone, status) = try attempt()
            guard !isDone else { return }
            guard Date().timeIntervalSince(start) < Self.patience else { throw GaveUp(what: what, lastStatus: status) }
            usleep(20_000)
        }
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = byte.isASCIILetterOrDigit
            return isPlain ? String(Unicode.Scalar(byte)) : "%" + String(format: "%02X", byte)
        }.joined()
    }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
