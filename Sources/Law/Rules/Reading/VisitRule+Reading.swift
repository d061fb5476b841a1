/// The columns of a file of visit frequencies (docs/law.md).
enum VisitColumn: String, CaseIterable {
    case rule, section, validFrom, validTo, holder, perYear, untilAge
    case reducedPerYear, reducedSection, reducedYears, reducedAge, reducedConditions
    case permanentPerYear, permanentSection
    case exceptionPerYear, exceptionSection, exceptionConditions
    case confidence, nb, nn, en, note
}

extension VisitRule {
    private static let counts = 1...52
    private static let ages = 1...25

    /// Reads a row of a file of visit frequencies.
    init(row: LawRow<VisitColumn>) throws(LawFault) {
        id = RuleID(try row.required(.rule))
        citation = try row.required(.section)
        (validFrom, validTo) = try row.validity(.validFrom, .validTo)
        holder = try row.code(.holder)
        perYear = try row.number(.perYear, in: Self.counts)
        untilAge = try row.optionalNumber(.untilAge, in: Self.ages)
        reduction = try Reduction(row: row)
        permanent = try Permanent(row: row)
        exception = try Exception(row: row)
        confidence = try row.code(.confidence)
        titles = Titles(
            bokmal: try row.required(.nb),
            nynorsk: try row.required(.nn),
            english: try row.required(.en)
        )
        note = row.text(.note)
    }
}

extension VisitRule.Reduction {
    fileprivate init?(row: LawRow<VisitColumn>) throws(LawFault) {
        guard !row.text(.reducedPerYear).isEmpty else {
            try row.refuse([.reducedSection, .reducedYears, .reducedAge, .reducedConditions])
            return nil
        }
        perYear = try row.number(.reducedPerYear, in: 1...52)
        citation = try row.required(.reducedSection)
        minimumYears = try row.number(.reducedYears, in: 0...18)
        minimumAge = try row.optionalNumber(.reducedAge, in: 1...25)
        conditions = try row.conditions(.reducedConditions)
    }
}

extension VisitRule.Permanent {
    fileprivate init?(row: LawRow<VisitColumn>) throws(LawFault) {
        guard !row.text(.permanentPerYear).isEmpty else {
            try row.refuse([.permanentSection])
            return nil
        }
        perYear = row.text(.permanentPerYear) == "agreed" ? nil : try row.number(.permanentPerYear, in: 1...52)
        citation = try row.required(.permanentSection)
    }
}

extension VisitRule.Exception {
    fileprivate init?(row: LawRow<VisitColumn>) throws(LawFault) {
        guard !row.text(.exceptionPerYear).isEmpty else {
            try row.refuse([.exceptionSection, .exceptionConditions])
            return nil
        }
        perYear = try row.number(.exceptionPerYear, in: 1...52)
        citation = try row.required(.exceptionSection)
        conditions = try row.conditions(.exceptionConditions)
    }
}

extension LawRow<VisitColumn> {
    fileprivate func conditions(_ column: VisitColumn) throws(LawFault) -> VisitConditions {
        let codes: [VisitConditions.Code] = try codes(column)
        return VisitConditions(codes.map(\.condition))
    }

    /// Fields that make no sense where the number they belong to is missing.
    fileprivate func refuse(_ columns: [VisitColumn]) throws(LawFault) {
        for column in columns where !text(column).isEmpty {
            throw fault(.notEmpty, at: column, expected: "nothing where the number of visits is empty")
        }
    }
}
