internal import Assistance
package import Exchange
package import Law

/// How a pretend caseworker answers what a form still asks once it has been filled in from the case.
package struct ReferralGaps: Sendable {
    private let form: MessageForm
    private let today: CalendarDay

    /// The answers to a form, with days that fit the day on which it is filled in.
    package init(_ type: MessageType, today: CalendarDay) {
        form = .of(.standard(type))
        self.today = today
    }

    /// Why it is sent though the child has not been heard lately.
    package static let withoutHearing = ReferralTexts.withoutHearing

    /// What is asked for, and the decision that it rests on where the case has none.
    package func answer(_ wish: ReferralWish, in values: inout FormValues) {
        if form.takes("Bistandsperiode/DatoFra"), let wanted = wish.wantedFrom {
            values["Bistandsperiode/DatoFra"] = "\(wanted)"
        }
        if case .field(let field)? = form.root.parts.first(where: { $0.name == "ForespurtBistand" }), field.fixed == nil
        {
            values["ForespurtBistand"] = "\(wish.kind.rawValue)"
        }
        guard form.takes("Vedtak/Status"), values["Vedtak/Status"] != "1" else { return }
        for entry in values.entries.keys where entry.hasPrefix("Vedtak/") { values[entry] = nil }
        values["Vedtak/Status"] = "1"
        values["Vedtak/FattetAv"] = "2"
        values["Vedtak/Dato"] = "\(wish.decidedOn)"
        values["Vedtak/NemndsbehandlingStatus"] = "4"
        values["Vedtak/Lovhjemmel"] = wish.section.rawValue
    }

    /// Answers what is missing, and takes back what is not asked for.
    ///
    /// - Returns: How many answers were given.
    @discardableResult
    package func answer(_ findings: [FormFinding], in values: inout FormValues) -> Int {
        for finding in findings {
            // What is missing may be a whole part, of which the form then asks each text.
            if finding.problem == .missing, form.takes(finding.path + "/"), !form.takes(finding.path) {
                values[finding.path + "/"] = "1"
                continue
            }
            values[finding.path] = finding.problem == .notAsked ? nil : text(for: finding)
            guard finding.problem == .notAsked else { continue }
            for entry in values.entries.keys where entry.hasPrefix(finding.path + "/") { values[entry] = nil }
        }
        return findings.count
    }

    private func text(for finding: FormFinding) -> String? {
        let name = finding.path.split(separator: "/").last.map(String.init) ?? ""
        if finding.problem == .noneChosen { return name.split(separator: "|").first.map(String.init) }
        guard let field = field(finding.path, in: form.root.parts) else { return nil }
        switch field.kind {
        case .line, .prose: return ReferralTexts.gaps[finding.path.utf8.count % ReferralTexts.gaps.count]
        case .date: return "\(today.adding(days: 30))"
        case .dateTime: return "\(OsloTime.instant(of: today, hour: 12))"
        case .yesNo: return "false"
        case .code(let options): return options.last?.code
        case .digits: return Self.synthetic
        case .number: return "1"
        case .messageID: return "019a8f3e-7c00-7000-8000-0000000000f2"
        }
    }

    /// A number that nobody has: the month is given with 80 added.
    private static let synthetic =
        (0..<40).lazy.compactMap { step in
            CalendarDay(year: 2015, month: 3, day: 4).flatMap {
                PersonNumber.synthetic(birthDay: $0, serial: 600 + step)
            }
        }.first?.digits ?? ""

    private func field(_ path: String, in parts: [FormPart]) -> FormField? {
        let plain = path.split(separator: "/").map { String($0.prefix { $0 != "[" }) }
        for part in parts {
            switch part {
            case .field(let field): if field.path == plain { return field }
            case .group(let group): if let found = self.field(path, in: group.parts) { return found }
            case .choice(let choice): if let found = self.field(path, in: choice.alternatives) { return found }
            }
        }
        return nil
    }
}
