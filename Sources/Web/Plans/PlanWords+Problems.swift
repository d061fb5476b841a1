import Planning

/// What is wrong with a scenario, a question or a history, in words that say what to do.
extension PlanWords {
    func problem(_ problem: ScenarioProblem) -> String { self.problem(problem.reason) }

    /// With the place in the document, for whoever sees it whole.
    func located(_ problem: ScenarioProblem) -> String {
        problem.pointer.isEmpty
            ? self.problem(problem)
            : catalog.text("planning.problem.at", ["pointer": problem.pointer, "message": self.problem(problem)])
    }

    func problem(_ reason: ScenarioProblem.Reason) -> String {
        switch reason {
        case .unfit: catalog.text("planning.reason.unfit")
        case .json: catalog.text("planning.problem.json")
        case .missing: catalog.text("planning.reason.missing")
        case .unknown: catalog.text("planning.reason.unknown")
        case .version: catalog.text("planning.reason.version")
        case .form(let form): self.form(form)
        case .day: catalog.text("planning.history.day")
        case .calendar: catalog.text("planning.reason.calendar")
        case .atLeast(let least): catalog.text("planning.reason.atLeast", ["least": typed(least)])
        case .above(let least): catalog.text("planning.reason.above", ["least": typed(least)])
        case .between(let low, let high):
            catalog.text("planning.problem.between", ["from": typed(low), "to": typed(high)])
        case .after: catalog.text("planning.reason.after")
        case .noSuch: catalog.text("planning.reason.noSuch")
        case .twice: catalog.text("planning.reason.twice")
        case .none: catalog.text("planning.reason.none")
        case .weights(let count): catalog.text("planning.reason.weights", ["count": String(count)])
        case .shares: catalog.text("planning.reason.shares")
        case .stay: catalog.text("planning.reason.stay")
        case .otherRegion: catalog.text("planning.reason.otherRegion")
        case .unlimited: catalog.text("planning.reason.unlimited")
        case .closes: catalog.text("planning.reason.closes")
        case .prices: catalog.text("planning.reason.prices")
        case .noPlaces: catalog.text("planning.reason.noPlaces")
        case .wanted: catalog.text("planning.mix.problem.whom")
        case .nothingChanges: catalog.text("planning.reason.nothingChanges")
        case .rate: catalog.text("planning.reason.rate")
        }
    }

    /// What is wrong with a history, with line and column; never with a cell of it.
    func located(_ problem: HistoryProblem) -> String {
        let said = self.problem(problem.reason)
        guard problem.line > 0 else { return said }
        let line = catalog.text("planning.history.line", ["line": String(problem.line)])
        let column = problem.column.map { catalog.text("planning.history.column", ["column": $0]) }
        return [line, column, said].compactMap(\.self).joined(separator: " ")
    }

    func problem(_ reason: HistoryProblem.Reason) -> String {
        switch reason {
        case .unreadable: catalog.text("planning.history.unreadable")
        case .empty: catalog.text("planning.history.empty")
        case .columnMissing: catalog.text("planning.history.columnMissing")
        case .columnUnknown: catalog.text("planning.history.columnUnknown")
        case .cells: catalog.text("planning.history.cells")
        case .missing: catalog.text("planning.reason.missing")
        case .day: catalog.text("planning.history.day")
        case .whole: catalog.text("planning.reason.whole")
        case .order: catalog.text("planning.history.order")
        case .noStayEnded: catalog.text("planning.history.noStayEnded")
        case .tooShort: catalog.text("planning.history.tooShort")
        }
    }

    private func form(_ form: ScenarioProblem.Reason.Form) -> String {
        switch form {
        case .number: catalog.text("planning.problem.number")
        case .whole: catalog.text("planning.reason.whole")
        case .text: catalog.text("planning.reason.text")
        case .truth: catalog.text("planning.reason.truth")
        case .list: catalog.text("planning.reason.list")
        case .object: catalog.text("planning.reason.object")
        }
    }
}
