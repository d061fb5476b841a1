import Law

/// A point in time as a page shows it.
struct Stamp: Sendable {
    /// What a machine reads, for example `2026-11-22T08:15:00+01:00`.
    let machine: String
    /// What a person reads, in Norwegian local time.
    let text: String
    /// How long ago, where that helps ("3 timer siden").
    var age: String?
}

/// A clock time in Norway, already moved to local time by the caller.
struct LocalTime: Sendable {
    let year: Int
    /// 1 to 12.
    let month: Int
    let day: Int
    var hour = 0
    var minute = 0
}

extension Catalog {
    private static let months = [
        "month.january", "month.february", "month.march", "month.april", "month.may", "month.june",
        "month.july", "month.august", "month.september", "month.october", "month.november", "month.december",
    ]

    static let shortMonths = [
        "month.short.january", "month.short.february", "month.short.march", "month.short.april", "month.short.may",
        "month.short.june", "month.short.july", "month.short.august", "month.short.september", "month.short.october",
        "month.short.november", "month.short.december",
    ]

    /// A day with its month in letters, as in "22 November 2026".
    func day(_ time: LocalTime) -> String {
        let month = Self.months.indices.contains(time.month - 1) ? text(Self.months[time.month - 1]) : ""
        return text("time.day", ["day": String(time.day), "month": month, "year": String(time.year)])
    }

    /// A day and a clock time, as in "22 November 2026 at 08:15".
    func moment(_ time: LocalTime) -> String {
        text(
            "time.moment",
            ["day": day(time), "hour": Self.twoDigits(time.hour), "minute": Self.twoDigits(time.minute)]
        )
    }

    /// A day and a clock time for a narrow column, without the year, as in "22 Nov at 08:15".
    func shortMoment(_ time: LocalTime) -> String {
        let month = Self.shortMonths.indices.contains(time.month - 1) ? text(Self.shortMonths[time.month - 1]) : ""
        return text(
            "time.shortMoment",
            [
                "day": String(time.day), "month": month, "hour": Self.twoDigits(time.hour),
                "minute": Self.twoDigits(time.minute),
            ]
        )
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }

    /// How long ago something happened, in the largest unit that fits: minutes, hours, then days.
    ///
    /// `minutes` are whole minutes; a negative number counts as none.
    func age(minutes: Int) -> String {
        switch minutes {
        case ..<1: text("age.now")
        case ..<60: plural("age.minutes", minutes)
        case ..<(48 * 60): plural("age.hours", minutes / 60)
        default: plural("age.days", minutes / (24 * 60))
        }
    }

    /// A length of time in the largest unit that fits, as in "5 hours".
    ///
    /// `minutes` are whole minutes; a negative number counts as none.
    func duration(minutes: Int) -> String {
        switch minutes {
        case ..<60: plural("duration.minutes", max(0, minutes))
        case ..<(48 * 60): plural("duration.hours", minutes / 60)
        default: plural("duration.days", minutes / (24 * 60))
        }
    }
}

extension Catalog {
    /// The name of a day of the week.
    func weekday(_ weekday: Weekday) -> String {
        switch weekday {
        case .monday: text("weekday.monday")
        case .tuesday: text("weekday.tuesday")
        case .wednesday: text("weekday.wednesday")
        case .thursday: text("weekday.thursday")
        case .friday: text("weekday.friday")
        case .saturday: text("weekday.saturday")
        case .sunday: text("weekday.sunday")
        }
    }

    /// "Yes" or "no".
    func answer(_ isTrue: Bool) -> String {
        isTrue ? text("answer.yes") : text("answer.no")
    }
}
