import Exchange
import Office

/// Makes the page of the report.
struct OwnReportModel: Sendable {
    private let report: OwnReport
    private let address: OwnReportAddress
    private let phrases: PagePhrases
    private let words: DeliveryWords
    private var catalog: Catalog { phrases.catalog }

    init(report: OwnReport, address: OwnReportAddress, phrases: PagePhrases) {
        self.report = report
        self.address = address
        self.phrases = phrases
        words = DeliveryWords(MessageLanguage(phrases.catalog.language))
    }

    var view: OwnReportPage.Report {
        OwnReportPage.Report(
            figures: figures,
            asOf: phrases.dayStamp(report.asOf),
            allClear: allClear,
            rules: rules,
            filter: OwnReportPage.Filter(
                lists: lists,
                wholePath: address.isFiltered ? OwnReportPage.path : nil
            ),
            rows: report.rows.map(row),
            links: links
        )
    }

    // MARK: Top

    private var figures: [OwnReportPage.Figure] {
        let gravity = OwnReportPage.Gravity(report.overall, words)
        let isUrgent = report.overall >= .error
        return [
            figure("ownReport.checked", String(report.checked)),
            figure("ownReport.toMend", String(report.withFindings), anchor: report.rules.isEmpty ? nil : "cases"),
            OwnReportPage.Figure(
                label: catalog.text("ownReport.gravest"),
                value: gravity.word,
                mark: report.overall == .ok ? nil : gravity.mark,
                isUrgent: isUrgent,
                anchor: nil
            ),
        ]
    }

    private func figure(_ key: String, _ value: String, anchor: String? = nil) -> OwnReportPage.Figure {
        OwnReportPage.Figure(label: catalog.text(key), value: value, mark: nil, isUrgent: false, anchor: anchor)
    }

    private var allClear: OwnReportPage.Notice? {
        guard report.rules.isEmpty else { return nil }
        return report.checked == 0
            ? OwnReportPage.Notice(
                title: catalog.text("ownReport.noCases"),
                help: catalog.text("ownReport.noCases.help")
            )
            : OwnReportPage.Notice(
                title: catalog.text("ownReport.allClear"),
                help: catalog.text("ownReport.allClear.help")
            )
    }

    private var rules: [OwnReportPage.Rule] {
        let most = report.rules.map(\.count).max() ?? 0
        return report.rules.map { found in
            let only = OwnReportFilter(format: found.format, rule: found.rule)
            return OwnReportPage.Rule(
                id: found.rule,
                advice: words.advice(ofRule: found.rule),
                path: OwnReportAddress(only).path + "#cases",
                isCurrent: address.filter.rule == found.rule && [nil, found.format].contains(address.filter.format),
                delivery: words["report.\(found.format.rawValue)"],
                gravity: OwnReportPage.Gravity(found.severity, words),
                count: found.count,
                most: most
            )
        }
    }

    // MARK: Filter

    private var lists: [OwnReportPage.Filter.List] {
        let filter = address.filter
        var known: [String] = []
        for found in report.rules where !known.contains(found.rule) { known.append(found.rule) }
        // A rule that finds nothing any more is still what has been asked for.
        if let rule = filter.rule, !known.contains(rule) { known.append(rule) }
        return [
            list(
                .delivery,
                "ownReport.delivery",
                all: "ownReport.allDeliveries",
                DeliveryFormat.allCases.map { ($0.rawValue, words["report.\($0.rawValue)"]) },
                chosen: filter.format?.rawValue
            ),
            list(
                .least,
                "ownReport.least",
                all: "ownReport.allSeverities",
                OwnReportAddress.severities.filter { $0 > .info }.map { ($0.addressText, least($0)) },
                chosen: filter.severity.addressText
            ),
            list(.rule, "ownReport.rule", all: "ownReport.allRules", known.map { ($0, $0) }, chosen: filter.rule),
        ]
    }

    private func least(_ severity: DeliverySeverity) -> String {
        severity >= .error ? catalog.text("ownReport.errors") : catalog.text("ownReport.warnings")
    }

    private func list(
        _ name: OwnReportAddress.Name,
        _ label: String,
        all: String,
        _ options: [(value: String, label: String)],
        chosen: String?
    ) -> OwnReportPage.Filter.List {
        let given = [(value: "", label: catalog.text(all))] + options
        let selected = given.contains { $0.value == chosen } ? chosen : ""
        return OwnReportPage.Filter.List(
            name: name.rawValue,
            label: catalog.text(label),
            options: given.map {
                OwnReportPage.Filter.Option(value: $0.value, label: $0.label, isSelected: $0.value == selected)
            }
        )
    }

    // MARK: Cases

    private func row(_ row: OwnReport.Row) -> OwnReportPage.Row {
        let child = CaseNames.child(row.child, phrases)
        let path = row.caseID.map { "/saker/\($0)" } ?? "/concerns/\(row.subject)"
        return OwnReportPage.Row(
            child: child,
            path: path,
            isOnlyReported: row.caseID == nil,
            findings: row.findings.map { finding in
                let delivery = words["report.\(finding.format.rawValue)"]
                return OwnReportPage.Finding(
                    gravity: OwnReportPage.Gravity(finding.entry.severity, words),
                    message: words.message(finding.entry),
                    advice: words.advice(finding.entry),
                    source: "\(finding.entry.rule), \(delivery)",
                    place: place(finding, in: row)
                )
            }
        )
    }

    /// The report that a finding is about, where it is about one; else the case.
    private func place(_ finding: OwnReport.Finding, in row: OwnReport.Row) -> Link {
        if let concern = finding.concern ?? (row.caseID == nil ? row.subject : nil) {
            return Link(label: catalog.text("ownReport.openReport"), path: "/concerns/\(concern)")
        }
        return Link(label: catalog.text("ownReport.openCase"), path: "/saker/\(row.caseID ?? row.subject)")
    }

    private var links: PageLinks? {
        let offset = address.filter.offset
        let isFirst = offset == 0
        return PageLinks(
            first: isFirst ? nil : address.from(0).path,
            previous: isFirst ? nil : address.from(offset - DeliveryDesk.mostRows).path,
            next: report.hasMore ? address.from(offset + DeliveryDesk.mostRows).path : nil
        )
    }
}
