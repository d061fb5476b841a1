import Law

/// Drafts of what is done with the own places: sealed like those of a case, for whoever sees to the places.
extension PlaceDesk {
    /// Keeps a form as it stands; the next press, or another window, writes over it.
    ///
    /// - Throws: ``Absent`` where the person sees to no places; any other error where it could not be stored.
    package func saveDraft(
        _ person: Person,
        _ form: String,
        matter: DraftMatter?,
        _ fields: [String: [String]]
    ) async throws {
        _ = try await gate.enter(person, .changePlaces, in: person.unit, objects: [])
        try cases.keepDraft(person, form, about: .places, matter: matter, seen: nil, fields)
    }

    /// What somebody has typed into a form and not sent; `nil` where there is nothing.
    ///
    /// - Throws: ``Absent`` where the person sees to no places any longer; any other error where it cannot be read.
    package func draft(_ person: Person, _ form: String, matter: DraftMatter?) async throws -> Draft? {
        _ = try await gate.enter(person, .changePlaces, in: person.unit, objects: [])
        return try cases.keptDraft(person, form, about: .places, matter: matter)
    }

    /// What somebody has begun and not sent, newest first, without what is in it.
    ///
    /// - Throws: ``Absent`` where the person sees to no places any longer; any other error where it cannot be read.
    package func drafts(_ person: Person) async throws -> [DraftLine] {
        _ = try await gate.enter(person, .changePlaces, in: person.unit, objects: [])
        return try cases.drafts(of: person).filter { $0.subject == .places }
    }

    /// Throws a draft away: it has been sent.
    package func removeDraft(_ person: Person, _ form: String, matter: DraftMatter?) throws {
        try cases.removeDraft(person, form, about: .places, matter: matter)
    }
}
