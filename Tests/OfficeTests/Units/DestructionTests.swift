import Casework
import Journal
import Law
import Synthetic
import Testing

@testable import Office

struct `A report made unreadable on purpose` {
    private static let nordvag = PretendService.nordvag.unit

    @Test(arguments: 0..<3)
    func `leaves the same state in memory as in a fold from the journal`(index: Int) async throws {
        try await withOffice { office in
            let ids = try await office.concerns(of: try SampleMessage(children: 3), id: "m1")
            try await office.receive(try SampleMessage(worry: "b"), id: "m2")
            try office.destroy(ids[index], in: Self.nordvag)
            // The next write meets the tombstone.
            try await office.receive(try SampleMessage(worry: "c"), id: "m3")
            for node in [office, try office.secondNode()] {
                let state = try node.state(Self.nordvag)
                #expect(state.concerns.count == 4 && state.unopened == 4)
                #expect(state.concern(ids[index]) == nil)
                #expect(state.concerns.allSatisfy { state.concern($0.id) == $0 })
                #expect(try await node.rooms.concerns.list(Staff.caseworker, .all).rows.count == 4)
            }
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `leaves the open items of reception as a fold does`() async throws {
        try await withOffice { office in
            guard case .kept(_, let id) = try await office.receive(.unreadable, id: "m1") else { throw Unexpected() }
            try await office.receive(try SampleMessage(municipality: "9999"), id: "m2")
            try office.destroy(id, in: PretendWorld.reception)
            try await office.receive(try SampleMessage(municipality: "9998"), id: "m3")
            for node in [office, try office.secondNode()] {
                let state = try node.state(PretendWorld.reception)
                #expect(state.workItems.count == 2 && state.openWorkItems == 2 && state.workItem(id) == nil)
                #expect(state.workItems.allSatisfy { state.workItem($0.id) == $0 })
                #expect(try await node.rooms.receptionDesk.list(Staff.officer).rows.count == 2)
            }
        }
    }

    @Test func `does not keep the others from the list before its tombstone is read`() async throws {
        try await withOffice { office in
            let first = try office.secondNode()
            let ids = try await first.running { try await $0.concerns(of: try SampleMessage(children: 2), id: "m1") }
            // One that begins at a snapshot has no key of the report in memory.
            let other = try office.reopened()
            #expect(try other.state(Self.nordvag).concerns.count == 2)
            try office.destroy(ids[0], in: Self.nordvag)
            let rows = try await other.rooms.concerns.list(Staff.caseworker, .all).rows
            #expect(rows.map(\.facts.id) == [ids[1]])
        }
    }

    @Test(arguments: [1, 3])
    func `gives its sender the same ids when the message is sent again`(children: Int) async throws {
        try await withOffice { office in
            let message = try SampleMessage(children: children)
            let ids = try await office.concerns(of: message, id: "m1")
            try await office.receive(try SampleMessage(worry: "b"), id: "m2")
            guard case .kept(_, let item) = try await office.receive(.unreadable, id: "m3") else { throw Unexpected() }
            for id in ids { try office.destroy(id, in: Self.nordvag) }
            try office.destroy(item, in: PretendWorld.reception)
            let node = try office.secondNode()
            try await node.running { node in
                guard case .received(let receipt) = try await node.receive(message, id: "m1") else {
                    throw Unexpected()
                }
                #expect(receipt.concerns == ids && receipt.messageID == "m1")
                let kept = try await node.receive(.unreadable, id: "m3")
                guard case .kept(_, item) = kept else { throw Unexpected() }
            }
        }
    }
}
