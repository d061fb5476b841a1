import Law

/// A reporting year, as a report sees it: what comes after its last day is not known yet.
struct KostraYear {
    let first: CalendarDay
    let last: CalendarDay

    /// - Parameter year: Outside 1 to 9999 the nearest of these.
    init(_ year: Int) {
        let year = min(max(year, 1), 9999)
        first = CalendarDay(year: year, month: 1, day: 1) ?? .earliest
        last = CalendarDay(year: year, month: 12, day: 31) ?? .latest
    }

    /// Whether the day is one of the year.
    func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }

    /// Whether something is there on some day of the year; what has no end goes on.
    func sees(_ start: CalendarDay, _ end: CalendarDay?) -> Bool {
        start <= last && end.map { $0 >= first } ?? true
    }

    /// The day, where it has come when the year ends.
    func known(_ day: CalendarDay?) -> CalendarDay? { day.flatMap { $0 <= last ? $0 : nil } }
}
