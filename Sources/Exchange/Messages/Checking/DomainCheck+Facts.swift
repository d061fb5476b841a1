internal import Law

extension DomainCheck {
    /// Holds the header against the message's type.
    mutating func checkHeader(_ tree: XmlTree, _ type: any MessageDefinition) {
        if let relation = facts.relation {
            if MessageRelation(rawValue: relation.text).map(type.mayBe) != true {
                let allowed = type.allowedRelations.map(\.rawValue).joined(separator: " or ")
                list.add(
                    relation.node,
                    tree,
                    "Found a relation that this type of message cannot have, expected "
                        + (allowed.isEmpty ? "no message that it follows." : "\(allowed).")
                )
            }
        } else if !type.mayBe(nil), let id = facts.id {
            list.add(
                Int(tree.nodes[id.node].parent),
                tree,
                missing: "OppfolgingAvMelding",
                "Found nothing, expected the message that this one follows."
            )
        }
        for reference in [facts.startID, facts.aboutID] {
            guard let id = facts.id, let reference, reference.text == id.text else { continue }
            list.add(reference.node, tree, "Found the message's own id, expected that of an earlier message.")
        }
        for id in [facts.id, facts.startID, facts.aboutID].compactMap(\.self)
        where id.text.utf8.allSatisfy({ $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "-") }) {
            list.add(id.node, tree, "Found the nil UUID, expected an id that no other message has.")
        }
    }

    /// Holds the child's number, birth and age against what is asked for.
    ///
    /// Source: Barnevernsloven § 1-2 and § 3-6 (measures until 25); §§ 4-2, 4-4, 5-1, 6-2, 6-6 (a child); § 16-3
    /// fourth paragraph (assessment of children from 0 to 6 years).
    mutating func checkChild(_ tree: XmlTree) {
        if let unborn = facts.isUnborn, unborn.value, facts.mothersNode < 0 {
            list.add(
                unborn.node,
                tree,
                "Found an unborn child without its mother's number, expected MorsFodselsnummer."
            )
        }
        guard let child = facts.child else { return }
        // Several children born on one day can have the same number as long as it is incomplete.
        for sibling in facts.siblings where sibling.number == child && child.kind != .incomplete {
            list.add(sibling.node, tree, "Found the child's own number, expected that of a sibling.")
        }
        guard let birth = child.likelyBirthDay(readOn: today) else { return }
        if birth > today, child.kind != .incomplete {
            list.add(facts.childNode, tree, "Found a birth in the future, expected a child that is born.")
        }
        let day = facts.periodStart?.day ?? facts.sentOn ?? today
        if let start = facts.periodStart, start.day < birth, child.kind != .incomplete {
            list.add(start.node, tree, "Found a start before the child's birth, expected one after it.")
        }
        let age = Self.age(on: day, born: birth)
        if age >= 25 {
            list.add(facts.childNode, tree, "Found a person of 25 years or more, expected somebody younger (§ 3-6).")
        }
        if age >= 18, let section = facts.section, Self.sectionsForChildren.contains(section.text) {
            list.add(section.node, tree, "Found a section for children under 18, expected one that reaches this age.")
        }
        if age >= 7, let assistance = facts.assistance, assistance.text == "5" {
            list.add(
                assistance.node,
                tree,
                "Found an assessment at a centre for parents and children, expected a child of 0 to 6 years (§ 16-3)."
            )
        }
    }

    /// Holds dates against each other and the day of sending.
    mutating func checkDates(_ tree: XmlTree) {
        let sent = facts.sentOn ?? today
        if let decision = facts.decisionDate, decision.day > sent {
            list.add(decision.node, tree, "Found a decision after the sending, expected one that has been made.")
        }
        if let due = facts.dueDate, !(-60...300).contains(due.day.dayNumber - sent.dayNumber) {
            list.add(due.node, tree, "Found a due date far from the sending, expected one within a pregnancy.")
        }
        if let future = facts.futureDate, future.day <= sent {
            list.add(future.node, tree, "Found a day that is not after the sending, expected a future day.")
        }
    }

    private static let sectionsForChildren: Set<String> = ["4-2", "4-4", "5-1", "6-2", "6-6"]

    private static func age(on day: CalendarDay, born birth: CalendarDay) -> Int {
        let hadBirthday = (day.month, day.day) >= (birth.month, birth.day)
        return day.year - birth.year - (hadBirthday ? 0 : 1)
    }
}
