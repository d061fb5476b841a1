/// A language that the pages speak (målform eller språk).
enum Language: String, CaseIterable, Sendable {
    case bokmaal = "nb"
    case nynorsk = "nn"
    case english = "en"
}
