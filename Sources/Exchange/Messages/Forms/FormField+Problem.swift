extension FormField {
    /// Whether any text of the right length will do.
    var takesFreeText: Bool { kind == .line || kind == .prose }

    /// What is wrong with a text that is not empty.
    ///
    /// Check digits, ages and whatever else takes more than one field are for ``MessageCheck``.
    func problem(of text: String) -> FormFinding.Problem? {
        if let fixed { return text == fixed ? nil : .notTheFixedText }
        switch kind {
        case .line, .prose: return lengthProblem(of: text)
        case .date: return Self.isDate(text, hasTime: false) ? nil : .notADate
        case .dateTime: return Self.isDate(text, hasTime: true) ? nil : .notADateTime
        case .yesNo: return ["true", "false", "1", "0"].contains(text) ? nil : .notYesOrNo
        case .code(let options): return options.contains { $0.code == text } ? nil : .notACode
        case .digits(let count):
            let isRight = text.utf8.count == count && text.utf8.allSatisfy(Self.isDigit)
            return isRight ? nil : .notDigits(count)
        case .number:
            let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
            return !digits.isEmpty && digits.utf8.allSatisfy(Self.isDigit) ? nil : .notANumber
        case .messageID:
            let bytes = Array(text.utf8)
            return TextPattern.uuid.matches(bytes.span, 0..<bytes.count) ? nil : .notAMessageID
        }
    }

    /// Engines count differently: short enough is so in UTF-16 units, long enough in Unicode scalars.
    private func lengthProblem(of text: String) -> FormFinding.Problem? {
        if text.utf16.count > maxLength { return .longer(than: maxLength) }
        return text.unicodeScalars.count < minLength ? .shorter(than: minLength) : nil
    }

    private static func isDate(_ text: String, hasTime: Bool) -> Bool {
        let bytes = Array(text.utf8)
        return XsdDate(bytes.span, 0..<bytes.count, hasTime: hasTime) != nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
