import Law

/// Runs the rules on sound persons and collects the entries.
struct KostraJudge {
    let mode: KostraFrame.Mode
    /// Nothing where no reporting year is known; then no rule is run.
    let frame: KostraFrame?
    private(set) var entries: [DeliveryEntry] = []
    private(set) var soundSenders = 0
    private(set) var soundPersons = 0
    /// Structural entries kept of a file: what is more says nothing new and would fill the memory.
    private static let mostStructural = 100_000
    private var structural = 0
    private let rules = KostraRules.person
    private var duplicates = KostraDuplicates()

    init(mode: KostraFrame.Mode, frame: KostraFrame?) {
        self.mode = mode
        self.frame = frame
    }

    /// How many controls the official program says that it has run.
    var controls: Int { soundSenders * KostraRules.sender.count + soundPersons * rules.count }

    // MARK: What comes

    /// Takes a breach of the structure that is outside every sender and person.
    mutating func structure(_ finding: StructureFinding) {
        guard mode == .strict else { return }
        keep(DeliveryEntry(finding))
    }

    private mutating func keep(_ entry: DeliveryEntry) {
        guard structural < Self.mostStructural else { return }
        structural += 1
        entries.append(entry)
    }

    /// Takes a sender; with findings it is none.
    mutating func take(_ sender: KostraSender, _ findings: [StructureFinding]) {
        guard findings.isEmpty else {
            switch mode {
            case .strict: for finding in findings { keep(DeliveryEntry(finding)) }
            case .reference: add(KostraRules.senderStructure, at: sender.place)
            }
            return
        }
        soundSenders += 1
        guard let frame else { return }
        for rule in KostraRules.sender {
            guard case .sender(let test) = rule.test, isReported(test(sender, frame)) else { continue }
            var facts = DeliveryFacts()
            let isAboutYear = rule.id == "AVGIVER_02"
            facts.found = isAboutYear ? String(sender.year) : sender.municipality
            facts.expected = isAboutYear ? String(frame.year) : frame.municipality ?? ""
            add(rule, at: sender.place, facts)
        }
    }

    /// Takes a person; with findings it is none, and no rule is run on it.
    mutating func take(_ person: KostraPerson, _ findings: [KostraFinding]) {
        guard findings.isEmpty else {
            switch mode {
            case .strict: for finding in findings { keep(DeliveryEntry(finding, in: person)) }
            case .reference: add(KostraRules.personStructure, at: person.place)
            }
            return
        }
        soundPersons += 1
        duplicates.add(person)
        guard let frame else { return }
        let endings = mode == .strict ? KostraFrame.writtenEndings : KostraFrame.officialEndings
        let age = person.birthNumber.birthYear(endings, in: frame.year).map { frame.year - $0 }
        for index in rules.indices { run(index, person, frame, age) }
    }

    /// Takes the news that the document cannot be read on.
    mutating func fail(_ error: XmlError) {
        // The official program forgets what it has found so far.
        if mode == .reference { entries = [] }
        var facts = DeliveryFacts()
        facts.words = "XML_FILE.\(error.kind)"
        var entry = DeliveryEntry(
            rule: KostraRules.unreadable.id,
            severity: KostraRules.unreadable.severity(in: mode),
            facts: facts
        )
        entry.line = error.line
        entry.column = error.column
        entries.append(entry)
    }

    /// Adds what can be said when the whole file has been read.
    mutating func finish() {
        if soundSenders != 1 {
            var facts = DeliveryFacts()
            facts.count = soundSenders
            add(KostraRules.senderCount, facts)
        }
        if soundPersons == 0 { add(KostraRules.personCount) }
        for same in duplicates.sameNumbers where mode == .reference || !same.others.isEmpty {
            var facts = DeliveryFacts()
            facts.others = same.others
            if same.others.isEmpty { facts.difference = .onlyReference }
            add(KostraRules.sameNumber, journal: same.journal, at: same.place, facts)
        }
        for same in duplicates.sameJournals {
            let count = mode == .strict ? same.count : same.numbered
            guard count > 1 else { continue }
            var facts = DeliveryFacts()
            facts.count = count
            facts.others = [same.journal]
            if mode == .strict, same.numbered < 2 { facts.difference = .onlyStrict }
            add(KostraRules.sameJournal, at: same.place, facts)
        }
    }

    // MARK: Rules

    @inline(__always)
    private func isReported(_ outcome: KostraOutcome) -> Bool {
        !outcome.isDisjoint(with: mode == .strict ? .strict : .reference)
    }

    private mutating func run(_ index: Int, _ person: KostraPerson, _ frame: KostraFrame, _ age: Int?) {
        switch rules[index].test {
        case .person(let test):
            let outcome = test(person, frame, age)
            if isReported(outcome) { add(index, outcome, person, .person, frame, age) }
        case .concern(let test):
            for place in person.concerns.indices {
                let outcome = test(person.concerns[place], person, frame)
                if isReported(outcome) { add(index, outcome, person, .concern(place), frame, age) }
            }
        case .concernCode(let list, let test):
            for place in person.concerns.indices {
                for code in list(person.concerns[place]) {
                    let outcome = test(person.codes[code])
                    guard isReported(outcome) else { continue }
                    add(index, outcome, person, .concern(place), frame, age, person.codes[code].code)
                }
            }
        case .investigation(let test):
            for place in person.investigations.indices {
                let outcome = test(person.investigations[place], person, frame)
                if isReported(outcome) { add(index, outcome, person, .investigation(place), frame, age) }
            }
        case .decisionGround(let test):
            for place in person.investigations.indices {
                for code in person.investigations[place].grounds {
                    let outcome = test(person.codes[code])
                    guard isReported(outcome) else { continue }
                    add(index, outcome, person, .investigation(place), frame, age, person.codes[code].code)
                }
            }
        case .plan(let test):
            for place in person.plans.indices {
                let outcome = test(person.plans[place], person, frame)
                if isReported(outcome) { add(index, outcome, person, .plan(place), frame, age) }
            }
        case .measure(let test):
            for place in person.measures.indices {
                let outcome = test(person.measures[place], person, frame, age)
                if isReported(outcome) { add(index, outcome, person, .measure(place), frame, age) }
            }
        case .relocation(let test):
            for place in person.relocations.indices {
                let outcome = test(person.relocations[place], person, frame)
                if isReported(outcome) { add(index, outcome, person, .relocation(place), frame, age) }
            }
        case .overlap: runOverlap(index, person, frame, age)
        case .dates: runDates(index, person, frame, age)
        case .file, .sender: break
        }
    }

    private mutating func runOverlap(_ index: Int, _ person: KostraPerson, _ frame: KostraFrame, _ age: Int?) {
        guard person.measures.count > 1 else { return }
        for place in person.measures.indices where person.measures[place].isPlacement {
            var outcome: KostraOutcome = []
            for other in person.measures[(place + 1)...] where other.isPlacement {
                outcome.formUnion(KostraRules.overlap(person.measures[place], other, frame))
            }
            if isReported(outcome) { add(index, outcome, person, .measure(place), frame, age) }
        }
    }

    private mutating func runDates(_ index: Int, _ person: KostraPerson, _ frame: KostraFrame, _ age: Int?) {
        for place in person.concerns.indices {
            let concern = person.concerns[place]
            check(concern.start, .start, .concern(place), index, person, frame)
            check(concern.end, .end, .concern(place), index, person, frame)
            guard let inside = concern.investigation else { continue }
            check(person.investigations[inside].start, .start, .investigation(inside), index, person, frame)
            check(person.investigations[inside].end, .end, .investigation(inside), index, person, frame)
        }
        for place in person.plans.indices {
            check(person.plans[place].start, .start, .plan(place), index, person, frame)
            check(person.plans[place].end, .end, .plan(place), index, person, frame)
            check(person.plans[place].evaluated, .evaluated, .plan(place), index, person, frame)
        }
        for place in person.measures.indices {
            check(person.measures[place].start, .start, .measure(place), index, person, frame)
            check(person.measures[place].end, .end, .measure(place), index, person, frame)
        }
        for place in person.relocations.indices {
            check(person.relocations[place].end, .end, .relocation(place), index, person, frame)
        }
        check(person.start, .start, .person, index, person, frame)
        check(person.end, .end, .person, index, person, frame)
    }

    @inline(__always)
    private mutating func check(
        _ day: CalendarDay?,
        _ name: KostraName,
        _ item: KostraItem,
        _ index: Int,
        _ person: KostraPerson,
        _ frame: KostraFrame
    ) {
        guard let day else { return }
        let outcome = KostraOutcome.when(
            reference: !KostraFrame.officialDates.contains(day),
            strict: !frame.dates.contains(day)
        )
        guard isReported(outcome) else { return }
        add(index, outcome, person, item, frame, nil)
        let dates = mode == .strict ? frame.dates : KostraFrame.officialDates
        entries[entries.count - 1].facts.attribute = name.rawValue
        entries[entries.count - 1].facts.start = dates.lowerBound
        entries[entries.count - 1].facts.end = dates.upperBound
        entries[entries.count - 1].facts.caseStart = day
    }

    // MARK: Entries

    private mutating func add(
        _ index: Int,
        _ outcome: KostraOutcome,
        _ person: KostraPerson,
        _ item: KostraItem,
        _ frame: KostraFrame,
        _ age: Int?,
        _ code: PackedText? = nil
    ) {
        let rule = rules[index]
        var facts = person.facts(of: item)
        facts.words = rule.words
        facts.year = frame.year
        facts.age = age
        if let code { facts.found = code.text }
        facts.difference = difference(rule, outcome)
        var entry = DeliveryEntry(rule: rule.id, severity: rule.severity(in: mode), facts: facts)
        entry.individID = person.text(person.id)
        entry.journal = person.text(person.journal)
        entry.contextID = person.text(person.id(of: item))
        let place = person.place(of: item)
        entry.line = Int(place.line)
        entry.column = Int(place.column)
        entries.append(entry)
    }

    private func difference(_ rule: KostraRule, _ outcome: KostraOutcome) -> DeliveryFacts.Difference? {
        if !outcome.contains(.reference) { return .onlyStrict }
        if !outcome.contains(.strict) { return .onlyReference }
        return rule.severity == rule.strictSeverity ? nil : .severity
    }

    private mutating func add(
        _ rule: KostraRule,
        journal: String = "",
        at place: KostraPlace? = nil,
        _ facts: DeliveryFacts = DeliveryFacts()
    ) {
        var entry = DeliveryEntry(rule: rule.id, severity: rule.severity(in: mode), facts: facts)
        entry.facts.words = rule.words
        entry.journal = journal
        entry.line = place.map { Int($0.line) }
        entry.column = place.map { Int($0.column) }
        entries.append(entry)
    }
}
