extension SharedFact.Content {
    /// Who may tell it; what the other side tells of this has no effect.
    package var sides: Set<Side> {
        switch self {
        case .asked, .replaced, .offerAnswered, .acuteAsked, .privateSolution: [.municipality]
        case .serviceDeclined, .offered, .acuteAnswered, .breachJudged: [.state]
        case .fosterHome(let step): step.stage.sides
        case .supplemented, .withdrawn, .deleted, .seen, .stay, .delayed, .taskDone, .adviceAsked, .adviceGiven,
            .friction, .frictionAnswered:
            [.municipality, .state]
        }
    }

    /// Whether it may still be told once the referral is withdrawn, declined or deleted: what looks back.
    var mayFollowTheEnd: Bool {
        switch self {
        case .delayed, .breachJudged, .friction, .frictionAnswered, .adviceGiven, .seen, .withdrawn, .deleted: true
        case .stay(let step): if case .started = step.change { false } else { true }
        default: false
        }
    }

    /// Whether it is the request itself, first or anew: taking that back takes back all.
    var isRequest: Bool {
        switch self {
        case .asked, .replaced, .acuteAsked: true
        default: false
        }
    }
}
