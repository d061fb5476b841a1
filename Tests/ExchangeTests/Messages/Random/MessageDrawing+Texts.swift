import Exchange
import Law
import TestSupport

extension MessageDrawing {
    mutating func text(_ type: SimpleType, _ name: String, inside parent: String, isAskedFor: Bool) -> String {
        if let fixed = type.fixed { return fixed }
        if let special = special(name, inside: parent) { return special }
        if !type.codes.isEmpty { return pick(type.codes) }
        switch type.base {
        case .boolean: return pick(["true", "false", "1", "0"])
        case .integer: return pick(["0", "-5", "+17", "200", "00042", "123456789012345678901234567890"])
        case .date: return day(in: -400...0)
        case .dateTime: return sendingTime()
        case .string: break
        }
        switch type.pattern {
        case .uuid: return uuid()
        case .version: return pick(["1", "1.2", "10.20.30", "1.2.3.4", "1.*", "1.2.3.*", "*"])
        case .digits(let count): return digits(count)
        case nil: break
        }
        if type.minLength == 0, !isAskedFor, chance(1, in: 6) { return "" }
        return freeText(type, atLeast: max(isAskedFor ? 1 : 0, type.minLength))
    }

    /// The texts that rules hold against each other.
    private mutating func special(_ name: String, inside parent: String) -> String? {
        switch (parent, name) {
        case (_, "MeldingstypeNmsp"): type.namespace
        case (_, "MeldingsForbindelse"): pick(type.allowedRelations).rawValue
        case (_, "Organisasjonsnummer"): organisationNumber()
        case (_, "Kommunenummer"): pick(MunicipalityRegister.national.all).number.text
        case (_, "Filnavn"): fresh { "vedlegg \(Int.random(in: 1...999_999, using: &$0.generator)) æøå.pdf" }
        case ("Identifikator", "Fodselsnummer"), ("Klient", "Fodselsnummer"): childNumber(ageInDays: childhood)
        case ("Sosken", "Fodselsnummer"): childNumber(ageInDays: 31...8000)
        case (_, "IngenPlan"): pick(["true", "1"])
        case ("Vedtak", "Dato") where chance(1, in: 4): sentOn.description
        case (_, "MorsFodselsnummer"): mothersNumber()
        case (_, "Fodselsnummer"): personNumber(ageInDays: 7000...20_000)
        case (_, "DUFnummer"): dufNumber()
        // Without the mother's number nobody is unborn, and the form has the flag even so.
        case (_, "Ufodt"): taken.contains("mother") ? pick(["true", "1", "false", "0"]) : "false"
        case (_, "TerminDato"): day(in: -60...280)
        case ("Bistandsperiode", "DatoFra"): day(in: 0...60)
        case (_, "NemndsbehandlingDato"): day(in: 0...120)
        case (_, "FremtidigDato"): day(in: 1...500)
        default: nil
        }
    }

    /// Ages at which every service may be asked for: up to six at a centre for parents and children, under 18
    /// elsewhere and under 25 where measures at home are asked for.
    private var childhood: ClosedRange<Int> {
        switch type {
        case .familyCentre: 31...2200
        case .homeMeasure: 31...8500
        default: 31...6400
        }
    }

    private mutating func day(in range: ClosedRange<Int>) -> String {
        let day = sentOn.adding(days: Int.random(in: range, using: &generator))
        return day.description + pick(["", "", "", "", "", "Z", "+01:00", "+14:00", "-14:00"])
    }

    /// A time of which the Norwegian day is that of sending, whatever day the text has.
    private mutating func sendingTime() -> String {
        let clock = pick(["00:00:00", "07:05:09", "12:30:00.5", "23:59:59.999999"])
        let zone = pick(["", "Z", "+01:00", "-05:30", "+14:00", "-14:00"])
        let times = [-1, 0, 1].map { "\(sentOn.adding(days: $0))T\(clock)\(zone)" }
        return times.first { OsloTime.instant(parsingLocal: $0).map(OsloTime.day(at:)) == sentOn } ?? times[1]
    }

    private mutating func uuid() -> String {
        fresh { drawing in
            let id = RecordID(high: drawing.generator.next(), low: drawing.generator.next()).description
            return drawing.chance(1, in: 4) ? id.uppercased() : id
        }
    }

    private mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in pick(Array("0123456789")).description }.joined()
    }

    private mutating func organisationNumber() -> String {
        while true {
            let eight = digits(8)
            let sum = zip(eight, [3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
            if sum % 11 != 1 { return eight + String((11 - sum % 11) % 11) }
        }
    }

    private mutating func personNumber(ageInDays: ClosedRange<Int>) -> String {
        fresh { drawing in
            while true {
                let birthDay = drawing.sentOn.adding(days: -Int.random(in: ageInDays, using: &drawing.generator))
                let serials = PersonNumber.syntheticSerials(bornIn: birthDay.year) ?? 0...0
                let number = PersonNumber.synthetic(
                    birthDay: birthDay,
                    serial: Int.random(in: serials, using: &drawing.generator),
                    dNumber: drawing.chance(1, in: 5)
                )
                if let number { return number.digits }
            }
        }
    }

    /// The number of a child or a sibling, which may lack its check digits and then be that of both.
    private mutating func childNumber(ageInDays: ClosedRange<Int>) -> String {
        guard chance(1, in: 4) else { return personNumber(ageInDays: ageInDays) }
        if let incompleteNumber { return incompleteNumber }
        let digits = personNumber(ageInDays: ageInDays)
        // Of a synthetic number the month, and of a D-number the day, are no plain ones.
        guard let birthDay = (try? PersonNumber(parsing: digits))?.birthDay else { return digits }
        let plain = [birthDay.day, birthDay.month, birthDay.year % 100].map { ($0 < 10 ? "0" : "") + String($0) }
        let number = plain.joined() + pick(["00100", "00200", "55555"])
        incompleteNumber = number
        return number
    }

    /// The number of a mother, whose child may be unborn.
    private mutating func mothersNumber() -> String {
        taken.insert("mother")
        return personNumber(ageInDays: 7000...20_000)
    }

    /// Year of arrival, six digits, and the weighted sum modulo 11 in two digits.
    private mutating func dufNumber() -> String {
        fresh { drawing in
            let ten = String(Int.random(in: 1990...2026, using: &drawing.generator)) + drawing.digits(6)
            let sum = zip(ten, [4, 6, 3, 2, 4, 6, 3, 2, 7, 5]).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
            return ten + (sum % 11 < 10 ? "0" : "") + String(sum % 11)
        }
    }

    /// A value that the message does not have yet.
    private mutating func fresh(_ make: (inout MessageDrawing) -> String) -> String {
        while true {
            let value = make(&self)
            if taken.insert(value).inserted { return value }
        }
    }

    /// A text that is hard on encodings and quoting, often as short or as long as it may be.
    private mutating func freeText(_ type: SimpleType, atLeast least: Int) -> String {
        let most = min(type.maxLength, 5000)
        let length =
            switch Int.random(in: 0..<24, using: &generator) {
            case 0, 1: max(least, 1)
            case 2 where type.maxLength < .max, 3 where most < 300: most
            default: Int.random(in: least...max(least, min(most, 60)), using: &generator)
            }
        return Self.text(units: length, &generator)
    }

    /// A text of so many UTF-16 units, never blank unless empty.
    private static func text(units: Int, _ generator: inout SeededGenerator) -> String {
        var text = ""
        var left = units
        while left > 0 {
            let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            let size = piece.utf16.count
            // A pair of surrogates is one code point and so too short where two are asked for.
            let fits = size <= left && (size == piece.unicodeScalars.count || units > 8)
            text += fits ? piece : "å"
            left -= fits ? size : 1
        }
        return text.allSatisfy(\.isWhitespace) ? String(repeating: "x", count: units) : text
    }

    private static let pieces = [
        "barnet ", "møte ", "skole", "Å", "æ", "ø", "ŋ", "e\u{301}", "😀", "👨‍👩‍👧", "\u{10FFFD}", " ", "  ", "\n", "\r\n",
        "\r",
        "\t", "&", "<", ">", "\"", "'", "]]>", "&amp;", "<!--", "{tekst}", "\u{85}", "\u{2028}", "\u{A0}", "\u{FFFD}",
    ]
}
