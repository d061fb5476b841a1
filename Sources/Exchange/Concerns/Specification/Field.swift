/// One member of an object: the row of which the specification tables are made.
struct Field: Sendable {
    /// Whether the member must be there.
    enum Presence: Sendable {
        case required
        case optional
        /// The form does not have it, a later one does: anything may stand there, and a fitting value is read.
        case later
    }

    let name: FieldName
    let shape: Shape
    let presence: Presence
    /// The name as it stands between the quotation marks.
    let key: [UInt8]

    init(_ name: FieldName, _ shape: Shape, _ presence: Presence = .required) {
        self.name = name
        self.shape = shape
        self.presence = presence
        self.key = Array(name.rawValue.utf8)
    }
}

/// What a member's value must be.
indirect enum Shape: Sendable {
    case text(TextRule)
    case flag
    case object(Structure)
    /// A list of objects, with the number of items that it may have.
    case list(Structure, ClosedRange<Int>)

    var expectation: String {
        switch self {
        case .text(let rule): rule.expectation
        case .flag: "true or false"
        case .object: "an object"
        case .list(_, let count) where count == 0...Int.max: "a list"
        case .list(_, let count) where count.upperBound == Int.max: "a list of at least \(count.lowerBound)"
        case .list(_, let count): "a list of \(count.lowerBound) to \(count.upperBound)"
        }
    }
}

/// The members of an object, in the order in which we write them.
///
/// Others are allowed.
struct Structure: Sendable {
    let fields: [Field]

    init(_ fields: [Field]) {
        self.fields = fields
    }

    /// The position of a member by its name on the wire.
    func position(of key: ArraySlice<UInt8>) -> Int? {
        fields.firstIndex { $0.key.count == key.count && $0.key.elementsEqual(key) }
    }

    func position(of name: FieldName) -> Int? {
        fields.firstIndex { $0.name == name }
    }
}
