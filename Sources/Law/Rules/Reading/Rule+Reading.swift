/// The columns of a file of deadlines (docs/law.md).
enum DeadlineColumn: String, CaseIterable {
    case rule, section, validFrom, validTo, holder, trigger, length, unit, start, end
    case extendedLength, extendedUnit, extendedSection, extendedNeeds
    case waivers, passing, transition, confidence, nb, nn, en, note
}

extension Rule {
    /// Reads a row of a file of deadlines.
    init(row: LawRow<DeadlineColumn>) throws(LawFault) {
        id = RuleID(try row.required(.rule))
        let section = try row.required(.section)
        (validFrom, validTo) = try row.validity(.validFrom, .validTo)
        holder = try row.code(.holder)
        trigger = try row.code(.trigger)
        length = try Length(row: row, .length, .unit)
        start = try Start(row: row)
        end = try row.code(.end)
        `extension` = try Length(row: row, .extendedLength, .extendedUnit)
        extensionNeeds = try row.optionalCode(.extendedNeeds)
        waivers = try row.codes(.waivers)
        passing = try row.code(.passing)
        transition = try row.code(.transition)
        confidence = try row.code(.confidence)
        words = RuleWords(
            citation: section,
            extensionCitation: row.text(.extendedSection).isEmpty ? nil : row.text(.extendedSection),
            titles: Titles(
                bokmal: try row.required(.nb),
                nynorsk: try row.required(.nn),
                english: try row.required(.en)
            ),
            note: row.text(.note)
        )
        if `extension` != nil, words.extensionCitation == nil {
            throw row.fault(.empty, at: .extendedSection, expected: "the section of the extension")
        }
        if length == nil, `extension` != nil {
            throw row.fault(.notEmpty, at: .extendedLength, expected: "no extension where there is no length")
        }
    }
}

extension Length {
    /// The longest that a table may give, so that a slip of the hand is seen.
    private static let longest = 1_000

    /// An amount and its unit; nothing where the unit is `none` or the field is empty.
    fileprivate init?(
        row: LawRow<DeadlineColumn>,
        _ amount: DeadlineColumn,
        _ unit: DeadlineColumn
    ) throws(LawFault) {
        let none = row.text(unit).isEmpty && unit == .extendedUnit || row.text(unit) == "none"
        guard !none else {
            guard row.text(amount).isEmpty else {
                throw row.fault(.notEmpty, at: amount, expected: "nothing where the unit is none")
            }
            return nil
        }
        let found: Unit
        do throws(LawFault) {
            found = try row.code(unit)
        } catch {
            let units = (["none"] + Unit.allCases.map(\.rawValue)).joined(separator: ", ")
            throw row.fault(.unknownCode, at: unit, expected: "one of \(units)")
        }
        guard found != .atOnce else {
            guard row.text(amount).isEmpty else {
                throw row.fault(.notEmpty, at: amount, expected: "nothing where the unit is atOnce")
            }
            self = .atOnce
            return
        }
        self.init(try row.number(amount, in: 1...Self.longest), found)
    }
}

extension Rule.Start {
    /// `trigger`, or `after:` and the name of a rule.
    fileprivate init(row: LawRow<DeadlineColumn>) throws(LawFault) {
        let text = row.text(.start)
        if text == "trigger" {
            self = .trigger
        } else if text.hasPrefix("after:"), text.utf8.count > 6 {
            self = .after(RuleID(String(text.dropFirst(6))))
        } else {
            throw row.fault(.unknownCode, at: .start, expected: "trigger, or after: and the name of a rule")
        }
    }

    /// The code of the table.
    package var code: String {
        switch self {
        case .trigger: "trigger"
        case .after(let other): "after:\(other)"
        }
    }
}
