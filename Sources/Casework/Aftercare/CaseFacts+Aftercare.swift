extension AftercareFacts.Kind {
    init(_ step: AftercareStep) {
        switch step {
        case .contacted: self = .contacted
        case .accepted: self = .accepted
        case .declinedForOther: self = .declinedForOther
        case .declined: self = .declined
        }
    }
}
