import HTTPTypes
import Hummingbird
import Law
import NIOCore
import Office

/// Reconciliation with the senders, and alarms.
struct OversightRoutes: Sendable {
    private let pages: PageDesk
    private var desk: OversightDesk { pages.rooms.oversight }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/reconciliation", use: reconcile)
        people.get("/reconciliation.csv", use: download)
        people.get("/alarms", use: alarms)
    }

    // MARK: Reconciliation

    @Sendable private func reconcile(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let phrases = pages.phrases(context.visit)
        let asked = request.uri.queryParameters["day"].map { try? CalendarDay(parsing: String($0)) }
        let day = (asked ?? phrases.today) ?? phrases.today
        let isWrong = asked.map { $0 == nil } ?? false
        let all = try await desk.reconcile(context.person, day)
        let missing = all.reduce(0) { $0 + $1.missingForAnybody }
        let elsewhere = all.reduce(0) { $0 + $1.elsewhere }
        let path = "/reconciliation?day="
        let page = ReconciliationPage(
            frame: pages.frame(context.visit, .reconciliation, at: path + "\(day)"),
            path: "/reconciliation",
            day: "\(day)",
            dayText: phrases.day(day),
            previousPath: path + "\(day.adding(days: -1))",
            nextPath: day < phrases.today ? path + "\(day.adding(days: 1))" : nil,
            csvPath: "/reconciliation.csv?day=\(day)",
            rows: all.map(row),
            differences: all.flatMap { differences($0, phrases) },
            missingForAnybody: missing > 0 ? phrases.catalog.plural("reconciliation.anybody", missing) : nil,
            elsewhere: elsewhere > 0 ? phrases.catalog.plural("reconciliation.elsewhere", elsewhere) : nil,
            dayError: isWrong ? phrases.catalog.text("problem.day") : nil
        )
        return try pages.show(page, context.visit, status: isWrong ? .unprocessableContent : .ok)
    }

    private func row(_ one: Reconciliation) -> ReconciliationPage.Row {
        ReconciliationPage.Row(
            sender: one.sender.name,
            sent: one.said,
            stored: one.stored,
            opened: one.opened,
            missing: one.count(.missing),
            extra: one.count(.extra),
            different: one.count(.different)
        )
    }

    private func differences(_ one: Reconciliation, _ phrases: PagePhrases) -> [ReconciliationPage.Difference] {
        one.messages.compactMap { message in
            message.difference.map { difference in
                let kind: ReconciliationPage.Difference.Kind =
                    switch difference {
                    case .missing: .missing
                    case .extra: .extra
                    case .different: .different
                    }
                return ReconciliationPage.Difference(
                    kind,
                    messageID: message.id,
                    sender: one.sender.name,
                    when: message.storedAt.map(phrases.stamp),
                    phrases.catalog
                )
            }
        }
    }

    @Sendable private func download(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let text = request.uri.queryParameters["day"].map(String.init) ?? "\(pages.rooms.environment.today)"
        guard let day = try? CalendarDay(parsing: text) else { throw HTTPError(.badRequest) }
        let report = ReconciliationReport(try await desk.reconcile(context.person, day))
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"avstemming-\(day).csv\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: report.csv.joined(separator: "\r\n") + "\r\n"))
        )
    }

    // MARK: Alarms

    @Sendable private func alarms(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let alarms = try await desk.alarms(context.person)
        let phrases = pages.phrases(context.visit)
        let words = AlarmWords(pages: pages, phrases: phrases, reader: context.person)
        let page = AlarmsPage(
            frame: pages.frame(context.visit, .alarms, at: "/alarms"),
            alarms: alarms.map(words.view),
            checked: phrases.stamp(phrases.now)
        )
        return try pages.show(page, context.visit)
    }
}

/// Puts an alarm into words for one reader.
struct AlarmWords: Sendable {
    let pages: PageDesk
    let phrases: PagePhrases
    let reader: Person

    func view(_ alarm: Alarm) -> AlarmsPage.Alarm {
        let isOwn = alarm.unit == reader.unit
        let unit = isOwn ? nil : pages.unitName(alarm.unit, phrases.catalog)
        let limits = pages.rooms.oversight.limits
        switch alarm.kind {
        case .nothingReceived(let workingHours, let since):
            return AlarmsPage.Alarm(
                .silence(workingHours: workingHours),
                isCritical: true,
                since: since.map(phrases.stamp),
                unit: unit,
                path: "/reconciliation",
                phrases.catalog
            )
        case .unopened(let count, let oldest):
            return AlarmsPage.Alarm(
                .unread(count: count, hours: limits.unopened),
                isCritical: true,
                since: phrases.stamp(oldest),
                unit: unit,
                path: isOwn ? "/concerns?filter=unopened" : nil,
                phrases.catalog
            )
        case .unplaced(let count, let unowned, let oldest):
            return AlarmsPage.Alarm(
                .unroutable(count: count),
                isCritical: unowned > 0,
                since: phrases.stamp(oldest),
                unit: unit,
                path: isOwn ? "/reception" : nil,
                phrases.catalog
            )
        case .unanswered(let count, let oldest):
            return AlarmsPage.Alarm(
                .unanswered(count: count),
                isCritical: false,
                since: phrases.stamp(oldest),
                unit: unit,
                phrases.catalog
            )
        case .placeLost(let count, let oldest):
            return AlarmsPage.Alarm(
                .placeLost(count: count),
                isCritical: true,
                since: phrases.stamp(oldest),
                unit: unit,
                path: isOwn ? "/ubesvart?vis=\(WaitingList.ours.rawValue)" : nil,
                phrases.catalog
            )
        case .outboxStuck(let waiting, let parked, let oldest):
            return AlarmsPage.Alarm(
                .outbox(count: waiting + parked),
                isCritical: parked > 0,
                since: oldest.map(phrases.stamp),
                unit: unit,
                phrases.catalog
            )
        case .unserved:
            return AlarmsPage.Alarm(.unserved, isCritical: true, since: nil, unit: unit, phrases.catalog)
        case .unrecovered(let count):
            return AlarmsPage.Alarm(
                .unrecovered(count: count),
                isCritical: true,
                since: nil,
                unit: unit,
                phrases.catalog
            )
        case .laidAside(let count):
            return AlarmsPage.Alarm(
                .laidAside(count: count),
                isCritical: true,
                since: nil,
                unit: unit,
                phrases.catalog
            )
        case .notTaken(let count):
            return AlarmsPage.Alarm(
                .notTaken(count: count),
                isCritical: true,
                since: nil,
                unit: unit,
                phrases.catalog
            )
        }
    }
}
