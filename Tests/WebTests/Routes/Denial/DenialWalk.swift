import Foundation
import Journal
import Law
import Office
import Testing

/// Asks for everything in everybody's name, and compares what comes back and what is left in the access log.
final class DenialWalk {
    /// A line of the access log, with the thing asked for as `it`: two that look alike took the same path.
    private struct Trace: Equatable, CustomStringConvertible {
        let unit: UnitID
        let action: String
        let isGranted: Bool
        let objects: [String]

        var description: String { "\(isGranted ? "granted" : "denied") \(action) in \(unit.text): \(objects)" }
    }

    private struct Seen {
        let answer: RawAnswer
        let traces: [Trace]
        let named: Set<RecordID>
        /// What somebody without a session has posted: it comes back to them on the page that leads to a new one.
        let echoed: [String]

        /// What two people must not be able to tell apart by.
        var outside: [String] {
            let id = answer["x-request-id"] ?? "none"
            guard !echoed.isEmpty else {
                return ["\(answer.status)"] + answer.lastingHeaders + [answer.text.replacing(id, with: "{request}")]
            }
            let headers = answer.lastingHeaders.filter { !$0.lowercased().hasPrefix("content-length") }
            let longestFirst = echoed.filter { $0.count > 1 }.sorted { $0.count > $1.count }
            let text = longestFirst.reduce(answer.text.replacing(id, with: "{request}")) {
                $0.replacing($1, with: "{posted}")
            }
            return ["\(answer.status)"] + headers + [text]
        }
    }

    private let world: DenialWorld
    /// Things that may be asked for again, until a row spends them.
    private var kept: [DenialRow.Thing: [(place: Place, thing: DenialThing)]] = [:]
    private(set) var denied = 0

    init(_ world: DenialWorld) {
        self.world = world
    }

    func walk(_ row: DenialRow) async throws {
        switch row.rule {
        case .elsewhere: return
        case .anybody: try await walkOpen(row)
        case .senders: try await walkSenders(row)
        case .roles(let roles): try await walk(row, by: roles)
        case .of(let kind, let standings): try await walk(row, kind, by: standings)
        }
    }

    // MARK: Rules

    private func walkOpen(_ row: DenialRow) async throws {
        for client in world.clients {
            let seen = try await ask(row, client, nil)
            #expect(row.success.contains(seen.answer.status), "\(Self.name(row, client)): \(seen.answer.status)")
            #expect(seen.traces.isEmpty, "\(Self.name(row, client))")
            checkSecrets(seen, row, client, mayShow: nil)
        }
    }

    /// A person's session is worth nothing where systems ask.
    private func walkSenders(_ row: DenialRow) async throws {
        let stranger = try #require(world.clients.first { $0.viewer == .nobody })
        let without = try await ask(row, stranger, nil)
        for client in world.clients {
            let seen = try await ask(row, client, nil)
            #expect(seen.outside == without.outside, "\(Self.name(row, client))")
        }
    }

    private func walk(_ row: DenialRow, by roles: Set<Person.Role>) async throws {
        let file = try await things(.file)
        _ = try await things(.report)
        let own = try #require(file.first)
        let nowhere = try #require(file.last)
        if row.target.contains("{plan}") { try await world.addPlan() }
        let absent = DenialRow("GET", row.isApi ? "/api/cases/{id}" : "/saker/{id}", row.rule)
        for client in world.clients {
            let name = Self.name(row, client)
            let seen = try await ask(row, client, own.thing, open: own.thing.id, absent: nowhere.thing.id)
            if let role = client.viewer.role, roles.contains(role) {
                #expect(row.success.contains(seen.answer.status), "\(name): \(seen.answer.status)")
                checkSecrets(seen, row, client, mayShow: client.viewer)
                continue
            }
            let nothing = try await ask(absent, client, nowhere.thing)
            check(seen, isLike: nothing, client, name)
            #expect(seen.traces.allSatisfy { !$0.isGranted }, "\(name): \(seen.traces)")
        }
    }

    private func walk(_ row: DenialRow, _ kind: DenialRow.Thing, by standings: Set<Standing>) async throws {
        let things = try await things(kind)
        defer { if row.isSpending { kept[kind] = nil } }
        let nowhere = try #require(things.last?.thing)
        // First those who are turned away, so that they all ask for the same as it is.
        for client in world.clients {
            let nothing = try await ask(row, client, nowhere)
            let name = Self.name(row, client)
            #expect(nothing.answer.status == (client.viewer == .nobody ? 401 : 404), "\(name), absent")
            for (place, thing) in things where !standings.contains(Standing(client.viewer, to: place)) {
                let seen = try await ask(row, client, thing)
                check(seen, isLike: nothing, client, "\(name), \(place)")
                #expect(seen.traces == nothing.traces, "\(name), \(place): another path")
                guard client.viewer != .nobody else { continue }
                #expect(!seen.traces.isEmpty, "\(name), \(place): no line")
                #expect(seen.traces.allSatisfy { !$0.isGranted }, "\(name), \(place): \(seen.traces)")
                #expect(!row.isNamed || seen.named.contains(thing.id), "\(name), \(place): not named")
            }
        }
        for client in world.clients {
            for (place, thing) in things where place != .absent {
                guard standings.contains(Standing(client.viewer, to: place)) else { continue }
                let seen = try await ask(row, client, thing)
                let name = "\(Self.name(row, client)), \(place)"
                #expect(row.success.contains(seen.answer.status), "\(name): \(seen.answer.status)")
                #expect(seen.named.contains(thing.id), "\(name): not named")
                #expect(seen.traces.contains { $0.isGranted }, "\(name): \(seen.traces)")
                checkSecrets(seen, row, client, mayShow: client.viewer)
            }
        }
    }

    // MARK: Checks

    private func check(_ seen: Seen, isLike nothing: Seen, _ client: DenialClient, _ name: String) {
        denied += 1
        #expect(seen.answer.status == (client.viewer == .nobody ? 401 : 404), "\(name): \(seen.answer.status)")
        // What one has posted without a session comes back; beside a page that was only asked for it says nothing.
        let isComparable = seen.echoed.isEmpty == nothing.echoed.isEmpty
        #expect(!isComparable || seen.outside == nothing.outside, "\(name): not as if there were nothing")
        #expect(seen.answer["x-request-id"] != nothing.answer["x-request-id"], "\(name)")
        for thing in world.made {
            for secret in thing.secrets { #expect(!seen.answer.text.contains(secret), "\(name): tells something") }
        }
    }

    /// Nothing of a child leaves without a line that names it, and a hidden address only where it is asked for.
    private func checkSecrets(_ seen: Seen, _ row: DenialRow, _ client: DenialClient, mayShow viewer: Viewer?) {
        let text = seen.answer.text
        for thing in world.made {
            if text.contains(thing.name) {
                #expect(viewer != nil && seen.named.contains(thing.id), "\(Self.name(row, client)): shown, not named")
                #expect(
                    thing.unit != OfficeFixture.vest || viewer.map { ![.vetle, .vigdis].contains($0) } ?? false,
                    "\(Self.name(row, client)): shown in spite of a conflict of interest"
                )
                // The county governor's own list names those that they have been let in to.
                let isSupervised = row.target.contains("tjeneste=") || row.target == "/statsforvalter"
                #expect(
                    isSupervised || viewer.map { Self.unit(of: $0) == thing.unit } ?? false,
                    "\(Self.name(row, client)): another unit's"
                )
            }
            if !row.route.contains("/adresse/") {
                #expect(!text.contains(thing.hiddenAddress), "\(Self.name(row, client)): hidden address")
            }
        }
    }

    private static func unit(of viewer: Viewer) -> UnitID? {
        DenialWorld.people.first { $0.id.name == viewer.rawValue }?.unit
    }

    private static func name(_ row: DenialRow, _ client: DenialClient) -> String {
        "\(row.method) \(row.target) as \(client.viewer)"
    }

    // MARK: Asking

    private func things(_ kind: DenialRow.Thing) async throws -> [(place: Place, thing: DenialThing)] {
        if let kept = kept[kind] { return kept }
        let things = try await world.things(kind)
        kept[kind] = things
        return things
    }

    private static let boundary = "----denial"

    private static func parts(_ fields: [String: String]) -> String {
        var parts = fields.sorted { $0.key < $1.key }.map { ("name=\"\($0.key)\"", $0.value) }
        parts.append(("name=\"file\"; filename=\"brev.txt\"\r\nContent-Type: text/plain", "Brev"))
        parts.append(("name=\"do\"", "send"))
        let bodies = parts.map { "--\(boundary)\r\nContent-Disposition: form-data; \($0)\r\n\r\n\($1)\r\n" }
        return bodies.joined() + "--\(boundary)--\r\n"
    }

    private func ask(
        _ row: DenialRow,
        _ client: DenialClient,
        _ thing: DenialThing?,
        open: RecordID? = nil,
        absent: RecordID? = nil
    ) async throws -> Seen {
        func fill(_ text: String) -> String {
            (thing?.fill(text) ?? text).replacing("{open}", with: open?.description ?? "")
                .replacing("{absent}", with: absent?.description ?? "")
                .replacing("{plan}", with: world.plan?.id.description ?? "")
                .replacing("{run}", with: world.plan?.run.description ?? "")
        }
        let store = world.office.rooms.store
        let marks = try DenialWorld.units.map { unit in
            try store.accessLines(of: unit, before: .latest, limit: 1).first?.number ?? -1
        }
        let target = fill(row.target)
        var echoed: [String] = []
        let answer: RawAnswer
        switch row.body {
        case .none where row.method == "GET": answer = try await client.browser.get(target)
        case .none: answer = try await client.browser.send(row.method, target, client.token, world.key(), [])
        case .form(let fields):
            let filled = fields.mapValues(fill).merging(["csrf": client.token, "key": world.key()]) { $1 }
            answer = try await client.browser.post(target, filled)
            if client.viewer == .nobody { echoed = [target] + filled.values + (thing.map { ["\($0.id)"] } ?? []) }
        case .parts(let fields):
            let filled = fields.mapValues(fill).merging(["csrf": client.token, "key": world.key()]) { $1 }
            let body = Array(Self.parts(filled).utf8)
            let type = "multipart/form-data; boundary=\(Self.boundary)"
            answer = try await client.browser.send("POST", target, type: type, body)
        case .json(let bytes):
            let body = Array(fill(String(decoding: bytes, as: UTF8.self)).utf8)
            answer = try await client.browser.send(row.method, target, client.token, world.key(), body)
        }
        var traces: [Trace] = []
        var named: Set<RecordID> = []
        for (unit, mark) in zip(DenialWorld.units, marks) {
            for seen in try world.office.accessLines(unit, mark) {
                #expect(seen.actor.name == client.viewer.rawValue, "a line in another's name")
                traces.append(
                    Trace(
                        unit: unit,
                        action: seen.line.action.rawValue,
                        isGranted: seen.line.outcome == .granted,
                        objects: seen.line.objects.map { Self.word($0, of: thing) }
                    )
                )
                named.formUnion(seen.line.objects)
            }
        }
        return Seen(answer: answer, traces: traces, named: named, echoed: echoed)
    }

    private static func word(_ object: RecordID, of thing: DenialThing?) -> String {
        switch object {
        case thing?.id: "it"
        case thing?.person: "its person"
        case thing?.document: "its document"
        default: "another"
        }
    }
}
