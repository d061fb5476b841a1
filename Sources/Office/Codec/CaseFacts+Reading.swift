import Casework
import Law

/// Reads a case's facts from a snapshot.
extension ByteReader {
    mutating func caseFacts() throws(CodecError) -> CaseFacts {
        var facts = CaseFacts(
            id: try recordID(),
            sequence: try integer(),
            openedOn: try day(),
            municipality: try text(),
            version: try integer(),
            child: try childFacts()
        )
        facts.entries = try list { reader throws(CodecError) in try reader.integer() }
        facts.people = try list { reader throws(CodecError) in
            PersonFacts(id: try reader.recordID(), entry: try reader.integer(), hasHiddenAddress: try reader.bool())
        }
        facts.relations = try list { reader throws(CodecError) in
            RelationFacts(relation: try reader.relation(), from: try reader.dated(), until: try reader.optionalDay())
        }
        facts.workers = try list { reader throws(CodecError) in
            WorkerFacts(actor: try reader.actor(), role: try reader.code(), since: try reader.dated())
        }
        facts.conflicts = try list { reader throws(CodecError) in try reader.actor() }
        facts.concerns = try recordIDs()
        facts.investigations = try list { reader throws(CodecError) in try reader.investigationFacts() }
        facts.hearings = try list { reader throws(CodecError) in try reader.hearingFacts() }
        facts.overrides = try list { reader throws(CodecError) in
            OverrideFacts(matter: try reader.code(), at: try reader.dated(), isSeenByLeader: try reader.bool())
        }
        facts.decisions = try list { reader throws(CodecError) in try reader.decisionFacts() }
        try readRest(of: &facts)
        return facts
    }

    private mutating func readRest(of facts: inout CaseFacts) throws(CodecError) {
        facts.complaints = try list { reader throws(CodecError) in
            ComplaintFacts(
                id: try reader.recordID(),
                decision: try reader.recordID(),
                goesToTribunal: try reader.bool(),
                received: try reader.dated(),
                forwarded: try reader.optionalDated()
            )
        }
        facts.demands = try list { reader throws(CodecError) in
            DemandFacts(
                id: try reader.recordID(),
                isExtended: try reader.bool(),
                received: try reader.dated(),
                sent: try reader.optionalDated()
            )
        }
        facts.measures = try list { reader throws(CodecError) in try reader.measureFacts() }
        facts.plans = try list { reader throws(CodecError) in try reader.planFacts() }
        facts.aftercare = try list { reader throws(CodecError) in
            AftercareFacts(kind: try reader.code(), at: try reader.dated())
        }
        facts.seriousEvents = try list { reader throws(CodecError) in
            SeriousEventFacts(
                id: try reader.recordID(),
                happened: try reader.dated(),
                governorInformed: try reader.optionalDated()
            )
        }
        facts.moves = try list { reader throws(CodecError) in
            MoveFacts(
                id: try reader.recordID(),
                municipality: try reader.text(),
                need: try reader.code(),
                moved: try reader.dated(),
                notified: try reader.optionalDated()
            )
        }
        facts.documents = try recordIDs()
        facts.closedOn = try optionalDay()
    }

    fileprivate mutating func optionalDated() throws(CodecError) -> Dated? { try bool() ? try dated() : nil }

    private mutating func childFacts() throws(CodecError) -> ChildFacts {
        ChildFacts(
            person: try recordID(),
            birthDay: try optionalDay(),
            expectedOn: try optionalDay(),
            isUnborn: try bool(),
            hasNumber: try bool(),
            numberEntry: try optionalInteger()
        )
    }

    private mutating func investigationFacts() throws(CodecError) -> InvestigationFacts {
        InvestigationFacts(
            start: try investigationStart(),
            started: try dated(),
            planned: try optionalDated(),
            extended: try optionalDated(),
            concluded: try optional { reader throws(CodecError) in
                InvestigationFacts.Conclusion(
                    outcome: try reader.code(),
                    announcesNewInvestigation: try reader.bool(),
                    at: try reader.dated()
                )
            },
            grounded: try optionalDated()
        )
    }

    private mutating func hearingFacts() throws(CodecError) -> HearingFacts {
        HearingFacts(
            id: try recordID(),
            at: try dated(),
            obstacle: try optional { reader throws(CodecError) in try reader.code() },
            way: try optional { reader throws(CodecError) in
                guard let way = Hearing.Way(rawValue: try reader.text()) else { throw .noSuchValue }
                return way
            }
        )
    }

    private mutating func decisionFacts() throws(CodecError) -> DecisionFacts {
        DecisionFacts(
            id: try recordID(),
            kind: try code(),
            maker: try code(),
            made: try dated(),
            missing: Set(try list { reader throws(CodecError) in try reader.code(Decision.Part.self) }),
            isAcute: try bool(),
            consents: try list { reader throws(CodecError) in try reader.consent() },
            withdrawals: try list { reader throws(CodecError) in
                DecisionFacts.Withdrawal(
                    giver: try reader.code(),
                    at: try reader.dated(),
                    handled: try reader.optionalDated()
                )
            },
            implemented: try optionalDated(),
            sentToTribunal: try optionalDated(),
            controlled: try optional { reader throws(CodecError) in
                DecisionFacts.Control(isUpheld: try reader.bool(), at: try reader.dated())
            },
            petitionSent: try optionalDated(),
            implementationExtendedTo: try optionalDay(),
            ended: try optionalDated()
        )
    }

    private mutating func measureFacts() throws(CodecError) -> MeasureFacts {
        MeasureFacts(
            id: try recordID(),
            decision: try recordID(),
            category: try text(),
            started: try dated(),
            ended: try optionalDated(),
            endCause: try optional { reader throws(CodecError) in try reader.code() },
            placement: try optional { reader throws(CodecError) in try reader.placementFacts() }
        )
    }

    private mutating func planFacts() throws(CodecError) -> PlanFacts {
        PlanFacts(
            id: try recordID(),
            kind: try code(),
            measures: try recordIDs(),
            made: try dated(),
            evaluations: try list { reader throws(CodecError) in try reader.dated() },
            evaluateBy: try optionalDay(),
            until: try optionalDay(),
            ended: try optionalDated()
        )
    }

    private mutating func placementFacts() throws(CodecError) -> PlacementFacts {
        PlacementFacts(
            start: try placementStart(),
            visits: try list { reader throws(CodecError) in
                VisitFacts(
                    id: try reader.recordID(),
                    kind: try reader.code(),
                    isPhysical: try reader.bool(),
                    talkedWithChild: try reader.bool(),
                    at: try reader.dated()
                )
            },
            planned: try list { reader throws(CodecError) in
                PlannedVisitFacts(
                    id: try reader.recordID(),
                    kind: try reader.code(),
                    plannedFor: try reader.day(),
                    entry: try reader.integer()
                )
            },
            reductions: try list { reader throws(CodecError) in try reader.reductionFacts() },
            agreements: try list { reader throws(CodecError) in
                AgreementFacts(permanentWithVisits: try reader.optionalInteger(), at: try reader.dated())
            },
            relocation: try optionalDated()
        )
    }

    private mutating func reductionFacts() throws(CodecError) -> ReductionFacts {
        ReductionFacts(
            kind: try code(),
            childHeard: try bool(),
            fosterParentsHeard: try bool(),
            childConsents: try bool(),
            careMunicipalityConsents: try bool(),
            byUkraineException: try bool(),
            from: try dated(),
            ended: try optionalDated()
        )
    }
}
