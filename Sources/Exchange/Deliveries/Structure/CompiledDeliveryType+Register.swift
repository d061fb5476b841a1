import Casework

extension CompiledDeliveryType {
    /// What is wrong with a text of one of the types that only the register has; nothing where it is as the type
    /// wants it.
    func registerFault(_ text: Span<UInt8>, _ range: Range<Int>) -> StructureFault? {
        switch kind {
        case .boolean: Self.boolean(text, range) == nil ? .notABoolean : nil
        case .uuid: Self.isUUID(text, range) ? nil : .notAnID
        case .moment: Self.moment(text, range) == nil ? .notAMoment : nil
        case .numeral: provisionFault(text, range, hasLetters: false)
        case .provision: provisionFault(text, range, hasLetters: true)
        case .letter: range.count == 1 && Self.isLetter(text[range.lowerBound]) ? nil : .notAProvision
        case .concept: ThingKind(text, range) == nil ? .notACode : nil
        case .text, .digits, .code, .date, .year: nil
        }
    }

    /// Yes or no, with white space around it where there is some; nothing where the text is neither.
    static func boolean(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool? {
        switch PackedText(text, CompiledType.collapsed(text, range)) {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    /// The date and time of a text that has four digits for the year, seconds, at most nine decimals and a zone;
    /// nothing where it has not.
    static func moment(_ text: Span<UInt8>, _ range: Range<Int>) -> XsdDate? {
        let inner = CompiledType.collapsed(text, range)
        let start = inner.lowerBound
        guard inner.count >= 20, text[start + 4] == UInt8(ascii: "-"), text[start] != UInt8(ascii: "-"),
            let date = XsdDate(text, inner, hasTime: true), date.zone != nil
        else { return nil }
        guard text[start + 19] == UInt8(ascii: ".") else { return date }
        let decimals = ((start + 20)..<inner.upperBound).prefix { text[$0] &- 0x30 <= 9 }
        return decimals.count <= 9 ? date : nil
    }

    private static func isUUID(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard TextPattern.uuid.matches(text, range) else { return false }
        let version = text[range.lowerBound + 14]
        let variant = text[range.lowerBound + 19] | 0x20
        let isKnown = variant == UInt8(ascii: "a") || variant == UInt8(ascii: "b")
        return (0x31...0x35).contains(version) && (isKnown || [0x38, 0x39].contains(text[range.lowerBound + 19]))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

    /// Decimal digits of any script, as `\d` means in XML Schema, then letters where these may follow.
    private func provisionFault(_ text: Span<UInt8>, _ range: Range<Int>, hasLetters: Bool) -> StructureFault? {
        var place = range.lowerBound
        var count = 0
        while place < range.upperBound, case let width = TextPattern.digitWidth(text, at: place, in: range), width > 0 {
            place += width
            count += 1
        }
        guard count > 0 else { return range.isEmpty ? .tooShort : .notAProvision }
        while hasLetters, place < range.upperBound, Self.isLetter(text[place]) {
            place += 1
            count += 1
        }
        guard place == range.upperBound else { return .notAProvision }
        return count > longest ? .tooLong : nil
    }
}
