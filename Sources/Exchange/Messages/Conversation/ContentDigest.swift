/// The name under which a message's content is kept: a digest of its bytes that tells nothing about them.
///
/// It is made with a secret key outside this target: a plain digest of a short text can be guessed. A message's
/// attachments belong to the content that the digest names.
package struct ContentDigest: Hashable, Sendable {
    /// The digest's own bytes, as many as its maker chose.
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }
}
