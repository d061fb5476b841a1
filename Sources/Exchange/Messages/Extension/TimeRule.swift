/// Two times of a message that have an order.
struct TimeRule: Sendable {
    /// The ways from the root, by local names.
    let earlier: [String]
    let later: [String]
    /// Whether the two may not be equal.
    let isStrict: Bool

    init(_ earlier: String, before later: String, isStrict: Bool = false) {
        self.earlier = earlier.split(separator: "/").map(String.init)
        self.later = later.split(separator: "/").map(String.init)
        self.isStrict = isStrict
    }

    /// The earlier time as it is shown to a person.
    var earlierName: String { earlier.joined(separator: "/") }
}

extension ExtensionType {
    /// The order that the times of a message of this type have to keep.
    var timeRules: [TimeRule] {
        let sent = "Meldingshode/SendtTidspunkt"
        return switch self {
        case .offer:
            [
                TimeRule("BesluttetAv/Tidspunkt", before: sent),
                TimeRule(sent, before: "Svarfrist", isStrict: true),
                TimeRule("TilgjengeligFra", before: "TilOgMed"),
            ]
        case .offerAnswer: [TimeRule("BesvartAv/Tidspunkt", before: sent)]
        case .holdRequest:
            [
                TimeRule("BestiltAv/Tidspunkt", before: sent),
                TimeRule(sent, before: "OnsketHoldtTil", isStrict: true),
                TimeRule("FraDato", before: "TilDato"),
            ]
        case .holdAnswer:
            [
                TimeRule("BesvartAv/Tidspunkt", before: sent),
                TimeRule(sent, before: "HoldtTil", isStrict: true),
                TimeRule("UtloptTidspunkt", before: sent),
            ]
        case .acuteRequest:
            [
                TimeRule("MuntligTidspunkt", before: "AnmodetTidspunkt"),
                TimeRule("AnmodetTidspunkt", before: sent),
                TimeRule("Vedtak/Tidspunkt", before: sent),
                TimeRule("Vedtak/Tidspunkt", before: "Vedtak/SkriftligInnen", isStrict: true),
                TimeRule("BestiltAv/Tidspunkt", before: sent),
            ]
        case .acuteAnswer:
            [
                TimeRule("BesvartAv/Tidspunkt", before: sent),
                TimeRule("KlarTidspunkt", before: sent),
                TimeRule(sent, before: "ForventetKlar"),
                TimeRule(sent, before: "PlanlagtSlutt"),
            ]
        }
    }
}
