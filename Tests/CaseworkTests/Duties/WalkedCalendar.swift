import Law

/// A calendar that knows one thing, which day follows a day; it counts nothing and divides by nothing.
struct WalkedCalendar: Sendable {
    struct Date: Sendable {
        var year: Int
        var month: Int
        var day: Int
    }

    /// Every day from 1 January 1996 on; a day is its place here.
    let dates: [Date]
    private let newYears: [Int: Int]

    static let shared = WalkedCalendar()

    private init() {
        var date = Date(year: 1996, month: 1, day: 1)
        var dates: [Date] = []
        var newYears: [Int: Int] = [:]
        while date.year < 2060 {
            if date.month == 1, date.day == 1 { newYears[date.year] = dates.count }
            dates.append(date)
            date = Self.next(date)
        }
        self.dates = dates
        self.newYears = newYears
    }

    private static func next(_ date: Date) -> Date {
        let thirty = [4, 6, 9, 11]
        let isLeap = date.year % 400 == 0 || (date.year % 4 == 0 && date.year % 100 != 0)
        let last = date.month == 2 ? (isLeap ? 29 : 28) : thirty.contains(date.month) ? 30 : 31
        if date.day < last { return Date(year: date.year, month: date.month, day: date.day + 1) }
        if date.month < 12 { return Date(year: date.year, month: date.month + 1, day: 1) }
        return Date(year: date.year + 1, month: 1, day: 1)
    }

    /// The place of 1 January of a year, as it was passed.
    func newYear(_ year: Int) -> Int { newYears[year] ?? 0 }

    /// Walks until so many months have turned and the day of the month is back, or the month has no such day.
    func months(_ count: Int, after start: Int) -> Int {
        let day = dates[start].day
        var place = start
        var turned = 0
        while true {
            if turned == count, dates[place].day == day || dates[place + 1].day == 1 { return place }
            if dates[place + 1].day == 1 { turned += 1 }
            place += 1
        }
    }

    func isLastOfMonth(_ place: Int) -> Bool { dates[place + 1].day == 1 }

    /// The same day in the program's own type.
    func day(_ place: Int) -> CalendarDay {
        CalendarDay(year: dates[place].year, month: dates[place].month, day: dates[place].day) ?? .earliest
    }

    func text(_ place: Int) -> String {
        let date = dates[place]
        return "\(date.year)-\(date.month)-\(date.day)"
    }
}
