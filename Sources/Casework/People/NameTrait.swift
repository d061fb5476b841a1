/// What an index may keep of a word of a name in the name's place: how it sounds, or how it begins.
///
/// A trait is personal data like the name; an index keeps it under a key of its own.
package struct NameTrait: Hashable, Sendable {
    /// The same bytes for the same trait, as long as the rules of sound stand.
    package let bytes: [UInt8]

    /// Letters of a beginning: a shorter word is found by its sound alone.
    private static let beginning = 3

    fileprivate static func traits(of word: NameKey.Word) -> [Self] {
        let sound = Self(bytes: [0] + (0..<8).map { UInt8(truncatingIfNeeded: word.sound.code >> (8 * $0)) })
        let letters = Array(word.spelling.utf8.prefix(beginning))
        return letters.count < beginning ? [sound] : [sound, Self(bytes: [1] + letters)]
    }
}

extension NameKey {
    /// All traits by which somebody of this name is found, none twice.
    package var traits: Set<NameTrait> { Set(words.flatMap(NameTrait.traits)) }

    /// For each word but initials: the traits of which a name has at least one if the word fits it.
    ///
    /// A word may fit alone or joined with its neighbour.
    package var wantedTraits: [Set<NameTrait>] {
        let count = words.reduce(0) { max($0, UInt64.bitWidth - $1.places.leadingZeroBitCount) }
        return (0..<count).compactMap { place in
            let covering = words.filter { $0.places & (1 << UInt64(place)) != 0 }
            let isInitial = covering.contains { $0.places.nonzeroBitCount == 1 && $0.spelling.utf8.count == 1 }
            return isInitial ? nil : Set(covering.flatMap(NameTrait.traits))
        }
    }
}
