import Law
import Testing

@testable import Casework

struct `The coding of a report` {
    static let nurse = StatedCode("10")

    /// A report that was received on this day.
    private static func concern(on day: CalendarDay) -> ConcernFacts {
        let made = `The review of a report`.concern()
        return ConcernFacts(
            id: made.id,
            sequence: made.sequence,
            receivedAt: made.receivedAt,
            receivedOn: day,
            sentAt: nil,
            isPublic: made.isPublic,
            isTypedIn: made.isTypedIn,
            municipality: made.municipality,
            otherChildren: made.otherChildren,
            rawID: nil,
            identity: made.identity,
            isUrgent: made.isUrgent,
            openedBy: nil,
            openedAt: nil,
            review: nil,
            answers: [],
            codedAt: nil
        )
    }

    private func decide(
        _ reporters: [StatedCode],
        _ contents: [StatedCode],
        received: CalendarDay = Told.day(0),
        in facts: CaseFacts? = nil,
        on day: CalendarDay? = nil
    ) -> Result<ConcernEvent, CaseRefusal> {
        let codes = ConcernCodes(reporters: reporters, contents: contents)
        return CodingCommand(codes: codes, on: day ?? max(received, Told.day(9)))
            .decide(on: Self.concern(on: received), in: facts, by: Told.worker, today: max(received, Told.day(30)))
    }

    @Test(arguments: [
        ("15", "2024-12-31", true), ("15", "2025-01-01", false),
        ("24", "2024-12-31", false), ("24", "2025-01-01", true), ("25", "2025-01-01", true),
        ("11", "2025-12-31", true), ("11", "2026-01-01", true), ("26", "2026-01-01", false), ("", "2026-01-01", false),
    ])
    func `takes a reporter of the list as it was on the day of the report`(code: String, day: String, isValid: Bool)
        throws
    {
        let decided = decide([StatedCode(code)], [], received: try CalendarDay(parsing: day))
        let codes = ConcernCodes(reporters: [StatedCode(code)], contents: [])
        #expect(decided == (isValid ? .success(.coded(codes)) : .failure(.codeNotInForce(.reporters, code))))
    }

    @Test(arguments: [
        ("3", "2025-12-31", true), ("3", "2026-01-01", false),
        ("3.1.08", "2025-12-31", false), ("3.1.08", "2026-01-01", true),
        ("32", "2024-12-31", false), ("32", "2025-01-01", true),
    ])
    func `takes a content of the list as it was on the day of the report`(code: String, day: String, isValid: Bool)
        throws
    {
        let decided = decide([], [StatedCode(code)], received: try CalendarDay(parsing: day))
        let codes = ConcernCodes(reporters: [], contents: [StatedCode(code)])
        #expect(decided == (isValid ? .success(.coded(codes)) : .failure(.codeNotInForce(.contents, code))))
    }

    @Test(arguments: [
        ([StatedCode("22")], [StatedCode](), CaseRefusal?.some(.specificationMissing(.reporters, "22"))),
        ([StatedCode("22", " \n")], [], .specificationMissing(.reporters, "22")),
        ([StatedCode("22", "Havnevesenet")], [], nil),
        ([StatedCode("11", "Rektor")], [], nil),
        ([StatedCode("11"), StatedCode("10")], [], nil),
        ([StatedCode("11"), StatedCode("11", "Rektor")], [], .codeStatedTwice(.reporters, "11")),
        ([], [], .codesMissing(.reporters)),
        ([], [StatedCode("2.4.05"), StatedCode("2.4.05")], .codeStatedTwice(.contents, "2.4.05")),
    ])
    func `needs a code, each once, and words where a code says nothing by itself`(
        reporters: [StatedCode],
        contents: [StatedCode],
        refusal: CaseRefusal?
    ) {
        let decided = decide(reporters, contents)
        #expect(
            decided == refusal.map(Result.failure) ?? .success(.coded(.init(reporters: reporters, contents: contents)))
        )
    }

    @Test(arguments: ["18", "19"])
    func `needs words of what is another content, as long as the list has that`(code: String) throws {
        let day = try CalendarDay(parsing: "2025-06-02")
        let bare = decide([], [StatedCode(code)], received: day)
        #expect(bare == .failure(.specificationMissing(.contents, code)))
        #expect((try? decide([], [StatedCode(code, "Flytting.")], received: day).get()) != nil)
    }

    @Test func `is not for whoever has a conflict of interest, and not of another time`() throws {
        var story = CaseStory()
        #expect(story.tell(.conflictDeclared(Told.worker, reason: "Nabo."), on: 0) == nil)
        #expect(decide([Self.nurse], [], in: story.facts) == .failure(.hasConflictOfInterest))
        #expect(decide([Self.nurse], [], on: Told.day(31)) == .failure(.dayInFuture))
        #expect(decide([Self.nurse], [], on: Told.day(-1)) == .failure(.dayTooEarly(Told.day(0))))
    }

    @Test func `counts as it was told last, and before the report is reviewed too`() throws {
        var concern = Self.concern(on: Told.day(0))
        #expect(concern.codedAt == nil)
        for (day, entry) in [(3, 7), (5, 9)] {
            let event = try decide([Self.nurse], [], on: Told.day(day)).get()
            concern.apply(event, by: Told.worker, at: Instant(microseconds: 0), on: Told.day(day), entry: entry)
            #expect(concern.codedAt == Dated(on: Told.day(day), entry: entry))
        }
        #expect(concern.review == nil && concern.answers.isEmpty)
    }
}
