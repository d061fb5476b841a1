package import Law

/// A referral as both levels know it (felles henvisning): a pure function of the set of facts they share.
///
/// Order of arrival, repeats and what comes late make no difference: the facts are put in order by the time at which
/// they were sent, and what answers a message that has not come yet waits for it. So the two views are equal as soon
/// as both levels hold the same facts. Nothing here is prose.
package struct SharedReferral: Hashable, Sendable {
    /// All facts, oldest first; of two with one id from one sender the one sent first.
    package let facts: [SharedFact]
    /// The facts that count, oldest first: told by a side that may, and not taken back.
    let counting: [SharedFact]
    /// The request as it was first and each time anew, oldest first; empty until something has been asked for.
    package let versions: [Version]
    /// The acute request, where the conversation began with one.
    package let acute: AcuteRequest?
    /// What has become of the acute request, oldest first.
    package let acuteAnswers: [Told<AcuteAnswer>]
    /// The places that the state has told of for the acute request, oldest first, those that were lost among them.
    package let acutePlaces: [AcutePlace]
    /// Every offer with what became of it, in the order in which they were made.
    package let offers: [OfferFacts]
    /// Every stay that came of it, in the order in which they were told.
    package let stays: [StayFacts]
    /// The delays that were told, oldest first, whichever side told them, each through the day on which it was told at
    /// most (``DaySpan/soFar(_:)``).
    package let delays: [Told<DelayStatement>]
    /// The delays that the other side contests: it has noted friction about the message that told of them.
    package let contestedDelays: Set<RecordID>
    /// The region's words on breaches, oldest first, each through the day on which it was told at most; a later one takes
    /// the place of those it overlaps.
    package let statements: [Told<BreachStatement>]
    /// The days on which the municipality kept the child in a solution of its own.
    package let privateSolutions: [DaySpan]
    /// How it ended without a stay; nothing while it has not.
    package let end: End?

    /// Folds the facts; those that the sender may not tell, and answers to what is not there, have no effect.
    package init(_ facts: some Sequence<SharedFact>) {
        let known = KnownFacts(facts)
        self.facts = known.all
        counting = known.counting
        versions = known.versions
        acute = known.acute
        acuteAnswers = known.told {
            if case .acuteAnswered(let answer) = $0 { answer } else { nil }
        }
        acutePlaces = AcutePlace.all(known)
        offers = known.offers
        stays = StayFacts.all(known)
        delays = known.told { if case .delayed(let delay) = $0 { delay } else { nil } }.compactMap { $0.soFar(\.span) }
        contestedDelays = Self.contested(delays, known)
        statements = known.told { if case .breachJudged(let statement) = $0 { statement } else { nil } }
            .compactMap { $0.soFar(\.span) }
        privateSolutions = known.told { if case .privateSolution(let span) = $0 { span } else { nil } }.map(\.value)
        end = known.end
    }

    /// Something told, with who told it and when.
    package struct Told<Value: Hashable & Sendable>: Hashable, Sendable {
        /// The message that told it.
        package let id: RecordID
        /// When it was sent.
        package let at: Instant
        /// The Norwegian day of ``at``.
        package let day: CalendarDay
        /// The side that told it.
        package let by: Side
        /// What was told.
        package let value: Value

        /// The same without days that were still to come when it was told; nothing where it is about those alone.
        func soFar(_ span: WritableKeyPath<Value, DaySpan>) -> Told? {
            var value = value
            value[keyPath: span] = value[keyPath: span].soFar(day)
            return value[keyPath: span].isEmpty ? nil : Told(id: id, at: at, day: day, by: by, value: value)
        }
    }

    private static func contested(_ delays: [Told<DelayStatement>], _ known: KnownFacts) -> Set<RecordID> {
        let notes = known.counting.filter { if case .friction = $0.content { true } else { false } }
        return Set(delays.filter { delay in notes.contains { $0.about == delay.id && $0.by != delay.by } }.map(\.id))
    }

    /// The request as it was from one message to the next.
    package struct Version: Hashable, Sendable {
        /// The message that asked, or asked anew.
        package let id: RecordID
        /// When it was sent.
        package let at: Instant
        /// In force from this day.
        package let day: CalendarDay
        /// What is asked for from then on.
        package let referral: Referral
    }

    /// How a referral ended without a stay.
    package struct End: Hashable, Sendable {
        /// The day on which it ended.
        package let day: CalendarDay
        /// What ended it.
        package let kind: Kind

        /// What ends a referral without a stay.
        package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
            /// The municipality took it back.
            case withdrawn = 1
            /// The municipality asked that it be forgotten.
            case deleted = 2
            /// A service that the state may offer was declined.
            case declined = 3
        }
    }

    /// The request as it is now; nothing until something has been asked for.
    package var referral: Referral? { versions.last?.referral }

    /// The first stay that is what was asked for, and no interim solution: it ends the referral.
    ///
    /// The first by its own day: where the two levels have told of a start at the same time and not of the same day, the
    /// days end with the earlier one, whichever account came first.
    ///
    /// A stay that is not in line leaves it open until there is such a one, or the municipality asks for something else
    /// or takes it back.
    package var fulfilment: StayFacts? { stays.filter(\.fulfils).min { $0.started < $1.started } }

    /// How far it has come (status).
    package func phase(today: CalendarDay) -> Phase {
        guard !versions.isEmpty else { return .unknown }
        if let stay = fulfilment {
            return stay.ended.map { $0.on <= today } ?? false ? .stayEnded : .placed
        }
        return switch end?.kind {
        case .withdrawn: .withdrawn
        case .deleted: .deleted
        case .declined: .declined
        case nil: .open
        }
    }

    /// How far a referral has come; there is no "refused" for what the state is obliged to.
    package enum Phase: UInt8, Hashable, Sendable, CaseIterable {
        /// Nothing that asks has arrived yet.
        case unknown = 0
        /// Waits for an offer, or for what an offer leads to.
        case open = 1
        /// The stay that was asked for has started.
        case placed = 2
        /// The stay that was asked for is over.
        case stayEnded = 3
        /// The municipality took it back (trukket).
        case withdrawn = 4
        /// The municipality asked that it be forgotten (slettet).
        case deleted = 5
        /// A service under § 16-3 fourth paragraph only.
        case declined = 6
    }
}
