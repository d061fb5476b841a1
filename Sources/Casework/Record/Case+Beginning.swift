package import Law

extension Case {
    /// Who the child is, from a day on (`Personalia`).
    package struct Person: Hashable, Sendable {
        package var id: ThingID
        package var start: CalendarDay
        package var number: StatedNumber
        /// The day of birth, or the day it is expected.
        package var birthDay: CalendarDay
        /// 0 unborn, 1 boy, 2 girl.
        package var sex: String
        package var dufNumber: StatedNumber?
        package var isDeleted: Bool

        package init(
            id: ThingID,
            start: CalendarDay,
            number: StatedNumber,
            birthDay: CalendarDay,
            sex: String,
            dufNumber: StatedNumber? = nil,
            isDeleted: Bool = false
        ) {
            self.id = id
            self.start = start
            self.number = number
            self.birthDay = birthDay
            self.sex = sex
            self.dufNumber = dufNumber
            self.isDeleted = isDeleted
        }
    }

    /// A report of concern (`Melding`).
    package struct Concern: Hashable, Sendable {
        package var id: ThingID
        package var migratedID: String?
        package var start: CalendarDay
        package var isDeleted: Bool
        package var reporters: [StatedCode]
        package var contents: [StatedCode]
        package var conclusion: Conclusion?

        package init(
            id: ThingID,
            migratedID: String? = nil,
            start: CalendarDay,
            isDeleted: Bool = false,
            reporters: [StatedCode] = [],
            contents: [StatedCode] = [],
            conclusion: Conclusion? = nil
        ) {
            self.id = id
            self.migratedID = migratedID
            self.start = start
            self.isDeleted = isDeleted
            self.reporters = reporters
            self.contents = contents
            self.conclusion = conclusion
        }
    }

    /// An investigation (`Undersokelse`).
    package struct Investigation: Hashable, Sendable {
        package var id: ThingID
        package var migratedID: String?
        package var start: CalendarDay
        package var isDeleted: Bool
        /// The grounds of the decision (vedtaksgrunnlag).
        package var grounds: [StatedCode]
        package var participation: Participation?
        package var moreTime: MoreTime?
        package var conclusion: Conclusion?

        /// How the child took part (`BarnetsMedvirkning`).
        package struct Participation: Hashable, Sendable {
            package var start: CalendarDay
            package var kind: String

            package init(start: CalendarDay, kind: String) {
                self.start = start
                self.kind = kind
            }
        }

        /// More time (`UtvidetFrist`).
        package struct MoreTime: Hashable, Sendable {
            package var start: CalendarDay
            /// 1 yes, 2 no; nothing while it is not decided.
            package var granted: String?

            package init(start: CalendarDay, granted: String? = nil) {
                self.start = start
                self.granted = granted
            }
        }

        package init(
            id: ThingID,
            migratedID: String? = nil,
            start: CalendarDay,
            isDeleted: Bool = false,
            grounds: [StatedCode] = [],
            participation: Participation? = nil,
            moreTime: MoreTime? = nil,
            conclusion: Conclusion? = nil
        ) {
            self.id = id
            self.migratedID = migratedID
            self.start = start
            self.isDeleted = isDeleted
            self.grounds = grounds
            self.participation = participation
            self.moreTime = moreTime
            self.conclusion = conclusion
        }
    }

    /// A plan (`Plan`).
    package struct Plan: Hashable, Sendable {
        package var id: ThingID
        package var migratedID: String?
        package var start: CalendarDay
        package var kind: String
        package var isDeleted: Bool
        /// The days on which it was evaluated.
        package var evaluations: [CalendarDay]
        package var end: CalendarDay?

        package init(
            id: ThingID,
            migratedID: String? = nil,
            start: CalendarDay,
            kind: String,
            isDeleted: Bool = false,
            evaluations: [CalendarDay] = [],
            end: CalendarDay? = nil
        ) {
            self.id = id
            self.migratedID = migratedID
            self.start = start
            self.kind = kind
            self.isDeleted = isDeleted
            self.evaluations = evaluations
            self.end = end
        }
    }
}
