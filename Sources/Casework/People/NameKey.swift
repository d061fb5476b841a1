/// A person's name made ready for searching: what its words look like on a plain keyboard, and how they sound.
///
/// Neighbouring words are known joined too, so that Anne Marie, Anne-Marie and Annemarie, O'Brien and OBrien find each
/// other. Worked out once for each name and kept in memory beside it; shows nothing of the name when printed.
package struct NameKey: Sendable {
    /// A word, or two neighbours joined.
    struct Word: Sendable {
        let spelling: String
        let sound: NameSound
        /// The words it takes up, a bit for each, from the first.
        let places: UInt64
    }

    /// The words, and after each the same word joined with the next one.
    let words: [Word]

    /// Reads a name; one without letters is found by nothing.
    ///
    /// - Parameter name: All of a person's names in any order, of which the first 32 words count.
    package init(_ name: String) {
        let parts = NameLetter.words(of: name).prefix(32)
        words = parts.indices.flatMap { place -> [Word] in
            let alone = Word(parts[place], places: 0b01 << UInt64(place))
            guard place + 1 < parts.count else { return [alone] }
            return [alone, Word(parts[place] + parts[place + 1], places: 0b11 << UInt64(place))]
        }
    }
}

extension NameKey.Word {
    fileprivate init(_ letters: [NameLetter], places: UInt64) {
        self.init(spelling: NameLetter.plainSpelling(of: letters), sound: NameSound(letters), places: places)
    }

    /// How well a word that somebody typed fits this word of a name.
    func match(typed: Self) -> NameMatch? {
        if typed.spelling == spelling { return .equal }
        let isInitial = typed.spelling.utf8.count == 1 || spelling.utf8.count == 1
        if isInitial { return typed.spelling.utf8.first == spelling.utf8.first ? .initial : nil }
        if typed.spelling.utf8.count >= 3, spelling.utf8.starts(with: typed.spelling.utf8) { return .prefix }
        return typed.sound == sound ? .sound : nil
    }
}

extension NameKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "NameKey(hidden)" }
    /// Shows no part when dumped.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
