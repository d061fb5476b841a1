/// What a person fills in to make a message: groups and fields in the order of its table.
///
/// What the system itself knows is left out: of the header only contacts and the sender's reference are a person's.
/// Texts are keys of the catalogs, see ``MessageTexts``.
package struct MessageForm: Sendable {
    /// What sort of message it makes.
    package let kind: MessageKind
    /// All of the message; its parts are the form's sections.
    package let root: FormGroup
    /// The paths of all entries that the form takes, without numbers of rows.
    let paths: Set<String>

    /// The form of a kind of message.
    package static func of(_ kind: MessageKind) -> MessageForm {
        all[kind] ?? MessageForm(kind)
    }

    private static let all = Dictionary(uniqueKeysWithValues: MessageKind.all.map { ($0, MessageForm($0)) })

    private init(_ kind: MessageKind) {
        self.kind = kind
        root = FormBuilder(kind: kind).root(kind.definition.specification.root)
        paths = Set(root.parts.flatMap(\.paths))
    }

    /// Whether the form has an entry of this path, whatever the numbers of its rows.
    package func takes(_ path: String) -> Bool { paths.contains(EnteredElement.withoutRows(path)) }

    /// The elements of the header that a person fills in; the others are the system's.
    ///
    /// Source: `melding.v1.0.2`, MeldingshodeType.
    static let personsHeader = ["AvsendersRef", "KontaktInfoAvsender"]
    static let headerName = "Meldingshode"
}

/// One step of a form.
package enum FormPart: Sendable {
    /// A text.
    case field(FormField)
    /// A section, or a repeated one.
    case group(FormGroup)
    /// Several sections of which one is to be chosen.
    case choice(FormChoice)

    /// The element's name; nothing of a choice.
    package var name: String? {
        switch self {
        case .field(let field): field.name
        case .group(let group): group.name
        case .choice: nil
        }
    }
}

extension FormPart {
    /// The paths of the entries for this part and all inside it.
    fileprivate var paths: [String] {
        switch self {
        case .field(let field):
            let path = field.path.joined(separator: "/")
            return [path, path + "/"]
        case .group(let group): return [group.path.joined(separator: "/") + "/"] + group.parts.flatMap(\.paths)
        case .choice(let choice):
            return [choice.path.joined(separator: "/")] + choice.alternatives.flatMap(\.paths)
        }
    }
}

/// An element with elements inside: a section of the form, or one that may be repeated.
package struct FormGroup: Sendable {
    /// The element's name in the message.
    package let name: String
    /// The names from the root on, without the root; ``FormValues`` tells how rows are numbered.
    package let path: [String]
    /// The key of its heading, see ``MessageTexts``.
    package let titleKey: String
    /// The key of what a person may wonder about; nothing where there is no such text.
    package let helpKey: String?
    /// How often the group stands; a person may leave it out where it need not stand.
    package let occurs: Occurrence
    /// Whether anything must be entered in it.
    package let presence: FormPresence
    /// The field that tells the rows of a repeated group apart, no two of which may hold the same.
    package let rowField: String?
    /// What that field holds row by row where the rows are given: areas, dimensions, documents.
    package let rowCodes: [String]
    /// What is inside, in the order of the table.
    package let parts: [FormPart]

    /// Whether it may stand more than once.
    package var isRepeated: Bool { occurs.max > 1 }
}

/// One text of the form.
package struct FormField: Sendable {
    /// What a person enters.
    package enum Kind: Hashable, Sendable {
        /// A text of one line.
        case line
        /// A text of many lines.
        case prose
        /// `2026-11-22`.
        case date
        /// `2026-11-22T12:00:00+01:00`.
        case dateTime
        /// `true` or `false`; `1` and `0` are read as well.
        case yesNo
        /// One of some codes.
        case code([FormOption])
        /// So many digits.
        case digits(Int)
        /// A whole number.
        case number
        /// The id of another message (UUID).
        case messageID
    }

    /// The element's name in the message.
    package let name: String
    /// The names from the root on, without the root.
    package let path: [String]
    /// The key of its label, see ``MessageTexts``.
    package let titleKey: String
    /// The key of what a person may wonder about; nothing where there is no such text.
    package let helpKey: String?
    /// What may be entered.
    package let kind: Kind
    /// How often the element stands; a field with codes that may stand often is a list to tick.
    package let occurs: Occurrence
    /// Whether it must be filled in.
    package let presence: FormPresence
    /// The only text allowed: such a field is not shown, and filled in by itself.
    package let fixed: String?
    /// What the element holds where nobody has filled it in though it must stand.
    package let fallback: String
    /// Whether no two of the repeated elements may hold the same.
    package let isUnique: Bool
    /// The shortest text, in Unicode scalars.
    package let minLength: Int
    /// The longest text, in UTF-16 units, in which every engine finds it short enough; `Int.max` where any will do.
    package let maxLength: Int
}

/// One code to choose.
package struct FormOption: Hashable, Sendable {
    /// As it stands in the message.
    package let code: String
    /// The key of what it means, see ``MessageTexts``.
    package let titleKey: String
}

/// Exactly one of several parts.
package struct FormChoice: Sendable {
    /// The path of the entry that names the alternative chosen: the names with `|` between, inside the group.
    package let path: [String]
    /// The key of the question that the choice answers.
    package let questionKey: String
    /// The parts, in the order of the table.
    package let alternatives: [FormPart]

    /// The last step of the path.
    var key: String { path.last ?? "" }
}
