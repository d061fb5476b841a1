/// The page where a pretend person is chosen (innlogging i en oppdiktet verden).
struct SignInPage: Page {
    static let template = "page_sign_in"

    /// A pretend person that the reader can be.
    struct Persona: Sendable {
        /// The value of the posted field `persona`.
        let id: String
        let name: String
        let role: String
        let unit: String
        /// What the person can do, in a sentence.
        let abilities: String
        let form: FormTarget
    }

    let frame: Frame
    let personas: [Persona]
    /// Why the reader was not signed in.
    var error: String?
}
