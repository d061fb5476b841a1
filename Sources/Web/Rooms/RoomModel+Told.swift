import Assistance
import Exchange
import Law
import Office

/// What was told in a referral, in the order in which it counts, and the messages that told it.
extension RoomModel {
    /// What both levels know and who has handled it here, newest first.
    var lines: [RoomPage.Line] {
        let told = opened.timeline.map { (at: $0.at, line: line($0)) }
        let handled = opened.handlings.map { (at: $0.at, line: line($0)) }
        return (told + handled).enumerated()
            .sorted { ($0.element.at, $0.offset) > ($1.element.at, $1.offset) }.map(\.element.line)
    }

    private func line(_ handling: OpenedReferral.Handling) -> RoomPage.Line {
        RoomPage.Line(
            when: phrases.stamp(handling.at),
            text: text(handling),
            who: words.side(opened.side),
            isStruck: false,
            path: nil,
            texts: []
        )
    }

    private func text(_ handling: OpenedReferral.Handling) -> String {
        let name = pages.rooms.people.name
        let by = name(handling.by)
        switch handling.what {
        case .given(let handler, let holder):
            let from = holder.flatMap { $0 == handler ? nil : name($0) }
            let key =
                switch (handling.by == handler, from == nil) {
                case (true, true): "room.line.taken"
                case (true, false): "room.line.takenOver"
                case (false, true): "room.line.handed"
                case (false, false): "room.line.handedOver"
                }
            return catalog.text(key, ["by": by, "to": name(handler), "from": from ?? ""])
        case .conflictDeclared(let officer):
            return catalog.text("room.line.conflictDeclared", ["by": by, "officer": name(officer)])
        case .conflictLifted(let officer):
            return catalog.text("room.line.conflictLifted", ["by": by, "officer": name(officer)])
        case .erasureAsked(let reason): return catalog.text("room.line.erasureAsked", ["by": by, "reason": reason])
        case .erased(let erasure):
            return catalog.text(
                "room.line.erased",
                [
                    "by": by, "asker": name(erasure.askedBy), "reason": erasure.reason,
                    "confirmation": erasure.confirmation,
                ]
            )
        }
    }

    private func line(_ line: TimelineLine) -> RoomPage.Line {
        guard case .told(let fact, let hasEffect) = line.what else {
            return RoomPage.Line(
                when: phrases.stamp(line.at),
                text: words.line(line.what),
                who: nil,
                isStruck: false,
                path: nil,
                texts: []
            )
        }
        let isHere = opened.messages.contains { $0.head.id == fact.id }
        return RoomPage.Line(
            when: phrases.stamp(line.at),
            text: words.line(line.what),
            who: words.side(fact.by),
            isStruck: !hasEffect,
            path: isHere ? "\(path)/meldinger/\(fact.id)" : nil,
            texts: hasEffect ? told(fact) : []
        )
    }

    /// The texts of what was told; an offer's stand with the offer, a request's are a form of their own.
    private func told(_ fact: SharedFact) -> [Fact] {
        switch fact.content {
        case .asked, .replaced, .supplemented, .offered: []
        default: texts(of: fact.id)
        }
    }

    /// The texts of a message, in the order of their kinds, but for who wrote it.
    func texts(of id: RecordID) -> [Fact] {
        let prose = opened.messages.first { $0.head.id == id }?.prose ?? Prose()
        return Prose.Part.allCases.compactMap { part in
            guard let text = prose[part], let label = words.label(part) else { return nil }
            return Fact(label, text.split(separator: "\n").map(String.init))
        }
    }

    func message(_ message: OpenedReferral.Message) -> RoomPage.MessageRow {
        let messagePath = "\(path)/meldinger/\(message.head.id)"
        let receipt =
            if !message.isOwn { catalog.text("room.receipt.here") } else if message.failedAt != nil {
                words.receipt(.failed)
            } else if opened.facts.seen(message.head.id) != nil { words.receipt(.seen) } else {
                words.receipt(message.acknowledgedAt == nil ? .underWay : .received)
            }
        return RoomPage.MessageRow(
            title: title(of: message),
            path: messagePath,
            xmlPath: messagePath + "/xml",
            direction: catalog.text(message.isOwn ? "room.message.sent" : "room.message.came"),
            when: phrases.stamp(message.head.sentAt),
            receipt: receipt,
            isFailed: message.failedAt != nil,
            attachments: files(of: message)
        )
    }

    private func title(of message: OpenedReferral.Message) -> String {
        let head = message.head
        // What a person has put here came to reception first.
        if !message.isOwn, message.actor.kind == .person {
            let sender = pages.rooms.counterparts[head.sender]?.name ?? "\(head.sender)"
            return catalog.text("room.message.attached", ["sender": sender])
        }
        return switch head.gist {
        case .shared: head.fact(at: head.sentAt).map { words.line(.told($0, hasEffect: true)) } ?? ""
        case .applicationReceipt: catalog.text("room.message.receipt")
        case .failure: catalog.text("room.message.failure")
        case .holdAsked: catalog.text("room.message.holdAsked")
        case .holdAnswered: catalog.text("room.message.holdAnswered")
        case .other: catalog.text("room.message.another")
        }
    }

    func owed(_ step: UnansweredStep) -> RoomPage.Owed {
        RoomPage.Owed(text: words.owed(step.owed), since: phrases.stamp(step.since), isLate: step.isLate)
    }
}
