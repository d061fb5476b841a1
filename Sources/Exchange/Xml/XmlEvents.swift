/// What a piece of a document says, in reading order: for documents of any length, of which no tree is made.
///
/// A tag and its attributes are never in two pieces; a text can be, and comes in several events then.
package struct XmlEvents: Sendable {
    /// What an event tells.
    package enum Kind: UInt8, Sendable {
        /// A start tag; its attributes are the events after it.
        case start
        /// An attribute of the start tag before it.
        case attribute
        /// Characters.
        case text
        /// An end tag, or the end of an empty one.
        case end
        /// An attribute or element that whoever wrote the events anew has left out because it was empty; no reader
        /// gives it.
        case leftOut
    }

    /// One event, in twelve bytes.
    package struct Event: Sendable {
        /// What it tells.
        package let kind: Kind
        /// The place of the name in the vocabulary; ``unknown`` where that does not know it, and for text.
        package let name: UInt16
        let first: UInt32
        let second: UInt32

        /// The line of a start tag, from 1.
        package var line: UInt32 { first }
        /// The column of a start tag, in characters from 1.
        package var column: UInt32 { second }
        /// Where in ``XmlEvents/bytes`` the value of an attribute or a text is.
        package var range: Range<Int> { Int(first)..<Int(second) }
    }

    /// Stands for every name that a vocabulary does not know.
    package static let unknown = UInt16.max

    /// In reading order.
    package private(set) var events: [Event] = []
    /// The values of attributes and the texts, in UTF-8, one after the other.
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Forgets all events and keeps the memory for the next ones.
    package mutating func removeAll() {
        events.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Adds a start tag.
    @inline(__always)
    mutating func start(_ name: UInt16, line: UInt32, column: UInt32) {
        events.append(Event(kind: .start, name: name, first: line, second: column))
    }

    /// Adds an end tag.
    @inline(__always)
    mutating func end(_ name: UInt16) {
        events.append(Event(kind: .end, name: name, first: 0, second: 0))
    }

    /// Notes what was left out.
    mutating func leaveOut(_ name: UInt16) {
        events.append(Event(kind: .leftOut, name: name, first: 0, second: 0))
    }

    /// Adds an attribute or a text.
    @inline(__always)
    mutating func add(_ kind: Kind, _ name: UInt16, _ value: some Collection<UInt8>) {
        let start = UInt32(truncatingIfNeeded: bytes.count)
        bytes.append(contentsOf: value)
        events.append(
            Event(kind: kind, name: name, first: start, second: UInt32(truncatingIfNeeded: bytes.count))
        )
    }
}
