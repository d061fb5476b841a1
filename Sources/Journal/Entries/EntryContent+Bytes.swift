import Foundation
import Law

/// The layout inside the seal: kind (2 bytes), day number (4), count of references (1), references, body.
///
/// A reference is table (1), unit (1 + n), key (2 + n), digest (32). All numbers are big-endian. The layout never
/// changes; a golden file in the tests holds it.
extension EntryContent {
    /// Why opened bytes are no entry content: the seal held, so this is a fault of a program, not of a thief.
    package enum LayoutError: Error, Equatable {
        /// The bytes end too early.
        case truncated
        /// No table of references has this number.
        case unknownTable(UInt8)
        /// A unit's name that is none.
        case unreadableUnit
        /// A day number outside the calendar.
        case unreadableDay(Int)
    }

    /// The content in the layout above, ready to be sealed.
    package var bytes: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(7 + body.count + references.count * 96)
        out.append(bigEndian: kind)
        out.append(bigEndian: UInt32(bitPattern: Int32(occurredOn.dayNumber)))
        out.append(UInt8(references.count))
        for reference in references {
            out.append(reference.table.rawValue)
            out.append(UInt8(reference.unit.text.utf8.count))
            out.append(contentsOf: reference.unit.text.utf8)
            out.append(bigEndian: UInt16(reference.key.count))
            out.append(contentsOf: reference.key)
            out.append(contentsOf: reference.digest)
        }
        out.append(contentsOf: body)
        return out
    }

    /// Reads what ``bytes`` writes.
    ///
    /// `withReferences` is false where only the event is wanted: a fold over a whole journal has no use for the
    /// references, and reading them costs more than the rest.
    ///
    /// - Throws: ``LayoutError`` where the bytes are no entry content.
    package init(bytes: UnsafeRawBufferPointer, withReferences: Bool = true) throws(LayoutError) {
        var reader = BufferReader(bytes)
        kind = try reader.integer(UInt16.self)
        let dayNumber = Int(Int32(bitPattern: try reader.integer(UInt32.self)))
        guard let day = CalendarDay(dayNumber: dayNumber) else { throw .unreadableDay(dayNumber) }
        occurredOn = day
        references = []
        for _ in 0..<(try reader.integer(UInt8.self)) {
            if withReferences {
                references.append(try RowReference(&reader))
            } else {
                try RowReference.skip(&reader)
            }
        }
        body = try reader.array(reader.remaining)
    }
}

extension RowReference {
    fileprivate init(_ reader: inout BufferReader) throws(EntryContent.LayoutError) {
        let rawTable = try reader.integer(UInt8.self)
        guard let table = Table(rawValue: rawTable) else { throw .unknownTable(rawTable) }
        let unitText = String(decoding: try reader.array(Int(try reader.integer(UInt8.self))), as: UTF8.self)
        guard let unit = try? UnitID(parsing: unitText) else { throw .unreadableUnit }
        let key = try reader.array(Int(try reader.integer(UInt16.self)))
        self.init(table: table, unit: unit, key: key, digest: Data(try reader.array(32)))
    }

    fileprivate static func skip(_ reader: inout BufferReader) throws(EntryContent.LayoutError) {
        try reader.skip(1)
        try reader.skip(Int(try reader.integer(UInt8.self)))
        try reader.skip(Int(try reader.integer(UInt16.self)))
        try reader.skip(32)
    }
}

/// Reads big-endian numbers and runs of bytes from the front of a buffer.
private struct BufferReader {
    private let buffer: UnsafeRawBufferPointer
    private var offset = 0

    init(_ buffer: UnsafeRawBufferPointer) { self.buffer = buffer }

    var remaining: Int { buffer.count - offset }

    mutating func integer<T: FixedWidthInteger>(_: T.Type) throws(EntryContent.LayoutError) -> T {
        guard remaining >= MemoryLayout<T>.size else { throw .truncated }
        defer { offset += MemoryLayout<T>.size }
        return T(bigEndian: buffer.loadUnaligned(fromByteOffset: offset, as: T.self))
    }

    mutating func skip(_ count: Int) throws(EntryContent.LayoutError) {
        guard remaining >= count else { throw .truncated }
        offset += count
    }

    mutating func array(_ count: Int) throws(EntryContent.LayoutError) -> [UInt8] {
        guard remaining >= count else { throw .truncated }
        defer { offset += count }
        return Array(buffer[offset..<(offset + count)])
    }
}

extension [UInt8] {
    /// Appends a number, most significant byte first.
    package mutating func append(bigEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}
