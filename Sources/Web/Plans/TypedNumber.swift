/// Numbers as people write them: with a comma or a point, a minus or a hyphen, and blanks between thousands.
enum TypedNumber {
    static func read(_ text: String) -> Double? { Double(digits(text)).flatMap { $0.isFinite ? $0 : nil } }

    /// The number as JSON writes it, a whole one with every digit; `nil` for what is none.
    static func written(_ text: String) -> String? {
        read(text).map { number in Int(digits(text)).map { String($0) } ?? "\(number)" }
    }

    /// A number for people to read, a whole one without a point.
    static func plain(_ number: Double) -> String { Int(exactly: number).map { String($0) } ?? "\(number)" }

    private static func digits(_ text: String) -> String {
        text.replacing(",", with: ".").replacing("−", with: "-").filter { !$0.isWhitespace }
    }
}
