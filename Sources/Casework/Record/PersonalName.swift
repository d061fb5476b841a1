import Law

/// By what a child is known from a day on: number, day of birth, or the day it is expected.
struct PersonalName: Hashable {
    var number: PersonNumber?
    var birthDay: CalendarDay?
    var expectedOn: CalendarDay?
    var isUnborn: Bool

    /// As the register wants it (`Personalia`).
    ///
    /// - Returns: `nil` where day of birth or sex is not known: the register takes no child without.
    func stated(as id: ThingID, from start: CalendarDay, today: CalendarDay) -> Case.Person? {
        if isUnborn, number == nil { return unborn(id, start) }
        guard let number, number.kind != .duf, let sex = number.statedSex,
            let born = birthDay ?? number.likelyBirthDay(readOn: today)
        else { return nil }
        return Case.Person(id: id, start: start, number: StatedNumber(number.digits), birthDay: born, sex: sex)
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
    func people(_ journal: JournaledCase, from start: CalendarDay) -> [Case.Person] {
        let child = journal.facts.child
        var names: [(name: PersonalName, from: CalendarDay)] = []
        func add(_ name: PersonalName, _ day: CalendarDay) {
            if names.last?.name != name { names.append((name, day)) }
        }
        for entry in journal.entries {
            var name = names.last?.name ?? PersonalName(isUnborn: child.isUnborn)
            switch entry.event {
            case .opened(let opening)?:
                name = PersonalName(
                    number: opening.child.number,
                    birthDay: opening.child.knownBirthDay,
                    expectedOn: opening.expectedOn,
                    isUnborn: opening.isUnborn
                )
            case .personSet(child.person, let person)?:
                name.number = person.number ?? name.number
                name.birthDay = person.knownBirthDay ?? name.birthDay
                name.isUnborn = name.isUnborn && name.number == nil && name.birthDay == nil
            case .numberFound(let number)?:
                name.number = number
                name.birthDay = number.birthDay ?? name.birthDay
                name.isUnborn = false
            default: continue
            }
            add(name, entry.occurredOn)
        }
        // What was not enough to be told is no name; what came after it then counts from the beginning.
        let stated = names.compactMap { name, day in
            name.stated(as: id(.person(0), journal.facts.id), from: day, today: today)
        }
        return stated.enumerated().map { index, person in
            var person = person
            person.id = id(.person(index), journal.facts.id)
            person.start = index == 0 ? start : max(start, min(person.start, max(person.birthDay, start)))
            return person
        }
    }
}
