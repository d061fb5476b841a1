import Foundation
import Law
import Planning

/// The answer to a question as text: for people in columns, for other programs separated by commas.
struct AnswerTable {
    private let answer: Answer

    init(_ answer: Answer) {
        self.answer = answer
    }

    private static let measures: [Measure] = [
        .arrivals, .wait, .wait90, .pBlocked, .pWait, .pBreach, .inSystem, .occupancy, .elsewhere, .cost,
    ]

    /// What was assumed, the places wished for, and the differences that show.
    var text: String {
        let base = answer.comparison.base
        let run = base.scenario.run
        var lines = [
            "\(answer.inquiry.name), of \(base.scenario.name): \(base.replications) replications of "
                + "\(PlanTable.short(run.length)) (\(base.scenario.unit)), seed \(run.seed), the same children in both; "
                + "± is half of a 95 % interval."
        ]
        lines += assumed + mixed
        lines += ["", "Changed less base, of what shows; of many figures that did not change one in twenty shows:"]
        lines += PlanTable.columns(differences)
        return lines.joined(separator: "\n")
    }

    /// A column for each chief figure that shows anywhere, a row for each scope where one does.
    private var differences: [[String]] {
        let scenario = answer.comparison.base.scenario
        let shown = answer.comparison.rows.filter { PlanTable.isTelling($0.scope, in: scenario) }.map { row in
            (row.scope, Self.measures.compactMap { row[$0] }.filter(\.isShown))
        }
        let measures = Self.measures.filter { measure in shown.contains { $0.1.contains { $0.measure == measure } } }
        let rows = shown.filter { $0.0 == .whole || !$0.1.isEmpty }.map { scope, figures in
            [scope.ofClass, scope.kind, scope.region].map { $0 ?? "·" }
                + measures.map { measure in
                    figures.first { $0.measure == measure }.map { Self.short($0.difference.paired) } ?? "–"
                }
        }
        return [["class", "kind", "region"] + measures.map(\.rawValue)] + rows
    }

    private var assumed: [String] {
        guard !answer.assumptions.isEmpty else { return [] }
        let effects = answer.assumptions.map { each in
            let effect =
                switch each.response.effect {
                case .elasticity(let elasticity): "elasticity \(PlanTable.short(elasticity))"
                case .percent(let percent): "\(PlanTable.short(percent)) %"
                }
            let whom = [each.response.ofClass, each.response.kind].compactMap(\.self).joined(separator: ", ")
            return "  change \(each.change + 1), \(whom.isEmpty ? "all others" : whom): co-payment "
                + "\(PlanTable.short(each.before)) to \(PlanTable.short(each.after)) a month, \(effect): "
                + "\(PlanTable.short(each.factor)) times as many children"
        }
        let paid = answer.coPayments.map { each in
            "  change \(each.change + 1): municipalities pay \(Self.short(each.before)) a year before, "
                + "\(Self.short(each.after)) after; difference \(Self.short(each.difference))"
        }
        return ["", "Assumed, not known:"] + effects + ["", "Co-payments:"] + paid
    }

    private var mixed: [String] {
        switch answer.mix {
        case nil: return []
        case .unreachable(let wish, let figures):
            return ["", "Not even the most places keep the limits; the figures with these:"]
                + PlanTable.columns(limits(wish, [figures])) + rough(wish, figures)
        case .found(let mix):
            let places = zip(mix.wish.places, zip(mix.before, mix.counts)).map { choice, counts in
                ["  " + choice.kind, choice.region, "\(counts.0)", "\(counts.1)", "\(choice.fewest)–\(choice.most)"]
            }
            return ["", "The cheapest places found, by \(mix.trials) mixes tried:"]
                + PlanTable.columns([["  kind", "region", "before", "now", "from–to"]] + places)
                + [
                    "  open places cost \(PlanTable.short(mix.price.before)) before, "
                        + "\(PlanTable.short(mix.price.after)) now",
                    mix.isSearchedOut
                        ? "  No exchange of up to three places is cheaper; that nothing far off is, is not proved."
                        : "  The trials were used up; there may be something cheaper.",
                    "",
                    mix.isConfirmed ? "Limits, kept with other chance as well:" : "Limits, not kept with other chance:",
                ]
                + PlanTable.columns(limits(mix.wish, [mix.figures, mix.checked])) + rough(mix.wish, mix.figures)
        }
    }

    /// That the figures are rough, and what that does to the number of places.
    private func rough(_ wish: MixWish, _ figures: [Interval?]) -> [String] {
        let isRough = zip(wish.limits, figures).contains { limit, figure in
            figure.map { MixWish.isRough(halfWidth: $0.halfWidth(), limit: limit.most) } ?? false
        }
        guard isRough else { return [] }
        return [
            "  The figures are rough after so few replications, and the limits hold with the uncertainty added:",
            "  with more replications fewer places may be enough.",
        ]
    }

    private func limits(_ wish: MixWish, _ columns: [[Interval?]]) -> [[String]] {
        let head = ["  limit", "of", "at most", "figure", "checked"].prefix(3 + columns.count)
        return [Array(head)]
            + wish.limits.enumerated().map { number, limit in
                let scope = [limit.scope.ofClass, limit.scope.kind, limit.scope.region].compactMap(\.self)
                return ["  " + limit.measure.rawValue, scope.joined(separator: ", "), PlanTable.short(limit.most)]
                    + columns.map { $0[number].map(Self.short) ?? "–" }
            }
    }

    /// A line for each figure of each row.
    var commaSeparated: String {
        var lines = ["class,kind,region,measure,base,changed,difference,halfWidth"]
        for row in answer.comparison.rows {
            let scope = [row.scope.ofClass, row.scope.kind, row.scope.region].map { CsvCell.written($0 ?? "") }
            for figure in row.figures {
                let paired = figure.difference.paired
                let numbers = [figure.base.mean, figure.changed.mean, paired.mean, paired.halfWidth()].map { "\($0)" }
                lines.append((scope + [figure.measure.rawValue] + numbers).joined(separator: ","))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func short(_ interval: Interval) -> String {
        "\(PlanTable.short(interval.mean)) ±\(PlanTable.short(interval.halfWidth()))"
    }
}
