/// Names that are known before a document is read, so that a checker can compile its tables to integers once.
///
/// Inside, names are found by the bytes in which expat writes them: namespace, ``separator``, local part.
package struct XmlVocabulary: Sendable {
    /// Stands between namespace, local part and prefix; a byte that occurs in no UTF-8.
    static let separator: UInt8 = 0xFF

    /// One place of the hash table.
    private struct Slot {
        /// Place of the name; `UInt32.max` in an empty slot.
        var name: UInt32 = .max
        var hash: UInt32 = 0
        var start: UInt32 = 0
        var count: UInt32 = 0
    }

    /// The names without repetitions, in the order in which they were given; the place of a name is its id.
    package let names: [XmlName]
    private let slots: [Slot]
    private let bytes: [UInt8]

    /// Collects names; a name that comes again keeps its first place.
    package init(_ names: some Sequence<XmlName>) {
        var known: Set<XmlName> = []
        self.names = names.filter { known.insert($0).inserted }
        var size = 8
        while size < self.names.count * 4 { size *= 2 }
        var slots = Array(repeating: Slot(), count: size)
        var bytes: [UInt8] = []
        for (index, name) in self.names.enumerated() {
            let start = bytes.count
            bytes += Self.key(of: name)
            let hash = Self.hash(bytes.span.extracting(start..<bytes.count))
            var place = Int(hash) & (size - 1)
            while slots[place].name != .max { place = (place + 1) & (size - 1) }
            slots[place] = Slot(
                name: UInt32(index),
                hash: hash,
                start: UInt32(start),
                count: UInt32(bytes.count - start)
            )
        }
        self.slots = slots
        self.bytes = bytes
    }

    /// No names at all.
    package static let empty = XmlVocabulary([])

    /// The id of a name; `nil` where the vocabulary does not know it.
    package func id(of name: XmlName) -> XmlNameID? {
        id(ofKey: Self.key(of: name).span)
    }

    /// The id of the name with these bytes: namespace, separator and local part, or the local part alone.
    func id(ofKey key: borrowing Span<UInt8>) -> XmlNameID? {
        let hash = Self.hash(key)
        var place = Int(hash) & (slots.count - 1)
        while slots[place].name != .max {
            let slot = slots[place]
            if slot.hash == hash, Int(slot.count) == key.count, isKey(key, at: Int(slot.start)) {
                return XmlNameID(index: slot.name)
            }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Compares eight bytes at a time; the last eight overlap those before.
    private func isKey(_ key: borrowing Span<UInt8>, at start: Int) -> Bool {
        let known = bytes.span.extracting(start..<(start + key.count))
        guard key.count >= 8 else {
            for index in key.indices where key[index] != known[index] { return false }
            return true
        }
        var offset = 0
        while offset < key.count - 8 {
            guard key.word(at: offset) == known.word(at: offset) else { return false }
            offset += 8
        }
        return key.word(at: key.count - 8) == known.word(at: key.count - 8)
    }

    /// Mixes the length and the last sixteen bytes, in which names differ; only names of ours are in the table, so a
    /// stranger cannot make its chains longer.
    private static func hash(_ key: borrowing Span<UInt8>) -> UInt32 {
        let count = key.count
        var mixed = UInt64(truncatingIfNeeded: count)
        if count >= 16 {
            mixed ^= key.word(at: count - 16) &* 0x9E37_79B9_7F4A_7C15
            mixed = (mixed ^ mixed >> 32 ^ key.word(at: count - 8)) &* 0xBF58_476D_1CE4_E5B9
        } else {
            for index in key.indices { mixed = (mixed ^ UInt64(key[index])) &* 0x100_0000_01B3 }
        }
        return UInt32(truncatingIfNeeded: mixed >> 32 ^ mixed)
    }

    private static func key(of name: XmlName) -> [UInt8] {
        name.namespace.isEmpty ? Array(name.localName.utf8) : name.namespace.utf8 + [separator] + name.localName.utf8
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
