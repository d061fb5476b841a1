internal import Casework
internal import Law

/// What a pretend service tells the statistics of a report or an investigation, by the register's lists of the day.
struct PretendCodes {
    /// What the family's story is about.
    let contents: Story.Contents
    let language: Language
    /// A chance of its own, so that nothing else in the history depends on it.
    private var random: SplitMix64

    init(_ contents: Story.Contents, _ language: Language, seed: UInt64) {
        self.contents = contents
        self.language = language
        random = SplitMix64(seed: seed ^ 0x436F_6465)
    }

    /// What is told of a report, and how many days after its review; one in ten is forgotten.
    mutating func codes(of report: CaseWriter.Report) -> (codes: ConcernCodes, after: Int)? {
        let (isForgotten, after) = (random.happens(10), random.number(in: 0...3))
        let codes = ConcernCodes(
            reporters: [StatedCode(report.setting.reporter(on: report.receivedOn))],
            contents: contents(on: report.receivedOn)
        )
        return isForgotten ? nil : (codes, after)
    }

    /// What measures or a petition rest on.
    mutating func grounds(on day: CalendarDay) -> [StatedCode] { contents(on: day) }

    /// What it is about first of all, mostly one thing more, and now and then something that no code of the time tells.
    private mutating func contents(on day: CalendarDay) -> [StatedCode] {
        let (hasMore, isUncommon) = (random.happens(60), random.happens(4))
        let isModel = day.year >= 2026
        let all = isModel ? contents.since2026 : contents.until2025
        let valid = all.filter { RegisterCodeList.contents.period(of: $0)?.contains(day) ?? false }
        let stated = valid.prefix(hasMore ? 2 : 1).map { StatedCode($0) }
        return stated + (isUncommon && !isModel ? [StatedCode("18", other)] : [])
    }

    private var other: String {
        language == .bokmal
            ? "Familien har flyttet tre ganger på ett år." : "Familien har flytta tre gonger på eitt år."
    }
}

extension Story.Setting {
    /// The code that the register's list of reporters (melder) has for it on a day.
    fileprivate func reporter(on day: CalendarDay) -> String {
        switch self {
        case .relative: "3"
        case .neighbour, .friendsParent: "4"
        case .police: "8"
        case .kindergarten: "9"
        case .healthStation, .maternityCare: "10"
        case .school: "11"
        case .emergencyClinic: day.year < 2025 ? "15" : "24"
        }
    }
}
