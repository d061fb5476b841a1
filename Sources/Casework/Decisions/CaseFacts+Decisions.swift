import Law

extension CaseFacts {
    /// A care order that is reversed (§ 5-7) ends on the day of the reversal.
    mutating func decide(_ decision: Decision, _ at: Dated) {
        if decision.kind == .reversal, decisions.with(decision.id) == nil {
            for index in decisions.indices
            where decisions[index].kind == .careOrder && decisions[index].made.on <= at.on {
                decisions[index].ended = decisions[index].ended ?? at
            }
        }
        decisions.add(
            DecisionFacts(
                id: decision.id,
                kind: decision.kind,
                maker: decision.maker,
                made: at,
                missing: decision.missingParts,
                isAcute: decision.kind.isAcute,
                consents: decision.consents,
                implemented: nil,
                sentToTribunal: nil,
                controlled: nil,
                petitionSent: nil,
                implementationExtendedTo: nil,
                ended: nil
            )
        )
    }

    mutating func receive(_ complaint: Complaint, _ at: Dated) {
        complaints.add(
            ComplaintFacts(
                id: complaint.id,
                decision: complaint.decision,
                goesToTribunal: complaint.goesToTribunal,
                received: at,
                forwarded: nil
            )
        )
    }

    mutating func receive(_ demand: PartyDemand, _ at: Dated) {
        demands.add(DemandFacts(id: demand.id, isExtended: demand.isExtended, received: at, sent: nil))
    }
}

extension DecisionFacts {
    mutating func take(_ step: DecisionStep, _ at: Dated) {
        switch step {
        case .completed(let part, _): missing.remove(part)
        case .implemented: if implemented.map({ at.on < $0.on }) ?? true { implemented = at }
        case .sentToTribunal: sentToTribunal = sentToTribunal ?? at
        case .controlled(let isUpheld): controlled = controlled ?? Control(isUpheld: isUpheld, at: at)
        case .petitionSent: petitionSent = petitionSent ?? at
        case .consentAdded(let consent): consents.append(consent)
        case .consentWithdrawn(let giver): withdrawals.append(Withdrawal(giver: giver, at: at, handled: nil))
        case .withdrawalHandled:
            for index in withdrawals.indices where withdrawals[index].handled == nil { withdrawals[index].handled = at }
        case .implementationExtended(let until, _):
            implementationExtendedTo = max(implementationExtendedTo ?? until, until)
        case .ended: ended = ended ?? at
        }
    }
}
