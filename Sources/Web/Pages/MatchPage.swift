/// The page that finds the number of a child who was reported without one (manglende fødselsnummer).
struct MatchPage: Page {
    static let template = "page_match"

    /// Why a number cannot be found; the raw value is the value of the posted field `reason`.
    enum Reason: String, CaseIterable, Sendable {
        case unborn, noNumber, tooLittleKnown, abroad
    }

    let frame: Frame
    let concernPath: String
    let childName: String?
    /// What stood where a number should be.
    let unreadableNumber: String?
    let numberForm: FormTarget
    let numberField: Field
    let giveUpForm: FormTarget
    let giveUpFields: [Field]
    let errors: ErrorSummary?

    /// The page in the catalog's language.
    ///
    /// `number` is what the reader typed, as it is to be shown again; `numberError` says what is wrong with it, without
    /// the number.
    init(
        frame: Frame,
        concernPath: String,
        childName: String?,
        unreadableNumber: String?,
        numberForm: FormTarget,
        number: String = "",
        numberError: String? = nil,
        giveUpForm: FormTarget,
        reason: Reason? = nil,
        reasonError: String? = nil,
        note: String = "",
        _ catalog: Catalog
    ) {
        self.frame = frame
        self.concernPath = concernPath
        self.childName = childName
        self.unreadableNumber = unreadableNumber
        self.numberForm = numberForm
        self.giveUpForm = giveUpForm
        numberField = Field(
            "number",
            .line(keyboard: "numeric"),
            label: catalog.text("match.number"),
            hint: catalog.text("match.number.hint"),
            value: number,
            error: numberError
        )
        giveUpFields = [
            Field(
                "reason",
                .radio,
                label: catalog.text("match.reason"),
                value: reason?.rawValue ?? "",
                error: reasonError,
                options: Reason.allCases.map { ($0.rawValue, $0.label(catalog)) }
            ),
            Field("note", .paragraphs, label: catalog.text("match.note"), value: note, isOptional: true),
        ]
        errors = ErrorSummary([numberField] + giveUpFields)
    }
}

extension MatchPage.Reason {
    /// The reason in the reader's language.
    func label(_ catalog: Catalog) -> String {
        switch self {
        case .unborn: catalog.text("match.reason.unborn")
        case .noNumber: catalog.text("match.reason.noNumber")
        case .tooLittleKnown: catalog.text("match.reason.tooLittleKnown")
        case .abroad: catalog.text("match.reason.abroad")
        }
    }
}
