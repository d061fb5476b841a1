/// Names that are known before a document is read, so that a checker can compile its tables to integers once.
///
/// Inside, a name is found by the number of its namespace and the bytes of its local part.
package struct XmlVocabulary: Sendable {
    /// What tells a name from others.
    private struct Entry {
        let key: XmlNameKey
        /// First byte in ``bytes``.
        let start: Int
    }

    /// A place of the hash table where no name is.
    private static let none: UInt32 = .max

    /// The names without repetitions, in the order in which they were given; the place of a name is its id.
    package let names: [XmlName]
    /// The namespaces of the names by number; the first is the empty one.
    let namespaces: [String]
    private let namespaceNumbers: [String: Int32]
    /// The hash table: places in ``entries``, apart from them so that what reading touches stays small.
    private let slots: [UInt32]
    /// By id.
    private let entries: [Entry]
    /// The local parts, one after the other.
    private let bytes: [UInt8]

    /// Collects names; a name that comes again keeps its first place.
    ///
    /// - Parameter names: Names whose local parts have no colon.
    package init(_ names: some Sequence<XmlName>) {
        var known: Set<XmlName> = []
        self.names = names.filter { known.insert($0).inserted }
        var namespaces = [""]
        var numbers: [String: Int32] = ["": 0]
        var size = 8
        while size < self.names.count * 3 { size *= 2 }
        var slots = Array(repeating: Self.none, count: size)
        var entries: [Entry] = []
        var bytes: [UInt8] = []
        for (index, name) in self.names.enumerated() {
            if numbers[name.namespace] == nil {
                numbers[name.namespace] = Int32(namespaces.count)
                namespaces.append(name.namespace)
            }
            let start = bytes.count
            bytes += name.localName.utf8
            let key = XmlNameKey(bytes.span.extracting(start..<bytes.count), numbers[name.namespace] ?? 0)
            var place = key.hash & (size - 1)
            while slots[place] != Self.none { place = (place + 1) & (size - 1) }
            slots[place] = UInt32(index)
            entries.append(Entry(key: key, start: start))
        }
        self.namespaces = namespaces
        namespaceNumbers = numbers
        self.slots = slots
        self.entries = entries
        self.bytes = bytes
    }

    /// No names at all.
    package static let empty = XmlVocabulary([])

    /// The id of a name; `nil` where the vocabulary does not know it.
    package func id(of name: XmlName) -> XmlNameID? {
        number(of: name.namespace).flatMap { id(of: Array(name.localName.utf8).span, in: $0) }
    }

    /// The number of a namespace; `nil` where no name of the vocabulary is in it.
    func number(of namespace: String) -> Int32? { namespaceNumbers[namespace] }

    /// The id of the name with these bytes as its local part, in the namespace of that number.
    @inline(__always)
    func id(of localName: borrowing Span<UInt8>, in namespace: Int32) -> XmlNameID? {
        let key = XmlNameKey(localName, namespace)
        var place = key.hash & (slots.count - 1)
        while case let name = slots[place], name != Self.none {
            let entry = entries[Int(name)]
            if entry.key == key, key.isWhole || isName(localName, at: entry.start) { return XmlNameID(index: name) }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Compares eight bytes at a time what a key leaves out.
    private func isName(_ localName: borrowing Span<UInt8>, at start: Int) -> Bool {
        let known = bytes.span.extracting(start..<(start + localName.count))
        var offset = 8
        while offset < localName.count - 8 {
            guard localName.word(at: offset) == known.word(at: offset) else { return false }
            offset += 8
        }
        return true
    }
}

/// The length, the first eight and the last eight bytes of a local name, and its namespace, as integers.
struct XmlNameKey: Equatable {
    private let namespace: Int32
    private let count: UInt32
    private let first: UInt64
    private let last: UInt64

    @inline(__always)
    init(_ localName: borrowing Span<UInt8>, _ namespace: Int32) {
        self.namespace = namespace
        count = UInt32(truncatingIfNeeded: localName.count)
        if localName.count >= 8 {
            first = localName.word(at: 0)
            last = localName.word(at: localName.count - 8)
        } else {
            var packed: UInt64 = 0
            for index in localName.indices { packed = packed << 8 | UInt64(localName[index]) }
            (first, last) = (packed, 0)
        }
    }

    /// Whether no byte is left out.
    var isWhole: Bool { count <= 16 }

    /// Only names of ours are in the table that it is for, so a stranger cannot make its chains longer.
    var hash: Int {
        var mixed = first &* 0x9E37_79B9_7F4A_7C15 ^ last &* 0xC2B2_AE3D_27D4_EB4F
        mixed = (mixed ^ UInt64(count) << 32 ^ UInt64(truncatingIfNeeded: namespace)) &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: mixed >> 32)
    }
}

extension Span<UInt8> {
    /// Eight bytes as an integer, the first one lowest.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        // Within bounds, which the call checks, every eight bytes are an integer.
        unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
