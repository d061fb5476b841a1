import Casework
import Exchange
import Law
import Office
import Synthetic
import Testing

/// Forms filled in from the cases of the pretend past.
struct `A referral from a pretend case` {
    @Test(arguments: PretendReferrals.types)
    func `is filled in by four fifths and more`(type: MessageType) throws {
        let tallies = try PretendReferrals.cases(for: type).map { record in
            let prefill = Prefill(type, of: record, by: PretendReferrals.service, isNynorsk: false)
            return FormTally(.of(.standard(type)), prefill.values)
        }
        #expect(tallies.count >= 10, "too few cases to tell")
        let filled = tallies.map(\.filled.count).reduce(0, +)
        let applying = tallies.map(\.applying).reduce(0, +)
        let shares = tallies.map(\.share).sorted()
        var missing: [String: Int] = [:]
        for path in tallies.flatMap(\.empty) { missing[path, default: 0] += 1 }
        let worst = missing.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6)
        print(
            "\(type.rawValue): \(tallies.count) cases, \(filled) of \(applying) fields, lowest \(shares[0])",
            worst.map { "\($0.key) \($0.value)" }.joined(separator: ", "),
            separator: "; empty: "
        )
        #expect(Double(filled) >= 0.8 * Double(applying))
    }

    @Test(arguments: PretendReferrals.types)
    func `tells of every text where it comes from`(type: MessageType) throws {
        for record in try PretendReferrals.cases(for: type).prefix(5) {
            let prefill = Prefill(type, of: record, by: PretendReferrals.service, isNynorsk: true)
            #expect(Set(prefill.values.entries.keys) == Set(prefill.sources.keys))
        }
    }

    @Test(arguments: PretendReferrals.types)
    func `is valid in all three senses once its gaps are answered`(type: MessageType) throws {
        for record in try PretendReferrals.cases(for: type) {
            let prefill = Prefill(type, of: record, by: PretendReferrals.service, isNynorsk: false)
            let (check, _) = try PretendReferrals.finished(.new(type), prefill.values, today: record.today)
            #expect(check.findings == [])
            #expect(check.verdict?.errors == [])
            #expect(check.isReady)
            let bytes = try #require(check.bytes)
            #expect(try check.message.bytes() == bytes, "not canonical")
            #expect(bytes.starts(with: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<melding:Henvisning".utf8)))
            let isReported = check.verdict?.receiverFindings?.isEmpty == false
            #expect(isReported == (type == .healthAssessment), "the exception D2, and no other")
        }
    }

    @Test(arguments: PretendReferrals.types)
    func `never tells a hidden address`(type: MessageType) throws {
        let hidden = try PretendReferrals.cases().filter { $0.facts.people.contains(where: \.hasHiddenAddress) }
        #expect(!hidden.isEmpty)
        // Where the child lives is hidden in all of them; whether the case knows it of its foster parents too, differs.
        let hosts = hidden.flatMap(\.hiddenHosts)
        #expect(hosts.contains { $0.residence == nil } && hosts.contains { $0.residence != nil })
        for record in hidden {
            let prefill = Prefill(type, of: record, by: PretendReferrals.service, isNynorsk: false)
            let (check, _) = try PretendReferrals.finished(.new(type), prefill.values, today: record.today)
            let text = String(decoding: check.bytes ?? [], as: UTF8.self)
            #expect(!text.isEmpty)
            for line in record.hiddenLines { #expect(!text.contains(line), "a hidden address is told") }
            for host in record.hiddenHosts {
                #expect(!text.contains(host.name), "who the child lives with there is told")
                if let number = host.number { #expect(!text.contains(number.digits)) }
                let family = host.name.split(separator: " ").last.map(String.init) ?? host.name
                let isOthers = record.parents.contains { $0.name.hasSuffix(family) }
                #expect(isOthers || !text.contains(">\(family)<"), "in two elements")
            }
            guard case .hidden? = record.child.residence else { continue }
            #expect(prefill.values["Klient/Bosted"] == "Adressen er skjult. Ta kontakt med barnevernstjenesten.")
        }
    }

    @Test
    func `may be replaced, added to and taken back`() throws {
        let record = try #require(try PretendReferrals.cases(for: .fosterHome).first)
        let prefill = Prefill(.fosterHome, of: record, by: PretendReferrals.service, isNynorsk: false)
        let (first, answered) = try PretendReferrals.finished(.new(.fosterHome), prefill.values, today: record.today)
        #expect(answered > 0 && first.isReady)
        let sent = SentReferral(
            id: try #require(RecordID("019a8f3e-7c00-7000-8000-0000000000e1")),
            start: try #require(RecordID("019a8f3e-7c00-7000-8000-0000000000e0")),
            type: .fosterHome,
            receiver: PretendReferrals.receiver,
            receiverReference: "B-17",
            sentAt: OsloTime.instant(of: record.today.adding(days: -3), hour: 9),
            hasStarted: false
        )
        let values = MessageForm.of(.standard(.fosterHome)).values(of: first.message.root)
        let (update, again) = try PretendReferrals.finished(.update(sent), values, today: record.today)
        #expect(again == 0 && update.isReady, "an update begins with all of the newest version")
        let reason = FormValues(["Begrunnelse": "Familien flytter."])
        for isDeletion in [false, true] {
            let purpose = ReferralPurpose.withdrawal(sent, isDeletion: isDeletion)
            let (back, _) = try PretendReferrals.finished(purpose, reason, today: record.today)
            #expect(back.isReady && back.message.type == .withdrawal)
            let relation = back.message.root[path: ["Meldingshode", "OppfolgingAvMelding", "MeldingsForbindelse"]]
            #expect(relation?.text == (isDeletion ? "Slettet" : "Trukket"))
        }
    }
}
