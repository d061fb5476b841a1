package import Law

extension Case {
    /// How and when something ended (`Konklusjon` with a code).
    package struct Conclusion: Hashable, Sendable {
        package var end: CalendarDay
        package var code: String
        package var specification: String?
        package var isDeleted: Bool

        package init(end: CalendarDay, code: String, specification: String? = nil, isDeleted: Bool = false) {
            self.end = end
            self.code = code
            self.specification = specification
            self.isDeleted = isDeleted
        }
    }
}
