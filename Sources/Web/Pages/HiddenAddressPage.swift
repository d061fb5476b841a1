/// A hidden address (skjult adresse), alone on its page so that it is never seen by the way.
struct HiddenAddressPage: Page {
    static let template = "page_hidden_address"

    let frame: Frame
    let backPath: String
    let lines: [String]
}
