import Casework
import Law

@testable import Office

/// An example of every kind of case event, with its kind and bytes as they have been since version 1.
enum GoldenCaseEvents {
    static let all: [UnitEvent] =
        caseEvents.map(UnitEvent.case) + [
            .reading(.explained(ExplainedReading(caseID: id(1), ground: .supervision, reason: "Klage"))),
            .reading(.reviewed),
        ]

    /// One line an event, in the order of ``all``.
    static let lines = """
        50 01019900000000700000000000000000010b5072c3b87665204261726e010b3034383531383630303234000108303030303030303\
        100010444617269020107566569656e20310104303030300000000431353035
        51 0101990000000070000000000000000002
        52 010c706572736f6e3a6a6f6e617301
        53 010c706572736f6e3a6a6f6e6173
        54 010c706572736f6e3a6d617265740554616e7465
        55 010c706572736f6e3a6d61726574044665696c
        56 01020652696e677465
        57 010199000000007000000000000000000304427265760f6170706c69636174696f6e2f706466d804030102ff01
        58 0106466572646967
        59 01064e792075726f
        60 01180138090452657474a8c002044665696c
        60 011a000a416e6e6574206261726e
        61 0101990000000070000000000000000004034d6f720001a8c00200010e6d6f72406578616d706c652e6e6f00010107566569656e2\
        03101043030303000
        62 0101990000000070000000000000000004010100010101990000000070000000000000000005
        63 0101990000000070000000000000000004
        64 010b3034383531383630303234
        65 01019900000000700000000000000000060001990000000070000000000000000002a8c002aec002
        65 010199000000007000000000000000000601
        66 01019900000000700000000000000000060c486a656d6d65626573c3b86b
        67 01019900000000700000000000000000060953616b6b796e646967
        68 010199000000007000000000000000000604034e656901
        69 01019900000000700000000000000000070003312e31016101620163010164016501016601
        69 010199000000007000000000000000000701030b546f206dc3a56e6564657200
        70 01010448617374
        71 01
        72 0101990000000070000000000000000008060205416b7574740201017805017a010448617374010101a8c002010432362d31
        73 010199000000007000000000000000000800020179
        73 010199000000007000000000000000000801
        73 010199000000007000000000000000000802
        73 01019900000000700000000000000000080301
        73 010199000000007000000000000000000804
        73 0101990000000070000000000000000008050200a8c002
        73 01019900000000700000000000000000080603
        73 01019900000000700000000000000000080707466c7974746574
        73 010199000000007000000000000000000808a8c002054665726965
        73 01019900000000700000000000000000080909457273746174746574
        74 010199000000007000000000000000000901990000000070000000000000000008010555656e6967
        75 0101990000000070000000000000000009
        76 010199000000007000000000000000000a0b4d65722073616d76c3a67200
        77 010199000000007000000000000000000a
        78 010199000000007000000000000000000b0199000000007000000000000000000803322e310a466f73746572686a656d010101019\
        9000000007000000000000000000c04313530350104313130330150
        78 010199000000007000000000000000000b0199000000007000000000000000000803342e320452c3a56400
        79 010199000000007000000000000000000b0505417474656e
        80 010199000000007000000000000000000d08010199000000007000000000000000000b02526f05536b6f6c6501a8c00200
        81 010199000000007000000000000000000d03427261000001990000000070000000000000000007
        82 010199000000007000000000000000000d074e7920706c616e
        83 010199000000007000000000000000000b05312e312e340132010b54696c2073c3b8736b656e02
        84 010199000000007000000000000000000b010406417674616c65
        85 010199000000007000000000000000000e0199000000007000000000000000000b02a8c002
        86 010199000000007000000000000000000e0199000000007000000000000000000b01010006547269766573
        87 010199000000007000000000000000000b01010001000106546f20c3a572
        88 010199000000007000000000000000000b020355726f
        89 01000161
        89 01010162
        89 01020163
        89 01030164
        90 010199000000007000000000000000000f03054d656c6474
        91 010199000000007000000000000000000f
        92 0101990000000070000000000000000010043033303102
        93 0101990000000070000000000000000010
        94 01019900000000700000000000000000060206332e312e3038000231380105466c797474
        100 010199000000007000000000000000000102054b6c616765
        101 01
        """

    private static let caseEvents: [CaseEvent] = theCase + people + investigation + decisions + measures + later

    private static func id(_ number: UInt64) -> RecordID { RecordID(high: 0x0199_0000_0000_7000, low: number) }

    private static let day = CalendarDay(year: 2026, month: 2, day: 16) ?? .earliest

    private static var number: PersonNumber {
        guard let day = CalendarDay(year: 2018, month: 5, day: 4),
            let number = (600...620).lazy.compactMap({ PersonNumber.synthetic(birthDay: day, serial: $0) }).first
        else { preconditionFailure("no synthetic number") }
        return number
    }

    private static let address = PostalAddress(lines: ["Veien 1"], postcode: "0000", town: nil)

    private static let person = CasePerson(
        name: "Prøve Barn",
        number: number,
        birthDay: nil,
        phone: "00000001",
        email: nil,
        interpreter: "Dari",
        residence: .hidden(HiddenAddress(hiding: address))
    )

    private static let theCase: [CaseEvent] = [
        .opened(
            CaseOpening(childID: id(1), child: person, isUnborn: false, expectedOn: nil, municipality: "1505")
        ),
        .concernAdded(id(2)),
        .assigned(actor("person:jonas"), .responsible),
        .relieved(actor("person:jonas")),
        .conflictDeclared(actor("person:maret"), reason: "Tante"),
        .conflictLifted(actor("person:maret"), reason: "Feil"),
        .noted(Note(kind: .telephone, text: "Ringte")),
        .documentAdded(
            CaseDocument(
                id: id(3),
                title: "Brev",
                mediaType: "application/pdf",
                size: 300,
                digest: [1, 2, 255],
                direction: .incoming
            )
        ),
        .closed(reason: "Ferdig"),
        .reopened(reason: "Ny uro"),
        .corrected(entry: 12, to: .event(.noted(Note(kind: .other, text: "Rett")), occurredOn: day), reason: "Feil"),
        .corrected(entry: 13, to: nil, reason: "Annet barn"),
    ]

    private static let people: [CaseEvent] = [
        .personSet(
            id(4),
            CasePerson(
                name: "Mor",
                number: nil,
                birthDay: day,
                phone: nil,
                email: "mor@example.no",
                interpreter: nil,
                residence: .open(address)
            )
        ),
        .relationSet(
            Relation(
                person: id(4),
                kind: .mother,
                hasResponsibility: true,
                livesWithChild: false,
                isParty: true,
                siblingCase: id(5)
            )
        ),
        .relationEnded(person: id(4)),
        .numberFound(number),
    ]

    private static let investigation: [CaseEvent] = [
        .investigationStarted(
            InvestigationStart(id: id(6), origin: .concern(id(2), receivedOn: day, reviewedOn: day.adding(days: 3)))
        ),
        .investigationStarted(InvestigationStart(id: id(6), origin: .ownInitiative)),
        .investigationPlanned(id(6), plan: "Hjemmebesøk"),
        .investigationExtended(id(6), reason: "Sakkyndig"),
        .investigationConcluded(
            id(6),
            InvestigationConclusion(outcome: .shelvedAtPartysWish, reason: "Nei", announcesNewInvestigation: true)
        ),
        .childHeard(
            Hearing(
                id: id(7),
                outcome: .heard(
                    ChildsView(
                        way: .conversation,
                        toldChild: "a",
                        heardAbout: "b",
                        said: "c",
                        agrees: .corrected("d"),
                        weight: "e",
                        mostImportant: "f"
                    )
                ),
                trustedPerson: .toldAndWants
            )
        ),
        .childHeard(
            Hearing(id: id(7), outcome: .notHeard(.tooYoung, reason: "To måneder"), trustedPerson: .notTold)
        ),
        .participationOverridden(.decision, reason: "Hast"),
        .overrideSeen,
    ]

    private static let decisions: [CaseEvent] = [
        .decided(
            Decision(
                id: id(8),
                kind: .acuteCare,
                maker: .leader,
                summary: "Akutt",
                parts: [.familyTies: "z", .facts: "x"],
                participation: .overridden(reason: "Hast"),
                consents: [Consent(giver: .child, isWritten: true, givenOn: day)],
                reference: "26-1"
            )
        ),
        .decisionStep(id(8), .completed(.assessment, "y")),
        .decisionStep(id(8), .implemented),
        .decisionStep(id(8), .sentToTribunal),
        .decisionStep(id(8), .controlled(upheld: true)),
        .decisionStep(id(8), .petitionSent),
        .decisionStep(id(8), .consentAdded(Consent(giver: .parents, isWritten: false, givenOn: day))),
        .decisionStep(id(8), .consentWithdrawn(.careMunicipality)),
        .decisionStep(id(8), .withdrawalHandled(reason: "Flyttet")),
        .decisionStep(id(8), .implementationExtended(until: day, reason: "Ferie")),
        .decisionStep(id(8), .ended(reason: "Erstattet")),
        .complaintReceived(Complaint(id: id(9), decision: id(8), goesToTribunal: true, text: "Uenig")),
        .complaintForwarded(id(9)),
        .demandReceived(PartyDemand(id: id(10), text: "Mer samvær", isExtended: false)),
        .demandSent(id(10)),
    ]

    private static let measures: [CaseEvent] = [
        .measureStarted(
            MeasureStart(
                id: id(11),
                decision: id(8),
                category: "2.1",
                text: "Fosterhjem",
                placement: PlacementStart(
                    home: .fosterHome,
                    caretaker: id(12),
                    careMunicipality: "1505",
                    fosterMunicipality: "1103",
                    distance: 40
                )
            )
        ),
        .measureStarted(MeasureStart(id: id(11), decision: id(8), category: "4.2", text: "Råd", placement: nil)),
        .measureEnded(id(11), MeasureEnd(cause: .turned18, text: "Atten")),
        .planMade(
            CasePlan(
                id: id(13),
                kind: .afterAcuteDecision,
                measures: [id(11)],
                goals: "Ro",
                content: "Skole",
                evaluateBy: day,
                until: nil
            )
        ),
        .planEvaluated(PlanEvaluation(plan: id(13), text: "Bra", next: nil, participation: .hearing(id(7)))),
        .planEnded(id(13), reason: "Ny plan"),
        .relocated(
            Relocation(
                measure: id(11),
                reason: "1.1.4",
                destination: "2",
                isPlanned: true,
                text: "Til søsken",
                participation: .acute
            )
        ),
        .fosterAgreement(FosterAgreement(measure: id(11), permanentWithVisits: 2, text: "Avtale")),
        .visitPlanned(PlannedVisit(id: id(14), measure: id(11), kind: .supervision, plannedFor: day)),
        .visited(
            Visit(
                id: id(14),
                measure: id(11),
                kind: .followUp,
                isPhysical: true,
                talkedWithChild: false,
                report: "Trives"
            )
        ),
        .visitsReduced(
            VisitReduction(
                measure: id(11),
                kind: .followUp,
                childHeard: true,
                fosterParentsHeard: false,
                childConsents: true,
                careMunicipalityConsents: false,
                byUkraineException: true,
                reason: "To år"
            )
        ),
        .reductionEnded(measure: id(11), .supervision, reason: "Uro"),
    ]

    private static let later: [CaseEvent] = [
        .aftercare(.contacted(text: "a")),
        .aftercare(.accepted(text: "b")),
        .aftercare(.declinedForOther(text: "c")),
        .aftercare(.declined(text: "d")),
        .seriousEvent(SeriousEvent(id: id(15), kind: .sexualAbuse, text: "Meldt")),
        .governorInformed(id(15)),
        .childMoved(ChildMove(id: id(16), municipality: "0301", need: .followUp)),
        .newServiceNotified(id(16)),
        .investigationGrounded(id(6), [StatedCode("3.1.08"), StatedCode("18", "Flytt")]),
    ]
}
