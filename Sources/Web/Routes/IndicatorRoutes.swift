import HTTPTypes
import Hummingbird
import Law
import Monitor
import NIOCore
import Office

/// The indicators for those who oversee, as a page and as CSV.
///
/// The page shows one of them at a time, so that it is short enough for a telephone, or all.
struct IndicatorRoutes: Sendable {
    private static let path = "/indikatorer"
    private static let allPath = path + "?vis=all"

    /// What an address asks to see.
    private enum Choice: Equatable {
        case one(Indicator.ID)
        case all

        /// - Throws: ``Absent`` for what the page has never linked to.
        init(_ request: Request) throws {
            switch request.uri.queryParameters["vis"] {
            case nil: self = .one(.investigationBreaches)
            case "all"?: self = .all
            case let text?:
                guard let id = Indicator.ID(rawValue: String(text)) else { throw Absent() }
                self = .one(id)
            }
        }

        var path: String {
            switch self {
            case .one(let id): IndicatorRoutes.path(id)
            case .all: allPath
            }
        }
    }

    private let pages: PageDesk

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get(RouterPath(Self.path), use: page)
        people.get(RouterPath(Self.path + ".csv"), use: download)
    }

    @Sendable private func page(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let overview = try await pages.rooms.indicators.overview(context.person)
        let choice = try Choice(request)
        let phrases = pages.phrases(context.visit)
        let words = IndicatorWords(pages: pages, catalog: phrases.catalog)
        let shown = overview.indicators.filter { choice == .all || choice == .one($0.indicator.id) }
        let page = IndicatorsPage(
            frame: pages.frame(context.visit, .indicators, at: choice.path),
            asOf: phrases.day(overview.asOf),
            csvPath: Self.path + ".csv",
            newest: overview.indicators.first?.halfYears.last.map(words.newest) ?? "",
            choices: overview.indicators.map { published in
                let id = published.indicator.id
                // Straight to its heading, past the choices, which take up most of a small screen.
                return words.choice(published, path: Self.path(id) + "#\(id)", isCurrent: choice == .one(id))
            },
            allPath: choice == .all ? nil : Self.allPath,
            indicators: shown.map { words.view($0, overview.areas) }
        )
        return try pages.show(page, context.visit)
    }

    private static func path(_ id: Indicator.ID) -> String { "\(path)?vis=\(id.rawValue)" }

    @Sendable private func download(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let overview = try await pages.rooms.indicators.overview(context.person)
        let words = IndicatorWords(pages: pages, catalog: pages.catalog(context.visit))
        let lines =
            ["indikator;område;halvår;antall;teller;median_dager"]
            + overview.indicators.flatMap { published in
                overview.areas.flatMap { area in
                    published.halfYears.compactMap { published.cell(area, $0) }.map { words.line($0, published) }
                }
            }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"indikatorer-\(overview.asOf).csv\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: lines.joined(separator: "\r\n") + "\r\n"))
        )
    }
}

/// Puts indicators into words and drawings.
private struct IndicatorWords {
    let pages: PageDesk
    let catalog: Catalog

    func newest(_ halfYear: HalfYear) -> String {
        catalog.text("monitor.newest", ["halfYear": name(halfYear)])
    }

    func choice(_ published: PublishedIndicator, path: String, isCurrent: Bool) -> IndicatorsPage.Choice {
        IndicatorsPage.Choice(
            title: texts(published.indicator.id).title,
            path: path,
            isCurrent: isCurrent,
            figure: published.halfYears.last.flatMap { cell(published, .nation, $0).words }
                ?? catalog.text("monitor.hidden")
        )
    }

    func view(_ published: PublishedIndicator, _ areas: [Area]) -> IndicatorsPage.Indicator {
        let indicator = published.indicator
        let halfYears = published.halfYears.map(name)
        let (title, definition) = texts(indicator.id)
        return IndicatorsPage.Indicator(
            id: "\(indicator.id)",
            number: indicator.id.rawValue,
            title: title,
            definition: definition,
            direction: indicator.direction == .higherIsBetter
                ? catalog.text("monitor.higherIsBetter") : catalog.text("monitor.lowerIsBetter"),
            caption: catalog.text("monitor.caption", ["title": title]),
            chart: IndicatorChart(
                areas.filter { !isService($0) }.map { area in
                    IndicatorChart.Series(
                        name: name(area),
                        values: published.halfYears.map { value(published, area, $0) }
                    )
                },
                halfYears: halfYears,
                unit: indicator.figure == .share ? " %" : "",
                description: catalog.text("monitor.chart", ["title": title])
            ),
            halfYears: halfYears,
            rows: areas.map { area in
                IndicatorsPage.Row(
                    name: name(area),
                    isNation: area == .nation,
                    isService: isService(area),
                    cells: published.halfYears.map { cell(published, area, $0) }
                )
            }
        )
    }

    /// One line of the CSV; what is hidden is two points, as in public statistics.
    func line(_ cell: PublishedCell, _ published: PublishedIndicator) -> String {
        func number(_ count: PublishedCell.Count) -> String { count.number.map(String.init) ?? ".." }
        let counted = published.indicator.figure == .share ? number(cell.counted) : ""
        let median = published.indicator.figure == .medianDays ? cell.medianDays.map(decimal) ?? ".." : ""
        let area = name(cell.area).replacing("\"", with: "\"\"")
        return "\(published.indicator.id.rawValue);\"\(area)\";\(cell.halfYear.year)-\(cell.halfYear.half);"
            + "\(number(cell.all));\(counted);\(median)"
    }

    private func cell(_ published: PublishedIndicator, _ area: Area, _ halfYear: HalfYear) -> IndicatorsPage.Cell {
        guard let cell = published.cell(area, halfYear), let all = cell.all.number else {
            return IndicatorsPage.Cell(words: nil, detail: nil)
        }
        switch published.indicator.figure {
        case .count: return IndicatorsPage.Cell(words: String(all), detail: nil)
        case .share:
            guard all > 0 else { return IndicatorsPage.Cell(words: catalog.text("monitor.none"), detail: nil) }
            guard let percent = cell.percent, let counted = cell.counted.number else {
                return IndicatorsPage.Cell(words: nil, detail: nil)
            }
            let detail = catalog.text("monitor.of", ["count": String(counted), "all": String(all)])
            return IndicatorsPage.Cell(words: decimal(percent) + "\u{A0}%", detail: detail)
        case .medianDays:
            guard let median = cell.medianDays else {
                return IndicatorsPage.Cell(words: catalog.text("monitor.none"), detail: nil)
            }
            let days = catalog.text("monitor.days", ["days": decimal(median)])
            return IndicatorsPage.Cell(words: days, detail: catalog.plural("monitor.referrals", all))
        }
    }

    private func value(
        _ published: PublishedIndicator,
        _ area: Area,
        _ halfYear: HalfYear
    ) -> (value: Double, words: String)? {
        guard let cell = published.cell(area, halfYear), let words = self.cell(published, area, halfYear).words else {
            return nil
        }
        let value: Double? =
            switch published.indicator.figure {
            case .count: cell.all.number.map(Double.init)
            case .share: cell.percent
            case .medianDays: cell.medianDays
            }
        return value.map { ($0, words) }
    }

    private func isService(_ area: Area) -> Bool {
        if case .service = area { true } else { false }
    }

    private func name(_ area: Area) -> String {
        switch area {
        case .nation: catalog.text("monitor.nation")
        case .region(let region): name(region)
        case .service(let unit): pages.unitName(unit, catalog)
        }
    }

    private func name(_ region: Region) -> String {
        switch region {
        case .east: catalog.text("region.east")
        case .south: catalog.text("region.south")
        case .west: catalog.text("region.west")
        case .central: catalog.text("region.central")
        case .north: catalog.text("region.north")
        case .oslo: catalog.text("region.oslo")
        }
    }

    private func texts(_ id: Indicator.ID) -> (title: String, definition: String) {
        switch id {
        case .investigationBreaches:
            (catalog.text("monitor.investigationBreaches"), catalog.text("monitor.investigationBreaches.definition"))
        case .reviewedInTime:
            (catalog.text("monitor.reviewedInTime"), catalog.text("monitor.reviewedInTime.definition"))
        case .dutyBreaches:
            (catalog.text("monitor.dutyBreaches"), catalog.text("monitor.dutyBreaches.definition"))
        case .pastWantedDate:
            (catalog.text("monitor.pastWantedDate"), catalog.text("monitor.pastWantedDate.definition"))
        case .timeToPlacement:
            (catalog.text("monitor.timeToPlacement"), catalog.text("monitor.timeToPlacement.definition"))
        }
    }

    private func name(_ halfYear: HalfYear) -> String {
        catalog.text("monitor.halfYear", ["half": String(halfYear.half), "year": String(halfYear.year)])
    }

    /// With one decimal where there is one, and the language's own mark.
    private func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        guard tenths % 10 != 0 else { return String(tenths / 10) }
        return "\(tenths / 10)\(catalog.text("number.point"))\(tenths % 10)"
    }
}
