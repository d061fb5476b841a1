/// What a scenario names in one place and refers to by that name in others.
package enum ScenarioName: String, CaseIterable, Sendable {
    case classes, kinds, regions

    /// Where in the document such a name stands as a text, the list of those that there are first; `*` is any item.
    package var pointers: [String] {
        switch self {
        case .classes: ["/classes/*/name", "/overflow/*/classes/*", "/present/*/class"]
        case .kinds:
            ["/kinds/*", "/places/*/kind", "/classes/*/transfers/*/from", "/overflow/*/kinds/*", "/present/*/kind"]
                // A need is a kind's name, or an object with it.
                + ["/classes/*/needs", "/classes/*/arrivals/*/needs", "/classes/*/transfers/*/to", "/present/*/needs"]
                .flatMap { ["\($0)/*", "\($0)/*/kind"] }
        case .regions:
            [
                "/regions/*", "/places/*/region", "/classes/*/arrivals/*/region", "/overflow/*/from", "/overflow/*/to",
                "/present/*/region",
            ]
        }
    }

    /// Objects whose members are called by such a name.
    package var objects: [String] { self == .kinds ? ["/classes/*/stays"] : [] }

    /// Whether a text at a path, from the document down, is such a name.
    package func isText(at path: [String]) -> Bool { pointers.contains { Self.leads($0, to: path) } }

    /// Whether the members of the object at a path are called by such a name.
    package func isMember(ofObjectAt path: [String]) -> Bool { objects.contains { Self.leads($0, to: path) } }

    private static func leads(_ pointer: String, to path: [String]) -> Bool {
        let steps = pointer.split(separator: "/")
        return steps.count == path.count && zip(steps, path).allSatisfy { $0 == "*" || $0 == $1 }
    }
}
