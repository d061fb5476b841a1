/// What Rettid is, how accessible it is and what it keeps about its users (om Rettid).
struct InformationPage: Page {
    static let template = "page_information"

    let frame: Frame
}
