import Casework
import Law

/// A case's facts as a snapshot keeps them; they change with ``UnitState/foldVersion`` and live no longer.
extension ByteWriter {
    mutating func write(_ facts: CaseFacts) {
        write(facts.id)
        write(facts.sequence)
        write(facts.openedOn)
        write(facts.municipality)
        write(facts.version)
        write(facts.child)
        write(list: facts.entries) { $0.write($1) }
        write(list: facts.people) { writer, person in
            writer.write(person.id)
            writer.write(person.entry)
            writer.write(person.hasHiddenAddress)
        }
        write(list: facts.relations) { writer, facts in
            writer.write(facts.relation)
            writer.write(facts.from)
            writer.write(optional: facts.until) { $0.write($1) }
        }
        write(list: facts.workers) { writer, worker in
            writer.write(worker.actor)
            writer.write(code: worker.role)
            writer.write(worker.since)
        }
        write(list: facts.conflicts) { $0.write($1) }
        write(list: facts.concerns) { $0.write($1) }
        write(list: facts.investigations) { $0.write($1) }
        write(list: facts.hearings) { $0.write($1) }
        write(list: facts.overrides) { writer, facts in
            writer.write(code: facts.matter)
            writer.write(facts.at)
            writer.write(facts.isSeenByLeader)
        }
        write(list: facts.decisions) { $0.write($1) }
        writeRest(of: facts)
    }

    private mutating func writeRest(of facts: CaseFacts) {
        write(list: facts.complaints) { writer, facts in
            writer.write(facts.id)
            writer.write(facts.decision)
            writer.write(facts.goesToTribunal)
            writer.write(facts.received)
            writer.write(facts.forwarded)
        }
        write(list: facts.demands) { writer, facts in
            writer.write(facts.id)
            writer.write(facts.isExtended)
            writer.write(facts.received)
            writer.write(facts.sent)
        }
        write(list: facts.measures) { $0.write($1) }
        write(list: facts.plans) { $0.write($1) }
        write(list: facts.aftercare) { writer, facts in
            writer.write(code: facts.kind)
            writer.write(facts.at)
        }
        write(list: facts.seriousEvents) { writer, facts in
            writer.write(facts.id)
            writer.write(facts.happened)
            writer.write(facts.governorInformed)
        }
        write(list: facts.moves) { writer, facts in
            writer.write(facts.id)
            writer.write(facts.municipality)
            writer.write(code: facts.need)
            writer.write(facts.moved)
            writer.write(facts.notified)
        }
        write(list: facts.documents) { $0.write($1) }
        write(optional: facts.closedOn) { $0.write($1) }
    }

    fileprivate mutating func write(_ dated: Dated?) { write(optional: dated) { $0.write($1) } }

    private mutating func write(_ child: ChildFacts) {
        write(child.person)
        write(optional: child.birthDay) { $0.write($1) }
        write(optional: child.expectedOn) { $0.write($1) }
        write(child.isUnborn)
        write(child.hasNumber)
        write(optional: child.numberEntry) { $0.write($1) }
    }

    private mutating func write(_ facts: InvestigationFacts) {
        write(facts.start)
        write(facts.started)
        write(facts.planned)
        write(facts.extended)
        write(optional: facts.concluded) { writer, conclusion in
            writer.write(code: conclusion.outcome)
            writer.write(conclusion.announcesNewInvestigation)
            writer.write(conclusion.at)
        }
        write(facts.grounded)
    }

    private mutating func write(_ facts: HearingFacts) {
        write(facts.id)
        write(facts.at)
        write(optional: facts.obstacle) { $0.write(code: $1) }
        write(optional: facts.way?.rawValue)
    }

    private mutating func write(_ facts: DecisionFacts) {
        write(facts.id)
        write(code: facts.kind)
        write(code: facts.maker)
        write(facts.made)
        write(list: facts.missing.sorted { $0.rawValue < $1.rawValue }) { $0.write(code: $1) }
        write(facts.isAcute)
        write(list: facts.consents) { $0.write($1) }
        write(list: facts.withdrawals) { writer, withdrawal in
            writer.write(code: withdrawal.giver)
            writer.write(withdrawal.at)
            writer.write(withdrawal.handled)
        }
        write(facts.implemented)
        write(facts.sentToTribunal)
        write(optional: facts.controlled) { writer, control in
            writer.write(control.isUpheld)
            writer.write(control.at)
        }
        write(facts.petitionSent)
        write(optional: facts.implementationExtendedTo) { $0.write($1) }
        write(facts.ended)
    }

    private mutating func write(_ facts: MeasureFacts) {
        write(facts.id)
        write(facts.decision)
        write(facts.category)
        write(facts.started)
        write(facts.ended)
        write(optional: facts.endCause) { $0.write(code: $1) }
        write(optional: facts.placement) { $0.write($1) }
    }

    private mutating func write(_ facts: PlanFacts) {
        write(facts.id)
        write(code: facts.kind)
        write(list: facts.measures) { $0.write($1) }
        write(facts.made)
        write(list: facts.evaluations) { $0.write($1) }
        write(optional: facts.evaluateBy) { $0.write($1) }
        write(optional: facts.until) { $0.write($1) }
        write(facts.ended)
    }
}

/// A placement's facts.
extension ByteWriter {
    fileprivate mutating func write(_ facts: PlacementFacts) {
        write(facts.start)
        write(list: facts.visits) { writer, visit in
            writer.write(visit.id)
            writer.write(code: visit.kind)
            writer.write(visit.isPhysical)
            writer.write(visit.talkedWithChild)
            writer.write(visit.at)
        }
        write(list: facts.planned) { writer, visit in
            writer.write(visit.id)
            writer.write(code: visit.kind)
            writer.write(visit.plannedFor)
            writer.write(visit.entry)
        }
        write(list: facts.reductions) { writer, reduction in
            writer.write(code: reduction.kind)
            writer.write(reduction.childHeard)
            writer.write(reduction.fosterParentsHeard)
            writer.write(reduction.childConsents)
            writer.write(reduction.careMunicipalityConsents)
            writer.write(reduction.byUkraineException)
            writer.write(reduction.from)
            writer.write(reduction.ended)
        }
        write(list: facts.agreements) { writer, agreement in
            writer.write(optional: agreement.permanentWithVisits) { $0.write($1) }
            writer.write(agreement.at)
        }
        write(facts.relocation)
    }
}
