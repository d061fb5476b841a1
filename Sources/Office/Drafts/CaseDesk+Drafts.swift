import Casework
import Journal
package import Law

/// Drafts: sealed, one per person, form, subject and matter; they outlive the session that they were begun in.
extension CaseDesk {
    /// Keeps a form as it stands; the next step, or another window, writes over it.
    ///
    /// - Throws: ``Absent`` where the person may not write about the subject; any other error where it could not be
    ///   stored.
    package func saveDraft(
        _ person: Person,
        _ form: String,
        about subject: RecordID?,
        matter: DraftMatter? = nil,
        seen: Int?,
        _ fields: [String: [String]]
    ) async throws {
        try await enterDraft(person, about: subject)
        try keepDraft(person, form, about: subject, matter: matter, seen: seen, fields)
    }

    /// Keeps a draft of somebody who has been let in.
    @discardableResult
    func keepDraft(
        _ person: Person,
        _ form: String,
        about subject: RecordID?,
        matter: DraftMatter?,
        seen: Int?,
        _ fields: [String: [String]]
    ) throws -> Instant {
        let now = environment.now()
        var writer = ByteWriter()
        writer.write(form)
        writer.write(optional: subject) { $0.write($1) }
        writer.write(optional: matter) { writer, matter in
            writer.write(matter.field)
            writer.write(matter.value)
        }
        writer.write(optional: seen) { $0.write($1) }
        writer.write(list: fields.sorted { $0.key < $1.key }) { writer, field in
            writer.write(field.key)
            writer.write(list: field.value) { $0.write($1) }
        }
        try store.putDraft(
            DraftVault.seal(
                writer.bytes,
                unit: person.unit,
                actor: person.id,
                key: Self.key(form, subject, matter),
                savedAt: now,
                store: store,
                masters: masters
            )
        )
        return now
    }

    /// What somebody has typed into a form and not sent; `nil` where there is nothing.
    ///
    /// - Throws: ``Absent`` where the person may not write about the subject any longer; any other error where it cannot
    ///   be read.
    package func draft(
        _ person: Person,
        _ form: String,
        about subject: RecordID?,
        matter: DraftMatter? = nil
    ) async throws -> Draft? {
        try await enterDraft(person, about: subject)
        return try keptDraft(person, form, about: subject, matter: matter)
    }

    /// The draft of somebody who has been let in.
    func keptDraft(
        _ person: Person,
        _ form: String,
        about subject: RecordID?,
        matter: DraftMatter?
    ) throws -> Draft? {
        let key = Self.key(form, subject, matter)
        return try store.draft(unit: person.unit, actor: person.id, key: key).flatMap(opened)
    }

    /// Throws a draft away: it has been sent, or is not wanted.
    package func removeDraft(
        _ person: Person,
        _ form: String,
        about subject: RecordID?,
        matter: DraftMatter? = nil
    ) throws {
        try store.removeDraft(unit: person.unit, actor: person.id, key: Self.key(form, subject, matter))
    }

    /// A person's own drafts, newest first, without what is in them.
    func drafts(of person: Person) throws -> [DraftLine] { try drafts(of: person) { _ in true } }

    /// A person's own drafts about one subject; no other is opened.
    func drafts(of person: Person, about subject: RecordID) throws -> [DraftLine] {
        try drafts(of: person) {
            $0.key.split(separator: "|").dropFirst().first.map(String.init) == subject.description
        }
    }

    private func drafts(of person: Person, where isWanted: (DraftRow) -> Bool) throws -> [DraftLine] {
        try store.drafts(unit: person.unit, actor: person.id).filter(isWanted).compactMap { try opened($0)?.line }
            .sorted { $0.savedAt > $1.savedAt }
    }

    private func enterDraft(_ person: Person, about subject: RecordID?) async throws {
        guard let subject else {
            _ = try await gate.enter(person, .openCase, in: person.unit, objects: [])
            return
        }
        let isConcern = try units.unit(person.unit).read { $0.concern(subject) != nil }
        guard !isConcern else {
            _ = try await gate.enter(person, .changeConcern, in: person.unit, objects: [subject])
            return
        }
        _ = try await enter(person, .changeCase, subject, reach(person, subject))
    }

    /// A draft that does not open is none: its writer begins anew.
    private func opened(_ row: DraftRow) throws -> Draft? {
        guard let bytes = try? DraftVault.open(row, store: store, masters: masters) else { return nil }
        var reader = ByteReader(bytes)
        let form = try reader.text()
        let subject = try reader.optionalID()
        let matter = try reader.optional { reader throws(CodecError) in
            DraftMatter(field: try reader.text(), value: try reader.text())
        }
        let seen = try reader.optionalInteger()
        let fields = try reader.list { reader throws(CodecError) in
            (try reader.text(), try reader.list { reader throws(CodecError) in try reader.text() })
        }
        try reader.finish()
        return Draft(
            line: DraftLine(form: form, subject: subject, matter: matter, savedAt: row.savedAt, seen: seen),
            fields: Dictionary(fields, uniquingKeysWith: { _, last in last })
        )
    }

    private static func key(_ form: String, _ subject: RecordID?, _ matter: DraftMatter?) -> String {
        "\(form)|\(subject.map(\.description) ?? "")" + (matter.map { "|\($0)" } ?? "")
    }
}
