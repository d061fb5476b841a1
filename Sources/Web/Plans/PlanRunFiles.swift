import Law
import Office
import Planning

/// The numbers of a result as a file of cells (CSV): one line a figure; decimals have a point whatever the language.
struct PlanRunFiles {
    let desk: PlanDesk
    let placed: PlanDesk.Placed
    let run: KeptPlan.Run

    /// The whole file.
    ///
    /// - Throws: ``Absent`` where there is no result; any other error where it cannot be read.
    func text() throws -> String {
        switch run.job.task {
        case .simulation, .around:
            let report: SimulationReport = try desk.report(placed, of: run)
            let around = report.course.flatMap { cell in
                cell.points.filter { $0.step != 0 }.flatMap { point in
                    let row = ReportRow(scope: Scope(kind: cell.kind, region: cell.region), figures: point.figures)
                    return Self.lines([row], named: "", places: point.places)
                }
            }
            return Self.file(Self.lines(report.result.rows, named: "") + around)
        case .comparison:
            let report: ComparisonReport = try desk.report(placed, of: run)
            return Self.file(
                Self.lines(report.base.rows, named: "base") + Self.lines(report.changed.rows, named: "changed")
                    + Self.lines(report.differences, named: "difference")
            )
        case .placesNeeded:
            let report: PlacesReport = try desk.report(placed, of: run)
            return Self.file(
                report.tried.flatMap { trial in
                    let scope = Scope(kind: report.kind, region: report.region)
                    let row = ReportRow(scope: scope, figures: [.pBreach: trial.pBreach])
                    return Self.lines([row], named: "", places: trial.places)
                }
            )
        case .cheapestMix: return mix(try desk.report(placed, of: run))
        case .merger: return merger(try desk.report(placed, of: run))
        case .fit: return backTest(try desk.report(placed, of: run))
        }
    }

    private static func file(
        _ lines: [String],
        _ head: String = "version,class,kind,region,places,measure,mean,halfWidth"
    ) -> String {
        ([head] + lines).joined(separator: "\r\n") + "\r\n"
    }

    /// A line for each figure.
    private static func lines(_ rows: [ReportRow], named name: String, places: Int? = nil) -> [String] {
        rows.flatMap { row in
            Measure.allCases.compactMap { measure in
                row[measure].map { line(name, row.scope, places, measure.rawValue, $0) }
            }
        }
    }

    private static func line(
        _ name: String,
        _ scope: Scope,
        _ places: Int?,
        _ measure: String,
        _ figure: Estimate?
    ) -> String {
        let parts = [scope.ofClass, scope.kind, scope.region].map { CsvCell.written($0 ?? "") }
        let numbers = figure.map { ["\($0.mean)", "\($0.halfWidth)"] } ?? ["", ""]
        return ([name] + parts + [places.map { String($0) } ?? "", measure] + numbers).joined(separator: ",")
    }

    private func mix(_ report: MixReport) -> String {
        let places = (report.mix.places ?? []).flatMap { place in
            [("base", place.before), ("changed", place.count)].map { name, count in
                Self.line(name, Scope(kind: place.kind, region: place.region), count, "places", nil)
            }
        }
        let limits = report.mix.limits.map { limit in
            Self.line("changed", limit.scope, nil, limit.measure.rawValue, limit.figure)
        }
        return Self.file(places + limits)
    }

    private func merger(_ report: MergerReport) -> String {
        let lines = (report.alone + [report.together]).flatMap { unit in
            let figures: [(String, Double?)] = [
                ("workers", Double(unit.workers)), ("qualified", Double(unit.qualified)),
                ("daysPerYearWithout", unit.without.daysPerYear), ("timesPerYearWithout", unit.without.timesPerYear),
                ("meanLengthWithout", unit.without.meanLength),
                ("length90Without", unit.without.simulated.length90?.mean),
                ("yearsWithAny", unit.without.simulated.yearsWithAny.mean),
                ("daysPerYearBelowDuty", unit.belowDuty?.daysPerYear), ("noneImpartial", unit.noneImpartial),
                ("open", unit.load.open), ("half", unit.load.half), ("nineOfTen", unit.load.nineOfTen),
                ("ninetyNine", unit.load.ninetyNine), ("overloadedDays", unit.load.overloadedDays),
            ]
            return figures.compactMap { figure, value in
                value.map { "\(CsvCell.written(unit.name ?? "together")),\(figure),\($0)" }
            }
        }
        return Self.file(lines, "service,figure,value")
    }

    private func backTest(_ report: FitReport) -> String {
        let lines = (report.backTest?.cells ?? []).map { cell in
            let numbers = [cell.mean, cell.lower, cell.upper, cell.actual].map { "\($0)" }
            let place = [cell.kind, cell.region].map { CsvCell.written($0) }
            return ([cell.figure] + place + [String(cell.quarter)] + numbers).joined(separator: ",")
        }
        return Self.file(lines, "figure,kind,region,quarter,mean,lower,upper,actual")
    }
}
