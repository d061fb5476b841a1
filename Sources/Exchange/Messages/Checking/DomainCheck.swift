internal import Law

/// The third level: whether the message makes sense, by rules of ours.
///
/// One pass over the elements looks at each text by itself and gathers the facts that belong together; the rules
/// about several facts come after it.
struct DomainCheck {
    /// The texts that several rules need, and where they stand.
    struct Facts {
        var child: PersonNumber?
        var childNode = -1
        var mothersNode = -1
        var siblings: [(number: PersonNumber, node: Int)] = []
        var id: (text: String, node: Int)?
        var startID: (text: String, node: Int)?
        var aboutID: (text: String, node: Int)?
        var relation: (text: String, node: Int)?
        var sentOn: CalendarDay?
        var isUnborn: (value: Bool, node: Int)?
        var dueDate: (day: CalendarDay, node: Int)?
        var periodStart: (day: CalendarDay, node: Int)?
        var decisionDate: (day: CalendarDay, node: Int)?
        var section: (text: String, node: Int)?
        var assistance: (text: String, node: Int)?
        var futureDate: (day: CalendarDay, node: Int)?
    }

    let today: CalendarDay
    var facts = Facts()
    var list = ErrorList(.domain)
    /// The texts that may stand only once.
    private var unique: Set<UniqueText> = []
    /// How often one of them has stood again, by rule.
    private var repeated: [Int: Int] = [:]

    init(_ tree: XmlTree, _ message: CompiledMessage, _ places: [Int16], today: CalendarDay) {
        self.today = today
        if places.count > 64 { unique.reserveCapacity(48) }
        for index in places.indices where places[index] >= 0 {
            let place = Int(places[index])
            let rule = message.rules[place]
            if rule.type >= 0 {
                checkText(of: index, as: place, tree, message)
            } else if !rule.conditions.isEmpty {
                checkConditions(inside: index, as: place, tree, message, places)
            }
            if rule.unique >= 0 { checkUnique(index, as: place, tree, message, places) }
        }
        if let definition = message.definition { checkHeader(tree, definition) }
        checkChild(tree)
        checkDates(tree)
    }

    /// Reports a text that stands twice where the definition means it to stand once (`xs:unique` as it is meant).
    ///
    /// Where a definition asks for more elements than it has codes, as many codes may stand again.
    private mutating func checkUnique(
        _ index: Int,
        as place: Int,
        _ tree: XmlTree,
        _ message: CompiledMessage,
        _ places: [Int16]
    ) {
        let unique = message.rules[place].unique
        var holder = index
        let end = Int(tree.nodes[index].end)
        while holder < end, Int(places[holder]) != unique { holder += 1 }
        guard holder < end else { return }
        if !self.unique.insert(UniqueText(tree.text.span, tree.textRange(of: holder), rule: unique)).inserted {
            repeated[unique, default: 0] += 1
            let codes = message.sources[unique].simpleType?.codes.count ?? 0
            guard repeated[unique, default: 0] > max(0, message.rules[place].min - codes) || codes == 0 else { return }
            list.add(holder, tree, "Found a value that stands before already, expected each only once.")
        }
    }
}

/// A text that may stand only once among the elements of a rule.
struct UniqueText: Hashable {
    private let rule: Int
    /// Short texts, codes above all, as an integer.
    private let packed: UInt64
    private let long: [UInt8]

    init(_ text: Span<UInt8>, _ range: Range<Int>, rule: Int) {
        self.rule = rule
        let isShort = range.count <= 7
        packed = isShort ? CompiledType.packed(text, range) : .max
        long = isShort ? [] : range.map { text[$0] }
    }

    func hash(into hasher: inout Hasher) {
        // Few rules have texts of this kind, so that their texts alone spread well.
        if long.isEmpty { hasher.combine(packed) } else { hasher.combine(long) }
    }
}
