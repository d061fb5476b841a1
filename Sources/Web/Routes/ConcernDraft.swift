import Casework
import Law

/// What somebody has typed into the form for a report, and what is wrong with it.
struct ConcernDraft: Sendable {
    typealias Input = ConcernFormPage.Input

    private static let longestText = 100_000
    private static let longestLine = 500
    private static let mostOtherChildren = 30

    private(set) var values: [Input: String]
    /// What is wrong with a field and what to do, without the value.
    private(set) var problems: [Input: String] = [:]

    init(values: [Input: String]) {
        self.values = values
    }

    var isUrgent: Bool { self[.urgent] == "yes" }

    /// The report as typed; `nil` where something is wrong, and then ``problems`` says what.
    mutating func concern(for service: Service?, _ phrases: PagePhrases) -> Concern? {
        let catalog = phrases.catalog
        let toldAt = toldAt(phrases)
        let number = number(catalog)
        let otherChildren = otherChildren(catalog)
        check(catalog)
        guard problems.isEmpty else { return nil }
        return Concern(
            origin: origin,
            child: ConcernedChild(
                name: self[.childName],
                number: number,
                unreadableNumber: "",
                isUnborn: self[.childState] == "unborn",
                address: PostalAddress(lines: Self.lines(self[.childAddress]), postcode: nil, town: nil),
                phone: nil,
                isInformed: nil,
                informedReason: nil,
                assumedAge: optional(.childAge),
                relation: nil
            ),
            otherChildren: otherChildren,
            guardians: Self.lines(self[.guardians]).map {
                Guardian(name: $0, phone: nil, isInformed: false, informedReason: nil)
            },
            worry: self[.worry],
            history: optional(.history),
            otherViews: nil,
            interpreter: optional(.interpreter),
            otherServices: nil,
            address: Self.address(of: service, on: phrases.today),
            sentAt: toldAt,
            channel: self[.channel]
        )
    }

    // MARK: Checks

    private mutating func check(_ catalog: Catalog) {
        if !ArrivalWords.codes.contains(self[.channel]) { problems[.channel] = catalog.text("problem.choose") }
        if !["yes", "no"].contains(self[.urgent]) { problems[.urgent] = catalog.text("problem.choose") }
        if !["public", "private", "anonymous"].contains(self[.reporterKind]) {
            problems[.reporterKind] = catalog.text("problem.choose")
        }
        if !["born", "unborn"].contains(self[.childState]) { problems[.childState] = catalog.text("problem.choose") }
        if self[.worry].isEmpty { problems[.worry] = catalog.text("problem.worry") }
        for (input, value) in values {
            let limit = [.worry, .history, .guardians].contains(input) ? Self.longestText : Self.longestLine
            if value.count > limit { problems[input] = catalog.text("problem.tooLong") }
        }
    }

    private mutating func toldAt(_ phrases: PagePhrases) -> Instant? {
        guard let instant = OsloTime.instant(parsingLocal: self[.receivedAt]) else {
            problems[.receivedAt] = phrases.catalog.text("problem.time")
            return nil
        }
        // A minute's grace: the form shows minutes, and clocks differ.
        if instant > phrases.now.adding(seconds: 60) {
            problems[.receivedAt] = phrases.catalog.text("problem.timeAhead")
        }
        return instant
    }

    private mutating func number(_ catalog: Catalog) -> PersonNumber? {
        let digits = self[.childNumber].filter { !$0.isWhitespace }
        guard !digits.isEmpty else { return nil }
        guard let number = try? PersonNumber(parsing: digits) else {
            problems[.childNumber] = catalog.text("problem.number")
            return nil
        }
        return number
    }

    private mutating func otherChildren(_ catalog: Catalog) -> Int {
        guard !self[.otherChildren].isEmpty else { return 0 }
        guard let count = Int(self[.otherChildren]), (0...Self.mostOtherChildren).contains(count) else {
            problems[.otherChildren] = catalog.text("problem.count")
            return 0
        }
        return count
    }

    // MARK: Parts

    private var origin: Concern.Origin {
        switch self[.reporterKind] {
        case "public":
            .publicBody(
                PublicReporter(
                    name: self[.reporterName],
                    role: self[.reporterRole],
                    phone: self[.reporterPhone],
                    email: self[.reporterEmail],
                    organisation: self[.reporterOrganisation],
                    organisationNumber: nil,
                    organisationAddress: nil
                )
            )
        case "private":
            .privatePerson(PrivateReporter(name: self[.reporterName], phone: self[.reporterPhone], address: nil))
        default: .privatePerson(PrivateReporter(name: "", phone: "", address: nil))
        }
    }

    /// Where the service serves one municipality only, it is that one; otherwise nobody has said.
    private static func address(of service: Service?, on day: CalendarDay) -> ConcernAddress {
        let served = service?.memberships.filter { $0.isValid(on: day) } ?? []
        let municipality = served.count == 1 ? served[0].municipality.text : ""
        return ConcernAddress(
            municipality: municipality,
            municipalityName: served.count == 1 ? "" : service?.name ?? "",
            district: "00",
            districtName: ""
        )
    }

    private subscript(input: Input) -> String {
        let text = values[input] ?? ""
        return text.allSatisfy(\.isWhitespace) ? "" : text
    }

    private func optional(_ input: Input) -> String? { self[input].isEmpty ? nil : self[input] }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
