/// A letter of a name, with the marks that change its sound and without those that do not.
///
/// `å` is read as `a`, so that Håkon, Haakon and Hakon are one name. The letters of Northern, Lule and Southern
/// Sámi that have a sound of their own are kept; `á`, `đ` and `ŧ` are read as `a`, `d` and `t`.
enum NameLetter: UInt8 {
    // The value of a plain letter is its ASCII code.
    case a = 97
    case b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z
    /// `æ`.
    case ae
    /// `ä`: `æ` to the ear, `a` on a keyboard without it.
    case aUmlaut
    /// `ø`, `ö` and `œ`.
    case oSlash
    /// A `c` with any mark, as in `č`, `ć`, `ç`.
    case softC
    /// An `s` with any mark, as in `š`, `ś`, `ş`.
    case softS
    /// A `z` with any mark, as in `ž`, `ź`, `ż`.
    case softZ
    /// `ŋ`.
    case eng

    var isVowel: Bool {
        switch self {
        case .a, .e, .i, .o, .u, .y, .ae, .aUmlaut, .oSlash: true
        default: false
        }
    }

    /// Whether `c`, `g` and `sk` before it may turn soft.
    var isFrontVowel: Bool {
        switch self {
        case .e, .i, .y, .ae, .aUmlaut: true
        default: false
        }
    }

    /// The letter with a combining mark after it, so that composed and decomposed text read alike.
    func marked(by mark: Unicode.Scalar) -> Self {
        switch self {
        case .a where mark == "\u{308}": .aUmlaut
        case .o where mark == "\u{308}": .oSlash
        case .c: .softC
        case .s: .softS
        case .z: .softZ
        default: self
        }
    }
}

extension NameLetter {
    /// The words of a name, letter by letter.
    ///
    /// A word ends at everything that is no Latin letter: blank, hyphen, apostrophe, full stop, digit. Letters of
    /// other scripts are passed over; the register of persons has Latin letters only.
    static func words(of name: String) -> [[Self]] {
        var words: [[Self]] = []
        var word: [Self] = []
        for scalar in name.unicodeScalars {
            if let spelling = LatinSpelling(of: scalar) {
                word.append(spelling.first)
                if let second = spelling.second { word.append(second) }
            } else if (0x300...0x36F).contains(scalar.value) {
                if let last = word.popLast() { word.append(last.marked(by: scalar)) }
            } else if !word.isEmpty {
                words.append(word)
                word.removeAll()
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// The word as somebody types it on a keyboard with the English letters only.
    ///
    /// The old spellings `aa` and `oe` count as `å` and `ø`, and so become `a` and `o`.
    static func plainSpelling(of word: [Self]) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(word.count + 2)
        func append(_ letter: Self) {
            switch (plain.last, letter) {
            case (Self.a.rawValue, .a), (Self.o.rawValue, .e): break
            default: plain.append(letter.rawValue)
            }
        }
        for letter in word {
            switch letter {
            case .ae:
                append(.a)
                append(.e)
            case .aUmlaut: append(.a)
            case .oSlash: append(.o)
            case .softC: append(.c)
            case .softS: append(.s)
            case .softZ: append(.z)
            case .eng:
                append(.n)
                append(.g)
            default: append(letter)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
