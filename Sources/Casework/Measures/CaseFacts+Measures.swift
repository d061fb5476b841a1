import Law

extension CaseFacts {
    /// A measure that begins carries its decision out, whether or not anybody tells so in a step of its own.
    mutating func begin(_ start: MeasureStart, _ at: Dated) {
        guard measures.with(start.id) == nil else { return }
        decisions.change(start.decision) { $0.take(.implemented, at) }
        measures.add(
            MeasureFacts(
                id: start.id,
                decision: start.decision,
                category: start.category,
                started: at,
                ended: nil,
                endCause: nil,
                placement: start.placement.map { PlacementFacts(start: $0, relocation: nil) }
            )
        )
    }

    mutating func changePlacement(of measure: RecordID, _ body: (inout PlacementFacts) -> Void) {
        measures.change(measure) { measure in
            guard var placement = measure.placement else { return }
            // Taken out while it changes, so that its lists are not copied.
            measure.placement = nil
            body(&placement)
            measure.placement = placement
        }
    }
}

extension MeasureFacts {
    mutating func end(_ cause: MeasureEnd.Cause, _ at: Dated) {
        guard ended == nil else { return }
        ended = at
        endCause = cause
    }

    /// The child leaves the placement: the measure is over, what comes instead is a new one.
    mutating func leave(_ at: Dated) {
        guard placement != nil, ended == nil else { return }
        placement?.relocation = at
        end(.replaced, at)
    }
}
