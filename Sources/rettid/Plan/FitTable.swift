import Foundation
import Planning

/// A fit for people, in columns.
struct FitTable {
    private let fit: HistoryFit
    private let seed: UInt64

    init(_ fit: HistoryFit, seed: UInt64) {
        (self.fit, self.seed) = (fit, seed)
    }

    var text: String {
        var lines = [
            "Fitted (version \(HistoryFit.version)) to \(fit.rowCount) rows of \(fit.from) to \(fit.cutOff) (data cut-off), "
                + "seed \(seed); \(fit.withdrawnCount) askings that were withdrawn are left out."
        ]
        lines += [
            "", "Arrivals: askings in a day by class, kind and region, and whether the data support more (below 0.01).",
            "Siblings: with how many others a child comes, where more ask on the same day than by chance.",
        ]
        lines += PlanTable.columns([["class", "kind", "region", "askings", "a day"]] + arrivals)
        lines += [""] + PlanTable.columns(calendars)
        lines += [
            "", "Stays in days: the median by Kaplan and Meier, the length used, and how well the best family agrees",
            "(probability of a worse agreement; below 0.01 the lengths are used as they were seen).",
        ]
        lines += PlanTable.columns(
            [["class", "kind", "share", "ended", "open", "median", "mean", "used", "agreement", "distance"]] + stays
        )
        lines += ["", "Places: given, or the most used at once where children waited then; else no limit shows."]
        lines += PlanTable.columns([["kind", "region", "places", "basis", "most used"]] + places)
        return lines.joined(separator: "\n")
    }

    private var arrivals: [[String]] {
        fit.classes.flatMap { ofClass in
            ofClass.arrivals.cells.map { cell in
                [ofClass.name, cell.kind, cell.region, String(cell.count), PlanTable.short(cell.rate)]
            }
        }
    }

    private var calendars: [[String]] {
        let head = ["class"] + ArrivalFit.Factor.allCases.map(\.rawValue) + ["variance/mean", "by chance", "siblings"]
        return [head]
            + fit.classes.map { ofClass in
                let tests = ArrivalFit.Factor.allCases.map { factor in
                    ofClass.arrivals.tests.first { $0.of == factor }.map { test in
                        PlanTable.short(test.probability) + (test.isUsed ? " used" : "")
                    } ?? "–"
                }
                let dispersion = ofClass.arrivals.dispersion
                return [ofClass.name] + tests + [
                    dispersion.map { PlanTable.short($0.index) } ?? "–",
                    dispersion.map { PlanTable.short($0.probability) } ?? "–",
                    ofClass.arrivals.siblings.map { PlanTable.short($0.companions) } ?? "–",
                ]
            }
    }

    private var stays: [[String]] {
        fit.classes.flatMap { ofClass in
            ofClass.kinds.map { kind in
                let best = kind.stays.families.first
                return [
                    ofClass.name, kind.kind, PlanTable.short(kind.share), String(kind.stays.endedCount),
                    String(kind.stays.openCount), kind.stays.curve.median.map(PlanTable.short) ?? "–",
                    PlanTable.short(kind.stays.distribution.mean),
                    kind.stays.chosen?.family.rawValue ?? "as seen",
                    best?.agreement.map { "\(PlanTable.short($0)) (\(best?.family.rawValue ?? ""))" } ?? "–",
                    best.map { PlanTable.short($0.distance) } ?? "–",
                ]
            }
        }
    }

    private var places: [[String]] {
        fit.places.map { place in
            [
                place.kind, place.region, place.count.map(String.init) ?? "unlimited", place.basis.rawValue,
                String(place.mostUsed),
            ]
        }
    }
}
