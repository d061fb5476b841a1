/// Finds people by number, name or telephone (søk); also the look that comes before every new case.
///
/// What is looked for is posted and never stands in an address.
struct SearchPage: Page {
    static let template = "page_search"

    /// Somebody who was found.
    struct Hit: Sendable {
        let name: String
        /// What the person is in the case, such as the child or a mother, and the child's name.
        let role: String
        /// What tells people of one name apart: birth year, municipality.
        let detail: String
        /// Where the case stands and who answers for it.
        let state: String
        /// The case or report; `nil` where the reader may not know more than that it is there.
        let path: String?
        /// Whether the reader has to give a reason before reading.
        let needsReason: Bool
        /// Why it was found where that is not plain, such as a name that sounds alike.
        let match: String?
    }

    let frame: Frame
    /// Whether the search is the look before a new case.
    let isBeforeNewCase: Bool
    let form: FormTarget
    let field: Field
    let hidden: [HiddenField]
    let errors: ErrorSummary?
    /// What was found; `nil` before anything was looked for.
    let result: Result?
    /// The form that goes on to a new case once the reader has looked; `nil` otherwise.
    let goOn: FormTarget?
    /// Proves to the new case that somebody has looked, and what they saw.
    let proof: [HiddenField]

    struct Result: Sendable {
        let title: String
        let hits: [Hit]
        let hasHits: Bool
        /// Whether there were more than are shown.
        let isCut: Bool

        init(hits: [Hit], isCut: Bool, _ catalog: Catalog) {
            title = hits.isEmpty ? catalog.text("search.none") : catalog.plural("search.found", hits.count)
            self.hits = hits
            hasHits = !hits.isEmpty
            self.isCut = isCut
        }
    }

    /// The page in the catalog's language; `query` is what the reader typed, shown again to them alone.
    init(
        frame: Frame,
        isBeforeNewCase: Bool = false,
        form: FormTarget,
        query: String = "",
        problem: String? = nil,
        hidden: [HiddenField] = [],
        result: Result? = nil,
        goOn: FormTarget? = nil,
        proof: [HiddenField] = [],
        _ catalog: Catalog
    ) {
        self.frame = frame
        self.isBeforeNewCase = isBeforeNewCase
        self.form = form
        self.hidden = hidden
        field = Field(
            "query",
            .line(),
            label: catalog.text("search.query"),
            hint: catalog.text("search.query.hint"),
            value: query,
            error: problem
        )
        errors = ErrorSummary([field])
        self.result = result
        self.goOn = goOn
        self.proof = proof
    }
}
