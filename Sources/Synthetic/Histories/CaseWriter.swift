internal import Casework
internal import Law

/// Writes what happens to one child, from the report on; what lies beyond the end of the past is cut off later.
///
/// Every script below is a sequence of steps whose days may overlap; a step is written after those that it rests on.
struct CaseWriter {
    /// A step before its family's steps are put in order.
    struct Draft {
        var day: CalendarDay
        var actor: ActorID?
        var act: HistoryAct
        /// The place in which it was written, unique in its family; a correction names it.
        var mark: Int
    }

    /// A report that reached the service.
    struct Report {
        var name: ReportName
        var isPublic: Bool
        /// Whether somebody can answer the reporter.
        var isReachable: Bool
        var receivedOn: CalendarDay
        /// Whether it gives the child's number.
        var tellsNumber: Bool
        /// Where the reporter knows the child from.
        var setting: Story.Setting
    }

    let home: HistoryHome
    let language: Language
    let caseID: RecordID
    let responsible: ActorID
    let municipality: String
    let address: PostalAddress
    /// The family's place in the world; with the child's place it chooses the texts, so that neighbours differ.
    let turn: Int
    /// The day on which the past ends.
    let today: CalendarDay
    /// The parent whom the texts speak of.
    let parentIsMother: Bool
    var hasHiddenAddress = false
    /// Whether the tribunal has ordered care: only then may visits be agreed for good.
    var isInCare = false
    /// Whether a colleague was ever shut out by a conflict of interest.
    var isSomebodyShutOut = false
    /// Whether the investigation is going to propose a home elsewhere.
    var proposesHome = false
    /// How many assessments have been written.
    var assessments = 0
    /// Whether nobody works on the case yet.
    var isUnassigned = false
    var child: HistoryChild
    var random: SplitMix64
    /// What the statistics are told.
    var codes: PretendCodes
    var drafts: [Draft] = []
    /// The child's identity among the people of the case.
    let childID: RecordID
    /// While the newest measures last.
    var measured: ClosedRange<CalendarDay>?
    /// When the case was closed for the last time.
    var closedOn: CalendarDay?
    private let firstMark: Int
    /// The last day on which the leader looked at what was done without the child.
    var lastSight = CalendarDay.earliest
    private var uses: [HistoryTopic: Int] = [:]

    init(
        _ child: HistoryChild,
        number: Int,
        in home: HistoryHome,
        language: Language,
        municipality: String,
        address: PostalAddress,
        parentIsMother: Bool,
        turn: Int,
        from day: CalendarDay,
        today: CalendarDay,
        responsible: ActorID,
        contents: Story.Contents,
        seed: UInt64
    ) {
        self.child = child
        self.home = home
        self.language = language
        self.municipality = municipality
        self.address = address
        self.parentIsMother = parentIsMother
        self.turn = turn &* 7 &+ number &* 3
        self.today = today
        self.responsible = responsible
        firstMark = (number + 1) * 10_000
        random = SplitMix64(seed: seed)
        codes = PretendCodes(contents, language, seed: seed)
        caseID = Self.newID(day, &random)
        childID = Self.newID(day, &random)
    }

    // MARK: Writing

    /// Writes a step; the mark tells which it was.
    @discardableResult
    mutating func write(_ act: HistoryAct, on day: CalendarDay, by actor: ActorID?) -> Int {
        let mark = firstMark + drafts.count
        drafts.append(Draft(day: day, actor: actor, act: act, mark: mark))
        return mark
    }

    /// Writes an event of the case that the responsible caseworker tells on the day itself, or some days later.
    @discardableResult
    mutating func tell(_ event: CaseEvent, on day: CalendarDay, days later: Int = 0) -> Int {
        let command = CaseCommand(event: event, on: day, capacity: .caseworker, seen: nil)
        return write(.inCase(caseID, command), on: day.adding(days: later), by: responsible)
    }

    /// Writes an event of the case that the leader tells.
    @discardableResult
    mutating func tellAsLeader(_ event: CaseEvent, on day: CalendarDay) -> Int {
        let command = CaseCommand(event: event, on: day, capacity: .leader, seen: nil)
        return write(.inCase(caseID, command), on: day, by: home.leader)
    }

    // MARK: Chance

    mutating func newID(_ day: CalendarDay) -> RecordID { Self.newID(day, &random) }

    private static func newID(_ day: CalendarDay, _ random: inout SplitMix64) -> RecordID {
        RecordID(at: OsloTime.instant(of: day, hour: 12), random: random.next(), random.next())
    }

    /// A working day so many days later, or the next one.
    mutating func day(_ days: ClosedRange<Int>, after day: CalendarDay) -> CalendarDay {
        day.adding(days: random.number(in: days)).orNextWorkingDay
    }

    // MARK: Texts

    /// The next text about something; the one before was another.
    mutating func text(_ topic: HistoryTopic) -> String {
        let used = uses[topic, default: 0]
        uses[topic] = used + 1
        let isNynorsk = language == .nynorsk
        let she = isNynorsk ? "ho" : "hun"
        let name = child.givenName.isEmpty ? "barnet" : child.givenName
        let pronoun = child.givenName.isEmpty ? "det" : child.isGirl ? she : "han"
        let text = Storyteller.fill(
            topic.sentences(language).text(turn &+ used),
            [
                "{N}": name, "{han}": pronoun,
                "{Han}": pronoun.prefix(1).uppercased() + pronoun.dropFirst(),
                "{ham}": child.isGirl ? (isNynorsk ? "ho" : "henne") : isNynorsk ? "han" : "ham",
                "{forelder}": parentIsMother ? "mor" : "far", "{Forelder}": parentIsMother ? "Mor" : "Far",
            ]
        )
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
