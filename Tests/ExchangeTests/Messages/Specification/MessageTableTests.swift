import Exchange
import Foundation
import TestSupport
import Testing

/// The element trees of the definitions as rows, which lie in a folder beside the repository.
enum ElementTrees {
    struct Tree: Decodable {
        let namespace: String
        let rootElement: String
        let elements: [Row]
        let appinfo: [String: String]
    }

    struct Row: Decodable {
        let path: String
        let ns: String
        let type: String
        let kind: String
        let min: Int
        let max: Maximum
        let base: String?
        let pattern: String?
        let minLength: Int?
        let maxLength: Int?
        let length: Int?
        let `enum`: String?
        let enumValues: [String]?
        let fixed: String?
        let enable: String?
        let choiceGroup: Group?
        let unique: Unique?
    }

    struct Group: Decodable {
        let group: String
    }

    struct Unique: Decodable {
        let selector: String
    }

    /// A number or `unbounded`.
    struct Maximum: Decodable {
        let value: Int

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                value = number
            } else {
                let text = try container.decode(String.self)
                value = try #require(text == "unbounded" ? .max : Int(text))
            }
        }
    }

    static let folder = SharedFolder.item("facts/data/bufdir_trees")

    static func tree(of type: MessageType) throws -> Tree {
        let folder = try #require(folder)
        let data = try Data(contentsOf: folder.appending(path: "\(type.rawValue).json"))
        return try JSONDecoder().decode(Tree.self, from: data)
    }
}

@Suite(.enabled(if: ElementTrees.folder != nil, "the folder of facts is not beside the repository"))
struct `The table of a message` {
    @Test(arguments: MessageType.allCases)
    func `has every row of the definition and no other`(type: MessageType) throws {
        let tree = try ElementTrees.tree(of: type)
        #expect(tree.namespace == type.namespace)
        #expect(tree.rootElement == type.rootName)
        let ours = TableRow.rows(of: type.specification.root)
        let theirs = tree.elements.map(TableRow.init)
        #expect(ours.map(\.path) == theirs.map(\.path))
        for (our, their) in zip(ours, theirs) { #expect(our == their) }
    }

    @Test(arguments: MessageType.allCases)
    func `allows the relations of the definition`(type: MessageType) throws {
        let appinfo = try ElementTrees.tree(of: type).appinfo
        let relations = try #require(appinfo["MeldingsForbindelse"]).split(separator: "|").map(String.init)
        #expect(relations.filter { $0 != "Ny" } == type.allowedRelations.map(\.rawValue))
        #expect(relations.contains("Ny") == type.mayStart)
    }
}

/// One row of a table in a form that both sides can be put into.
private struct TableRow: Equatable, CustomStringConvertible {
    var path = ""
    var namespace = ""
    var type: String?
    var base: String?
    var min = 1
    var max = 1
    var shortest = 0
    var longest = Int.max
    var pattern: String?
    var codes: [String] = []
    var fixed: String?
    var enable: String?
    var isChoice = false
    var unique: String?

    var description: String { path }

    init(_ row: ElementTrees.Row) {
        path = row.path
        namespace = row.ns
        type = row.type.hasPrefix("xs:") || row.type == "(anonymous)" ? nil : row.type
        base = row.base
        min = row.min
        max = row.max.value
        shortest = row.length ?? row.minLength ?? 0
        longest = row.length ?? row.maxLength ?? .max
        pattern = row.pattern
        codes = row.enumValues ?? []
        fixed = row.fixed
        enable = row.enable
        isChoice = row.choiceGroup != nil
        unique = row.unique?.selector
    }

    private init(_ rule: ElementRule, path: String, isChoice: Bool) {
        self.path = path
        namespace = rule.namespace.uri
        min = rule.occurs.min
        max = rule.occurs.max
        enable = rule.condition?.text
        unique = rule.unique
        self.isChoice = isChoice
        switch rule.content {
        case .complex(let complex): type = complex.name
        case .simple(let simple):
            type = simple.name
            base = "xs:\(simple.base.name)"
            shortest = simple.minLength
            longest = simple.maxLength
            codes = simple.codes
            fixed = simple.fixed
            pattern = simple.pattern.map(Self.text)
        }
    }

    static func rows(of rule: ElementRule, path: String = "", isChoice: Bool = false) -> [TableRow] {
        let path = "\(path)/\(rule.name)"
        return [TableRow(rule, path: path, isChoice: isChoice)]
            + rule.particles.flatMap { particle in
                let rules = particle.alternatives
                return rules.flatMap { rows(of: $0, path: path, isChoice: rules.count > 1) }
            }
    }

    private static func text(_ pattern: TextPattern) -> String {
        switch pattern {
        case .uuid:
            let part = "[0-9a-fA-F]"
            return [8, 4, 4, 4, 12].map { "\(part){\($0)}" }.joined(separator: #"\-"#)
        case .digits(let count): return #"\d{\#(count)}"#
        case .version: return #"(\d+\.)?(\d+\.)?(\d+\.)?(\*|\d+)"#
        }
    }
}
