import Crypto
package import Foundation
package import Law

/// A system that sends reports of concern, known by a secret.
package struct Sender: Hashable, Sendable {
    /// The system, as journals name it.
    package let id: ActorID
    /// SHA-256 of the secret; `nil` for the pretend world's sender, which needs none.
    package let secretDigest: Data?
    /// A folder in which its receipts are put; `nil` where it takes them from the answer, or asks for them.
    package let receiptFolder: String?

    package init(id: ActorID, secretDigest: Data?, receiptFolder: String? = nil) {
        self.id = id
        self.secretDigest = secretDigest
        self.receiptFolder = receiptFolder
    }

    /// Whether a text can be an id or key of a sender's choosing: 1 to 200 visible ASCII characters.
    package static func isIdentifier(_ text: String) -> Bool {
        (1...200).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// Where its receipts go, in the words of the outbox.
    package var destination: String { id.description }
}

/// The senders that reception knows.
package struct Senders: Sendable {
    private let byDigest: [Data: Sender]
    /// Takes what comes without a secret; only in the pretend world.
    private let open: Sender?
    /// In the order in which they were configured.
    package let all: [Sender]

    /// The senders of the configuration.
    package init(_ senders: [Sender]) {
        all = senders
        byDigest = Dictionary(
            senders.compactMap { sender in sender.secretDigest.map { ($0, sender) } },
            uniquingKeysWith: { first, _ in first }
        )
        open = senders.first { $0.secretDigest == nil }
    }

    /// The sender with this secret; without one, the pretend world's.
    package func sender(secret: String?) -> Sender? {
        guard let secret else { return open }
        return byDigest[Self.digest(of: secret)]
    }

    /// The sender with an id; `nil` where there is none.
    package subscript(id: ActorID) -> Sender? { all.first { $0.id == id } }

    /// SHA-256 of a secret: the comparison then takes the same time whatever the secret is.
    package static func digest(of secret: String) -> Data { Data(SHA256.hash(data: Data(secret.utf8))) }
}
