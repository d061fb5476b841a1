/// Keeps what a structural check finds sound as a tree, and what it finds wrong.
struct RegisterRecorder: StructureReceiver {
    /// The whole document, once it has been read.
    private(set) var root: RegisterNode?
    private(set) var findings: [RegisterFinding] = []
    /// Whether the document holds more than a case can.
    private(set) var isTooLong = false
    private let names = CompiledDelivery.register.vocabulary.names.map(\.localName)
    private var open: [RegisterNode] = []
    private var bytes = 0

    /// How many findings of one document are kept.
    private static let mostFindings = 100
    /// About the most bytes that a case may take in memory, where it is held whole.
    private static let mostBytes = 32 << 20

    mutating func begin(_ element: Int, _ table: CompiledDelivery, line: UInt32, column: UInt32) {
        open.append(RegisterNode(table.rows[element].name, line: Int(line), column: Int(column)))
        count(160)
    }

    mutating func attribute(_ name: UInt16, _ text: Span<UInt8>, _ range: Range<Int>) {
        // Of a case that is too long no more is kept.
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
        guard findings.count < Self.mostFindings else { return }
        let registerCase = open.first { $0.name == RegisterTable.registerCase.name }
        findings.append(
            RegisterFinding(
                finding: finding,
                caseID: registerCase?["Id"] ?? "",
                journal: registerCase?["Journalnummer"] ?? "",
                context: open.last { $0["Id"] != nil }?["Id"] ?? ""
            )
        )
    }

    mutating func end(_ element: Int, _ table: CompiledDelivery) {
        guard let node = open.popLast() else { return }
        if open.isEmpty { root = node } else if !isTooLong { open[open.count - 1].add(node) }
    }

    private mutating func count(_ more: Int) {
        bytes += more
        if bytes > Self.mostBytes { isTooLong = true }
    }
}

/// A breach of the structure, and in whose case and thing it is.
struct RegisterFinding {
    var finding: StructureFinding
    var caseID: String
    var journal: String
    /// The `Id` of the innermost thing that has one.
    var context: String
}

extension CompiledDelivery {
    /// The register's table, ready to check with.
    package static let register = CompiledDelivery([RegisterTable.delivery])
}
