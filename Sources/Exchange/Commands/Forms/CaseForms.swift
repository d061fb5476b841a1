import Casework
import Law

/// The case itself: beginning, who works on it, notes, end.
enum CaseForms {
    static let all = [
        open, addConcern, assign, relieve, declareConflict, liftConflict, note, addDocument, close, reopen,
    ]

    // MARK: Beginning and end

    private static let isUnborn = FormEntry.flag("isUnborn")
    private static let expectedOn = FormEntry.day("expectedOn").allowed(isUnborn, FormEntry<Bool>.ticked)
    private static let municipality = FormEntry.municipality("municipality")
    private static let concern = FormEntry.reference("concern", .concern)
    private static let reason = FormEntry.paragraphs("reason")

    static let open = CommandForm(
        "open-case",
        .cases,
        "barnevernsloven § 12-4",
        PersonFields.all + [isUnborn, expectedOn, municipality],
        make: { input throws(FieldFault) in
            .inCase(
                .opened(
                    CaseOpening(
                        childID: input.context.id,
                        child: try PersonFields.person(input, replacing: input.context.id),
                        isUnborn: try input[isUnborn],
                        expectedOn: input.given(expectedOn),
                        municipality: try input[municipality]
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.opened(let opening)) = happening else { return nil }
            return PersonFields.filled(opening.child) + [
                isUnborn.filled(opening.isUnborn), expectedOn.filled(opening.expectedOn),
                municipality.filled(opening.municipality),
            ]
        }
    )

    static let addConcern = CommandForm(
        "add-concern",
        .concerns,
        "barnevernsloven § 2-1",
        [concern],
        make: { input throws(FieldFault) in .inCase(.concernAdded(try input[concern])) },
        fill: { happening in
            guard case .inCase(.concernAdded(let id)) = happening else { return nil }
            return [concern.filled(id)]
        }
    )

    static let close = CommandForm(
        "close-case",
        .cases,
        "barnevernsloven § 12-4",
        [reason],
        make: { input throws(FieldFault) in .inCase(.closed(reason: try input[reason])) },
        fill: { happening in
            guard case .inCase(.closed(let text)) = happening else { return nil }
            return [reason.filled(text)]
        }
    )

    static let reopen = CommandForm(
        "reopen-case",
        .cases,
        "barnevernsloven § 12-4",
        [reason],
        make: { input throws(FieldFault) in .inCase(.reopened(reason: try input[reason])) },
        fill: { happening in
            guard case .inCase(.reopened(let text)) = happening else { return nil }
            return [reason.filled(text)]
        }
    )

    // MARK: Who works on it

    private static let worker = FormEntry.worker("worker")
    private static let role = FormEntry<CaseRole>.code("role", "case-role")

    static let assign = CommandForm(
        "assign",
        .cases,
        "barnevernsloven § 15-3",
        [worker, role],
        make: { input throws(FieldFault) in .inCase(.assigned(try input[worker], try input[role])) },
        fill: { happening in
            guard case .inCase(.assigned(let actor, let part)) = happening else { return nil }
            return [worker.filled(actor), role.filled(part)]
        }
    )

    static let relieve = CommandForm(
        "relieve",
        .cases,
        "barnevernsloven § 15-3",
        [worker],
        make: { input throws(FieldFault) in .inCase(.relieved(try input[worker])) },
        fill: { happening in
            guard case .inCase(.relieved(let actor)) = happening else { return nil }
            return [worker.filled(actor)]
        }
    )

    static let declareConflict = CommandForm(
        "declare-conflict",
        .cases,
        "forvaltningsloven § 6",
        [worker, reason],
        make: { input throws(FieldFault) in
            .inCase(.conflictDeclared(try input[worker], reason: try input[reason]))
        },
        fill: { happening in
            guard case .inCase(.conflictDeclared(let actor, let text)) = happening else { return nil }
            return [worker.filled(actor), reason.filled(text)]
        }
    )

    static let liftConflict = CommandForm(
        "lift-conflict",
        .cases,
        "forvaltningsloven § 6",
        [worker, reason],
        make: { input throws(FieldFault) in .inCase(.conflictLifted(try input[worker], reason: try input[reason])) },
        fill: { happening in
            guard case .inCase(.conflictLifted(let actor, let text)) = happening else { return nil }
            return [worker.filled(actor), reason.filled(text)]
        }
    )

    // MARK: What is written down

    private static let noteKind = FormEntry<Note.Kind>.code("kind", "note-kind")
    private static let text = FormEntry.paragraphs("text")
    private static let title = FormEntry.line("title")
    private static let direction = FormEntry<CaseDocument.Direction>.code("direction", "document-direction")

    static let note = CommandForm(
        "note",
        .cases,
        "barnevernsloven § 12-4",
        [noteKind, text],
        make: { input throws(FieldFault) in
            .inCase(.noted(Note(kind: try input[noteKind], text: try input[text])))
        },
        fill: { happening in
            guard case .inCase(.noted(let note)) = happening else { return nil }
            return [noteKind.filled(note.kind), text.filled(note.text)]
        }
    )

    /// The file itself travels beside the form.
    static let addDocument = CommandForm(
        "add-document",
        .documents,
        "barnevernsloven § 12-4",
        [title, direction],
        make: { input throws(FieldFault) in
            guard let file = input.context.file else { throw FieldFault(FormContext.fileField, .file) }
            return .inCase(
                .documentAdded(
                    CaseDocument(
                        id: input.context.id,
                        title: try input[title],
                        mediaType: file.mediaType,
                        size: file.size,
                        digest: file.digest,
                        direction: try input[direction]
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.documentAdded(let document)) = happening else { return nil }
            return [title.filled(document.title), direction.filled(document.direction)]
        }
    )
}
