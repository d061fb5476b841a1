package import Casework
import Exchange
import Law

/// The message that a filled-in form makes, and the names of the files beside it.
package enum ReferralFile {
    /// The system that sends.
    static let system = MessageHeader.SendingSystem(vendor: "Rettid", name: "Rettid", version: "1.0")

    /// The entries of a form with the attachments that have been chosen.
    static func values(_ values: FormValues, _ attachments: [ChosenAttachment]) -> FormValues {
        var entries = values.entries.filter { !$0.key.hasPrefix("Vedlegg[") }
        var row = 0
        func attach(_ name: String, _ kind: String, _ about: String) {
            row += 1
            entries["Vedlegg[\(row)]/Filnavn"] = name
            entries["Vedlegg[\(row)]/VedleggType"] = kind
            entries["Vedlegg[\(row)]/Beskrivelse"] = about.isEmpty ? nil : about
        }
        for attachment in attachments {
            attach(attachment.fileName, attachment.kind.rawValue, attachment.kind == .other ? attachment.about : "")
        }
        return FormValues(entries)
    }

    static func header(
        _ purpose: ReferralPurpose,
        id: RecordID,
        sentAt: Instant,
        from sender: MessageParty,
        to receiver: MessageParty
    ) -> MessageHeader {
        let type = purpose.type
        var followUp: MessageHeader.FollowUp?
        if let earlier = purpose.earlier, let relation = purpose.relation {
            followUp = MessageHeader.FollowUp(
                relation: relation,
                startID: earlier.start.description,
                messageID: earlier.id.description,
                receiverReference: earlier.receiverReference
            )
        }
        return MessageHeader(
            id: id.description,
            followUp: followUp,
            typeNamespace: type.namespace,
            typeTitle: type.title,
            system: system,
            sentAt: sentAt.description,
            sender: sender,
            receiver: receiver
        )
    }

    /// A file name of ASCII letters and digits that no other file of the message has.
    package static func name(of document: CaseDocument, besides taken: Set<String>) -> String {
        let ending = endings[document.mediaType] ?? "bin"
        var plain = ""
        for character in document.title.lowercased() {
            switch character {
            case "a"..."z", "0"..."9": plain.append(character)
            case "æ": plain += "ae"
            case "ø": plain += "o"
            case "å": plain += "a"
            default: if plain.last != "-", !plain.isEmpty { plain += "-" }
            }
        }
        let stem = plain.isEmpty ? "vedlegg" : String(plain.prefix(60))
        var name = "\(stem).\(ending)"
        var number = 1
        while taken.contains(name) {
            number += 1
            name = "\(stem)-\(number).\(ending)"
        }
        return name
    }

    private static let endings = [
        "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg", "text/plain": "txt",
        "application/vnd.oasis.opendocument.text": "odt",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    ]
}
