/// What every page has around its content.
struct Frame: Sendable {
    /// One entry of the main menu.
    struct MenuItem: Sendable {
        /// The part of the program that the entry leads to.
        enum Part: Sendable {
            case myDay, board, inbox, visits, search, newConcern, deadlines, ownReport, governor, reception
            case reconciliation, alarms, queue, breaches, unanswered, places, indicators, plans
        }

        let label: String
        let path: String
        let isCurrent: Bool
        /// How many things wait there, in digits; `nil` shows none.
        let count: String?

        init(_ part: Part, isCurrent: Bool, count: Int? = nil, _ catalog: Catalog) {
            label = part.label(catalog)
            path = part.path
            self.isCurrent = isCurrent
            self.count = count.flatMap { $0 > 0 ? String($0) : nil }
        }
    }

    /// Who is signed in, and the form that ends the session.
    struct Person: Sendable {
        let name: String
        let role: String
        /// The unit that the person works in at the moment.
        let unit: String
        let signOut: FormTarget
    }

    /// One language that the reader can choose, in its own words.
    struct LanguageChoice: Sendable {
        let code: String
        let label: String
        let isCurrent: Bool
    }

    /// The session's token against forged forms; every form that posts carries it.
    let csrf: String
    let person: Person?
    let menu: PageRows<MenuItem>
    let languageForm: FormTarget
    /// Where the reader returns after a change of language.
    let returnPath: String
    let languages: [LanguageChoice]
    /// Where the product's name leads.
    let homePath: String
    /// The page about the product, accessibility and privacy.
    let informationPath: String
    /// The calculator and the law, which are open to anybody.
    let calculatorPath = "/fristkalkulator"
    let lawPath = "/lovverk"
    /// Whether everything shown is invented, which every page then says.
    let isPretend: Bool
    let hasMenu: Bool

    init(
        csrf: String,
        person: Person?,
        menu: [MenuItem],
        languageForm: FormTarget,
        returnPath: String,
        homePath: String,
        informationPath: String,
        isPretend: Bool,
        _ catalog: Catalog
    ) {
        self.csrf = csrf
        self.person = person
        self.menu = PageRows(menu)
        self.languageForm = languageForm
        self.returnPath = returnPath
        self.homePath = homePath
        self.informationPath = informationPath
        self.isPretend = isPretend
        hasMenu = !menu.isEmpty
        languages = Language.allCases.map { language in
            let label =
                switch language {
                case .bokmaal: catalog.text("language.nb")
                case .nynorsk: catalog.text("language.nn")
                case .english: catalog.text("language.en")
                }
            return LanguageChoice(
                code: language.rawValue,
                label: label,
                isCurrent: language == catalog.language
            )
        }
    }
}

extension Frame.MenuItem: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case label, path, count, isCurrent
    }

    static func template(in templates: RowTemplates) -> RowTemplate<Frame.MenuItem> { templates.menu }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .label: .text(label)
        case .path: .text(path)
        case .count: .text(count ?? "")
        case .isCurrent: .flag(isCurrent)
        }
    }
}

extension Frame.MenuItem.Part {
    /// Where it begins.
    var path: String {
        switch self {
        case .myDay: "/min-dag"
        case .board: "/tavle"
        case .inbox: "/concerns"
        case .visits: "/besok"
        case .search: "/sok"
        case .newConcern: "/concerns/new"
        case .deadlines: "/fristskjema"
        case .ownReport: OwnReportPage.path
        case .governor: "/statsforvalter"
        case .reception: "/reception"
        case .reconciliation: "/reconciliation"
        case .alarms: "/alarms"
        case .queue: "/ko"
        case .breaches: "/brudd"
        case .unanswered: "/ubesvart"
        case .places: "/plasser"
        case .indicators: "/indikatorer"
        case .plans: "/planer"
        }
    }

    func label(_ catalog: Catalog) -> String {
        switch self {
        case .myDay: catalog.text("menu.myDay")
        case .board: catalog.text("menu.board")
        case .inbox: catalog.text("menu.inbox")
        case .visits: catalog.text("menu.visits")
        case .search: catalog.text("menu.search")
        case .newConcern: catalog.text("menu.newConcern")
        case .deadlines: catalog.text("menu.deadlines")
        case .ownReport: catalog.text("menu.ownReport")
        case .governor: catalog.text("menu.governor")
        case .reception: catalog.text("menu.reception")
        case .reconciliation: catalog.text("menu.reconciliation")
        case .alarms: catalog.text("menu.alarms")
        case .queue: catalog.text("menu.queue")
        case .breaches: catalog.text("menu.breaches")
        case .unanswered: catalog.text("menu.unanswered")
        case .places: catalog.text("menu.places")
        case .indicators: catalog.text("menu.indicators")
        case .plans: catalog.text("menu.plans")
        }
    }
}
