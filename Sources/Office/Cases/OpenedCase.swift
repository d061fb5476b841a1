package import Casework
package import Law

/// A case as its page shows it, for somebody whom the gate has let in.
package struct OpenedCase: Sendable {
    /// Somebody in the case, with what ties them to the child.
    package struct Someone: Sendable {
        /// Which entry tells who it is.
        package let facts: PersonFacts
        /// A hidden address shows nothing of itself.
        package let person: CasePerson
        /// What ties them to the child, past ties too.
        package let relations: [RelationFacts]
    }

    /// One entry of the case's journal, and what a later correction has made of it.
    package struct Entry: Sendable {
        /// The entry as it was written.
        package let recorded: RecordedEvent
        /// What it counts as now: itself, what a correction says, or nothing where it is struck out.
        package let standing: CaseEvent?
        /// The day that counts now.
        package let on: CalendarDay
        /// The entry that corrects it; `nil` where it stands as it was written.
        package let correctedBy: Int?
    }

    /// The newest hearing with its words.
    package struct LatestHearing: Sendable {
        /// What was written down.
        package let hearing: Hearing
        /// The day of it.
        package let on: CalendarDay
        /// The entry where it stands.
        package let entry: Int
    }

    /// A file of the case, without its bytes.
    package struct Document: Sendable {
        /// Its name, kind and size.
        package let document: CaseDocument
        /// The day that it counts from.
        package let on: CalendarDay
        /// The entry that brought it in.
        package let entry: Int
    }

    /// What is known of the case without its texts.
    package let facts: CaseFacts
    /// The service that holds the case.
    package let unit: UnitID
    /// The day as of which it is shown.
    package let today: CalendarDay
    /// What the reader is to the case.
    package let tie: CaseTie
    /// Whether the person may put anything into the case.
    package let mayChange: Bool
    /// Whether the reader may ask for an address that is hidden.
    package let maySeeHiddenAddresses: Bool
    /// The child.
    package let child: Someone
    /// Everybody else, in the order in which they came into the case.
    package let people: [Someone]
    /// The child's own view; `nil` where nobody has written one down.
    package let hearing: LatestHearing?
    /// What is next, soonest first.
    package let next: [DutyRow]
    /// All duties, met ones too.
    package let duties: [Duty]
    /// The times in which something cannot be demanded.
    package let bars: [Bar]
    /// The reports that belong to it, oldest first.
    package let concerns: [ConcernFacts]
    /// Oldest first.
    package let timeline: [Entry]
    /// Those that stand, newest first.
    package let documents: [Document]
    /// Who has read or changed it, newest first: everybody for the leader, oneself for anybody else.
    package let readers: [AccessReader.Reading]
    /// Whether the log has older lines than those.
    package let hasMoreReaders: Bool
    /// Who has explained a reading of it; the leader alone sees them.
    package let readings: [ReadingLine]

    /// What an entry tells, for the text behind a fact.
    package func told(at entry: Int) -> CaseEvent? {
        timeline.first { $0.recorded.sequence == entry }?.recorded.told
    }
}

extension RecordedEvent {
    /// What an entry of a case tells: itself, or what it puts in another's place.
    package var told: CaseEvent? {
        if case .case(let event) = event { event.told } else { nil }
    }
}
