extension String {
    /// Whether nothing is written in it.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
