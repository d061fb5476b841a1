package import Assistance

extension CommandForm {
    /// What is told in a referral: by the region alone, the municipality alone, then by both; in the order in which a
    /// page offers it.
    package static let ofReferrals: [CommandForm] = [
        OfferForms.acknowledge, OfferForms.offer, AcuteForms.answer, OfferForms.declineService, OfferForms.askHold,
        OfferForms.answerOffer, StayForms.fosterStep, StayForms.start, StayForms.extend, StayForms.move,
        StayForms.end, BreachForms.judge, BreachForms.delay, BreachForms.contestDelay, BreachForms.privateSolution,
        BreachForms.doTask, TalkForms.askAdvice, TalkForms.giveAdvice, TalkForms.noteFriction, TalkForms.answerFriction,
        OfferForms.takeBack, ErasureForms.ask, ErasureForms.confirm,
    ]

    /// What the owner of places does with them.
    package static let ofPlaces: [CommandForm] = [
        PlaceForms.answerHold, PlaceForms.book, PlaceForms.endBooking, PlaceForms.releaseBooking,
        PlaceForms.outOfService, PlaceForms.backInService, PlaceForms.open, PlaceForms.close, PlaceForms.describe,
    ]

    /// Asks for a place at once; it stands in the case, since there is no referral yet.
    package static var askAcutely: CommandForm { AcuteForms.ask }

    /// The forms of referrals and places together.
    package static let ofRooms = ofReferrals + ofPlaces + [askAcutely]

    /// The form of a referral or of places by its id; `nil` where none has it.
    package static func room(named id: some StringProtocol) -> CommandForm? { roomsByID[String(id)] }

    /// Whether it is told to the other level; what a region does with its own copy of a referral is not.
    package var isTold: Bool { feature == .referrals && id != ErasureForms.ask.id && id != ErasureForms.confirm.id }

    private static let roomsByID = Dictionary(uniqueKeysWithValues: ofRooms.map { ($0.id, $0) })
}

extension AssistanceRefusal {
    /// The field of a form that a refusal belongs to; `nil` where it is about the whole.
    package var fieldName: String? {
        switch self {
        case .assessmentMissing: "assessment"
        case .lacks(.place): "where"
        case .lacks(let part): "\(part)"
        case .notInLine: "accord"
        case .noTribunal: "accord"
        case .placeMissing, .holdMissing: "placeID"
        case .holdEndsBefore: "answerBy"
        case .stepMissing: "stage"
        case .notAcute: "section"
        case .offerHasExpired, .alreadyAnswered: "offer"
        case .tribunalFirst: "ground"
        case .notAsked, .alreadyAsked, .isOver, .unknown, .notYours, .stateIsObliged, .stateIsNotObliged, .wrongTime,
            .notAccepted, .alreadyStarted, .noStay, .noBreach, .wrongNumber:
            nil
        }
    }
}

extension PlaceRefusal {
    /// The field of a form that a refusal belongs to; `nil` where it is about the whole.
    package var fieldName: String? {
        switch self {
        case .noUnit, .alreadyDone, .alreadyOver: nil
        case .unknown: "placeID"
        case .emptyTime, .taken, .outOfService, .closed, .notWithinHold: "from"
        case .wrongKind: "measureKind"
        case .wrongNumber: "children"
        }
    }
}
