/// A week of ISO 8601 (uke): it starts on Monday and belongs to the year that has its Thursday.
package struct ISOWeek: Hashable, Comparable, Sendable {
    /// The year the week belongs to, which differs from the calendar year on some days around New Year.
    package let year: Int

    /// The number of the week, 1 to 53.
    package let week: Int

    package static func < (left: ISOWeek, right: ISOWeek) -> Bool {
        (left.year, left.week) < (right.year, right.week)
    }
}

extension ISOWeek: CustomStringConvertible {
    /// The week as YYYY-Www.
    package var description: String {
        var bytes: [UInt8] = []
        bytes.append(decimal: year, width: 4)
        bytes.append(contentsOf: "-W".utf8)
        bytes.append(decimal: week, width: 2)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension CalendarDay {
    /// The ISO 8601 week this day belongs to.
    package var isoWeek: ISOWeek {
        let thursday = dayNumber + 4 - weekday.rawValue
        let year = Civil(dayNumber: thursday).year
        let firstOfJanuary = Civil.dayNumber(year: year, month: 1, day: 1)
        return ISOWeek(year: year, week: (thursday - firstOfJanuary) / 7 + 1)
    }
}
