/// How one word of a name sounds: spellings that people exchange for each other have equal sounds.
///
/// Made for finding a person again whose name was heard, typed without its letters, or spelled by somebody else. It is
/// for the eyes of a person who then looks: two people of one sound are two people.
///
/// The choices, where names could be read in more than one way:
/// - *Vowels* of the first syllable and the last letter are kept apart (Anne, Arne; Kari, Kåre; Ola, Ole; Lisa, Lise),
///   `a` and `e` between them are one (Ahmed, Ahmad; Ivar, Iver), as Inger and Ingar must then be. Where a vowel
///   follows another, both are kept (Andreassen, Andresen; Marie, Mari).
/// - `å` is `a`, because it loses its ring more often than it is written `o`; Jåvva is not Jovva.
/// - `u` is `o` everywhere (Mohammed, Muhammad; Áilu, Ailo; Osman, Usman), `y` is `i` (Yngvar, Ingvar), `ø` is itself.
/// - `ch` is `k`, except first in a word before a vowel (Charlotte, Chahppe). `c` without its mark is found as `č` by
///   its spelling, not by its sound.
/// - The last `d` is mute after `l`, `n`, `r` and in -rid, from the second syllable on; the last `g` is mute after a
///   diphthong; a last `t` is sounded. Otherwise last consonants are voiceless: Olav and Olaf, Ahmed and Ahmet.
/// - `b`, `d`, `g` are not `p`, `t`, `k` at the start or inside a word, though Sámi writes both: Ánde is not Ánte, and
///   Máret is not Marit.
///
/// A sound is not for storing: it changes with the rules. It is personal data like the name, and shows nothing of it
/// when printed, dumped or logged.
package struct NameSound: Hashable, Sendable {
    let code: UInt64

    /// The sounds of a name's words, in their order.
    ///
    /// The same for composed and decomposed Unicode, for any case and any number of blanks. What is no Latin letter
    /// only parts words; a text without letters has no sounds.
    package static func codes(of name: String) -> [Self] {
        NameLetter.words(of: name).map(Self.init)
    }

    /// Exact for words of up to twelve sounds; the sounds after them are mixed in.
    init(_ word: [NameLetter]) {
        code = SpeechSound.heard(SpellingReader.sounds(of: word))
            .reduce(0) { $0 &* 31 &+ UInt64($1.rawValue) }
    }
}

extension NameSound: CustomStringConvertible, CustomReflectable {
    package var description: String { "NameSound(hidden)" }
    /// Shows no part when dumped.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
