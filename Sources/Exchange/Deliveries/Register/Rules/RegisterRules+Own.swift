import Casework
import Law

extension RegisterRules {
    /// What we find and the register does not ask, about one delivery.
    static let own: [RegisterRule] = [
        RegisterRule(
            "RETTID_CODE_PERIOD",
            .warning,
            when: """
                A code is used at a time when the code lists do not have it. What lasts is fine if the code is valid on any \
                day of it; a conclusion, a status and a relocation have one day. Acts are left to VEDTAK_5 and \
                OVERSENDELSE_5.
                """,
            source: nil,
            .delivery { frame in
                frame.usedCodes.compactMap { used in
                    guard let period = used.list.period(of: used.code), !period.overlaps(used.days) else { return nil }
                    return RegisterHit(used.item) { facts in
                        facts.element = used.list.name
                        facts.found = used.code
                        facts.start = period.lowerBound == .earliest ? nil : period.lowerBound
                        facts.end = period.upperBound == .latest ? nil : period.upperBound
                        facts.caseStart = used.days.lowerBound
                    }
                }
            }
        ),
        RegisterRule(
            "RETTID_DELETED_PRESENT",
            .warning,
            when: "Slettet lists a thing that this delivery still has, and that has no ErSlettet.",
            source: nil,
            .delivery { frame in
                let present = Set(frame.things.map { ThingKey($0.concept, $0.id) })
                    .union(frame.relations.map { ThingKey(.relation, $0.id) })
                return frame.registerCase.deletions.enumerated()
                    .filter { present.contains(ThingKey($0.element.type, $0.element.id)) }
                    .map { place, deletion in
                        RegisterHit(.deletion(place)) { $0.thing = deletion.type.rawValue }
                    }
            }
        ),
    ]

    /// What we find and the register does not ask, about the deliveries of a case that are at hand.
    static let chains: [RegisterRule] = [repeated, gap, fork, order, lost]

    static let repeated = RegisterRule(
        "RETTID_CHAIN_REPEAT",
        .warning,
        when: "A delivery has the same Id as one before it.",
        source: nil,
        .chain
    )
    static let gap = RegisterRule(
        "RETTID_CHAIN_GAP",
        .warning,
        when: """
            ForrigeId names a delivery that is not at hand, or one of another case, although earlier deliveries of the \
            case are at hand.
            """,
        source: nil,
        .chain
    )
    static let fork = RegisterRule(
        "RETTID_CHAIN_FORK",
        .warning,
        when: "Two deliveries of a case have the same ForrigeId, or both have none.",
        source: nil,
        .chain
    )
    static let order = RegisterRule(
        "RETTID_CHAIN_ORDER",
        .warning,
        when: "ForrigeId names the delivery itself, or one that was extracted after it.",
        source: nil,
        .chain
    )
    static let lost = RegisterRule(
        "RETTID_CHAIN_LOST",
        .warning,
        when: """
            A thing of the delivery that ForrigeId names is gone, and neither Slettet nor ErSlettet says so: every delivery \
            is the whole case.
            """,
        source: nil,
        .chain
    )
}

/// A code where it is used.
private struct UsedCode {
    var item: RegisterItem
    var list: RegisterCodeList
    var code: String
    var days: ClosedRange<CalendarDay>
}

extension RegisterFrame {
    fileprivate var usedCodes: [UsedCode] {
        var used: [UsedCode] = []
        func add(_ item: RegisterItem, _ list: RegisterCodeList, _ codes: [String?], _ days: ClosedRange<CalendarDay>) {
            used += codes.compactMap(\.self).map { UsedCode(item: item, list: list, code: $0, days: days) }
        }
        func lasting(_ start: CalendarDay, _ end: CalendarDay?) -> ClosedRange<CalendarDay> {
            start...max(start, end ?? today)
        }
        for concern in concerns {
            let item = RegisterItem.thing(.concern, concern.place)
            let value = concern.value
            let days = lasting(value.start, value.conclusion?.end)
            add(item, .reporters, value.reporters.map(\.code), days)
            add(item, .contents, value.contents.map(\.code), days)
            if let end = value.conclusion { add(item, .concernConclusions, [end.code], end.end...end.end) }
        }
        for investigation in investigations {
            let item = RegisterItem.thing(.investigation, investigation.place)
            let value = investigation.value
            let days = lasting(value.start, value.conclusion?.end)
            add(item, .contents, value.grounds.map(\.code), days)
            add(item, .participation, [value.participation?.kind], days)
            add(item, .grants, [value.moreTime?.granted], days)
            if let end = value.conclusion { add(item, .investigationConclusions, [end.code], end.end...end.end) }
        }
        for plan in plans {
            let days = lasting(plan.value.start, plan.value.end)
            add(.thing(.plan, plan.place), .plans, [plan.value.kind], days)
        }
        for measure in measures {
            let item = RegisterItem.thing(.measure, measure.place)
            let days = lasting(measure.value.start, measure.value.end)
            add(item, .categories, [measure.value.category.code], days)
            add(item, .contents, measure.value.grounds.map(\.code), days)
        }
        for decision in decisions {
            for (place, status) in decision.value.statuses.enumerated() {
                let item = RegisterItem.inside(.decision, decision.place, "Status", place)
                add(item, .statuses, [status.code], status.changed...status.changed)
            }
            for (place, claim) in decision.value.claims.enumerated() {
                guard let end = claim.conclusion else { continue }
                add(.inside(.decision, decision.place, "Krav", place), .claims, [end.code], end.end...end.end)
            }
        }
        for one in aftercare {
            guard let end = one.value.conclusion else { continue }
            add(.thing(.aftercare, one.place), .aftercare, [end.code], end.end...end.end)
        }
        for relocation in relocations {
            let item = RegisterItem.thing(.relocation, relocation.place)
            let days = relocation.value.end...relocation.value.end
            add(item, .reasons, [relocation.value.reason.code], days)
            add(item, .destinations, [relocation.value.destination.code], days)
        }
        return used
    }
}
