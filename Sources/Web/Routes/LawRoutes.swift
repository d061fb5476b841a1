import HTTPTypes
import Hummingbird
import Law

/// The deadline calculator and the law as the program knows it: open to anybody, and about nobody.
struct LawRoutes: Sendable {
    private let pages: PageDesk
    private let law: Lawbook

    init(pages: PageDesk, law: Lawbook) {
        self.pages = pages
        self.law = law
    }

    func add(to router: Router<RettidContext>) {
        router.get("/fristkalkulator", use: calculate)
        router.get("/lovverk", use: show)
    }

    // MARK: Calculator

    @Sendable private func calculate(_ request: Request, _ context: RettidContext) throws -> Response {
        let visit = Visit(context)
        let phrases = pages.phrases(visit)
        let query = request.uri.queryParameters
        let asked = DeadlineQuestion(
            rule: query["rule"].map(String.init),
            from: query["from"].map(String.init),
            isExtended: query["extended"] == "yes",
            law: law,
            phrases: phrases
        )
        let page = CalculatorPage(
            frame: pages.frame(visit, nil, at: "/fristkalkulator" + asked.query),
            path: "/fristkalkulator",
            lawPath: "/lovverk",
            fields: asked.fields,
            answer: asked.answer
        )
        return try pages.show(page, visit, status: asked.isWrong ? .unprocessableContent : .ok)
    }

    // MARK: The tables

    @Sendable private func show(_ request: Request, _ context: RettidContext) throws -> Response {
        let visit = Visit(context)
        let phrases = pages.phrases(visit)
        let text = request.uri.queryParameters["on"].map(String.init)
        let asked = text.map { try? CalendarDay(parsing: $0) }
        let day = (asked ?? phrases.today) ?? phrases.today
        let isWrong = asked.map { $0 == nil } ?? false
        let words = LawWords(phrases: phrases)
        let page = LawPage(
            frame: pages.frame(visit, nil, at: "/lovverk?on=\(day)"),
            path: "/lovverk",
            calculatorPath: "/fristkalkulator",
            field: Field(
                "on",
                .date,
                label: phrases.catalog.text("law.day"),
                value: day.description,
                error: isWrong ? phrases.catalog.text("problem.day") : nil
            ),
            dayText: phrases.day(day),
            changes: changes.map { Link(label: phrases.day($0), path: "/lovverk?on=\($0)") },
            rules: law.rules(on: day).map { row($0, on: day, words) },
            visits: law.allVisitRows.filter { $0.isInForce(on: day) }.map { row($0, words) }
        )
        return try pages.show(page, visit, status: isWrong ? .unprocessableContent : .ok)
    }

    /// The days on which a row begins or one has ended, oldest first.
    private var changes: [CalendarDay] {
        let rows = law.allRows
        let days = rows.map(\.validFrom) + rows.compactMap { $0.validTo?.adding(days: 1) }
        return Set(days).sorted().suffix(8)
    }

    private func row(_ rule: Rule, on day: CalendarDay, _ words: LawWords) -> LawPage.Rule {
        let isCounted = law.term(rule.id, from: day) != nil
        return LawPage.Rule(
            id: rule.id.text,
            title: words.title(rule),
            citation: Citation.tied(rule.citation),
            validity: words.validity(from: rule.validFrom, to: rule.validTo),
            holder: words.holder(rule.holder),
            trigger: words.trigger(rule),
            length: words.length(rule.length),
            extended: words.extended(rule),
            passing: words.passing(rule.passing),
            confidence: words.confidence(rule.confidence),
            isUncertain: rule.confidence == .unconfirmed,
            waivers: words.waivers(rule),
            note: rule.note.isEmpty ? nil : rule.note,
            calculatorPath: isCounted ? "/fristkalkulator?rule=\(rule.id)&from=\(day)" : nil
        )
    }

    private func row(_ rule: VisitRule, _ words: LawWords) -> LawPage.VisitRule {
        let catalog = words.phrases.catalog
        return LawPage.VisitRule(
            id: rule.id.text,
            title: words.title(rule),
            citation: Citation.tied(rule.citation),
            validity: words.validity(from: rule.validFrom, to: rule.validTo),
            ordinary: catalog.plural("visits.perYear", rule.perYear),
            reduced: rule.reduction.map { catalog.plural("visits.perYear", $0.perYear) },
            conditions: rule.reduction.map(words.conditions) ?? []
        )
    }
}

/// What somebody asks the calculator, read from an address, and the answer.
struct DeadlineQuestion: Sendable {
    let fields: [Field]
    let answer: CalculatorPage.Answer?
    let isWrong: Bool
    /// The question as the end of an address.
    let query: String

    /// The question; `rule` and `from` are `nil` before anything was asked, which gives the form alone.
    init(rule text: String?, from dayText: String?, isExtended: Bool, law: Lawbook, phrases: PagePhrases) {
        let catalog = phrases.catalog
        let words = LawWords(phrases: phrases)
        let counted = law.rules(on: phrases.today).filter { $0.length != nil }
        let id = text.map(RuleID.init)
        let day = dayText.map { try? CalendarDay(parsing: $0) } ?? phrases.today
        let isAsked = text != nil
        let rule = day.flatMap { day in id.flatMap { law.rule($0, on: day) } }
        let term = day.flatMap { day in id.flatMap { law.term($0, from: day, extended: isExtended) } }
        let ruleProblem = isAsked && day != nil && rule == nil ? catalog.text("calculator.problem.rule") : nil
        let extendedProblem =
            isExtended && rule != nil && term == nil ? catalog.text("calculator.problem.extended") : nil
        fields = [
            Field(
                "rule",
                .list,
                label: catalog.text("calculator.rule"),
                hint: catalog.text("calculator.rule.hint"),
                value: text ?? "",
                error: ruleProblem,
                options: counted.map { ($0.id.text, "\(words.title($0)) (\(Citation.tied($0.citation)))") }
            ),
            Field(
                "from",
                .date,
                label: catalog.text("calculator.from"),
                hint: catalog.text("calculator.from.hint"),
                value: day?.description ?? "",
                error: day == nil ? catalog.text("calculator.problem.day") : nil
            ),
            Field(
                "extended",
                .check,
                label: catalog.text("calculator.extended"),
                value: isExtended ? "yes" : "",
                error: extendedProblem,
                isOptional: true
            ),
        ]
        isWrong = day == nil || ruleProblem != nil || extendedProblem != nil
        if let term, let day {
            answer = Self.answer(term, from: day, words)
        } else if !isWrong, let rule {
            answer = Self.dayless(rule, words)
        } else {
            answer = nil
        }
        let extended = isExtended ? "&extended=yes" : ""
        query = isAsked && !isWrong ? "?rule=\(text ?? "")&from=\(dayText ?? "")\(extended)" : ""
    }

    private static func answer(_ term: Term, from day: CalendarDay, _ words: LawWords) -> CalculatorPage.Answer {
        let phrases = words.phrases
        let catalog = phrases.catalog
        let days = phrases.today.days(until: term.due)
        return CalculatorPage.Answer(
            rule: words.title(term.rule),
            due: phrases.dayStamp(term.due),
            remaining: "\(catalog.weekday(term.due.weekday)), \(catalog.daysLeft(days))",
            isOver: days < 0,
            citation: Link(label: Citation.tied(term.citation), path: "/lovverk?on=\(day)#\(term.rule.id)"),
            facts: [
                Fact(catalog.text("calculator.counted"), [phrases.day(day), words.trigger(term.rule)]),
                Fact(
                    catalog.text("law.length"),
                    words.length(term.extended ? term.rule.extension : term.rule.length)
                ),
                Fact(catalog.text("law.holder"), words.holder(term.rule.holder)),
                Fact(catalog.text("law.passing"), words.passing(term.rule.passing)),
                Fact(catalog.text("law.confidence"), words.confidence(term.rule.confidence)),
            ],
            notes: []
        )
    }

    private static func dayless(_ rule: Rule, _ words: LawWords) -> CalculatorPage.Answer {
        CalculatorPage.Answer(
            rule: words.title(rule),
            due: nil,
            remaining: "",
            isOver: false,
            citation: Link(label: Citation.tied(rule.citation), path: "/lovverk#\(rule.id)"),
            facts: [Fact(words.phrases.catalog.text("law.holder"), words.holder(rule.holder))],
            notes: []
        )
    }
}
