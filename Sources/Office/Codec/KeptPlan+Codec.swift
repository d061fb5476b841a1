import Law
import Planning

/// The binary form of what happens to a kept plan, version 1; scenarios and results are the JSON documents they are.
extension ByteWriter {
    mutating func write(_ event: KeptPlanEvent) {
        write(byte: event.tag)
        switch event {
        case .saved(let saved):
            write(saved.number)
            write(saved.name)
            write(saved.note)
            write(optional: saved.basis) { $0.write($1) }
            write(saved.document)
        case .signed(let version, let name, let role):
            write(version)
            write(name)
            write(role)
        case .runAsked(let id, let job, let input):
            write(id)
            write(job)
            if !input.isEmpty { write(input) }
        case .runProgressed(let id, let progress):
            write(id)
            write(progress)
        case .runFinished(let id, let document):
            write(id)
            write(document)
        case .runFailed(let id, let failure):
            write(id)
            write(failure)
        case .runCancelled(let id): write(id)
        case .outcomeTold(let outcome): write(outcome)
        }
    }

    /// A plan as folded state has it.
    mutating func write(_ plan: KeptPlan) {
        write(plan.id)
        write(list: plan.versions) { writer, version in
            writer.write(version.number)
            writer.write(version.name)
            writer.write(version.note)
            writer.write(optional: version.basis) { $0.write($1) }
            writer.write(version.author.description)
            writer.write(version.savedOn)
            writer.write(version.entry)
            writer.write(optional: version.signature) { writer, signature in
                writer.write(signature.name)
                writer.write(signature.role)
                writer.write(signature.actor.description)
                writer.write(signature.on)
            }
        }
        write(list: plan.runs) { writer, run in
            writer.write(run.id)
            writer.write(run.job)
            writer.write(run.askedBy.description)
            writer.write(run.askedAt)
            writer.write(run.entry)
            writer.write(run.state)
        }
        write(list: plan.outcomes) { writer, mark in
            writer.write(mark.version)
            writer.write(mark.from)
            writer.write(mark.to)
            writer.write(code: mark.source)
            writer.write(mark.actor.description)
            writer.write(mark.on)
            writer.write(mark.entry)
        }
    }

    private mutating func write(_ progress: PlanProgress) {
        write(progress.done)
        write(progress.planned)
    }

    private mutating func write(_ failure: PlanFailure) {
        switch failure {
        case .scenario(let pointer, let message):
            write(byte: 1)
            write(pointer)
            write(message)
        case .noNumberKeepsIt: write(byte: 2)
        case .unreadable: write(byte: 3)
        }
    }

    private mutating func write(_ state: KeptPlan.Run.State) {
        switch state {
        case .open: write(byte: 5)
        case .finished(let entry, let instant):
            write(byte: 2)
            write(entry)
            write(instant)
        case .failed(let failure, let instant):
            write(byte: 3)
            write(failure)
            write(instant)
        case .cancelled(let actor, let instant):
            write(byte: 4)
            write(actor.description)
            write(instant)
        }
    }

    private mutating func write(_ outcome: PlanOutcome) {
        write(outcome.version)
        write(outcome.from)
        write(outcome.to)
        write(code: outcome.source)
        write(outcome.note)
        write(list: outcome.rows) { writer, row in
            writer.write(row.kind)
            writer.write(row.region)
            for count in [row.asked, row.started, row.breaches] {
                writer.write(optional: count) { $0.write($1) }
            }
        }
    }
}

extension ByteReader {
    mutating func keptPlanEvent() throws(CodecError) -> KeptPlanEvent {
        let tag = try byte()
        switch tag {
        case 1:
            return .saved(
                SavedVersion(
                    number: try integer(),
                    name: try text(),
                    note: try text(),
                    basis: try optionalInteger(),
                    document: try array()
                )
            )
        case 2: return .signed(version: try integer(), name: try text(), role: try text())
        case 3: return .runAsked(try recordID(), try planJob())
        case 9: return .runAsked(try recordID(), try planJob(), input: try array())
        case 4: return .runProgressed(try recordID(), try planProgress())
        case 5: return .runFinished(try recordID(), document: try array())
        case 6: return .runFailed(try recordID(), try planFailure())
        case 7: return .runCancelled(try recordID())
        case 8: return .outcomeTold(try planOutcome())
        default: throw .unknownTag(tag)
        }
    }

    mutating func keptPlan() throws(CodecError) -> KeptPlan {
        KeptPlan(
            id: try recordID(),
            versions: try list { reader throws(CodecError) in
                KeptPlan.Version(
                    number: try reader.integer(),
                    name: try reader.text(),
                    note: try reader.text(),
                    basis: try reader.optionalInteger(),
                    author: try reader.actor(),
                    savedOn: try reader.day(),
                    entry: try reader.integer(),
                    signature: try reader.optional { reader throws(CodecError) in
                        KeptPlan.Signature(
                            name: try reader.text(),
                            role: try reader.text(),
                            actor: try reader.actor(),
                            on: try reader.day()
                        )
                    }
                )
            },
            runs: try list { reader throws(CodecError) in
                KeptPlan.Run(
                    id: try reader.recordID(),
                    job: try reader.planJob(),
                    askedBy: try reader.actor(),
                    askedAt: try reader.instant(),
                    entry: try reader.integer(),
                    state: try reader.planRunState()
                )
            },
            outcomes: try list { reader throws(CodecError) in
                KeptPlan.OutcomeMark(
                    version: try reader.integer(),
                    from: try reader.day(),
                    to: try reader.day(),
                    source: try reader.code(),
                    actor: try reader.actor(),
                    on: try reader.day(),
                    entry: try reader.integer()
                )
            }
        )
    }

    private mutating func planProgress() throws(CodecError) -> PlanProgress {
        PlanProgress(done: try integer(), planned: try integer())
    }

    private mutating func planFailure() throws(CodecError) -> PlanFailure {
        let tag = try byte()
        switch tag {
        case 1: return .scenario(pointer: try text(), message: try text())
        case 2: return .noNumberKeepsIt
        case 3: return .unreadable
        default: throw .unknownTag(tag)
        }
    }

    private mutating func planRunState() throws(CodecError) -> KeptPlan.Run.State {
        let tag = try byte()
        switch tag {
        case 1:
            // With how far it had come, as snapshots had it once.
            _ = try planProgress()
            return .open
        case 5: return .open
        case 2: return .finished(entry: try integer(), at: try instant())
        case 3: return .failed(try planFailure(), at: try instant())
        case 4: return .cancelled(by: try actor(), at: try instant())
        default: throw .unknownTag(tag)
        }
    }

    private mutating func planOutcome() throws(CodecError) -> PlanOutcome {
        PlanOutcome(
            version: try integer(),
            from: try day(),
            to: try day(),
            source: try code(),
            note: try text(),
            rows: try list { reader throws(CodecError) in
                PlanOutcome.Row(
                    kind: try reader.text(),
                    region: try reader.text(),
                    asked: try reader.optionalInteger(),
                    started: try reader.optionalInteger(),
                    breaches: try reader.optionalInteger()
                )
            }
        )
    }
}

extension KeptPlanEvent {
    /// The number by which the journal knows it; never used for anything else.
    fileprivate var tag: UInt8 {
        switch self {
        case .saved: 1
        case .signed: 2
        case .runAsked(_, _, let input): input.isEmpty ? 3 : 9
        case .runProgressed: 4
        case .runFinished: 5
        case .runFailed: 6
        case .runCancelled: 7
        case .outcomeTold: 8
        }
    }
}
