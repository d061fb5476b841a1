import Casework
import Exchange
import Law
import Office

/// A message as far as it is written, with what travels unseen.
struct ReferralWork: Sendable {
    /// What goes along with a document that has been ticked.
    struct Attached: Sendable {
        var kind: ChosenAttachment.Kind
        var about: String
    }

    /// The names of what a page posts besides the form's own entries.
    enum Name {
        static let participation = "participation"
        static let overrideReason = "overrideReason"
        static let relation = "relation"
        static let view = "view"
        static let override = "override"
        static let acute = "acute"
        static let version = "version"

        static func attach(_ document: RecordID) -> String { "attach-\(document)" }
        static func kind(_ document: RecordID) -> String { "attach-\(document)-kind" }
        static func about(_ document: RecordID) -> String { "attach-\(document)-about" }
    }

    let address: ReferralAddress
    /// As the referral stood when it was last looked up.
    var purpose: ReferralPurpose
    /// The idempotency key, and so the message's id: the same from the first page to the last.
    var key: String
    var values = FormValues()
    var attached: [RecordID: Attached] = [:]
    /// What the participation rests on: the id of a hearing, `override` or `acute`.
    var participation = ""
    var overrideReason = ""
    /// Whether parts that are not asked for are left out of sight.
    var isFitted = false
    /// The repeated group that shows one more row.
    var spare = ""
    var savedAt: Instant?
    /// The version of the referral that the writer has seen; `nil` for a new one.
    private(set) var seen: RecordID?

    var form: MessageForm { .of(.standard(purpose.type)) }

    /// A new message, or one that goes on.
    init(_ address: ReferralAddress, _ purpose: ReferralPurpose, key: String) {
        self.address = address
        self.purpose = purpose
        self.key = key
        seen = purpose.earlier?.id
    }

    /// What a page of ours has posted.
    init(_ address: ReferralAddress, _ purpose: ReferralPurpose, _ posted: PostedForm, _ documents: [CaseDocument]) {
        self.init(address, purpose, key: posted.key)
        take(posted.fields, documents)
    }

    /// A draft that goes on where it was left.
    init(
        _ address: ReferralAddress,
        _ purpose: ReferralPurpose,
        _ draft: Draft,
        _ documents: [CaseDocument],
        otherwise key: String
    ) {
        self.init(address, purpose, key: draft.fields["key"]?.first ?? key)
        take(draft.fields.compactMapValues(\.first), documents)
        savedAt = draft.line.savedAt
    }

    private mutating func take(_ fields: [String: String], _ documents: [CaseDocument]) {
        values = form.cleared(FormValues(posted: form.entries(fields)))
        participation = fields[Name.participation] ?? ""
        overrideReason = fields[Name.overrideReason] ?? ""
        isFitted = fields[Name.view] == "fitted"
        seen = fields[Name.version].flatMap { RecordID($0) } ?? seen
        for document in documents where fields[Name.attach(document.id)] != nil {
            attached[document.id] = Attached(
                kind: fields[Name.kind(document.id)].flatMap { .init(rawValue: $0) } ?? .other,
                about: fields[Name.about(document.id)] ?? document.title
            )
        }
    }

    /// Whether somebody has replaced the referral since the writer saw it.
    var isOvertaken: Bool { seen != purpose.earlier?.id }

    /// The writer is told of the newest version.
    mutating func seeNewest() { seen = purpose.earlier?.id }

    /// Takes a row out of a repeated group.
    mutating func remove(_ row: String) {
        values = FormValues(values.entries.filter { $0.key != row && !$0.key.hasPrefix(row + "/") })
    }

    /// Whether a referral is to be deleted at the receiver's, from what a page has posted.
    static func isDeletion(_ fields: (String) -> String?) -> Bool {
        fields(Name.relation) == MessageRelation.deleted.rawValue
    }

    /// The documents that go along, each with a file name of its own.
    func attachments(_ documents: [CaseDocument]) -> [ChosenAttachment] {
        var names: Set<String> = []
        return documents.compactMap { document in
            guard let attached = attached[document.id] else { return nil }
            let name = ReferralFile.name(of: document, besides: names)
            names.insert(name)
            return ChosenAttachment(document: document.id, fileName: name, kind: attached.kind, about: attached.about)
        }
    }

    /// On what the participation rests; `nil` where nothing has been chosen.
    var ground: ParticipationGround? {
        switch participation {
        case Name.override: .overridden(reason: overrideReason)
        case Name.acute: .acute
        default: RecordID(participation).map { .hearing($0) }
        }
    }

    /// Everything that a draft keeps, and that a page posts unseen.
    var kept: [String: String] {
        var fields = values.entries
        fields[Name.participation] = participation.isEmpty ? nil : participation
        fields[Name.overrideReason] = overrideReason.isEmpty ? nil : overrideReason
        fields[Name.relation] = purpose.relation == .deleted ? MessageRelation.deleted.rawValue : nil
        fields[Name.view] = isFitted ? "fitted" : nil
        fields[Name.version] = seen?.description
        for (document, attached) in attached {
            fields[Name.attach(document)] = "yes"
            fields[Name.kind(document)] = attached.kind.rawValue
            fields[Name.about(document)] = attached.about
        }
        return fields
    }

    var draftFields: [String: [String]] { kept.merging(["key": key]) { $1 }.mapValues { [$0] } }
}

extension MessageForm {
    /// The entries among the fields of a page: those under their own paths, and ticked boxes as rows of their list.
    fileprivate func entries(_ fields: [String: String]) -> [(String, String)] {
        var entries: [(String, String)] = []
        var ticked: [String: [String]] = [:]
        for (name, text) in fields {
            if takes(name) {
                entries.append((name, text))
            } else if let hyphen = name.lastIndex(of: "-"), takes(String(name[..<hyphen])) {
                ticked[String(name[..<hyphen]), default: []].append(String(name[name.index(after: hyphen)...]))
            }
        }
        for (path, codes) in ticked {
            for (index, code) in codes.sorted().enumerated() { entries.append(("\(path)[\(index + 1)]", code)) }
        }
        return entries
    }
}
