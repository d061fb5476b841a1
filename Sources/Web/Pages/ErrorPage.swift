/// What went wrong with a request and what the reader can do.
///
/// "Absent" and "forbidden" are one and the same page, so that nobody learns that something exists.
struct ErrorPage: Page {
    static let template = "page_error"

    let frame: Frame
    let title: String
    let help: String
    /// The id that finds the request in the log; empty shows none, where answers must not differ.
    let requestID: String
    /// Where the reader was, or the start page.
    let returnPath: String

    /// The page for an HTTP status; one without a text of its own is shown as 500.
    init(frame: Frame, status: Int, requestID: String, returnPath: String, _ catalog: Catalog) {
        self.frame = frame
        self.requestID = requestID
        self.returnPath = returnPath
        (title, help) = Self.words(status, catalog)
    }

    private static func words(_ status: Int, _ catalog: Catalog) -> (title: String, help: String) {
        switch status {
        case 400: (catalog.text("error.400"), catalog.text("error.400.help"))
        case 401: (catalog.text("error.401"), catalog.text("error.401.help"))
        case 403, 404: (catalog.text("error.404"), catalog.text("error.404.help"))
        case 405: (catalog.text("error.405"), catalog.text("error.405.help"))
        case 409: (catalog.text("error.409"), catalog.text("error.409.help"))
        case 413: (catalog.text("error.413"), catalog.text("error.413.help"))
        case 422: (catalog.text("error.422"), catalog.text("error.422.help"))
        case 429: (catalog.text("error.429"), catalog.text("error.429.help"))
        case 503: (catalog.text("error.503"), catalog.text("error.503.help"))
        default: (catalog.text("error.500"), catalog.text("error.500.help"))
        }
    }
}
