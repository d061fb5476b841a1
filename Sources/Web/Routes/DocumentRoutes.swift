import Casework
import Exchange
import HTTPTypes
import Hummingbird
import Law
import NIOCore
import Office

/// Documents of a case: handed out, and put in by a form that brings a file.
struct DocumentRoutes: Sendable {
    /// The longest body of an upload, in bytes: a document and the fields beside it.
    static let longestBody = CaseUpload.longest + (1 << 20)
    /// A document may take so many times as long as any other form.
    private static let patience = 10

    private let pages: PageDesk
    private var desk: CaseDesk { pages.rooms.cases }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/saker/{id}/dokumenter/{document}", use: document)
        people.get("/saker/{id}/add-document", use: ask)
        people.post("/saker/{id}/add-document", use: take)
    }

    @Sendable private func document(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let document = context.coreContext.parameters.get("document").flatMap({ RecordID($0) }) else {
            throw Absent()
        }
        let download = try await desk.document(
            context.person,
            document,
            inCase: try context.recordID(),
            in: try pages.service(request)
        )
        let mediaType = download.document.mediaType
        return Response.file(try download.whole(), mediaType, named: "dokument")
    }

    // MARK: Upload

    @Sendable private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(context, CommandValues.today(pages), key: RandomText.hexadecimal(16))
    }

    /// Takes fields and file as they come: the fields first, which say whether the file is wanted at all.
    @Sendable private func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try PostedForm.checkSite(of: request)
        guard let boundary = request.multipartBoundary else { throw HTTPError(.badRequest) }
        let seconds = Self.patience * pages.settings.requestTimeout
        var reader = MultipartReader(
            request.body.map(\.readableBytesView).makeAsyncIterator(),
            boundary: boundary,
            limit: Self.longestBody,
            end: .now.advanced(by: .seconds(seconds))
        )
        var fields: [String: String] = [:]
        var file: String?
        while file == nil, let event = try await reader.next() {
            switch event {
            case .field(let name, let value): fields[name] = value
            case .file(FormContext.fileField, let name): file = name
            case .file, .bytes: throw HTTPError(.badRequest)
            }
        }
        let posted = try PostedForm(fields, token: context.session.formToken)
        let values = CommandValues(DocumentForm.form, posted: posted.fields)
        let document: DocumentForm.Reading
        switch try DocumentForm.read(values, hasFile: !(file ?? "").isEmpty, id: context.recordID()) {
        case .failure(let refusal):
            try await reader.discard()
            return try await page(context, values, key: posted.key, faults: refusal.faults)
        case .success(let read): document = read
        }
        do {
            return try answer(
                try await store(&reader, named: file ?? "", document, key: posted.key, for: context),
                to: try context.recordID()
            )
        } catch let refusal as UploadRefusal {
            try await reader.discard()
            return try await page(context, values, key: posted.key, problem: refusal)
        }
    }

    private func store<Chunks: AsyncIteratorProtocol>(
        _ reader: inout MultipartReader<Chunks>,
        named name: String,
        _ document: DocumentForm.Reading,
        key: String,
        for context: SignedInContext
    ) async throws -> CommandOutcome {
        var upload = try await desk.upload(context.person, to: try context.recordID(), named: name)
        // Behind the file stands the button that was pressed.
        while case .bytes(let piece)? = try await reader.next() { try upload.write(piece) }
        try await reader.discard()
        return try await desk.finish(
            upload,
            title: document.title,
            direction: document.direction,
            on: document.on,
            key: key
        )
    }

    private func answer(_ outcome: CommandOutcome, to id: RecordID) throws -> Response {
        switch outcome {
        case .done: return pages.redirect(to: "/saker/\(id)#documents")
        case .refused(.absent): throw Absent()
        case .refused, .keyReused: throw HTTPError(.conflict)
        }
    }

    private func page(
        _ context: SignedInContext,
        _ values: CommandValues,
        key: String,
        faults: [FieldFault] = [],
        problem: UploadRefusal? = nil
    ) async throws -> Response {
        let id = try context.recordID()
        let opened = try await desk.open(context.person, id)
        guard opened.mayChange else { throw Absent() }
        let phrases = pages.phrases(context.visit)
        let child = CaseNames(opened: opened, phrases: phrases).child
        let words = CommandWords(form: DocumentForm.form, catalog: phrases.catalog)
        let fields = CommandFields(
            words: words,
            values: values,
            faults: faults,
            refused: problem.map { (FormContext.fileField, UploadWords.sentence($0, phrases.catalog)) },
            references: CaseReferences()
        ).fields
        let page = EditorPage(
            frame: pages.frame(context.visit, nil, at: "/saker/\(id)/add-document"),
            back: Link(label: child, path: "/saker/\(id)"),
            subject: child,
            title: words.title,
            lead: words.lead,
            citation: Link(label: Citation.tied(DocumentForm.form.citation), path: "/lovverk"),
            groups: [EditorPage.Group(fields: fields)],
            form: FormTarget(path: "/saker/\(id)/add-document", key: key),
            buttons: [
                EditorPage.Button(
                    .send,
                    label: phrases.catalog.text("case.upload.submit"),
                    isMain: true,
                    phrases.catalog
                )
            ]
        )
        let isWrong = !faults.isEmpty || problem != nil
        return try pages.show(page, context.visit, status: isWrong ? .unprocessableContent : .ok)
    }
}

extension Response {
    /// A file that is handed out; `stem` is its name without the ending, which the kind gives.
    static func file(_ bytes: [UInt8], _ mediaType: String, named stem: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: mediaType,
                // Never shown inside a page of ours, whatever it holds.
                .contentDisposition: "attachment; filename=\"\(stem).\(DocumentWords.kind(mediaType).lowercased())\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

/// The form of a document, whose file travels beside its fields.
enum DocumentForm {
    /// What the fields say of a document.
    struct Reading: Sendable {
        let title: String
        let direction: CaseDocument.Direction
        let on: CalendarDay
    }

    static let form = CommandForm.addDocument

    /// Reads the fields, before anything of the file has come.
    static func read(_ values: CommandValues, hasFile: Bool, id: RecordID) throws -> Result<Reading, FormRefusal> {
        let file = FormContext.StoredFile(mediaType: "", size: 0, digest: [])
        switch form.read(values, FormContext(id: id, file: hasFile ? file : nil)) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let reading):
            guard case .inCase(.documentAdded(let document)) = reading.happening else { throw Absent() }
            return .success(Reading(title: document.title, direction: document.direction, on: reading.on))
        }
    }
}

extension CommandValues {
    /// A new document's: it came or went today.
    static func today(_ pages: PageDesk) -> CommandValues {
        DocumentForm.form.opening(CaseReferences(), today: pages.rooms.environment.today) { _ in nil }
    }
}

/// Why a document was not taken, and what to do.
enum UploadWords {
    static func sentence(_ refusal: UploadRefusal, _ catalog: Catalog) -> String {
        switch refusal {
        case .tooLarge: catalog.text("upload.tooLarge", ["size": DocumentWords.size(CaseUpload.longest)])
        case .empty: catalog.text("upload.empty")
        case .notLetIn: catalog.text("upload.notLetIn")
        case .otherKind: catalog.text("upload.otherKind")
        }
    }
}
