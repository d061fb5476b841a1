package import Law

/// Where a child is placed (plasseringstiltak).
package struct PlacementStart: Hashable, Sendable {
    /// What kind of home it is.
    package enum Home: UInt8, Hashable, Sendable, CaseIterable {
        /// A foster home (fosterhjem).
        case fosterHome = 1
        /// A home for emergencies (beredskapshjem).
        case emergencyHome = 2
        /// An institution (institusjon).
        case institution = 3
        /// An institution for emergencies (akuttinstitusjon).
        case acuteInstitution = 4
        /// A home of one's own, with follow-up (egen bolig).
        case ownHousing = 5
        /// Anything else.
        case other = 9
    }

    /// What kind of home it is.
    package var home: Home
    /// The foster parent or the institution's contact, a person of the case.
    package var caretaker: RecordID?
    /// The municipality that has placed the child (omsorgskommune), four digits.
    package var careMunicipality: String
    /// The municipality where the foster home lies (fosterhjemskommune), four digits; it supervises.
    package var fosterMunicipality: String?
    /// Kilometres from the child's home, where known.
    package var distance: Int?

    package init(
        home: Home,
        caretaker: RecordID?,
        careMunicipality: String,
        fosterMunicipality: String?,
        distance: Int?
    ) {
        self.home = home
        self.caretaker = caretaker
        self.careMunicipality = careMunicipality
        self.fosterMunicipality = fosterMunicipality
        self.distance = distance
    }
}

/// The child moves from one placement (flytting).
package struct Relocation: Hashable, Sendable {
    /// The placement that the child leaves.
    package var measure: RecordID
    /// The register's reason, such as `1.1.4`.
    package var reason: String
    /// The register's code of where the child moves, such as `2`.
    package var destination: String
    /// Whether it was planned.
    package var isPlanned: Bool
    /// Why and how, in the service's own words.
    package var text: String
    /// How the child took part, or why it did not.
    package var participation: ParticipationGround

    package init(
        measure: RecordID,
        reason: String,
        destination: String,
        isPlanned: Bool,
        text: String,
        participation: ParticipationGround
    ) {
        self.measure = measure
        self.reason = reason
        self.destination = destination
        self.isPlanned = isPlanned
        self.text = text
        self.participation = participation
    }
}

/// The foster home's agreement and legal standing, as far as visits depend on it.
package struct FosterAgreement: Hashable, Sendable {
    /// The placement that the agreement is of.
    package var measure: RecordID
    /// The stay is permanent under § 5-12, with this many agreed follow-up visits a year.
    package var permanentWithVisits: Int?
    /// Reviewed this day (once a year, forskrift 2023-10-13-1632 § 7).
    package var text: String

    package init(measure: RecordID, permanentWithVisits: Int?, text: String) {
        self.measure = measure
        self.permanentWithVisits = permanentWithVisits
        self.text = text
    }
}
