import Testing

@testable import Law

/// The day that a test writes as YYYY-MM-DD.
func day(_ text: String) throws -> CalendarDay {
    try CalendarDay(parsing: text)
}
