import Assistance
import Law
import Office

/// The two figures of a referral in words, side by side and never mixed.
struct RoomFigures: Sendable {
    let model: RoomModel
    private var words: RoomWords { model.words }
    private var catalog: Catalog { model.catalog }
    private var figures: AssistanceFigures { model.opened.figures }

    var days: RoomPage.DaysPast {
        var notes: [String] = []
        if figures.isRunning { notes.append(catalog.text("room.days.running")) }
        if let day = figures.stopsOn {
            notes.append(catalog.text("room.days.stops", ["day": words.phrases.day(day)]))
        }
        if figures.isOfferDisputed { notes.append(catalog.text("room.days.disputed")) }
        if figures.isDelayDisputed { notes.append(catalog.text("room.days.delayDisputed")) }
        if !model.shared.privateSolutions.isEmpty { notes.append(catalog.text("room.days.private")) }
        let apart = DelaySide.allCases.compactMap { side in
            figures.apart[side].map { Fact(words.code("delay-side", side), words.count($0.count)) }
        }
        return RoomPage.DaysPast(
            days: String(figures.daysPastWanted),
            isAny: figures.daysPastWanted > 0,
            notes: notes,
            apart: apart
        )
    }

    var breaches: RoomPage.Breaches {
        let isDuty = model.shared.referral?.basis.isDuty ?? false
        let mayJudge = model.opened.side == .state && model.opened.mayChange
        return RoomPage.Breaches(
            confirmed: String(figures.countedBreaches.count),
            rows: figures.breaches.map { breach in
                RoomPage.Breaches.Row(
                    days: words.days(breach.span),
                    count: words.count(DaySet([breach.span]).count),
                    kind: words.code("breach-kind", breach.kind),
                    standing: words.standing(breach.standing),
                    isConfirmed: breach.standing == .confirmed,
                    cause: breach.cause.map { words.code("breach-cause", $0) },
                    judge: mayJudge
                        ? Link(
                            label: catalog.text("command.judge-breach.title"),
                            path: "\(model.path)/judge-breach" + RoomActs.days(breach)
                        ) : nil
                )
            },
            none: isDuty ? nil : catalog.text("room.breach.notObliged")
        )
    }

    /// The clock of an acute request and the decision's own times; empty where it is none.
    var acute: [Fact] {
        guard let request = model.shared.acute, let hours = model.shared.acuteHours(now: model.opened.now) else {
            return []
        }
        func time(_ instant: Instant?) -> String {
            instant.map { words.phrases.stamp($0).text } ?? catalog.text("room.acute.notYet")
        }
        let target = AssistanceTargets.usual
        let spent = catalog.duration(minutes: Int(hours.secondsToPlace / 60))
        let standing = catalog.text(
            hours.isPast(target) ? "room.acute.past" : "room.acute.within",
            ["hours": catalog.plural("duration.hours", target.acuteHours)]
        )
        return [
            Fact(catalog.text("room.acute.phoned"), time(request.phonedAt)),
            Fact(catalog.text("room.acute.asked"), time(request.askedAt)),
            Fact(catalog.text("room.acute.needed"), time(request.neededBy)),
            Fact(catalog.text("room.acute.offered"), time(hours.offered)),
            Fact(catalog.text("room.acute.ready"), time(hours.ready)),
            Fact(
                catalog.text("room.offer.place"),
                model.shared.acutePlaces.last { $0.lost == nil }.map { model.place($0.place) }
                    ?? catalog.text("room.acute.notYet")
            ),
            Fact(catalog.text("room.acute.arrived"), time(hours.arrived)),
            Fact(catalog.text("room.acute.spent"), [spent, standing]),
            Fact(
                catalog.text("room.acute.decided"),
                "\(words.code("legal-section", request.section)), \(words.code("acute-maker", request.decidedBy).lowercased()), "
                    + time(request.decidedAt)
            ),
            Fact(
                catalog.text("room.acute.written"),
                request.writtenBy.map(time) ?? catalog.text("room.acute.writtenAlready")
            ),
        ]
    }
}
