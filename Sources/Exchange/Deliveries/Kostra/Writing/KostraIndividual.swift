package import Casework
package import Law

/// A child or young person in a case as KOSTRA has them (`Individ`), with all that the table knows.
///
/// Reading drops the zone of a date; all else is kept, an attribute that is there and empty too. What the rules look at
/// has a leaner value of its own.
package struct KostraIndividual: Hashable, Sendable {
    /// At most 30 characters, as all ids here.
    package var id: String
    package var start: CalendarDay
    package var end: CalendarDay?
    package var journal: String
    package var birthNumber: StatedNumber?
    package var dufNumber: StatedNumber?
    package var districtNumber: String?
    package var districtName: String?
    /// The service's own area (`Distriktsnummer`), two or three digits.
    package var area: String?
    package var caseworker: String
    /// Whether the case is said to be closed on 31 December (`Avslutta3112`).
    package var isClosed: Bool
    package var concerns: [Concern]
    package var plans: [Plan]
    package var measures: [Measure]
    package var relocations: [Relocation]

    package init(
        id: String,
        start: CalendarDay,
        end: CalendarDay? = nil,
        journal: String,
        birthNumber: StatedNumber? = nil,
        dufNumber: StatedNumber? = nil,
        districtNumber: String? = nil,
        districtName: String? = nil,
        area: String? = nil,
        caseworker: String,
        isClosed: Bool,
        concerns: [Concern] = [],
        plans: [Plan] = [],
        measures: [Measure] = [],
        relocations: [Relocation] = []
    ) {
        self.id = id
        self.start = start
        self.end = end
        self.journal = journal
        self.birthNumber = birthNumber
        self.dufNumber = dufNumber
        self.districtNumber = districtNumber
        self.districtName = districtName
        self.area = area
        self.caseworker = caseworker
        self.isClosed = isClosed
        self.concerns = concerns
        self.plans = plans
        self.measures = measures
        self.relocations = relocations
    }
}

extension KostraIndividual {
    /// A report of concern (`Melding`).
    package struct Concern: Hashable, Sendable {
        package var id: String
        package var start: CalendarDay
        package var end: CalendarDay?
        package var conclusion: String?
        package var reporters: [StatedCode]
        package var contents: [StatedCode]
        /// The investigation that it led to.
        package var investigation: Investigation?

        package init(
            id: String,
            start: CalendarDay,
            end: CalendarDay? = nil,
            conclusion: String? = nil,
            reporters: [StatedCode] = [],
            contents: [StatedCode] = [],
            investigation: Investigation? = nil
        ) {
            self.id = id
            self.start = start
            self.end = end
            self.conclusion = conclusion
            self.reporters = reporters
            self.contents = contents
            self.investigation = investigation
        }
    }

    /// An investigation (`Undersokelse`).
    package struct Investigation: Hashable, Sendable {
        package var id: String
        package var start: CalendarDay
        package var end: CalendarDay?
        package var conclusion: String?
        /// What is said of the conclusion (`Presisering`).
        package var specification: String?
        /// The grounds of the decision (vedtaksgrunnlag).
        package var grounds: [StatedCode]

        package init(
            id: String,
            start: CalendarDay,
            end: CalendarDay? = nil,
            conclusion: String? = nil,
            specification: String? = nil,
            grounds: [StatedCode] = []
        ) {
            self.id = id
            self.start = start
            self.end = end
            self.conclusion = conclusion
            self.specification = specification
            self.grounds = grounds
        }
    }

    /// A plan (`Plan`).
    package struct Plan: Hashable, Sendable {
        package var id: String
        package var start: CalendarDay
        package var end: CalendarDay?
        /// The last day on which it was evaluated.
        package var evaluated: CalendarDay?
        package var kind: String

        package init(
            id: String,
            start: CalendarDay,
            end: CalendarDay? = nil,
            evaluated: CalendarDay? = nil,
            kind: String
        ) {
            self.id = id
            self.start = start
            self.end = end
            self.evaluated = evaluated
            self.kind = kind
        }
    }

    /// A measure (`Tiltak`).
    package struct Measure: Hashable, Sendable {
        package var id: String
        package var start: CalendarDay
        package var end: CalendarDay?
        package var basis: Basis
        /// The provisions referred to (`JmfrLovhjemmel`), at most three.
        package var references: [Basis]
        package var category: StatedCode
        package var grounds: [StatedCode]
        package var repeal: StatedCode?

        package init(
            id: String,
            start: CalendarDay,
            end: CalendarDay? = nil,
            basis: Basis,
            references: [Basis] = [],
            category: StatedCode,
            grounds: [StatedCode] = [],
            repeal: StatedCode? = nil
        ) {
            self.id = id
            self.start = start
            self.end = end
            self.basis = basis
            self.references = references
            self.category = category
            self.grounds = grounds
            self.repeal = repeal
        }
    }

    /// A provision of an act (`Lovhjemmel`, `JmfrLovhjemmel`), with one of each of its parts at most.
    package struct Basis: Hashable, Sendable {
        package var act: String
        package var chapter: String
        package var section: String
        package var letter: String?
        /// The subsection (ledd).
        package var subsection: String?
        /// The sentence (punktum).
        package var sentence: String?

        package init(
            act: String,
            chapter: String,
            section: String,
            letter: String? = nil,
            subsection: String? = nil,
            sentence: String? = nil
        ) {
            self.act = act
            self.chapter = chapter
            self.section = section
            self.letter = letter
            self.subsection = subsection
            self.sentence = sentence
        }
    }

    /// A relocation (`Flytting`).
    package struct Relocation: Hashable, Sendable {
        package var id: String
        /// The day the child moved.
        package var end: CalendarDay
        package var reason: StatedCode
        package var destination: StatedCode

        package init(id: String, end: CalendarDay, reason: StatedCode, destination: StatedCode) {
            self.id = id
            self.end = end
            self.reason = reason
            self.destination = destination
        }
    }
}
