/// Reads the letters of one word aloud, by the rules of Norwegian spelling and those of names from elsewhere.
///
/// What the letters give is not the end of it: ``SpeechSound/heard(_:)`` says what is left in the listener's ear.
struct SpellingReader {
    private let letters: [NameLetter]
    private var place = 0
    private var sounds: [SpeechSound] = []

    private init(_ letters: [NameLetter]) {
        self.letters = letters
        sounds.reserveCapacity(letters.count + 1)
    }

    static func sounds(of word: [NameLetter]) -> [SpeechSound] {
        var reader = Self(word)
        while reader.place < word.count { reader.readOn() }
        return reader.sounds
    }

    private func letter(_ offset: Int) -> NameLetter? {
        letters.indices.contains(place + offset) ? letters[place + offset] : nil
    }

    private func isVowel(_ offset: Int) -> Bool { letter(offset)?.isVowel ?? false }

    private func isConsonant(_ offset: Int) -> Bool { letter(offset).map { !$0.isVowel } ?? false }

    /// Whether nothing has sounded yet: a mute `h` before it does not count.
    private var isAtStart: Bool { sounds.isEmpty }

    private mutating func pass(_ count: Int, as sound: SpeechSound? = nil, _ next: SpeechSound? = nil) {
        place += count
        if let sound { say(sound) }
        if let next { say(next) }
    }

    private mutating func say(_ sound: SpeechSound) {
        // "ai" and "ei" are one diphthong (Laila, Leila; Hussain, Hussein) unless a word begins with it (Aino, Eino).
        if sound == .i, sounds.last == .a, sounds.count > 1 {
            sounds.removeLast()
            say(.e)
        }
        if sounds.last != sound { sounds.append(sound) }
    }

    private mutating func readOn() {
        switch letters[place] {
        case .a: letter(1) == .e ? pass(2, as: .e) : pass(1, as: .a)
        case .e: isSwallowed ? pass(1) : pass(1, as: .e)
        case .ae, .aUmlaut: pass(1, as: .e)
        case .i: isLong ? pass(2, as: .i) : pass(1, as: .i)
        case .y: isAtStart && isVowel(1) ? pass(1, as: .j) : pass(1, as: .i)
        case .j: isAtStart ? pass(1, as: .j) : pass(1, as: .i)
        case .o: letter(1) == .e ? pass(2, as: .oe) : pass(1, as: .o)
        case .u: pass(1, as: .o)
        case .oSlash: pass(1, as: .oe)
        case .b: pass(1, as: .b)
        case .c: readC()
        case .d: readD()
        case .f: pass(1, as: .f)
        case .g: readG()
        case .h: isMute ? pass(1) : pass(1, as: .h)
        case .k: letter(1) == .j ? pass(2, as: .k) : pass(1, as: .k)
        case .l: pass(1, as: .l)
        case .m: pass(1, as: .m)
        case .n: readN()
        case .p: letter(1) == .h ? pass(2, as: .f) : pass(1, as: .p)
        case .q: [.u, .v, .w].contains(letter(1)) ? pass(2, as: .k, .v) : pass(1, as: .k)
        case .r: pass(1, as: .r)
        case .s: readS()
        case .t: readT()
        case .v, .w: pass(1, as: .v)
        case .x: pass(1, as: .k, .s)
        case .z: letter(1) == .h ? pass(2, as: .sh) : pass(1, as: .s)
        case .softC, .softS, .softZ: pass(1, as: .sh)
        case .eng: pass(1, as: .ng)
        }
    }

    /// Whether this `e` is lost after a diphthong: Meyer and Meir, Ayesha and Aisha.
    private var isSwallowed: Bool {
        guard sounds.last == .i, [.a, .e].contains(sounds.dropLast().last) else { return false }
        return switch (letter(1), letter(2)) {
        case (.r, _), (.softS, _), (.s, .h), (.s, .j): true
        default: false
        }
    }

    /// Whether this `i` and the `e` after it are one long vowel: Nielsen, Biehtár, but not Lien, Marie, Daniel.
    private var isLong: Bool {
        guard letter(1) == .e, isConsonant(2), !sounds.contains(where: \.isVowel) else { return false }
        return !(letter(2) == .n && letter(3) == nil)
    }

    /// Whether this `h` is not heard: before and after a consonant, and last: Hjalmar, Torhild, Thea, Mihkkal, Sarah.
    private var isMute: Bool { isConsonant(-1) || isConsonant(1) || letter(1) == nil }

    private mutating func readC() {
        switch (letter(1), letter(2)) {
        // Charlotte and Čáhppe, but Christian, Michael, Bach.
        case (.h, .some(let vowel)) where vowel.isVowel && isAtStart: pass(2, as: .sh)
        case (.z, _): pass(2, as: .sh)
        case (.some(let vowel), _) where vowel.isFrontVowel: pass(1, as: .s)
        default: pass(1, as: .k)
        }
    }

    private mutating func readD() {
        switch letter(1) {
        case .j where isAtStart: pass(2, as: .j)
        case .softZ: pass(2, as: .sh)
        default: pass(1, as: .d)
        }
    }

    private mutating func readG() {
        switch letter(1) {
        case .j: pass(2, as: isAtStart ? .j : .i)
        // Gertrud and Gjertrud, Geir, Gisle.
        case .some(let vowel) where vowel.isFrontVowel && isAtStart: pass(1, as: .j)
        // Signe and Singne.
        case .n where !isAtStart && isVowel(-1): pass(2, as: .ng)
        default: pass(1, as: .g)
        }
    }

    private mutating func readN() {
        switch (letter(1), letter(2)) {
        case (.g, .n): pass(3, as: .ng)
        case (.g, _): pass(2, as: .ng)
        default: pass(1, as: .n)
        }
    }

    private mutating func readS() {
        switch (letter(1), letter(2)) {
        case (.j, _): pass(2, as: .sh)
        case (.k, .j): pass(3, as: .sh)
        case (.k, .i), (.k, .y): isAtStart ? pass(2, as: .sh) : pass(1, as: .s)
        case (.k, .e), (.k, .oSlash): isAtStart && [.i, .y].contains(letter(3)) ? pass(2, as: .sh) : pass(1, as: .s)
        case (.c, .h): readSch()
        case (.h, _) where !isBeforeHomestead: pass(2, as: .sh)
        default: pass(1, as: .s)
        }
    }

    private mutating func readSch() {
        switch letter(3) {
        case .j: pass(4, as: .sh)
        // Schanke, Schou: Norwegian families whose "sch" is "sk". Schmidt: lost before a consonant.
        case .a, .o, .u: isAtStart ? pass(3, as: .s, .k) : pass(3, as: .sh)
        case .some(let next) where !next.isVowel && isAtStart: pass(3, as: .s)
        default: pass(3, as: .sh)
        }
    }

    /// Whether the last part of a name begins after this `s`, which is then no "sh": Åshild, Åsheim, Neshaug.
    private var isBeforeHomestead: Bool {
        switch (letter(2), letter(3), letter(4)) {
        case (.i, .l, .d), (.e, .i, .m), (.a, .u, .g): !isAtStart
        default: false
        }
    }

    private mutating func readT() {
        switch (letter(1), letter(2)) {
        // The sound of Sámi "č": Tjáhppe in Lule Sámi, and the "tsj", "tch" and "tš" of others.
        case (.j, _) where isAtStart: pass(2, as: .sh)
        case (.c, .h): pass(3, as: .sh)
        case (.s, .j), (.s, .h), (.softS, _), (.softC, _): pass(1)
        default: pass(1, as: .t)
        }
    }
}
