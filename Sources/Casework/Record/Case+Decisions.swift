package import Law

extension Case {
    /// A decision (`Vedtak`).
    package struct Decision: Hashable, Sendable {
        package var id: ThingID
        package var migratedID: String?
        package var start: CalendarDay
        package var isDeleted: Bool
        package var basis: Provision
        /// The provisions referred to (`JmfrLovhjemmel`), at most three.
        package var references: [Provision]
        package var claims: [Claim]
        /// What has become of it, at least one.
        package var statuses: [Status]
        package var end: CalendarDay?

        /// A private party's claim (`Krav`).
        package struct Claim: Hashable, Sendable {
            package var id: ThingID
            package var start: CalendarDay
            package var conclusion: Conclusion?

            package init(id: ThingID, start: CalendarDay, conclusion: Conclusion? = nil) {
                self.id = id
                self.start = start
                self.conclusion = conclusion
            }
        }

        /// What it was from a day on (`Status`).
        package struct Status: Hashable, Sendable {
            package var id: ThingID
            package var changed: CalendarDay
            package var code: String

            package init(id: ThingID, changed: CalendarDay, code: String) {
                self.id = id
                self.changed = changed
                self.code = code
            }
        }

        package init(
            id: ThingID,
            migratedID: String? = nil,
            start: CalendarDay,
            isDeleted: Bool = false,
            basis: Provision,
            references: [Provision] = [],
            claims: [Claim] = [],
            statuses: [Status],
            end: CalendarDay? = nil
        ) {
            self.id = id
            self.migratedID = migratedID
            self.start = start
            self.isDeleted = isDeleted
            self.basis = basis
            self.references = references
            self.claims = claims
            self.statuses = statuses
            self.end = end
        }
    }

    /// Aftercare that was offered (`Ettervern`).
    package struct Aftercare: Hashable, Sendable {
        package var id: ThingID
        package var migratedID: String?
        /// The day the offer was sent.
        package var offered: CalendarDay
        package var isDeleted: Bool
        package var conclusion: Conclusion?

        package init(
            id: ThingID,
            migratedID: String? = nil,
            offered: CalendarDay,
            isDeleted: Bool = false,
            conclusion: Conclusion? = nil
        ) {
            self.id = id
            self.migratedID = migratedID
            self.offered = offered
            self.isDeleted = isDeleted
            self.conclusion = conclusion
        }
    }

    /// A case sent to the tribunal (`OversendelseFylkesnemnd`).
    package struct Tribunal: Hashable, Sendable {
        package var id: ThingID
        package var migratedID: String?
        package var start: CalendarDay
        package var isDeleted: Bool
        package var basis: Provision
        /// The provisions referred to (`JmfrLovhjemmel`), at most three.
        package var references: [Provision]

        package init(
            id: ThingID,
            migratedID: String? = nil,
            start: CalendarDay,
            isDeleted: Bool = false,
            basis: Provision,
            references: [Provision] = []
        ) {
            self.id = id
            self.migratedID = migratedID
            self.start = start
            self.isDeleted = isDeleted
            self.basis = basis
            self.references = references
        }
    }
}
