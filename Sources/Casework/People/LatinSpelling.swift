/// How a Latin letter of any alphabet is spelled in the letters that we tell apart.
///
/// Unicode's own names of the characters are the table: "LATIN SMALL LETTER E WITH CIRCUMFLEX AND ACUTE" is an `e`.
/// Thus Vietnamese, Polish and Turkish letters need no rows of ours, and composed letters cannot differ from
/// decomposed ones.
struct LatinSpelling {
    let first: NameLetter
    let second: NameLetter?

    private init(_ first: NameLetter, _ second: NameLetter? = nil) {
        self.first = first
        self.second = second
    }

    /// Looks a scalar up; nothing if it is no Latin letter of the blocks up to IPA, or of the additional block.
    init?(of scalar: Unicode.Scalar) {
        let spelling: Self?
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A:
            spelling = NameLetter(rawValue: UInt8(truncatingIfNeeded: scalar.value | 0x20)).map { Self($0) }
        case 0xC0..<0x2B0: spelling = Self.letters[Int(scalar.value) - 0xC0]
        case 0x1E00..<0x1F00: spelling = Self.additionalLetters[Int(scalar.value) - 0x1E00]
        default: spelling = nil
        }
        guard let spelling else { return nil }
        self = spelling
    }

    private static let letters: [Self?] = (0xC0..<0x2B0).map { Unicode.Scalar($0).flatMap(Self.init(named:)) }
    private static let additionalLetters: [Self?] = (0x1E00..<0x1F00).map {
        Unicode.Scalar($0).flatMap(Self.init(named:))
    }

    private init?(named scalar: Unicode.Scalar) {
        let name = (scalar.properties.name ?? "").split(separator: " ")
        guard name.count > 3, name[0] == "LATIN", name[2] == "LETTER" else { return nil }
        switch name[3] {
        case "AE": self.init(.ae)
        case "OE": self.init(.oSlash)
        case "ENG": self.init(.eng)
        case "ETH": self.init(.d)
        case "THORN": self.init(.t, .h)
        case "SHARP": self.init(.s, .s)
        case "DOTLESS": self.init(.i)
        // Azeri; its names are written with `a` elsewhere (Əli, Ali).
        case "SCHWA": self.init(.a)
        default:
            guard name[3].utf8.count == 1, let code = name[3].utf8.first,
                let letter = NameLetter(rawValue: code | 0x20)
            else { return nil }
            self.init(letter, marks: name.dropFirst(4))
        }
    }

    private init(_ letter: NameLetter, marks: ArraySlice<Substring>) {
        switch letter {
        case .a where marks.contains("DIAERESIS"): self.init(.aUmlaut)
        case .o where marks.contains("DIAERESIS") || marks.contains("STROKE"): self.init(.oSlash)
        case .c where !marks.isEmpty: self.init(.softC)
        case .s where !marks.isEmpty: self.init(.softS)
        case .z where !marks.isEmpty: self.init(.softZ)
        default: self.init(letter)
        }
    }
}
