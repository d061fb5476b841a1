package import Law

extension Case {
    /// A measure (`Tiltak`).
    package struct Measure: Hashable, Sendable {
        package var id: ThingID
        package var migratedID: String?
        package var start: CalendarDay
        package var isDeleted: Bool
        package var basis: Provision
        /// The provisions referred to (`JmfrLovhjemmel`), at most three.
        package var references: [Provision]
        package var category: StatedCode
        package var grounds: [StatedCode]
        package var supervision: Supervision?
        package var followUp: FollowUp?
        package var repeal: StatedCode?
        package var end: CalendarDay?

        package init(
            id: ThingID,
            migratedID: String? = nil,
            start: CalendarDay,
            isDeleted: Bool = false,
            basis: Provision,
            references: [Provision] = [],
            category: StatedCode,
            grounds: [StatedCode] = [],
            supervision: Supervision? = nil,
            followUp: FollowUp? = nil,
            repeal: StatedCode? = nil,
            end: CalendarDay? = nil
        ) {
            self.id = id
            self.migratedID = migratedID
            self.start = start
            self.isDeleted = isDeleted
            self.basis = basis
            self.references = references
            self.category = category
            self.grounds = grounds
            self.supervision = supervision
            self.followUp = followUp
            self.repeal = repeal
            self.end = end
        }
    }

    /// Something with an id that is so from a day on: who is responsible for supervision, or how often it must be.
    package struct Periodic: Hashable, Sendable {
        package var id: ThingID
        package var start: CalendarDay
        /// Times a year, or a municipality's number.
        package var value: String

        package init(id: ThingID, start: CalendarDay, value: String) {
            self.id = id
            self.start = start
            self.value = value
        }
    }

    /// A visit that was made (`Utfort`).
    package struct Visit: Hashable, Sendable {
        package var id: ThingID
        package var day: CalendarDay

        package init(id: ThingID, day: CalendarDay) {
            self.id = id
            self.day = day
        }
    }

    /// Supervision of a child in a foster home (`Tilsyn`).
    package struct Supervision: Hashable, Sendable {
        /// The municipality that is responsible, at least one.
        package var responsible: [Periodic]
        /// How many times a year, at least one.
        package var frequencies: [Periodic]
        package var visits: [Visit]

        package init(responsible: [Periodic], frequencies: [Periodic], visits: [Visit] = []) {
            self.responsible = responsible
            self.frequencies = frequencies
            self.visits = visits
        }
    }

    /// Follow-up of a child and its foster home (`Oppfolging`).
    package struct FollowUp: Hashable, Sendable {
        /// How many times a year, at least one.
        package var frequencies: [Periodic]
        package var visits: [Visit]

        package init(frequencies: [Periodic], visits: [Visit] = []) {
            self.frequencies = frequencies
            self.visits = visits
        }
    }
}
