import Casework
import HTTPTypes
import Hummingbird
import Law
import Office

/// Looking for people by number, name or telephone, and the look that comes before a new case.
struct SearchRoutes: Sendable {
    /// The shortest name that is looked for.
    static let shortest = 2

    private let pages: PageDesk
    private var desk: CaseDesk { pages.rooms.cases }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/sok", use: ask)
        people.submit("/sok", pages, use: search)
        people.get("/saker/ny", use: askBeforeNewCase)
        people.submit("/saker/ny", pages, use: lookBeforeNewCase)
    }

    @Sendable private func ask(_ request: Request, _ context: SignedInContext) throws -> Response {
        try page(context, isBeforeNewCase: false, query: "", problem: nil, answer: nil, concern: "")
    }

    @Sendable private func askBeforeNewCase(_ request: Request, _ context: SignedInContext) throws -> Response {
        // A report that the case is to be opened for; its id is no secret.
        let concern = request.uri.queryParameters["concern"].flatMap { RecordID($0) }
        return try page(
            context,
            isBeforeNewCase: true,
            query: "",
            problem: nil,
            answer: nil,
            concern: concern?.description ?? ""
        )
    }

    @Sendable private func search(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try await look(form, context, isBeforeNewCase: false)
    }

    @Sendable private func lookBeforeNewCase(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try await look(form, context, isBeforeNewCase: true)
    }

    private func look(
        _ form: PostedForm,
        _ context: SignedInContext,
        isBeforeNewCase: Bool
    ) async throws -> Response {
        let typed = form["query"]
        let concern = RecordID(form["concern"])?.description ?? ""
        guard let query = Self.query(typed) else {
            let problem = pages.catalog(context.visit).text("search.problem")
            return try page(
                context,
                isBeforeNewCase: isBeforeNewCase,
                query: typed,
                problem: problem,
                answer: nil,
                concern: concern
            )
        }
        let answer = try await desk.search(context.person, query)
        return try page(
            context,
            isBeforeNewCase: isBeforeNewCase,
            query: typed,
            problem: nil,
            answer: answer,
            concern: concern
        )
    }

    /// What was typed, read as a number, a telephone number or a name; `nil` for too little or a wrong number.
    static func query(_ text: String) -> PersonQuery? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        let hasLetters = text.contains(where: \.isLetter)
        if !hasLetters, digits.count == 11 {
            return (try? PersonNumber(parsing: digits)).map(PersonQuery.number)
        }
        if !hasLetters { return digits.count >= 8 ? .phone(text) : nil }
        let letters = text.filter(\.isLetter)
        return letters.count >= shortest ? .name(text) : nil
    }

    // MARK: Page

    private func page(
        _ context: SignedInContext,
        isBeforeNewCase: Bool,
        query: String,
        problem: String?,
        answer: SearchAnswer?,
        concern: String
    ) throws -> Response {
        let phrases = pages.phrases(context.visit)
        let catalog = phrases.catalog
        let path = isBeforeNewCase ? "/saker/ny" : "/sok"
        guard pages.rooms.gate.permits(context.person, .searchPeople, in: context.person.unit) else { throw Absent() }
        let looked = isBeforeNewCase ? answer?.looked : nil
        let about = concern.isEmpty ? [] : [HiddenField(name: "concern", value: concern)]
        let page = SearchPage(
            frame: pages.frame(context.visit, .search, at: path),
            isBeforeNewCase: isBeforeNewCase,
            form: pages.form(path),
            query: query,
            problem: problem,
            hidden: about,
            result: answer.map {
                SearchPage.Result(hits: $0.hits.map { hit($0, concern, phrases) }, isCut: $0.isCut, catalog)
            },
            goOn: looked.map { _ in pages.form("/saker/ny/open-case") },
            proof: (looked.map { [HiddenField(name: "looked", value: $0.token)] } ?? []) + about,
            catalog
        )
        return try pages.show(page, context.visit, status: problem == nil ? .ok : .unprocessableContent)
    }

    /// Somebody who was found; where a report is to be placed, the case leads to the report's review.
    private func hit(_ found: FoundPerson, _ concern: String, _ phrases: PagePhrases) -> SearchPage.Hit {
        let catalog = phrases.catalog
        let child = CaseNames.child(found.child, phrases)
        let isOpenable = found.tie != .conflicted
        let state = found.isClosed ? catalog.text("search.state.closed") : catalog.text("search.state.open")
        let responsible = found.responsible.map(pages.rooms.people.name(of:))
        let folder = "/saker/\(found.caseID)"
        let review = concern.isEmpty ? nil : "/concerns/\(concern)/review-concern?case=\(found.caseID)"
        let needsReason = review == nil && found.tie == .none
        return SearchPage.Hit(
            name: found.isChild ? child : found.person,
            role: found.isChild
                ? catalog.text("search.role.child") : catalog.text("search.role.relative", ["child": child]),
            detail: catalog.text("search.since", ["day": phrases.day(found.openedOn)]),
            state: [state, responsible].compactMap { $0 }.joined(separator: ", "),
            path: isOpenable ? review ?? (needsReason ? folder + "/begrunnelse" : folder) : nil,
            needsReason: needsReason,
            match: found.match == .sound ? catalog.text("search.match.sound") : nil
        )
    }
}
