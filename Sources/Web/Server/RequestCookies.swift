import HTTPTypes
import Hummingbird

/// The cookies that we set: the session, the chosen language, and the proof that a sign-in form is ours.
struct RequestCookies: Sendable {
    static let sessionName = "rettid"
    static let languageName = "rettid-language"
    static let startName = "rettid-start"
    private static let year = 365 * 24 * 3600

    let session: String?
    let language: Language?
    let start: String?

    init(of request: Request) {
        let cookies = request.cookies
        session = cookies[Self.sessionName]?.value
        language = (cookies[Self.languageName]?.value).flatMap(Language.init(rawValue:))
        start = cookies[Self.startName]?.value
    }

    static func session(_ token: String, isSecure: Bool) -> String {
        header(sessionName, token, isSecure: isSecure)
    }

    /// Takes the session's cookie away.
    static func noSession(isSecure: Bool) -> String {
        header(sessionName, "", isSecure: isSecure, maxAge: 0)
    }

    static func language(_ language: Language, isSecure: Bool) -> String {
        header(languageName, language.rawValue, isSecure: isSecure, maxAge: year)
    }

    static func start(_ secret: String, isSecure: Bool) -> String {
        header(startName, secret, isSecure: isSecure)
    }

    private static func header(_ name: String, _ value: String, isSecure: Bool, maxAge: Int? = nil) -> String {
        var text = "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
        if isSecure { text += "; Secure" }
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        return text
    }
}

extension Language {
    /// The best of the languages that a browser asks for; `nil` where it asks for none of ours.
    ///
    /// The order of the header is taken as the order of preference, which is how browsers write it.
    init?(accepted header: String?) {
        for part in (header ?? "").prefix(200).split(separator: ",") {
            let tag = part.split(separator: ";").first.map { $0.filter { $0 != " " }.lowercased() } ?? ""
            switch tag.split(separator: "-").first {
            case "nb", "no": self = .bokmaal
            case "nn": self = .nynorsk
            case "en": self = .english
            default: continue
            }
            return
        }
        return nil
    }
}
