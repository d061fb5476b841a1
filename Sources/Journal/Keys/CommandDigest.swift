import Crypto
package import Foundation

/// The digest of what a person has asked for, under a key of the operator's.
///
/// It stands in clear beside the journal. A plain digest of a child's number could be guessed by trying all numbers;
/// this one only by whoever holds the key file.
package struct CommandDigest: Sendable {
    private let key: SymmetricKey

    /// - Throws: Where the key file has lost its oldest key, which rotation never takes away.
    package init(masters: MasterKeys) throws {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: try masters.oldest(),
            info: Data("rettid command digest".utf8),
            outputByteCount: 32
        )
    }

    /// 32 bytes; the same wish always gives the same ones.
    package func callAsFunction(_ wish: Data) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: wish, using: key))
    }
}
