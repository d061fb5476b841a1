internal import Law

/// Two times of a message that have an order.
struct TimeRule: Sendable {
    /// The ways from the root, by local names.
    let earlier: [String]
    let later: [String]
    /// Whether the two may not be equal.
    let isStrict: Bool
    /// How many hours the later may come too early all the same.
    let leewayHours: Int

    init(_ earlier: String, before later: String, isStrict: Bool = false, leewayHours: Int = 0) {
        self.earlier = earlier.split(separator: "/").map(String.init)
        self.later = later.split(separator: "/").map(String.init)
        self.isStrict = isStrict
        self.leewayHours = leewayHours
    }

    /// Whether two instants have this order.
    func isKept(by earlier: Instant, _ later: Instant) -> Bool {
        let latest = later.adding(seconds: leewayHours * 3_600)
        return isStrict ? earlier < latest : earlier <= latest
    }

    /// What the later time should be, in words.
    var expectation: String {
        let name = earlier.joined(separator: "/")
        if leewayHours > 0 { return "at most \(leewayHours) hours before \(name)" }
        return isStrict ? "after \(name)" : "at or after \(name)"
    }
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
                // A need that is there already when somebody asks is real; one of another day is a slip.
                TimeRule("AnmodetTidspunkt", before: "TrengsInnen", leewayHours: 24),
                TimeRule("Vedtak/Tidspunkt", before: sent),
                TimeRule("Vedtak/Tidspunkt", before: "Vedtak/SkriftligInnen", isStrict: true),
                TimeRule("BestiltAv/Tidspunkt", before: sent),
            ]
        case .acuteAnswer:
            [
                TimeRule("BesvartAv/Tidspunkt", before: sent),
                TimeRule("TilbudtTidspunkt", before: sent),
                TimeRule("KlarTidspunkt", before: sent),
                TimeRule("AnkommetTidspunkt", before: sent),
                TimeRule(sent, before: "ForventetKlar"),
                TimeRule(sent, before: "PlanlagtSlutt"),
            ]
        case .stay:
            [
                TimeRule("MeldtAv/Tidspunkt", before: sent),
                TimeRule("Dato", before: "PlanlagtSlutt"),
                TimeRule("Dato", before: "ForlengetTil"),
            ]
        case .breachStatement:
            [
                TimeRule("BesluttetAv/Tidspunkt", before: sent),
                TimeRule("FraDato", before: "TilOgMed"),
                TimeRule("FraDato", before: sent),
            ]
        case .delay, .privateSolution:
            [TimeRule("MeldtAv/Tidspunkt", before: sent), TimeRule("FraDato", before: "TilOgMed")]
        case .fosterHomeStep: [TimeRule("MeldtAv/Tidspunkt", before: sent), TimeRule("Dato", before: sent)]
        case .adviceRequest, .cooperation:
            [TimeRule("MeldtAv/Tidspunkt", before: sent), TimeRule(sent, before: "SvarInnen")]
        case .adviceAnswer: [TimeRule("BesvartAv/Tidspunkt", before: sent)]
        case .serviceDecline: [TimeRule("BesluttetAv/Tidspunkt", before: sent)]
        }
    }
}
