import Exchange
import HTTPTypes
import Hummingbird

/// What an editor is answered with whose session has ended: a page that keeps everything typed until its writer is back.
///
/// Without a session nobody can own a draft, so nothing is stored. The page holds the form itself; once its writer has
/// signed in, wherever that is done, the form goes on to the editor, which shows it again and writes nothing before its
/// own page asks for it.
struct LostSession: Sendable {
    private static let paths = EditorRoutes.paths.union([
        CorrectionRoutes.path, ReferralRoutes.newPath, ReferralRoutes.aboutPath, RoomRoutes.path, PlaceRoutes.path,
        CaseReferralRoutes.acutePath,
    ])
    /// What the page itself brings along anew.
    private static let own: Set = ["csrf", "key", "do"]

    let pages: PageDesk

    /// The page; `nil` where the request is no editor's or has not failed for want of a session.
    func answer(_ error: any Error, to request: Request, _ context: RettidContext) async -> Response? {
        guard (error as? HTTPError)?.status == .unauthorized, request.method == .post, context.session == nil,
            Self.paths.contains(context.endpointPath ?? ""),
            let posted = try? await PostedForm(
                request,
                token: nil,
                settings: pages.settings,
                mostFields: ReferralRoutes.mostFields
            )
        else { return nil }
        let visit = Visit(context)
        let path = request.uri.path
        let page = KeptDraftPage(
            frame: pages.frame(visit, nil, at: "/sign-in"),
            signInPath: "/sign-in",
            typed: context.endpointPath?.contains("/henvisninger/") == true
                ? referral(posted, pages.catalog(visit)) : facts(posted, path, pages.catalog(visit)),
            form: FormTarget(path: path, key: posted.key),
            hidden: posted.fields.filter { !Self.own.contains($0.key) }.sorted { $0.key < $1.key }
                .map { HiddenField(name: $0.key, value: $0.value) }
        )
        return try? pages.show(page, visit, status: .unauthorized)
    }

    /// The texts of a message, each under the title of its element.
    private func referral(_ posted: PostedForm, _ catalog: Catalog) -> [Fact] {
        let texts = MessageTexts(MessageLanguage(catalog.language))
        return posted.fields.sorted { $0.key < $1.key }.compactMap { path, text in
            guard path.contains("/"), !path.contains("|"), !text.isEmpty else { return nil }
            let names = path.split(separator: "/").map { String($0.prefix { $0 != "[" }) }
            guard let name = names.last else { return nil }
            return Fact(texts.title(of: name, inside: names.dropLast().last), text)
        }
    }

    /// What was typed, so that it can be read and copied; what was chosen stands as it was posted.
    private func facts(_ posted: PostedForm, _ path: String, _ catalog: Catalog) -> [Fact] {
        let name = path.split(separator: "/").last.map {
            $0 == CaseReferralRoutes.acute ? CommandForm.askAcutely.id[...] : $0
        }
        guard let form = name.flatMap({ CommandForm.named($0) ?? CommandForm.room(named: $0) }) else {
            return [Fact(catalog.text("command.withdraw.correctionReason"), posted[CommandDesk.correctionReason])]
        }
        let fields = CommandFields(
            words: CommandWords(form: form, catalog: catalog),
            values: CommandValues(form, posted: posted.fields),
            references: CaseReferences()
        )
        return fields.facts
    }
}
