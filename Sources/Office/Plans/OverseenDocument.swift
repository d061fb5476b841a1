import Exchange
import Foundation
import Planning

/// A document of a plan for those who read plans and do not make them.
enum OverseenDocument {
    /// The same without what tells of single children; byte for byte the same where nothing does.
    ///
    /// - Parameter bytes: A scenario, or a result with scenarios in it.
    /// - Returns: The document to hand out.
    /// - Throws: Where it is no such document.
    static func bytes(_ bytes: [UInt8]) throws -> [UInt8] {
        let tree = try Self.tree(bytes)
        let seen = try overseen(tree)
        return seen == tree ? bytes : seen.bytes
    }

    /// Our own writing, however long it is.
    private static func tree(_ bytes: [UInt8]) throws -> JsonTree {
        JsonTree(try JsonDocument(parsing: bytes, limits: JsonLimits(depth: 64, bytes: bytes.count)).root)
    }

    private static func overseen(_ tree: JsonTree) throws -> JsonTree {
        switch tree {
        case .list(let items): return .list(try items.map(overseen))
        // Whatever has children who are there is a scenario, wherever in a result it stands.
        case .object where tree["present"]?.items.isEmpty == false:
            let copy = try PlanDocument.encode(PlanDocument.scenario(tree.bytes).overseen)
            return try Self.tree([UInt8](copy))
        case .object(let members):
            return .object(try members.map { JsonTree.Member($0.name, try overseen($0.value)) })
        default: return tree
        }
    }
}
