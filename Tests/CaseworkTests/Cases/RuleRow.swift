import Testing

@testable import Casework

/// A line in a table of rules: what has happened, what is wished for on which day, and what stands in its way.
struct RuleRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var opening = Told.opening()
    /// What has happened before, with its day; all of it must be possible.
    var after: [(CaseEvent, Int)] = []
    let wish: CaseEvent
    var on: Int
    var today: Int?
    var capacity: CaseCommand.Capacity
    /// `nil` where the rules allow it.
    let refusal: CaseRefusal?

    init(
        _ description: String,
        opening: CaseOpening = Told.opening(),
        after: [(CaseEvent, Int)] = [],
        _ wish: CaseEvent,
        on day: Int = 0,
        today: Int? = nil,
        as capacity: CaseCommand.Capacity = .leader,
        _ refusal: CaseRefusal? = nil
    ) {
        testDescription = description
        self.opening = opening
        self.after = after
        self.wish = wish
        on = day
        self.today = today
        self.capacity = capacity
        self.refusal = refusal
    }

    /// Lets it all happen, and looks at the answer; an event that is allowed also changes what the facts say.
    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        var story = CaseStory(opening)
        for (event, day) in after {
            #expect(story.tell(event, on: day) == nil, "before: \(event)", sourceLocation: sourceLocation)
        }
        let decided = story.decide(wish, on: on, today: today, as: capacity)
        switch decided {
        case .failure(let found): #expect(found == refusal, sourceLocation: sourceLocation)
        case .success(let events):
            #expect(refusal == nil, sourceLocation: sourceLocation)
            #expect(events.first == wish, sourceLocation: sourceLocation)
            story.write(events, on: on)
            #expect(story.facts == story.refolded, sourceLocation: sourceLocation)
        }
    }
}
