import Exchange
import Foundation
import Law
import Logging
import Office
import Testing

@testable import Web

/// Every route × everybody × one's own, the neighbours', closed and absent things.
struct `The denial matrix` {
    @Test func `has a row for every route of the server, and for no other`() async throws {
        try await OfficeFixture.run(people: DenialWorld.everybody) { office in
            let served = Set(try office.server.routes())
            let rows = Set(try Self.chapters(office).flatMap(\.rows).map { "\($0.method) \($0.route)" })
            #expect(served.count > 100)
            #expect(served.subtracting(rows).sorted() == [], "routes without a row")
            #expect(rows.subtracting(served).sorted() == [], "rows without a route")
        }
    }

    @Test(arguments: DenialTable.pages)
    func `lets in who may, and answers everybody else as if there were nothing`(chapter: DenialChapter) async throws {
        try await Self.walk { _ in chapter }
    }

    @Test(arguments: [0, 1])
    func `holds for the editor of every form`(half: Int) async throws {
        try await Self.walk { _ in try DenialTable.editors()[half] }
    }

    @Test(arguments: [0, 1])
    func `holds for everything that the API does with one case or report`(half: Int) async throws {
        try await Self.walk { office in DenialTable.api(Self.operations(office))[half] }
    }

    private static func walk(_ chapter: @Sendable (OfficeFixture) throws -> DenialChapter) async throws {
        try await OfficeFixture.run(people: DenialWorld.everybody) { office in
            let rows = try chapter(office).rows
            #expect(!rows.isEmpty)
            let walk = DenialWalk(try await DenialWorld(office))
            for row in rows { try await walk.walk(row) }
            #expect(office.findings() == [])
            #expect(walk.denied > 0 || rows.allSatisfy { !$0.hasRule })
        }
    }

    private static func operations(_ office: OfficeFixture) -> [ApiOperation] {
        ApiRoutes(rooms: office.rooms, settings: WebSettings(demo: true, logger: Logger(label: "matrix"))).operations
    }

    private static func chapters(_ office: OfficeFixture) throws -> [DenialChapter] {
        DenialTable.pages + (try DenialTable.editors()) + DenialTable.api(operations(office))
    }
}

extension DenialRow {
    /// Whether there is anybody to be turned away.
    fileprivate var hasRule: Bool {
        switch rule {
        case .roles, .of: true
        case .anybody, .senders, .elsewhere: false
        }
    }
}
