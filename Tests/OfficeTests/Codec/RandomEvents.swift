import Casework
import Law
import TestSupport

@testable import Office

/// Draws events with texts that are hard on lengths and encodings.
struct RandomEvents {
    var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func event() throws -> UnitEvent {
        switch Int.random(in: 0..<21, using: &generator) {
        case 0, 1: .concern(.received(try received()))
        case 2: .concern(.opened)
        case 3: .concern(.childMatched(try number()))
        case 4: .concern(.childNotFound(reason: text()))
        case 5: .concern(.urgencySet(.random(using: &generator)))
        case 6: .workItem(.raised(item()))
        case 7:
            .workItem(
                [.taken, .closed(reason: text()), .sentBack(reason: text())].randomElement(using: &generator) ?? .taken
            )
        case 8: .workItem(.forwarded(to: try UnitID(parsing: "unit-\(Int.random(in: 0..<99, using: &generator))")))
        case 9: .sentList(sentList())
        case 10: .alsoKnown(at: try UnitID(parsing: "nordvag"), sequence: .random(in: 1...99_999, using: &generator))
        case 11: .concern(.reviewed(review()))
        case 12: .concern(answer())
        case 13:
            .reading(
                Bool.random(using: &generator)
                    ? .reviewed : .explained(ExplainedReading(caseID: id(), ground: .need, reason: text()))
            )
        case 14: .concern(.coded(ConcernCodes(reporters: list { $0.stated() }, contents: list { $0.stated() })))
        case 15...19: .case(try caseEvent())
        default: .tombstone(id())
        }
    }

    mutating func review() -> ConcernReview {
        let written = ConcernReview.ShelvingReason.written(text())
        let cause = ConcernReview.ShelvingCause.allCases.randomElement(using: &generator) ?? .noReason
        let outcomes: [ConcernReview.Outcome] = [
            .shelved(cause, reason: Bool.random(using: &generator) ? .plainlyGroundless : written),
            .investigate(id()), .addedToRunning(id()), .activeMeasures(id()),
        ]
        return ConcernReview(
            outcome: outcomes.randomElement(using: &generator) ?? .investigate(id()),
            isAtOnce: .random(using: &generator)
        )
    }

    mutating func answer() -> ConcernEvent {
        let omissions: [AnswerOmission] = [.plainlyGroundless, .specialCircumstances(reason: text()), .unreachable]
        let answers = ReporterAnswer.allCases.shuffled(using: &generator)
        return Bool.random(using: &generator)
            ? .reporterAnswered(Array(answers.prefix(Int.random(in: 0...3, using: &generator))))
            : .answerOmitted(answers[0], omissions.randomElement(using: &generator) ?? .unreachable)
    }

    mutating func stated() -> StatedCode { StatedCode(text(), optional { $0.text() }) }

    mutating func text() -> String {
        let parts = ["Áile", "", "Nguyễn", "\u{0}", "😀", "e\u{301}", "\n", "<b>", "\u{FEFF}", "x", "long text "]
        return (0..<Int.random(in: 0...40, using: &generator)).map { _ in
            parts.randomElement(using: &generator) ?? ""
        }.joined()
    }

    mutating func optional<Value>(_ make: (inout RandomEvents) throws -> Value) rethrows -> Value? {
        Bool.random(using: &generator) ? try make(&self) : nil
    }

    mutating func list<Value>(_ make: (inout RandomEvents) throws -> Value) rethrows -> [Value] {
        try (0..<Int.random(in: 0...4, using: &generator)).map { _ in try make(&self) }
    }

    mutating func id() -> RecordID { RecordID(high: generator.next(), low: generator.next()) }

    mutating func instant() -> Instant { Instant(microseconds: Int64(bitPattern: generator.next())) }

    mutating func day() -> CalendarDay {
        CalendarDay.earliest.adding(days: Int.random(in: 0...3_600_000, using: &generator))
    }

    mutating func number() throws -> PersonNumber {
        let birthDay = try CalendarDay(parsing: "2015-03-01").adding(days: Int.random(in: 0...3000, using: &generator))
        guard
            let number = PersonNumber.synthetic(birthDay: birthDay, serial: 600)
                ?? .synthetic(birthDay: birthDay, serial: 601)
        else { return try self.number() }
        return number
    }

    mutating func address() -> PostalAddress {
        PostalAddress(lines: list { $0.text() }, postcode: optional { $0.text() }, town: optional { $0.text() })
    }

    mutating func received() throws -> ReceivedConcern {
        ReceivedConcern(
            concern: try concern(),
            channel: Bool.random(using: &generator) ? .typedIn : .message(form: text()),
            messageID: text(),
            rawID: optional { $0.id() },
            childIndex: Int.random(in: -3...9, using: &generator),
            irregularities: list { $0.text() },
            isUrgent: .random(using: &generator),
            receivedAt: instant()
        )
    }

    private mutating func concern() throws -> Concern {
        Concern(
            origin: origin(),
            child: try child(),
            otherChildren: Int.random(in: 0...9, using: &generator),
            guardians: list {
                Guardian(
                    name: $0.text(),
                    phone: $0.optional { $0.text() },
                    isInformed: .random(using: &$0.generator),
                    informedReason: $0.optional { $0.text() }
                )
            },
            worry: text(),
            history: optional { $0.text() },
            otherViews: optional { $0.text() },
            interpreter: optional { $0.text() },
            otherServices: optional { $0.text() },
            address: ConcernAddress(
                municipality: text(),
                municipalityName: text(),
                district: text(),
                districtName: text()
            ),
            sentAt: optional { $0.instant() },
            channel: text()
        )
    }

    private mutating func origin() -> Concern.Origin {
        Bool.random(using: &generator)
            ? .privatePerson(PrivateReporter(name: text(), phone: text(), address: optional { $0.address() }))
            : .publicBody(
                PublicReporter(
                    name: text(),
                    role: text(),
                    phone: text(),
                    email: text(),
                    organisation: text(),
                    organisationNumber: optional { $0.text() },
                    organisationAddress: optional { $0.address() }
                )
            )
    }

    private mutating func child() throws -> ConcernedChild {
        ConcernedChild(
            name: text(),
            number: try optional { try $0.number() },
            unreadableNumber: text(),
            isUnborn: .random(using: &generator),
            address: address(),
            phone: optional { $0.text() },
            isInformed: optional { .random(using: &$0.generator) },
            informedReason: optional { $0.text() },
            assumedAge: optional { $0.text() },
            relation: optional { $0.text() }
        )
    }

    mutating func item() -> WorkItem {
        WorkItem(
            problem: WorkItem.Problem.allCases.randomElement(using: &generator) ?? .unreadable,
            details: list {
                WorkItem.Detail(pointer: $0.text(), found: $0.text(), expected: $0.text(), message: $0.text())
            },
            rawID: id(),
            sender: actor("sender:portal"),
            messageID: text(),
            form: text(),
            receivedAt: instant()
        )
    }

    mutating func sentList() -> SentList {
        SentList(
            sender: actor("sender:portal"),
            day: day(),
            lines: list { events in
                SentList.Line(
                    messageID: events.text(),
                    digest: events.optional { $0.text() },
                    municipality: events.optional { $0.generator.next() % 2 == 0 ? "0301" : "1505" }
                        .flatMap { try? MunicipalityNumber(parsing: $0) }
                )
            }
        )
    }
}
