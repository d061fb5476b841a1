import Casework
import Office

/// What the statistics ask of a case's investigations: what measures or a petition rest on (vedtaksgrunnlag).
struct CaseStatistics: Sendable {
    let opened: OpenedCase
    let phrases: PagePhrases
    private var catalog: Catalog { phrases.catalog }

    /// The grounds of every investigation that they are asked of, and of others where somebody has stated them.
    var grounds: [CasePage.Grounds] {
        opened.facts.investigations.filter { $0.lacksGrounds || $0.grounded != nil }.map { one in
            CasePage.Grounds(
                title: title(one),
                lines: StatedCodeWords(catalog: catalog).lines(stated(one), .grounds),
                state: opened.mayChange ? form(one) : nil
            )
        }
    }

    /// What is still to be told, for somebody who can tell it.
    var missing: [CasePage.NextStep] {
        guard opened.mayChange else { return [] }
        return opened.facts.investigations.filter(\.lacksGrounds).map { one in
            CasePage.NextStep(
                owed: catalog.text("case.statistics.missing", ["day": phrases.day(one.started.on)]),
                act: form(one)
            )
        }
    }

    private func stated(_ one: InvestigationFacts) -> [StatedCode] {
        guard let entry = one.grounded?.entry, case .investigationGrounded(_, let codes)? = opened.told(at: entry)
        else {
            return []
        }
        return codes
    }

    private func title(_ one: InvestigationFacts) -> String {
        catalog.text("case.statistics.investigation", ["day": phrases.day(one.started.on)])
    }

    private func form(_ one: InvestigationFacts) -> Link {
        Link(
            label: catalog.text("command.ground-investigation.title"),
            path: "/saker/\(opened.facts.id)/ground-investigation?investigation=\(one.id)"
        )
    }
}
