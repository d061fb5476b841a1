package import Law

/// A child's case as one system tells another of it: the fold of our own journal, or what another system delivered.
///
/// All that the register's `Sak` (version 4) holds, and what KOSTRA's `Individ` has besides; deliveries, checks and
/// figures know a case by this type alone. Codes are kept as they stand on the wire, wrong ones too.
package struct Case: Hashable, Sendable {
    package var id: ThingID
    /// The id in an earlier system, or in KOSTRA.
    package var migratedID: String?
    package var start: CalendarDay
    package var end: CalendarDay?
    package var journal: String
    /// Whether the case is called closed; nothing where that is not said.
    package var isClosed: Bool?
    package var isDeleted: Bool
    /// Who works with it, as KOSTRA has it (`Saksbehandler`).
    package var caseworker: String?
    /// The city district, where the municipality has some (`Bydelsnummer`, `Bydelsnavn`).
    package var district: District?
    package var people: [Person] = []
    package var concerns: [Concern] = []
    package var investigations: [Investigation] = []
    package var plans: [Plan] = []
    package var measures: [Measure] = []
    package var decisions: [Decision] = []
    package var aftercare: [Aftercare] = []
    package var tribunal: [Tribunal] = []
    package var relocations: [Relocation] = []
    package var relations: [Relation] = []
    package var deletions: [Deletion] = []

    /// A part of a city (bydel).
    package struct District: Hashable, Sendable {
        /// Two digits.
        package var number: String?
        package var name: String?

        package init(number: String?, name: String?) {
            self.number = number
            self.name = name
        }
    }

    /// A case with nothing in it yet.
    package init(
        id: ThingID,
        migratedID: String? = nil,
        start: CalendarDay,
        end: CalendarDay? = nil,
        journal: String,
        isClosed: Bool? = nil,
        isDeleted: Bool = false
    ) {
        self.id = id
        self.migratedID = migratedID
        self.start = start
        self.end = end
        self.journal = journal
        self.isClosed = isClosed
        self.isDeleted = isDeleted
    }
}
