package import Assistance
package import Law

/// Something that happens to a pretend unit's places.
package struct PlaceStep: Hashable, Sendable {
    /// When it happens.
    package var at: Instant
    /// Whose places they are.
    package var unit: PretendAgency
    /// What happens to them.
    package var event: PlaceEvent
}

extension PretendWorld {
    /// How the three units with places are described, and what befalls their places beside the referrals.
    ///
    /// - Parameter now: The end of the past.
    /// - Returns: By time, and within one in order.
    package func places(until now: Instant) -> [PlaceStep] {
        let today = OsloTime.day(at: now)
        let first = today.adding(days: -400)
        let opened = OsloTime.instant(of: first, hour: 8)
        var random = SplitMix64(seed: seed ^ 0x506C_6173)
        let units: [(unit: PretendAgency, described: PlaceUnit, places: [PlaceID])] = [
            (.fosterHomes, .fosterHomes, (1...7).map(PlaceID.fosterHome)),
            (.institution, .institution, (1...8).map(PlaceID.institution)),
            (.centre, .centre, (1...4).map(PlaceID.centre)),
        ]
        var steps = units.flatMap { unit, described, places in
            [PlaceStep(at: opened, unit: unit, event: .unitSet(described))]
                + places.map { PlaceStep(at: opened, unit: unit, event: .placeOpened($0, from: first)) }
        }
        func id(_ at: Instant) -> RecordID { RecordID(at: at, random: random.next(), random.next()) }
        let taken: [(unit: PretendAgency, place: PlaceID, from: Int, until: Int?)] = [
            (.fosterHomes, .fosterHome(2), -210, nil), (.fosterHomes, .fosterHome(3), -95, 9),
            (.fosterHomes, .fosterHome(6), -33, nil), (.institution, .institution(7), -62, 16),
            (.centre, .centre(2), -50, 6), (.centre, .centre(2), 12, 60),
        ]
        for (unit, place, from, until) in taken {
            let at = OsloTime.instant(of: today.adding(days: min(from, 0) - 9), hour: 12, minute: 10)
            let span = DaySpan(from: today.adding(days: from), until: until.map { today.adding(days: $0) })
            let booking = Booking(id: id(at), place: place, span: span, hold: nil, referral: nil)
            steps.append(PlaceStep(at: at, unit: unit, event: .booked(booking)))
        }
        let closed: [(unit: PretendAgency, place: PlaceID, from: Int, until: Int, reason: OutOfService.Reason)] = [
            (.fosterHomes, .fosterHome(5), -6, 22, .rest), (.institution, .institution(8), -3, 11, .repair),
            (.centre, .centre(4), 2, 15, .staffMissing),
        ]
        for (unit, place, from, until, reason) in closed {
            let at = OsloTime.instant(of: today.adding(days: min(from, 0) - 2), hour: 14, minute: 20)
            let span = DaySpan(from: today.adding(days: from), until: today.adding(days: until))
            let time = OutOfService(id: id(at), place: place, span: span, reason: reason)
            steps.append(PlaceStep(at: at, unit: unit, event: .outOfService(time)))
        }
        let ends = OsloTime.instant(of: today.adding(days: -30), hour: 9, minute: 5)
        let event = PlaceEvent.placeClosed(.fosterHome(7), from: today.adding(days: 20), .homeEnded)
        steps.append(PlaceStep(at: ends, unit: .fosterHomes, event: event))
        // Sorting keeps what happens at one time in its order only by the place in the list.
        return steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
}

extension PretendAgency {
    /// The unit that has places of a kind.
    static func owner(for kind: MeasureKind) -> PretendAgency {
        switch kind {
        case .fosterHome: .fosterHomes
        case .centreAssessment, .centreMeasure: .centre
        default: .institution
        }
    }
}

extension PlaceID {
    static func fosterHome(_ number: Int) -> PlaceID { named("FH-0\(number)") }
    static func institution(_ number: Int) -> PlaceID { named("SKOG-\(number)") }
    static func centre(_ number: Int) -> PlaceID { named("SOL-\(number)") }
    /// A place that there is no more.
    static func former(_ number: Int) -> PlaceID { named("F-\(100 + number)") }

    private static func named(_ text: String) -> PlaceID {
        guard let id = PlaceID(text) else { preconditionFailure("the pretend place \(text) has no name") }
        return id
    }
}

extension PlaceUnit {
    fileprivate static let fosterHomes = PlaceUnit(
        kind: .fosterHomeService,
        measures: [.fosterHome],
        sections: [.voluntaryStay, .acuteCare, .careOrder],
        ages: 0...17,
        targetGroup: .care,
        region: .central
    )
    fileprivate static let institution = PlaceUnit(
        kind: .institution,
        measures: [.careInstitution, .treatmentInstitution, .careOrSpecialisedHome],
        sections: [.voluntaryStay, .acuteCare, .careOrder, .institutionByConsent, .institutionWithoutConsent],
        ages: 12...18,
        targetGroup: .care,
        region: .central
    )
    fileprivate static let centre = PlaceUnit(
        kind: .centre,
        measures: [.centreAssessment, .centreMeasure],
        sections: [.centreAssessment, .voluntaryHelp, .orderedHelp],
        ages: 0...6,
        targetGroup: .families,
        region: .central
    )
}
