package import Law

/// A place that the state has told of for an acute request, and for how long it was there (akuttplass).
package struct AcutePlace: Hashable, Sendable {
    /// The answer that told of it.
    package let id: RecordID
    /// When that was sent.
    package let at: Instant
    /// How far it had come: found, ready, or the child in it.
    package let status: AcuteAnswer.Status
    /// Where; of an arrival that names no place, the place told of last.
    package let place: OfferedPlace
    /// Whether it is in line with the request and was assessed for this child.
    package let isJustifiable: Bool
    /// Since when it was so, and never before the last time that there was none.
    package let since: Instant
    /// From when it was gone: the state had no place after all, or took the answer back; nothing while it is there.
    package let lost: Instant?

    /// Whether the child could move in: a place that is only found cannot be used yet.
    var isReady: Bool { status != .found }

    /// Whether a stay in it may begin on a day: not after the day on which it was lost.
    func mayBeEntered(on day: CalendarDay) -> Bool { lost.map { day <= OsloTime.day(at: $0) } ?? true }

    /// The days on which it was there, that on which it was lost not among them.
    var days: DaySpan {
        DaySpan(from: OsloTime.day(at: since), until: lost.map { max(OsloTime.day(at: $0), OsloTime.day(at: since)) })
    }
}

extension AcutePlace {
    /// Every place that was told of, taken back or not, in the order in which they were.
    ///
    /// What is told last holds: "no place yet" ends every place told of before it, from the time that it names.
    static func all(_ known: KnownFacts) -> [AcutePlace] {
        let answers = known.inTime.compactMap { fact -> (fact: SharedFact, answer: AcuteAnswer, back: Instant?)? in
            guard case .acuteAnswered(let answer) = fact.content else { return nil }
            return (fact, answer, known.takenBack[fact.key]?.at)
        }
        let losses = answers.filter { $0.answer.status == .noneYet && $0.back == nil }
        var places: [AcutePlace] = []
        for (fact, answer, back) in answers where [.found, .ready, .arrived].contains(answer.status) {
            // Whoever tells of an arrival need not say once more where it is.
            let told = answer.place == nil ? places.last { $0.lost.map { answer.at < $0 } ?? true } : nil
            guard let place = answer.place ?? told?.place else { continue }
            let before = losses.filter { $0.fact < fact }.map(\.answer.at)
            let after = losses.filter { fact < $0.fact }.map(\.answer.at)
            places.append(
                AcutePlace(
                    id: fact.id,
                    at: fact.at,
                    status: answer.status,
                    place: place,
                    isJustifiable: told?.isJustifiable ?? answer.isJustifiable,
                    since: before.reduce(answer.at, max),
                    lost: (after + [back].compactMap(\.self)).min()
                )
            )
        }
        return places
    }
}

extension SharedReferral {
    /// The acute place that a stay can begin in now: one that is ready before one that is only found, the newest; nothing
    /// where all are lost, or the child lives in it already.
    package var acuteGround: AcutePlace? {
        let there = acutePlaces.filter { $0.lost == nil }
        guard let newest = there.last(where: \.isReady) ?? there.last else { return nil }
        let same = Set(there.filter { $0.place.id == newest.place.id }.map(\.id))
        return stays.contains { same.contains($0.ground) } ? nil : newest
    }
}
