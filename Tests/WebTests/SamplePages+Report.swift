import Exchange

@testable import Web

extension SamplePages {
    static let reportNames = ["own_report", "own_report_filtered", "own_report_clear", "own_report_trouble"]

    func reportPage(_ name: String) -> (any Page)? {
        switch name {
        case "own_report": ownReport(isFiltered: false)
        case "own_report_filtered": ownReport(isFiltered: true)
        case "own_report_clear":
            ownReport(
                OwnReportPage.Report(
                    figures: [figure("Saker kontrollert", "31")],
                    asOf: day(0),
                    allClear: OwnReportPage.Notice(title: "Ingenting å rette.", help: "Godt arbeid!"),
                    rules: [],
                    filter: filter(isFiltered: false),
                    rows: [],
                    links: nil
                )
            )
        case "own_report_trouble":
            OwnReportPage(
                frame: frame(.ownReport),
                service: "Eksempelvik barnevernstjeneste",
                trouble: OwnReportPage.Notice(title: "Kommune 9999 finnes ikke.", help: "Be den som drifter Rettid.")
            )
        default: nil
        }
    }

    private var words: DeliveryWords { DeliveryWords(MessageLanguage(catalog.language)) }

    private func figure(_ label: String, _ value: String, mark: String? = nil) -> OwnReportPage.Figure {
        OwnReportPage.Figure(
            label: label,
            value: value,
            mark: mark,
            isUrgent: mark != nil,
            anchor: mark == nil ? nil : "cases"
        )
    }

    private func gravity(_ severity: DeliverySeverity) -> OwnReportPage.Gravity {
        OwnReportPage.Gravity(severity, words)
    }

    private func ownReport(_ report: OwnReportPage.Report) -> OwnReportPage {
        OwnReportPage(frame: frame(.ownReport), service: "Eksempelvik barnevernstjeneste", report: report)
    }

    private func ownReport(isFiltered: Bool) -> OwnReportPage {
        let rules: [(id: String, severity: DeliverySeverity, count: Int)] = [
            ("SAK_21", .error, 3), ("MELDING_3", .warning, 170), ("XSD", .fatal, 1), ("SAK_23", .info, 12),
        ]
        return ownReport(
            OwnReportPage.Report(
                figures: [figure("Saker kontrollert", "31"), figure("Alvorligst", "Feil", mark: "▲")],
                asOf: day(0),
                allClear: nil,
                rules: rules.map { rule in
                    OwnReportPage.Rule(
                        id: rule.id,
                        advice: words.advice(ofRule: rule.id),
                        path: "/rapport?delivery=bvr&rule=\(rule.id)#cases",
                        isCurrent: isFiltered && rule.id == "XSD",
                        delivery: "Barnevernsregisteret",
                        gravity: gravity(rule.severity),
                        count: rule.count,
                        most: 170
                    )
                },
                filter: filter(isFiltered: isFiltered),
                rows: isFiltered
                    ? [] : ["Nora Prøve\(word)", "Ufødt barn"].enumerated().map { row($0.offset, $0.element) },
                links: isFiltered ? nil : PageLinks(first: "/rapport", next: "/rapport?least=error&offset=50")
            )
        )
    }

    private func filter(isFiltered: Bool) -> OwnReportPage.Filter {
        let names = ["delivery", "least", "rule"]
        return OwnReportPage.Filter(
            lists: names.map { name in
                OwnReportPage.Filter.List(
                    name: name,
                    label: "Velg \(name)",
                    options: [
                        OwnReportPage.Filter.Option(value: "", label: "Alle", isSelected: !isFiltered),
                        OwnReportPage.Filter.Option(value: "XSD", label: "XSD\(word)", isSelected: isFiltered),
                    ]
                )
            },
            wholePath: isFiltered ? "/rapport" : nil
        )
    }

    private func row(_ place: Int, _ child: String) -> OwnReportPage.Row {
        OwnReportPage.Row(
            child: child,
            path: place == 0 ? "/saker/1" : "/concerns/2",
            isOnlyReported: place > 0,
            findings: [DeliverySeverity.error, .warning, .info].prefix(3 - place).map { severity in
                OwnReportPage.Finding(
                    gravity: gravity(severity),
                    message: "Meldingen er konkludert uten at noen melder er ført.\(word)",
                    advice: "Før inn hvem som meldte.",
                    source: "MELDING_4, Barnevernsregisteret",
                    place: Link(label: "Åpne meldingen", path: "/concerns/2")
                )
            }
        )
    }
}
