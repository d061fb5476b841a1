import Casework
package import Journal
package import Law

/// What somebody wants to do.
package enum Action: String, Hashable, Sendable, CaseIterable {
    /// See the service's reports, which merely names them.
    case listConcerns
    /// Open a report.
    case readConcern
    /// Mark a report, find its child, review it, answer its reporter.
    case changeConcern
    /// Type in a report that was told.
    case registerConcern
    /// See who has read something.
    case readAccessLog
    /// See what reception must see to.
    case listWorkItems
    /// Open such an item, with the message as it came.
    case readWorkItem
    /// Take such an item, send it on or close it.
    case changeWorkItem
    /// Compare what senders say that they sent with what is stored.
    case reconcile
    /// See what is about to become a loss.
    case readAlarms
    /// One's own day, or the board of the service: a list that merely names cases.
    case listCases
    /// Loads, breaches and what the leader has to look at.
    case readBoard
    /// Look for somebody by number, name or telephone.
    case searchPeople
    /// Open a case for a child.
    case openCase
    /// Open a case.
    case readCase
    /// Put something into a case.
    case changeCase
    /// Somebody says why they must read a case that they are not assigned to.
    case explainReading
    /// See an address that is hidden, by itself.
    case readHiddenAddress
    /// Who has read a case.
    case readCaseAccess
    /// Look at the reasons of those who had to explain a reading.
    case reviewReadings
    /// Make the form that the county governor is sent each quarter.
    case exportDeadlines
    /// Open all cases to see what Statistics Norway would find wrong in them.
    case checkDeliveries
    /// Open all cases to deliver them to Statistics Norway; a verb's alone.
    case exportDeliveries
    /// The county governor asks for a named case of a service.
    case supervise
    /// The region's queue, its breaches and holds: lists that merely name referrals.
    case listReferrals
    /// One referral; in a municipality by the tie to its case.
    case readReferral
    /// Tell the other level something, or say who handles it.
    case changeReferral
    /// The board of places, which names nobody.
    case listPlaces
    /// Open, close, hold and book the own unit's places.
    case changePlaces
    /// Figures of many, with nothing that leads to one.
    case readAggregates
    /// Plans for places, which name nobody.
    case readPlans
    case changePlans
}

/// What somebody is to a case (tilknytning), from the strongest bar to the weakest tie.
package enum CaseTie: Hashable, Sendable, CaseIterable {
    /// A conflict of interest: blocks reading, whatever else somebody is to the case.
    case conflicted
    /// Answers for it, works with it or is the child's contact.
    case assigned
    /// Has said why they must read it, less than a day ago.
    case explained
    /// Supervises the service, and has said why this case.
    case supervising
    /// None of these: the case is nobody's, or somebody else's.
    case none
}

/// Leave to do one thing, given by the gate alone.
///
/// Only the gate makes one, after the access line is durable. Whatever opens an entry, an original or the access log
/// asks for one, so that nothing of a case can be read without a line that names it.
package struct Grant: Sendable {
    /// Who was let through, as the access line names them.
    package let actor: ActorID
    /// What was asked for.
    package let action: Action
    /// In which unit.
    package let unit: UnitID
    /// What the access line names; nothing else may be shown under this grant.
    package let objects: Set<RecordID>

    /// What the person is to the case; `nil` where it is about no case.
    package let tie: CaseTie?
    /// Whether the person may see who else has read what the line names.
    let seesReaders: Bool

    fileprivate init(
        actor: ActorID,
        action: Action,
        unit: UnitID,
        objects: [RecordID],
        tie: CaseTie? = nil,
        seesReaders: Bool = false
    ) {
        self.tie = tie
        self.seesReaders = seesReaders
        self.actor = actor
        self.action = action
        self.unit = unit
        self.objects = Set(objects)
    }

    /// Refuses what the access line does not name: another unit's, or another object.
    ///
    /// - Throws: ``Absent``.
    func check(_ object: RecordID, in unit: UnitID) throws(Absent) {
        guard unit == self.unit, objects.contains(object) else { throw Absent() }
    }
}

/// Leave to see a hidden address; only the gate makes one, after the access line is durable.
package struct HiddenAddressGrant: AddressRight {
    fileprivate init() {}
}

/// The answer to whoever may not: the same as for what does not exist.
package struct Absent: Error, Hashable, Sendable {
    package init() {}
}

/// The one function that every use case passes.
///
/// It asks in this order: is it the person's own unit, does the role do such things. Then it writes the access line
/// and waits until it is durable; if it cannot be written, nothing is shown.
package struct Gate: Sendable {
    private let log: AccessLog
    /// The unit that receives for all services.
    private let reception: UnitID

    package init(log: AccessLog, reception: UnitID) {
        self.log = log
        self.reception = reception
    }

    /// Whether a person may do something in a unit; pure, and with the rule for one case the whole of the rule.
    ///
    /// What is asked of one case is permitted only with a tie to it.
    package static func permits(
        _ person: Person,
        _ action: Action,
        in unit: UnitID,
        reception: UnitID,
        tie: CaseTie? = nil
    ) -> Bool {
        guard person.unit == unit else {
            return unit != reception && (supervises(person, action, tie) || overseesPlans(person, action, tie))
        }
        switch action {
        case .listCases, .searchPeople, .openCase:
            return unit != reception && (person.role == .caseworker || person.role == .leader)
        case .readBoard, .reviewReadings, .exportDeadlines, .checkDeliveries:
            return unit != reception && person.role == .leader
        case .readCase, .changeCase, .explainReading, .readHiddenAddress, .readCaseAccess:
            return unit != reception && permits(person.role, action, tie)
        case .supervise, .exportDeliveries: return false
        case .readReferral:
            return person.role == .intakeOfficer
                ? tie == nil && unit != reception : unit != reception && permits(person.role, .readCase, tie)
        case .changeReferral:
            return person.role == .intakeOfficer
                ? tie == nil && unit != reception : unit != reception && permits(person.role, .changeCase, tie)
        case .listReferrals: return unit != reception && person.role == .intakeOfficer
        case .listPlaces:
            return unit != reception && (person.role == .placeManager || person.role == .intakeOfficer)
        case .changePlaces: return unit != reception && person.role == .placeManager
        case .readAggregates: return unit != reception && person.role == .overseer
        case .readPlans: return unit != reception && tie == nil && [.intakeOfficer, .overseer].contains(person.role)
        case .changePlans: return unit != reception && tie == nil && person.role == .intakeOfficer
        case .listConcerns, .readConcern, .changeConcern, .registerConcern:
            return unit != reception && (person.role == .caseworker || person.role == .leader)
        case .readAccessLog:
            return unit != reception && person.role == .leader
        case .listWorkItems, .readWorkItem, .changeWorkItem:
            return unit == reception && person.role == .receptionOfficer
        case .reconcile:
            return person.role == .leader || person.role == .receptionOfficer
        case .readAlarms:
            return person.role == .leader || person.role == .receptionOfficer
                || person.role == .intakeOfficer && unit != reception
        }
    }

    /// What the county governor may do in a service: ask for a named case, and read it once a reason stands in the
    /// service's journal (barnevernsloven § 17-4).
    private static func supervises(_ person: Person, _ action: Action, _ tie: CaseTie?) -> Bool {
        guard person.role == .countyGovernor else { return false }
        switch action {
        case .supervise: return tie == nil || tie == CaseTie.none || tie == .supervising
        case .readCase: return tie == .supervising
        default: return false
        }
    }

    /// Those who oversee read the plans of every region.
    private static func overseesPlans(_ person: Person, _ action: Action, _ tie: CaseTie?) -> Bool {
        person.role == .overseer && action == .readPlans && tie == nil
    }

    /// What a role may do with a case of its own service, by what the person is to it.
    private static func permits(_ role: Person.Role, _ action: Action, _ tie: CaseTie?) -> Bool {
        guard let tie, tie != .conflicted, role == .caseworker || role == .leader else { return false }
        switch action {
        case .readCase, .changeCase: return role == .leader || tie == .assigned || tie == .explained
        case .explainReading: return role == .caseworker
        case .readHiddenAddress: return role == .leader || tie == .assigned
        case .readCaseAccess: return role == .leader
        default: return false
        }
    }

    /// Whether a person may do something in the unit, without doing it: for what a page offers.
    package func permits(_ person: Person, _ action: Action, in unit: UnitID, tie: CaseTie? = nil) -> Bool {
        Self.permits(person, action, in: unit, reception: reception, tie: tie)
    }

    /// Lets a person through, leaving a durable line that names what they will see.
    ///
    /// `exists` says whether the object is there at all; a missing one is answered exactly like a forbidden one, and
    /// leaves the same kind of line.
    ///
    /// - Returns: The proof of having been let through, for this person, action and unit.
    /// - Throws: ``Absent`` for both; any other error where the line could not be written.
    package func enter(
        _ person: Person,
        _ action: Action,
        in unit: UnitID,
        objects: [RecordID],
        exists: Bool = true,
        tie: CaseTie? = nil
    ) async throws -> Grant {
        guard exists, permits(person, action, in: unit, tie: tie) else {
            let line = AccessLine(action: action, outcome: .denied, objects: objects)
            try await log.record(line.bytes, by: person.id, in: person.unit, about: line.subjects)
            throw Absent()
        }
        let line = AccessLine(action: action, outcome: .granted, objects: objects)
        try await log.record(line.bytes, by: person.id, in: unit, about: line.subjects)
        return Grant(
            actor: person.id,
            action: action,
            unit: unit,
            objects: objects,
            tie: tie,
            seesReaders: permits(person, .readAccessLog, in: unit) && tie != .conflicted
        )
    }

    /// Lets a person see the hidden address of somebody in a case, under a line of its own.
    ///
    /// - Returns: The right that opens the address, and the proof that opens its entry.
    /// - Throws: ``Absent`` where the person may not, or there is none; any other error where the line could not be
    ///   written.
    package func enterHiddenAddress(
        _ person: Person,
        of subject: RecordID,
        inCase id: RecordID,
        exists: Bool,
        tie: CaseTie?
    ) async throws -> (right: HiddenAddressGrant, grant: Grant) {
        let grant = try await enter(
            person,
            .readHiddenAddress,
            in: person.unit,
            objects: [id, subject],
            exists: exists,
            tie: tie
        )
        return (HiddenAddressGrant(), grant)
    }

    /// Lets a verb of the command line through: whoever holds the keys needs no account, but leaves a line.
    ///
    /// - Parameters:
    ///   - verb: The verb's own name, an actor of the kind `system`.
    ///   - action: What it does.
    ///   - unit: Whose log gets the line.
    ///   - objects: What it opens; none for what merely counts.
    /// - Returns: The proof of having been let through.
    /// - Throws: ``Absent`` for an actor that is no verb; any other error where the line could not be written.
    package func enter(
        verb: ActorID,
        _ action: Action,
        in unit: UnitID,
        objects: [RecordID] = []
    ) async throws -> Grant {
        guard verb.kind == .system else { throw Absent() }
        let line = AccessLine(action: action, outcome: .granted, objects: objects)
        try await log.record(line.bytes, by: verb, in: unit, about: line.subjects)
        return Grant(actor: verb, action: action, unit: unit, objects: objects)
    }
}
