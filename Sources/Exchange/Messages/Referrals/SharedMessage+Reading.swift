internal import Assistance
internal import Law

extension SharedMessage {
    /// What a message says; nothing for a kind that is not shared.
    static func content(
        of root: ElementReading,
        _ kind: MessageKind,
        _ relation: MessageRelation?
    ) throws(Failure) -> SharedFact.Content? {
        switch kind {
        case .standard(let type):
            switch type {
            case .fosterHome, .institution, .homeMeasure, .familyCentre, .familyCouncil, .healthAssessment:
                let referral = try Referral(root)
                return relation == .update ? .replaced(referral) : .asked(referral)
            case .attachments: return .supplemented
            case .withdrawal: return relation == .deleted ? .deleted : .withdrawn
            case .caseworkerReceipt: return .seen
            case .applicationReceipt, .failure, .test: return nil
            }
        case .rettid(let type): return try content(of: root, type)
        }
    }

    private static func content(
        of root: ElementReading,
        _ type: ExtensionType
    ) throws(Failure) -> SharedFact.Content? {
        switch type {
        case .offer: .offered(try Offer(root))
        case .offerAnswer: .offerAnswered(try OfferAnswer(root))
        case .acuteRequest: .acuteAsked(try AcuteRequest(root))
        case .acuteAnswer: .acuteAnswered(try AcuteAnswer(root))
        case .stay: .stay(try StayStep(root))
        case .breachStatement:
            .breachJudged(
                BreachStatement(
                    verdict: try root.code("Konklusjon"),
                    span: try DaySpan(root, from: "FraDato"),
                    kind: try root.code("Bruddtype"),
                    cause: try root.code("Arsak")
                )
            )
        case .delay:
            .delayed(DelayStatement(span: try DaySpan(root, from: "FraDato"), side: try root.code("LiggerHos")))
        case .fosterHomeStep:
            .fosterHome(
                FosterHomeStep(
                    stage: try root.code("Steg"),
                    on: try root.day("Dato"),
                    isInNetwork: try root.flagIfThere("INettverk") ?? false,
                    childHeard: try root["Horing"]?.flag("BarnetHort") ?? false
                )
            )
        case .adviceRequest: .adviceAsked(AdviceRequest(replyBy: try root.day("SvarInnen")))
        case .adviceAnswer: .adviceGiven
        case .cooperation: try cooperation(root)
        case .privateSolution: .privateSolution(try DaySpan(root, from: "FraDato"))
        case .serviceDecline: .serviceDeclined
        case .holdRequest, .holdAnswer: nil
        }
    }

    private static func cooperation(_ root: ElementReading) throws(Failure) -> SharedFact.Content {
        switch try root.value("Slag", CooperationSort.init(rawValue:)) {
        case .friction:
            .friction(
                Friction(
                    category: try root.code("Kategori"),
                    minutesLost: try root.count(in: "TapteMinutter"),
                    replyBy: try root.day("SvarInnen")
                )
            )
        case .reply: .frictionAnswered
        case .task: .taskDone(try root.code("Oppgave"))
        }
    }
}

/// What a message about working together is; the raw values are the codes of `RettidSamhandlingsslagType`.
enum CooperationSort: String {
    case friction = "1"
    case reply = "2"
    case task = "3"
}

extension DaySpan {
    /// Days from one element through `TilOgMed`, both included.
    fileprivate init(_ root: ElementReading, from name: String) throws(SharedMessage.Failure) {
        self.init(from: try root.day(name), through: try root.dayIfThere("TilOgMed"))
    }
}

extension Referral {
    fileprivate init(_ root: ElementReading) throws(SharedMessage.Failure) {
        var decision: DecisionBehind?
        if let element = root["Vedtak"] {
            decision = DecisionBehind(
                section: try element.value("Lovhjemmel", LegalSection.init(rawValue:)),
                status: try element.code("Status"),
                maker: try element.codeIfThere("FattetAv"),
                day: try element.dayIfThere("Dato")
            )
        }
        self.init(
            kind: try root.code("ForespurtBistand"),
            decision: decision,
            wantedFrom: try root["Bistandsperiode"]?.day("DatoFra")
        )
    }
}

extension Offer {
    fileprivate init(_ root: ElementReading) throws(SharedMessage.Failure) {
        self.init(
            kind: try root.code("Tiltakstype"),
            isDuty: try root.value("Bistandsgrunnlag") { ["1": true, "2": false][$0] },
            place: try OfferedPlace(in: root),
            usable: try DaySpan(root, from: "TilgjengeligFra"),
            isInterim: try root.flag("Midlertidig"),
            accord: try Accord(root.element("Samsvar")),
            assessment: try Assessment(in: root),
            answerBy: try root.time("Svarfrist"),
            decidedAt: try root.element("BesluttetAv").time("Tidspunkt"),
            level: try root.codeIfThere("BesluttetNiva"),
            advice: try TeamAdvice(in: root)
        )
    }
}

extension OfferedPlace {
    fileprivate init?(in root: ElementReading) throws(SharedMessage.Failure) {
        guard let element = root["Plass"] else { return nil }
        self.init(
            id: try element.value("PlassId") { PlaceID($0) },
            ownership: try element.code("Eierform"),
            municipality: try element.municipality("Kommunenummer"),
            isInOwnRegion: try element.flag("IEgenRegion")
        )
    }
}

extension Accord {
    fileprivate init(_ element: ElementReading) throws(SharedMessage.Failure) {
        self =
            if try element.flag("ISamsvarMedAnmodning") {
                .inLine
            } else {
                try element.flagIfThere("AvvikerFraNemndasKrav") ?? false ? .departsFromTribunal : .departs
            }
    }
}

extension Assessment {
    fileprivate init?(in root: ElementReading) throws(SharedMessage.Failure) {
        guard let element = root["Forsvarlighetsvurdering"] else { return nil }
        self.init(childHeard: try element.flag("BarnetHort"))
    }
}

extension TeamAdvice {
    fileprivate init?(in root: ElementReading) throws(SharedMessage.Failure) {
        guard let element = root["Fagteam"] else { return nil }
        self.init(isFollowed: try element.flag("Fulgt"))
    }
}

extension OfferAnswer {
    fileprivate init(_ root: ElementReading) throws(SharedMessage.Failure) {
        let isTaken = try root.value("Utfall") { ["1": true, "2": false][$0] }
        self.init(
            outcome: isTaken ? .taken(from: try root.day("OnsketOppstart")) : .declined(try root.code("Avslagsgrunn")),
            childHeard: try root.element("Horing").flag("BarnetHort"),
            answeredAt: try root.element("BesvartAv").time("Tidspunkt")
        )
    }
}

extension AcuteRequest {
    fileprivate init(_ root: ElementReading) throws(SharedMessage.Failure) {
        let decision = try root.element("Vedtak")
        self.init(
            kind: try root.code("Tiltakstype"),
            askedAt: try root.time("AnmodetTidspunkt"),
            phonedAt: try root.timeIfThere("MuntligTidspunkt"),
            neededBy: try root.time("TrengsInnen"),
            section: try decision.value("Lovhjemmel", LegalSection.init(rawValue:)),
            decidedBy: try decision.code("FattetAv"),
            decidedAt: try decision.time("Tidspunkt"),
            writtenBy: try decision.timeIfThere("SkriftligInnen"),
            municipality: try root.municipality("Kommunenummer"),
            children: 1 + (try root.element("Klient").count("Sosken")),
            orderedAt: try root.element("BestiltAv").time("Tidspunkt")
        )
    }
}

extension AcuteAnswer {
    fileprivate init(_ root: ElementReading) throws(SharedMessage.Failure) {
        let status: Status = try root.code("Status")
        let at =
            if let name = status.timeElement {
                try root.time(name)
            } else {
                try root.element("BesvartAv").time("Tidspunkt")
            }
        self.init(
            status: status,
            at: at,
            expectedAt: try root.timeIfThere("ForventetKlar"),
            place: try OfferedPlace(in: root),
            plannedEnd: try root.dayIfThere("PlanlagtSlutt"),
            accord: try root["Samsvar"].map { element throws(SharedMessage.Failure) in try Accord(element) },
            assessment: try Assessment(in: root)
        )
    }
}

extension AcuteAnswer.Status {
    /// The element that says since when; else it is so since the answer was given.
    var timeElement: String? {
        switch self {
        case .found: "TilbudtTidspunkt"
        case .ready: "KlarTidspunkt"
        case .arrived: "AnkommetTidspunkt"
        case .seen, .noneYet: nil
        }
    }
}

extension StayStep {
    fileprivate init(_ root: ElementReading) throws(SharedMessage.Failure) {
        let change: Change =
            switch try root.value("Hendelse", StayChangeSort.init(rawValue:)) {
            case .started: .started(plannedUntil: try root.dayIfThere("PlanlagtSlutt"))
            case .extended: .extended(until: try root.day("ForlengetTil"))
            case .moved: try Self.move(root)
            case .ended: .ended(try root.code("Avslutningsgrunn"), isPlanned: try root.flag("Planlagt"))
            }
        self.init(change: change, on: try root.day("Dato"))
    }

    private static func move(_ root: ElementReading) throws(SharedMessage.Failure) -> Change {
        guard let place = try OfferedPlace(in: root) else { throw .unreadable("Plass") }
        return .moved(to: place, isPlanned: try root.flag("Planlagt"))
    }
}

/// What happens to a stay; the raw values are the codes of `RettidOppholdshendelseType`.
enum StayChangeSort: String {
    case started = "1"
    case extended = "2"
    case moved = "3"
    case ended = "4"
}

extension ElementReading {
    fileprivate func municipality(_ name: String) throws(Failure) -> MunicipalityNumber {
        try value(name) { try? MunicipalityNumber(parsing: $0) }
    }
}
