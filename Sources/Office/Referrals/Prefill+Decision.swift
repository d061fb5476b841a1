package import Casework
package import Exchange
package import Law

extension Prefill {
    /// The newest decision in force that the referral can rest on, or that the tribunal has been asked for one.
    mutating func fillDecision() {
        guard takes("Vedtak/Status") else { return }
        if let decision = record.decision(for: type), let section = decision.kind.section(in: type) {
            let source = PrefillSource.decision(decision.made.on)
            put("Vedtak/Status", "1", source)
            put("Vedtak/FattetAv", decision.maker.referralCode, source)
            put("Vedtak/Dato", decision.made.on.description, source)
            put("Vedtak/Lovhjemmel", section, source)
            if decision.maker == .tribunal {
                // Bufdir's extended check asks for the day of the tribunal's handling where its status is left out.
                put("Vedtak/NemndsbehandlingDato", decision.made.on.description, source)
            } else {
                put("Vedtak/NemndsbehandlingStatus", decision.petitionSent == nil ? "4" : "2", source)
            }
        } else if let asked = record.petition, Decision.Kind.careOrder.section(in: type) != nil {
            put("Vedtak/Status", "3", .decision(asked))
            put("Vedtak/NemndsbehandlingStatus", "2", .decision(asked))
            put("Vedtak/Lovhjemmel", "5-1", .decision(asked))
        }
    }
}

extension ReferralCase {
    /// The newest decision in force whose section the type's list has.
    package func decision(for type: MessageType) -> DecisionFacts? {
        facts.decisions.filter { decision in
            decision.kind.section(in: type) != nil && decision.endOfForce(by: today) == nil
                && decision.lapsedOn(law, today: today) == nil
        }
        .max { ($0.made.on, $0.made.entry) < ($1.made.on, $1.made.entry) }
    }

    /// The day on which the tribunal was asked for a care order that it has not made yet.
    package var petition: CalendarDay? {
        let sent = facts.decisions.filter { $0.endOfForce(by: today) == nil }.compactMap { $0.petitionSent?.on }
        let concluded = facts.investigations.compactMap { investigation in
            investigation.concluded.flatMap { $0.outcome == .petition ? $0.at.on : nil }
        }
        guard let asked = (sent + concluded).max(),
            !facts.decisions.contains(where: { $0.kind == .careOrder && $0.made.on >= asked })
        else { return nil }
        return asked
    }
}

extension Decision.Kind {
    /// The code of the section among those that a referral's list allows; `nil` where none of them is the decision's.
    ///
    /// Help in the home by agreement and a home outside it by agreement are one kind of decision with us: what is asked
    /// for tells whether § 3-1 or § 3-2 is meant.
    package func section(in type: MessageType) -> String? {
        let code: String
        switch self {
        case .helpMeasure: code = type == .homeMeasure || type == .familyCentre ? "3-1" : "3-2"
        case .relocation: code = "5-1"
        default: code = section
        }
        return type.decisionSections.contains(code) ? code : nil
    }
}

extension MessageType {
    /// The sections that the type's list allows; none for a type without a decision.
    package var decisionSections: [String] {
        let decision = MessageForm.of(.standard(self)).root.parts.first { $0.name == "Vedtak" }
        guard case .group(let group)? = decision,
            case .field(let field)? = group.parts.first(where: { $0.name == "Lovhjemmel" }),
            case .code(let options) = field.kind
        else { return [] }
        return options.map(\.code)
    }
}

extension Decision.Maker {
    /// The code of the list VedtakInstansType.
    fileprivate var referralCode: String {
        switch self {
        case .court: "1"
        case .service, .leader, .deputy: "2"
        case .tribunal: "3"
        case .prosecutor: "4"
        }
    }
}
