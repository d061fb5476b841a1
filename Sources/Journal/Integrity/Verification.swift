import Foundation
package import Law

/// What a check of a store found.
package struct Verification: Sendable {
    /// The first thing that is wrong in one chain or table of one unit.
    package struct Finding: Sendable, Equatable, CustomStringConvertible {
        /// What is wrong lies here.
        package enum Place: Sendable, Equatable {
            /// In the journal, at this sequence.
            case entry(Int)
            /// In a strand of the access log, at this line.
            case accessLine(node: String, number: Int)
            /// In the index of the access log.
            case accessIndex
            /// Where the unit says that its journal ends.
            case head
            /// In the key of this id.
            case key(Int)
            /// In the folded state.
            case snapshot
            /// In a session that is kept.
            case session
            /// In a row that an entry vouches for, or that none does.
            case row(RowReference.Table)
            /// In a file beside the store.
            case file
            /// In the witness file, at this line from 1.
            case witness(line: Int)
        }

        /// The unit that it belongs to; `nil` for what belongs to none.
        package let unit: UnitID?
        /// Where it is.
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

    /// What is wrong; empty in a sound store.
    package var findings: [Finding] = []
    /// How many units were checked.
    package var units = 0
    /// How many entries of journals were checked.
    package var entries = 0
    /// How many lines of access logs were checked.
    package var accessLines = 0
    /// How many rows were compared with what entries say of them.
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
