package import Law

/// Writes the compact binary form of events: numbers as varints, texts as length and UTF-8.
package struct ByteWriter {
    /// What has been written so far.
    package private(set) var bytes: [UInt8] = []

    /// An empty form; the capacity is a guess that saves growing.
    package init(capacity: Int = 256) {
        bytes.reserveCapacity(capacity)
    }

    /// One byte, as it stands.
    package mutating func write(byte value: UInt8) { bytes.append(value) }

    /// Seven bits a byte, low bits first.
    package mutating func write(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A number with sign, small ones in few bytes whatever the sign.
    package mutating func write(_ value: Int) {
        // Zigzag, so that small negative numbers stay small.
        write(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63))))
    }

    /// One byte, 0 or 1.
    package mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

    /// Its length in bytes, then UTF-8.
    package mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { buffer in
            write(UInt64(buffer.count))
            bytes.append(contentsOf: buffer)
        }
    }

    /// Their number, then the bytes.
    package mutating func write(_ value: [UInt8]) {
        write(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// Sixteen bytes.
    package mutating func write(_ id: RecordID) { bytes.append(contentsOf: id.bytes) }

    /// Microseconds since 1970.
    package mutating func write(_ instant: Instant) { write(Int(instant.microseconds)) }

    /// Its number.
    package mutating func write(_ day: CalendarDay) { write(day.dayNumber) }

    /// A value of a closed list, by its code.
    package mutating func write(code value: some RawRepresentable<UInt8>) { write(byte: value.rawValue) }

    /// Whether there is a value, and the value where there is.
    package mutating func write<T>(optional value: T?, _ body: (inout ByteWriter, T) -> Void) {
        write(value != nil)
        if let value { body(&self, value) }
    }

    /// A text that may be absent.
    package mutating func write(optional text: String?) { write(optional: text) { $0.write($1) } }

    /// Their number, then the values.
    package mutating func write<T>(list values: [T], _ body: (inout ByteWriter, T) -> Void) {
        write(UInt64(values.count))
        for value in values { body(&self, value) }
    }
}
