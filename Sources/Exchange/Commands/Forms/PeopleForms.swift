import Casework
import Law

/// The fields that tell who somebody is; the same for the child of a new case and everybody else.
enum PersonFields {
    /// What is said of where somebody lives.
    enum Home: Hashable, Sendable, CaseIterable {
        case unknown
        case open
        /// Known to the service, shown to nobody without a right of their own.
        case hidden
        /// As it stands in the case.
        case unchanged
    }

    private static let name = FormEntry.line("name")
    private static let number = FormEntry.personNumber("number").optional
    private static let birthDay = FormEntry.day("birthDay").optional
    private static let phone = FormEntry.line("phone", longest: 40).optional
    private static let email = FormEntry.line("email", longest: 100).optional
    private static let interpreter = FormEntry.line("interpreter", longest: 100).optional
    private static let home = FormEntry<Home>.code("residence", "residence")
    private static let address = FormEntry.paragraphs("address", longest: 300).needed(home, "open", "hidden")
    private static let postcode = FormEntry.line("postcode", longest: 10).allowed(home, "open", "hidden")
    private static let town = FormEntry.line("town", longest: 100).allowed(home, "open", "hidden")

    static let all: [any AnyFormEntry] = [
        name, number, birthDay, phone, email, interpreter, home, address, postcode, town,
    ]

    /// The person that is filled in; `id` is whose place they take in the case.
    static func person(_ input: FormReader, replacing id: RecordID) throws(FieldFault) -> CasePerson {
        CasePerson(
            name: try input[name],
            number: input.given(number),
            birthDay: input.given(birthDay),
            phone: input.given(phone),
            email: input.given(email),
            interpreter: input.given(interpreter),
            residence: try residence(input, of: id)
        )
    }

    private static func residence(_ input: FormReader, of id: RecordID) throws(FieldFault) -> Residence? {
        switch try input[home] {
        case .unknown: nil
        case .unchanged: input.context.residence(id)
        case .open: .open(try postalAddress(input))
        case .hidden: .hidden(HiddenAddress(hiding: try postalAddress(input)))
        }
    }

    private static func postalAddress(_ input: FormReader) throws(FieldFault) -> PostalAddress {
        PostalAddress(
            lines: try input[address].split(separator: "\n").map(String.init),
            postcode: input.given(postcode),
            town: input.given(town)
        )
    }

    /// A hidden address is not filled in: the form says that it stands.
    static func filled(_ person: CasePerson) -> [FilledField] {
        let facts = [
            name.filled(person.name), number.filled(person.number), birthDay.filled(person.birthDay),
            phone.filled(person.phone), email.filled(person.email), interpreter.filled(person.interpreter),
        ]
        switch person.residence {
        case nil: return facts + [home.filled(.unknown)]
        case .hidden: return facts + [home.filled(.unchanged)]
        case .open(let place):
            return facts + [
                home.filled(.open), address.filled(place.lines.joined(separator: "\n")),
                postcode.filled(place.postcode), town.filled(place.town),
            ]
        }
    }
}

/// The people of a case and how they are tied to the child.
enum PeopleForms {
    static let all = [setPerson, setRelation, endRelation, recordNumber]

    private static let person = FormEntry.reference("person", .person)
    private static let number = FormEntry.personNumber("number")

    /// Somebody new, or somebody of the case set anew.
    static let setPerson = CommandForm(
        "set-person",
        .people,
        "barnevernsloven § 12-4",
        [person.optional] + PersonFields.all,
        make: { input throws(FieldFault) in
            let id = input.given(person) ?? input.context.id
            return .inCase(.personSet(id, try PersonFields.person(input, replacing: id)))
        },
        fill: { happening in
            guard case .inCase(.personSet(let id, let somebody)) = happening else { return nil }
            return [person.filled(id)] + PersonFields.filled(somebody)
        }
    )

    private static let kind = FormEntry<Relation.Kind>.code("kind", "relation-kind")
    private static let hasResponsibility = FormEntry.flag("hasResponsibility")
    private static let livesWithChild = FormEntry.flag("livesWithChild")
    private static let isParty = FormEntry.flag("isParty")
    private static let siblingCase = FormEntry.reference("siblingCase", .otherCase).allowed(kind, "sibling")

    static let setRelation = CommandForm(
        "set-relation",
        .people,
        "barnevernsloven § 12-3",
        [person, kind, hasResponsibility, livesWithChild, isParty, siblingCase],
        make: { input throws(FieldFault) in
            .inCase(
                .relationSet(
                    Relation(
                        person: try input[person],
                        kind: try input[kind],
                        hasResponsibility: try input[hasResponsibility],
                        livesWithChild: try input[livesWithChild],
                        isParty: try input[isParty],
                        siblingCase: input.given(siblingCase)
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.relationSet(let relation)) = happening else { return nil }
            return [
                person.filled(relation.person), kind.filled(relation.kind),
                hasResponsibility.filled(relation.hasResponsibility), livesWithChild.filled(relation.livesWithChild),
                isParty.filled(relation.isParty), siblingCase.filled(relation.siblingCase),
            ]
        }
    )

    static let endRelation = CommandForm(
        "end-relation",
        .people,
        "barnevernsloven § 12-3",
        [person],
        make: { input throws(FieldFault) in .inCase(.relationEnded(person: try input[person])) },
        fill: { happening in
            guard case .inCase(.relationEnded(let id)) = happening else { return nil }
            return [person.filled(id)]
        }
    )

    static let recordNumber = CommandForm(
        "record-number",
        .people,
        "barnevernsloven § 12-4",
        [number],
        make: { input throws(FieldFault) in .inCase(.numberFound(try input[number])) },
        fill: { happening in
            guard case .inCase(.numberFound(let found)) = happening else { return nil }
            return [number.filled(found)]
        }
    )
}
