/// How well a typed name fits a person's, the poorest first.
package enum NameMatch: Comparable, CaseIterable, Sendable {
    /// A single letter, typed or in the name, is the first of the other's word.
    case initial
    /// The words sound alike.
    case sound
    /// The typed word begins the name's word, with three letters or more.
    case prefix
    /// The words are equal but for case, marks and the old spellings of `å` and `ø`.
    case equal
}

/// A name as somebody typed it into a search.
///
/// Every typed word must fit a word of the name, each another one; the order is free, and names that were not typed are
/// no hindrance. Hyphens, apostrophes and blanks count alike. Shows nothing of the name when printed.
package struct NameQuery: Sendable {
    private let key: NameKey
    private let count: Int

    /// Reads what was typed; nothing if it has no letter in it.
    ///
    /// - Parameter typed: Words of a name, of which the first 32 count; digits among them are passed over.
    package init?(_ typed: String) {
        key = NameKey(typed)
        count = key.words.last?.end ?? 0
        if count == 0 { return nil }
    }

    /// How well the name fits: the poorest match among the typed words, where they are laid out at their best.
    ///
    /// - Returns: Nothing if a typed word fits no word of the name, or if initials are all that fits.
    package func match(_ name: NameKey) -> NameMatch? {
        guard fits(name, at: .initial) else { return nil }
        return NameMatch.allCases.last { fits(name, at: $0) }
    }

    /// Whether the typed words from a place on find words that are not taken, none of them by a poorer match.
    private func fits(
        _ name: NameKey,
        at least: NameMatch,
        from place: Int = 0,
        taken: UInt64 = 0,
        hasMoreThanInitials: Bool = false
    ) -> Bool {
        if place == count { return hasMoreThanInitials }
        for typed in key.words where typed.start == place {
            for word in name.words where word.places & taken == 0 {
                guard let match = word.match(typed: typed), match >= least else { continue }
                let isFit = fits(
                    name,
                    at: least,
                    from: typed.end,
                    taken: taken | word.places,
                    hasMoreThanInitials: hasMoreThanInitials || match > .initial
                )
                if isFit { return true }
            }
        }
        return false
    }
}

extension NameKey.Word {
    fileprivate var start: Int { places.trailingZeroBitCount }
    fileprivate var end: Int { UInt64.bitWidth - places.leadingZeroBitCount }
}

extension NameQuery: CustomStringConvertible, CustomReflectable {
    package var description: String { "NameQuery(hidden)" }
    /// Shows no part when dumped.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
