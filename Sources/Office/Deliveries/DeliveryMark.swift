package import Casework
package import Law

/// That a case was delivered to the register, and what of it: by this the next delivery knows what has changed and what is
/// gone.
package struct DeliveryMark: Hashable, Sendable {
    /// The case that was delivered, or the report of a child without a case.
    package var subject: RecordID
    /// The delivery's own id (`Barnevern/@Id`), which the next one names.
    package var id: ThingID
    /// SHA-256 of the case as it was told; the same again is not delivered.
    package var digest: [UInt8]
    /// Whether the whole of it was called gone (`Sak/@ErSlettet`).
    package var isForgotten: Bool
    /// What it held, apart from what it called gone.
    package var things: [ThingKey]
    /// What it called gone, with the first day on which it was.
    package var deletions: [Case.Deletion]

    package init(
        subject: RecordID,
        id: ThingID,
        digest: [UInt8],
        isForgotten: Bool,
        things: [ThingKey],
        deletions: [Case.Deletion]
    ) {
        self.subject = subject
        self.id = id
        self.digest = digest
        self.isForgotten = isForgotten
        self.things = things
        self.deletions = deletions
    }

    /// The stream of a case's deliveries.
    var stream: RecordID { .deliveries(of: subject) }
}

/// The newest delivery of a case, as folded state has it.
package struct DeliveredFacts: Hashable, Sendable {
    /// What was delivered.
    package let subject: RecordID
    /// The delivery's own id.
    package let id: ThingID
    /// The entry that holds the mark.
    package let entry: Int
    /// Whether the whole of it was called gone.
    package let isForgotten: Bool
}

// MARK: Its binary form, version 1

extension ByteWriter {
    mutating func write(_ mark: DeliveryMark) {
        write(mark.subject)
        write(mark.id.text)
        write(mark.digest)
        write(mark.isForgotten)
        write(list: mark.things) { writer, thing in
            writer.write(thing.kind.rawValue)
            writer.write(thing.id.text)
        }
        write(list: mark.deletions) { writer, deletion in
            writer.write(deletion.type.rawValue)
            writer.write(deletion.id.text)
            writer.write(deletion.end)
        }
    }

    mutating func write(_ facts: DeliveredFacts) {
        write(facts.subject)
        write(facts.id.text)
        write(facts.entry)
        write(facts.isForgotten)
    }
}

extension ByteReader {
    mutating func deliveryMark() throws(CodecError) -> DeliveryMark {
        DeliveryMark(
            subject: try recordID(),
            id: ThingID(try text()),
            digest: try array(),
            isForgotten: try bool(),
            things: try list { reader throws(CodecError) in
                ThingKey(try reader.thingKind(), ThingID(try reader.text()))
            },
            deletions: try list { reader throws(CodecError) in
                let kind = try reader.thingKind()
                return Case.Deletion(id: ThingID(try reader.text()), type: kind, end: try reader.day())
            }
        )
    }

    mutating func deliveredFacts() throws(CodecError) -> DeliveredFacts {
        DeliveredFacts(
            subject: try recordID(),
            id: ThingID(try text()),
            entry: try integer(),
            isForgotten: try bool()
        )
    }

    private mutating func thingKind() throws(CodecError) -> ThingKind {
        guard let kind = ThingKind(rawValue: try text()) else { throw .noSuchValue }
        return kind
    }
}
