extension String {
    /// The text, cut to so many UTF-16 units, which is how the official program counts; nothing of an empty one.
    ///
    /// A character is never split, unless it is longer than the limit by itself.
    func cut(toUnits limit: Int) -> String? {
        guard utf16.count > limit else { return isEmpty ? nil : self }
        var text = ""
        var units = 0
        for character in self {
            units += character.utf16.count
            guard units <= limit else { break }
            text.append(character)
        }
        guard text.isEmpty else { return text }
        var scalars = String.UnicodeScalarView()
        units = 0
        for scalar in unicodeScalars {
            units += UTF16.width(scalar)
            guard units <= limit else { break }
            scalars.append(scalar)
        }
        return scalars.isEmpty ? nil : String(scalars)
    }
}
