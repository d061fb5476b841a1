/// The names and prefixes of one document while it is read.
struct XmlNames {
    private static let none: UInt16 = 0

    private let vocabulary: XmlVocabulary
    private(set) var otherNames: [XmlName] = []
    private(set) var prefixes = [""]
    private var otherIDs: [XmlName: XmlNameID] = [:]
    private var prefixIDs = ["": none]
    /// The last prefixes found, as bytes, because a document has few and a dictionary is slow.
    private var recentPrefixes: [(key: UInt64, id: UInt16)] = []

    init(vocabulary: XmlVocabulary) {
        self.vocabulary = vocabulary
    }

    /// Finds the name that expat writes as `namespace␟local␟prefix`, `namespace␟local` or `local`.
    ///
    /// - Returns: The name and the index of its prefix.
    mutating func find(_ written: borrowing Span<UInt8>) -> (name: XmlNameID, prefix: UInt16) {
        var last = written.count - 1
        while last >= 0, written[last] != XmlVocabulary.separator { last -= 1 }
        if last > 0, let name = vocabulary.id(ofKey: written.extracting(0..<last)),
            !vocabulary.names[Int(name.index)].namespace.isEmpty
        {
            return (name, prefix(written.extracting((last + 1)..<written.count)))
        }
        return findSlowly(written, lastSeparator: last)
    }

    /// Finds a name without prefix, or one that the vocabulary does not know.
    private mutating func findSlowly(
        _ written: borrowing Span<UInt8>,
        lastSeparator last: Int
    ) -> (name: XmlNameID, prefix: UInt16) {
        guard last >= 0 else {
            return (id(ofKey: written, namespaceEnd: nil), Self.none)
        }
        var first = 0
        while written[first] != XmlVocabulary.separator { first += 1 }
        guard first < last else {
            return (id(ofKey: written, namespaceEnd: first), Self.none)
        }
        return (
            id(ofKey: written.extracting(0..<last), namespaceEnd: first),
            prefix(written.extracting((last + 1)..<written.count))
        )
    }

    private mutating func id(ofKey key: borrowing Span<UInt8>, namespaceEnd: Int?) -> XmlNameID {
        if let known = vocabulary.id(ofKey: key) { return known }
        let name = XmlName(
            namespace: namespaceEnd.map { Self.text(key.extracting(0..<$0)) } ?? "",
            localName: Self.text(key.extracting((namespaceEnd.map { $0 + 1 } ?? 0)..<key.count))
        )
        if let known = otherIDs[name] { return known }
        let id = XmlNameID(index: UInt32(vocabulary.names.count + otherNames.count))
        otherNames.append(name)
        otherIDs[name] = id
        return id
    }

    private mutating func prefix(_ bytes: borrowing Span<UInt8>) -> UInt16 {
        guard bytes.count <= 8 else { return prefix(named: Self.text(bytes)) }
        var key: UInt64 = 0
        for index in bytes.indices { key = key << 8 | UInt64(bytes[index]) }
        for recent in recentPrefixes where recent.key == key { return recent.id }
        let id = prefix(named: Self.text(bytes))
        if recentPrefixes.count < 8 { recentPrefixes.append((key, id)) }
        return id
    }

    /// The index of a prefix; past 65,535 of them, which ``XmlTreeBuilder`` refuses, the empty one.
    private mutating func prefix(named prefix: String) -> UInt16 {
        if let known = prefixIDs[prefix] { return known }
        guard let id = UInt16(exactly: prefixes.count) else { return Self.none }
        prefixes.append(prefix)
        prefixIDs[prefix] = id
        return id
    }

    private static func text(_ bytes: borrowing Span<UInt8>) -> String {
        var copy: [UInt8] = []
        copy.reserveCapacity(bytes.count)
        for index in bytes.indices { copy.append(bytes[index]) }
        return String(decoding: copy, as: UTF8.self)
    }
}
