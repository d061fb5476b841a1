import Assistance
import Law
import Office

/// What has happened in a referral, drawn: lanes for the request, offers, stays, days past and breaches.
///
/// The drawing holds nothing that the list and the figures beside it do not.
struct ReferralTimeline: Sendable {
    private enum Lane: Int, CaseIterable {
        case request, delays, offers, stays, daysPast, breaches
    }

    private struct Bar {
        let lane: Lane
        let span: DaySpan
        let title: String
        var isMarked = false
        var isPoint = false
    }

    private static let width = 1000
    private static let left = 150
    private static let row = 26
    private static let axis = 22

    private let opened: OpenedReferral
    private let words: RoomWords
    private let from: CalendarDay
    private let until: CalendarDay
    private let today: CalendarDay

    init(_ opened: OpenedReferral, _ words: RoomWords) {
        self.opened = opened
        self.words = words
        today = opened.today
        let first = opened.shared.versions.first?.day ?? today
        let wanted = opened.shared.referral?.wantedFrom ?? today
        let ahead = opened.shared.offers.map(\.offer.usable.from) + [wanted, today, first.adding(days: 28)]
        from = min(first, wanted).adding(days: -2)
        until = min((ahead.max() ?? today).adding(days: 7), from.adding(days: 1_500))
    }

    /// `nil` where nothing that asks has come yet.
    var drawing: Timeline? {
        guard !opened.shared.versions.isEmpty else { return nil }
        let placed = Lane.allCases.flatMap { lane in bars.filter { $0.lane == lane } }
        let height = Lane.allCases.count * (Self.row + 4) + 4 + Self.axis
        return Timeline(
            zooms: [],
            viewBox: "0 0 \(Self.width) \(height)",
            width: String(Self.width),
            height: String(height),
            plotX: String(Self.left),
            plotWidth: String(Self.width - Self.left),
            bottom: String(height - Self.axis),
            rows: Lane.allCases.map { lane in
                Timeline.Row(
                    label: label(lane),
                    labelY: String(top(lane) + Self.row / 2 + 5),
                    lineY: String(top(lane) + Self.row + 2),
                    width: String(Self.width),
                    isEmpty: !placed.contains { $0.lane == lane }
                )
            },
            ticks: ticks(height: height),
            marks: placed.map(mark),
            todayX: (from...until).contains(today) ? x(today).drawn : nil,
            description: words.catalog.text(
                "room.timeline.description",
                ["from": words.phrases.day(from), "until": words.phrases.day(until)]
            )
        )
    }

    // MARK: What is drawn

    private var bars: [Bar] {
        let shared = opened.shared
        let catalog = words.catalog
        var bars: [Bar] = []
        for version in shared.versions {
            let kind = words.measure(version.referral.kind)
            bars.append(Bar(lane: .request, span: day(version.day), title: kind, isPoint: true))
            if let wanted = version.referral.wantedFrom {
                let title = catalog.text("room.timeline.wanted", ["day": words.phrases.day(wanted)])
                bars.append(Bar(lane: .request, span: day(wanted), title: title, isMarked: true, isPoint: true))
            }
        }
        bars += shared.delays.map { told in
            Bar(lane: .delays, span: told.value.span, title: words.code("delay-side", told.value.side))
        }
        bars += shared.privateSolutions.map { span in
            Bar(lane: .delays, span: span, title: catalog.text("code.breach-kind.privateInterim"))
        }
        bars += shared.offers.map { offer in
            Bar(
                lane: .offers,
                span: offer.offer.usable,
                title: "\(words.measure(offer.offer.kind)): \(words.offerState(offer.state(now: opened.now)))",
                isMarked: offer.offer.accord != .inLine
            )
        }
        bars += shared.stays.map { stay in
            Bar(lane: .stays, span: stay.span, title: words.days(stay.span), isMarked: !stay.fulfils)
        }
        bars += opened.figures.daysPast.spans.map { Bar(lane: .daysPast, span: $0, title: words.days($0)) }
        bars += opened.figures.breaches.map { breach in
            let title = "\(words.standing(breach.standing)): \(words.days(breach.span))"
            return Bar(lane: .breaches, span: breach.span, title: title, isMarked: breach.standing == .confirmed)
        }
        return bars.filter { $0.span.from <= until && ($0.span.until ?? until) >= from }
    }

    private func day(_ day: CalendarDay) -> DaySpan { DaySpan(from: day, through: day) }

    private func label(_ lane: Lane) -> String {
        switch lane {
        case .request: words.catalog.text("room.timeline.request")
        case .delays: words.catalog.text("room.timeline.delays")
        case .offers: words.catalog.text("room.timeline.offers")
        case .stays: words.catalog.text("room.timeline.stays")
        case .daysPast: words.catalog.text("room.timeline.daysPast")
        case .breaches: words.catalog.text("room.timeline.breaches")
        }
    }

    // MARK: Where

    private func top(_ lane: Lane) -> Int { 4 + lane.rawValue * (Self.row + 4) }

    private func x(_ day: CalendarDay) -> Double {
        let days = max(1, from.days(until: until) + 1)
        return Double(Self.left) + Double(Self.width - Self.left) * Double(from.days(until: day)) / Double(days)
    }

    private func mark(_ bar: Bar) -> Timeline.Mark {
        let start = x(max(bar.span.from, from))
        let end = x(min(bar.span.until ?? until.adding(days: 1), until.adding(days: 1)))
        let middle = Double(top(bar.lane)) + Double(Self.row) / 2
        // One corner up for a request, a square for the day that was wanted: no colour is needed to tell them.
        let corners: [(Double, Double)] =
            bar.isMarked ? [(-6, -6), (6, -6), (6, 6), (-6, 6)] : [(0, -7), (7, 6), (-7, 6)]
        let points = corners.map { "\((start + $0.0).drawn),\((middle + $0.1).drawn)" }.joined(separator: " ")
        let width = max(4, end - start)
        let room = Int(width / 6.6) - 1
        let look = "mark-room-\(bar.lane)" + (bar.isMarked ? " marked" : "") + (bar.span.until == nil ? " open" : "")
        return Timeline.Mark(
            title: bar.title,
            x: start.drawn,
            y: String(top(bar.lane) + 4),
            points: bar.isPoint ? points : nil,
            width: width.drawn,
            height: String(Self.row - 8),
            look: look,
            words: bar.isPoint || room < bar.title.count ? nil : bar.title,
            wordsX: (start + 5).drawn,
            wordsY: (middle + 4.5).drawn
        )
    }

    /// The first of each month.
    private func ticks(height: Int) -> [Timeline.Tick] {
        var ticks: [Timeline.Tick] = []
        var day = CalendarDay(year: from.year, month: from.month, day: 1)?.adding(months: 1) ?? from
        while day <= until {
            let isYear = day.month == 1
            let place = x(day)
            let name = isYear ? String(day.year) : words.catalog.monthName(day.month)
            let label = place < Double(Self.width - 36) ? name : ""
            ticks.append(
                Timeline.Tick(
                    x: place.drawn,
                    labelX: (place + 4).drawn,
                    label: label,
                    isYear: isYear,
                    bottom: String(height - Self.axis),
                    height: String(height)
                )
            )
            day = day.adding(months: 1)
        }
        return ticks
    }
}
