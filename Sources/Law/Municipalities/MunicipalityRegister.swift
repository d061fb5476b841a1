/// The municipalities of Norway and the numbers they have had since 2020 (Kommuneinndelingen, KLASS 131).
///
/// Dated, since a case, a delivery and a message carry the number of their own day.
package struct MunicipalityRegister: Sendable {
    /// The first day the register knows; of days before it, it says that the number is not valid yet.
    package static let firstDay = CalendarDay(clampingDayNumber: Civil.dayNumber(year: 2020, month: 1, day: 1))

    /// What the register knows of a number on a day.
    package enum Lookup: Hashable, Sendable {
        /// Valid on the day.
        case valid(Municipality)
        /// Ended before the day; what to use instead is in ``Municipality/successors``.
        case ended(Municipality)
        /// Comes into use after the day.
        case notYetValid(Municipality)
        /// No municipality has had the number since 2020.
        case unknown
    }

    private let byNumber: [MunicipalityNumber: Municipality]

    /// All values, ended ones too, in order of number.
    package let all: [Municipality]

    /// Makes a register.
    ///
    /// - Parameter municipalities: One value per number; of several with the same number the last counts.
    init(municipalities: [Municipality]) {
        byNumber = Dictionary(municipalities.map { ($0.number, $0) }) { $1 }
        all = byNumber.values.sorted { $0.number < $1.number }
    }

    /// Looks a number up as of a day.
    ///
    /// - Parameters:
    ///   - number: The number that a message or a person gives.
    ///   - day: The day it is meant for.
    /// - Returns: The municipality and whether the number is valid, or that there is none.
    package func look(up number: MunicipalityNumber, on day: CalendarDay) -> Lookup {
        guard let found = byNumber[number] else { return .unknown }
        guard day >= found.validFrom else { return .notYetValid(found) }
        return found.isValid(on: day) ? .valid(found) : .ended(found)
    }

    /// The municipality that has or had a number, on whatever day.
    package subscript(number: MunicipalityNumber) -> Municipality? {
        byNumber[number]
    }

    /// The municipalities whose number is valid on a day, in order of number.
    package func municipalities(on day: CalendarDay) -> [Municipality] {
        all.filter { $0.isValid(on: day) }
    }
}
