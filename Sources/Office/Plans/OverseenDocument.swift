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
        // Whatever has these three is a scenario, wherever in a result it stands.
        case .object where tree["run"] != nil && tree["kinds"] != nil && tree["classes"]?.items.isEmpty == false:
            let scenario = try PlanDocument.scenario(tree.bytes)
            let copy = scenario.overseen
            return copy == scenario ? tree : try Self.tree([UInt8](try PlanDocument.encode(copy)))
        case .object(let members):
            return .object(try members.map { JsonTree.Member($0.name, try overseen($0.value)) })
        default: return tree
        }
    }
}
