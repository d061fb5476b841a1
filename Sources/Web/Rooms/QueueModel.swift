import Assistance
import Law
import Office

/// Makes lists of referrals of what the desk hands out.
struct QueueModel: Sendable {
    let pages: PageDesk
    let words: RoomWords
    private var catalog: Catalog { words.catalog }

    func page(_ page: QueuePage, _ address: QueueAddress, _ context: SignedInContext) -> QueueListPage {
        let filter = address.filter
        func link(_ key: String, _ isCurrent: Bool, _ change: (inout QueueFilter) -> Void) -> QueueListPage.Filter {
            QueueListPage.Filter(label: catalog.text(key), path: address.path(change), isCurrent: isCurrent)
        }
        let standings = [
            link("queue.filter.open", filter.standing == .open) { $0.standing = .open },
            link("queue.filter.done", filter.standing == .done) { $0.standing = .done },
            link("queue.filter.all", filter.standing == .all) { $0.standing = .all },
        ]
        let isEverybodys = filter.handler == nil && !filter.isUnassigned
        let whose = [
            link("queue.filter.everybody", isEverybodys) { ($0.handler, $0.isUnassigned) = (nil, false) },
            link("queue.filter.mine", filter.handler != nil) { filter in
                (filter.handler, filter.isUnassigned) = (context.person.id, false)
            },
            link("queue.filter.nobody", filter.isUnassigned) { ($0.handler, $0.isUnassigned) = (nil, true) },
            link("queue.filter.past", filter.isPast) { $0.isPast.toggle() },
        ]
        let kinds = MeasureKind.allCases.map { kind in
            (value: "\(kind)", label: words.measure(kind))
        }
        return QueueListPage(
            frame: pages.frame(context.visit, .queue, at: address.path(at: .start)),
            total: catalog.plural("queue.total", page.total),
            standings: standings,
            whose: whose,
            kind: Field(
                "tiltak",
                .list,
                label: catalog.text("queue.kind"),
                value: filter.kind.map { "\($0)" } ?? "",
                isOptional: true,
                options: kinds
            ),
            hidden: hidden(filter),
            list: ReferralList(rows: page.rows.map { row($0, mayTake: true) }, isRegions: true),
            hasRows: !page.rows.isEmpty,
            links: PageLinks(
                first: address.position == .start ? nil : address.path(at: .start),
                previous: page.previous.map { address.path(at: .before($0)) },
                next: page.next.map { address.path(at: .after($0)) }
            )
        )
    }

    /// The rest of the filter, for the form that chooses a kind.
    private func hidden(_ filter: QueueFilter) -> [HiddenField] {
        var hidden: [HiddenField] = []
        if filter.standing != .open { hidden.append(HiddenField(name: "vis", value: filter.standing.rawValue)) }
        if filter.handler != nil { hidden.append(HiddenField(name: "hvem", value: "meg")) }
        if filter.isUnassigned { hidden.append(HiddenField(name: "hvem", value: "ingen")) }
        if filter.isPast { hidden.append(HiddenField(name: "over", value: "ja")) }
        return hidden
    }

    func row(_ row: ReferralRow, mayTake: Bool) -> ReferralList.Row {
        let left = row.daysLeft.map(catalog.daysLeft)
        return ReferralList.Row(
            path: "/henvisninger/\(row.id)",
            kind: words.measure(row.kind),
            counterpart: row.counterpart,
            isAcute: row.isAcute,
            hasNews: row.hasNews,
            phase: words.phase(row.phase),
            isOpen: row.phase == .open || row.phase == .unknown,
            wanted: row.wantedFrom.map(words.phrases.day) ?? "–",
            left: left,
            past: row.daysPast > 0 ? words.count(row.daysPast) : nil,
            age: words.count(row.age),
            receipt: words.receipt(row.receipt),
            isUnseen: row.receipt != .seen,
            isFailed: row.receipt == .failed,
            handler: row.handler.map(pages.rooms.people.name),
            next: row.steps.first.map { words.step($0.kind) },
            take: mayTake && row.handler == nil ? pages.form("/henvisninger/\(row.id)/ta") : nil
        )
    }
}
