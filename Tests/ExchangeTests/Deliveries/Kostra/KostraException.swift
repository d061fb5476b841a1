import Casework
import Exchange
import Law

/// What of a person is not the same after a case was made of it and told again for the year: the whole table.
enum KostraException: CaseIterable {
    /// The case was not open on any day of the year: nobody is told.
    case notOpen
    /// An investigation was not there on any day of the year.
    case investigations
    /// A concern was concluded before the year and has no investigation in it, or came after it.
    case concerns
    /// A plan was neither in force nor evaluated in the year.
    case plans
    /// A measure was not there on any day of the year.
    case measures
    /// A relocation was in another year.
    case relocations
    /// An end or evaluation after the year is not known yet, nor is what comes with it: conclusion, grounds, repeal.
    case later
    /// A case has no place for a conclusion without a day.
    case conclusionWithoutEnd
    /// A case that has not ended is not told as closed.
    case closedWithoutEnd
    /// A case has no place for `Distriktsnummer`.
    case area
    /// An empty letter, subsection or sentence says what a missing one says.
    case emptyParts
    /// A code that is said twice with the same words is told once.
    case repeatedCodes
    /// Words are counted in UTF-16 units, of which a character may have more than one, and cut to what the form takes.
    case longWords
    /// Without concern, plan and measure nobody is told.
    case nothingLeft

    /// What is expected to come back.
    static func expected(_ person: KostraIndividual, _ year: Int) -> KostraIndividual? {
        var person: KostraIndividual? = person
        for exception in allCases { person = person.flatMap { exception.applied(to: $0, year) } }
        return person
    }

    /// The exceptions that change something, one after the other.
    static func used(_ person: KostraIndividual, _ year: Int) -> [KostraException] {
        var current: KostraIndividual? = person
        return allCases.filter { exception in
            guard let before = current else { return false }
            current = exception.applied(to: before, year)
            return current != before
        }
    }

    private func applied(to whole: KostraIndividual, _ year: Int) -> KostraIndividual? {
        var person = whole
        let first = RegisterSample.day("\(year)-01-01")
        let last = RegisterSample.day("\(year)-12-31")
        func isThere(_ start: CalendarDay, _ end: CalendarDay?) -> Bool { start <= last && (end ?? last) >= first }
        switch self {
        case .notOpen: return isThere(person.start, person.end) ? person : nil
        case .investigations:
            for place in person.concerns.indices {
                guard let one = person.concerns[place].investigation, !isThere(one.start, one.end) else { continue }
                person.concerns[place].investigation = nil
            }
        case .concerns: person.concerns.removeAll { $0.investigation == nil && !isThere($0.start, $0.end) }
        case .plans:
            person.plans.removeAll { plan in
                let isEvaluated = plan.start <= last && plan.evaluated.map { (first...last).contains($0) } ?? false
                return !isThere(plan.start, plan.end) && !isEvaluated
            }
        case .measures: person.measures.removeAll { !isThere($0.start, $0.end) }
        case .relocations: person.relocations.removeAll { !(first...last).contains($0.end) }
        case .later: person.forget(after: last)
        case .conclusionWithoutEnd:
            for place in person.concerns.indices {
                if person.concerns[place].end == nil { person.concerns[place].conclusion = nil }
                guard person.concerns[place].investigation?.end == nil else { continue }
                person.concerns[place].investigation?.conclusion = nil
                person.concerns[place].investigation?.specification = nil
            }
        case .closedWithoutEnd: if person.end == nil { person.isClosed = false }
        case .area: person.area = nil
        case .emptyParts:
            for place in person.measures.indices {
                person.measures[place].basis.dropEmptyParts()
                for other in person.measures[place].references.indices {
                    person.measures[place].references[other].dropEmptyParts()
                }
            }
        case .repeatedCodes:
            for place in person.concerns.indices {
                person.concerns[place].contents.dropRepeated()
                person.concerns[place].investigation?.grounds.dropRepeated()
            }
            for place in person.measures.indices { person.measures[place].grounds.dropRepeated() }
        case .longWords:
            person.caseworker.cut(to: 50)
            for place in person.measures.indices {
                person.measures[place].category.specification?.cut(to: 1000)
            }
        case .nothingLeft:
            if person.concerns.isEmpty && person.plans.isEmpty && person.measures.isEmpty { return nil }
        }
        return person
    }

    /// Makes the sample one that this exception is about, and no other.
    func example(_ person: inout KostraIndividual) {
        let before = RegisterSample.day("2023-12-31")
        let after = RegisterSample.day("2025-01-01")
        if self != .area { person.area = nil }
        if self != .emptyParts {
            person.measures[0].basis.dropEmptyParts()
            person.measures[0].references = []
        }
        switch self {
        case .notOpen: person.end = before
        case .investigations: person.concerns[0].investigation?.start = after
        case .concerns:
            person.concerns[0].investigation = nil
            person.concerns[0].end = before
        case .plans:
            person.plans[0].evaluated = nil
            person.plans[0].end = before
        case .measures: person.measures[0].end = before
        case .relocations: person.relocations[0].end = after
        case .later:
            person.end = after
            person.concerns[0].end = after
            person.concerns[0].investigation?.end = after
            person.plans[0].end = after
            person.plans[0].evaluated = after
            person.measures[0].end = after
        case .conclusionWithoutEnd: person.concerns[0].investigation?.end = nil
        case .closedWithoutEnd: person.isClosed = true
        case .area, .emptyParts: break
        case .repeatedCodes: person.concerns[0].contents += person.concerns[0].contents
        case .longWords:
            person.caseworker = String(repeating: "😀", count: 26)
            person.measures[0].category.specification = String(repeating: "😀", count: 501)
        case .nothingLeft:
            person.concerns = []
            person.plans = []
            person.measures = []
        }
    }
}

extension KostraIndividual {
    /// Forgets what comes after a day.
    fileprivate mutating func forget(after last: CalendarDay) {
        func isLater(_ day: CalendarDay?) -> Bool { day.map { $0 > last } ?? false }
        if isLater(end) {
            end = nil
            isClosed = false
        }
        for place in concerns.indices {
            if isLater(concerns[place].end) {
                concerns[place].end = nil
                concerns[place].conclusion = nil
            }
            guard isLater(concerns[place].investigation?.end) else { continue }
            concerns[place].investigation?.end = nil
            concerns[place].investigation?.conclusion = nil
            concerns[place].investigation?.specification = nil
            concerns[place].investigation?.grounds = []
        }
        for place in plans.indices {
            if isLater(plans[place].end) { plans[place].end = nil }
            if isLater(plans[place].evaluated) { plans[place].evaluated = nil }
        }
        for place in measures.indices where isLater(measures[place].end) {
            measures[place].end = nil
            measures[place].repeal = nil
        }
    }
}

extension String {
    fileprivate mutating func cut(to units: Int) { while utf16.count > units { removeLast() } }
}

extension KostraIndividual.Basis {
    fileprivate mutating func dropEmptyParts() {
        if letter == "" { letter = nil }
        if subsection == "" { subsection = nil }
        if sentence == "" { sentence = nil }
    }
}

extension [StatedCode] {
    fileprivate mutating func dropRepeated() {
        var seen: Set<StatedCode> = []
        self = filter { seen.insert($0).inserted }
    }
}
