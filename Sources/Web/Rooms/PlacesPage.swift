/// A unit's places × days (plasstavle), drawn and as a table with the same content.
struct PlacesPage: Page {
    static let template = "page_places"

    struct Cell: Sendable {
        let x: String
        let y: String
        /// The class: what the place is on the day, told by pattern and colour.
        let look: String
        /// The pattern over it; `nil` for what is plain.
        let hatch: String?
        let title: String
        /// The letter of the state, so that neither colour nor pattern is needed.
        let letter: String
        let letterX: String
        let letterY: String
    }

    struct RowLabel: Sendable {
        let label: String
        let y: String
    }

    struct DayLabel: Sendable {
        let label: String
        let x: String
        let isMonday: Bool
    }

    struct Drawing: Sendable {
        let viewBox: String
        let width: String
        let height: String
        let cellWidth: String
        let cellHeight: String
        let labelY: String
        let days: [DayLabel]
        let rows: [RowLabel]
        let cells: [Cell]
        let description: String
    }

    /// What a place is for some days in a row.
    struct Stretch: Sendable {
        let place: String
        /// Whether it is the first of its place, which names it.
        let isFirst: Bool
        let state: String
        let letter: String
        let look: String
        let days: String
        let act: Link?
    }

    struct Key: Sendable {
        let look: String
        let hatch: String?
        let letter: String
        let label: String
        /// How many places are so on the first day.
        let count: String
    }

    struct Hold: Sendable {
        let place: String
        let asker: String
        let days: String
        let facts: String
        let state: String
        let isWaiting: Bool
        let act: Link?
    }

    struct Entry: Sendable {
        let place: String
        let what: String
        let days: String
        let acts: [Link]
    }

    struct Owner: Sendable {
        let label: String
        let path: String
        let isCurrent: Bool
    }

    let frame: Frame
    let title: String
    let owners: [Owner]
    let unit: [Fact]
    let isUndescribed: Bool
    let actions: [Link]
    /// What the reader has begun and not sent.
    let drafts: [MyDayPage.Draft]
    let keys: [Key]
    let drawing: Drawing?
    let stretches: [Stretch]
    let previousPath: String
    let nextPath: String
    let todayPath: String?
    let period: String
    /// Whether the reader answers for the places.
    let isOwner: Bool
    let holds: [Hold]
    let entries: [Entry]
}
