internal import Casework
internal import Exchange
internal import Law

extension PretendMessage {
    /// Every text of the message that must never be seen outside a sealed place: names, numbers, telephone numbers,
    /// addresses, and free text sentence by sentence.
    ///
    /// What is shared with public knowledge is left out: municipalities, institutions, roles, postal towns, and given
    /// names alone, which an employee may have too.
    package var secrets: [String] {
        var secrets = document.children.flatMap(Self.secrets(of:))
        for guardian in document.guardians {
            secrets += [guardian.name, guardian.phone ?? ""]
        }
        switch document.origin {
        case .publicBody(let reporter):
            secrets += [reporter.name, reporter.phone] + (reporter.organisationAddress?.lines ?? [])
        case .privatePerson(let reporter):
            secrets += [reporter.name, reporter.phone] + (reporter.address?.lines ?? [])
        }
        for text in [document.worry, document.history ?? "", document.otherViews ?? "", document.otherServices ?? ""] {
            secrets += Self.sentences(of: text)
        }
        return secrets.filter(Self.isTelling)
    }

    /// Whether a text is long enough, and not a single word, so that it is not met by chance.
    static func isTelling(_ text: String) -> Bool {
        text.utf8.count >= 10 && (text.contains(" ") || text.utf8.count == 11)
    }

    private static func secrets(of child: ConcernedChild) -> [String] {
        [child.name, child.number?.digits ?? "", child.phone ?? ""] + child.address.lines
    }

    /// The pieces between line feeds and full stops, because a store may cut a long text anywhere near them.
    static func sentences(of text: String) -> [String] {
        text.split(whereSeparator: { $0 == "\n" || $0 == "." || $0 == "?" || $0 == "!" })
            .map { String($0.drop { $0 == " " }) }
    }
}
