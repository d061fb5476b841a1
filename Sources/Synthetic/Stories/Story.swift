/// A kind of worry that reports of concern are about, told in sentences that may be combined.
///
/// In the sentences `{N}` is the child's given name, `{han}` and `{Han}` the pronoun, `{ham}` its object form,
/// `{forelder}` and `{Forelder}` one of the parents.
struct Story: Sendable {
    /// Where the reporter knows the child from.
    enum Setting: CaseIterable, Sendable {
        case school
        case kindergarten
        case healthStation
        case maternityCare
        case police
        case emergencyClinic
        case neighbour
        case relative
        case friendsParent

        var isPublic: Bool {
            switch self {
            case .school, .kindergarten, .healthStation, .maternityCare, .police, .emergencyClinic: true
            case .neighbour, .relative, .friendsParent: false
            }
        }
    }

    /// What it is about, by the register's lists (saksinnhold): the most important first.
    struct Contents: Sendable {
        var until2025: [String]
        /// By the knowledge model.
        var since2026: [String]
    }

    /// What is told, in one language.
    struct Sentences: Sendable {
        /// What has been seen; any three of them, in order, tell a story.
        var seen: [String]
        /// What the child has said.
        var said: [String]
        /// What was tried before.
        var earlier: [String]
    }

    /// How old the child may be, in years; `nil` for a child not yet born.
    var ages: ClosedRange<Int>?
    /// Whether the report asks for help on the same day.
    var isUrgent = false
    var settings: [Setting]
    /// What it is about, by the register's lists.
    var contents: Contents
    var bokmal: Sentences
    var nynorsk: Sentences

    static let all: [Story] = [
        meals, absence, latePickup, drinking, violence, exhaustion, nightsOut, pregnancy, separation,
    ]

    func sentences(_ language: Language) -> Sentences {
        switch language {
        case .bokmal: bokmal
        case .nynorsk: nynorsk
        }
    }
}

/// The two written forms of Norwegian.
enum Language: CaseIterable, Sendable {
    case bokmal
    case nynorsk
}
