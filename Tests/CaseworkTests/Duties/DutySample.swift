import Law

@testable import Casework

/// Facts for the tests of duties, as short as the tests can read them.
enum DutySample {
    static func day(_ text: String) throws -> CalendarDay {
        try CalendarDay(parsing: text)
    }

    static func id(_ number: UInt64) -> RecordID { RecordID(high: 1, low: number) }

    static func at(_ day: CalendarDay) -> Dated { Dated(on: day, entry: 2) }

    static func facts(born: CalendarDay? = nil, opened: CalendarDay = .earliest) -> CaseFacts {
        let child = CasePerson(
            name: "",
            number: nil,
            birthDay: born,
            phone: nil,
            email: nil,
            interpreter: nil,
            residence: nil
        )
        let opening = CaseOpening(
            childID: id(1),
            child: child,
            isUnborn: false,
            expectedOn: nil,
            municipality: "0301"
        )
        return CaseFacts(opening, id: id(2), sequence: 1, on: opened)
    }

    static func concern(
        _ received: CalendarDay,
        number: UInt64 = 10,
        isPublic: Bool = false,
        review: ReviewFacts? = nil,
        answers: [AnswerFacts] = []
    ) -> ConcernFacts {
        ConcernFacts(
            id: id(number),
            sequence: 1,
            receivedAt: Instant(microseconds: 0),
            receivedOn: received,
            sentAt: nil,
            isPublic: isPublic,
            isTypedIn: false,
            municipality: "0301",
            otherChildren: 0,
            rawID: nil,
            identity: .numbered,
            isUrgent: false,
            openedBy: nil,
            openedAt: nil,
            review: review,
            answers: answers,
            codedAt: nil
        )
    }

    static func review(
        _ outcome: ReviewFacts.Outcome,
        on day: CalendarDay,
        isPlainlyGroundless: Bool = false
    ) -> ReviewFacts {
        ReviewFacts(
            outcome: outcome,
            caseID: outcome == .shelved ? nil : id(2),
            isPlainlyGroundless: isPlainlyGroundless,
            isAtOnce: false,
            at: at(day)
        )
    }

    static func investigation(
        number: UInt64 = 20,
        receivedOn received: CalendarDay,
        extended: CalendarDay? = nil,
        concluded: CalendarDay? = nil,
        outcome: InvestigationConclusion.Outcome = .measures,
        announcesNew: Bool = false
    ) -> InvestigationFacts {
        InvestigationFacts(
            start: InvestigationStart(
                id: id(number),
                origin: .concern(id(10), receivedOn: received, reviewedOn: received)
            ),
            started: at(received),
            planned: nil,
            extended: extended.map { at($0) },
            concluded: concluded.map { .init(outcome: outcome, announcesNewInvestigation: announcesNew, at: at($0)) }
        )
    }

    static func decision(_ kind: Decision.Kind, made: CalendarDay, maker: Decision.Maker = .leader) -> DecisionFacts {
        DecisionFacts(
            id: id(30),
            kind: kind,
            maker: maker,
            made: at(made),
            missing: [],
            isAcute: kind.petitionRule != nil,
            consents: [],
            implemented: nil,
            sentToTribunal: nil,
            controlled: nil,
            petitionSent: nil,
            implementationExtendedTo: nil,
            ended: nil
        )
    }

    static func measure(
        _ started: CalendarDay,
        ended: CalendarDay? = nil,
        home: PlacementStart.Home? = nil
    ) -> MeasureFacts {
        let placement = home.map {
            PlacementFacts(
                start: PlacementStart(
                    home: $0,
                    caretaker: nil,
                    careMunicipality: "0301",
                    fosterMunicipality: "3301",
                    distance: nil
                ),
                relocation: nil
            )
        }
        return MeasureFacts(
            id: id(40),
            decision: id(30),
            category: "2.1",
            started: at(started),
            ended: ended.map { at($0) },
            endCause: nil,
            placement: placement
        )
    }

    static func visit(_ kind: Visit.Kind, on day: CalendarDay, isPhysical: Bool = true) -> VisitFacts {
        VisitFacts(id: id(50), kind: kind, isPhysical: isPhysical, talkedWithChild: true, at: at(day))
    }
}
