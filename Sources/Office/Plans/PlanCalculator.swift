import Crypto
import Dispatch
import Foundation
import Journal
import Law
import Logging
import Planning
import Synchronization

/// Calculates what plans ask for, one after the other and beside the pages; what a restart breaks off begins again.
///
/// The same seed gives the same answer, so that a calculation that was begun twice has one result: whichever is told
/// first, the other is refused.
final class PlanCalculator: Sendable {
    private let units: Units
    private let regions: [UnitID]
    private let logger: Logger
    private let bell = Bell()
    private let known = Mutex(Known())
    /// A thread of its own: the work takes the processor from beginning to end, and pages go before it.
    private let thread = DispatchQueue(label: "rettid.plans", qos: .utility)

    private struct Known {
        var progress: [RecordID: PlanProgress] = [:]
        var cancelled: Set<RecordID> = []
        var isStopping = false
    }

    /// A calculation that is to be done.
    private struct Open {
        let unit: UnitID
        let plan: RecordID
        let run: KeptPlan.Run
    }

    init(
        units: Units,
        regions: [UnitID],
        logger: Logger
    ) {
        self.units = units
        self.regions = regions
        self.logger = logger
    }

    /// Makes it look for what has been asked for.
    func look() { bell.ring() }

    /// Breaks a calculation off.
    func cancel(_ run: RecordID) {
        known.withLock { known in
            if known.progress[run] != nil { known.cancelled.insert(run) }
        }
    }

    /// How far a calculation has come; `nil` where this process is not at it.
    func progress(of run: RecordID) -> PlanProgress? { known.withLock { $0.progress[run] } }

    /// Calculates until cancelled; what is under way then is left for the next start.
    func run() async {
        known.withLock { $0.isStopping = false }
        await withTaskCancellationHandler {
            // What waited when the program started, before anybody rings.
            await calculateAll()
            for await _ in bell.rings where !Task.isCancelled { await calculateAll() }
        } onCancel: {
            known.withLock { $0.isStopping = true }
        }
    }

    private func calculateAll() async {
        var tried: Set<RecordID> = []
        while !Task.isCancelled, let open = next(besides: tried) {
            tried.insert(open.run.id)
            do {
                try await calculate(open)
            } catch {
                // What could not be stored is asked for again at the next start, or when the next one is asked for.
                logger.error("a plan was not calculated", metadata: ["error": "\(error)"])
            }
        }
    }

    /// The open calculation that was asked for first.
    private func next(besides tried: Set<RecordID>) -> Open? {
        regions.flatMap { unit -> [Open] in
            guard let plans = try? units.unit(unit).read(\.plans) else { return [] }
            return plans.flatMap { plan in
                plan.runs.filter { $0.isOpen && !tried.contains($0.id) }
                    .map { Open(unit: unit, plan: plan.id, run: $0) }
            }
        }
        // Of two in the same moment, the one that stands first.
        .min { $0.run.askedAt.microseconds < $1.run.askedAt.microseconds }
    }

    private func calculate(_ open: Open) async throws {
        let id = open.run.id
        known.withLock { $0.progress[id] = PlanProgress.none }
        defer {
            known.withLock { known in
                known.progress[id] = nil
                known.cancelled.remove(id)
            }
        }
        // Cancelled since it was found: nobody waits for it any more.
        guard try units.unit(open.unit).read({ $0.plan(open.plan)?.run(id)?.isOpen }) == true else { return }
        switch await answer(to: open) {
        case .success(nil): return
        case .success(let document?): try await tell(.finish(id, document: document), of: open)
        case .failure(let stopped): try await tell(.fail(id, stopped.failure), of: open)
        }
    }

    /// The result as a JSON document; `nil` where it is not wanted any more.
    private func answer(to open: Open) async -> Result<[UInt8]?, PlanStopped> {
        await withCheckedContinuation { continuation in
            thread.async { continuation.resume(returning: self.answerHere(to: open)) }
        }
    }

    private func answerHere(to open: Open) -> Result<[UInt8]?, PlanStopped> {
        let id = open.run.id
        // One core is left for those who wait for a page.
        let cores = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
        do throws(PlanStopped) {
            let scenarios = try scenarios(of: open)
            let answer = try open.run.job.answer(scenarios, input: try input(of: open), cores: cores) { progress in
                self.known.withLock { known in
                    known.progress[id] = progress
                    return !known.isStopping && !known.cancelled.contains(id)
                }
            }
            guard let answer else { return .success(nil) }
            guard let document = try? PlanDocument.encode(answer) else { return .failure(.unreadable) }
            return .success([UInt8](document))
        } catch {
            return .failure(error)
        }
    }

    private func scenarios(of open: Open) throws(PlanStopped) -> [Scenario] {
        do {
            let unit = try units.unit(open.unit)
            return try open.run.job.versions(in: open.plan).map { wanted in
                guard let version = unit.read({ $0.plan(wanted.plan)?.version(wanted.number) }),
                    let document = try unit.document(of: version)
                else { throw PlanStopped.unreadable }
                return try PlanDocument.scenario(document)
            }
        } catch {
            throw .unreadable
        }
    }

    private func input(of open: Open) throws(PlanStopped) -> PlanInput {
        do {
            guard case .runAsked(_, let job, let input)? = try units.unit(open.unit).planEvent(at: open.run.entry)
            else { throw PlanStopped.unreadable }
            return try PlanDocument.input(input, of: job.task)
        } catch {
            throw .unreadable
        }
    }

    private func tell(_ command: KeptPlanCommand, of open: Open) async throws {
        var writer = ByteWriter()
        writer.write(asked: command)
        let digest = Data(SHA256.hash(data: Data(writer.bytes)))
        let name = "\(open.run.id)|\(digest.prefix(8).hexadecimal)"
        let key = CommandKey(unit: open.unit, actor: Self.actor, prefix: "run:", name: name)
        let outcome = try await units.perform(
            UnitCommand(wish: .plan(open.plan, command), actor: Self.actor, keys: [key], digest: digest),
            in: open.unit
        )
        guard case .refused(let refusal) = outcome else { return }
        // Cancelled meanwhile, or told by another process: the journal has the answer.
        guard refusal != .plan(.runIsOver) else { return }
        logger.error("a plan's result was refused", metadata: ["refusal": "\(refusal)"])
    }

    private static let actor: ActorID = {
        do { return try ActorID(kind: .system, name: "plans") } catch { preconditionFailure("\(error)") }
    }()
}

extension PlanStopped {
    fileprivate static let unreadable = PlanStopped(.unreadable)
}
