import Casework
import Law

/// The binary form of measures, placements and visits, version 1.
extension ByteWriter {
    mutating func write(_ start: MeasureStart) {
        write(start.id)
        write(start.decision)
        write(start.category)
        write(start.text)
        write(optional: start.placement) { $0.write($1) }
    }

    mutating func write(_ start: PlacementStart) {
        write(code: start.home)
        write(optional: start.caretaker) { $0.write($1) }
        write(start.careMunicipality)
        write(optional: start.fosterMunicipality)
        write(optional: start.distance) { $0.write($1) }
    }

    mutating func write(_ relocation: Relocation) {
        write(relocation.measure)
        write(relocation.reason)
        write(relocation.destination)
        write(relocation.isPlanned)
        write(relocation.text)
        write(relocation.participation)
    }

    mutating func write(_ agreement: FosterAgreement) {
        write(agreement.measure)
        write(optional: agreement.permanentWithVisits) { $0.write($1) }
        write(agreement.text)
    }

    mutating func write(_ visit: PlannedVisit) {
        write(visit.id)
        write(visit.measure)
        write(code: visit.kind)
        write(visit.plannedFor)
    }

    mutating func write(_ visit: Visit) {
        write(visit.id)
        write(visit.measure)
        write(code: visit.kind)
        write(visit.isPhysical)
        write(visit.talkedWithChild)
        write(visit.report)
    }

    mutating func write(_ reduction: VisitReduction) {
        write(reduction.measure)
        write(code: reduction.kind)
        write(reduction.childHeard)
        write(reduction.fosterParentsHeard)
        write(reduction.childConsents)
        write(reduction.careMunicipalityConsents)
        write(reduction.byUkraineException)
        write(reduction.reason)
    }
}

extension ByteReader {
    mutating func measureStart() throws(CodecError) -> MeasureStart {
        MeasureStart(
            id: try recordID(),
            decision: try recordID(),
            category: try text(),
            text: try text(),
            placement: try optional { reader throws(CodecError) in try reader.placementStart() }
        )
    }

    mutating func placementStart() throws(CodecError) -> PlacementStart {
        PlacementStart(
            home: try code(),
            caretaker: try optionalID(),
            careMunicipality: try text(),
            fosterMunicipality: try optionalText(),
            distance: try optionalInteger()
        )
    }

    mutating func relocation() throws(CodecError) -> Relocation {
        Relocation(
            measure: try recordID(),
            reason: try text(),
            destination: try text(),
            isPlanned: try bool(),
            text: try text(),
            participation: try participationGround()
        )
    }

    mutating func fosterAgreement() throws(CodecError) -> FosterAgreement {
        FosterAgreement(measure: try recordID(), permanentWithVisits: try optionalInteger(), text: try text())
    }

    mutating func plannedVisit() throws(CodecError) -> PlannedVisit {
        PlannedVisit(id: try recordID(), measure: try recordID(), kind: try code(), plannedFor: try day())
    }

    mutating func visit() throws(CodecError) -> Visit {
        Visit(
            id: try recordID(),
            measure: try recordID(),
            kind: try code(),
            isPhysical: try bool(),
            talkedWithChild: try bool(),
            report: try text()
        )
    }

    mutating func visitReduction() throws(CodecError) -> VisitReduction {
        VisitReduction(
            measure: try recordID(),
            kind: try code(),
            childHeard: try bool(),
            fosterParentsHeard: try bool(),
            childConsents: try bool(),
            careMunicipalityConsents: try bool(),
            byUkraineException: try bool(),
            reason: try text()
        )
    }
}
