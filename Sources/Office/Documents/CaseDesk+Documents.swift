package import Casework
import Journal
package import Law

/// Documents of a case: their bytes lie sealed beside the journal, and an entry vouches for them.
extension CaseDesk {
    /// Begins to take a document into a case; `name` is the file's own, which must say what the bytes are.
    ///
    /// - Throws: ``UploadRefusal/notLetIn`` for a name of another kind; ``Absent`` where the case is missing or the person may not change it; any other error where it cannot be
    ///   stored.
    package func upload(_ person: Person, to id: RecordID, named name: String) async throws -> CaseUpload {
        let reached = try reach(person, id)
        _ = try await enter(person, .changeCase, id, reached)
        guard let media = MediaSniffer.Media(fileName: name) else { throw UploadRefusal.notLetIn }
        let writer = try BlobWriter(
            id: environment.newID(environment.now()),
            unit: reached.unit.id,
            stream: id,
            store: store,
            masters: masters
        )
        return CaseUpload(person, id, writer, named: media)
    }

    /// Puts a document whose bytes have all been taken into its case.
    ///
    /// The same form sent again with the same bytes is done once.
    ///
    /// - Throws: ``UploadRefusal``; ``Absent`` where the person may no longer change the case; any other error where it
    ///   could not be stored.
    package func finish(
        _ upload: consuming CaseUpload,
        title: String,
        direction: CaseDocument.Direction,
        on day: CalendarDay,
        key: String
    ) async throws -> CommandOutcome {
        let (person, id) = (upload.person, upload.caseID)
        let (document, reference) = try upload.close(title: title, direction)
        let reached = try reach(person, id)
        guard gate.permits(person, .changeCase, in: reached.unit.id, tie: reached.tie) else { throw Absent() }
        let command = CaseCommand(event: .documentAdded(document), on: day, capacity: .caseworker, seen: nil)
        // Without the document's identity, which is another each time it is sent.
        let body = Array("\(title)|\(direction)|".utf8) + document.digest
        let outcome = try await perform(person, id, command, attached: [reference], key: key, body: body)
        // Where the commit itself failed nobody knows whether an entry carries the bytes: they stay.
        guard case .done(_, _, _, repeated: false) = outcome else {
            upload.giveUp()
            return outcome
        }
        return outcome
    }

    /// Opens a document of a case.
    ///
    /// - Throws: ``Absent`` where there is none, it was struck out, or the person may not read the case; any other error
    ///   where it cannot be read.
    package func document(
        _ person: Person,
        _ document: RecordID,
        inCase id: RecordID,
        in service: UnitID? = nil
    ) async throws -> CaseDownload {
        let reached = try reach(person, id, in: service)
        let isThere = reached.stored?.facts.documents.contains(document) ?? false
        let grant = try await gate.enter(
            person,
            .readCase,
            in: reached.unit.id,
            objects: [id],
            exists: isThere,
            tie: reached.tie
        )
        let documents = Self.documents(Self.timeline(try reached.unit.events(of: id, under: grant)))
        guard let found = documents.first(where: { $0.document.id == document }),
            let reference = try reached.unit.attachment(found.document.id, at: found.entry, under: grant),
            let reader = BlobReader(reference, store: store, masters: masters)
        else { throw Absent() }
        return CaseDownload(found.document, reader)
    }
}
