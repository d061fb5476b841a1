import Exchange
import Office
import Planning

/// A scenario as far as it is filled in: its document as a tree whose leaves are what was typed, wrong or not.
///
/// Every field of the editor is named by the JSON pointer of its leaf, so that whatever is wrong with the document is
/// shown at the field it stands in.
struct ScenarioSheet: Hashable, Sendable {
    indirect enum Node: Hashable, Sendable {
        case object([Member])
        case list([Node])
        case text(String)
        /// As it was written, so that no digit is lost.
        case number(String)
        case truth(Bool)
        case null
    }

    struct Member: Hashable, Sendable {
        var name: String
        var value: Node
    }

    private(set) var root: Node

    /// A document that is JSON, whatever stands in it.
    ///
    /// - Returns: `nil` for anything else.
    init?(document: [UInt8]) {
        guard let parsed = try? JsonDocument(parsing: document), parsed.root.kind == .object else { return nil }
        root = Node(parsed.root)
        addRegions()
    }

    init?(_ scenario: Scenario) {
        guard let document = try? PlanDocument.encode(scenario) else { return nil }
        self.init(document: [UInt8](document))
    }

    /// The document as it stands.
    var document: [UInt8] { root.document }

    /// The scenario that it is, or the first thing that is wrong with it.
    func scenario() throws(ScenarioProblem) -> Scenario { try PlanDocument.scenario(document) }

    // MARK: Leaves

    subscript(pointer: String) -> Node? { root.at(Self.tokens(pointer)[...]) }

    /// What a field shows; empty where there is nothing.
    func text(_ pointer: String) -> String {
        switch self[pointer] {
        case .text(let text)?, .number(let text)?: text
        case .truth(let truth)?: truth ? "yes" : ""
        case .null?, .object?, .list?, nil: ""
        }
    }

    /// Puts what was typed in its place; nothing typed leaves nothing there.
    mutating func put(_ typed: String, at pointer: String) {
        let tokens = Self.tokens(pointer)
        guard let last = tokens.last else { return }
        let text = typed.trimming
        let number = text.replacing(",", with: ".").filter { !$0.isWhitespace }
        let isNumber = Self.isNumber(tokens) && Double(number)?.isFinite == true
        let node: Node? = text.isEmpty ? nil : isNumber ? .number(Self.plain(number)) : .text(text)
        root.change(tokens.dropLast()[...]) { parent in parent.put(node, last) }
    }

    /// Puts a whole value in its place.
    mutating func put(_ node: Node?, at pointer: String) {
        let tokens = Self.tokens(pointer)
        guard let last = tokens.last else { return }
        root.change(tokens.dropLast()[...]) { $0.put(node, last) }
    }

    /// Adds a value at the end of a list, which is made where there is none.
    mutating func append(_ node: Node, to pointer: String) {
        put(.list((self[pointer]?.items ?? []) + [node]), at: pointer)
    }

    /// Takes an item out of its list, or a member out of its object; a list that is then empty goes too.
    mutating func remove(_ pointer: String) {
        put(nil as Node?, at: pointer)
    }

    func items(_ pointer: String) -> [Node] { self[pointer]?.items ?? [] }

    /// How many items a list has.
    func count(_ pointer: String) -> Int { items(pointer).count }

    /// The texts of a list.
    func texts(_ pointer: String) -> [String] {
        items(pointer).map { node in
            if case .text(let text) = node { text } else { "" }
        }
    }

    // MARK: Pointers

    static func tokens(_ pointer: String) -> [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }

    static func token(_ name: String) -> String { name.replacing("~", with: "~0").replacing("/", with: "~1") }

    private static let numbers: Set = [
        "length", "warmUp", "replications", "seed", "count", "waiting", "costOpen", "costUsed", "at", "by", "until",
        "probability", "places", "after", "cost", "priority", "rate", "factor", "trend", "share", "interimCost", "mean",
        "deviation", "shape", "scale", "median", "sigma", "constant", "relative", "absolute", "mostReplications",
    ]

    private static func isNumber(_ tokens: [String]) -> Bool {
        guard let last = tokens.last else { return false }
        if numbers.contains(last) { return true }
        return tokens.dropLast().last == "uniform" && ["from", "to"].contains(last)
    }

    /// A number as JSON writes it: no plus, no blank before or after the point.
    private static func plain(_ number: String) -> String {
        if let whole = Int(number) { return String(whole) }
        return Double(number).map { "\($0)" } ?? number
    }

    /// Each place and arrival says its region, so that a region can be renamed.
    private mutating func addRegions() {
        if count("/regions") == 0 { put(.list([.text(Scenario.everywhere)]), at: "/regions") }
        for place in 0..<count("/places") where self["/places/\(place)/region"] == nil {
            put(Scenario.everywhere, at: "/places/\(place)/region")
        }
        for each in 0..<count("/classes") {
            for number in 0..<count("/classes/\(each)/arrivals") {
                let pointer = "/classes/\(each)/arrivals/\(number)/region"
                if self[pointer] == nil { put(Scenario.everywhere, at: pointer) }
            }
        }
    }
}

extension ScenarioSheet.Node {
    init(_ value: JsonValue) {
        switch value.kind {
        case .object: self = .object(value.members.map { .init(name: $0.name, value: .init($0.value)) })
        case .list: self = .list(value.items.map { .init($0) })
        default:
            if let text = value.text {
                self = .text(text)
            } else if let number = value.numberText {
                self = .number(number)
            } else if let truth = value.boolean {
                self = .truth(truth)
            } else {
                self = .null
            }
        }
    }

    static func object(_ members: KeyValuePairs<String, ScenarioSheet.Node>) -> ScenarioSheet.Node {
        .object(members.map { ScenarioSheet.Member(name: $0.key, value: $0.value) })
    }

    var items: [ScenarioSheet.Node] {
        if case .list(let items) = self { items } else { [] }
    }

    var members: [ScenarioSheet.Member] {
        if case .object(let members) = self { members } else { [] }
    }

    fileprivate func at(_ tokens: ArraySlice<String>) -> ScenarioSheet.Node? {
        guard let first = tokens.first else { return self }
        switch self {
        case .object(let members):
            return members.last { $0.name == first }?.value.at(tokens.dropFirst())
        case .list(let items):
            guard let place = Int(first), items.indices.contains(place) else { return nil }
            return items[place].at(tokens.dropFirst())
        default: return nil
        }
    }

    /// Changes what lies at a path; objects that are not there yet are made, items of lists are not.
    fileprivate mutating func change(_ tokens: ArraySlice<String>, _ body: (inout ScenarioSheet.Node) -> Void) {
        guard let first = tokens.first else { return body(&self) }
        switch self {
        case .list(var items):
            guard let place = Int(first), items.indices.contains(place) else { return }
            items[place].change(tokens.dropFirst(), body)
            self = .list(items)
        case .object(var members):
            if let place = members.lastIndex(where: { $0.name == first }) {
                members[place].value.change(tokens.dropFirst(), body)
            } else {
                var value = ScenarioSheet.Node.object([] as [ScenarioSheet.Member])
                value.change(tokens.dropFirst(), body)
                members.append(ScenarioSheet.Member(name: first, value: value))
            }
            self = .object(members)
        default: return
        }
    }

    /// Puts a value under a name or number, or takes it away.
    fileprivate mutating func put(_ node: ScenarioSheet.Node?, _ token: String) {
        switch self {
        case .object(var members):
            let place = members.lastIndex { $0.name == token }
            switch (place, node) {
            case (let place?, let node?): members[place].value = node
            case (let place?, nil): members.remove(at: place)
            case (nil, let node?): members.append(ScenarioSheet.Member(name: token, value: node))
            case (nil, nil): break
            }
            self = .object(members)
        case .list(var items):
            guard let place = Int(token), items.indices.contains(place) else { return }
            if let node { items[place] = node } else { items.remove(at: place) }
            self = .list(items)
        default: break
        }
    }

    /// As JSON, in lines.
    var document: [UInt8] {
        var text = ""
        write(to: &text, indent: "\n")
        return Array(text.utf8)
    }

    fileprivate func write(to text: inout String, indent: String) {
        switch self {
        case .object(let members):
            guard !members.isEmpty else {
                text += "{}"
                return
            }
            text += "{"
            for (place, member) in members.enumerated() {
                text += (place == 0 ? "" : ",") + indent + "  " + Self.quoted(member.name) + ": "
                member.value.write(to: &text, indent: indent + "  ")
            }
            text += indent + "}"
        case .list(let items):
            let isFlat = items.allSatisfy(\.isLeaf)
            text += "["
            for (place, item) in items.enumerated() {
                text += (place == 0 ? "" : isFlat ? ", " : ",") + (isFlat ? "" : indent + "  ")
                item.write(to: &text, indent: indent + "  ")
            }
            text += (isFlat ? "" : indent) + "]"
        case .text(let value): text += Self.quoted(value)
        case .number(let digits): text += digits
        case .truth(let truth): text += truth ? "true" : "false"
        case .null: text += "null"
        }
    }

    private var isLeaf: Bool {
        switch self {
        case .object, .list: false
        default: true
        }
    }

    private static func quoted(_ text: String) -> String {
        String(decoding: JsonTree.text(text).bytes, as: UTF8.self)
    }
}

extension StringProtocol {
    /// Without blanks and line ends before and after.
    var trimming: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
