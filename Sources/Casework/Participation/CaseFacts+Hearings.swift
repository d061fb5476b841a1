import Law

extension CaseFacts {
    mutating func hear(_ hearing: Hearing, _ at: Dated) {
        switch hearing.outcome {
        case .heard(let view):
            hearings.add(HearingFacts(id: hearing.id, at: at, obstacle: nil, way: view.way))
        case .notHeard(let obstacle, _):
            hearings.add(HearingFacts(id: hearing.id, at: at, obstacle: obstacle, way: nil))
        }
    }
}
