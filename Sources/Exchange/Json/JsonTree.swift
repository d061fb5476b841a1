/// A JSON value that is put together before it is written; members keep their order.
package indirect enum JsonTree: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// A number as JSON writes it, so that no digit is lost; nobody checks that it is one.
    case number(String)
    /// A text, escaped when it is written.
    case text(String)
    /// Items in their order.
    case list([JsonTree])
    /// Members in their order; nobody checks that no name stands twice.
    case object([Member])

    /// A name and its value.
    package struct Member: Hashable, Sendable {
        /// The name, unescaped.
        package var name: String
        /// What it stands for.
        package var value: JsonTree

        package init(_ name: String, _ value: JsonTree) {
            self.name = name
            self.value = value
        }
    }

    /// A value that was read; members and their order stay as they are, duplicates as well.
    package init(_ value: JsonValue) {
        switch value.kind {
        case .null: self = .null
        case .boolean: self = .boolean(value.boolean ?? false)
        case .number: self = .number(value.numberText ?? "0")
        case .text: self = .text(value.text ?? "")
        case .list: self = .list(value.items.map(JsonTree.init))
        case .object: self = .object(value.members.map { Member($0.name, JsonTree($0.value)) })
        }
    }

    /// An object without the members whose value is `nil`.
    package static func object(_ members: KeyValuePairs<String, JsonTree?>) -> JsonTree {
        .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }

    /// The items of a list; empty for every other value.
    package var items: [JsonTree] {
        if case .list(let items) = self { items } else { [] }
    }

    /// The members of an object; empty for every other value.
    package var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The value of a member; `nil` where there is none, or no object.
    package subscript(name: String) -> JsonTree? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    /// Adds members to an object's own; any other value stays as it is.
    package func adding(_ more: [Member]) -> JsonTree {
        guard case .object(let members) = self else { return self }
        return .object(members + more)
    }

    /// The value as compact JSON.
    package var bytes: [UInt8] {
        var writer = JsonWriter()
        write(to: &writer)
        return writer.bytes
    }

    private func write(to writer: inout JsonWriter) {
        switch self {
        case .null: writer.null()
        case .boolean(let truth): writer.boolean(truth)
        case .integer(let number): writer.integer(number)
        case .number(let digits): writer.number(digits)
        case .text(let text): writer.text(text)
        case .list(let values):
            writer.beginList()
            for value in values { value.write(to: &writer) }
            writer.endList()
        case .object(let members):
            writer.beginObject()
            for member in members {
                writer.name(member.name)
                member.value.write(to: &writer)
            }
            writer.endObject()
        }
    }
}

extension JsonTree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }

    package init(integerLiteral value: Int) { self = .integer(value) }

    package init(booleanLiteral value: Bool) { self = .boolean(value) }

    package init(arrayLiteral elements: JsonTree...) { self = .list(elements) }

    package init(dictionaryLiteral elements: (String, JsonTree)...) {
        self = .object(elements.map { Member($0, $1) })
    }
}
