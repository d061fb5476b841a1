import Crypto
import Foundation
import Journal
import Law
import Logging

/// Tells the owners of held places what no message but time alone has changed: an offer whose time has run out, a planned
/// end that has passed.
///
/// It also catches up on what was settled before the program told owners of it.
struct HoldKeeper: Sendable {
    private static let pause: Duration = .seconds(60)

    let units: Units
    let counterparts: Counterparts
    let environment: Environment
    let logger: Logger

    /// Looks at every region once a minute until cancelled.
    func run() async {
        while !Task.isCancelled {
            await keep()
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// Looks at every region of this store once; what fails is tried again the next time.
    func keep() async {
        for counterpart in counterparts.all {
            guard case .region = counterpart.role, let unit = counterpart.unit, !Task.isCancelled else { continue }
            do {
                try await units.prepare(unit)
                for referral in try overdue(in: unit) { try await keep(referral, in: unit) }
            } catch {
                logger.warning("held places not looked at", metadata: ["unit": "\(unit)", "error": "\(error)"])
            }
        }
    }

    /// The referrals for which an owner has not been told what is so by now.
    private func overdue(in unit: UnitID) throws -> [RecordID] {
        let (now, today) = (environment.now(), environment.today)
        return try units.unit(unit).read { state in
            let held = Set(state.referrals.compactMap { $0.facts.holdRequest == nil ? nil : $0.facts.link }).sorted()
            return held.filter { id in
                guard let referral = state.referral(id) else { return false }
                let holds = state.holds(forReferral: id).map(\.facts)
                return !HoldCare(referral.shared, holds, now: now, today: today).steps.isEmpty
            }
        }
    }

    private func keep(_ referral: RecordID, in unit: UnitID) async throws {
        let actor = try ActorID(kind: .system, name: "holds")
        let name = "\(referral) \(environment.newID(environment.now()))"
        let command = UnitCommand(
            wish: .keepHolds(referral),
            actor: actor,
            keys: [CommandKey(unit: unit, actor: actor, key: "key:\(name)")],
            digest: Data(SHA256.hash(data: Data(name.utf8)))
        )
        _ = try await units.perform(command, in: unit)
    }
}
