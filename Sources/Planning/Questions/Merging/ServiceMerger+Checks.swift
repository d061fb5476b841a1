extension ServiceMerger {
    /// Holds that the merger can be worked out.
    package func check() throws(ScenarioProblem) {
        try Check.names(services.map(\.name), "service", at: "/services", "/name")
        for (number, service) in services.enumerated() {
            try service.check(at: "/services/\(number)")
        }
        guard onDuty >= 1, onDuty <= Check.most else {
            throw ScenarioProblem("/onDuty", "expected at least 1, found \(onDuty)", .atLeast(1))
        }
        try Check.positive(casesPerWorker, at: "/casesPerWorker")
        try Check.share(disqualified, at: "/disqualified")
        guard (1...Self.mostYears).contains(run.years) else {
            throw ScenarioProblem("/run/years", "expected 1 to \(Self.mostYears), found \(run.years)")
        }
        guard (2...10_000).contains(run.replications) else {
            throw ScenarioProblem("/run/replications", "expected 2 to 10000, found \(run.replications)")
        }
    }

    private static let mostYears = 10_000
    /// More workers or cases are a slip of the keyboard.
    fileprivate static let most = 10_000
}

extension ServiceMerger.Service {
    fileprivate func check(at pointer: String) throws(ScenarioProblem) {
        try Check.some(workers.count, "group of workers", at: pointer + "/workers")
        for (number, group) in workers.enumerated() {
            try group.check(at: "\(pointer)/workers/\(number)")
        }
        guard onDuty >= 1, onDuty <= ServiceMerger.most else {
            throw ScenarioProblem(pointer + "/onDuty", "expected at least 1, found \(onDuty)", .atLeast(1))
        }
        for (number, each) in cases.enumerated() {
            let pointer = "\(pointer)/cases/\(number)"
            try Check.atLeastZero(each.perYear, at: pointer + "/perYear")
            try each.days.check(at: pointer + "/days")
            let open = each.perYear * each.days.mean / ServiceMerger.year
            guard open <= Double(ServiceMerger.most) else {
                throw ScenarioProblem(pointer, "expected at most \(ServiceMerger.most) open at a time, found \(open)")
            }
        }
    }
}

extension ServiceMerger.Workers {
    fileprivate func check(at pointer: String) throws(ScenarioProblem) {
        guard (1...ServiceMerger.most).contains(count) else {
            throw ScenarioProblem(pointer + "/count", "expected 1 to \(ServiceMerger.most), found \(count)")
        }
        for (number, absence) in absences.enumerated() {
            let pointer = "\(pointer)/absences/\(number)"
            try Check.atLeastZero(absence.perYear, at: pointer + "/perYear")
            try absence.days.check(at: pointer + "/days")
            try Check.positive(absence.days.mean, at: pointer + "/days")
        }
        guard away < 1 else {
            throw ScenarioProblem(
                pointer + "/absences",
                "expected less time away than there is in a year, found \(away) of it"
            )
        }
    }
}
