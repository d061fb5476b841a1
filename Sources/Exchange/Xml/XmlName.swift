/// A name as namespaces in XML make it: URI and local part, without the prefix that only abbreviates the URI.
package struct XmlName: Hashable, Sendable {
    /// The namespace's URI, exactly as declared; empty where the name is in none.
    package let namespace: String
    /// The name without prefix.
    package let localName: String

    package init(namespace: String, localName: String) {
        self.namespace = namespace
        self.localName = localName
    }
}

extension XmlName: CustomStringConvertible {
    /// The name in Clark's notation, `{namespace}name`; the name alone where it is in no namespace.
    package var description: String { namespace.isEmpty ? localName : "{\(namespace)}\(localName)" }
}

/// Stands for one ``XmlName`` within a vocabulary and every tree that was read with it.
///
/// Two ids of such trees are equal exactly where the names are: comparing elements is comparing integers.
package struct XmlNameID: Hashable, Sendable {
    /// The place in the vocabulary; from its count on, a name that the vocabulary does not know.
    package let index: UInt32

    package init(index: UInt32) {
        self.index = index
    }
}
