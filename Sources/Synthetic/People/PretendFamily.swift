internal import Casework
internal import Law

/// An invented family: children, parents, home.
struct PretendFamily {
    struct Child {
        var givenName: String
        var name: String
        var isGirl: Bool
        /// Whole years on the day of the message; 0 for the unborn.
        var age: Int
        var number: PersonNumber?
        var isUnborn: Bool
    }

    struct Parent {
        var name: String
        var phone: String
        var isMother: Bool
    }

    var children: [Child]
    var parents: [Parent]
    var tradition: NameTable.Tradition
    var address: PostalAddress

    /// Draws a family whose eldest child has an age that fits a story.
    ///
    /// - Parameters:
    ///   - ages: The years that the first child may have; `nil` for a child not yet born.
    ///   - day: The day on which ages are counted.
    ///   - place: The invented place of the postal address.
    ///   - random: Where chance comes from.
    init(ages: ClosedRange<Int>?, on day: CalendarDay, place: String, using random: inout SplitMix64) {
        tradition = random.happens(60) ? .norwegian : random.pick(NameTable.Tradition.allCases)
        let surname = NameTable.surname(tradition, &random)
        address = PostalAddress(
            lines: [NameTable.street(&random)],
            postcode: String(random.number(in: 9_995...9_999)),
            town: place.uppercased()
        )
        // Nobody in the house shares a given name, so that a story can tell them apart.
        var mothersAndGirls = random.pick(.max, of: NameTable.girls(tradition))
        var fathersAndBoys = random.pick(.max, of: NameTable.boys(tradition))
        parents = []
        let isMotherThere = ages == nil || random.happens(90)
        for isMother in random.happens(75) ? [true, false] : [isMotherThere] {
            let given = isMother ? mothersAndGirls.removeLast() : fathersAndBoys.removeLast()
            let own = isMother && random.happens(40) ? NameTable.surname(tradition, &random) : surname
            parents.append(Parent(name: given + " " + own, phone: Self.phone(&random), isMother: isMother))
        }
        children = []
        guard let ages else {
            let name = "Ufødt barn " + surname
            children = [Child(givenName: "", name: name, isGirl: false, age: 0, number: nil, isUnborn: true)]
            return
        }
        var age = random.number(in: ages)
        let count = random.happens(62) ? 1 : random.number(in: 2...4)
        let names = random.pick(count, of: mothersAndGirls.map { ($0, true) } + fathersAndBoys.map { ($0, false) })
        for (given, isGirl) in names {
            let number = random.happens(78) ? Self.number(age: age, on: day, &random) : nil
            let name = given + " " + surname
            children.append(
                Child(givenName: given, name: name, isGirl: isGirl, age: age, number: number, isUnborn: false)
            )
            age -= random.number(in: 1...4)
            if age < 0 { break }
        }
    }

    /// A telephone number of a series that no subscriber has.
    static func phone(_ random: inout SplitMix64) -> String {
        let pairs = (0..<3).map { _ in
            let pair = random.below(100)
            return pair < 10 ? "0\(pair)" : String(pair)
        }
        return (random.happens(30) ? "+47 00 " : "00 ") + pairs.joined(separator: " ")
    }

    /// A synthetic number (month + 80) of somebody who has lived so many whole years.
    private static func number(age: Int, on day: CalendarDay, _ random: inout SplitMix64) -> PersonNumber? {
        let birthDay = day.adding(years: -age).adding(days: -random.number(in: 0...360))
        guard let serials = PersonNumber.syntheticSerials(bornIn: birthDay.year) else { return nil }
        for _ in 0..<40 {
            if let number = PersonNumber.synthetic(birthDay: birthDay, serial: random.number(in: serials)) {
                return number
            }
        }
        return nil
    }
}
