package import Law

/// Who the child is, from a day on (`Personalia`).
package struct RegisterPerson: Hashable, Sendable {
    package var id: RegisterID
    package var start: CalendarDay
    package var number: RegisterNumber
    /// The day of birth, or the day it is expected.
    package var birthDay: CalendarDay
    /// 0 unborn, 1 boy, 2 girl.
    package var sex: String
    package var dufNumber: RegisterNumber?
    package var isDeleted: Bool

    package init(
        id: RegisterID,
        start: CalendarDay,
        number: RegisterNumber,
        birthDay: CalendarDay,
        sex: String,
        dufNumber: RegisterNumber? = nil,
        isDeleted: Bool = false
    ) {
        self.id = id
        self.start = start
        self.number = number
        self.birthDay = birthDay
        self.sex = sex
        self.dufNumber = dufNumber
        self.isDeleted = isDeleted
    }

    init(_ node: RegisterNode) {
        id = node.id()
        start = node.day("StartDato")
        number = RegisterNumber(node.required("Fodselsnummer"))
        birthDay = node.day("Fodseldato")
        sex = node.required("Kjonn")
        dufNumber = node["DUFnummer"].map(RegisterNumber.init)
        isDeleted = node.isTrue("ErSlettet")
    }

    var node: RegisterNode {
        RegisterNode(
            "Personalia",
            [
                ("Id", id.text), ("StartDato", "\(start)"), ("Fodselsnummer", number.digits),
                ("Fodseldato", "\(birthDay)"), ("Kjonn", sex), ("DUFnummer", dufNumber?.digits),
                ("ErSlettet", isDeleted ? "true" : nil),
            ]
        )
    }
}

/// A report of concern (`Melding`).
package struct RegisterConcern: Hashable, Sendable {
    package var id: RegisterID
    package var migratedID: String?
    package var start: CalendarDay
    package var isDeleted: Bool
    package var reporters: [RegisterCode]
    package var contents: [RegisterCode]
    package var conclusion: RegisterConclusion?

    package init(
        id: RegisterID,
        migratedID: String? = nil,
        start: CalendarDay,
        isDeleted: Bool = false,
        reporters: [RegisterCode] = [],
        contents: [RegisterCode] = [],
        conclusion: RegisterConclusion? = nil
    ) {
        self.id = id
        self.migratedID = migratedID
        self.start = start
        self.isDeleted = isDeleted
        self.reporters = reporters
        self.contents = contents
        self.conclusion = conclusion
    }

    init(_ node: RegisterNode) {
        id = node.id()
        migratedID = node["MigrertId"]
        start = node.day("StartDato")
        isDeleted = node.isTrue("ErSlettet")
        reporters = node.all("Melder").map { RegisterCode($0) }
        contents = node.all("Saksinnhold").map { RegisterCode($0) }
        conclusion = node.first("Konklusjon").map { RegisterConclusion($0) }
    }

    var node: RegisterNode {
        RegisterNode(
            "Melding",
            [
                ("Id", id.text), ("MigrertId", migratedID), ("StartDato", "\(start)"),
                ("ErSlettet", isDeleted ? "true" : nil),
            ],
            reporters.map { $0.node("Melder") } + contents.map { $0.node("Saksinnhold") }
                + (conclusion.map { [$0.node] } ?? [])
        )
    }
}

/// An investigation (`Undersokelse`).
package struct RegisterInvestigation: Hashable, Sendable {
    package var id: RegisterID
    package var migratedID: String?
    package var start: CalendarDay
    package var isDeleted: Bool
    /// The grounds of the decision (vedtaksgrunnlag).
    package var grounds: [RegisterCode]
    package var participation: Participation?
    package var moreTime: MoreTime?
    package var conclusion: RegisterConclusion?

    /// How the child took part (`BarnetsMedvirkning`).
    package struct Participation: Hashable, Sendable {
        package var start: CalendarDay
        package var kind: String

        package init(start: CalendarDay, kind: String) {
            self.start = start
            self.kind = kind
        }
    }

    /// More time (`UtvidetFrist`).
    package struct MoreTime: Hashable, Sendable {
        package var start: CalendarDay
        /// 1 yes, 2 no; nothing while it is not decided.
        package var granted: String?

        package init(start: CalendarDay, granted: String? = nil) {
            self.start = start
            self.granted = granted
        }
    }

    package init(
        id: RegisterID,
        migratedID: String? = nil,
        start: CalendarDay,
        isDeleted: Bool = false,
        grounds: [RegisterCode] = [],
        participation: Participation? = nil,
        moreTime: MoreTime? = nil,
        conclusion: RegisterConclusion? = nil
    ) {
        self.id = id
        self.migratedID = migratedID
        self.start = start
        self.isDeleted = isDeleted
        self.grounds = grounds
        self.participation = participation
        self.moreTime = moreTime
        self.conclusion = conclusion
    }

    init(_ node: RegisterNode) {
        id = node.id()
        migratedID = node["MigrertId"]
        start = node.day("StartDato")
        isDeleted = node.isTrue("ErSlettet")
        grounds = node.all("Vedtaksgrunnlag").map { RegisterCode($0) }
        participation = node.first("BarnetsMedvirkning").map { node in
            Participation(
                start: node.first("StartDato")?.day ?? .earliest,
                kind: node.first("MedvirkningType")?.text ?? ""
            )
        }
        moreTime = node.first("UtvidetFrist").map { MoreTime(start: $0.day("StartDato"), granted: $0["Innvilget"]) }
        conclusion = node.first("Konklusjon").map { RegisterConclusion($0) }
    }

    var node: RegisterNode {
        var children = grounds.map { $0.node("Vedtaksgrunnlag") }
        if let participation {
            let parts = [("StartDato", "\(participation.start)"), ("MedvirkningType", participation.kind)]
            children.append(RegisterNode("BarnetsMedvirkning", [], parts.map { RegisterNode($0, text: $1) }))
        }
        if let moreTime {
            let attributes = [("StartDato", "\(moreTime.start)"), ("Innvilget", moreTime.granted)]
            children.append(RegisterNode("UtvidetFrist", attributes))
        }
        if let conclusion { children.append(conclusion.node) }
        return RegisterNode(
            "Undersokelse",
            [
                ("Id", id.text), ("MigrertId", migratedID), ("StartDato", "\(start)"),
                ("ErSlettet", isDeleted ? "true" : nil),
            ],
            children
        )
    }
}

/// A plan (`Plan`).
package struct RegisterPlan: Hashable, Sendable {
    package var id: RegisterID
    package var migratedID: String?
    package var start: CalendarDay
    package var kind: String
    package var isDeleted: Bool
    /// The days on which it was evaluated.
    package var evaluations: [CalendarDay]
    package var end: CalendarDay?

    package init(
        id: RegisterID,
        migratedID: String? = nil,
        start: CalendarDay,
        kind: String,
        isDeleted: Bool = false,
        evaluations: [CalendarDay] = [],
        end: CalendarDay? = nil
    ) {
        self.id = id
        self.migratedID = migratedID
        self.start = start
        self.kind = kind
        self.isDeleted = isDeleted
        self.evaluations = evaluations
        self.end = end
    }

    init(_ node: RegisterNode) {
        id = node.id()
        migratedID = node["MigrertId"]
        start = node.day("StartDato")
        kind = node.required("Plantype")
        isDeleted = node.isTrue("ErSlettet")
        evaluations = node.all("Evaluering").map { $0.day("UtfortDato") }
        end = node.first("Konklusjon")?.day("SluttDato")
    }

    var node: RegisterNode {
        RegisterNode(
            "Plan",
            [
                ("Id", id.text), ("MigrertId", migratedID), ("StartDato", "\(start)"), ("Plantype", kind),
                ("ErSlettet", isDeleted ? "true" : nil),
            ],
            evaluations.map { RegisterNode("Evaluering", [("UtfortDato", "\($0)")]) } + RegisterNode.ended(end)
        )
    }
}

extension RegisterNode {
    /// The end of what ends without a code; nothing where it has not ended.
    static func ended(_ end: CalendarDay?) -> [RegisterNode] {
        end.map { [RegisterNode("Konklusjon", [("SluttDato", "\($0)")])] } ?? []
    }
}
