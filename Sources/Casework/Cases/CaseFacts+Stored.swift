package import Law

extension CaseFacts {
    /// The beginning of facts that a snapshot has kept; the rest is set field by field.
    package init(
        id: RecordID,
        sequence: Int,
        openedOn: CalendarDay,
        municipality: String,
        version: Int,
        child: ChildFacts
    ) {
        self.id = id
        self.sequence = sequence
        self.openedOn = openedOn
        self.municipality = municipality
        self.version = version
        self.child = child
        entries = []
    }
}
