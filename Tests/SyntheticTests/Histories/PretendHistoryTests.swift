import Casework
import Exchange
import Law
import Synthetic
import Testing

struct `The pretend past` {
    static let ends =
        [
            (2026, "2026-11-22"), (1, "2026-01-01"), (7, "2024-02-29"), (99, "2028-02-29"), (12, "2027-12-31"),
            (500, "2026-07-05"),
        ] as [(UInt64, String)]

    @Test(arguments: ends)
    func `is accepted step by step by the rules of the act`(seed: UInt64, end: String) throws {
        let today = try CalendarDay(parsing: end)
        var player = HistoryPlayer()
        for history in PretendWorld(seed: seed).histories(cases: 400, endingOn: today) {
            try player.play(history)
        }
        #expect((400...404).contains(player.cases.count))
    }

    @Test
    func `leaves cases that fold to the same facts from their journals`() throws {
        let today = try CalendarDay(parsing: "2026-11-22")
        var player = HistoryPlayer()
        for history in PretendWorld(seed: 3).histories(cases: 120, endingOn: today) { try player.play(history) }
        for (id, facts) in player.cases {
            #expect(CaseFacts.fold(player.entries[id] ?? [], of: id) == facts)
        }
    }

    /// What a world of 400 cases holds, whatever the seed; the shares follow the national figures where there are any.
    @Test(arguments: ends)
    func `holds everything that a service meets, in plausible numbers`(seed: UInt64, end: String) throws {
        let today = try CalendarDay(parsing: end)
        let census = try HistoryCensus(
            PretendWorld(seed: seed).histories(cases: 400, endingOn: today),
            endingOn: today
        )
        let bounds: [(String, ClosedRange<Int>)] = [
            ("case", 400...404), ("closed", 150...240), ("unassigned", 2...40), ("report", 600...900),
            ("public report", 350...650), ("typed-in report", 40...800), ("review shelved", 70...170),
            ("late review", 3...25), ("investigation", 300...420), ("late investigation", 12...50),
            ("review addedToRunning", 40...160), ("review activeMeasures", 50...180), ("not reviewed", 1...30),
            ("child heard", 400...800), ("child not heard", 60...260), ("override", 12...60),
            ("override unseen", 3...35),
            ("decision helpMeasure", 120...240), ("decision shelving", 100...210), ("decision acuteCare", 10...50),
            ("decision careOrder", 10...50), ("decision institutionByConsent", 3...16), ("decision aftercare", 1...12),
            ("decision relocation", 1...16), ("lapsed", 1...20), ("set aside", 1...14), ("complaint", 8...50),
            ("demand", 1...14), ("serious event", 1...14), ("move", 2...25), ("relocation", 1...16),
            ("fewer visits", 1...14),
            ("evaluation", 200...450), ("aftercare step", 3...26), ("reopened", 8...45), ("consent withdrawn", 2...25),
            ("conflict of interest", 3...30), ("hidden address", 3...40), ("sibling's case", 150...320),
            ("number found", 2...16), ("corrected", 8...70), ("struck out", 3...40),
            ("placement emergencyHome", 10...50), ("placement fosterHome", 25...90), ("placement institution", 3...16),
            ("placement ownHousing", 1...12), ("open duty overdue", 25...140), ("open duty soon", 8...70),
            ("open duty running", 170...400),
        ]
        for (name, bound) in bounds {
            #expect(bound.contains(census[name]), "\(name): \(census[name]) is not within \(bound)")
        }
    }

    @Test
    func `gives every caseworker open cases`() throws {
        let today = try CalendarDay(parsing: "2026-11-22")
        var player = HistoryPlayer()
        for history in PretendWorld(seed: 2026).histories(cases: 400, endingOn: today) { try player.play(history) }
        let answering = player.cases.values.filter { $0.closedOn == nil }.flatMap { facts in
            facts.workers.filter { $0.role == .responsible }.map(\.actor)
        }
        for persona in Persona.all where persona.role == .caseworker {
            let load = answering.count { $0 == persona.actor }
            #expect((15...70).contains(load), "\(persona.userID) has \(load)")
        }
    }

    @Test
    func `is the same for the same seed and day, and another for another`() throws {
        let today = try CalendarDay(parsing: "2026-11-22")
        let histories = PretendWorld(seed: 5).histories(cases: 60, endingOn: today)
        #expect(histories == PretendWorld(seed: 5).histories(cases: 60, endingOn: today))
        #expect(histories != PretendWorld(seed: 6).histories(cases: 60, endingOn: today))
        #expect(histories != PretendWorld(seed: 5).histories(cases: 60, endingOn: today.adding(days: 1)))
        #expect(Array(PretendWorld(seed: 5).histories(cases: 90, endingOn: today).prefix(histories.count)) == histories)
    }

    @Test
    func `holds the bytes that it has always held`() throws {
        let today = try CalendarDay(parsing: "2026-11-22")
        var digest = HistoryDigest()
        for history in PretendWorld(seed: 2026).histories(cases: 60, endingOn: today) { digest.add(history) }
        #expect(digest.value == 13_548_268_308_823_971_938, "the past changed: say so in the log, correct the number")
    }

    @Test
    func `is lived in many generated services, each with people and families of its own`() throws {
        let today = try CalendarDay(parsing: "2026-11-22")
        let homes = PretendWorld.manyHomes(3)
        #expect(Set(homes.map(\.unit)).count == 3 && Set(homes.flatMap(\.municipalities)).count == 3)
        let directory = try ServiceDirectory(services: homes.map(\.listed), register: .national)
        var player = HistoryPlayer()
        for (number, home) in homes.enumerated() {
            let world = PretendWorld(seed: 2026)
            for history in world.histories(cases: 40, in: home, number: number, endingOn: today) {
                try player.play(history)
                let actors = Set(history.steps.compactMap(\.actor))
                #expect(actors.isSubset(of: home.caseworkers + [home.leader]))
            }
            let municipality = try MunicipalityNumber(parsing: home.municipalities[0])
            let route = directory.route(municipality: municipality, district: .none, on: today)
            #expect(route == .service(home.listed))
        }
        #expect(player.cases.count >= 120)
    }

    @Test
    func `writes nothing after its last day, and nothing out of order`() throws {
        for (seed, end) in Self.ends {
            let today = try CalendarDay(parsing: end)
            for history in PretendWorld(seed: seed).histories(cases: 100, endingOn: today) {
                let days = history.steps.map(\.day)
                #expect(days == days.sorted() && days.allSatisfy { $0 <= today && $0 >= today.adding(days: -1_095) })
                #expect(history.steps.map(\.order) == Array(history.steps.indices))
            }
        }
    }

    @Test
    func `tells no two neighbouring entries of a kind in the same words`() throws {
        let today = try CalendarDay(parsing: "2026-11-22")
        for history in PretendWorld(seed: 2026).histories(cases: 200, endingOn: today) {
            var last: [String: String] = [:]
            for case .inCase(let id, let command) in history.steps.map(\.act) {
                guard let (kind, text) = command.event.wording else { continue }
                #expect(!text.contains("{") && !text.contains("  ") && !text.isEmpty)
                #expect(last["\(id) \(kind)"] != text, "\(kind): \(text)")
                last["\(id) \(kind)"] = text
            }
        }
    }

    @Test
    func `names synthetic people alone`() throws {
        let today = try CalendarDay(parsing: "2026-11-22")
        for history in PretendWorld(seed: 8).histories(cases: 150, endingOn: today) {
            for step in history.steps {
                switch step.act {
                case .reportArrives(let message):
                    #expect(message.document.children.allSatisfy { $0.number?.isSynthetic != false })
                    #expect(ConcernDocument.check(message.bytes, as: message.format).isEmpty)
                case .reportHandled(_, .match(let number)): #expect(number.isSynthetic)
                case .inCase(_, let command):
                    if case .personSet(_, let person) = command.event {
                        #expect(person.number?.isSynthetic != false)
                        #expect(person.phone.map { $0.hasPrefix("00 ") || $0.hasPrefix("+47 00 ") } ?? true)
                    }
                    if case .numberFound(let number) = command.event { #expect(number.isSynthetic) }
                default: break
                }
            }
        }
    }

    @Test
    func `knows the secrets of its histories`() throws {
        let today = try CalendarDay(parsing: "2026-11-22")
        let histories = PretendWorld(seed: 2026).histories(cases: 40, endingOn: today)
        let secrets = PretendWorld.secrets(of: histories)
        #expect(secrets.count > 900)
        #expect(secrets == secrets.sorted() && Set(secrets).count == secrets.count)
        for history in histories {
            for case .inCase(_, let command) in history.steps.map(\.act) {
                if case .personSet(_, let person) = command.event {
                    #expect(secrets.contains(person.name))
                    if let number = person.number { #expect(secrets.contains(number.digits)) }
                    if case .hidden(let address)? = person.residence {
                        #expect(address.forSealing.lines.allSatisfy { $0.utf8.count < 10 || secrets.contains($0) })
                    }
                }
                if case .childHeard(let hearing) = command.event, case .heard(let view) = hearing.outcome {
                    let sentence = view.said.split(separator: ".").first.map(String.init) ?? ""
                    #expect(
                        sentence.utf8.count < 10 || !sentence.contains(" ") || secrets.contains(sentence),
                        "\(sentence)"
                    )
                }
            }
        }
        let names = Set(Persona.all.map(\.displayName))
        #expect(names.isDisjoint(with: secrets))
    }
}

extension CaseEvent {
    /// The words of an event that stands often in a journal.
    fileprivate var wording: (kind: String, text: String)? {
        switch self {
        case .noted(let note): ("note \(note.kind)", note.text)
        case .childHeard(let hearing):
            switch hearing.outcome {
            case .heard(let view): ("hearing", view.said)
            case .notHeard(_, let reason): ("no hearing", reason)
            }
        case .planEvaluated(let evaluation): ("evaluation", evaluation.text)
        case .visited(let visit): ("visit \(visit.kind)", visit.report)
        case .decided(let decision): ("decision \(decision.kind)", decision.summary)
        case .fosterAgreement(let agreement): ("agreement", agreement.text)
        default: nil
        }
    }
}
