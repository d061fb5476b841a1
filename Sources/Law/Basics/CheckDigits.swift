/// The modulus 11 arithmetic of identity numbers and DUF numbers.
enum CheckDigits {
    private static let firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
    private static let secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
    /// The published weights are 4 6 3 2 7 5 4 6 3 2 for serial number before year; here in the order of writing.
    private static let dufWeights = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5]

    /// The rule that both check digits of eleven digits keep, if any.
    static func rule(keptBy digits: [Int]) -> PersonNumber.CheckDigitRule? {
        guard secondFits(digits) else { return nil }
        switch remainder(of: digits.prefix(10), weights: firstWeights) {
        case 0: return .withoutRemainder
        case 1, 2, 3: return .withRemainder
        default: return nil
        }
    }

    /// Whether the eleventh of eleven digits follows from the ten before it.
    static func secondFits(_ digits: [Int]) -> Bool {
        remainder(of: digits[...], weights: secondWeights) == 0
    }

    /// The two check digits after nine digits by the rule without remainder; nothing where one would be ten.
    static func digits(after nine: [Int]) -> (first: Int, second: Int)? {
        let first = (11 - remainder(of: nine[...], weights: firstWeights)) % 11
        guard first < 10 else { return nil }
        let second = (11 - remainder(of: (nine + [first])[...], weights: secondWeights)) % 11
        guard second < 10 else { return nil }
        return (first, second)
    }

    /// The number 0 to 10 that a DUF number writes, with two digits, after its first ten.
    static func dufDigits(_ ten: ArraySlice<Int>) -> Int {
        remainder(of: ten, weights: dufWeights)
    }

    private static func remainder(of digits: ArraySlice<Int>, weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
    }
}
