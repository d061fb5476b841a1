import Exchange
import Office
import Planning

/// A scenario as far as it is filled in: its document as a tree whose leaves are what was typed, wrong or not.
///
/// Every field of the editor is named by the JSON pointer of its leaf, so that whatever is wrong with the document is
/// shown at the field it stands in.
struct ScenarioSheet: Hashable, Sendable {
    var root: JsonTree

    /// A document that is JSON, whatever stands in it.
    ///
    /// - Returns: `nil` for anything else.
    init?(document: [UInt8]) {
        guard let parsed = try? JsonDocument(parsing: document), parsed.root.kind == .object else { return nil }
        root = JsonTree(parsed.root)
        addRegions()
    }

    init?(_ scenario: Scenario) {
        guard let document = try? PlanDocument.encode(scenario) else { return nil }
        self.init(document: [UInt8](document))
    }

    /// The document as it stands.
    var document: [UInt8] { Array(root.lines.utf8) }

    /// The scenario that it is, or the first thing that is wrong with it.
    func scenario() throws(ScenarioProblem) -> Scenario { try PlanDocument.scenario(document) }

    // MARK: Leaves

    subscript(pointer: String) -> JsonTree? { root.at(JsonPointer.tokens(pointer)[...]) }

    /// What a field shows; empty where there is nothing.
    func text(_ pointer: String) -> String {
        switch self[pointer] {
        case .text(let text)?, .number(let text)?: text
        case .integer(let number)?: String(number)
        case .boolean(let truth)?: truth ? "yes" : ""
        case .null?, .object?, .list?, nil: ""
        }
    }

    /// Puts what was typed in its place; nothing typed leaves nothing there.
    mutating func put(_ typed: String, at pointer: String) {
        let tokens = JsonPointer.tokens(pointer)
        guard let last = tokens.last else { return }
        let text = typed.trimming
        let number = Self.isNumber(tokens) ? TypedNumber.written(text) : nil
        let node: JsonTree? = text.isEmpty ? nil : number.map(JsonTree.number) ?? .text(text)
        root.change(tokens.dropLast()[...]) { parent in parent.put(node, last) }
    }

    /// Puts a whole value in its place.
    mutating func put(_ node: JsonTree?, at pointer: String) {
        let tokens = JsonPointer.tokens(pointer)
        guard let last = tokens.last else { return }
        root.change(tokens.dropLast()[...]) { $0.put(node, last) }
    }

    /// Adds a value at the end of a list, which is made where there is none.
    mutating func append(_ node: JsonTree, to pointer: String) {
        put(.list((self[pointer]?.items ?? []) + [node]), at: pointer)
    }

    /// Takes an item out of its list, or a member out of its object; a list that is then empty goes too.
    mutating func remove(_ pointer: String) {
        put(nil as JsonTree?, at: pointer)
    }

    func items(_ pointer: String) -> [JsonTree] { self[pointer]?.items ?? [] }

    /// How many items a list has.
    func count(_ pointer: String) -> Int { items(pointer).count }

    /// The texts of a list.
    func texts(_ pointer: String) -> [String] {
        items(pointer).map { node in
            if case .text(let text) = node { text } else { "" }
        }
    }

    // MARK: Numbers and regions

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

    /// All that has a region says so, so that a region can be renamed.
    private mutating func addRegions() {
        if count("/regions") == 0 { put(.list([.text(Scenario.everywhere)]), at: "/regions") }
        let lists = ["/places", "/present"] + (0..<count("/classes")).map { "/classes/\($0)/arrivals" }
        for list in lists {
            for item in 0..<count(list) where self["\(list)/\(item)/region"] == nil {
                put(Scenario.everywhere, at: "\(list)/\(item)/region")
            }
        }
    }
}

extension StringProtocol {
    /// Without blanks and line ends before and after.
    var trimming: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
