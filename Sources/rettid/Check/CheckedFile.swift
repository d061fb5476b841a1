import Exchange

/// What a check of one file came to.
struct CheckedFile: Sendable {
    var report: DeliveryFileReport
    /// What a delivery to the register is to the others of its case; nothing of other files and of broken ones.
    var link: RegisterLink?

    /// The reports of all files, with what is wrong between those of one case.
    static func reports(_ files: [CheckedFile]) -> [DeliveryFileReport] {
        let links = files.compactMap(\.link)
        var found = RegisterChains.entries(links)[...]
        return files.map { file in
            guard file.link != nil, let entries = found.popFirst() else { return file.report }
            var report = file.report
            report.entries += entries
            report.overall = max(report.overall, entries.map(\.severity).max() ?? .ok)
            return report
        }
    }
}
