import Casework
import Law
import Office

/// Makes the inbox page of what the desk hands out.
struct InboxModel: Sendable {
    let page: ConcernDesk.Page
    let filter: ConcernDesk.Filter
    let position: ListPosition
    let pages: PageDesk
    let phrases: PagePhrases

    private var catalog: Catalog { phrases.catalog }

    func view(for context: SignedInContext) async throws -> InboxPage {
        let person = context.person
        let isLeader = person.role == .leader
        let alarms = isLeader ? try await pages.rooms.oversight.alarms(person) : []
        let words = AlarmWords(pages: pages, phrases: phrases, reader: person)
        return InboxPage(
            frame: pages.frame(context.visit, .inbox, at: ListAddress.path(path(filter), at: position)),
            summary: InboxPage.Summary(
                unread: page.summary.unopened,
                urgent: page.summary.urgent,
                oldestMinutes: page.summary.oldestUnopened.map(phrases.minutes(since:)),
                catalog
            ),
            alarms: alarms.map(words.view),
            alarmsPath: isLeader ? "/alarms" : nil,
            filters: filters,
            rows: page.rows.map(row),
            isFiltered: filter != .all,
            newConcernPath: "/concerns/new",
            links: ListAddress.links(path(filter), from: position, previous: page.previous, next: page.next)
        )
    }

    private var filters: [InboxPage.Filter] {
        let summary = page.summary
        return [
            (InboxPage.Filter.Kind.all, ConcernDesk.Filter.all, summary.total),
            (.unread, .unopened, summary.unopened),
            (.urgent, .urgent, nil),
            (.missingNumber, .unidentified, summary.unidentified),
        ].map { (kind: InboxPage.Filter.Kind, value: ConcernDesk.Filter, count: Int?) in
            InboxPage.Filter(kind, path: path(value), isCurrent: value == filter, count: count, catalog)
        }
    }

    private func path(_ filter: ConcernDesk.Filter) -> String {
        filter == .all ? "/concerns" : "/concerns?filter=\(filter.rawValue)"
    }

    private func row(_ row: ConcernDesk.Row) -> InboxRow {
        let facts = row.facts
        let concern = row.received.concern
        return InboxRow(
            path: "/concerns/\(facts.id)",
            isUrgent: facts.isUrgent,
            isUnread: facts.openedBy == nil,
            openedBy: facts.openedBy.map(pages.rooms.people.name),
            openedAt: facts.openedAt.map(phrases.shortStamp),
            received: phrases.shortStamp(facts.receivedAt),
            childName: concern.child.name.isEmpty ? nil : concern.child.name,
            isUnborn: concern.child.isUnborn,
            otherChildren: concern.otherChildren,
            source: source(row.received),
            municipality: MunicipalityWords.name(concern.address),
            isMissingNumber: facts.identity == .missing,
            deadline: facts.review == nil ? phrases.day(facts.reviewDue) : nil,
            deadlineState: facts.review == nil ? .init(facts.review(on: phrases.today)) : .ahead,
            catalog
        )
    }

    private func source(_ received: ReceivedConcern) -> InboxRow.Source {
        if received.channel == .typedIn { return .registered }
        switch received.concern.origin {
        case .publicBody(let reporter):
            return .publicBody([reporter.role, reporter.organisation].filter { !$0.isEmpty }.joined(separator: ", "))
        case .privatePerson: return .privatePerson
        }
    }
}

extension InboxRow.Deadline {
    fileprivate init(_ state: ReviewState) {
        switch state {
        case .running: self = .ahead
        case .soon: self = .near
        case .overdue: self = .over
        }
    }
}

/// The name of the municipality that a report was sent to.
enum MunicipalityWords {
    /// The name of a number of four digits; the number itself where the register has none.
    static func name(_ number: String) -> String {
        let known = (try? MunicipalityNumber(parsing: number)).flatMap { MunicipalityRegister.national[$0]?.name }
        return known ?? number
    }

    static func name(_ address: ConcernAddress) -> String {
        let known = (try? MunicipalityNumber(parsing: address.municipality)).flatMap {
            MunicipalityRegister.national[$0]?.name
        }
        let municipality = known ?? (address.municipalityName.isEmpty ? "–" : address.municipalityName)
        return address.districtName.isEmpty ? municipality : "\(municipality), \(address.districtName)"
    }
}
