import Casework
import Foundation
import Law
import Testing

@testable import Office

struct `Searching for people` {
    @Test func `finds a case by number, by a name however it is spelled, and by telephone`() async throws {
        try await withOffice { office in
            let id = try await office.openCase(.sample("Kristian Åsen", phone: "+47 99 88 77 66"))
            let mother = CasePerson.sample("Máret Hansen", number: .sample(7), phone: "22334455")
            try await office.put(.personSet(RecordID(high: 5, low: 5), mother), into: id, key: "m")
            _ = try await office.openCase(.sample("Ola Berg", number: .sample(1)), key: "other")
            let found: [PersonQuery] = [
                .number(.sample(0)), .name("Christian Aasen"), .name("åsen"), .name("kris"), .phone("99887766"),
                .name("Maret Hanssen"), .number(.sample(7)), .phone("0047 22334455"),
            ]
            for (number, query) in found.enumerated() {
                let hits = try await office.desk.search(Staff.caseworker, query).hits
                #expect(hits.map(\.caseID) == [id], "query \(number)")
                #expect(hits.map(\.child.name) == ["Kristian Åsen"])
            }
            for query in [PersonQuery.number(.sample(9)), .name("Fatima"), .phone("11111111"), .name("")] {
                #expect(try await office.desk.search(Staff.caseworker, query).hits.isEmpty)
            }
            #expect(try await office.desk.search(Staff.colleague, .number(.sample(0))).hits.map(\.tie) == [.none])
        }
    }

    @Test func `tells nothing of other services`() async throws {
        try await withOffice { office in
            _ = try await office.openCase(.sample("Kristian Åsen"))
            for query in [PersonQuery.number(.sample(0)), .name("Kristian Åsen")] {
                #expect(try await office.desk.search(Staff.neighbour, query).hits.isEmpty)
            }
            let keys = try [Staff.caseworker, Staff.neighbour].map {
                try SearchKeys(unit: $0.unit, store: office.store, masters: office.masters).key(of: .sample(0))
            }
            #expect(Set(keys).count == 2)
        }
    }

    @Test func `comes before a new case, for that child, within the day and with what there is now`() async throws {
        try await withOffice { office in
            let desk = office.desk
            let child = CasePerson.sample("Kristian Åsen")
            let opening = CaseOpening(
                childID: RecordID(high: 3, low: 3),
                child: child,
                isUnborn: false,
                expectedOn: nil,
                municipality: "1505"
            )
            let today = office.today
            func open(_ looked: LookedFirst?, by person: Person = Staff.caseworker, key: String) async throws
                -> CommandRefusal?
            {
                let looked = try #require(looked)
                return try await desk.openCase(person, opening, on: today, after: looked, key: key).outcome.refusal
            }
            let mine = try await desk.search(Staff.caseworker, .number(.sample(0))).looked
            let other = try await desk.search(Staff.caseworker, .name("Ola Berg")).looked
            let byName = try await desk.search(Staff.colleague, .name("Christian Aasen")).looked
            #expect(try await desk.search(Staff.caseworker, .phone("99887766")).looked == nil)
            #expect(try await open(other, key: "a") == .lookAgain)
            #expect(try await open(mine, by: Staff.colleague, key: "b") == .lookAgain)
            #expect(try await open(LookedFirst(token: "00.11"), key: "c") == .lookAgain)
            let forged = try #require(mine).token.replacingOccurrences(of: ".", with: "0.")
            #expect(try await open(LookedFirst(token: forged), key: "d") == .lookAgain)
            #expect(try await open(mine, key: "e") == nil)
            // Somebody else looked before the case was there.
            #expect(try await open(byName, by: Staff.colleague, key: "f") == .lookAgain)
            let seen = try await desk.search(Staff.colleague, .name("Christian Aasen")).looked
            #expect(try await open(seen, by: Staff.colleague, key: "g") == nil, "a second case that somebody wants")
            let old = try await desk.search(Staff.colleague, .number(.sample(0))).looked
            office.clock.move(seconds: LookedFor.lifetime)
            #expect(try await open(old, by: Staff.colleague, key: "h") == .lookAgain)
        }
    }

    @Test func `does not let two people open a case for one child at the same moment`() async throws {
        try await withOffice { office in
            let desk = office.desk
            let opening = CaseOpening(
                childID: RecordID(high: 3, low: 3),
                child: .sample("Kristian Åsen"),
                isUnborn: false,
                expectedOn: nil,
                municipality: "1505"
            )
            let today = office.today
            let refusals = try await withThrowingTaskGroup(of: CommandRefusal?.self) { group in
                for person in [Staff.caseworker, Staff.colleague, Staff.leader] {
                    let looked = try #require(try await desk.search(person, .number(.sample(0))).looked)
                    group.addTask {
                        try await desk.openCase(person, opening, on: today, after: looked, key: "k").outcome.refusal
                    }
                }
                return try await group.reduce(into: [CommandRefusal?]()) { $0.append($1) }
            }
            #expect(refusals.compactMap(\.self) == [.lookAgain, .lookAgain])
            #expect(try office.state(Staff.caseworker.unit).cases.count == 1)
        }
    }
}
