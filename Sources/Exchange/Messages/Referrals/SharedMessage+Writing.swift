internal import Assistance
internal import Law

extension SharedFact.Content {
    /// The elements that say it, without header and texts and in any order; none where everything is filled in by hand.
    func elements(sentAt: Instant, asked: MeasureKind?) -> [MessageNode] {
        switch self {
        case .asked, .replaced, .supplemented, .withdrawn, .deleted, .seen: []
        case .serviceDeclined:
            (asked.map { [.code("Tiltakstype", $0)] } ?? []) + [.actor("BesluttetAv", sentAt)]
        case .offered(let offer): offer.elements
        case .offerAnswered(let answer): answer.elements
        case .acuteAsked(let request): request.elements
        case .acuteAnswered(let answer): answer.elements(sentAt: sentAt)
        case .fosterHome(let step): step.elements + [.actor("MeldtAv", sentAt)]
        case .stay(let step): step.elements + [.actor("MeldtAv", sentAt)]
        case .delayed(let delay):
            delay.span.elements(from: "FraDato") + [.code("LiggerHos", delay.side), .actor("MeldtAv", sentAt)]
        case .breachJudged(let statement): statement.elements + [.actor("BesluttetAv", sentAt)]
        case .privateSolution(let span): span.elements(from: "FraDato") + [.actor("MeldtAv", sentAt)]
        case .adviceAsked(let request): [.day("SvarInnen", request.replyBy), .actor("MeldtAv", sentAt)]
        case .adviceGiven: [.actor("BesvartAv", sentAt)]
        case .friction(let item): item.elements + [.sort(.friction), .actor("MeldtAv", sentAt)]
        case .frictionAnswered: [.sort(.reply), .actor("MeldtAv", sentAt)]
        case .taskDone(let task): [.code("Oppgave", task), .sort(.task), .actor("MeldtAv", sentAt)]
        }
    }
}

extension MessageNode {
    fileprivate static func code(_ name: String, _ code: some RawRepresentable<UInt8>) -> MessageNode {
        MessageNode(name, text: "\(code.rawValue)")
    }

    fileprivate static func day(_ name: String, _ day: CalendarDay) -> MessageNode {
        MessageNode(name, text: day.description)
    }

    fileprivate static func time(_ name: String, _ instant: Instant) -> MessageNode {
        MessageNode(name, text: instant.description)
    }

    fileprivate static func flag(_ name: String, _ flag: Bool) -> MessageNode {
        MessageNode(name, text: flag ? "true" : "false")
    }

    fileprivate static func sort(_ sort: CooperationSort) -> MessageNode { MessageNode("Slag", text: sort.rawValue) }

    /// Who did it is a text and comes later.
    fileprivate static func actor(_ name: String, _ instant: Instant) -> MessageNode {
        MessageNode(name, [.time("Tidspunkt", instant)])
    }

    fileprivate static func hearing(_ isHeard: Bool) -> MessageNode {
        MessageNode("Horing", [.flag("BarnetHort", isHeard)])
    }

    fileprivate static func assessment(_ assessment: Assessment) -> MessageNode {
        MessageNode("Forsvarlighetsvurdering", [.flag("BarnetHort", assessment.childHeard)])
    }

    fileprivate static func accord(_ accord: Accord) -> MessageNode {
        switch accord {
        case .inLine: MessageNode("Samsvar", [.flag("ISamsvarMedAnmodning", true)])
        case .departs, .departsFromTribunal:
            MessageNode(
                "Samsvar",
                [
                    .flag("ISamsvarMedAnmodning", false),
                    .flag("AvvikerFraNemndasKrav", accord == .departsFromTribunal),
                ]
            )
        }
    }

    fileprivate static func place(_ place: OfferedPlace) -> MessageNode {
        MessageNode(
            "Plass",
            [
                MessageNode("PlassId", text: place.id.text),
                .code("Eierform", place.ownership),
                MessageNode("Kommunenummer", text: place.municipality.text),
                .flag("IEgenRegion", place.isInOwnRegion),
            ]
        )
    }
}

extension DaySpan {
    fileprivate func elements(from name: String) -> [MessageNode] {
        [.day(name, from)] + (last.map { [.day("TilOgMed", $0)] } ?? [])
    }
}

extension Offer {
    fileprivate var elements: [MessageNode] {
        var nodes: [MessageNode] = [
            .code("Tiltakstype", kind),
            MessageNode("Bistandsgrunnlag", text: isDuty ? "1" : "2"),
            .flag("Midlertidig", isInterim),
            .accord(accord),
            .time("Svarfrist", answerBy),
            .actor("BesluttetAv", decidedAt),
        ]
        nodes += usable.elements(from: "TilgjengeligFra")
        if let place { nodes.append(.place(place)) }
        if let assessment { nodes.append(.assessment(assessment)) }
        if let level { nodes.append(.code("BesluttetNiva", level)) }
        if let advice { nodes.append(MessageNode("Fagteam", [.flag("Fulgt", advice.isFollowed)])) }
        return nodes
    }
}

extension OfferAnswer {
    fileprivate var elements: [MessageNode] {
        let told: [MessageNode] =
            switch outcome {
            case .taken(let day): [MessageNode("Utfall", text: "1"), .day("OnsketOppstart", day)]
            case .declined(let reason): [MessageNode("Utfall", text: "2"), .code("Avslagsgrunn", reason)]
            }
        return told + [.hearing(childHeard), .actor("BesvartAv", answeredAt)]
    }
}

extension AcuteRequest {
    /// Who the child is has to be filled in.
    fileprivate var elements: [MessageNode] {
        var decision: [MessageNode] = [
            MessageNode("Lovhjemmel", text: section.rawValue),
            .code("FattetAv", decidedBy),
            .time("Tidspunkt", decidedAt),
            .flag("Skriftlig", writtenBy == nil),
        ]
        if let writtenBy { decision.append(.time("SkriftligInnen", writtenBy)) }
        let telephone = phonedAt.map { [MessageNode.time("MuntligTidspunkt", $0)] } ?? []
        return telephone + [
            .time("AnmodetTidspunkt", askedAt),
            MessageNode("Vedtak", decision),
            .code("Tiltakstype", kind),
            .time("TrengsInnen", neededBy),
            MessageNode("Kommunenummer", text: municipality.text),
            .actor("BestiltAv", orderedAt),
        ]
    }
}

extension AcuteAnswer {
    fileprivate func elements(sentAt: Instant) -> [MessageNode] {
        var nodes: [MessageNode] = [.code("Status", status)]
        if let name = status.timeElement {
            nodes += [.time(name, at), .actor("BesvartAv", sentAt)]
        } else {
            nodes.append(.actor("BesvartAv", at))
        }
        if let expectedAt { nodes.append(.time("ForventetKlar", expectedAt)) }
        if let place { nodes.append(.place(place)) }
        if let plannedEnd { nodes.append(.day("PlanlagtSlutt", plannedEnd)) }
        if let accord { nodes.append(.accord(accord)) }
        if let assessment { nodes.append(.assessment(assessment)) }
        return nodes
    }
}

extension FosterHomeStep {
    /// What a stage does not ask about is left out.
    fileprivate var elements: [MessageNode] {
        let told: [MessageNode] =
            switch stage {
            case .networkSearched, .proposed: [.flag("INettverk", isInNetwork)]
            case .childHeard: [.hearing(childHeard)]
            case .chosen, .movedIn: []
            }
        return told + [.code("Steg", stage), .day("Dato", on)]
    }
}

extension StayStep {
    fileprivate var elements: [MessageNode] {
        let (sort, told): (StayChangeSort, [MessageNode]) =
            switch change {
            case .started(let planned): (.started, planned.map { [.day("PlanlagtSlutt", $0)] } ?? [])
            case .extended(let day): (.extended, [.day("ForlengetTil", day)])
            case .moved(let place, let isPlanned): (.moved, [.place(place), .flag("Planlagt", isPlanned)])
            case .ended(let reason, let isPlanned):
                (.ended, [.code("Avslutningsgrunn", reason), .flag("Planlagt", isPlanned)])
            }
        return told + [MessageNode("Hendelse", text: sort.rawValue), .day("Dato", on)]
    }
}

extension BreachStatement {
    fileprivate var elements: [MessageNode] {
        span.elements(from: "FraDato") + [
            .code("Konklusjon", verdict), .code("Bruddtype", kind), .code("Arsak", cause),
        ]
    }
}

extension Friction {
    fileprivate var elements: [MessageNode] {
        [
            .code("Kategori", category),
            MessageNode("TapteMinutter", text: "\(minutesLost)"),
            .day("SvarInnen", replyBy),
        ]
    }
}
