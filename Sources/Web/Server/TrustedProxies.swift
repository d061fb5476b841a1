import Foundation

/// The proxies in front of the server whose word about a client's address is taken: addresses and networks.
package struct TrustedProxies: Hashable, Sendable {
    /// Why a text is no address or network.
    package struct ParseError: Error, Equatable, CustomStringConvertible {
        /// The text that is neither address nor network.
        package let text: String

        package var description: String {
            "\(text) is no address of a proxy; expected one such as 10.0.0.5, 10.0.0.0/8 or 2001:db8::/32."
        }
    }

    private struct Network: Hashable {
        let address: InternetAddress
        /// The bits that count, from the left.
        let length: Int

        func contains(_ other: InternetAddress) -> Bool {
            guard address.bytes.count == other.bytes.count else { return false }
            let (whole, rest) = length.quotientAndRemainder(dividingBy: 8)
            guard address.bytes.prefix(whole) == other.bytes.prefix(whole) else { return false }
            return rest == 0 || (address.bytes[whole] ^ other.bytes[whole]) >> (8 - rest) == 0
        }
    }

    /// Nobody's word is taken.
    package static let none = TrustedProxies(networks: [])

    private let networks: [Network]

    private init(networks: [Network]) {
        self.networks = networks
    }

    /// Reads addresses, and networks with the number of bits behind a slash.
    ///
    /// - Throws: ``ParseError`` with the first text that is neither.
    package init(parsing texts: [String]) throws(ParseError) {
        var networks: [Network] = []
        for text in texts {
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard let address = InternetAddress(parts[0]) else { throw ParseError(text: text) }
            let bits = address.bytes.count * 8
            guard let length = parts.count == 1 ? bits : Int(parts[1]), (0...bits).contains(length) else {
                throw ParseError(text: text)
            }
            networks.append(Network(address: address, length: length))
        }
        self.networks = networks
    }

    /// The client that a request comes from, as one name for the rate limiter: its address, of version 6 its network.
    ///
    /// From the right, the first address in the proxies' list that is not itself a trusted proxy's: what stands left
    /// of it, the client may have written. A request that comes from elsewhere counts for the peer, whatever it says.
    func client(peer: String?, forwardedFor list: String?) -> String {
        guard let peer else { return "" }
        guard let last = InternetAddress(peer) else { return peer }
        guard let list, trusts(last) else { return last.network }
        var client = last
        for text in list.split(separator: ",").reversed() {
            // A proxy that writes what is no address is asked no further.
            guard let address = InternetAddress(text.trimmingPrefix { $0 == " " }) else { break }
            client = address
            guard trusts(address) else { break }
        }
        return client.network
    }

    private func trusts(_ address: InternetAddress) -> Bool { networks.contains { $0.contains(address) } }
}

/// An address of the internet protocol, version 4 or 6; one of version 4 written in version 6 is the former.
private struct InternetAddress: Hashable {
    /// 4 or 16.
    let bytes: [UInt8]

    init?(_ text: some StringProtocol) {
        let text = String(text.trimmingCharacters(in: .whitespaces))
        var short = in_addr()
        if inet_pton(AF_INET, text, &short) == 1 {
            bytes = withUnsafeBytes(of: &short) { Array($0) }
            return
        }
        var long = in6_addr()
        guard inet_pton(AF_INET6, text, &long) == 1 else { return nil }
        let found = withUnsafeBytes(of: &long) { Array($0) }
        let isMapped = found.prefix(10).allSatisfy { $0 == 0 } && found[10] == 0xFF && found[11] == 0xFF
        bytes = isMapped ? Array(found.suffix(4)) : found
    }

    /// An address of version 4, or the first 64 bits of one of version 6: every client there has all the rest to itself.
    var network: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        return stride(from: 0, to: 8, by: 2)
            .map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }
            .joined(separator: ":") + "::"
    }
}
