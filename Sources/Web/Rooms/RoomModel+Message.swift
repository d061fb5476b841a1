import Assistance
import Exchange
import Office

/// One message of a referral for a person to read.
extension RoomModel {
    func page(of message: OpenedReferral.Message) -> MessagePage {
        let view = message.view(on: opened.today, in: language)
        let messagePath = "\(path)/meldinger/\(message.head.id)"
        let header =
            view.header.isEmpty ? [] : sections(view.header, under: catalog.text("room.message.header"), deep: false)
        return MessagePage(
            frame: pages.frame(context.visit, opened.side == .state ? .queue : nil, at: messagePath),
            back: Link(label: words.measure(shared.referral?.kind), path: path),
            title: view.title,
            facts: view.facts.map { Fact($0.label, $0.value) },
            sections: sections(view.content, under: nil, deep: false) + header,
            xmlPath: messagePath + "/xml",
            attachments: files(of: message),
            findings: view.findings.map(\.message)
        )
    }

    /// Its files, each where it can be opened.
    func files(of message: OpenedReferral.Message) -> [Link] {
        message.attachments.enumerated().map { index, file in
            Link(label: file.name, path: "\(path)/meldinger/\(message.head.id)/vedlegg/\(index + 1)")
        }
    }

    private var language: MessageLanguage { MessageLanguage(catalog.language) }

    /// The parts of a message as sections; groups within groups stand after them, one level deeper at most.
    private func sections(_ parts: [MessageView.Part], under heading: String?, deep: Bool) -> [MessagePage.Section] {
        var facts: [Fact] = []
        var rest: [MessagePage.Section] = []
        for part in parts {
            switch part {
            case .fact(let fact):
                facts.append(Fact(fact.label, fact.value.split(separator: "\n").map(String.init)))
            case .group(let title, let parts): rest += sections(parts, under: title, deep: heading != nil)
            case .table(let title, let columns, let rows):
                rest.append(
                    MessagePage.Section(
                        heading: title,
                        isDeep: heading != nil,
                        facts: [],
                        columns: columns,
                        rows: rows.map { MessagePage.Section.Row(cells: $0) }
                    )
                )
            }
        }
        guard heading != nil || !facts.isEmpty else { return rest }
        let own = MessagePage.Section(
            heading: heading ?? catalog.text("room.message.content"),
            isDeep: deep,
            facts: facts,
            columns: [],
            rows: []
        )
        return [own] + rest
    }
}
