/// One thing that a command's form asks for: the row of the table from which control, schema and checker are made.
package struct CommandField: Hashable, Sendable {
    /// What may be filled in; lengths are in Unicode scalars.
    package enum Kind: Hashable, Sendable {
        /// One line of text, of at most so many Unicode scalars.
        case line(longest: Int)
        /// Text of many lines, of at most so many Unicode scalars.
        case paragraphs(longest: Int)
        /// Written YYYY-MM-DD.
        case day
        /// One of a list.
        case code(CodeList)
        /// Several of a list, each once.
        case codes(CodeList)
        /// Ticked or not; never has to be filled in.
        case flag
        /// A whole number in this range.
        case number(ClosedRange<Int>)
        /// Any kind of identity number (fødselsnummer, D-nummer, DUF).
        case personNumber
        /// Four digits.
        case municipality
        /// Somebody with an account in the service, as `person:` and the account's name.
        case worker
        /// Something in the case.
        case reference(Reference)
        /// Several of the same kind, each once.
        case references(Reference)
        /// The number of an entry in the service's journal.
        case entry
        /// Written YYYY-MM-DDTHH:MM, Norwegian time.
        case moment
        /// The owner's name of a place.
        case place
        /// An organisation that messages go to: nine digits.
        case organisation
    }

    /// What a reference points at.
    package enum Reference: String, Hashable, Sendable, CaseIterable {
        /// Something in the child's own case, by its id there.
        case concern, investigation, hearing, decision, complaint, demand, measure, placement, plan, person
        /// More of the same.
        case seriousEvent, move, plannedVisit
        /// An investigation of the child's own case, whether or not it runs.
        case anyInvestigation
        /// A child's case in the same service.
        case otherCase
        /// Something in a referral: what the other side has told, an offer that stands open, what a stay can rest on, a
        /// stay, a question, a note of friction, a delay that the other side told of, what one's own side can take back.
        case toldByOther, offer, ground, stay, question, friction, delay, ownMessage
        /// Something of a unit's places.
        case hold, booking, outage
    }

    /// Whether it must be filled in.
    package enum Need: Hashable, Sendable {
        /// Nothing is registered without it.
        case required
        /// May be left empty.
        case optional
        /// Owed, but nothing that is registered waits for it: it may follow where the law lets it.
        case owed
        /// To be left empty where the condition is not met.
        case onlyIf(Condition, isRequired: Bool)
    }

    /// That another field of the form holds one of these codes; where there are none, that it holds anything at all.
    package struct Condition: Hashable, Sendable {
        /// The name of the field that decides.
        package let field: String
        /// Any of these will do; none means that the field need only be filled in.
        package let codes: [String]
    }

    /// The member of the JSON body, and the control's name in the form.
    package let name: String
    /// What may be filled in.
    package let kind: Kind
    /// Whether it must be filled in.
    package let need: Need
}

/// The codes of a choice, in the order in which they are offered.
package struct CodeList: Hashable, Sendable {
    /// Names the list in the catalogs of texts: `code.<name>.<code>`.
    package let name: String
    /// As they stand in the values posted and in JSON.
    package let codes: [String]
    /// The parts of a long list, in the same order; none where the list is offered as a whole.
    package let groups: [Group]

    /// A part of a list under a heading of its own.
    package struct Group: Hashable, Sendable {
        /// Names the part in the catalogs of texts: `codes.<list>.<name>`.
        package let name: String
        /// The part's codes.
        package let codes: [String]
    }

    package init(_ name: String, _ codes: [String]) {
        self.name = name
        self.codes = codes
        groups = []
    }

    /// A long list that is offered in parts.
    package init(_ name: String, groups: [Group]) {
        self.name = name
        self.groups = groups
        codes = groups.flatMap(\.codes)
    }

    /// A list of everything that a type has; the codes are the names of its cases.
    package init<Code: CaseIterable>(_ name: String, _ type: Code.Type) {
        self.init(name, type.allCases.map { String(describing: $0) })
    }
}
