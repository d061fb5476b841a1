import Assistance
import Exchange
import Journal
import Law
import Synthetic
import Testing

@testable import Office

/// Who talk in the tests: two services, a region's intake, another region's, and a unit with places.
enum Parties {
    static let service = counterpart("310417009", "Nordvåg barnevernstjeneste", PretendService.nordvag.unit, .service)
    static let neighbour = counterpart(
        "310417017",
        "Trefjord barnevernstjeneste",
        PretendService.trefjord.unit,
        .service
    )
    static let intake = counterpart("312555018", "Inntak Midt", unit("inntak-midt"), .region(.central))
    static let otherIntake = counterpart("312555026", "Inntak Sør", unit("inntak-sor"), .region(.south))
    static let institution = counterpart("313333331", "Havna", unit("havna"), .places(.central))
    static let all = [service, neighbour, intake, otherIntake, institution]

    static let officer = Staff.person("sigrun", .intakeOfficer, unit("inntak-midt"))
    static let secondOfficer = Staff.person("tordis", .intakeOfficer, unit("inntak-midt"))
    static let otherOfficer = Staff.person("kari", .intakeOfficer, unit("inntak-sor"))
    static let manager = Staff.person("jostein", .placeManager, unit("havna"))
    static let overseer = Staff.person("tilsyn", .overseer, unit("direktorat"))
    static let people = [officer, secondOfficer, otherOfficer, manager, overseer]

    static func number(_ text: String) -> OrganisationNumber {
        guard let number = OrganisationNumber(text) else { preconditionFailure("\(text) is no number") }
        return number
    }

    private static func counterpart(
        _ number: String,
        _ name: String,
        _ unit: UnitID,
        _ role: Counterpart.Role
    ) -> Counterpart {
        Counterpart(number: self.number(number), name: name, unit: unit, role: role)
    }

    static func unit(_ text: String) -> UnitID {
        do { return try UnitID(parsing: text) } catch { preconditionFailure("\(error)") }
    }
}

/// What tests do with referrals in a pretend office.
extension TestOffice {
    var referrals: ReferralDesk { rooms.referrals }

    /// A case with a referral that the region has, sent by the municipality's caseworker.
    func referral(
        _ type: MessageType = .fosterHome,
        wanted: Int = 0,
        key: String = "r",
        child: Int = 0
    ) async throws -> (caseID: RecordID, id: RecordID) {
        let caseID = try await openCase(.sample(number: .sample(child)), key: "case-" + key)
        return (caseID, try await ask(type, wanted: wanted, for: caseID, key: key))
    }

    /// Sends a referral, made like a form makes it.
    func ask(
        _ type: MessageType = .fosterHome,
        wanted: Int = 0,
        for caseID: RecordID,
        key: String
    ) async throws -> RecordID {
        let message = message(type, wanted: today.adding(days: wanted))
        let sent = try await referrals.send(
            Staff.caseworker,
            forCase: caseID,
            message,
            attachments: [],
            key: key
        )
        guard sent.outcome.isDone else { throw Unexpected() }
        return sent.conversation
    }

    /// The example of a type, wanted from a day.
    func message(_ type: MessageType, wanted: CalendarDay, follows: MessageHeader.FollowUp? = nil) -> Message {
        var message = MessageExample.message(of: type, id: RecordID(high: 5, low: 5), sentAt: clock.now)
        message.root.content = .nodes(
            message.root.children.map { node in
                if node.name == "Meldingshode", var header = MessageHeader(node: node) {
                    header.followUp = follows
                    return header.node
                }
                guard node.name == "Bistandsperiode" else { return node }
                let rest = node.children.filter { $0.name != "DatoFra" }
                return MessageNode(node.name, [MessageNode("DatoFra", text: "\(wanted)")] + rest)
            }
        )
        return message
    }

    /// Tells the other level something, and waits until it holds it too.
    @discardableResult
    func tell(
        _ person: Person,
        _ id: RecordID,
        _ content: SharedFact.Content,
        about: RecordID? = nil,
        prose: Prose? = nil,
        key: String
    ) async throws -> RecordID {
        clock.move(seconds: 1)
        let command = ReferralCommand(about: about ?? id, content: content, prose: prose ?? content.prose)
        let sent = try await referrals.tell(person, id, command, key: key)
        guard sent.outcome.isDone else { throw sent.outcome.refusal ?? .absent }
        try await settle(id)
        return sent.message
    }

    /// Waits until both sides of a conversation hold the same facts.
    func settle(_ id: RecordID) async throws {
        for _ in 0..<1_000 {
            if try shared(id, Parties.service) == shared(id, Parties.intake) { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        throw Unexpected()
    }

    /// Waits for something.
    func until(_ isSo: () async throws -> Bool) async throws {
        for _ in 0..<2_000 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        throw Unexpected()
    }

    func shared(_ id: RecordID, _ party: Counterpart) throws -> SharedReferral? {
        try party.unit.flatMap { try state($0).referral(id)?.shared }
    }
}

extension SharedFact.Content {
    /// Every text that its message has a place for and its rules ask for.
    var prose: Prose {
        let parts: [Prose.Part] =
            switch self {
            case .withdrawn, .deleted, .serviceDeclined, .delayed: [.reasons]
            case .seen: [.information]
            case .offered: [.assessment, .childsView, .overruling, .advice, .placeName]
            case .offerAnswered(let answer): answer.childHeard ? [.childsView, .reasons] : [.notHeard, .reasons]
            case .acuteAnswered: [.assessment, .childsView, .placeName]
            case .breachJudged: [.reasons, .interimMeasures, .childsSituation]
            case .adviceAsked: [.question]
            case .adviceGiven, .frictionAnswered: [.answer]
            case .friction: [.events, .place]
            case .privateSolution: [.interimMeasures]
            case .fosterHome(let step): step.stage == .childHeard ? [.childsView] : []
            case .asked, .replaced, .supplemented, .acuteAsked, .stay, .taskDone: []
            }
        return Prose(Dictionary(uniqueKeysWithValues: parts.map { ($0, "Tekst \($0.rawValue)") }))
    }
}

extension Offer {
    static func usable(from day: CalendarDay, kind: MeasureKind = .careInstitution, answerBy: Instant) -> Offer {
        Offer(
            kind: kind,
            isDuty: true,
            place: .sample,
            usable: DaySpan(from: day, until: nil),
            isInterim: false,
            accord: .inLine,
            assessment: Assessment(childHeard: true),
            answerBy: answerBy,
            decidedAt: TestOffice.start,
            level: .regional,
            advice: TeamAdvice(isFollowed: false)
        )
    }
}

extension OfferedPlace {
    static var sample: OfferedPlace {
        guard let id = PlaceID("H-1"), let municipality = try? MunicipalityNumber(parsing: "1505") else {
            preconditionFailure("no place")
        }
        return OfferedPlace(id: id, ownership: .state, municipality: municipality, isInOwnRegion: true)
    }
}

/// Runs a test in an office whose messages are carried, and removes it afterwards.
func withReferrals<T: Sendable>(_ body: @Sendable (TestOffice) async throws -> T) async throws -> T {
    try await withFolder { folder in
        let clock = ManualClock(TestOffice.start)
        let store = FaultyStore(try SQLiteStore(path: folder + "/journal.sqlite") { clock.now })
        return try await TestOffice(folder: folder, store: store, masters: .generate(), clock: clock)
            .running(isCarrying: true, body)
    }
}
