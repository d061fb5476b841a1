/// A file that came or went with a message, as it is handed out.
package struct KeptFile: Hashable, Sendable {
    /// The name that the message gives it.
    package let name: String
    /// What its bytes say that it is; `application/octet-stream` for any kind that is not let into a case.
    package let mediaType: String
    /// The whole file, checked.
    package let bytes: [UInt8]

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var sniffer = MediaSniffer()
        sniffer.take(bytes)
        mediaType = sniffer.media?.rawValue ?? "application/octet-stream"
    }
}
