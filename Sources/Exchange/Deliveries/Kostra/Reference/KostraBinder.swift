/// Reads senders and persons as the official program does: from wherever they stand, leniently, and written anew.
///
/// An element is taken by its local name at any depth. Unknown attributes and elements are dropped, an attribute and a
/// child of the same name are one, empty ones vanish, the order is made right, and of a child that may stand once the
/// last one counts. Only what is written anew is checked.
struct KostraBinder {
    /// An element of the sender or person that is being read.
    private struct Node {
        var name: UInt16
        var line: UInt32
        var column: UInt32
        var attributes: [(name: UInt16, value: [UInt8])] = []
        var children: [Int] = []
        var text: [UInt8] = []

        /// Whether the program takes it for nothing at all.
        var isNothing: Bool { attributes.isEmpty && children.isEmpty && KostraBinder.isBlank(text) }
    }

    /// How many elements a sender or person may have before it is taken for none.
    private static let mostNodes = 100_000
    /// How many bytes of values it may have before that.
    private static let mostBytes = 16 << 20

    private let table = CompiledDelivery.kostra
    private let names = CompiledDelivery.kostraNames
    private var nodes: [Node] = []
    private var open: [Int] = []
    /// The bytes of values that have come for ``nodes``.
    private var size = 0
    /// How many elements are open beyond those that are kept.
    private var surplus = 0
    private var written = XmlEvents()

    /// Goes on with the next events, and hands what they complete to a structural check.
    mutating func take(_ batch: XmlEvents, into check: inout StructureCheck<KostraRecorder>) {
        let bytes = batch.bytes.span
        for event in batch.events {
            switch event.kind {
            case .start: start(event)
            case .attribute:
                guard let last = open.last, surplus == 0, hasRoom(event.range) else { continue }
                nodes[last].attributes.append((event.name, Self.copy(bytes, event.range)))
            case .text:
                guard let last = open.last, surplus == 0, hasRoom(event.range) else { continue }
                for place in event.range { nodes[last].text.append(bytes[place]) }
            case .end: end(into: &check)
            case .leftOut: break
            }
        }
    }

    private mutating func hasRoom(_ range: Range<Int>) -> Bool {
        size += range.count
        return size <= Self.mostBytes
    }

    private mutating func start(_ event: XmlEvents.Event) {
        guard surplus == 0 else {
            surplus += 1
            return
        }
        if open.isEmpty {
            guard event.name != XmlEvents.unknown, let name = name(event.name), name == .sender || name == .person
            else { return }
            nodes.removeAll(keepingCapacity: true)
            size = 0
        } else if nodes.count >= Self.mostNodes {
            surplus = 1
            return
        } else if let parent = open.last {
            nodes[parent].children.append(nodes.count)
        }
        open.append(nodes.count)
        nodes.append(Node(name: event.name, line: event.first, column: event.second))
    }

    private mutating func end(into check: inout StructureCheck<KostraRecorder>) {
        guard surplus == 0 else {
            surplus -= 1
            return
        }
        guard open.popLast() != nil, open.isEmpty else { return }
        written.removeAll()
        let isPerson = name(nodes[0].name) == .person
        let row = isPerson ? KostraTable.person : KostraTable.sender
        if let element = table.rows.firstIndex(where: { $0 === row }) {
            // One that is too large to be kept is left without its attributes, so that it is no sound one.
            if nodes.count >= Self.mostNodes || size > Self.mostBytes {
                nodes = [Node(name: nodes[0].name, line: 0, column: 0)]
            }
            write(0, as: element)
            check.take(written)
        }
    }

    private func name(_ place: UInt16) -> KostraName? {
        Int(place) < names.count ? names[Int(place)] : nil
    }

    // MARK: Writing anew

    private mutating func write(_ node: Int, as element: Int) {
        let row = table.elements[element]
        written.start(row.name, line: nodes[node].line, column: nodes[node].column)
        var empty: [UInt16] = []
        for attribute in table.attributes[row.attributes] {
            guard let value = value(of: attribute.name, in: node), let form = Self.form(value, attribute.type.kind)
            else { continue }
            if form.isEmpty {
                empty.append(attribute.name)
            } else {
                written.add(.attribute, attribute.name, form)
            }
        }
        for step in table.steps[row.steps] {
            if table.elements[step.element].text != nil {
                guard let value = value(of: step.name, in: node) else { continue }
                if value.isEmpty {
                    empty.append(step.name)
                } else {
                    written.start(step.name, line: nodes[node].line, column: nodes[node].column)
                    written.add(.text, XmlEvents.unknown, value)
                    written.end(step.name)
                }
            } else if step.max == 1 {
                guard let last = nodes[node].children.last(where: { nodes[$0].name == step.name }),
                    !nodes[last].isNothing
                else { continue }
                write(last, as: step.element)
            } else {
                for child in lastRun(of: step.name, in: node) { write(child, as: step.element) }
            }
        }
        for name in empty { written.leaveOut(name) }
        written.end(row.name)
    }

    /// A value, from an attribute or a child; the last one where there are several.
    private func value(of name: UInt16, in node: Int) -> [UInt8]? {
        if let child = nodes[node].children.last(where: { nodes[$0].name == name }) { return nodes[child].text }
        return nodes[node].attributes.last { $0.name == name }?.value
    }

    /// The children of a name: where others stand between them, those after the last of these, for each run of them
    /// takes the place of the one before.
    private func lastRun(of name: UInt16, in node: Int) -> ArraySlice<Int> {
        let children = nodes[node].children
        guard let last = children.lastIndex(where: { nodes[$0].name == name }) else { return [] }
        var first = last
        while first > 0, nodes[children[first - 1]].name == name { first -= 1 }
        return children[first...last]
    }

    /// A value as the program writes it when it has read it as a value of its kind; nothing where it reads nothing.
    private static func form(_ value: [UInt8], _ kind: CompiledDeliveryType.Kind) -> [UInt8]? {
        guard kind == .date || kind == .year else { return value }
        let trimmed = trimmed(value)
        guard !trimmed.isEmpty else { return nil }
        // What it cannot read is written as something that no schema lets pass.
        let unreadable = Array("?".utf8)
        if kind == .date { return day(trimmed) ?? unreadable }
        return Int32(String(decoding: trimmed, as: UTF8.self)).map { Array(String($0).utf8) } ?? unreadable
    }

    /// The first ten characters of a day, or of a day and a time of that day.
    private static func day(_ text: [UInt8]) -> [UInt8]? {
        guard text.count >= 10, DeliveryDate.plain(text.span, 0..<10) != nil else { return nil }
        guard text.count > 10 else { return text }
        var time = text[10...]
        if time.last == UInt8(ascii: "Z") { time.removeLast() }
        let isShort = time.count == 6
        let whole = Array(text[..<10]) + time + (isShort ? Array(":00".utf8) : [])
        guard let date = XsdDate(whole.span, whole.indices, hasTime: true), date.zone == nil else { return nil }
        return Array(text[..<10])
    }

    private static func trimmed(_ text: [UInt8]) -> [UInt8] {
        let start = text.prefix { $0 <= 0x20 }.count
        let end = text.count - text.reversed().prefix { $0 <= 0x20 }.count
        return start < end ? Array(text[start..<end]) : []
    }

    private static func isBlank(_ text: [UInt8]) -> Bool { text.allSatisfy { $0 <= 0x20 } }

    private static func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(range.count)
        for place in range { copy.append(bytes[place]) }
        return copy
    }
}
