package import Casework

/// The ids of one person's things in KOSTRA, of at most 30 characters and each once among things of its kind.
///
/// A case has UUIDs, of 36: KOSTRA gets the `MigrertId` where there is one that fits, and else the first 30 of the 32
/// hexadecimal digits, so that the same thing has the same id every year.
struct KostraIDs {
    private var taken: Set<String> = []

    static let longest = 30

    /// The id of a thing that has not been asked for yet.
    mutating func id(_ kind: ThingKind, _ id: ThingID, _ migratedID: String?) -> String {
        // An investigation stands inside a concern, where the schema lets ids repeat: an old id stays as it is.
        if kind == .investigation, let migratedID, Self.fits(migratedID, Self.longest) { return migratedID }
        let first = Self.short(id, migratedID, Self.longest)
        var short = first
        var number = 1
        while !taken.insert("\(kind.rawValue) \(short)").inserted {
            number += 1
            let end = "-\(number)"
            short = (first.cut(toUnits: Self.longest - end.utf16.count) ?? "") + end
        }
        return short
    }

    /// The id that a thing would have if it were alone.
    static func short(_ id: ThingID, _ migratedID: String?, _ longest: Int) -> String {
        if let migratedID, fits(migratedID, longest) { return migratedID }
        if fits(id.text, longest) { return id.text }
        return Self.short(id.folded, longest)
    }

    /// A text of at most so many units: a UUID's first hexadecimal digits, of another text its beginning and a number
    /// that the whole of it makes.
    static func short(_ text: String, _ longest: Int) -> String {
        if text.isEmpty || fits(text, longest) { return text }
        let digits = text.replacing("-", with: "")
        if text.utf8.count == 36, digits.utf8.count == 32, digits.allSatisfy(\.isHexDigit) {
            return String(digits.lowercased().prefix(longest))
        }
        var hash: UInt32 = 0x811C_9DC5
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let number = String(hash, radix: 16)
        let end = "-" + String(repeating: "0", count: 8 - number.utf8.count) + number
        return (text.cut(toUnits: longest - end.utf8.count) ?? "") + end
    }

    private static func fits(_ text: String, _ longest: Int) -> Bool { (1...longest).contains(text.utf16.count) }
}

extension KostraIndividual {
    /// The id under which KOSTRA knows what others know by this one, where nothing else in the case has the same.
    package static func id(of id: ThingID) -> String { KostraIDs.short(id, nil, KostraIDs.longest) }
}
