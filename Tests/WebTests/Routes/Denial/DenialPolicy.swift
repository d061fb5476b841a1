import Office
import Testing

/// Who asks in the denial matrix: everybody that there is, and nobody.
enum Viewer: String, CaseIterable {
    case nobody
    /// Caseworkers of vest: assigned, not assigned, having explained, and with a conflict of interest.
    case vera, vilde, frida, vetle
    /// Leaders of vest: one, and one with a conflict of interest.
    case viggo, vigdis
    /// Caseworker and leader of aust.
    case arne, astrid
    /// Reception.
    case mona
    /// The county governor's people: one without a reason in the journal, and one with.
    case siv, sigurd
    /// A region's intake officer, somebody who sees to places, and an overseer.
    case ina, per, odd

    /// What the account says; `nil` for nobody.
    var role: Person.Role? {
        switch self {
        case .nobody: nil
        case .vera, .vilde, .frida, .vetle, .arne: .caseworker
        case .viggo, .vigdis, .astrid: .leader
        case .mona: .receptionOfficer
        case .siv, .sigurd: .countyGovernor
        case .ina: .intakeOfficer
        case .per: .placeManager
        case .odd: .overseer
        }
    }
}

/// Where the thing lies that is asked for.
enum Place: String, CaseIterable {
    /// Vest's, and open.
    case open
    /// Vest's, and closed.
    case closed
    /// Aust's.
    case neighbours
    /// Nowhere.
    case absent
}

/// What a viewer is to a thing.
///
/// The matrix knows no more of the gate than these words.
enum Standing {
    case nobody, assigned, unassigned, explained, conflicted, leader, conflictedLeader
    case otherCaseworker, otherLeader, reception, governor, supervisor, intake, places, overseer

    init(_ viewer: Viewer, to place: Place) {
        let isVests = place != .neighbours
        self =
            switch viewer {
            case .nobody: .nobody
            case .mona: .reception
            case .siv: .governor
            case .ina: .intake
            case .per: .places
            case .odd: .overseer
            case .sigurd: isVests ? .supervisor : .governor
            case .vera: isVests ? .assigned : .otherCaseworker
            case .vilde: isVests ? .unassigned : .otherCaseworker
            case .frida: isVests ? .explained : .otherCaseworker
            case .vetle: isVests ? .conflicted : .otherCaseworker
            case .viggo: isVests ? .leader : .otherLeader
            case .vigdis: isVests ? .conflictedLeader : .otherLeader
            case .arne: isVests ? .otherCaseworker : .assigned
            case .astrid: isVests ? .otherLeader : .leader
            }
    }
}

extension Set<Standing> {
    /// Who reads and changes a case of the service.
    static let workers: Self = [.assigned, .explained, .leader]
    /// Who reads it, where the address names the service.
    static let readers: Self = workers.union([.supervisor])
    /// Who sees a hidden address.
    static let trusted: Self = [.assigned, .leader]
    /// Who reads and decides about reports: everybody of the service whom no conflict of interest bars.
    static let reviewers: Self = [.assigned, .unassigned, .explained, .leader]
    /// Who may say why they must read a case.
    static let explainers: Self = [.assigned, .unassigned, .explained]
    /// The same on a page, where the leader goes straight on.
    static let arrivers: Self = explainers.union([.leader])
    static let leaders: Self = [.leader]
    static let reception: Self = [.reception]
    static let governors: Self = [.governor, .supervisor]
    /// Both levels of a referral: who works with the case behind it, and the region that it was sent to.
    static let levels: Self = workers.union([.intake])
}

extension Set<Person.Role> {
    static let caseworkers: Self = [.caseworker]
    static let services: Self = [.caseworker, .leader]
    static let leaders: Self = [.leader]
    static let overseers: Self = [.leader, .receptionOfficer]
    static let reception: Self = [.receptionOfficer]
    static let governors: Self = [.countyGovernor]
    static let intake: Self = [.intakeOfficer]
    static let places: Self = [.placeManager]
    static let everybody = Set(Person.Role.allCases)
}

/// A row of the matrix: a route, what is asked of it, and who may.
struct DenialRow {
    /// What an address names.
    enum Thing {
        case file, report, item, reading, referral
    }

    enum Rule {
        /// Anybody, also without a session: there is nothing of a child in it.
        case anybody
        /// People by what their account says: a list of their own unit, or a form that is the same for everything.
        case roles(Set<Person.Role>)
        /// People by what they are to the thing.
        case of(Thing, Set<Standing>)
        /// Other systems, by a secret: a person's session opens nothing.
        case senders
        /// Another test walks it; the reason why this one cannot.
        case elsewhere(String)
    }

    /// What is posted; `{name}` stands for something of the thing asked for.
    enum Body {
        case none
        case form([String: String])
        /// A form with a small file beside its fields.
        case parts([String: String])
        case json([UInt8])
    }

    let method: String
    /// As the route table has it.
    let route: String
    /// What is asked, where it is not the route's own text.
    let target: String
    let rule: Rule
    let body: Body
    /// The statuses by which one sees that somebody was let in.
    let success: Set<Int>
    /// Whether the line of the access log names the thing: not where it is asked for by the child's number.
    let isNamed: Bool
    /// Whether the thing is another one afterwards: closed, or with others at work on it.
    let isSpending: Bool

    init(
        _ method: String,
        _ route: String,
        _ rule: Rule,
        as target: String? = nil,
        _ body: Body = .none,
        success: Set<Int>? = nil,
        isNamed: Bool = true,
        isSpending: Bool? = nil
    ) {
        self.method = method
        self.route = route
        self.target = target ?? route
        self.rule = rule
        self.body = body
        self.success = success ?? (method == "GET" || route.hasPrefix("/api/") ? [200] : [303])
        self.isNamed = isNamed
        self.isSpending = isSpending ?? (method != "GET")
    }

    var isApi: Bool { route.hasPrefix("/api/") }
}

/// Rows that are walked in one office.
struct DenialChapter: CustomTestStringConvertible {
    let name: String
    let rows: [DenialRow]

    var testDescription: String { name }
}
