import Assistance
import Exchange
import Journal
import Law
import Testing

@testable import Office

struct `The drop box between two stores` {
    @Test func `carries a referral and its answers, each kept once`() async throws {
        try await withTwoOffices(sharingBox: true) { municipality, region in
            let id = try await municipality.referral(.institution).id
            // A box that is not there yet is tried again as time goes by.
            try await municipality.until {
                municipality.clock.move(seconds: 1)
                return try region.shared(id, Parties.intake)?.referral != nil
            }
            municipality.clock.move(seconds: 1)
            let command = ReferralCommand(about: id, content: .seen, prose: SharedFact.Content.seen.prose)
            _ = try await region.referrals.tell(Parties.officer, id, command, key: "seen")
            try await municipality.until {
                try municipality.shared(id, Parties.service) == region.shared(id, Parties.intake)
            }
            try await municipality.until {
                try await municipality.referrals.open(Staff.caseworker, id).unanswered.isEmpty
            }
            #expect(try municipality.shared(id, Parties.service)?.facts.count == 2)
            #expect(municipality.findings().isEmpty)
            #expect(region.findings().isEmpty)
        }
    }
}
