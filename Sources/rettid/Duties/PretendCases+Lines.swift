import Casework
import Exchange
import Foundation
import Law

extension PretendCases {
    /// The cases as JSON, one to a line, days as numbers since 1970: what another program needs to find the same duties.
    static func lines(_ cases: [Case]) -> Data {
        var data = Data()
        for one in cases {
            var json = JsonWriter()
            json.beginObject()
            json.day("born", one.facts.child.birthDay)
            json.list("concerns", one.concerns) { $0.write($1) }
            json.list("investigations", one.facts.investigations) { $0.write($1) }
            json.list("decisions", one.facts.decisions) { $0.write($1) }
            json.list("hearings", one.facts.hearings) { $0.day("on", $1.at.on) }
            json.list("measures", one.facts.measures) { $0.write($1) }
            json.list("plans", one.facts.plans) { json, plan in
                json.day("made", plan.made.on)
                json.list("evaluations", plan.evaluations) { $0.day("on", $1.on) }
            }
            json.endObject()
            data += json.bytes
            data.append(UInt8(ascii: "\n"))
        }
        return data
    }
}

extension JsonWriter {
    fileprivate mutating func day(_ name: String, _ day: CalendarDay?) {
        guard let day else { return }
        self.name(name)
        integer(day.dayNumber)
    }

    fileprivate mutating func list<T>(_ name: String, _ items: [T], _ write: (inout JsonWriter, T) -> Void) {
        self.name(name)
        beginList()
        for item in items {
            beginObject()
            write(&self, item)
            endObject()
        }
        endList()
    }

    fileprivate mutating func write(_ concern: ConcernFacts) {
        name("id")
        integer(Int(truncatingIfNeeded: concern.id.low))
        day("received", concern.receivedOn)
        name("public")
        boolean(concern.isPublic)
        day("reviewed", concern.review?.at.on)
        name("shelved")
        boolean(concern.review?.outcome == .shelved)
        name("groundless")
        boolean(concern.review?.isPlainlyGroundless ?? false)
        for answer in concern.answers {
            let name =
                switch answer.answer {
                case .confirmation: "confirmed"
                case .investigationOpened: "replied"
                case .followUp: "followedUp"
                }
            day(name, answer.at.on)
        }
    }

    fileprivate mutating func write(_ investigation: InvestigationFacts) {
        if case .concern(let id, let received, _) = investigation.start.origin {
            name("concern")
            integer(Int(truncatingIfNeeded: id.low))
            day("received", received)
        }
        day("started", investigation.started.on)
        day("planned", investigation.planned?.on)
        day("extended", investigation.extended?.on)
        day("concluded", investigation.concluded?.at.on)
    }

    fileprivate mutating func write(_ decision: DecisionFacts) {
        name("id")
        integer(Int(truncatingIfNeeded: decision.id.low))
        name("kind")
        integer(Int(decision.kind.rawValue))
        day("made", decision.made.on)
        day("implemented", decision.implemented?.on)
        day("sent", decision.sentToTribunal?.on)
        day("controlled", decision.controlled?.at.on)
        day("petition", decision.petitionSent?.on)
    }

    fileprivate mutating func write(_ measure: MeasureFacts) {
        name("under")
        integer(Int(truncatingIfNeeded: measure.decision.low))
        day("started", measure.started.on)
        day("ended", measure.ended?.on)
        guard let placement = measure.placement else { return }
        list("visits", placement.visits) { json, visit in
            json.name("kind")
            json.integer(Int(visit.kind.rawValue))
            json.day("on", visit.at.on)
        }
        list("agreements", placement.agreements) { $0.day("on", $1.at.on) }
    }
}
