extension KostraPerson {
    /// Takes an attribute of the person's own.
    @inline(__always)
    mutating func take(_ name: KostraName, _ text: Span<UInt8>, _ range: Range<Int>) {
        switch name {
        case .id: id = keep(text, range)
        case .journal: journal = keep(text, range)
        case .start: start = DeliveryDate.day(text, range) ?? start
        case .end: end = DeliveryDate.day(text, range)
        case .birthNumber: birthNumber = KostraNumber(text, range)
        case .dufNumber: dufNumber = KostraNumber(text, range)
        case .districtNumber: hasDistrictNumber = true
        case .districtName: hasDistrictName = true
        case .isClosed: isClosed = text[range.lowerBound] == UInt8(ascii: "1")
        default: break
        }
    }

    /// Takes an attribute of the last concern.
    mutating func takeConcern(_ name: KostraName, _ text: Span<UInt8>, _ range: Range<Int>) {
        let last = concerns.count - 1
        switch name {
        case .id: concerns[last].id = keep(text, range)
        case .start: concerns[last].start = DeliveryDate.day(text, range) ?? concerns[last].start
        case .end: concerns[last].end = DeliveryDate.day(text, range)
        case .conclusion: concerns[last].conclusion = PackedText(text, range)
        default: break
        }
    }

    /// Takes an attribute of the last investigation.
    mutating func takeInvestigation(_ name: KostraName, _ text: Span<UInt8>, _ range: Range<Int>) {
        let last = investigations.count - 1
        switch name {
        case .id: investigations[last].id = keep(text, range)
        case .start: investigations[last].start = DeliveryDate.day(text, range) ?? investigations[last].start
        case .end: investigations[last].end = DeliveryDate.day(text, range)
        case .conclusion: investigations[last].conclusion.code = PackedText(text, range)
        default: break
        }
    }

    /// Takes an attribute of the last plan.
    mutating func takePlan(_ name: KostraName, _ text: Span<UInt8>, _ range: Range<Int>) {
        let last = plans.count - 1
        switch name {
        case .id: plans[last].id = keep(text, range)
        case .start: plans[last].start = DeliveryDate.day(text, range) ?? plans[last].start
        case .end: plans[last].end = DeliveryDate.day(text, range)
        case .evaluated: plans[last].evaluated = DeliveryDate.day(text, range)
        default: break
        }
    }

    /// Takes an attribute of the last measure.
    mutating func takeMeasure(_ name: KostraName, _ text: Span<UInt8>, _ range: Range<Int>) {
        let last = measures.count - 1
        switch name {
        case .id: measures[last].id = keep(text, range)
        case .start: measures[last].start = DeliveryDate.day(text, range) ?? measures[last].start
        case .end: measures[last].end = DeliveryDate.day(text, range)
        default: break
        }
    }

    /// Takes an attribute of the last relocation.
    mutating func takeRelocation(_ name: KostraName, _ text: Span<UInt8>, _ range: Range<Int>) {
        let last = relocations.count - 1
        switch name {
        case .id: relocations[last].id = keep(text, range)
        case .end: relocations[last].end = DeliveryDate.day(text, range) ?? relocations[last].end
        default: break
        }
    }
}

extension KostraBasis {
    /// Takes an attribute.
    mutating func take(_ name: KostraName, _ text: Span<UInt8>, _ range: Range<Int>) {
        switch name {
        case .act: act = PackedText(text, range)
        case .chapter: chapter = PackedText(text, range)
        case .section: section = PackedText(text, range)
        case .paragraph: paragraph = PackedText(text, range)
        case .letter: letter = PackedText(text, range)
        default: break
        }
    }
}

extension KostraNumber {
    /// Reads digits; others than 0 to 9 make it a foreign one.
    init(_ text: Span<UInt8>, _ range: Range<Int>) {
        var value: UInt64 = 0
        for place in range {
            let digit = text[place] &- 0x30
            guard digit <= 9 else {
                self = .foreign
                return
            }
            value = value &* 10 &+ UInt64(digit)
        }
        self = .digits(value)
    }
}

extension KostraSender {
    /// Takes an attribute.
    mutating func take(_ name: KostraName, _ text: Span<UInt8>, _ range: Range<Int>) {
        switch name {
        case .version: year = DeliveryDate.year(text, range) ?? 0
        case .municipality: municipality = Self.string(text, range)
        case .municipalityName:
            hasName = Self.string(text, range).unicodeScalars.contains { !$0.properties.isWhitespace }
        default: break
        }
    }

    private static func string(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        for place in range { bytes.append(text[place]) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
