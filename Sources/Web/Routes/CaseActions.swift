import Casework

/// The forms that a case's page offers, grouped by feature, and only those that make sense as the case stands.
enum CaseActions {
    static func groups(_ facts: CaseFacts, _ catalog: Catalog) -> [CasePage.ActionGroup] {
        // The statistics are mended in a closed case too.
        let statistics = facts.investigations.isEmpty ? [] : ["ground-investigation"]
        guard facts.closedOn == nil else {
            let mended = statistics.isEmpty ? [] : [group("investigations", statistics, facts, catalog)]
            return [group("cases", ["reopen-case", "note"], facts, catalog)] + mended
        }
        let hasRunning = facts.investigations.contains { $0.concluded == nil }
        let hasPlacement = facts.measures.contains { $0.placement != nil && $0.ended == nil }
        let hasMeasure = facts.measures.contains { $0.ended == nil }
        let hasPlan = facts.plans.contains { $0.ended == nil }
        let hasDecision = facts.decisions.contains { $0.ended == nil }
        let running = ["plan-investigation", "extend-investigation", "conclude-investigation"]
        let steps = [
            "complete-decision", "implement-decision", "send-to-tribunal", "record-control", "send-petition",
            "add-consent", "withdraw-consent", "handle-withdrawal", "extend-implementation", "end-decision",
            "receive-complaint",
        ]
        let conflict = ["declare-conflict"] + (facts.conflicts.isEmpty ? [] : ["lift-conflict"])
        let placed = ["relocate", "foster-agreement", "plan-visit", "record-visit", "reduce-visits"]
        return [
            group("participation", ["hear-child", "go-without-hearing"], facts, catalog),
            group("investigations", (hasRunning ? running : ["start-investigation"]) + statistics, facts, catalog),
            group("decisions", ["decide"] + (hasDecision ? steps : []) + ["receive-demand"], facts, catalog),
            group("measures", ["start-measure"] + (hasMeasure ? ["end-measure"] : []), facts, catalog),
            referrals(facts, catalog),
            group("plans", ["make-plan"] + (hasPlan ? ["evaluate-plan", "end-plan"] : []), facts, catalog),
            hasPlacement ? group("placements", placed, facts, catalog) : nil,
            group("people", ["set-person", "set-relation", "end-relation", "record-number"], facts, catalog),
            group("aftercare", ["aftercare", "record-serious-event", "record-move"], facts, catalog),
            group(
                "cases",
                ["note", "add-document", "assign", "relieve"] + conflict + ["close-case"],
                facts,
                catalog
            ),
        ].compactMap { $0 }
    }

    /// What is asked of the state.
    private static func referrals(_ facts: CaseFacts, _ catalog: Catalog) -> CasePage.ActionGroup {
        let path = "/saker/\(facts.id)"
        return CasePage.ActionGroup(
            heading: catalog.text("feature.referrals"),
            links: [
                Link(label: catalog.text("case.referrals"), path: "\(path)/henvisninger"),
                Link(label: catalog.text("referral.new"), path: "\(path)/henvisninger/ny"),
                Link(label: catalog.text("command.ask-acutely.title"), path: "\(path)/\(CaseReferralRoutes.acute)"),
            ]
        )
    }

    private static func group(
        _ feature: String,
        _ forms: [String],
        _ facts: CaseFacts,
        _ catalog: Catalog
    ) -> CasePage.ActionGroup {
        CasePage.ActionGroup(
            heading: catalog.text("feature.\(feature)"),
            links: forms.map { Link(label: catalog.text("command.\($0).title"), path: "/saker/\(facts.id)/\($0)") }
        )
    }
}
