import Exchange
import Law
import Office

/// Where a message about a child is written: a new referral, or something about one that has been sent.
enum ReferralAddress: Hashable, Sendable {
    /// What is done with a referral that has been sent.
    enum Step: String, CaseIterable, Sendable {
        case update = "oppdatering"
        case supplement = "tillegg"
        case withdrawal = "trekk"
    }

    case new(MessageType)
    /// About the referral of a conversation, whatever its newest version is.
    case about(RecordID, Step)

    /// What can be done with a referral that has been sent.
    static func steps(of sent: SentReferral) -> [Step] {
        Step.allCases.filter { step in
            switch step {
            case .update: ReferralPurpose.update(sent).obstacle == nil
            case .supplement: ReferralPurpose.supplement(sent).obstacle == nil
            case .withdrawal: ReferralPurpose.withdrawal(sent, isDeletion: false).obstacle == nil
            }
        }
    }

    /// The name under which drafts of referrals are kept.
    static let draftForm = "referral"
    private static let prefix = "henvisning."
    private static let newField = "ny"

    /// The referral of a name in an address, such as `fosterhjem`.
    static func type(named name: String) -> MessageType? { MessageType(rawValue: prefix + name) }

    static func name(of type: MessageType) -> String { String(type.rawValue.dropFirst(prefix.count)) }

    /// The referral that a new version is written of, by any of its messages; `nil` for everything else.
    var replaced: RecordID? {
        if case .about(let id, .update) = self { id } else { nil }
    }

    /// What a draft is about.
    var matter: DraftMatter {
        switch self {
        case .new(let type): DraftMatter(field: Self.newField, value: Self.name(of: type))
        case .about(let id, let step): DraftMatter(field: step.rawValue, value: id.description)
        }
    }

    func path(in caseID: RecordID) -> String { Self.path(of: matter, in: caseID.description) }

    /// Where a draft goes on.
    static func path(of matter: DraftMatter, in caseID: String) -> String {
        let folder = "/saker/\(caseID)/henvisninger"
        return matter.field == newField
            ? "\(folder)/\(matter.field)/\(matter.value)" : "\(folder)/\(matter.value)/\(matter.field)"
    }

    /// What is being written, among the referrals that the case has sent.
    ///
    /// - Parameters:
    ///   - sent: The case's referrals.
    ///   - isDeletion: Whether a referral that is taken back is to be deleted too.
    ///   - message: The message that is being written; one that has been sent is about what it was about then.
    /// - Returns: What the message is to which referral.
    /// - Throws: ``Absent`` where there is no such referral.
    func purpose(
        among sent: [SentReferral],
        isDeletion: Bool,
        as message: RecordID? = nil
    ) throws -> ReferralPurpose {
        switch self {
        case .new(let type): return .new(type)
        case .about(let id, let step):
            // What was kept under the id of a version is found as well.
            guard let newest = sent.first(where: { $0.isMeant(by: id) }) else { throw Absent() }
            let referral = message.flatMap { newest.found(by: $0) } ?? newest
            return switch step {
            case .update: .update(referral)
            case .supplement: .supplement(referral)
            case .withdrawal: .withdrawal(referral, isDeletion: isDeletion)
            }
        }
    }
}
