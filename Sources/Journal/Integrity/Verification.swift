import Foundation
package import Law

/// What a check of a store found.
package struct Verification: Sendable {
    /// The first thing that is wrong in one chain or table of one unit.
    package struct Finding: Sendable, Equatable, CustomStringConvertible {
        package enum Place: Sendable, Equatable {
            case entry(Int)
            case accessLine(node: String, number: Int)
            case accessIndex
            case head
            case key(Int)
            case snapshot
            case session
            case row(RowReference.Table)
            case file
            case witness(line: Int)
        }

        package let unit: UnitID?
        package let place: Place
        /// What was found and what was expected, in words.
        package let problem: String

        package var description: String {
            let whereabouts =
                switch place {
                case .entry(let sequence): "entry \(sequence)"
                case .accessLine(let node, let number): "access strand \(node), line \(number)"
                case .accessIndex: "index of the access log"
                case .head: "head"
                case .key(let id): "key \(id)"
                case .snapshot: "snapshot"
                case .session: "session"
                case .row(let table): "table \(table)"
                case .file: "file"
                case .witness(let line): "witness file, line \(line)"
                }
            return "\(unit.map { "unit \($0), " } ?? "")\(whereabouts): \(problem)"
        }
    }

    package var findings: [Finding] = []
    package var units = 0
    package var entries = 0
    package var accessLines = 0
    package var references = 0
    /// Entries and messages whose key was destroyed on purpose: their chain was checked, their content is gone.
    package var unreadable = 0
    /// Whether seals were opened as well; without keys only the chains are checked, and planted rows beside them are
    /// not looked for: what an entry vouches for lies inside its seal.
    package var withKeys = false
    /// How many lines of a witness file were compared; with none, a chain cut off at its end, or a unit of which no row
    /// is left, goes unseen.
    package var witnessLines = 0

    package init() {}
}
