import Casework
import Law

/// What is drawn of a case: everything in it that has a place in time, without names and free text.
struct CaseTimeline: Sendable {
    let facts: CaseFacts
    let concerns: [ConcernFacts]
    let phrases: PagePhrases
    /// The part of the address that names the service; empty for its own people.
    let service: String
    private var catalog: Catalog { phrases.catalog }
    private var today: CalendarDay { phrases.today }

    /// The drawing of one year, or of the last three and the weeks to come.
    func drawing(year: Int?) -> Timeline {
        let window = window(year)
        return Timeline(
            items,
            from: window.first,
            until: window.last,
            today: today,
            zooms: zooms(year),
            catalog
        )
    }

    private func window(_ year: Int?) -> (first: CalendarDay, last: CalendarDay) {
        if let year, let first = CalendarDay(year: year, month: 1, day: 1) {
            return (first, first.adding(years: 1).adding(days: -1))
        }
        return (today.adding(years: -3), today.adding(days: 60))
    }

    private func zooms(_ year: Int?) -> [Timeline.Zoom] {
        let path = "/saker/\(facts.id)" + (service.isEmpty ? "" : "?" + service)
        let and = service.isEmpty ? "?" : "&"
        let first = min(items.map(\.from.year).min() ?? today.year, today.year)
        let years = (first...today.year).suffix(12).reversed().map { one in
            Timeline.Zoom(label: String(one), path: "\(path)\(and)year=\(one)#timeline", isCurrent: one == year)
        }
        return [
            Timeline.Zoom(label: catalog.text("timeline.threeYears"), path: path + "#timeline", isCurrent: year == nil)
        ] + years
    }

    private var items: [Timeline.Item] {
        reports + investigations + decisions + measures + visits + plans + hearings
    }

    private var reports: [Timeline.Item] {
        concerns.map { .point(.reports, OsloTime.day(at: $0.receivedAt), catalog.text("concern.title")) }
    }

    private var investigations: [Timeline.Item] {
        facts.investigations.map { one in
            let key = one.extended == nil ? "timeline.investigation" : "timeline.investigation.extended"
            return .stretch(
                .investigations,
                from: one.started.on,
                until: one.concluded?.at.on,
                today: today,
                catalog.text(key)
            )
        }
    }

    private var decisions: [Timeline.Item] {
        facts.decisions.map {
            .point(.decisions, $0.made.on, catalog.text("code.decision-kind.\($0.kind)"), isMarked: $0.isAcute)
        }
    }

    private var measures: [Timeline.Item] {
        facts.measures.map { one in
            let words =
                one.placement.map { "code.placement-home.\($0.start.home)" } ?? "code.measure-category.\(one.category)"
            return .stretch(
                .measures,
                from: one.started.on,
                until: one.ended?.on,
                today: today,
                catalog.text(words),
                isMarked: one.placement.map { $0.start.home == .emergencyHome || $0.start.home == .acuteInstitution }
                    ?? false
            )
        }
    }

    private var visits: [Timeline.Item] {
        facts.measures.compactMap(\.placement).flatMap { placement in
            placement.visits.map { .point(.visits, $0.at.on, catalog.text("code.visit-kind.\($0.kind)")) }
        }
    }

    private var plans: [Timeline.Item] {
        facts.plans.map { one in
            .stretch(
                .plans,
                from: one.made.on,
                until: one.ended?.on,
                today: today,
                catalog.text("code.plan-kind.\(one.kind)")
            )
        }
    }

    private var hearings: [Timeline.Item] {
        facts.hearings.map { one in
            let heard = one.way.map { "code.hearing-way.\($0)" }
            let words = heard ?? one.obstacle.map { "code.hearing-obstacle.\($0)" } ?? "timeline.hearings"
            return .point(.hearings, one.at.on, catalog.text(words), isMarked: one.obstacle != nil)
        }
    }
}
