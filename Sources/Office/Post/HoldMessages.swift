import Assistance
import Exchange
import Law

/// Requests for holds and their answers as messages (plassreservasjon, plassreservasjonssvar).
extension HoldRequest {
    /// Reads a request; `nil` where something is missing or not in its form.
    init?(_ root: MessageNode, id: RecordID) {
        guard let place = root["PlassId"]?.text.flatMap({ PlaceID($0) }),
            let kind = root["Tiltakstype"]?.text.flatMap({ UInt8($0) }).flatMap(MeasureKind.init(rawValue:)),
            let children = root["AntallBarn"]?.text.flatMap({ Int($0) }), let from = root.day("FraDato"),
            let until = root.time("OnsketHoldtTil"), let ordered = root["BestiltAv"]?.time("Tidspunkt")
        else { return nil }
        self.init(
            id: id,
            place: place,
            kind: kind,
            children: children,
            span: DaySpan(from: from, through: root.day("TilDato")),
            isAcute: root["Hastegrad"]?.text == "2",
            wantedUntil: until,
            orderedAt: ordered
        )
    }

    func elements(_ prose: Prose) -> [MessageNode] {
        [
            MessageNode("PlassId", text: place.text),
            MessageNode("Tiltakstype", text: "\(kind.rawValue)"),
            MessageNode("AntallBarn", text: "\(children)"),
            MessageNode("FraDato", text: "\(span.from)"),
        ] + (span.last.map { [MessageNode("TilDato", text: "\($0)")] } ?? []) + [
            MessageNode("Hastegrad", text: isAcute ? "2" : "1"),
            MessageNode("OnsketHoldtTil", text: "\(wantedUntil)"),
            .actor("BestiltAv", prose, at: orderedAt),
        ]
    }
}

extension HoldAnswer {
    /// Reads an answer; `nil` where something is missing or not in its form.
    init?(_ root: MessageNode) {
        switch root["Utfall"]?.text {
        case "1":
            guard let until = root.time("HoldtTil") else { return nil }
            self = .granted(until: until)
        case "2":
            let code = root["Avslagsgrunn"]?.text.flatMap { UInt8($0) }
            guard let reason = code.flatMap(HoldRefusal.init(rawValue:)) else { return nil }
            self = .refused(reason)
        case "3": self = .expired
        default: return nil
        }
    }

    func elements(_ prose: Prose, at now: Instant) -> [MessageNode] {
        switch self {
        case .granted(let until):
            [
                MessageNode("Utfall", text: "1"), MessageNode("HoldtTil", text: "\(until)"),
                .actor("BesvartAv", prose, at: now),
            ]
        case .refused(let reason):
            [MessageNode("Utfall", text: "2"), MessageNode("Avslagsgrunn", text: "\(reason.rawValue)")]
                + (prose[.otherReason].map { [MessageNode("AvslagsgrunnAnnet", text: $0)] } ?? [])
                + [.actor("BesvartAv", prose, at: now)]
        case .expired: [MessageNode("Utfall", text: "3"), MessageNode("UtloptTidspunkt", text: "\(now)")]
        }
    }
}

extension MessageNode {
    fileprivate func day(_ name: String) -> CalendarDay? {
        self[name]?.text.flatMap { try? CalendarDay(parsing: $0.prefix(10)) }
    }

    fileprivate func time(_ name: String) -> Instant? {
        self[name]?.text.flatMap { OsloTime.instant(parsingLocal: $0) }
    }

    fileprivate static func actor(_ name: String, _ prose: Prose, at now: Instant) -> MessageNode {
        MessageNode(
            name,
            [
                MessageNode("Navn", text: prose[.name] ?? ""), MessageNode("Rolle", text: prose[.role] ?? ""),
                MessageNode("Tidspunkt", text: "\(now)"),
            ]
        )
    }
}
