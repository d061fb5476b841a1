import Crypto
import Foundation
import Law

extension AccessRow {
    /// The hash of a line that follows one with the hash `previous` in the same strand.
    static func hash(
        after previous: Data,
        unit: UnitID,
        node: String,
        number: Int,
        recordedAt: Instant,
        actor: ActorID,
        keyID: Int,
        nonce: Data,
        payload: Data,
        tags: Data
    ) -> Data {
        var clear: [UInt8] = []
        clear.append(bigEndian: Int64(number))
        clear.append(bigEndian: recordedAt.microseconds)
        clear.append(bigEndian: Int64(keyID))
        return Chain.digest([
            Array(previous), Array(unit.text.utf8), Array(node.utf8), clear, Array(actor.description.utf8),
            Array(nonce), Array(payload), Array(tags),
        ])
    }

    func hash(after previous: Data) -> Data {
        Self.hash(
            after: previous,
            unit: unit,
            node: node,
            number: number,
            recordedAt: recordedAt,
            actor: actor,
            keyID: keyID,
            nonce: nonce,
            payload: payload,
            tags: tags
        )
    }
}
