import Law

/// What codes are stated of, each by a list of the register's.
package enum CodedMatter: String, Hashable, Sendable {
    /// Who reported a concern (melder).
    case reporters
    /// What a report of concern is about (saksinnhold).
    case contents
    /// What measures or a petition after an investigation rest on (vedtaksgrunnlag).
    case grounds

    private var list: RegisterCodeList {
        switch self {
        case .reporters: .reporters
        case .contents, .grounds: .contents
        }
    }

    /// The first obstacle to stating codes: each once, each in the list, each valid on some of the days, and those that
    /// say nothing by themselves with words.
    func obstacle(to codes: [StatedCode], during days: ClosedRange<CalendarDay>) -> CaseRefusal? {
        var seen: Set<String> = []
        for stated in codes {
            guard seen.insert(stated.code).inserted else { return .codeStatedTwice(self, stated.code) }
            guard let period = list.period(of: stated.code), period.overlaps(days) else {
                return .codeNotInForce(self, stated.code)
            }
            if list.needsSpecification(stated.code), stated.specification?.isBlank ?? true {
                return .specificationMissing(self, stated.code)
            }
        }
        return nil
    }
}
