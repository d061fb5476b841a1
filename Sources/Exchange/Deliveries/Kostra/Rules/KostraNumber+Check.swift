import Law

extension KostraNumber {
    private static let firstWeights: [UInt64] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
    private static let secondWeights: [UInt64] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
    private static let dufWeights: [UInt64] = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5]

    /// Whether both check digits of eleven digits fit, whatever date they tell.
    ///
    /// Looser than ``PersonNumber``, and on purpose: 00000000000 passes, and the numbers from 2032 do not.
    var hasCheckDigits: Bool {
        guard case .digits(let number) = self else { return false }
        return Self.remainder(number / 10, Self.firstWeights) == 0
            && Self.remainder(number, Self.secondWeights) == 0
    }

    /// Whether a DUF number's last two digits fit the ten before them.
    var isDUF: Bool {
        guard case .digits(let number) = self else { return false }
        return Self.remainder(number / 100, Self.dufWeights) == number % 100
    }

    /// The sum of the digits times their weights, modulo 11.
    private static func remainder(_ number: UInt64, _ weights: [UInt64]) -> UInt64 {
        var rest = number
        var sum: UInt64 = 0
        for weight in weights.reversed() {
            sum += rest % 10 * weight
            rest /= 10
        }
        return sum % 11
    }

    /// Whether the number is a birth date and an ending for people without a number.
    ///
    /// The date is read with day and month as they stand; a day up to 31 is let pass in every month.
    ///
    /// - Parameter endings: 100, 200 and 99999, and 55555 where that counts too.
    /// - Returns: Whether it is such a number.
    func isIncomplete(_ endings: [UInt64]) -> Bool {
        guard case .digits(let number) = self, endings.contains(number % 100_000) else { return false }
        return Self.lenientDay(number / 100_000, of: 2000) != nil
    }

    /// The year of birth, whether the check digits fit or not; nothing where the number tells none.
    ///
    /// - Parameters:
    ///   - endings: As for ``isIncomplete(_:)``; the century is then the one in which the child is born, or is to be
    ///     within a year after the reporting year.
    ///   - year: The reporting year.
    /// - Returns: The year, of four digits.
    func birthYear(_ endings: [UInt64], in year: Int) -> Int? {
        guard case .digits(let number) = self else { return nil }
        let date = number / 100_000
        if endings.contains(number % 100_000) {
            guard let born = Self.lenientDay(date, of: 2000) else { return nil }
            return born > year + 1 ? born - 100 : born
        }
        let yearOfCentury = Int(date % 100)
        let individual = number / 100 % 1000
        let century =
            switch (individual, yearOfCentury) {
            case (500...999, ...39): 2000
            case (500...749, 54...): 1800
            case (0...499, _), (900...999, _): 1900
            default: 2000
            }
        var plain = date
        if plain / 100_000 > 3 { plain -= 400_000 }
        if plain / 1000 % 10 >= 8 { plain -= 8000 }
        return Self.lenientDay(plain, of: century)
    }

    /// The year of six digits that are a day, a month and a year of a century; the day may be up to 31 in any month.
    private static func lenientDay(_ date: UInt64, of century: Int) -> Int? {
        guard (1...31).contains(date / 10_000), (1...12).contains(date / 100 % 100) else { return nil }
        return century + Int(date % 100)
    }
}
