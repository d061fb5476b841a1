import Casework
import Law

@testable import Office

/// An event with its kind and its bytes, as they have been since version 1.
struct GoldenEvent: Sendable {
    let kind: UInt16
    let event: UnitEvent
    /// The bytes in hexadecimal digits.
    let text: String

    var bytes: [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }

    static let all: [GoldenEvent] = [
        GoldenEvent(
            kind: 1,
            event: .concern(.received(publicReport)),
            text: """
                01000d5072c3b87665204d656c646572064cc3a6726572083030303030303031116d656c646572406578616d706c652e\
                6e6f0c5072c3b87665736b6f6c656e0109303030313233343536010207566569656e203100010430303030000b5072c3\
                b87665204261726e010b30343835313836303032340000000001084e6f726476c3a5670001000109466f72206c697465\
                6e000004010f5072c3b8766520466f72656c6465720108303030303030303201000b46727973657220f09f988001024a\
                610000010350505404313530350c4b7269737469616e73756e6402303000018090a2e0a5bba5060c5072c3b87665736b\
                6f6c656e000c6f6666656e746c69672e7632036d2d31010199000000007000800000000000000102010a6c6174657246\
                69656c640180acbe99a6bba506
                """
        ),
        GoldenEvent(
            kind: 1,
            event: .concern(.received(privateReport)),
            text: """
                01010b5072c3b87665204e61626f0000000006756b6a656e740100000001083030303030303033000001013301044e61\
                626f000000000104456e69670104446172690000000000000001000000000001
                """
        ),
        GoldenEvent(kind: 2, event: .concern(.opened), text: "01"),
        GoldenEvent(kind: 3, event: .concern(.childMatched(number)), text: "010b3034383531383630303234"),
        GoldenEvent(
            kind: 4,
            event: .concern(.childNotFound(reason: "Ukjent på adressen")),
            text: """
                0113556b6a656e742070c3a520616472657373656e
                """
        ),
        GoldenEvent(kind: 5, event: .concern(.urgencySet(true)), text: "0101"),
        GoldenEvent(
            kind: 6,
            event: .concern(
                .reviewed(ConcernReview(outcome: .shelved(.otherService, reason: .written("Nei")), isAtOnce: false))
            ),
            text: "01000800034e656900"
        ),
        GoldenEvent(
            kind: 6,
            event: .concern(
                .reviewed(
                    ConcernReview(outcome: .shelved(.noReason, reason: .plainlyGroundless), isAtOnce: false)
                )
            ),
            text: "01000a0100"
        ),
        GoldenEvent(
            kind: 6,
            event: .concern(.reviewed(ConcernReview(outcome: .investigate(id), isAtOnce: true))),
            text: "01010199000000007000800000000000000101"
        ),
        GoldenEvent(
            kind: 7,
            event: .concern(.reporterAnswered([.confirmation, .investigationOpened])),
            text: "01020102"
        ),
        GoldenEvent(
            kind: 8,
            event: .concern(.answerOmitted(.followUp, .specialCircumstances(reason: "Fare"))),
            text: "0103010446617265"
        ),
        GoldenEvent(kind: 8, event: .concern(.answerOmitted(.confirmation, .unreachable)), text: "010102"),
        GoldenEvent(
            kind: 9,
            event: .concern(
                .coded(
                    ConcernCodes(
                        reporters: [StatedCode("11"), StatedCode("22", "Havn")],
                        contents: [StatedCode("2.4.05")]
                    )
                )
            ),
            text: "01020231310002323201044861766e0106322e342e303500"
        ),
        GoldenEvent(
            kind: 20,
            event: .workItem(.raised(item)),
            text: """
                0103010e2f6b6f6d6d756e656e756d6d657204313130330f656e20736f6d206265746a656e6573044665696c01990000\
                0000700080000000000000010d73656e6465723a706f7274616c036d2d32097072697661742e7631\
                80acbe99a6bba506
                """
        ),
        GoldenEvent(kind: 21, event: .workItem(.taken), text: "01"),
        GoldenEvent(kind: 22, event: .workItem(.closed(reason: "Søppelpost")), text: "010b53c3b87070656c706f7374"),
        GoldenEvent(kind: 23, event: .workItem(.forwarded(to: unit)), text: "01076e6f7264766167"),
        GoldenEvent(kind: 24, event: .workItem(.sentBack(reason: "Søppelpost")), text: "010b53c3b87070656c706f7374"),
        GoldenEvent(
            kind: 30,
            event: .sentList(sentList),
            text: """
                010d73656e6465723a706f7274616ca8c00202036d2d310102616200023030036d2d3200010431353035023037
                """
        ),
        GoldenEvent(kind: 31, event: .alsoKnown(at: unit, sequence: 300), text: "01076e6f7264766167d804"),
        GoldenEvent(kind: 40, event: .tombstone(id), text: "0101990000000070008000000000000001"),
    ]

    private static let id = RecordID(high: 0x0199_0000_0000_7000, low: 0x8000_0000_0000_0001)

    private static var unit: UnitID {
        do { return try UnitID(parsing: "nordvag") } catch { preconditionFailure("\(error)") }
    }

    private static var district: DistrictNumber {
        do { return try DistrictNumber(parsing: "07") } catch { preconditionFailure("\(error)") }
    }

    private static var number: PersonNumber {
        guard let day = CalendarDay(year: 2018, month: 5, day: 4),
            let number = (600...620).lazy.compactMap({ PersonNumber.synthetic(birthDay: day, serial: $0) }).first
        else { preconditionFailure("no synthetic number") }
        return number
    }

    private static var publicReport: ReceivedConcern {
        ReceivedConcern(
            concern: Concern(
                origin: .publicBody(
                    PublicReporter(
                        name: "Prøve Melder",
                        role: "Lærer",
                        phone: "00000001",
                        email: "melder@example.no",
                        organisation: "Prøveskolen",
                        organisationNumber: "000123456",
                        organisationAddress: PostalAddress(lines: ["Veien 1", ""], postcode: "0000", town: nil)
                    )
                ),
                child: ConcernedChild(
                    name: "Prøve Barn",
                    number: number,
                    unreadableNumber: "",
                    isUnborn: false,
                    address: PostalAddress(lines: [], postcode: nil, town: "Nordvåg"),
                    phone: nil,
                    isInformed: false,
                    informedReason: "For liten",
                    assumedAge: nil,
                    relation: nil
                ),
                otherChildren: 2,
                guardians: [
                    Guardian(name: "Prøve Forelder", phone: "00000002", isInformed: true, informedReason: nil)
                ],
                worry: "Fryser 😀",
                history: "Ja",
                otherViews: nil,
                interpreter: nil,
                otherServices: "PPT",
                address: ConcernAddress(
                    municipality: "1505",
                    municipalityName: "Kristiansund",
                    district: "00",
                    districtName: ""
                ),
                sentAt: Instant(microseconds: 1_771_232_400_000_000),
                channel: "Prøveskolen"
            ),
            channel: .message(form: "offentlig.v2"),
            messageID: "m-1",
            rawID: id,
            childIndex: 1,
            irregularities: ["laterField"],
            isUrgent: true,
            receivedAt: Instant(microseconds: 1_771_232_460_000_000)
        )
    }

    private static var privateReport: ReceivedConcern {
        ReceivedConcern(
            concern: Concern(
                origin: .privatePerson(PrivateReporter(name: "Prøve Nabo", phone: "", address: nil)),
                child: ConcernedChild(
                    name: "",
                    number: nil,
                    unreadableNumber: "ukjent",
                    isUnborn: true,
                    address: PostalAddress(lines: [], postcode: nil, town: nil),
                    phone: "00000003",
                    isInformed: nil,
                    informedReason: nil,
                    assumedAge: "3",
                    relation: "Nabo"
                ),
                otherChildren: 0,
                guardians: [],
                worry: "",
                history: nil,
                otherViews: "Enig",
                interpreter: "Dari",
                otherServices: nil,
                address: ConcernAddress(municipality: "", municipalityName: "", district: "", districtName: ""),
                sentAt: nil,
                channel: ""
            ),
            channel: .typedIn,
            messageID: "",
            rawID: nil,
            childIndex: 0,
            irregularities: [],
            isUrgent: false,
            receivedAt: Instant(microseconds: -1)
        )
    }

    private static var item: WorkItem {
        WorkItem(
            problem: .notServed,
            details: [
                WorkItem.Detail(pointer: "/kommunenummer", found: "1103", expected: "en som betjenes", message: "Feil")
            ],
            rawID: id,
            sender: actor("sender:portal"),
            messageID: "m-2",
            form: "privat.v1",
            receivedAt: Instant(microseconds: 1_771_232_460_000_000)
        )
    }

    private static var sentList: SentList {
        SentList(
            sender: actor("sender:portal"),
            day: CalendarDay(year: 2026, month: 2, day: 16) ?? .earliest,
            lines: [
                SentList.Line(messageID: "m-1", digest: "ab"),
                SentList.Line(
                    messageID: "m-2",
                    digest: nil,
                    municipality: try? MunicipalityNumber(parsing: "1505"),
                    district: district
                ),
            ]
        )
    }
}
