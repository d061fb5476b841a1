import Assistance
import Casework
import Exchange
import Law
import Office
import Testing

/// What tests do with referrals before they look at the pages.
extension OfficeFixture {
    /// Sends a referral for a case as a form makes it, and waits until the region has it.
    func refer(
        _ caseID: RecordID,
        _ type: MessageType = .fosterHome,
        wanted: Int = 0,
        by sender: Person? = nil,
        to officer: Person? = nil,
        with attachments: [MessageAttachment] = [],
        key: String = "refer"
    ) async throws -> RecordID {
        let sender = try sender ?? person("vera")
        let day = today.adding(days: wanted)
        var message = MessageExample.message(of: type, id: RecordID(high: 5, low: 5), sentAt: rooms.environment.now())
        message.root.content = .nodes(
            message.root.children.map { node in
                if node.name == "Meldingshode", var header = MessageHeader(node: node) {
                    header.followUp = nil
                    return header.node
                }
                guard node.name == "Bistandsperiode" else { return node }
                let rest = node.children.filter { $0.name != "DatoFra" }
                return MessageNode(node.name, [MessageNode("DatoFra", text: "\(day)")] + rest)
            }
        )
        let sent = try await rooms.referrals.send(
            sender,
            forCase: caseID,
            message,
            attachments: attachments,
            key: key
        )
        guard case .done = sent.outcome else {
            Issue.record("the referral was not sent: \(sent.outcome)")
            return sent.conversation
        }
        try await settle(sent.conversation, by: sender, to: officer)
        return sent.conversation
    }

    /// Puts a document into a case, for messages to bring along; its name tells nothing of the child.
    func attach(_ bytes: [UInt8], to caseID: RecordID, by worker: Person, key: String) async throws -> MessageAttachment
    {
        var upload = try await rooms.cases.upload(worker, to: caseID, named: "uttalelse.pdf")
        try upload.write(bytes)
        _ = try await rooms.cases.finish(upload, title: "Uttalelse", direction: .incoming, on: today, key: key)
        let documents = try await rooms.cases.open(worker, caseID).documents.map(\.document)
        let document = try #require(documents.first { $0.title == "Uttalelse" })
        return MessageAttachment(id: document.id, name: "uttalelse.pdf", size: 0)
    }

    /// Waits until both levels hold the same of a referral.
    func settle(_ id: RecordID, by sender: Person? = nil, to officer: Person? = nil) async throws {
        let (vera, ina) = (try sender ?? person("vera"), try officer ?? person("ina"))
        for _ in 0..<400 {
            let own = try? await rooms.referrals.open(vera, id).shared
            if own != nil, own == (try? await rooms.referrals.open(ina, id).shared) { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("the two levels do not agree")
    }

    /// Waits until something holds.
    func until(_ isSo: () async throws -> Bool) async throws {
        for _ in 0..<400 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("it never came to be so")
    }

    /// A point in time as a form holds it, some hours from now.
    func moment(hours: Int) -> String { rooms.environment.now().adding(seconds: hours * 3600).formText }

    func day(_ offset: Int) -> String { "\(today.adding(days: offset))" }
}

extension Browser {
    /// Opens a form of a referral or of places, fills it in, looks at the preview and sends it.
    ///
    /// What the page has filled in already goes along, as a browser sends it.
    func tell(_ path: String, _ fields: [String: String]) async throws -> RawAnswer {
        let plain = String(path.prefix { $0 != "?" })
        let page = try await get(path.replacing("&amp;", with: "&"))
        guard page.status == 200 else { return page }
        let filled = try page.shown(of: plain).merging(fields) { $1 }.filter { !$0.value.isEmpty }
        let preview = try await press("preview", on: page, of: plain, filled)
        guard preview.status == 200 else { return preview }
        return try await post(plain, try preview.hidden(of: plain).merging(["do": "send"]) { $1 })
    }
}

extension RawAnswer {
    /// What the controls of the form for a path hold.
    func shown(of path: String) throws -> [String: String] {
        let form = try #require(text.firstRange(of: "action=\"\(path)\""))
        let end = text[form.upperBound...].firstRange(of: "</form>")?.lowerBound ?? text.endIndex
        let inside = text[form.upperBound..<end]
        var shown: [String: String] = [:]
        for match in inside.matches(
            of: #/<input type="(text|date|datetime-local)"[^>]* name="([^"]*)" value="([^"]*)"/#
        ) {
            shown[String(match.2)] = String(match.3)
        }
        for match in inside.matches(of: #/<input type="(radio|checkbox)"[^>]* name="([^"]*)" value="([^"]*)" checked/#)
        {
            shown[String(match.2)] = String(match.3)
        }
        for match in inside.matches(of: #/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/#.dotMatchesNewlines()) {
            if let chosen = match.2.firstMatch(of: #/<option value="([^"]*)" selected/#) {
                shown[String(match.1)] = String(chosen.1)
            }
        }
        return shown
    }
}
