package import Law

/// A line of the access log: what somebody did or tried, and to which cases.
///
/// The store seals it.
package struct AccessLine: Hashable, Sendable {
    /// Whether somebody was let through.
    package enum Outcome: UInt8, Hashable, Sendable {
        /// Let through; what the line names was shown or changed.
        case granted = 1
        /// Turned away; what the line names was asked for and not shown.
        case denied = 2
    }

    /// What somebody wanted to do.
    package let action: Action
    /// Whether they could.
    package let outcome: Outcome
    /// What they were shown, or asked for; of a list every row.
    package let objects: [RecordID]

    package init(action: Action, outcome: Outcome, objects: [RecordID]) {
        self.action = action
        self.outcome = outcome
        self.objects = objects
    }

    /// The objects by which the log finds the line again: none for a list, which merely names many.
    var subjects: Set<RecordID> {
        switch action {
        case .listConcerns, .listWorkItems, .listCases, .readBoard, .searchPeople, .exportDeadlines, .reviewReadings,
            .listReferrals, .listPlaces, .readAggregates, .readPlans, .checkDeliveries, .exportDeliveries:
            []
        default: Set(objects)
        }
    }

    /// The form in which the store seals it.
    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 32 + objects.count * 16)
        writer.write(byte: 1)
        writer.write(action.rawValue)
        writer.write(byte: outcome.rawValue)
        writer.write(list: objects) { $0.write($1) }
        return writer.bytes
    }

    /// Reads what ``bytes`` writes.
    ///
    /// - Throws: ``CodecError`` for anything else.
    package init(bytes: [UInt8]) throws(CodecError) {
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == 1 else { throw .unknownTag(version) }
        guard let action = Action(rawValue: try reader.text()), let outcome = Outcome(rawValue: try reader.byte())
        else { throw .noSuchValue }
        self.init(
            action: action,
            outcome: outcome,
            objects: try reader.list { reader throws(CodecError) in
                try reader.recordID()
            }
        )
        try reader.finish()
    }
}
