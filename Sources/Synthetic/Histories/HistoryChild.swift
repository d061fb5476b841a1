internal import Casework
internal import Law

/// A child of a pretend family, as the service comes to know it.
struct HistoryChild {
    var givenName: String
    var name: String
    var isGirl: Bool
    /// For the unborn the day on which it will be born.
    var birthDay: CalendarDay
    var number: PersonNumber?
    var isUnborn: Bool
    var phone: String?

    /// The child, with a number that it may have even where the reporter does not know it.
    init(_ child: PretendFamily.Child, on day: CalendarDay, using random: inout SplitMix64) {
        givenName = child.givenName
        name = child.name
        isGirl = child.isUnborn ? random.happens(50) : child.isGirl
        isUnborn = child.isUnborn
        let age = day.adding(years: -child.age)
        let drawn = child.isUnborn ? day.adding(days: random.number(in: 55...95)) : age.adding(days: -random.below(361))
        birthDay = child.number?.birthDay ?? drawn
        let newNumber = child.isUnborn || random.happens(93) ? Self.number(born: birthDay, &random) : nil
        number = child.number ?? newNumber
        phone = child.age >= 11 && random.happens(60) ? PretendFamily.phone(&random) : nil
    }

    /// The day of the birthday with so many years.
    func turns(_ age: Int) -> CalendarDay { birthDay.adding(years: age) }

    func age(on day: CalendarDay) -> Int {
        var age = day.year - birthDay.year
        if turns(age) > day { age -= 1 }
        return max(0, age)
    }

    private static func number(born birthDay: CalendarDay, _ random: inout SplitMix64) -> PersonNumber? {
        guard let serials = PersonNumber.syntheticSerials(bornIn: birthDay.year) else { return nil }
        for _ in 0..<40 {
            let serial = random.number(in: serials)
            if let number = PersonNumber.synthetic(birthDay: birthDay, serial: serial) { return number }
        }
        return nil
    }
}

/// A parent or another adult of a pretend family, with an identity of its own in each case.
struct HistoryAdult {
    var name: String
    /// A parent's; nobody asks others for theirs.
    var number: PersonNumber?
    var phone: String
    var kind: Relation.Kind
    var hasResponsibility: Bool
    var livesWithChild: Bool

    /// A synthetic number of somebody who was 20 to 38 years old on a day.
    static func number(isWoman: Bool, bornBefore day: CalendarDay, _ random: inout SplitMix64) -> PersonNumber? {
        let birthDay = day.adding(years: -random.number(in: 20...38)).adding(days: -random.below(361))
        guard let serials = PersonNumber.syntheticSerials(bornIn: birthDay.year) else { return nil }
        for _ in 0..<40 {
            // The last digit of the individual number is even for women.
            let serial = random.number(in: serials) / 2 * 2 + (isWoman ? 0 : 1)
            if let number = PersonNumber.synthetic(birthDay: birthDay, serial: serial) { return number }
        }
        return nil
    }
}
