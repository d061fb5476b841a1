import HTTPTypes
import Hummingbird
import Law
import Office

/// Coming, going, choosing a language, and the page about the product.
struct VisitRoutes: Sendable {
    private let pages: PageDesk

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to router: Router<RettidContext>) {
        router.get("/", use: home)
        router.get("/sign-in", use: askWho)
        router.post("/sign-in", use: signIn)
        router.post("/sign-out", use: signOut)
        router.post("/language", use: chooseLanguage)
        router.get("/accessibility", use: information)
    }

    @Sendable private func home(_ request: Request, _ context: RettidContext) -> Response {
        pages.redirect(to: context.session.map { pages.home(of: $0.person) } ?? "/sign-in")
    }

    @Sendable private func information(_ request: Request, _ context: RettidContext) throws -> Response {
        let visit = Visit(context)
        return try pages.show(InformationPage(frame: pages.frame(visit, nil, at: "/accessibility")), visit)
    }

    // MARK: Signing in

    @Sendable private func askWho(_ request: Request, _ context: RettidContext) throws -> Response {
        guard pages.settings.demo else { throw HTTPError(.notFound) }
        let visit = Visit(context)
        let known = RequestCookies(of: request).start.flatMap { $0.utf8.count == 64 ? $0 : nil }
        let secret = known ?? RandomText.hexadecimal(32)
        let catalog = pages.catalog(visit)
        let personas = pages.rooms.people.all.map { person in
            SignInPage.Persona(
                id: person.id.name,
                name: person.name,
                role: RoleWords.name(person.role, catalog),
                unit: pages.unitName(person.unit, catalog),
                abilities: RoleWords.abilities(person.role, catalog),
                form: FormTarget(path: "/sign-in", key: "sign-in")
            )
        }
        let frame = pages.frame(visit, nil, at: "/sign-in", formToken: Sessions.formToken(of: secret))
        var response = try pages.show(SignInPage(frame: frame, personas: personas), visit)
        if known == nil {
            response.headers[values: .setCookie] = [
                RequestCookies.start(secret, isSecure: pages.settings.cookiesAreSecure)
            ]
        }
        return response
    }

    @Sendable private func signIn(_ request: Request, _ context: RettidContext) async throws -> Response {
        guard pages.settings.demo else { throw HTTPError(.notFound) }
        let token = context.session?.formToken ?? RequestCookies(of: request).start.map(Sessions.formToken) ?? ""
        let form = try await PostedForm(request, token: token, settings: pages.settings)
        guard let id = try? ActorID(kind: .person, name: form["persona"]), let person = pages.rooms.people[id] else {
            throw HTTPError(.badRequest)
        }
        let sessions = pages.rooms.sessions
        if let old = context.session { try sessions.end(old) }
        let cookie = try sessions.begin(person, secret: RandomText.bytes(32), language: context.language.rawValue)
        var response = pages.redirect(to: pages.home(of: person))
        response.headers[.setCookie] = RequestCookies.session(cookie, isSecure: pages.settings.cookiesAreSecure)
        return response
    }

    @Sendable private func signOut(_ request: Request, _ context: RettidContext) async throws -> Response {
        guard let session = context.session else { throw HTTPError(.unauthorized) }
        _ = try await PostedForm(request, token: session.formToken, settings: pages.settings)
        try pages.rooms.sessions.end(session)
        var response = pages.redirect(to: "/sign-in")
        response.headers[.setCookie] = RequestCookies.noSession(isSecure: pages.settings.cookiesAreSecure)
        return response
    }

    // MARK: Language

    /// Without a session it needs no token: it changes nothing but the language of this browser.
    @Sendable private func chooseLanguage(_ request: Request, _ context: RettidContext) async throws -> Response {
        let form = try await PostedForm(request, token: context.session?.formToken, settings: pages.settings)
        guard let language = Language(rawValue: form["language"]) else { throw HTTPError(.badRequest) }
        if let session = context.session {
            try pages.rooms.sessions.choose(language: language.rawValue, in: session)
        }
        var response = pages.redirect(to: Self.returnPath(form["return"]))
        response.headers[.setCookie] = RequestCookies.language(
            language,
            isSecure: pages.settings.cookiesAreSecure
        )
        return response
    }

    /// The path where it lies on this site; otherwise the start page, so that nobody is led away.
    static func returnPath(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: "/-._?=&".utf8.contains(byte)
            }
        }
        guard isPlain, path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.count <= 500 else { return "/" }
        return path
    }
}
