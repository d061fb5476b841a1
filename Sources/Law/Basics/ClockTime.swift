/// A time of day as a clock on the wall shows it (klokkeslett), from 00:00:00 to 23:59:59.
package struct ClockTime: Hashable, Comparable, Sendable {
    /// Seconds shown since 00:00:00, 0 to 86,399; not seconds elapsed on a night the clock is changed.
    package let secondOfDay: Int

    /// Makes a time that a clock can show, or nothing.
    ///
    /// - Parameters:
    ///   - hour: 0 to 23.
    ///   - minute: 0 to 59.
    ///   - second: 0 to 59.
    package init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        secondOfDay = hour * 3_600 + minute * 60 + second
    }

    /// Takes a number of seconds that is known to lie within a day.
    init(secondOfDay: Int) {
        self.secondOfDay = secondOfDay
    }

    /// The hour, 0 to 23.
    package var hour: Int { secondOfDay / 3_600 }

    /// The minute, 0 to 59.
    package var minute: Int { secondOfDay / 60 % 60 }

    /// The second, 0 to 59.
    package var second: Int { secondOfDay % 60 }

    package static func < (left: ClockTime, right: ClockTime) -> Bool {
        left.secondOfDay < right.secondOfDay
    }
}

extension ClockTime: CustomStringConvertible {
    /// The time as hh:mm:ss.
    package var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8)
        bytes.append(decimal: hour, width: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(decimal: minute, width: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(decimal: second, width: 2)
        return String(decoding: bytes, as: UTF8.self)
    }
}
