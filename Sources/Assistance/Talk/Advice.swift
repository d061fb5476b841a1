package import Law

/// A request for advice (rådforespørsel); the question is prose.
package struct AdviceRequest: Hashable, Sendable {
    /// The last day on which an answer is in time.
    package var replyBy: CalendarDay

    package init(replyBy: CalendarDay) {
        self.replyBy = replyBy
    }
}

/// A note of what made working together hard (samhandlingsavvik); who, where and what happened is prose.
///
/// About a delay that the other side has told of, it contests that delay.
package struct Friction: Hashable, Sendable {
    /// What sort of thing it was.
    package var category: Category
    /// Working time lost, in minutes.
    package var minutesLost: Int
    /// The last day on which a reply is in time.
    package var replyBy: CalendarDay

    package init(category: Category, minutesLost: Int, replyBy: CalendarDay) {
        self.category = category
        self.minutesLost = minutesLost
        self.replyBy = replyBy
    }

    /// What made it hard (avvikstype).
    package enum Category: UInt8, Hashable, Sendable, CaseIterable {
        /// Somebody waited for an answer.
        case slowAnswer = 1
        /// Something was unclear, or had to be asked again.
        case unclear = 2
        /// The same was written twice.
        case doubleEntry = 3
        /// It went to the wrong place.
        case wrongReceiver = 4
        /// Something that the other needed was missing.
        case missing = 5
        /// A professional judgement was set aside.
        case overruled = 6
        /// How people spoke to each other.
        case tone = 7
        /// Anything else.
        case other = 9
    }
}
