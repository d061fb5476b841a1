package import Law

/// Drafts of scenarios: sealed like all drafts, one for each person and plan.
extension PlanDesk {
    private static let form = "plan"

    /// Keeps a scenario as far as it is filled in; the next step writes over it.
    ///
    /// - Returns: When it was kept.
    /// - Throws: ``Absent`` where the person may not change the plan; any other error where it could not be stored.
    package func saveDraft(
        _ person: Person,
        of id: RecordID,
        _ fields: [String: [String]]
    ) async throws -> Instant {
        try await enterToChange(person)
        return try cases.keepDraft(person, Self.form, about: id, matter: nil, seen: nil, fields)
    }

    /// What a person has changed in a plan and not saved; `nil` where there is nothing.
    ///
    /// - Throws: ``Absent`` where the person may not change the plan any longer; any other error where it cannot be read.
    package func draft(_ person: Person, of id: RecordID) async throws -> Draft? {
        try await enterToChange(person)
        return try cases.keptDraft(person, Self.form, about: id, matter: nil)
    }

    /// Throws a draft away: it has been saved, or is not wanted.
    package func removeDraft(_ person: Person, of id: RecordID) throws {
        try cases.removeDraft(person, Self.form, about: id)
    }
}
