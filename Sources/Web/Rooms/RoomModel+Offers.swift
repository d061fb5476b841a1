import Assistance
import Exchange
import Law
import Office

/// What came of a referral: offers, the way to a foster home, stays and holds.
extension RoomModel {
    func offer(_ offer: OfferFacts) -> RoomPage.Offer {
        let state = offer.state(now: opened.now)
        let given = offer.offer
        var facts = [
            Fact(catalog.text("room.offer.usable"), words.days(given.usable)),
            Fact(catalog.text("room.offer.accord"), words.code("accord", given.accord)),
            Fact(catalog.text("room.offer.answerBy"), phrases.stamp(given.answerBy).text),
        ]
        if let place = given.place { facts.insert(Fact(catalog.text("room.offer.place"), self.place(place)), at: 0) }
        if given.isInterim { facts.append(Fact(catalog.text("room.offer.interim"), catalog.answer(true))) }
        if let level = given.level {
            facts.append(Fact(catalog.text("room.offer.level"), words.code("agency-level", level)))
        }
        if let advice = given.advice {
            let code = advice.isFollowed ? "followed" : "overruled"
            facts.append(Fact(catalog.text("room.offer.advice"), words.code("team-advice", code)))
        }
        facts.append(
            Fact(
                catalog.text("room.offer.stops"),
                offer.stops.map { phrases.day($0.from) } ?? catalog.text("room.offer.stopsNever")
            )
        )
        facts += texts(of: offer.id)
        if let answer = offer.answer { facts += texts(of: answer.id) }
        let answers = state == .open && !isState && opened.mayChange
        return RoomPage.Offer(
            title: words.measure(given.kind),
            state: words.offerState(state),
            isOpen: state == .open,
            facts: facts,
            act: answers
                ? Link(
                    label: catalog.text("command.answer-offer.title"),
                    path: "\(path)/answer-offer?offer=\(offer.id)"
                )
                : nil
        )
    }

    func place(_ place: OfferedPlace) -> String {
        "\(place.id), \(words.code("place-ownership", place.ownership).lowercased()), "
            + MunicipalityWords.name(place.municipality.text)
    }

    var pathway: [RoomPage.PathStep] {
        guard shared.leadsToFosterHome else { return [] }
        let pathway = shared.pathway(now: opened.now)
        let done = Dictionary(pathway.steps.map { ($0.stage, $0.on) }) { $1 }
        return FosterHomeStep.Stage.allCases.map { stage in
            RoomPage.PathStep(
                label: words.code("foster-home-stage", stage),
                isDone: done[stage] != nil,
                isNext: stage == pathway.next,
                when: done[stage].map(phrases.day)
            )
        }
    }

    func stay(_ stay: StayFacts) -> RoomPage.Offer {
        var facts = [Fact(catalog.text("room.stay.days"), words.days(stay.span))]
        if let place = stay.place { facts.append(Fact(catalog.text("room.offer.place"), self.place(place))) }
        if let planned = stay.plannedUntil, stay.ended == nil {
            facts.append(Fact(catalog.text("room.stay.planned"), phrases.day(planned.adding(days: -1))))
        }
        for move in stay.moves {
            facts.append(Fact(catalog.text("room.stay.moved"), "\(phrases.day(move.on)): \(self.place(move.to))"))
        }
        if let end = stay.ended {
            facts.append(Fact(catalog.text("room.stay.endReason"), words.code("stay-end-reason", end.reason)))
        }
        let title =
            stay.isInterim ? "room.stay.interim" : stay.isJustifiable ? "room.stay.inLine" : "room.stay.notInLine"
        return RoomPage.Offer(
            title: catalog.text(title),
            state: catalog.text(stay.ended == nil ? "room.stay.running" : "room.stay.ended"),
            isOpen: stay.ended == nil,
            facts: facts,
            act: nil
        )
    }

    func hold(_ hold: HoldFacts) -> RoomPage.Hold {
        let lasts =
            switch hold.state {
            case .asked, .granted: true
            case .refused, .expired, .givenUp, .booked, .lost: false
            }
        return RoomPage.Hold(
            place: hold.request.place.text,
            owner: pages.rooms.counterparts[hold.owner]?.name ?? "\(hold.owner)",
            days: words.days(hold.request.span),
            state: words.hold(hold.state),
            giveUp: lasts && opened.mayChange ? pages.form("\(path)/frigi") : nil,
            id: "\(hold.id)"
        )
    }
}
