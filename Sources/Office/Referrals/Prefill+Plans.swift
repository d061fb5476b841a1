import Casework
import Exchange
import Law

extension Prefill {
    /// What is asked for, from when and for how long, where somebody has written it down.
    mutating func fillWish() {
        if let told = headed.under("ForespurtBistand", inside: "Henvisning") {
            let codes = codes("ForespurtBistand")
            let chosen = ReferralCodes.leading(told.text, of: codes, in: "HenvisningForespurtBistandType")
            put("ForespurtBistand", chosen?.code, told.source)
        }
        if let told = headed.under("BistandArena", inside: "Henvisning") {
            let chosen = ReferralCodes.leading(told.text, of: codes("BistandArena"), in: "HenvisningBistandArenaType")
            put("BistandArena", chosen?.code, told.source)
        }
        if let told = headed.under("DatoFra", inside: "Bistandsperiode"),
            let day = try? CalendarDay(parsing: String(told.text.prefix(10))), day >= record.today
        {
            put("Bistandsperiode/DatoFra", day.description, told.source)
        }
        put("Bistandsperiode/Varighet", headed.under("Varighet", inside: "Bistandsperiode"))
        answer("YtterligereBistand/Familierad", headed.under("Familierad", inside: "YtterligereBistand"))
        answer("Samtykke", headed.under("Samtykke", inside: "Henvisning"))
        guard let told = headed.under("PlasseringINettverk", inside: "Henvisning") else { return }
        let choice = ReferralCodes.leading(told.text, of: ["0", "1", "9"], in: "KanPlasseresINettverkType")
        put("PlasseringINettverk/KanPlasseresINettverk", choice?.code, told.source)
        put("PlasseringINettverk/Vurdering", choice.map(\.rest) ?? told.text, told.source)
    }

    /// Kindergarten, school or work: as written, or compulsory school by the child's age.
    mutating func fillDayOffer() {
        if let told = headed.under("Dagtilbud", inside: "Henvisning") {
            let codes = ["1", "2", "3", "4", "5", "6", "7", "9"]
            let chosen = ReferralCodes.leading(told.text, of: codes, in: "DagtilbudTypeType")
            put("Dagtilbud/Type", chosen?.code, told.source)
            if chosen?.code == "9" { put("Dagtilbud/DagtilbudAnnet", chosen?.rest, told.source) }
            put("Dagtilbud/Beskrivelse", chosen.map(\.rest) ?? told.text, told.source)
        }
        guard let birth = record.facts.child.birthDay, !record.facts.child.isUnborn else {
            if record.facts.child.isUnborn { put("Dagtilbud/Type", "1", .age) }
            return
        }
        // Ten years from the autumn of the year in which the child turns six (opplæringslova § 2-1).
        let year = record.today.year - birth.year - (record.today.month < 8 ? 6 : 5)
        switch year {
        case 1...7: put("Dagtilbud/Type", "4", .age)
        case 8...10: put("Dagtilbud/Type", "5", .age)
        default: break
        }
    }

    /// The plan for the measure, what comes after it, the individual plan, and what has been tried.
    mutating func fillPlans() {
        put("TiltakHistorikk", words.history(record), .measures)
        if let (plan, day) = record.plan([.measures, .institution, .care, .aftercare, .afterAcuteDecision]) {
            let text = [plan.goals, plan.content].filter { !$0.isEmpty }.joined(separator: "\n")
            put("PlanForTiltaket/Beskrivelse", text, .plan(day))
        }
        put("PlanForTiltaket/RammerOpphold", headed.under("RammerOpphold", inside: "PlanForTiltaket"))
        fillPlanAfterwards()
        guard let told = headed.under("IndividuellPlan", inside: "Henvisning") else { return }
        let status = ReferralCodes.leading(told.text, of: ["1", "2", "3", "4"], in: "IndividuellPlanStatusType")
        put("IndividuellPlan/Status", status?.code, told.source)
    }

    private mutating func fillPlanAfterwards() {
        guard let told = headed.under("PlanEtterOnsketTiltak", inside: "Henvisning") else { return }
        let path = "PlanEtterOnsketTiltak/"
        let next = ReferralCodes.leading(told.text, of: ["2", "3", "4", "5", "6", "7", "9"], in: "PlanEtterTiltakType")
        put(path + "Plan|IngenPlan", next == nil ? "IngenPlan" : "Plan", told.source)
        guard let next else {
            put(path + "IngenPlan", true, told.source)
            return
        }
        put(path + "Plan/PlanType[1]", next.code, told.source)
        if next.code == "9" { put(path + "Plan/Annet", next.rest, told.source) }
    }

    private mutating func answer(_ path: String, _ told: HeadedTexts.Found?) {
        guard let told, let answer = ReferralCodes.leadingAnswer(told.text) else { return }
        put(path, answer, told.source)
    }
}
