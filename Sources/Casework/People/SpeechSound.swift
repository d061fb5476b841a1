/// A sound of a name, as coarsely as people who write down what they hear agree on it.
///
/// One sound stands for what is often exchanged: `a` and `å`; `o` and `u`; `i`, `y`, and `j` inside a word; `e` and
/// `æ`; `v` and `w`; `s` and `z`; `č`, `š`, `ž`, `sj`, `skj`, `sh`, `tsj` (all ``sh``). Long and short are one.
enum SpeechSound: UInt8 {
    // Zero stays free, so that a code of sounds tells "a" from "aa".
    case a = 1
    case e, i, o
    /// `ø`.
    case oe
    case b, d, f, g, h, j, k, l, m, n, ng, p, r, s, sh, t, v

    var isVowel: Bool { rawValue <= Self.oe.rawValue }

    /// What the voice makes of it before `s` and `t`, and at the end of a word.
    var voiceless: Self {
        switch self {
        case .b: .p
        case .d: .t
        case .g: .k
        case .v: .f
        default: self
        }
    }
}
