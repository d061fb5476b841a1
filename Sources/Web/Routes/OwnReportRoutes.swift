import Exchange
import HTTPTypes
import Hummingbird
import Office

/// What Statistics Norway would find wrong if the service delivered today, for its leader.
struct OwnReportRoutes: Sendable {
    private let pages: PageDesk

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get(RouterPath(OwnReportPage.path), use: page)
    }

    @Sendable private func page(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let address = try OwnReportAddress(request)
        let phrases = pages.phrases(context.visit)
        let frame = pages.frame(context.visit, .ownReport, at: address.path)
        let service = pages.unitName(context.person.unit, phrases.catalog)
        let page: OwnReportPage
        do {
            let report = try await pages.rooms.deliveries.report(context.person, address.filter)
            let model = OwnReportModel(report: report, address: address, phrases: phrases)
            page = OwnReportPage(frame: frame, service: service, report: model.view)
        } catch let trouble as DeliveryTrouble {
            guard let notice = Self.notice(trouble, phrases.catalog) else { throw trouble }
            page = OwnReportPage(frame: frame, service: service, trouble: notice)
        }
        return try pages.show(page, context.visit)
    }

    /// What is missing and who can mend it; `nil` for what no check meets.
    private static func notice(_ trouble: DeliveryTrouble, _ catalog: Catalog) -> OwnReportPage.Notice? {
        switch trouble {
        case .noOrganisationNumber:
            OwnReportPage.Notice(
                title: catalog.text("ownReport.noNumber"),
                help: catalog.text("ownReport.noNumber.help")
            )
        case .noMunicipality(let number):
            OwnReportPage.Notice(
                title: catalog.text("ownReport.noMunicipality", ["number": number]),
                help: catalog.text("ownReport.noMunicipality.help")
            )
        case .deliveredMeanwhile, .nobody: nil
        }
    }
}

/// What an address asks to see of the report.
struct OwnReportAddress: Sendable {
    /// The names in the address.
    enum Name: String {
        case delivery, least, rule, offset
    }

    /// What can be asked for as the least grave that is shown.
    static let severities: [DeliverySeverity] = [.info, .warning, .error]
    /// Bytes of a rule's id.
    private static let longestRule = 60
    /// How far into the list an address leads.
    private static let farthest = 1_000_000

    private(set) var filter: OwnReportFilter

    init(_ filter: OwnReportFilter) {
        self.filter = filter
    }

    /// - Throws: ``Absent`` for what the page has never linked to.
    init(_ request: Request) throws {
        // What is left empty in a form is asked for all the same.
        func text(_ name: Name) -> String? {
            request.uri.queryParameters[Substring(name.rawValue)].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
        }
        filter = OwnReportFilter()
        if let delivery = text(.delivery) {
            guard let format = DeliveryFormat(rawValue: delivery) else { throw Absent() }
            filter.format = format
        }
        if let least = text(.least) {
            guard let severity = Self.severities.first(where: { $0.addressText == least }) else { throw Absent() }
            filter.severity = severity
        }
        if let rule = text(.rule) {
            let isRule = rule.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || $0 == 95 }
            guard isRule, rule.utf8.count <= Self.longestRule else { throw Absent() }
            filter.rule = rule
        }
        if let offset = text(.offset) {
            guard let number = Int(offset), (0...Self.farthest).contains(number) else { throw Absent() }
            filter.offset = number
        }
    }

    /// Whether only some of the findings are asked for.
    var isFiltered: Bool { filter.format != nil || filter.severity > .info || filter.rule != nil }

    var path: String {
        var parts: [String] = []
        if let format = filter.format { parts.append("\(Name.delivery)=\(format.rawValue)") }
        if filter.severity > .info { parts.append("\(Name.least)=\(filter.severity.addressText)") }
        if let rule = filter.rule { parts.append("\(Name.rule)=\(rule)") }
        if filter.offset > 0 { parts.append("\(Name.offset)=\(filter.offset)") }
        return parts.isEmpty ? OwnReportPage.path : "\(OwnReportPage.path)?\(parts.joined(separator: "&"))"
    }

    /// The same from another row on.
    func from(_ offset: Int) -> OwnReportAddress {
        var other = self
        other.filter.offset = max(0, offset)
        return other
    }
}

extension DeliverySeverity {
    /// As it stands in an address.
    var addressText: String { rawValue.lowercased() }
}
