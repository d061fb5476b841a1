/// The ways from one page of a list to the others; a page that is the whole list has none.
struct PageLinks: Sendable {
    /// The first page, on every page but the first.
    let first: String?
    let previous: String?
    let next: String?

    /// Nothing where there is nowhere to go.
    init?(first: String? = nil, previous: String? = nil, next: String? = nil) {
        guard first != nil || previous != nil || next != nil else { return nil }
        self.first = first
        self.previous = previous
        self.next = next
    }
}
