package import Law

/// Drafts of what is told in a referral: sealed like those of a case, at either level, for whoever may tell anything.
extension ReferralDesk {
    /// Keeps a form as it stands; the next press, or another window, writes over it.
    ///
    /// - Throws: ``Absent`` where the person may not write in the referral; any other error where it could not be stored.
    package func saveDraft(
        _ person: Person,
        _ form: String,
        in id: RecordID,
        matter: DraftMatter?,
        _ fields: [String: [String]]
    ) async throws {
        _ = try await enter(person, .changeReferral, id, reach(person, id))
        try cases.keepDraft(person, form, about: id, matter: matter, seen: nil, fields)
    }

    /// What somebody has typed into a form and not sent; `nil` where there is nothing.
    ///
    /// - Throws: ``Absent`` where the person may not write in the referral any longer; any other error where it cannot be
    ///   read.
    package func draft(
        _ person: Person,
        _ form: String,
        in id: RecordID,
        matter: DraftMatter?
    ) async throws -> Draft? {
        _ = try await enter(person, .changeReferral, id, reach(person, id))
        return try cases.keptDraft(person, form, about: id, matter: matter)
    }
}
