import Casework
import Law

/// The table of the 79 rules in force for deliveries to the register, and of those of our own.
///
/// Source: Statistics Norway's specification of the controls of the register (MIT), its last entry of 5 June 2023. The
/// register's own program is not public, so nothing can be compared with it.
package enum RegisterRules {
    /// A structural breach.
    static let structure = RegisterRule(
        "XSD",
        .fatal,
        when: "The document's own text breaks the schema; no other rule is run then.",
        source: "Filbeskrivelse",
        kostra: "The same in strict mode.",
        .document
    )

    /// Something reported as gone that was never there.
    static let unknownDeletion = RegisterRule(
        "SAK_22",
        .warning,
        when: """
            Slettet points at a thing that neither this delivery nor an earlier one of the case has. A delivery whose \
            earlier ones are not all at hand is not asked.
            """,
        source: "Sak 22",
        .chain
    )

    /// The rules in force, in the order of the specification.
    package static let inForce: [RegisterRule] =
        [structure] + sender + cases + people + concerns + investigations + decisions + measures + plans + aftercare
        + relocations + tribunal

    /// All rows of the sheet.
    package static let all = inForce + own + chains

    /// The rules that a sound delivery is asked by itself, in the order in which they run.
    static let ofDelivery = all.filter { if case .delivery = $0.test { true } else { false } }
}

// MARK: Families

extension RegisterRules {
    /// The start is after the end (2a).
    static func startAfterEnd(_ concept: ThingKind) -> RegisterRule {
        let start = concept == .aftercare ? "TilbudSendtDato" : "StartDato"
        return RegisterRule(
            "\(concept.heading)_2A",
            when: "\(concept.rawValue)/@\(start) is after Konklusjon/@SluttDato.",
            source: concept.source("2a"),
            .delivery { frame in
                frame.hits(concept) { thing in isAfter(thing.start, thing.end) }
            }
        )
    }

    /// The end is after the case's (2c).
    static func endAfterCase(_ concept: ThingKind, isLowered: Bool = true) -> RegisterRule {
        let end = concept == .relocation ? "@SluttDato" : "Konklusjon/@SluttDato"
        return RegisterRule(
            "\(concept.heading)_2C",
            isLowered: isLowered,
            when: "\(concept.rawValue)/\(end) is after Sak/@SluttDato.",
            source: concept.source("2c"),
            .delivery { frame in
                frame.hits(concept) { thing in isAfter(thing.end, frame.registerCase.end) }
            }
        )
    }

    /// The start is before the case's (2e).
    static func startBeforeCase(_ concept: ThingKind, isLowered: Bool = true) -> RegisterRule {
        let start = concept == .aftercare ? "TilbudSendtDato" : "StartDato"
        return RegisterRule(
            "\(concept.heading)_2E",
            isLowered: isLowered,
            when: "\(concept.rawValue)/@\(start) is before Sak/@StartDato.",
            source: concept.source("2e"),
            .delivery { frame in
                frame.hits(concept) { thing in isAfter(frame.registerCase.start, thing.start) }
            }
        )
    }

    /// The start is after the case's end (2f).
    static func startAfterCase(_ concept: ThingKind) -> RegisterRule {
        RegisterRule(
            "\(concept.heading)_2F",
            when: "\(concept.rawValue)/@StartDato is after Sak/@SluttDato.",
            source: concept.source("2f"),
            .delivery { frame in
                frame.hits(concept) { thing in isAfter(thing.start, frame.registerCase.end) }
            }
        )
    }

    /// Two with the same content and different ids (19).
    static func sameContent<Value: Hashable & Sendable>(
        _ concept: ThingKind,
        _ severity: DeliverySeverity,
        of what: String = "",
        _ contents: @escaping @Sendable (RegisterFrame) -> [(place: Int, id: ThingID, content: Value)]
    ) -> RegisterRule {
        RegisterRule(
            "\(concept.heading)_19",
            severity,
            when: """
                A \(concept.rawValue)\(what) has the same content as one before it, and another Id. Ids, their own and of \
                what is inside, are no content.
                """,
            source: concept.source("19"),
            .delivery { frame in
                var first: [Value: ThingID] = [:]
                return contents(frame).compactMap { place, id, content in
                    guard let other = first[content] else {
                        first[content] = id
                        return nil
                    }
                    return RegisterHit(.thing(concept, place)) { $0.others = [other.text] }
                }
            }
        )
    }

    /// Whether both are known and the first one comes later.
    static func isAfter(_ first: CalendarDay?, _ second: CalendarDay?) -> Bool {
        guard let first, let second else { return false }
        return first > second
    }
}

extension RegisterFrame {
    /// The things of a kind of which something holds, with all dates that words can want.
    func hits(_ concept: ThingKind, where holds: (Thing) -> Bool) -> [RegisterHit] {
        things.filter { $0.concept == concept && holds($0) }.map { thing in
            RegisterHit(thing.item) { facts in
                facts.start = thing.start
                facts.end = thing.end
                facts.caseStart = registerCase.start
                facts.caseEnd = registerCase.end
            }
        }
    }
}

extension ThingKind {
    /// What rules about it begin with.
    var heading: String {
        self == .tribunal ? "OVERSENDELSE" : rawValue.uppercased()
    }

    /// The heading of a rule about it in the specification.
    func source(_ number: String) -> String {
        self == .tribunal ? "Oversendelse til fylkesnemnd \(number)" : "\(rawValue) \(number)"
    }
}
