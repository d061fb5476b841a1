/// The names, prefixes and namespaces of one document while it is read.
///
/// A name that breaks a rule is not found; that is all that is said of it here. Two rules hold elsewhere: that the
/// name would be one without namespaces, and that no two attributes of a tag are written alike.
///
/// Source: Namespaces in XML 1.0 (third edition) §§3 to 7.
struct XmlNames {
    /// A name of the document and the place of its prefix.
    typealias Found = (name: XmlNameID, prefix: UInt16)

    /// What a prefix stands for where the reader is.
    private struct Binding {
        /// The prefix's bytes as one integer; 0 where they are more than eight, or none.
        var key: UInt64
        /// The number of the namespace, or ``unbound``.
        var namespace: Int32
    }

    /// What a prefix stands for outside the element that declares it anew.
    private struct Outer {
        var depth: Int
        var prefix: UInt16
        var namespace: Int32
    }

    private static let unbound: Int32 = -1
    private static let few = 9
    private static let xml = "http://www.w3.org/XML/1998/namespace"
    private static let xmlns = "http://www.w3.org/2000/xmlns/"

    private let vocabulary: XmlVocabulary
    /// Whether names that the vocabulary does not know are told apart.
    private let keepsOthers: Bool
    private(set) var otherNames: [XmlName] = []
    /// The prefixes that are used or declared; the first is the empty one.
    private(set) var prefixes = [""]
    /// Whether a name begins beyond ASCII, where only the tables of a parser know what may stand behind a colon.
    private(set) var isDoubtful = false
    private var otherIDs: [XmlName: XmlNameID] = [:]
    private var otherNamespaces: [String] = []
    private var otherNumbers: [String: Int32] = [:]
    private var prefixIDs: [String: UInt16] = [:]
    /// By place in ``prefixes``.
    private var bindings = [Binding(key: 0, namespace: 0)]
    private var outer: [Outer] = []

    /// - Parameters:
    ///   - vocabulary: The names that keep their ids.
    ///   - keepsOthers: Whether each other name gets an id too; else all of them have the largest there is, and no
    ///     memory is taken for them.
    init(vocabulary: XmlVocabulary, keepsOthers: Bool = true) {
        self.vocabulary = vocabulary
        self.keepsOthers = keepsOthers
    }

    /// How many prefixes and namespaces are kept in memory besides those of the vocabulary.
    var countOfDeclared: Int { prefixes.count + otherNamespaces.count }

    /// Finds the name of an element.
    @inline(__always)
    mutating func element(_ written: borrowing Span<UInt8>) -> Found? {
        find(written, unprefixed: bindings[0].namespace)
    }

    /// Finds the name of an attribute, which is in no namespace where it has no prefix.
    mutating func attribute(_ written: borrowing Span<UInt8>) -> Found? {
        find(written, unprefixed: 0)
    }

    /// Declares what a prefix stands for in the element at a depth and all inside it.
    ///
    /// - Parameters:
    ///   - prefix: Without `xmlns`; empty for the default namespace.
    ///   - namespace: The URI; empty where the default namespace is to be none.
    ///   - depth: How many elements are around the one that declares.
    /// - Returns: The prefix, where it may stand for that.
    mutating func declare(_ prefix: borrowing Span<UInt8>, _ namespace: String, depth: Int) -> String? {
        let isDefault = prefix.isEmpty
        guard isDefault || isLocalName(prefix), isDefault || !namespace.isEmpty, namespace != Self.xmlns else {
            return nil
        }
        var key: UInt64 = 0
        for index in prefix.indices { key = key << 8 | UInt64(prefix[index]) }
        let id = isDefault ? 0 : self.prefix(prefix, key: key)
        let name = prefixes[Int(id)]
        guard name != "xmlns", (name == "xml") == (namespace == Self.xml) else { return nil }
        outer.append(Outer(depth: depth, prefix: id, namespace: bindings[Int(id)].namespace))
        bindings[Int(id)].namespace = number(of: namespace)
        return name
    }

    /// Forgets what the element at a depth declares.
    @inline(__always)
    mutating func leave(depth: Int) {
        while let last = outer.last, last.depth == depth {
            bindings[Int(last.prefix)].namespace = last.namespace
            outer.removeLast()
        }
    }

    @inline(__always)
    private mutating func find(_ written: borrowing Span<UInt8>, unprefixed: Int32) -> Found? {
        var colon = 0
        var key: UInt64 = 0
        while colon < written.count, written[colon] != UInt8(ascii: ":") {
            key = key << 8 | UInt64(written[colon])
            colon += 1
        }
        guard colon < written.count else {
            return (vocabulary.id(of: written, in: unprefixed) ?? other(written, unprefixed), 0)
        }
        guard colon > 0 else { return nil }
        let prefix = prefix(written.extracting(0..<colon), key: key)
        let namespace = bindings[Int(prefix)].namespace
        guard namespace != Self.unbound else { return nil }
        let localName = written.extracting((colon + 1)..<written.count)
        // A name of the vocabulary needs no look at its characters.
        if let known = vocabulary.id(of: localName, in: namespace) { return (known, prefix) }
        guard isLocalName(localName) else { return nil }
        return (other(localName, namespace), prefix)
    }

    /// Whether what stands behind a colon is a name with no further colon.
    mutating func isLocalName(_ bytes: borrowing Span<UInt8>) -> Bool {
        guard !bytes.isEmpty else { return false }
        switch bytes[0] {
        case 0x80...: isDoubtful = true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): return false
        default: break
        }
        for index in bytes.indices where bytes[index] == UInt8(ascii: ":") { return false }
        return true
    }

    private mutating func other(_ localName: borrowing Span<UInt8>, _ namespace: Int32) -> XmlNameID {
        guard keepsOthers else { return XmlNameID(index: .max) }
        let known = vocabulary.namespaces.count
        let name = XmlName(
            namespace: namespace < known
                ? vocabulary.namespaces[Int(namespace)] : otherNamespaces[Int(namespace) - known],
            localName: Self.text(localName)
        )
        if let known = otherIDs[name] { return known }
        let id = XmlNameID(index: UInt32(vocabulary.names.count + otherNames.count))
        otherNames.append(name)
        otherIDs[name] = id
        return id
    }

    private mutating func number(of namespace: String) -> Int32 {
        if let known = vocabulary.number(of: namespace) ?? otherNumbers[namespace] { return known }
        let number = Int32(vocabulary.namespaces.count + otherNamespaces.count)
        otherNamespaces.append(namespace)
        otherNumbers[namespace] = number
        return number
    }

    /// The place of a prefix, which is a new one where it has not been seen.
    ///
    /// - Parameters:
    ///   - bytes: The prefix.
    ///   - key: Its last eight bytes as one integer, the last one lowest.
    /// - Returns: The place in ``prefixes``.
    @inline(__always)
    private mutating func prefix(_ bytes: borrowing Span<UInt8>, key: UInt64) -> UInt16 {
        // No byte of a name is zero, so integers of up to eight bytes tell how many they are.
        guard bytes.count <= 8 else { return prefix(named: Self.text(bytes), key: 0) }
        for place in 0..<min(bindings.count, Self.few) where bindings[place].key == key { return UInt16(place) }
        return prefix(named: Self.text(bytes), key: key)
    }

    /// Past 65,535 prefixes, which ``XmlTreeBuilder`` refuses, the empty one.
    private mutating func prefix(named prefix: String, key: UInt64) -> UInt16 {
        // The first few short ones are found without a dictionary, which is slow, and documents have no more.
        let isListed = key == 0 || prefixes.count >= Self.few
        if isListed, let known = prefixIDs[prefix] { return known }
        guard let id = UInt16(exactly: prefixes.count) else { return 0 }
        prefixes.append(prefix)
        if isListed { prefixIDs[prefix] = id }
        bindings.append(Binding(key: key, namespace: prefix == "xml" ? number(of: Self.xml) : Self.unbound))
        return id
    }

    private static func text(_ bytes: borrowing Span<UInt8>) -> String {
        var copy: [UInt8] = []
        copy.reserveCapacity(bytes.count)
        for index in bytes.indices { copy.append(bytes[index]) }
        return String(decoding: copy, as: UTF8.self)
    }
}
