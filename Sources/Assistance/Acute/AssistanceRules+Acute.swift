extension AssistanceRules {
    /// An answer to an acute request is never "no": "no place yet" says why, and when one is expected.
    func obstacle(to answer: AcuteAnswer) -> AssistanceRefusal? {
        guard shared.acute != nil, command.about.map(isRequest) ?? false else { return .unknown }
        guard answer.at <= now else { return .wrongTime }
        // Once the child lives in what was asked for, there is no place left to find or to lose.
        if answer.status != .seen, answer.status != .arrived, let refusal = alreadyFulfilled { return refusal }
        switch answer.status {
        case .seen, .arrived: return nil
        case .noneYet: return answer.expectedAt == nil ? .wrongTime : lacking(.reasons)
        case .found, .ready:
            guard answer.place != nil else { return .placeMissing }
            guard let assessment = answer.assessment, command.prose[.assessment] != nil else {
                return .assessmentMissing
            }
            if let refusal = lackingHearing(assessment.childHeard) { return refusal }
            return (answer.accord ?? .departs) == .inLine ? nil : lacking(.departure)
        }
    }
}
