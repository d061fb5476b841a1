import Law

extension CaseFacts {
    mutating func happen(_ event: SeriousEvent, _ at: Dated) {
        seriousEvents.add(SeriousEventFacts(id: event.id, happened: at, governorInformed: nil))
    }

    mutating func move(_ move: ChildMove, _ at: Dated) {
        moves.add(
            MoveFacts(id: move.id, municipality: move.municipality, need: move.need, moved: at, notified: nil)
        )
    }
}
