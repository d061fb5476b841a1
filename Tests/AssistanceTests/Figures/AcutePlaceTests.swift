import Law
import Testing

@testable import Assistance

/// Needed on 1 March in every story, asked for that morning.
struct `An acute place` {
    private func story(_ story: (inout Conversation, RecordID) -> Void) throws -> Conversation {
        var conversation = Conversation()
        let asked = OsloTime.instant(of: "2026-03-01", hour: 8)
        let request = try #require(
            AcuteRequest.sample(neededBy: OsloTime.instant(of: "2026-03-01", hour: 11), decidedAt: asked)
        )
        let id = conversation.tell(.acuteAsked(request), on: "2026-03-01")
        story(&conversation, id)
        return conversation
    }

    private func answer(
        _ status: AcuteAnswer.Status,
        _ day: CalendarDay,
        _ hour: Int = 12,
        isNamed: Bool = true,
        place: OfferedPlace? = .sample,
        accord: Accord = .inLine
    ) -> SharedFact.Content {
        let at = OsloTime.instant(of: day, hour: hour)
        return .acuteAnswered(.sample(status, at: at, isNamed: isNamed, place: place, accord: accord))
    }

    private func kinds(_ conversation: Conversation, _ today: CalendarDay) -> Set<OpenStep.Kind> {
        let steps = conversation.shared.openSteps(now: today.evening, today: today)
        return Set(steps.map(\.kind)).subtracting([.see])
    }

    @Test(
        arguments: zip(
            ["2026-03-02", "2026-03-03", "2026-03-12", "2026-03-13", "2026-03-14"] as [CalendarDay],
            [0, 1, 10, 10, 10]
        )
    )
    func `stops the days until it is lost, and from when another is ready`(today: CalendarDay, expected: Int) throws {
        let conversation = try story { conversation, request in
            conversation.tell(answer(.ready, "2026-03-01"), on: "2026-03-01", about: request)
            conversation.tell(answer(.noneYet, "2026-03-02", isNamed: false), on: "2026-03-02", about: request)
            conversation.tell(answer(.ready, "2026-03-12"), on: "2026-03-12", about: request)
        }
        #expect(conversation.figures(today).daysPastWanted == expected)
    }

    @Test func `that is lost leaves the days running, the hours unmet and the state to find another`() throws {
        let conversation = try story { conversation, request in
            conversation.tell(answer(.ready, "2026-03-01"), on: "2026-03-01", about: request)
            conversation.tell(answer(.noneYet, "2026-03-02", isNamed: false), on: "2026-03-02", about: request)
        }
        let figures = conversation.figures("2026-03-09")
        #expect(figures.daysPastWanted == 7)
        #expect(figures.isRunning && figures.stopsOn == nil)
        #expect(figures.breaches.map(\.span) == [DaySpan(from: "2026-03-02", until: "2026-03-09")])
        #expect(kinds(conversation, "2026-03-02") == [.offer])
        #expect(conversation.shared.openSteps(now: .latest, today: "2026-03-02").first?.owner == .state)
        let hours = conversation.shared.acuteHours(now: CalendarDay("2026-03-02").evening)
        #expect(hours?.ready == nil && hours?.offered == nil && hours?.isPast(.usual) == true)
    }

    @Test func `that the state takes back stopped the days until then`() throws {
        let conversation = try story { conversation, request in
            let ready = conversation.tell(answer(.ready, "2026-03-01"), on: "2026-03-01", about: request)
            conversation.tell(.withdrawn, on: "2026-03-05", by: .state, about: ready)
        }
        #expect(conversation.figures("2026-03-09").daysPastWanted == 4)
        #expect(kinds(conversation, "2026-03-02").contains(.offer))
    }

    @Test func `lost and found again on the same day leaves no day between`() throws {
        let conversation = try story { conversation, request in
            conversation.tell(answer(.ready, "2026-03-01"), on: "2026-03-01", about: request)
            conversation.tell(answer(.noneYet, "2026-03-02", 10, isNamed: false), on: "2026-03-02", about: request)
            conversation.tell(answer(.ready, "2026-03-02", 11), on: "2026-03-02", about: request)
        }
        #expect(conversation.figures("2026-03-09").daysPastWanted == 0)
        let hours = conversation.shared.acuteHours(now: CalendarDay("2026-03-09").noon)
        #expect(hours?.ready == OsloTime.instant(of: "2026-03-02", hour: 11))
    }

    @Test func `does not reach back before the last word that there was none`() throws {
        let conversation = try story { conversation, request in
            conversation.tell(answer(.noneYet, "2026-03-06", isNamed: false), on: "2026-03-06", about: request)
            conversation.tell(answer(.ready, "2026-03-01"), on: "2026-03-08", about: request)
        }
        #expect(conversation.figures("2026-03-09").daysPastWanted == 5)
    }

    @Test func `is none to something else that is asked for instead`() throws {
        let conversation = try story { conversation, request in
            conversation.tell(answer(.ready, "2026-03-01"), on: "2026-03-01", about: request)
            var anew = Referral.fosterHome(wanted: "2026-03-01")
            anew.kind = .careInstitution
            conversation.tell(.replaced(anew), on: "2026-03-04", by: .municipality, about: request)
        }
        #expect(conversation.figures("2026-03-09").daysPastWanted == 5)
        #expect(kinds(conversation, "2026-03-04").contains(.offer))
    }

    @Test func `that departs stops nothing, and the state still has to find one when the child lives in it`() throws {
        var conversation = try story { conversation, request in
            conversation.tell(answer(.ready, "2026-03-01", accord: .departs), on: "2026-03-01", about: request)
        }
        #expect(kinds(conversation, "2026-03-01") == [.offer, .tellArrival])
        let request = conversation.facts[0].id
        let came = conversation.tell(
            answer(.arrived, "2026-03-01", 15, isNamed: false),
            on: "2026-03-01",
            about: request
        )
        #expect(kinds(conversation, "2026-03-01") == [.offer, .startStay])
        conversation.tell(.started("2026-03-01"), on: "2026-03-01", by: .municipality, about: came)
        let figures = conversation.figures("2026-03-05")
        #expect(figures.daysPastWanted == 4 && figures.isRunning)
        #expect(figures.breaches.map(\.kind) == [.notInLine])
        #expect(kinds(conversation, "2026-03-01") == [.offer])
        #expect(conversation.shared.acuteHours(now: CalendarDay("2026-03-05").noon)?.isPast(.usual) == true)
        #expect(conversation.shared.phase(today: "2026-03-05") == .open)
        // Then one that will do.
        conversation.tell(answer(.ready, "2026-03-06", place: .other), on: "2026-03-06", about: request)
        #expect(conversation.figures("2026-03-09").daysPastWanted == 5)
        #expect(kinds(conversation, "2026-03-07") == [.tellArrival, .judgeBreach])
    }

    @Test func `is no ground for a stay once it is lost, and stays one for a stay that began before`() throws {
        var ready: RecordID?
        var conversation = try story { conversation, request in
            ready = conversation.tell(answer(.ready, "2026-03-01"), on: "2026-03-01", about: request)
            conversation.tell(answer(.noneYet, "2026-03-03", isNamed: false), on: "2026-03-03", about: request)
        }
        func refusal(_ day: CalendarDay) -> AssistanceRefusal? {
            let command = ReferralCommand(about: ready, content: .started(day), prose: Prose())
            let today: CalendarDay = "2026-03-05"
            let decided = conversation.shared.decide(command, by: .municipality, now: today.noon, today: today)
            if case .failure(let refusal) = decided { return refusal }
            return nil
        }
        #expect(refusal("2026-03-04") == .notAccepted)
        #expect(refusal("2026-03-03") == nil)
        conversation.tell(.started("2026-03-04"), on: "2026-03-05", by: .municipality, about: ready)
        #expect(conversation.shared.stays.isEmpty)
        conversation.tell(.started("2026-03-02"), on: "2026-03-05", by: .municipality, about: ready)
        #expect(conversation.shared.phase(today: "2026-03-05") == .placed)
        #expect(conversation.figures("2026-03-09").daysPastWanted == 0)
        let hours = conversation.shared.acuteHours(now: CalendarDay("2026-03-09").noon)
        #expect(hours?.ready == CalendarDay("2026-03-01").noon)
    }

    @Test func `is neither found nor lost once the child lives in what was asked for`() throws {
        let conversation = try story { conversation, request in
            let ready = conversation.tell(answer(.ready, "2026-03-01"), on: "2026-03-01", about: request)
            conversation.tell(.started("2026-03-01"), on: "2026-03-01", by: .municipality, about: ready)
        }
        let request = conversation.facts[0].id
        let prose = Prose(Dictionary(uniqueKeysWithValues: Prose.Part.allCases.map { ($0, "Tekst") }))
        func refusal(_ status: AcuteAnswer.Status) -> AssistanceRefusal? {
            var answer = AcuteAnswer.sample(status, at: CalendarDay("2026-03-02").noon)
            answer.expectedAt = CalendarDay("2026-03-04").noon
            let command = ReferralCommand(about: request, content: .acuteAnswered(answer), prose: prose)
            let today: CalendarDay = "2026-03-03"
            let decided = conversation.shared.decide(command, by: .state, now: today.noon, today: today)
            if case .failure(let refusal) = decided { return refusal }
            return nil
        }
        #expect([.found, .ready, .noneYet].map(refusal) == Array(repeating: .alreadyStarted, count: 3))
        #expect(refusal(.arrived) == nil)
    }
}
