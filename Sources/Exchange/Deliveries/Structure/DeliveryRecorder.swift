/// Keeps what a structural check finds sound as trees, and what it finds wrong.
///
/// A document is kept whole, or unit by unit: then each unit stands by itself, and whoever reads takes it away.
struct DeliveryRecorder: StructureReceiver {
    /// The units that have been read, and have not been taken away.
    private(set) var units: [DeliveryTree] = []
    /// What is wrong, in the units that are here and in those that may still come.
    private(set) var findings: [DeliveryFinding] = []
    /// Whether the last unit holds more than one can.
    private(set) var isTooLong = false
    private let names: [String]
    /// Whether an element of the table is a unit, by place.
    private let isUnit: [Bool]
    /// The element whose id and journal a finding names.
    private let owner: String
    private var open: [DeliveryTree] = []
    /// The place of the open unit among the open elements.
    private var unit: Int?
    private var bytes = 0
    /// About the most bytes that a unit may take in memory, where it is held whole.
    private let mostBytes: Int

    /// How many findings are kept.
    private static let mostFindings = 100
    /// About the most bytes that a case may take, far more than any has.
    static let mostBytes = 32 << 20

    /// - Parameters:
    ///   - table: What the document is checked by.
    ///   - units: The elements that are kept; what stands around them is forgotten.
    ///   - owner: The element whose `Id` and `Journalnummer` a finding names.
    ///   - mostBytes: About the most bytes that a unit may take in memory.
    init(
        _ table: CompiledDelivery,
        units: [DeliveryElement],
        owner: DeliveryElement,
        mostBytes: Int = DeliveryRecorder.mostBytes
    ) {
        names = table.vocabulary.names.map(\.localName)
        isUnit = table.rows.map { row in units.contains { $0 === row } }
        self.mostBytes = mostBytes
        self.owner = owner.name
    }

    /// Hands over what has been read since it was last asked, and forgets it.
    mutating func taken() -> (units: [DeliveryTree], findings: [DeliveryFinding]) {
        defer {
            units.removeAll()
            findings.removeAll()
        }
        return (units, findings)
    }

    mutating func begin(_ element: Int, _ table: CompiledDelivery, line: UInt32, column: UInt32) {
        if isUnit[element] {
            unit = open.count
            (bytes, isTooLong) = (0, false)
        }
        open.append(DeliveryTree(table.rows[element].name, line: Int(line), column: Int(column)))
        count(160)
    }

    mutating func attribute(_ name: UInt16, _ text: Span<UInt8>, _ range: Range<Int>) {
        // Of a unit that is too long no more is kept.
        guard !isTooLong, !open.isEmpty else { return }
        var value: [UInt8] = []
        for place in range { value.append(text[place]) }
        open[open.count - 1].add(names[Int(name)], String(decoding: value, as: UTF8.self))
        count(range.count + 64)
    }

    mutating func text(_ text: Span<UInt8>) {
        guard !isTooLong, !open.isEmpty else { return }
        var value: [UInt8] = []
        for place in text.indices { value.append(text[place]) }
        open[open.count - 1].add(text: String(decoding: value, as: UTF8.self))
        count(text.count)
    }

    mutating func leftOut(_ name: UInt16) {}

    mutating func found(_ finding: StructureFinding) {
        if let unit { open[unit].isSound = false }
        guard findings.count < Self.mostFindings else { return }
        let owner = open.first { $0.name == self.owner }
        findings.append(
            DeliveryFinding(
                finding: finding,
                ownerID: owner?["Id"] ?? "",
                journal: owner?["Journalnummer"] ?? "",
                context: open.last { $0["Id"] != nil }?["Id"] ?? ""
            )
        )
    }

    mutating func end(_ element: Int, _ table: CompiledDelivery) {
        guard var node = open.popLast() else { return }
        if isUnit[element] {
            unit = nil
            if isTooLong { node.isSound = false }
            units.append(node)
        } else if !isTooLong, !open.isEmpty {
            open[open.count - 1].add(node)
        }
    }

    private mutating func count(_ more: Int) {
        bytes += more
        if bytes > mostBytes { isTooLong = true }
    }
}

/// A breach of the structure, and in whose case and thing it is.
struct DeliveryFinding {
    var finding: StructureFinding
    /// The `Id` of the case or person.
    var ownerID: String
    var journal: String
    /// The `Id` of the innermost thing that has one.
    var context: String
}
