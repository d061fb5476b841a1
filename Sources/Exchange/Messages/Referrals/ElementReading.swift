internal import Assistance
internal import Law

/// The values of the elements inside one, each by its name; what is missing or not in its form is named by its path.
struct ElementReading {
    typealias Failure = SharedMessage.Failure

    private let node: MessageNode
    private let path: String

    init(_ root: MessageNode) {
        self.init(root, path: "")
    }

    private init(_ node: MessageNode, path: String) {
        self.node = node
        self.path = path
    }

    /// The element inside; nothing where it is not there.
    subscript(name: String) -> ElementReading? {
        node[name].map { ElementReading($0, path: "\(path)\(name)/") }
    }

    /// How many elements with a name stand inside.
    func count(_ name: String) -> Int { node.children.count { $0.name == name } }

    func element(_ name: String) throws(Failure) -> ElementReading {
        guard let element = self[name] else { throw failure(name) }
        return element
    }

    func day(_ name: String) throws(Failure) -> CalendarDay { try needed(name, ifThere(name, Self.day)) }

    func dayIfThere(_ name: String) throws(Failure) -> CalendarDay? { try ifThere(name, Self.day) }

    /// A time without zone is Norwegian.
    func time(_ name: String) throws(Failure) -> Instant { try needed(name, timeIfThere(name)) }

    func timeIfThere(_ name: String) throws(Failure) -> Instant? {
        try ifThere(name) { OsloTime.instant(parsingLocal: $0) }
    }

    func flag(_ name: String) throws(Failure) -> Bool { try needed(name, flagIfThere(name)) }

    func flagIfThere(_ name: String) throws(Failure) -> Bool? {
        try ifThere(name) { ["true": true, "1": true, "false": false, "0": false][$0] }
    }

    /// A number of something: none is less than nothing.
    func count(in name: String) throws(Failure) -> Int {
        try needed(name, ifThere(name) { Int($0).flatMap { $0 < 0 ? nil : $0 } })
    }

    func code<Code: RawRepresentable>(_ name: String) throws(Failure) -> Code where Code.RawValue == UInt8 {
        try needed(name, codeIfThere(name))
    }

    func codeIfThere<Code: RawRepresentable>(_ name: String) throws(Failure) -> Code? where Code.RawValue == UInt8 {
        try ifThere(name) { UInt8($0).flatMap(Code.init(rawValue:)) }
    }

    func value<Value>(_ name: String, _ read: (String) -> Value?) throws(Failure) -> Value {
        try needed(name, ifThere(name, read))
    }

    private func ifThere<Value>(_ name: String, _ read: (String) -> Value?) throws(Failure) -> Value? {
        guard let element = node[name] else { return nil }
        guard let text = element.text, let value = read(text) else { throw failure(name) }
        return value
    }

    private func needed<Value>(_ name: String, _ value: Value?) throws(Failure) -> Value {
        guard let value else { throw failure(name) }
        return value
    }

    private func failure(_ name: String) -> Failure { .unreadable(path + name) }

    /// A date of the wire may carry a zone, which says nothing about the day.
    private static func day(_ text: String) -> CalendarDay? { try? CalendarDay(parsing: text.prefix(10)) }
}
