package import Foundation
import Law
package import Planning

/// JSON as plans are kept and handed out: the same value always gives the same bytes.
package enum PlanDocument {
    package static func encode(_ value: some Encodable, isReadable: Bool = false) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isReadable { encoder.outputFormatting.insert(.prettyPrinted) }
        return try encoder.encode(value)
    }

    /// What a calculation needs besides versions, as it is kept: nothing, or a document.
    static func encode(_ input: PlanInput) throws -> [UInt8] {
        switch input {
        case .nothing: []
        case .wish(let wish): [UInt8](try encode(wish))
        case .merger(let merger): [UInt8](try encode(merger))
        case .history(let history): [UInt8](try encode(history))
        }
    }

    /// The same, read.
    ///
    /// - Throws: Any error where it is not what such a calculation needs.
    static func input(_ bytes: [UInt8], of task: PlanJob.Task) throws -> PlanInput {
        switch task {
        case .simulation, .around, .comparison, .placesNeeded: .nothing
        case .cheapestMix: .wish(try JSONDecoder().decode(MixWish.self, from: Data(bytes)))
        case .merger: .merger(try JSONDecoder().decode(ServiceMerger.self, from: Data(bytes)))
        case .fit: .history(try JSONDecoder().decode(HistoryInput.self, from: Data(bytes)))
        }
    }

    /// Reads a scenario.
    ///
    /// - Throws: ``ScenarioProblem`` for everything that is wrong with it.
    package static func scenario(_ bytes: some Sequence<UInt8>) throws(ScenarioProblem) -> Scenario {
        do {
            return try JSONDecoder().decode(Scenario.self, from: Data(bytes))
        } catch let problem as ScenarioProblem {
            throw problem
        } catch let error as DecodingError {
            throw ScenarioProblem(error)
        } catch {
            throw ScenarioProblem(.dataCorrupted(.init(codingPath: [], debugDescription: "unreadable")))
        }
    }
}

extension ByteWriter {
    /// What was asked for, by which the same key with another wish is known.
    mutating func write(asked command: KeptPlanCommand) {
        switch command {
        case .save(let name, let note, let basis, let newest, let document):
            write(byte: 0)
            write(newest)
            write(
                .saved(SavedVersion(number: newest, name: name, note: note, basis: basis, document: document))
                    as KeptPlanEvent
            )
        case .sign(let version, let name, let role):
            write(.signed(version: version, name: name, role: role) as KeptPlanEvent)
        case .ask(let id, let job, let input): write(.runAsked(id, job, input: input) as KeptPlanEvent)
        case .cancel(let id): write(.runCancelled(id) as KeptPlanEvent)
        case .tellOutcome(let outcome): write(.outcomeTold(outcome) as KeptPlanEvent)
        case .finish(let id, let document): write(.runFinished(id, document: document) as KeptPlanEvent)
        case .fail(let id, let failure): write(.runFailed(id, failure) as KeptPlanEvent)
        }
    }
}
