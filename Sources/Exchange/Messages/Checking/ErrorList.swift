/// What one level finds, up to a bound: a hostile document could hold as many faults as elements, and telling where
/// an element stands costs a look at its neighbours.
struct ErrorList {
    /// Enough for a person to see what is wrong.
    static let limit = 200

    let level: MessageError.Level
    private(set) var errors: [MessageError] = []
    private var lines = XmlLines()

    init(_ level: MessageError.Level) {
        self.level = level
    }

    /// Whether nothing more is added, so that a caller need not find words.
    var isFull: Bool { errors.count >= Self.limit }

    /// Adds an error about an element, or about one that it lacks.
    mutating func add(
        _ index: Int,
        _ tree: XmlTree,
        missing name: String? = nil,
        exception: MessageException? = nil,
        _ message: @autoclosure () -> String
    ) {
        guard !isFull else { return }
        let path = tree.localPath(to: index)
        errors.append(
            MessageError(
                level: level,
                path: name.map { "\(path)/\($0)" } ?? path,
                line: lines.line(of: Int(tree.nodes[index].offset), in: tree.source),
                message: message(),
                exception: exception
            )
        )
    }
}
