import Casework
import Exchange
import Law

extension Prefill {
    /// The need in sum, the eleven areas and the three dimensions, from what the investigation has written down.
    mutating func fillSituation() {
        let path = "BarnetsBehovOgSituasjon/"
        put(path + "BistandSamletBehov", headed.under("BistandSamletBehov", inside: "BarnetsBehovOgSituasjon"))
        if let facts = record.decision(for: type), let decision = record.decision(facts.id) {
            put(path + "BistandSamletBehov", decision.parts[.assessment], .decision(facts.made.on))
        }
        for (index, area) in ReferralCodes.areas.enumerated() {
            guard let told = headed.under(code: area, in: "KunnskapsmodellOmradeType") else { continue }
            let row = path + "OmradeBeskrivelse[\(index + 1)]/"
            put(row + "Omrade", area, told.source)
            put(row + "Beskrivelse|BegrunnelseForIkkeAngitt", "Beskrivelse", told.source)
            put(row + "Beskrivelse", told)
        }
        for (index, dimension) in ReferralCodes.dimensions.enumerated() {
            guard let told = headed.under(code: dimension, in: ReferralCodes.dimensionList) else { continue }
            let row = path + "DimensjonVurdering[\(index + 1)]/"
            put(row + "Dimensjon", dimension, told.source)
            put(row + "Vurdering", told)
        }
    }

    /// The documents of a health assessment: as written, or by what the case knows of decisions.
    ///
    /// The list wants one entry more than there are documents (D2), so the decision on a measure stands twice.
    mutating func fillChecklist() {
        guard takes("DokumentSjekkliste/Dokument/DokumentType") else { return }
        let last = ReferralCodes.documents.count + 1
        for (index, document) in (ReferralCodes.documents + ["22"]).enumerated() {
            let row = "DokumentSjekkliste/Dokument[\(index + 1)]/"
            if index + 1 == last { put(row + "DokumentType", document, .record) }
            if let told = headed.under(code: document, in: ReferralCodes.documentList) {
                let codes = ["1", "2", "3", "4"]
                let sent = ReferralCodes.leading(told.text, of: codes, in: "DokumentOversendelseType")
                put(row + "DokumentOversendelse", sent?.code, told.source)
            }
            put(row + "DokumentOversendelse", sending(of: document), .record)
        }
    }

    /// What the case itself tells of a document: that there is none of the kind, or that there is one to be sent.
    private func sending(of document: String) -> String? {
        let decisions = record.facts.decisions
        switch document {
        case "17": return record.facts.investigations.contains { $0.concluded != nil } ? "3" : nil
        case "19": return record.facts.measures.isEmpty ? "4" : "3"
        case "22": return decisions.contains { $0.kind == .helpMeasure || $0.kind == .relocation } ? "3" : "4"
        case "23": return decisions.contains { $0.maker == .tribunal } ? "3" : "4"
        case "24": return decisions.contains { $0.maker == .court } ? "3" : "4"
        default: return nil
        }
    }
}

extension ReferralCase {
    /// Every text in which a heading may stand, oldest first.
    var headedTexts: [(text: String, on: CalendarDay)] {
        standing.sorted { ($0.on, $0.entry) < ($1.on, $1.entry) }.flatMap { entry in
            entry.event.headedTexts.map { ($0, entry.on) }
        }
    }
}

extension CaseEvent {
    /// The texts in which the service assesses and plans.
    fileprivate var headedTexts: [String] {
        switch self {
        case .noted(let note): note.kind == .assessment ? [note.text] : []
        case .investigationConcluded(_, let conclusion): [conclusion.reason]
        case .planMade(let plan): [plan.goals, plan.content]
        case .planEvaluated(let evaluation): [evaluation.text]
        case .decided(let decision): Decision.Part.allCases.compactMap { decision.parts[$0] }
        default: []
        }
    }
}
