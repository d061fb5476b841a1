import Law

enum CalendarDays {
    static func day(_ text: String) throws -> CalendarDay {
        try CalendarDay(parsing: text)
    }
}
