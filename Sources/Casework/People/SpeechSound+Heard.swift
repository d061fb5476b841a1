extension SpeechSound {
    /// What a listener keeps of a word: weak vowels are levelled, mute endings lost, last consonants voiceless.
    static func heard(_ spoken: [Self]) -> [Self] {
        guard let start = spoken.firstIndex(where: \.isVowel) else { return spoken }
        let end = spoken[start...].firstIndex { !$0.isVowel } ?? spoken.endIndex
        var sounds = spoken
        levelWeakVowels(&sounds, after: end)
        loseMuteD(&sounds, after: end)
        hardenEnd(&sounds, after: end)
        return withoutDoubles(sounds)
    }

    /// Makes every `a` between consonants an `e` after the first syllable: Ahmad, Hallvard, Einar.
    ///
    /// The endings -son and -suf follow -sen and -sef: Johnson and Johnsen, Yusuf and Yousef.
    private static func levelWeakVowels(_ sounds: inout [Self], after firstVowels: Int) {
        guard firstVowels < sounds.count else { return }
        for place in firstVowels..<(sounds.count - 1) where sounds[place] == .a {
            if !sounds[place - 1].isVowel, !sounds[place + 1].isVowel { sounds[place] = .e }
        }
        let last = sounds.count - 1
        if last - 2 >= firstVowels, sounds[last - 2] == .s, sounds[last - 1] == .o, [.n, .f].contains(sounds[last]) {
            sounds[last - 1] = .e
        }
    }

    /// Loses the `d` of Svendsen, Ragnhild, Håvard and Ingrid; Tord and Lund keep theirs, and so does Andreas.
    private static func loseMuteD(_ sounds: inout [Self], after firstVowels: Int) {
        var kept: [Self] = []
        kept.reserveCapacity(sounds.count)
        for (place, sound) in sounds.enumerated() {
            if sound == .d, let before = kept.last, [.l, .n, .r].contains(before) {
                let isLate = sounds[firstVowels..<max(place, firstVowels)].contains(where: \.isVowel)
                let isMute = place + 1 == sounds.count ? isLate : !sounds[place + 1].isVowel && sounds[place + 1] != .r
                if isMute { continue }
            }
            kept.append(sound)
        }
        if kept.count - 3 >= firstVowels, kept.suffix(3) == [.r, .i, .d] { kept.removeLast() }
        sounds = kept
    }

    /// Makes the last consonant voiceless, and loses the `g` of Solveig and Haug.
    private static func hardenEnd(_ sounds: inout [Self], after firstVowels: Int) {
        guard let last = sounds.last, sounds.count > 1 else { return }
        let isAfterVowel = sounds[sounds.count - 2].isVowel
        switch last {
        case .g where isAfterVowel && sounds.count > 2 && sounds[sounds.count - 3].isVowel: sounds.removeLast()
        // Berg and Bjørg are not Berk and Bjørk.
        case .g where !isAfterVowel: break
        default: sounds[sounds.count - 1] = last.voiceless
        }
    }

    /// Joins doubles that the other rules left, after making voiceless what stands before `s` and `t`.
    private static func withoutDoubles(_ sounds: [Self]) -> [Self] {
        var single: [Self] = []
        single.reserveCapacity(sounds.count)
        for (place, sound) in sounds.enumerated() {
            let isHardened = place + 1 < sounds.count && [.s, .t].contains(sounds[place + 1])
            let heard = isHardened ? sound.voiceless : sound
            if single.last != heard { single.append(heard) }
        }
        return single
    }
}
