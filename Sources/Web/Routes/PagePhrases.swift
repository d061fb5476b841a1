import Law

/// Times and days as one page writes them: Norwegian clock, the reader's language, ages as of one moment.
struct PagePhrases: Sendable {
    let catalog: Catalog
    let now: Instant

    /// The point in time in words, with its age.
    func stamp(_ instant: Instant) -> Stamp {
        Stamp(machine: machine(instant), text: catalog.moment(local(instant)), age: age(instant))
    }

    /// The same for a narrow column.
    func shortStamp(_ instant: Instant) -> Stamp {
        Stamp(machine: machine(instant), text: catalog.shortMoment(local(instant)), age: age(instant))
    }

    /// A day in words.
    func day(_ day: CalendarDay) -> String {
        catalog.day(LocalTime(year: day.year, month: day.month, day: day.day))
    }

    /// A day in words, for a machine too; the past ones with their age.
    func dayStamp(_ day: CalendarDay) -> Stamp {
        let age = day.days(until: today)
        return Stamp(
            machine: day.description,
            text: self.day(day),
            age: age > 0 ? catalog.age(minutes: age * 1440) : nil
        )
    }

    /// The day with its weekday, as on top of a page.
    func longDay(_ day: CalendarDay) -> String { "\(catalog.weekday(day.weekday)) \(self.day(day))" }

    var today: CalendarDay { OsloTime.day(at: now) }

    /// Whole minutes since.
    func minutes(since instant: Instant) -> Int { max(0, Int(instant.seconds(until: now) / 60)) }

    private func age(_ instant: Instant) -> String { catalog.age(minutes: minutes(since: instant)) }

    private func local(_ instant: Instant) -> LocalTime {
        let day = OsloTime.day(at: instant)
        let clock = OsloTime.clock(at: instant)
        return LocalTime(year: day.year, month: day.month, day: day.day, hour: clock.hour, minute: clock.minute)
    }

    private func machine(_ instant: Instant) -> String {
        "\(OsloTime.day(at: instant))T\(OsloTime.clock(at: instant))"
            + (OsloTime.offset(at: instant) == 7200 ? "+02:00" : "+01:00")
    }
}
