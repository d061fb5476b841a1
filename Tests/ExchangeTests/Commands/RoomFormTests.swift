import Assistance
import Law
import Testing

@testable import Exchange

struct `The forms of referrals and places` {
    private static let now = OsloTime.instant(of: CalendarDay(year: 2026, month: 11, day: 22) ?? .earliest, hour: 12)

    private static func context(isDuty: Bool = true) -> FormContext {
        FormContext(id: RecordID(high: 1, low: 1), now: now, isDuty: isDuty)
    }

    private static func values(_ form: CommandForm, _ more: [String: String] = [:]) throws -> CommandValues {
        var faults: [FieldFault] = []
        let document = try JsonDocument(parsing: form.example.bytes)
        var values = CommandValues(form, json: document.root, besides: [], faults: &faults)
        #expect(faults == [])
        for (name, text) in more { values.set(name, text) }
        return values
    }

    /// The ids stand in addresses and in requests of other systems: a change here is a change for them.
    @Test func `keep their ids, and share none with the forms of a case`() {
        #expect(
            CommandForm.ofRooms.map(\.id) == [
                "acknowledge", "offer", "answer-acute", "decline-service", "ask-hold", "answer-offer", "foster-step",
                "start-stay", "extend-stay", "move-stay", "end-stay", "judge-breach", "tell-delay", "contest-delay",
                "private-solution", "do-task", "ask-advice", "give-advice", "note-friction", "answer-friction",
                "take-back", "ask-erasure", "confirm-erasure", "answer-hold", "book-place", "end-booking",
                "release-booking", "out-of-service",
                "back-in-service", "open-place", "close-place", "describe-unit", "ask-acutely",
            ]
        )
        #expect(Set(CommandForm.all.map(\.id)).isDisjoint(with: CommandForm.ofRooms.map(\.id)))
        for form in CommandForm.ofRooms { #expect(CommandForm.room(named: form.id)?.id == form.id) }
        #expect(CommandForm.room(named: "note") == nil)
    }

    @Test(arguments: CommandForm.ofRooms)
    func `are read from their own example and not from nothing`(form: CommandForm) throws {
        let reading = try form.read(try Self.values(form), Self.context()).get()
        switch reading.happening {
        case .told, .holdAsked, .erasure: #expect(form.feature == .referrals)
        case .place: #expect(form.feature == .places)
        case .inCase, .reviewed, .answered, .coded: Issue.record("\(form.id) is a form of referrals or places")
        }
        guard case .failure(let refusal) = form.read(CommandValues(), Self.context()) else {
            Issue.record("\(form.id) took nothing for something")
            return
        }
        #expect(Set(refusal.faults.map(\.field)).isSubset(of: form.fields.map(\.name)))
    }

    @Test(arguments: [("\u{14}", false), ("a\u{0}b", false), ("\u{FFFF}", false), ("a\tb\nc", true), ("\u{7F}é", true)])
    func `refuse at its field a text that no message can carry`(text: String, isTaken: Bool) throws {
        let form = try #require(CommandForm.room(named: "tell-delay"))
        let result = form.read(try Self.values(form, ["reasons": text]), Self.context())
        switch result {
        case .success: #expect(isTaken)
        case .failure(let refusal): #expect(!isTaken && refusal.faults.map(\.field) == ["reasons"])
        }
    }

    @Test(arguments: CommandForm.ofRooms)
    func `depend on earlier fields with their own codes`(form: CommandForm) {
        let names = form.fields.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(names).isDisjoint(with: ["key", "csrf", "do"]))
        for (place, field) in form.fields.enumerated() {
            guard case .onlyIf(let condition, _) = field.need else { continue }
            let decider = form.fields[..<place].first { $0.name == condition.field }
            switch decider?.kind {
            case .code(let list): #expect(Set(condition.codes).isSubset(of: list.codes), "\(field.name)")
            case .flag: #expect(condition.codes == ["yes"], "\(field.name)")
            case nil: Issue.record("\(field.name) depends on nothing that is there")
            default: #expect(condition.codes.isEmpty, "\(field.name)")
            }
        }
    }

    @Test func `make an offer with its assessment, how the child was heard, and what became of the advice`() throws {
        let form = try #require(CommandForm.room(named: "offer"))
        let more = [
            "placeID": "FH-1", "placeName": "Hjem 1", "ownership": "private", "placeMunicipality": "1505",
            "isInOtherRegion": "yes", "otherRegion": "Ingen nærmere.", "accord": "departs", "departure": "En annen.",
            "teamAdvice": "overruled", "advice": "Institusjon.", "overruling": "Barnet vil ikke.",
            "through": "2026-12-31", "usableFrom": "2026-12-01",
        ]
        let reading = try form.read(try Self.values(form, more), Self.context()).get()
        guard case .told(let command) = reading.happening, case .offered(let offer) = command.content else {
            Issue.record("no offer")
            return
        }
        #expect(offer.place?.id.text == "FH-1" && offer.place?.isInOwnRegion == false)
        #expect(offer.usable.last == CalendarDay(year: 2026, month: 12, day: 31))
        #expect(offer.isDuty && offer.decidedAt == Self.now && offer.assessment?.childHeard == true)
        #expect(offer.advice?.isFollowed == false && offer.accord == .departs)
        #expect(command.prose[.overruling] == "Barnet vil ikke." && command.prose[.departure] == "En annen.")
        #expect(command.prose[.name] == nil)
        // Without a place nothing of it is asked for, and nothing of it may stand.
        guard case .failure(let refusal) = form.read(try Self.values(form, ["ownership": "state"]), Self.context())
        else {
            Issue.record("took an ownership of no place")
            return
        }
        #expect(refusal.faults == [FieldFault("ownership", .nothing)])
    }

    @Test(arguments: [("2026-11-22T12:00", true), ("2026-11-22T25:00", false), ("2026-11-22", false), ("i dag", false)])
    func `take a time in Norway to the minute and nothing else`(text: String, isTaken: Bool) throws {
        let form = try #require(CommandForm.room(named: "answer-acute"))
        let result = form.read(try Self.values(form, ["at": text]), Self.context())
        guard case .success(let reading) = result else {
            #expect(!isTaken)
            return
        }
        guard case .told(let command) = reading.happening, case .acuteAnswered(let answer) = command.content else {
            Issue.record("no answer")
            return
        }
        #expect(isTaken && answer.at == Self.now && answer.at.formText == text)
    }

    @Test(arguments: [("6", "17", true), ("17", "6", false)])
    func `know that the youngest is not older than the oldest`(youngest: String, oldest: String, isTaken: Bool) throws {
        let form = try #require(CommandForm.room(named: "describe-unit"))
        let values = try Self.values(form, ["youngest": youngest, "oldest": oldest])
        let isRead = if case .success = form.read(values, Self.context()) { true } else { false }
        #expect(isRead == isTaken)
    }

    /// A refusal that is shown at no field is one that nobody finds.
    @Test(arguments: Prose.Part.allCases.filter { ![.name, .role, .duration].contains($0) })
    func `have a field for every text that the rules can miss`(part: Prose.Part) throws {
        let name = try #require(AssistanceRefusal.lacks(part).fieldName)
        #expect(CommandForm.ofRooms.contains { form in form.fields.contains { $0.name == name } }, "\(name)")
    }
}
