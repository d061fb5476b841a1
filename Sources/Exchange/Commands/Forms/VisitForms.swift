import Casework
import Law

/// Visits to children who live outside their home.
enum VisitForms {
    static let all = [plan, visit, reduce, endReduction]

    private static let measure = FormEntry.reference("measure", .placement)
    private static let kind = FormEntry<Visit.Kind>.code("kind", "visit-kind")
    private static let plannedFor = FormEntry.day("plannedFor")
    private static let isPhysical = FormEntry.flag("isPhysical")
    private static let talkedWithChild = FormEntry.flag("talkedWithChild")
    private static let report = FormEntry.paragraphs("report")
    private static let reason = FormEntry.paragraphs("reason")

    static let plan = CommandForm(
        "plan-visit",
        .visits,
        "forskrift 2023-10-13-1632 §§ 10 og 18",
        [measure, kind, plannedFor],
        make: { input throws(FieldFault) in
            .inCase(
                .visitPlanned(
                    PlannedVisit(
                        id: input.context.id,
                        measure: try input[measure],
                        kind: try input[kind],
                        plannedFor: try input[plannedFor]
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.visitPlanned(let visit)) = happening else { return nil }
            return [measure.filled(visit.measure), kind.filled(visit.kind), plannedFor.filled(visit.plannedFor)]
        }
    )

    /// A visit that was planned keeps its identity.
    private static let planned = FormEntry.reference("plannedVisit", .plannedVisit).optional

    static let visit = CommandForm(
        "record-visit",
        .visits,
        "forskrift 2023-10-13-1632 §§ 10 og 18",
        [measure, kind, planned, isPhysical, talkedWithChild, report],
        make: { input throws(FieldFault) in
            .inCase(
                .visited(
                    Visit(
                        id: input.given(planned) ?? input.context.id,
                        measure: try input[measure],
                        kind: try input[kind],
                        isPhysical: try input[isPhysical],
                        talkedWithChild: try input[talkedWithChild],
                        report: try input[report]
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.visited(let visit)) = happening else { return nil }
            return [
                measure.filled(visit.measure), kind.filled(visit.kind), isPhysical.filled(visit.isPhysical),
                talkedWithChild.filled(visit.talkedWithChild), report.filled(visit.report),
            ]
        }
    )

    // MARK: Fewer visits

    private static let childHeard = FormEntry.flag("childHeard")
    private static let fosterParentsHeard = FormEntry.flag("fosterParentsHeard")
    private static let childConsents = FormEntry.flag("childConsents")
    private static let careMunicipalityConsents = FormEntry.flag("careMunicipalityConsents")
    private static let byUkraineException = FormEntry.flag("byUkraineException")

    static let reduce = CommandForm(
        "reduce-visits",
        .visits,
        "forskrift 2023-10-13-1632 §§ 10 og 18",
        [
            measure, kind, childHeard, fosterParentsHeard, childConsents, careMunicipalityConsents, byUkraineException,
            reason,
        ],
        make: { input throws(FieldFault) in
            .inCase(
                .visitsReduced(
                    VisitReduction(
                        measure: try input[measure],
                        kind: try input[kind],
                        childHeard: try input[childHeard],
                        fosterParentsHeard: try input[fosterParentsHeard],
                        childConsents: try input[childConsents],
                        careMunicipalityConsents: try input[careMunicipalityConsents],
                        byUkraineException: try input[byUkraineException],
                        reason: try input[reason]
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.visitsReduced(let reduction)) = happening else { return nil }
            return [
                measure.filled(reduction.measure), kind.filled(reduction.kind),
                childHeard.filled(reduction.childHeard), fosterParentsHeard.filled(reduction.fosterParentsHeard),
                childConsents.filled(reduction.childConsents),
                careMunicipalityConsents.filled(reduction.careMunicipalityConsents),
                byUkraineException.filled(reduction.byUkraineException), reason.filled(reduction.reason),
            ]
        }
    )

    static let endReduction = CommandForm(
        "end-visit-reduction",
        .visits,
        "forskrift 2023-10-13-1632 §§ 10 og 18",
        [measure, kind, reason],
        make: { input throws(FieldFault) in
            .inCase(.reductionEnded(measure: try input[measure], try input[kind], reason: try input[reason]))
        },
        fill: { happening in
            guard case .inCase(.reductionEnded(let id, let which, let why)) = happening else { return nil }
            return [measure.filled(id), kind.filled(which), reason.filled(why)]
        }
    )
}
