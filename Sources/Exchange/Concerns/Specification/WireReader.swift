/// Walks a JSON document along a table: finds every problem and, on the way, the values.
///
/// Recursion follows the table, never the document, so it ends with the table's last level.
struct WireReader {
    private let document: JsonDocument
    private(set) var problems: [ConcernProblem] = []
    private(set) var notes: [ConcernNote] = []
    private var pointer = JsonPointer()

    /// Reads a whole document.
    ///
    /// - Returns: The values and what is remarkable about them.
    static func read(
        _ bytes: [UInt8],
        as structure: Structure,
        limits: JsonLimits
    ) -> Result<(object: WireObject, notes: [ConcernNote]), ConcernRefusal> {
        let document: JsonDocument
        do throws(JsonError) {
            document = try JsonDocument(parsing: bytes, limits: limits)
        } catch {
            return .failure(ConcernRefusal(problems: [ConcernProblem(error)]))
        }
        var reader = WireReader(document: document)
        let object = reader.readObject(at: 0, as: structure)
        guard let object, reader.problems.isEmpty else {
            return .failure(ConcernRefusal(problems: reader.problems))
        }
        return .success((object, reader.notes))
    }

    private init(document: JsonDocument) {
        self.document = document
    }

    private mutating func readObject(at index: Int, as structure: Structure) -> WireObject? {
        let node = document.nodes[index]
        guard node.kind == .object else {
            report(found: kindName(at: index), expected: "an object")
            return nil
        }
        let places = places(of: structure, inObjectAt: index)
        var object = WireObject(capacity: places.count)
        for (field, place) in zip(structure.fields, places) {
            pointer.tokens.append(.name(field.name.rawValue))
            if place == 0 {
                if case .required = field.presence { report(found: "nothing", expected: field.shape.expectation) }
            } else if let value = readField(field, at: place) {
                object.append(field.name, value)
            }
            pointer.tokens.removeLast()
        }
        return object
    }

    /// The index of each field's value; 0, which is the root's, where the field is missing.
    private mutating func places(of structure: Structure, inObjectAt index: Int) -> [Int] {
        var places = [Int](repeating: 0, count: structure.fields.count)
        let end = Int(document.nodes[index].next)
        var name = index + 1
        while name < end {
            let value = name + 1
            let key = document.textBytes(name)
            if let position = structure.position(of: key) {
                if places[position] != 0 {
                    note(.repeatedField(pointer.appending(.name(structure.fields[position].name.rawValue))))
                }
                places[position] = value
            } else {
                note(.unknownField(pointer.appending(.name(String(decoding: key, as: UTF8.self)))))
            }
            name = Int(document.nodes[value].next)
        }
        return places
    }

    private mutating func readField(_ field: Field, at index: Int) -> WireValue? {
        guard case .later = field.presence else { return readValue(field.shape, at: index) }
        // The form does not know the member, so nothing about it can be wrong.
        guard document.nodes[index].kind == .text else {
            note(.unknownField(pointer))
            return nil
        }
        note(.laterField(pointer))
        return readValue(field.shape, at: index)
    }

    private mutating func readValue(_ shape: Shape, at index: Int) -> WireValue? {
        let node = document.nodes[index]
        switch (shape, node.kind) {
        case (.text(let rule), .text):
            let bytes = document.textBytes(index)
            guard rule.accepts(bytes) else {
                report(found: description(of: bytes, rule), expected: rule.expectation)
                return nil
            }
            return .text(String(decoding: bytes, as: UTF8.self))
        case (.flag, .boolean):
            return .flag(document.bytes[Int(node.start)] == UInt8(ascii: "t"))
        case (.object(let structure), .object):
            return readObject(at: index, as: structure).map(WireValue.object)
        case (.list(let structure, let count), .list):
            return readList(at: index, of: structure, count: count, expected: shape.expectation)
        default:
            report(found: kindName(at: index), expected: shape.expectation)
            return nil
        }
    }

    private mutating func readList(
        at index: Int,
        of structure: Structure,
        count: ClosedRange<Int>,
        expected: String
    ) -> WireValue? {
        let node = document.nodes[index]
        if !count.contains(Int(node.count)) {
            report(found: kindName(at: index), expected: expected)
        }
        var items: [WireObject] = []
        var item = index + 1
        while item < Int(node.next), problems.count < ConcernRefusal.limit {
            pointer.tokens.append(.index(items.count))
            items.append(readObject(at: item, as: structure) ?? WireObject())
            pointer.tokens.removeLast()
            item = Int(document.nodes[item].next)
        }
        return .list(items)
    }

    private mutating func report(found: String, expected: String) {
        guard problems.count < ConcernRefusal.limit else { return }
        problems.append(ConcernProblem(pointer: pointer, found: found, expected: expected))
    }

    private mutating func note(_ note: ConcernNote) {
        guard notes.count < ConcernRefusal.limit else { return }
        notes.append(note)
    }

    private func kindName(at index: Int) -> String {
        let node = document.nodes[index]
        return switch node.kind {
        case .null: "null"
        case .boolean: "true or false"
        case .number: "a number"
        case .text: "text"
        case .list: node.count == 0 ? "an empty list" : "a list of \(node.count)"
        case .object: "an object"
        }
    }

    /// The kind and length of a rejected text; the text itself only where it is short and no personal data.
    private func description(of bytes: ArraySlice<UInt8>, _ rule: TextRule) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let length = text.unicodeScalars.count
        guard length > 0 else { return "empty text" }
        let isPlain = bytes.allSatisfy { (0x20...0x7E).contains($0) }
        guard rule.isHarmless, isPlain, length <= 6 else {
            return length == 1 ? "text of 1 character" : "text of \(length) characters"
        }
        return "“\(text)”"
    }
}
