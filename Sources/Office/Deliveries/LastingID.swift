import Casework
import Crypto
import Foundation
import Law

extension ThingID {
    /// The id under which a unit tells others of something, the same whenever it is asked for: a UUID of version 5.
    ///
    /// Our own ids are of version 7, which the register refuses, and they tell when a thing was made.
    ///
    /// - Parameters:
    ///   - name: What tells the thing from all others of the unit.
    ///   - unit: Whose it is; two units never give the same id.
    /// - Returns: The same for the same name and unit, always.
    static func lasting(_ name: String, in unit: UnitID) -> ThingID {
        var hash = Insecure.SHA1()
        hash.update(data: namespace)
        hash.update(data: Data("\(unit.text)|\(name)".utf8))
        var bytes = Array(hash.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        return ThingID(RecordID(bytes: bytes)?.description ?? "")
    }

    /// Drawn once for Rettid; never changed, since every id that was ever delivered comes from it.
    private static let namespace = Data([
        0x6E, 0x1C, 0x0B, 0x5A, 0x44, 0xD7, 0x4F, 0x0E, 0x9B, 0x1D, 0x52, 0x70, 0xA8, 0x3F, 0xC6, 0x91,
    ])
}
