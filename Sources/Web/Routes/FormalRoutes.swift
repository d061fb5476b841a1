import Casework
import HTTPTypes
import Hummingbird
import Law
import NIOCore
import Office

/// What a service owes the county governor, and what the county governor may ask of a service.
struct FormalRoutes: Sendable {
    private let pages: PageDesk
    private var desk: CaseDesk { pages.rooms.cases }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/fristskjema", use: deadlines)
        people.get("/fristskjema.csv", use: download)
        people.get("/statsforvalter", use: governor)
        people.submit("/statsforvalter", pages, use: supervise)
    }

    // MARK: Deadline form

    @Sendable private func deadlines(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let phrases = pages.phrases(context.visit)
        let asked = try quarter(request, phrases.today)
        let form = try await desk.deadlineForm(context.person, asked.quarter)
        let model = DeadlineFormModel(form: form, year: asked.year, number: asked.number, phrases: phrases)
        let page = model.view(
            frame: pages.frame(context.visit, .deadlines, at: "/fristskjema?kvartal=\(asked.year)-\(asked.number)"),
            service: pages.unitName(context.person.unit, phrases.catalog)
        )
        return try pages.show(page, context.visit)
    }

    @Sendable private func download(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let asked = try quarter(request, pages.rooms.environment.today)
        let form = try await desk.deadlineForm(context.person, asked.quarter)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"fristskjema-\(asked.year)-\(asked.number).csv\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: form.csv))
        )
    }

    /// The quarter that the address names, such as `2026-3`; the one that was finished last where it names none.
    private func quarter(
        _ request: Request,
        _ today: CalendarDay
    ) throws -> (quarter: Quarter, year: Int, number: Int) {
        let finished = today.adding(months: -3)
        let text = request.uri.queryParameters["kvartal"].map(String.init)
        let parts = (text ?? "\(finished.year)-\((finished.month - 1) / 3 + 1)").split(separator: "-").map { Int($0) }
        guard parts.count == 2, let year = parts[0], let number = parts[1], (2000...2100).contains(year),
            let quarter = Quarter(year: year, number: number)
        else { throw Absent() }
        return (quarter, year, number)
    }

    // MARK: County governor

    @Sendable private func governor(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(context, values: [:], problems: [:])
    }

    @Sendable private func supervise(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let catalog = pages.catalog(context.visit)
        let values = Dictionary(
            uniqueKeysWithValues: GovernorPage.Input.allCases.map { ($0, form[$0.rawValue]) }
        )
        var problems: [GovernorPage.Input: String] = [:]
        let service = pages.rooms.directory.services.map(\.unit).first { $0.text == values[.service] }
        if service == nil { problems[.service] = catalog.text("problem.choose") }
        let number = try? PersonNumber(parsing: values[.number] ?? "")
        if number == nil { problems[.number] = catalog.text("problem.number") }
        let basis = ["supervision", "complaint"].contains(values[.basis] ?? "")
        if !basis { problems[.basis] = catalog.text("problem.choose") }
        for input in [GovernorPage.Input.reference, .reason] where values[input]?.allSatisfy(\.isWhitespace) ?? true {
            problems[input] = catalog.text("problem.reason")
        }
        guard let service, let number, problems.isEmpty else {
            return try await page(context, values: values, problems: problems)
        }
        let words = [
            catalog.text("governor.basis.\(values[.basis] ?? "")"), values[.reference] ?? "", values[.reason] ?? "",
        ]
        let (id, outcome) = try await desk.supervise(
            context.person,
            service,
            .number(number),
            because: words.joined(separator: ". "),
            key: form.key
        )
        switch outcome {
        case .done: return pages.redirect(to: "/saker/\(id)?tjeneste=\(service.text)")
        case .refused(.absent): throw Absent()
        case .refused, .keyReused: throw HTTPError(.conflict)
        }
    }

    private func page(
        _ context: SignedInContext,
        values: [GovernorPage.Input: String],
        problems: [GovernorPage.Input: String]
    ) async throws -> Response {
        guard context.person.role == .countyGovernor else { throw Absent() }
        let catalog = pages.catalog(context.visit)
        let services = pages.rooms.directory.services.map { (value: $0.unit.text, label: $0.name) }
        let fields = GovernorPage.fields(values: values, problems: problems, services: services, catalog)
        let page = GovernorPage(
            frame: pages.frame(context.visit, .governor, at: "/statsforvalter"),
            form: pages.form("/statsforvalter"),
            groups: [EditorPage.Group(fields: fields)],
            asked: try await desk.asked(context.person).map { asked($0, pages.phrases(context.visit)) }
        )
        return try pages.show(page, context.visit, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension FormalRoutes {
    /// One named case that was asked for.
    private func asked(_ line: SupervisedLine, _ phrases: PagePhrases) -> GovernorPage.Asked {
        let facts = line.reading.facts
        let end = phrases.stamp(facts.at.adding(seconds: ReadingFacts.lifetime)).text
        return GovernorPage.Asked(
            path: "/saker/\(facts.caseID)?tjeneste=\(line.service.text)",
            child: CaseNames.child(line.reading.child, phrases),
            service: pages.unitName(line.service, phrases.catalog),
            reason: line.reading.reason,
            when: phrases.stamp(facts.at),
            until: line.isOver
                ? phrases.catalog.text("governor.over") : phrases.catalog.text("governor.until", ["time": end]),
            isOver: line.isOver
        )
    }
}

/// Makes the deadline form's page of the form.
struct DeadlineFormModel: Sendable {
    let form: DeadlineForm
    let year: Int
    let number: Int
    let phrases: PagePhrases
    private var catalog: Catalog { phrases.catalog }

    func view(frame: Frame, service: String) -> DeadlineFormPage {
        let before = number == 1 ? (year - 1, 4) : (year, number - 1)
        let after = number == 4 ? (year + 1, 1) : (year, number + 1)
        return DeadlineFormPage(
            frame: frame,
            service: service,
            period: period(year, number),
            previous: link(before),
            following: form.quarter.last < phrases.today ? link(after) : nil,
            csvPath: "/fristskjema.csv?kvartal=\(year)-\(number)",
            sections: [reviews, investigations],
            rows: form.rows.map(row),
            made: phrases.dayStamp(form.asOf)
        )
    }

    private func period(_ year: Int, _ number: Int) -> String {
        catalog.text("deadlines.period", ["number": String(number), "year": String(year)])
    }

    private func link(_ quarter: (year: Int, number: Int)) -> Link {
        Link(
            label: period(quarter.year, quarter.number),
            path: "/fristskjema?kvartal=\(quarter.year)-\(quarter.number)"
        )
    }

    private var reviews: DeadlineFormPage.Section {
        let totals = form.totals
        return DeadlineFormPage.Section(
            id: "reviews",
            heading: catalog.text("deadlines.reviews"),
            lines: [
                line("deadlines.line.received", totals.received),
                line("deadlines.line.reviewed", totals.reviewed, "§ 2-1"),
                line("deadlines.line.reviewedLate", totals.reviewedLate, "§ 2-1", isBreach: true),
                line("deadlines.line.reviewOverdue", totals.reviewOverdue, "§ 2-1", isBreach: true),
            ]
        )
    }

    private var investigations: DeadlineFormPage.Section {
        let totals = form.totals
        return DeadlineFormPage.Section(
            id: "investigations",
            heading: catalog.text("deadlines.investigations"),
            lines: [
                line("deadlines.line.finished", totals.finished, "§ 2-2"),
                line("deadlines.line.extended", totals.extended, "§ 2-2"),
                line("deadlines.line.finishedLate", totals.finishedLate, "§ 2-2", isBreach: true),
                line("deadlines.line.investigationOverdue", totals.investigationOverdue, "§ 2-2", isBreach: true),
            ]
        )
    }

    private func line(
        _ key: String,
        _ count: Int,
        _ citation: String? = nil,
        isBreach: Bool = false
    ) -> DeadlineFormPage.Line {
        DeadlineFormPage.Line(
            label: catalog.text(key),
            value: String(count),
            citation: citation.map(Citation.tied),
            isBreach: isBreach && count > 0
        )
    }

    private func row(_ row: DeadlineForm.Row) -> DeadlineFormPage.Row {
        DeadlineFormPage.Row(
            reference: row.reference.description,
            received: phrases.dayStamp(row.begunOn),
            review: row.review.map { step($0.due, done: $0.reviewedOn, over: $0.breachDays) },
            outcome: row.review?.outcome.map(outcome),
            investigation: row.investigation.map { step($0.due, done: $0.finishedOn, over: $0.breachDays) },
            extendedTo: row.investigation?.extendedTo.map(phrases.dayStamp),
            isFinished: row.isFinished
        )
    }

    private func step(_ due: CalendarDay, done: CalendarDay?, over: Int) -> DeadlineFormPage.Step {
        DeadlineFormPage.Step(
            due: phrases.dayStamp(due),
            done: done.map(phrases.dayStamp),
            over: String(over),
            isBreach: over > 0
        )
    }

    private func outcome(_ outcome: ReviewFacts.Outcome) -> String {
        switch outcome {
        case .shelved: catalog.text("code.review-outcome.shelved")
        case .investigate: catalog.text("code.review-outcome.investigate")
        case .addedToRunning: catalog.text("code.review-outcome.addedToRunning")
        case .activeMeasures: catalog.text("code.review-outcome.activeMeasures")
        }
    }
}
