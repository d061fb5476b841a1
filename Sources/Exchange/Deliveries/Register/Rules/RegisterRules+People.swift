import Casework
import Law

extension RegisterRules {
    /// About who the child is.
    static let people: [RegisterRule] = [
        startAfterCase(.person),
        RegisterRule(
            "PERSONALIA_11",
            when: "There is no Personalia.",
            source: "Personalia 11",
            .delivery { frame in frame.people.isEmpty ? [RegisterHit(.registerCase)] : [] }
        ),
        RegisterRule(
            "PERSONALIA_12",
            when: """
                Fodselsnummer is no fødselsnummer and no D-number with fitting check digits, and no date with 00100, \
                00200, 55555 or 99999. (The specification leaves out 55555, which the schema's notes allow.)
                """,
            source: "Personalia 12",
            kostra: "KOSTRA tries no date but that of an incomplete number, and accepts 00000000000.",
            .delivery { frame in hits(frame) { $0.identity == nil } }
        ),
        RegisterRule(
            "PERSONALIA_13",
            .warning,
            when: "The first six digits of Fodselsnummer, read as a date, are not Fodseldato.",
            source: "Personalia 13",
            .delivery { frame in hits(frame) { !$0.tellsItsBirthDay } }
        ),
        RegisterRule(
            "PERSONALIA_14",
            when: """
                The ninth digit of Fodselsnummer does not tell Kjonn (even: 2, odd: 1). Numbers that end in 99999 or 55555, \
                and those that keep the rule from 2032 alone, tell none.
                """,
            source: "Personalia 14",
            .delivery { frame in hits(frame) { person in person.toldSex.map { $0 != person.sex } ?? false } }
        ),
        RegisterRule(
            "PERSONALIA_15",
            when: "Fodselsnummer ends in 99999 and StartDato is after Fodseldato: the child is born.",
            source: "Personalia 15",
            .delivery { frame in
                hits(frame) { $0.number.digits.hasSuffix("99999") && $0.start > $0.birthDay }
            }
        ),
        RegisterRule(
            "PERSONALIA_16",
            when: "StartDato is more than nine months before Fodseldato.",
            source: "Personalia 16",
            .delivery { frame in hits(frame) { $0.start < $0.birthDay.adding(months: -9) } }
        ),
        RegisterRule(
            "PERSONALIA_17",
            when: "DUFnummer has check digits that do not fit.",
            source: "Personalia 17",
            .delivery { frame in
                hits(frame) { person in
                    guard let digits = person.dufNumber?.digits else { return false }
                    return (try? PersonNumber(parsing: digits))?.kind != .duf
                }
            }
        ),
        RegisterRule(
            "PERSONALIA_18",
            .info,
            when: "Fodselsnummer is incomplete, or a D-number.",
            source: "Personalia 18",
            kostra: "KOSTRA warns of incomplete numbers alone.",
            .delivery { frame in
                hits(frame) { [.incomplete, .dNumber].contains($0.identity?.kind) }
            }
        ),
    ]

    private static func hits(_ frame: RegisterFrame, where holds: (Case.Person) -> Bool) -> [RegisterHit] {
        frame.people.filter { holds($0.value) }.map { person in
            RegisterHit(.thing(.person, person.place)) { facts in
                facts.start = person.value.start
                facts.end = person.value.birthDay
            }
        }
    }
}

extension Case.Person {
    /// The number, where it is one by which a child can be known to the register.
    fileprivate var identity: PersonNumber? {
        (try? PersonNumber(parsing: number.digits)).flatMap { $0.kind == .duf ? nil : $0 }
    }

    /// Whether the date in the number is the day of birth, the century left aside.
    fileprivate var tellsItsBirthDay: Bool {
        let digits = number.digits.utf8.map { Int($0) - 0x30 }
        guard digits.count == 11 else { return false }
        var day = digits[0] * 10 + digits[1]
        var month = digits[2] * 10 + digits[3]
        // D-numbers add 40 to the day, test numbers 40 or 80 to the month.
        if day > 40 { day -= 40 }
        if month > 80 { month -= 80 }
        if month > 40 { month -= 40 }
        return day == birthDay.day && month == birthDay.month && digits[4] * 10 + digits[5] == birthDay.year % 100
    }

    /// The code of the sex that the number tells.
    fileprivate var toldSex: String? {
        let digits = Array(number.digits.utf8)
        guard digits.count == 11, !number.digits.hasSuffix("99999"), !number.digits.hasSuffix("55555"),
            identity?.checkDigitRule != .withRemainder
        else { return nil }
        return digits[8].isMultiple(of: 2) ? "2" : "1"
    }
}
