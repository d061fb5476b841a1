import Law
import Testing

@testable import Assistance

struct `A breach` {
    private func breaches(
        _ today: CalendarDay = "2026-03-21",
        asked: Referral = .fosterHome(wanted: "2026-03-01"),
        _ story: (inout Conversation, RecordID) -> Void = { _, _ in }
    ) -> [Breach] {
        var (conversation, request) = Conversation.asking(asked)
        story(&conversation, request)
        return conversation.figures(today).breaches
    }

    private func proposed(_ from: CalendarDay, _ until: CalendarDay, _ kind: BreachKind = .noMeasure) -> Breach {
        Breach(span: DaySpan(from: from, until: until), kind: kind, standing: .proposed, statement: nil, cause: nil)
    }

    @Test func `is proposed for nine days where it is usable on 10 March, and counts once confirmed`() {
        var (conversation, request) = Conversation.asking()
        conversation.tell(.offered(.usable(from: "2026-03-10")), on: "2026-03-05", about: request)
        #expect(conversation.figures("2026-04-01").breaches == [proposed("2026-03-01", "2026-03-10")])
        #expect(conversation.figures("2026-04-01").confirmedBreaches.isEmpty)
        conversation.tell(.judged(.confirmed, "2026-03-01", until: nil), on: "2026-03-12")
        let confirmed = conversation.figures("2026-04-01").confirmedBreaches
        #expect(confirmed.map(\.span) == [DaySpan(from: "2026-03-01", until: "2026-03-10")])
        #expect(conversation.figures("2026-04-01").breaches.count == 1)
    }

    @Test func `is never proposed for what the state only may offer`() {
        #expect(breaches(asked: .homeHelp(wanted: "2026-03-01")).isEmpty)
    }

    @Test func `is not proposed for days that others held up`() {
        let found = breaches { conversation, _ in
            conversation.tell(.delay("2026-03-05", through: "2026-03-07", .child), on: "2026-03-08", by: .state)
        }
        #expect(found == [proposed("2026-03-01", "2026-03-05"), proposed("2026-03-08", "2026-03-21")])
    }

    @Test func `is of the kind that the child has on its last day`() {
        #expect(
            breaches { conversation, _ in
                conversation.tell(.privateSolution(DaySpan(from: "2026-03-10", until: nil)), on: "2026-03-10")
            } == [proposed("2026-03-01", "2026-03-21", .privateInterim)]
        )
        #expect(
            breaches { conversation, request in
                let offer = Offer.usable(from: "2026-03-10", isInterim: true)
                let id = conversation.tell(.offered(offer), on: "2026-03-05", about: request)
                conversation.tell(.taken(from: "2026-03-10"), on: "2026-03-06", about: id)
                conversation.tell(.started("2026-03-10"), on: "2026-03-10", about: id)
            } == [proposed("2026-03-01", "2026-03-21", .notInLine)]
        )
    }

    @Test func `that is contested does not count, and a later word takes its place`() {
        var (conversation, _) = Conversation.asking()
        conversation.tell(.judged(.contested, "2026-03-01", until: "2026-03-15"), on: "2026-03-16")
        var found = conversation.figures("2026-03-21")
        #expect(found.breaches.map(\.standing) == [.contested, .proposed])
        #expect(found.breaches.last?.span == DaySpan(from: "2026-03-15", until: "2026-03-21"))
        conversation.tell(.judged(.confirmed, "2026-03-05", until: nil), on: "2026-03-18")
        found = conversation.figures("2026-03-21")
        #expect(found.breaches.map(\.standing) == [.proposed, .confirmed, .proposed])
        #expect(found.confirmedBreaches.map(\.span) == [DaySpan(from: "2026-03-05", through: "2026-03-18")])
    }

    @Test func `stays confirmed when a later one is, though neither was given an end`() {
        var (conversation, request) = Conversation.asking()
        conversation.tell(.judged(.confirmed, "2026-03-01", until: nil), on: "2026-03-05")
        conversation.tell(.delay("2026-03-10", through: "2026-03-20", .child), on: "2026-03-20", by: .state)
        conversation.tell(.judged(.confirmed, "2026-03-21", until: nil), on: "2026-03-23", about: request)
        #expect(
            conversation.figures("2026-04-01").confirmedBreaches.map(\.span) == [
                DaySpan(from: "2026-03-01", through: "2026-03-05"), DaySpan(from: "2026-03-21", through: "2026-03-23"),
            ]
        )
    }

    @Test(arguments: [BreachStatement.Verdict.confirmed, .contested])
    func `is not judged for days to come, so that they are proposed and have their tasks`(
        verdict: BreachStatement.Verdict
    ) {
        for until in ["2026-04-01", "2027-01-01", nil] as [CalendarDay?] {
            var (conversation, _) = Conversation.asking()
            conversation.tell(.judged(verdict, "2026-03-01", until: until), on: "2026-03-10")
            let found = conversation.figures("2026-03-14").breaches
            #expect(
                found.map(\.span) == [DaySpan(from: "2026-03-01", through: "2026-03-10"), "2026-03-11"..<"2026-03-14"]
            )
            #expect(found.map(\.standing) == [verdict == .confirmed ? .confirmed : .contested, .proposed])
            let steps = conversation.shared.openSteps(now: CalendarDay("2026-03-14").noon, today: "2026-03-14")
            for side in Side.allCases {
                #expect(steps.contains { $0.kind == .jointTask(.meet) && $0.owner == side })
            }
            #expect(steps.contains { $0.kind == .judgeBreach })
        }
    }

    @Test func `is none where nothing is owed, whatever the region says`() {
        var (conversation, request) = Conversation.asking()
        conversation.tell(.judged(.confirmed, "2026-02-05", until: "2026-02-20"), on: "2026-02-20")
        conversation.tell(.offered(.usable(from: "2026-03-06")), on: "2026-03-05", about: request)
        conversation.tell(.delay("2026-03-03", through: "2026-03-03", .child), on: "2026-03-04", by: .municipality)
        conversation.tell(.judged(.confirmed, "2026-02-25", until: "2026-03-20"), on: "2026-03-20")
        let figures = conversation.figures("2026-04-01")
        #expect(figures.breaches.map(\.span) == ["2026-03-01"..<"2026-03-03", "2026-03-04"..<"2026-03-06"])
        #expect(figures.breaches.map(\.standing) == [.confirmed, .confirmed])
        #expect(figures.countedBreaches == figures.breaches.map(\.span))
    }

    @Test func `counts once though it is confirmed bit by bit, and twice with days between that others held up`() {
        var (conversation, _) = Conversation.asking()
        conversation.tell(.judged(.confirmed, "2026-03-01", until: nil), on: "2026-03-10")
        conversation.tell(.judged(.confirmed, "2026-03-13", until: nil), on: "2026-03-20")
        #expect(conversation.figures("2026-03-25").confirmedBreaches.count == 2)
        #expect(
            conversation.figures("2026-03-25").countedBreaches == [DaySpan(from: "2026-03-01", through: "2026-03-20")]
        )
        conversation.tell(.delay("2026-03-11", through: "2026-03-12", .child), on: "2026-03-25", by: .municipality)
        #expect(conversation.figures("2026-03-25").countedBreaches.count == 2)
    }

    @Test func `opens tasks for both levels, done by each for itself`() {
        var (conversation, _) = Conversation.asking()
        #expect(conversation.shared.jointTasks(today: "2026-03-01", targets: .usual).isEmpty)
        let tasks = conversation.shared.jointTasks(today: "2026-03-02", targets: .usual)
        #expect(tasks.count == JointTask.Kind.allCases.count * 2)
        #expect(tasks.allSatisfy { $0.since == "2026-03-01" && $0.done == nil })
        #expect(tasks.first { $0.kind == .meet }?.due == "2026-03-08")
        conversation.tell(.taskDone(.meet), on: "2026-03-04", by: .state)
        conversation.tell(.taskDone(.nameContact), on: "2026-02-04", by: .state)
        let done = conversation.shared.jointTasks(today: "2026-03-05", targets: .usual).filter { $0.done != nil }
        #expect(done.map(\.kind) == [.meet] && done.map(\.owner) == [.state])
        conversation.tell(.judged(.contested, "2026-03-01", until: nil), on: "2026-03-05")
        #expect(conversation.shared.jointTasks(today: "2026-03-05", targets: .usual).isEmpty)
    }

    @Test func `that comes after another has tasks of its own, whatever was done in the first`() {
        var (conversation, request) = Conversation.asking()
        for side in Side.allCases {
            for kind in JointTask.Kind.allCases { conversation.tell(.taskDone(kind), on: "2026-03-02", by: side) }
        }
        let offer = conversation.tell(.offered(.usable(from: "2026-03-05")), on: "2026-03-04", about: request)
        #expect(conversation.shared.jointTasks(today: "2026-03-08", targets: .usual).allSatisfy { $0.done != nil })
        conversation.tell(.taskDone(.meet), on: "2026-03-07", by: .state)
        conversation.tell(.withdrawn, on: "2026-03-10", by: .state, about: offer)
        let tasks = conversation.shared.jointTasks(today: "2026-03-11", targets: .usual)
        let second = tasks.filter { $0.since == "2026-03-10" }
        #expect(tasks.count == 16 && second.count == 8)
        #expect(second.allSatisfy { $0.done == nil } && second.first { $0.kind == .meet }?.due == "2026-03-17")
        #expect(tasks.prefix(8).allSatisfy { $0.since == "2026-03-01" && $0.done == "2026-03-02" })
        func open() -> [OpenStep] {
            conversation.shared.openSteps(now: CalendarDay("2026-03-12").noon, today: "2026-03-12").filter {
                if case .jointTask = $0.kind { true } else { false }
            }
        }
        #expect(open().count == 8)
        conversation.tell(.taskDone(.meet), on: "2026-03-12", by: .municipality)
        #expect(open().count == 7)
        let done = conversation.shared.jointTasks(today: "2026-03-12", targets: .usual).filter {
            $0.done == "2026-03-12"
        }
        #expect(done.map(\.since) == ["2026-03-10"] && done.map(\.owner) == [.municipality])
    }

    @Test func `stands beside the offer that sends the case back to the tribunal, until it is declined`() {
        var (conversation, request) = Conversation.asking()
        let offer = Offer.usable(from: "2026-03-01", accord: .departsFromTribunal)
        let id = conversation.tell(.offered(offer), on: "2026-02-20", about: request)
        #expect(conversation.figures("2026-03-01").backToTribunal == id)
        conversation.tell(.declined(.notSuited), on: "2026-02-22", about: id)
        #expect(conversation.figures("2026-03-01").backToTribunal == nil)
    }
}

extension CalendarDay {
    /// The days from one up to, and without, another.
    fileprivate static func ..< (from: CalendarDay, until: CalendarDay) -> DaySpan { DaySpan(from: from, until: until) }
}
