import Assistance
import Law

/// The binary form of what happens to a unit's places, version 1.
extension ByteWriter {
    mutating func write(_ event: PlaceEvent) {
        write(byte: event.tag)
        switch event {
        case .unitSet(let unit): write(unit)
        case .placeOpened(let place, let day):
            write(place.text)
            write(day)
        case .placeClosed(let place, let day, let reason):
            write(place.text)
            write(day)
            write(code: reason)
        case .outOfService(let out):
            write(out.id)
            write(out.place.text)
            write(out.span)
            write(code: out.reason)
        case .backInService(let id, let day):
            write(id)
            write(day)
        case .holdAsked(let request): write(request)
        case .holdGranted(let id, let until):
            write(id)
            write(until)
        case .holdRefused(let id, let reason):
            write(id)
            write(code: reason)
        case .holdReleased(let id), .bookingReleased(let id): write(id)
        case .booked(let booking):
            write(booking.id)
            write(booking.place.text)
            write(booking.span)
            write(optional: booking.hold) { $0.write($1) }
            write(optional: booking.referral) { $0.write($1) }
        case .bookingEnds(let id, let until):
            write(id)
            write(optional: until) { $0.write($1) }
        }
    }

    mutating func write(_ request: HoldRequest) {
        write(request.id)
        write(request.place.text)
        write(code: request.kind)
        write(request.children)
        write(request.span)
        write(request.isAcute)
        write(request.wantedUntil)
        write(request.orderedAt)
    }

    private mutating func write(_ unit: PlaceUnit) {
        write(code: unit.kind)
        write(list: unit.measures.sorted { $0.rawValue < $1.rawValue }) { $0.write(code: $1) }
        write(list: unit.sections.sorted { $0.rawValue < $1.rawValue }) { $0.write($1.rawValue) }
        write(unit.ages.lowerBound)
        write(unit.ages.upperBound)
        write(code: unit.targetGroup)
        write(unit.region.rawValue)
    }
}

extension ByteReader {
    mutating func placeEvent() throws(CodecError) -> PlaceEvent {
        let tag = try byte()
        switch tag {
        case 1: return .unitSet(try placeUnit())
        case 2: return .placeOpened(try placeID(), from: try day())
        case 3: return .placeClosed(try placeID(), from: try day(), try code())
        case 4:
            return .outOfService(
                OutOfService(id: try recordID(), place: try placeID(), span: try daySpan(), reason: try code())
            )
        case 5: return .backInService(try recordID(), from: try day())
        case 10: return .holdAsked(try holdRequest())
        case 11: return .holdGranted(try recordID(), until: try instant())
        case 12: return .holdRefused(try recordID(), try code())
        case 13: return .holdReleased(try recordID())
        case 20: return .booked(try booking())
        case 21: return .bookingEnds(try recordID(), until: try optionalDay())
        case 22: return .bookingReleased(try recordID())
        default: throw .unknownTag(tag)
        }
    }

    mutating func holdRequest() throws(CodecError) -> HoldRequest {
        HoldRequest(
            id: try recordID(),
            place: try placeID(),
            kind: try code(),
            children: try integer(),
            span: try daySpan(),
            isAcute: try bool(),
            wantedUntil: try instant(),
            orderedAt: try instant()
        )
    }

    private mutating func booking() throws(CodecError) -> Booking {
        Booking(
            id: try recordID(),
            place: try placeID(),
            span: try daySpan(),
            hold: try optionalID(),
            referral: try optionalID()
        )
    }

    private mutating func placeUnit() throws(CodecError) -> PlaceUnit {
        let kind = try code(PlaceUnit.Kind.self)
        let measures = try list { reader throws(CodecError) in try reader.code(MeasureKind.self) }
        let sections = try list { reader throws(CodecError) -> LegalSection in
            guard let section = LegalSection(rawValue: try reader.text()) else { throw .noSuchValue }
            return section
        }
        let (youngest, oldest) = (try integer(), try integer())
        let group = try code(PlaceUnit.TargetGroup.self)
        guard youngest <= oldest, let region = Region(rawValue: try text()) else { throw .noSuchValue }
        return PlaceUnit(
            kind: kind,
            measures: Set(measures),
            sections: Set(sections),
            ages: youngest...oldest,
            targetGroup: group,
            region: region
        )
    }
}

extension PlaceEvent {
    /// The number by which the journal knows it; never used for anything else.
    fileprivate var tag: UInt8 {
        switch self {
        case .unitSet: 1
        case .placeOpened: 2
        case .placeClosed: 3
        case .outOfService: 4
        case .backInService: 5
        case .holdAsked: 10
        case .holdGranted: 11
        case .holdRefused: 12
        case .holdReleased: 13
        case .booked: 20
        case .bookingEnds: 21
        case .bookingReleased: 22
        }
    }
}
