import Casework
package import Exchange
package import Law
import Synchronization

/// What Statistics Norway would find wrong in a service's cases, were they delivered now.
package struct OwnReport: Sendable {
    /// What was found in one case.
    package struct Finding: Sendable {
        /// In which delivery.
        package let format: DeliveryFormat
        /// What, without a name and a line.
        package let entry: DeliveryEntry
        /// The report of concern that it is about; `nil` where it is about anything else.
        package let concern: RecordID?
    }

    /// A case with something to mend.
    package struct Row: Sendable {
        /// The case; `nil` for a child that was only reported.
        package let caseID: RecordID?
        /// The case, or the first report of the child.
        package let subject: RecordID
        /// Who it is about.
        package let child: ListedChild
        /// The gravest first.
        package let findings: [Finding]
    }

    /// How often a rule has found something.
    package struct RuleCount: Hashable, Sendable {
        /// The rule's id.
        package let rule: String
        /// In which delivery.
        package let format: DeliveryFormat
        /// How grave it is.
        package let severity: DeliverySeverity
        /// How many findings.
        package let count: Int
    }

    /// The day as of which it was checked.
    package let asOf: CalendarDay
    /// How many cases were checked, children without one too.
    package let checked: Int
    /// How many of them have something to mend, whatever is shown.
    package let withFindings: Int
    /// The gravest of all.
    package let overall: DeliverySeverity
    /// The rules that have found something, the gravest and most frequent first.
    package let rules: [RuleCount]
    /// The cases of this page, the gravest first.
    package let rows: [Row]
    /// Whether there are others.
    package let hasMore: Bool
}

/// What somebody wants to see of the report.
package struct OwnReportFilter: Hashable, Sendable {
    /// Only of this delivery.
    package var format: DeliveryFormat?
    /// Only what is at least so grave.
    package var severity: DeliverySeverity
    /// Only of this rule.
    package var rule: String?
    /// From which row on.
    package var offset: Int

    package init(
        format: DeliveryFormat? = nil,
        severity: DeliverySeverity = .info,
        rule: String? = nil,
        offset: Int = 0
    ) {
        self.format = format
        self.severity = severity
        self.rule = rule
        self.offset = offset
    }

    func holds(_ finding: OwnReport.Finding) -> Bool {
        format.map { $0 == finding.format } ?? true && finding.entry.severity >= severity
            && rule.map { $0 == finding.entry.rule } ?? true
    }
}

extension DeliveryDesk {
    /// Cases that a page of the report shows.
    package static let mostRows = 50

    /// Today's report of a service: every case as it would be delivered now, checked by the rules of both deliveries.
    ///
    /// A case is opened only where something has happened to it since it was checked last, or a day has passed.
    ///
    /// - Parameters:
    ///   - person: The leader of the service; cases in which they have a conflict of interest are left out.
    ///   - filter: What they want to see.
    /// - Returns: The counts of all of them, and a page of those that the filter shows.
    /// - Throws: ``Absent`` for anybody else; ``DeliveryTrouble`` where the service cannot deliver at all; any other error
    ///   where a case cannot be read.
    package func report(_ person: Person, _ filter: OwnReportFilter) async throws -> OwnReport {
        _ = try await gate.enter(person, .checkDeliveries, in: person.unit, objects: [])
        let unit = try units.unit(person.unit)
        let today = environment.today
        let hands = try await inHand(.person(person), unit)
        let checked = try await check(hands, of: unit, for: person, today)
        let found = zip(hands, checked).compactMap { hand, checked in
            let findings = checked.filter(filter.holds).sorted { $0.entry.severity > $1.entry.severity }
            return findings.isEmpty ? nil : (hand: hand, findings: findings)
        }
        // The gravest first; of the same the order of the journal.
        let ranked = found.enumerated().sorted { left, right in
            let (one, other) = (left.element.findings[0].entry.severity, right.element.findings[0].entry.severity)
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
        let shown = Array(ranked.dropFirst(filter.offset).prefix(Self.mostRows))
        return OwnReport(
            asOf: today,
            checked: hands.count,
            withFindings: checked.count { !$0.isEmpty },
            overall: checked.joined().map(\.entry.severity).max() ?? .ok,
            rules: Self.counts(checked.flatMap(\.self)),
            rows: try await rows(shown, of: unit, for: person),
            hasMore: ranked.count > filter.offset + shown.count
        )
    }

    private func check(
        _ hands: [CaseInHand],
        of unit: Unit,
        for person: Person,
        _ today: CalendarDay
    ) async throws -> [[OwnReport.Finding]] {
        let year = Self.reportingYear(on: today)
        let stale = hands.filter { findings.of($0, in: unit.id, on: today) == nil }
        let teller = CaseTeller(unit: unit, law: law, today: today, people: people)
        for some in stale.chunks(of: Self.mostInLine) {
            let grant = try await enter(.person(person), unit.id, some.flatMap(\.streams))
            for hand in some {
                let told = try teller.tell(hand, under: grant)
                let reported = try year == today.year ? told : teller.tell(hand, asOf: .end(of: year), under: grant)
                var found = try self.found(in: told, of: unit.id, today)
                found += try self.found(in: reported, of: unit.id, year: year, today)
                findings.keep(found, of: hand, in: unit.id, on: today)
            }
        }
        return hands.map { findings.of($0, in: unit.id, on: today) ?? [] }
    }

    /// What both checks say of a case.
    private func found(in told: ToldCase, of unit: UnitID, _ today: CalendarDay) throws -> [OwnReport.Finding] {
        guard let now = told.told else { return [] }
        let sender = try sender(unit, told.municipality, on: today)
        let delivery = RegisterDelivery(
            id: now.id,
            extracted: RegisterMoment(environment.now()),
            system: Self.system,
            sender: sender,
            registerCase: now.forRegister
        )
        return RegisterCheck.entries(delivery).map { entry in
            OwnReport.Finding(format: .bvr, entry: entry, concern: told.reports[ThingID(entry.contextID)])
        }
    }

    /// The rule about investigations that have run for half a year by 31 December.
    private static let oldInvestigation = "UNDERSOKELSE_08"

    /// The year that KOSTRA is asked for: until the file is due, in January, the year before.
    static func reportingYear(on day: CalendarDay) -> Int { day.month == 1 ? day.year - 1 : day.year }

    /// What the check of KOSTRA says of a case, without what only the rest of the year will tell.
    private func found(
        in told: ToldCase,
        of unit: UnitID,
        year: Int,
        _ today: CalendarDay
    ) throws -> [OwnReport.Finding] {
        guard let now = told.told else { return [] }
        let sender = try sender(unit, told.municipality, on: today)
        // KOSTRA knows a report by a shorter id than the register.
        let short = Dictionary(
            told.reports.map { (KostraIndividual.id(of: $0.key), $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        let entries = kostraEntries(now, sender, year: year).filter { entry in
            // An investigation that runs is called old by 31 December; it is not that yet.
            entry.rule != Self.oldInvestigation || today > .end(of: year)
                || entry.facts.start.map { $0.adding(months: 6) <= today } ?? true
        }
        return entries.map { entry in
            OwnReport.Finding(format: .kostra, entry: entry, concern: short[entry.contextID])
        }
    }

    private func rows(
        _ shown: [(hand: CaseInHand, findings: [OwnReport.Finding])],
        of unit: Unit,
        for person: Person
    ) async throws -> [OwnReport.Row] {
        let grant = try await enter(.person(person), unit.id, shown.flatMap(\.hand.streams))
        var stored: [StoredCase] = []
        var reports: [ConcernFacts] = []
        for (hand, _) in shown {
            switch hand {
            case .opened(let one, _): stored.append(one)
            case .reported(let some): reports += some.prefix(1)
            }
        }
        let children = try cases.listedChildren(stored, reports, in: unit, under: grant)
        return shown.map { hand, findings in
            var caseID: RecordID?
            if case .opened(let one, _) = hand { caseID = one.facts.id }
            return OwnReport.Row(
                caseID: caseID,
                subject: hand.subject,
                child: children[hand.subject] ?? ListedChild(name: "", isUnborn: false),
                findings: findings
            )
        }
    }

    private static func counts(_ findings: [OwnReport.Finding]) -> [OwnReport.RuleCount] {
        var counts: [OwnReport.RuleCount: Int] = [:]
        for finding in findings {
            let entry = finding.entry
            let key = OwnReport.RuleCount(rule: entry.rule, format: finding.format, severity: entry.severity, count: 0)
            counts[key, default: 0] += 1
        }
        return counts.map { key, count in
            OwnReport.RuleCount(rule: key.rule, format: key.format, severity: key.severity, count: count)
        }
        .sorted { left, right in
            if left.severity != right.severity { return left.severity > right.severity }
            return left.count == right.count
                ? (left.rule, left.format.rawValue) < (right.rule, right.format.rawValue) : left.count > right.count
        }
    }
}

/// What was found in each case, for as long as nothing happens to it and the day lasts: rules, days and ids, no name.
final class KeptFindings: Sendable {
    private struct Kept {
        let hand: CaseInHand
        let findings: [OwnReport.Finding]
    }

    private struct Shelf {
        var day: CalendarDay
        var kept: [RecordID: Kept] = [:]
    }

    private let shelves = Mutex<[UnitID: Shelf]>([:])

    func of(_ hand: CaseInHand, in unit: UnitID, on day: CalendarDay) -> [OwnReport.Finding]? {
        shelves.withLock { shelves in
            guard let shelf = shelves[unit], shelf.day == day, let kept = shelf.kept[hand.subject],
                kept.hand.isSame(as: hand)
            else { return nil }
            return kept.findings
        }
    }

    func keep(_ findings: [OwnReport.Finding], of hand: CaseInHand, in unit: UnitID, on day: CalendarDay) {
        shelves.withLock { shelves in
            if shelves[unit]?.day != day { shelves[unit] = Shelf(day: day) }
            shelves[unit]?.kept[hand.subject] = Kept(hand: hand, findings: findings)
        }
    }
}
