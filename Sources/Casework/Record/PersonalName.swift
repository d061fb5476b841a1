import Law

/// By what a child is known from a day on: number, day of birth, or the day it is expected.
struct PersonalName: Hashable {
    /// Of the population register, or an incomplete one.
    var number: PersonNumber?
    /// Of the immigration authorities; a child may have both.
    var dufNumber: PersonNumber?
    var birthDay: CalendarDay?
    var expectedOn: CalendarDay?
    var isUnborn: Bool

    init(isUnborn: Bool) { self.isUnborn = isUnborn }

    init(_ opening: CaseOpening) {
        self.init(isUnborn: opening.isUnborn)
        expectedOn = opening.expectedOn
        take(opening.child)
    }

    mutating func take(_ person: CasePerson) {
        if let number = person.number { take(number) }
        birthDay = person.knownBirthDay ?? birthDay
        if birthDay != nil { isUnborn = false }
    }

    mutating func take(_ number: PersonNumber) {
        if number.kind == .duf { dufNumber = number } else { self.number = number }
        birthDay = number.birthDay ?? birthDay
        isUnborn = false
    }

    /// As the register wants it (`Personalia`).
    ///
    /// - Returns: `nil` where day of birth or sex is not known: the register takes no child without.
    ///
    /// A child that is known by a DUF number alone has no number of the population register: KOSTRA takes it so.
    func stated(as id: ThingID, from start: CalendarDay, today: CalendarDay) -> Case.Person? {
        if isUnborn, number == nil { return unborn(id, start) }
        let dufNumber = dufNumber.map { StatedNumber($0.digits) }
        guard let number else {
            guard let dufNumber else { return nil }
            return Case.Person(
                id: id,
                start: start,
                number: StatedNumber(""),
                birthDay: birthDay ?? .earliest,
                sex: "",
                dufNumber: dufNumber
            )
        }
        guard let sex = number.statedSex, let born = birthDay ?? number.likelyBirthDay(readOn: today) else {
            return nil
        }
        return Case.Person(
            id: id,
            start: start,
            number: StatedNumber(number.digits),
            birthDay: born,
            sex: sex,
            dufNumber: dufNumber
        )
    }

    /// A child who is not born has the day it is expected instead of a number, with 99999.
    private func unborn(_ id: ThingID, _ start: CalendarDay) -> Case.Person? {
        guard let expectedOn else { return nil }
        let text = Array("\(expectedOn)".utf8)
        let date = String(decoding: text[8...9] + text[5...6] + text[2...3], as: UTF8.self)
        return Case.Person(
            id: id,
            start: start,
            number: StatedNumber("\(date)99999"),
            birthDay: expectedOn,
            sex: "0"
        )
    }
}

extension PersonNumber {
    /// 1 boy, 2 girl, by the ninth digit; 0 of an unborn child's number; nothing where the number does not tell.
    fileprivate var statedSex: String? {
        let digits = Array(digits.utf8)
        guard digits.count == 11 else { return nil }
        if kind == .incomplete {
            switch digits[6...] {
            case Array("99999".utf8)[...]: return "0"
            case Array("00100".utf8)[...]: return "1"
            case Array("00200".utf8)[...]: return "2"
            default: return nil
            }
        }
        guard checkDigitRule == .withoutRemainder else { return nil }
        return digits[8] % 2 == 0 ? "2" : "1"
    }
}

extension CaseTelling {
    /// The child under each name that it has had, oldest first.
    ///
    /// What was not enough to be told is no name; the first that is counts from the beginning. A child that is born has its
    /// new name from its birth.
    func people(_ journal: JournaledCase, from start: CalendarDay) -> [Case.Person] {
        let child = journal.facts.child
        var name = PersonalName(isUnborn: child.isUnborn)
        var told: [Case.Person] = []
        var last: PersonalName?
        for entry in journal.entries {
            let wasUnborn = name.isUnborn
            switch entry.event {
            case .opened(let opening)?: name = PersonalName(opening)
            case .personSet(child.person, let person)?: name.take(person)
            case .numberFound(let number)?: name.take(number)
            default: continue
            }
            guard name != last else { continue }
            last = name
            let id = id(.person(entry.entry), journal.facts.id)
            guard var person = name.stated(as: id, from: entry.occurredOn, today: today) else { continue }
            if told.isEmpty {
                person.start = start
            } else if wasUnborn, !name.isUnborn {
                person.start = max(start, min(person.start, person.birthDay))
            } else {
                person.start = max(start, person.start)
            }
            // The same child as the delivery tells it, however differently the journal does.
            if told.last?.isTold(like: person) ?? false { continue }
            told.append(person)
        }
        return told
    }
}

extension Case.Person {
    fileprivate func isTold(like other: Case.Person) -> Bool {
        number == other.number && dufNumber == other.dufNumber && birthDay == other.birthDay && sex == other.sex
    }
}
