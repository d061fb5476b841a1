/// Reads a KOSTRA delivery into values as its events come in, person by person.
///
/// Whoever reads makes an ``XmlStream`` with the vocabulary of ``KostraCheck`` and no options, and hands over what each
/// piece of the file says. Memory does not grow with the file. It reads strictly, by the schema alone: what the rules
/// say is the check's affair.
package struct KostraReader {
    /// What stands in a file, in its order.
    package enum Part: Hashable, Sendable {
        case sender(KostraDelivery.Sender)
        case person(KostraIndividual)
        /// A sender or person that breaks the schema, or is more than one can be, of whom nothing is read.
        case unsound(line: Int, column: Int)
    }

    private var check: StructureCheck<DeliveryRecorder>

    /// A reader that has read nothing yet.
    ///
    /// - Parameter mostBytes: About the most bytes that a person may take in memory.
    package init(mostBytes: Int = 32 << 20) {
        check = StructureCheck(
            .kostra,
            receiver: DeliveryRecorder(
                .kostra,
                units: [KostraTable.sender, KostraTable.person],
                owner: KostraTable.person,
                mostBytes: mostBytes
            )
        )
    }

    /// Goes on with what the next piece of the document says.
    ///
    /// - Parameters:
    ///   - events: The piece.
    ///   - body: What to do with each part that it ended.
    /// - Returns: What is wrong with the structure, in the parts and around them; of one piece at most a hundred
    ///   findings.
    /// - Throws: What the body throws.
    @discardableResult
    package mutating func take<Failure: Error>(
        _ events: XmlEvents,
        _ body: (Part) throws(Failure) -> Void
    ) throws(Failure) -> [StructureFinding] {
        check.take(events)
        let taken = check.receiver.taken()
        for unit in taken.units { try body(Self.part(unit)) }
        return taken.findings.map(\.finding)
    }

    private static func part(_ unit: DeliveryTree) -> Part {
        guard unit.isSound else { return .unsound(line: unit.line, column: unit.column) }
        return unit.name == KostraTable.sender.name
            ? .sender(KostraDelivery.Sender(unit)) : .person(KostraIndividual(unit))
    }
}
