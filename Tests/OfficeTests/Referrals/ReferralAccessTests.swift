import Assistance
import Casework
import Law
import Synthetic
import Testing

@testable import Office

struct `Who may see a referral` {
    @Test func `is decided by the tie to the case in a municipality, and by the region's own unit`() async throws {
        try await withReferrals { office in
            let (caseID, id) = try await office.referral()
            try await office.settle(id)
            let desk = office.referrals
            for person in [Staff.caseworker, Staff.leader, Parties.officer, Parties.secondOfficer] {
                #expect(try await desk.open(person, id).facts.id == id)
            }
            let strangers = [
                Staff.colleague, Staff.neighbour, Staff.neighbourLeader, Staff.officer, Staff.governor,
                Parties.otherOfficer, Parties.manager, Parties.overseer,
            ]
            for person in strangers {
                await #expect(throws: Absent(), "\(person.name)") { try await desk.open(person, id) }
                await #expect(throws: Absent(), "\(person.name)") { try await desk.take(person, id, key: "k") }
                await #expect(throws: Absent(), "\(person.name)") {
                    try await desk.referrals(person, ofCase: caseID)
                }
            }
            for person in strangers + [Staff.caseworker, Staff.leader] where person.role != .intakeOfficer {
                await #expect(throws: Absent(), "\(person.name)") { try await desk.queue(person) }
                await #expect(throws: Absent(), "\(person.name)") { try await desk.breaches(person) }
            }
            #expect(try await desk.queue(Parties.otherOfficer).rows.isEmpty)
            #expect(try await desk.referrals(Staff.caseworker, ofCase: caseID).map(\.id) == [id])
        }
    }

    @Test func `leaves a line that names the referral, and the case only at home`() async throws {
        try await withReferrals { office in
            let (caseID, id) = try await office.referral()
            try await office.settle(id)
            _ = try await office.referrals.open(Parties.officer, id)
            _ = try await office.referrals.open(Staff.caseworker, id)
            let region = try office.accessLines(Parties.officer.unit)
            #expect(region == [AccessLine(action: .readReferral, outcome: .granted, objects: [id])])
            let home = try #require(try office.accessLines(Staff.caseworker.unit).last)
            #expect(home == AccessLine(action: .readReferral, outcome: .granted, objects: [id, caseID]))
            await #expect(throws: Absent()) { try await office.referrals.open(Staff.colleague, id) }
            let denied = try #require(try office.accessLines(Staff.colleague.unit).last)
            #expect(denied == AccessLine(action: .readReferral, outcome: .denied, objects: [id]))
        }
    }

    @Test func `costs the same to write of however many the case has sent`() async throws {
        try await withOffice { office in
            let caseID = try await office.openCase()
            var ids: [RecordID] = []
            for number in 0..<24 {
                office.clock.move(seconds: 1)
                ids.append(try await office.ask(for: caseID, key: "r\(number)"))
            }
            let (forms, unit) = (office.rooms.referralForms, Staff.caseworker.unit)
            func cost(_ open: () async throws -> ReferralFormDesk.Opened) async throws -> (read: Int, named: Int) {
                let (entries, lines) = (office.store.entries, try office.accessLines(unit).count)
                #expect(try await open().sent.map(\.start) == ids.reversed())
                let named = try office.accessLines(unit).dropFirst(lines).map(\.objects.count).max() ?? 0
                return (office.store.entries - entries, named)
            }
            let new = try await cost { try await forms.open(Staff.caseworker, caseID) }
            #expect(new == (0, 1), "nothing that was sent is read again, and the line names the case")
            let update = try await cost { try await forms.open(Staff.caseworker, caseID, replacing: ids[3]) }
            #expect(update == (1, 2), "the one that is replaced is read, and named")
            let lines = try office.accessLines(unit).count
            #expect(try await office.referrals.referrals(Staff.caseworker, ofCase: caseID).count == ids.count)
            #expect(try office.accessLines(unit).dropFirst(lines).map(\.objects) == [[caseID]])
        }
    }

    @Test func `lists what waits page by page, none left out and none twice`() async throws {
        try await withReferrals { office in
            var ids: [RecordID] = []
            for number in 0..<7 {
                let (_, id) = try await office.referral(key: "r\(number)", child: number)
                try await office.settle(id)
                ids.append(id)
            }
            let desk = office.referrals
            for person in [Staff.caseworker, Parties.officer] {
                for list in [WaitingList.theirs, .ours] {
                    let whole = try await desk.waiting(person, list)
                    var (seen, place): ([WaitingPlace], WaitingPlace?) = ([], nil)
                    repeat {
                        let page = try await desk.waiting(person, list, after: place, limit: 2)
                        #expect(page.total == whole.rows.count)
                        seen += page.rows.map(\.place)
                        place = page.next.flatMap { WaitingPlace($0.text) }
                    } while place != nil && seen.count < 100
                    #expect(seen == whole.rows.map(\.place), "\(person.name) \(list)")
                    #expect(seen == seen.sorted() && Set(seen).count == seen.count)
                }
            }
            let theirs = try await desk.waiting(Staff.caseworker, .theirs).rows
            #expect(Set(theirs.map(\.referral)) == Set(ids))
            #expect(theirs.allSatisfy { $0.child != nil && $0.handler == Staff.caseworker.id })
            #expect(try await desk.waiting(Parties.officer, .ours).rows.allSatisfy { $0.child == nil })
            for stranger in [Staff.neighbour, Staff.colleague] {
                #expect(try await desk.waiting(stranger, .theirs).rows.isEmpty)
            }
            await #expect(throws: Absent()) { try await desk.waiting(Parties.manager, .theirs) }
        }
    }

    @Test func `lets nobody take what another has without naming them`() async throws {
        try await withReferrals { office in
            let (_, id) = try await office.referral()
            try await office.settle(id)
            let desk = office.referrals
            #expect(try await desk.take(Parties.officer, id, key: "a").isDone)
            let silent = try await desk.take(Parties.secondOfficer, id, key: "b")
            #expect(silent.refusal == .handled(by: Parties.officer.id))
            #expect(try await desk.take(Parties.secondOfficer, id, from: Parties.officer.id, key: "c").isDone)
            // The first press, sent again, is what it was.
            #expect(try await desk.take(Parties.officer, id, key: "a").isDone)
            let opened = try await desk.open(Parties.officer, id)
            #expect(opened.facts.handler == Parties.secondOfficer.id)
            let given: [OpenedReferral.Handling.What] = [
                .given(to: Parties.officer.id, from: nil),
                .given(to: Parties.secondOfficer.id, from: Parties.officer.id),
            ]
            #expect(opened.handlings.map(\.what) == given)
            #expect(opened.handlings.map(\.by) == [Parties.officer.id, Parties.secondOfficer.id])
        }
    }

    @Test func `bars an officer with a conflict of interest from reading, taking and every list`() async throws {
        try await withReferrals { office in
            let (_, id) = try await office.referral()
            try await office.settle(id)
            let desk = office.referrals
            let (barred, other) = (Parties.officer, Parties.secondOfficer)
            #expect(try await desk.take(barred, id, key: "take").isDone)
            let silent = try await desk.note(other, id, .declare(barred.id, reason: " "), key: "a")
            #expect(silent.refusal == .case(.reasonMissing))
            #expect(try await desk.note(other, id, .declare(barred.id, reason: "Slekt"), key: "b").isDone)
            await #expect(throws: Absent()) { try await desk.open(barred, id) }
            await #expect(throws: Absent()) { try await desk.take(barred, id, key: "c") }
            await #expect(throws: Absent()) { try await desk.note(barred, id, .lift(barred.id, reason: "x"), key: "d") }
            let told = ReferralCommand(about: id, content: .seen, prose: Prose())
            await #expect(throws: Absent()) { try await desk.tell(barred, id, told, key: "e") }
            #expect(try await desk.queue(barred).rows.isEmpty)
            for list in WaitingList.allCases { #expect(try await desk.waiting(barred, list).rows.isEmpty) }
            #expect(try await desk.breaches(barred).isEmpty)
            let line = try #require(try office.accessLines(barred.unit).last { $0.outcome == .denied })
            #expect(line.objects == [id])
            // It is out of the hands of whoever had it, and nobody gives it back.
            #expect(try await desk.open(other, id).facts.handler == nil)
            let back = try await desk.assign(other, id, to: barred.id, from: nil, key: "f")
            #expect(back.refusal == .case(.hasConflictOfInterest))
            #expect(try await desk.note(other, id, .lift(barred.id, reason: "Feil person"), key: "g").isDone)
            #expect(try await desk.open(barred, id).facts.conflicts.isEmpty)
        }
    }

    @Test func `takes a conflict of interest in the case as a bar to its referrals`() async throws {
        try await withReferrals { office in
            let (caseID, id) = try await office.referral()
            let conflict = CaseEvent.conflictDeclared(Staff.colleague.id, reason: "Slekt")
            try await office.put(conflict, into: caseID, by: Staff.leader, key: "c")
            await #expect(throws: Absent()) { try await office.referrals.open(Staff.colleague, id) }
        }
    }

    @Test func `tells the region nothing of the case, and the owner of a place nothing of the child`() async throws {
        try await withReferrals { office in
            try await office.openPlaces()
            let (_, id) = try await office.referral()
            try await office.settle(id)
            let hold = try await office.referrals.askHold(
                Parties.officer,
                for: id,
                of: Parties.institution.number,
                .sample(office),
                key: "h"
            ).conversation
            try await office.until { try await office.rooms.places.holds(Parties.manager).count == 1 }
            let asked = try await office.rooms.places.holds(Parties.manager)[0].hold
            #expect(asked.id == hold)
            #expect(asked.referral == nil)
            #expect(try office.state(Parties.officer.unit).referral(id)?.facts.link == nil)
        }
    }
}
