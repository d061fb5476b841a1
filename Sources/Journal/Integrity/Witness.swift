import Crypto
package import Foundation
package import Law

/// A signed statement of where a chain ended: a line of the witness file, which belongs on another machine.
///
/// The store's owner can rewrite a chain from any entry on, hashes and all; what was signed and carried away tells.
package struct WitnessLine: Sendable, Equatable {
    /// Whose chain it is.
    package let unit: UnitID
    /// Empty for the journal; otherwise the node of an access strand.
    package let strand: String
    /// How many entries it had.
    package let sequence: Int
    /// The last entry's hash.
    package let hash: Data
    /// When it was signed.
    package let at: Instant
    /// The master key whose signing key signed it.
    package let master: Int
    /// Over all that stands before it in the line.
    package let signature: Data
    /// The line's number in the file, from 1.
    package let number: Int

    private static func message(_ unit: UnitID, _ strand: String, _ sequence: Int, _ hash: Data, _ at: Instant) -> Data
    {
        Data("rettid witness|\(unit)|\(strand)|\(sequence)|\(hash.hexadecimal)|\(at.microseconds)".utf8)
    }

    /// Whether the signature fits; without keys there is nothing to compare with, so it counts as fitting.
    func isSigned(by masters: MasterKeys?) -> Bool {
        guard let masters else { return true }
        guard let key = try? masters.signingKey(master) else { return false }
        return key.publicKey.isValidSignature(signature, for: Self.message(unit, strand, sequence, hash, at))
    }

    /// The text of a line for a head as it stands.
    package static func text(_ head: UnitHead, strand: String, at now: Instant, masters: MasterKeys) throws -> String {
        let key = try masters.signingKey(masters.newest)
        let signature = try key.signature(for: message(head.unit, strand, head.sequence, head.hash, now))
        let name = strand.isEmpty ? "-" : strand
        return "\(head.unit) \(name) \(head.sequence) \(head.hash.hexadecimal) \(now.microseconds) "
            + "\(masters.newest) \(signature.hexadecimal)"
    }

    /// Reads a witness file.
    ///
    /// - Throws: ``WitnessError`` with the line that cannot be read.
    package static func read(_ text: String) throws(WitnessError) -> [WitnessLine] {
        var lines: [WitnessLine] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty { continue }
            let parts = line.split(separator: " ")
            guard parts.count == 7, let unit = try? UnitID(parsing: parts[0]), let sequence = Int(parts[2]),
                let hash = Data(hexadecimal: parts[3]), let at = Int64(parts[4]), let master = Int(parts[5]),
                let signature = Data(hexadecimal: parts[6])
            else { throw WitnessError(line: index + 1) }
            lines.append(
                WitnessLine(
                    unit: unit,
                    strand: parts[1] == "-" ? "" : String(parts[1]),
                    sequence: sequence,
                    hash: hash,
                    at: Instant(microseconds: at),
                    master: master,
                    signature: signature,
                    number: index + 1
                )
            )
        }
        return lines
    }
}

/// A line of a witness file that cannot be read.
package struct WitnessError: Error, CustomStringConvertible {
    /// Its number in the file, from 1.
    package let line: Int

    package var description: String {
        "Witness file, line \(line): expected unit, strand, sequence, hash, time, key number and signature."
    }
}

/// Appends signed heads to the witness file.
package struct Witness: Sendable {
    private let path: String
    private let store: any JournalStore
    private let masters: MasterKeys

    package init(path: String, store: any JournalStore, masters: MasterKeys) {
        self.path = path
        self.store = store
        self.masters = masters
    }

    /// Signs every head of every unit as it stands and synchronises the file.
    package func sign(at now: Instant) throws {
        var text = ""
        for unit in try store.units() {
            text += try WitnessLine.text(store.head(of: unit), strand: "", at: now, masters: masters) + "\n"
            for node in try store.accessStrands(of: unit) {
                let head = try store.accessHead(of: unit, node: node)
                text += try WitnessLine.text(head, strand: node, at: now, masters: masters) + "\n"
            }
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXFailure(call: "open", path: path) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(text.utf8))
        try file.synchronize()
        try file.close()
    }
}

extension MasterKeys {
    /// The Ed25519 key that signs for a master key, derived from it.
    func signingKey(_ number: Int) throws -> Curve25519.Signing.PrivateKey {
        guard let master = self[number] else { throw SealError.masterKeyMissing(number) }
        let seed = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: master,
            info: Data("rettid witness signing".utf8),
            outputByteCount: 32
        )
        return try seed.withUnsafeBytes { try Curve25519.Signing.PrivateKey(rawRepresentation: Data($0)) }
    }

    /// The public half of the newest signing key, for whoever keeps the witness file.
    package var witnessPublicKey: String? {
        (try? signingKey(newest)).map { $0.publicKey.rawRepresentation.hexadecimal }
    }
}
