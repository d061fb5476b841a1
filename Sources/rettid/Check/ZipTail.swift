import Foundation

/// The end of a zip archive, where it says how much its table of contents has.
///
/// Looked at before the library reads that table into memory. Several records may stand there, true ones and such as a
/// comment pretends; the largest counts.
///
/// Source: PKWARE, APPNOTE.TXT 6.3.10, 4.3.14 to 4.3.16.
struct ZipTail {
    /// The most bytes that a table of contents may have: 16 MiB.
    private static let mostBytes: UInt64 = 16 << 20
    /// An end record with the longest comment, and a locator before it.
    private static let length = 20 + 22 + 65_535

    /// Whether the table has more entries or bytes than are looked at.
    let isCrowded: Bool

    /// Reads the end of a file; nothing where that fails.
    init?(path: String) {
        guard let file = FileHandle(forReadingAtPath: path), let size = try? file.seekToEnd() else { return nil }
        let start = size - min(size, UInt64(Self.length))
        guard let tail = Self.read(file, at: start, Self.length) else { return nil }
        var isCrowded = false
        for place in tail.indices where Self.number(tail, place, 4) == 0x0605_4B50 && place + 22 <= tail.count {
            isCrowded = isCrowded || Self.number(tail, place + 12, 4) ?? 0 > Self.mostBytes && !Self.isWide(tail, place)
            guard place >= 20, Self.number(tail, place - 20, 4) == 0x0706_4B50,
                let offset = Self.number(tail, place - 12, 8), let wide = Self.read(file, at: offset, 56)
            else { continue }
            let entries = Self.number(wide, 32, 8) ?? 0
            let bytes = Self.number(wide, 40, 8) ?? 0
            isCrowded = isCrowded || entries > ZipArchive.mostEntries || bytes > Self.mostBytes
        }
        self.isCrowded = isCrowded
    }

    /// Whether an end record leaves the size of the table to the record of large archives.
    private static func isWide(_ tail: [UInt8], _ place: Int) -> Bool { number(tail, place + 12, 4) == 0xFFFF_FFFF }

    private static func read(_ file: FileHandle, at offset: UInt64, _ length: Int) -> [UInt8]? {
        guard offset <= Int64.max, (try? file.seek(toOffset: offset)) != nil else { return nil }
        return (try? file.read(upToCount: length)).map { [UInt8]($0) }
    }

    /// A number, its lowest byte first; nothing where the bytes end before.
    private static func number(_ bytes: [UInt8], _ place: Int, _ length: Int) -> UInt64? {
        guard place + length <= bytes.count else { return nil }
        return bytes[place..<place + length].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
