extension Message {
    /// The header; nothing where it lacks what its form demands, which only messages that are not valid can.
    package var header: MessageHeader? { root["Meldingshode"].flatMap(MessageHeader.init(node:)) }
}

extension MessageHeader {
    /// Reads the element Meldingshode.
    package init?(node: MessageNode) {
        guard let id = node["Id"]?.text, let typeNamespace = node["MeldingstypeNmsp"]?.text,
            let typeTitle = node["Meldingstype"]?.text,
            let system = node["FagsystemAvsender"].flatMap(SendingSystem.init(node:)),
            let sentAt = node["SendtTidspunkt"]?.text,
            let sender = node["Avsender"].flatMap(MessageParty.init(node:)),
            let receiver = node["Mottaker"].flatMap(MessageParty.init(node:))
        else { return nil }
        var followUp: FollowUp?
        if let element = node["OppfolgingAvMelding"] {
            guard let read = FollowUp(node: element) else { return nil }
            followUp = read
        }
        self.init(
            id: id,
            followUp: followUp,
            typeNamespace: typeNamespace,
            typeTitle: typeTitle,
            system: system,
            sentAt: sentAt,
            sender: sender,
            receiver: receiver,
            senderReference: node["AvsendersRef"]?.text,
            contacts: node["KontaktInfoAvsender"].flatMap(Contacts.init(node:))
        )
    }

    /// The element Meldingshode.
    package var node: MessageNode {
        var nodes = [MessageNode("Id", text: id)]
        if let followUp { nodes.append(followUp.node) }
        nodes += [
            MessageNode("MeldingstypeNmsp", text: typeNamespace),
            MessageNode("Meldingstype", text: typeTitle),
            system.node,
            MessageNode("SendtTidspunkt", text: sentAt),
            sender.node(named: "Avsender"),
            receiver.node(named: "Mottaker"),
        ]
        if let senderReference { nodes.append(MessageNode("AvsendersRef", text: senderReference)) }
        if let contacts { nodes.append(contacts.node) }
        return MessageNode("Meldingshode", nodes)
    }
}

extension MessageHeader.FollowUp {
    fileprivate init?(node: MessageNode) {
        guard let relation = node["MeldingsForbindelse"]?.text.flatMap(MessageRelation.init(rawValue:)),
            let startID = node["StartMeldingId"]?.text, let messageID = node["MeldingId"]?.text
        else { return nil }
        self.init(
            relation: relation,
            startID: startID,
            messageID: messageID,
            receiverReference: node["MottakersRef"]?.text
        )
    }

    fileprivate var node: MessageNode {
        var nodes = [
            MessageNode("MeldingsForbindelse", text: relation.rawValue),
            MessageNode("StartMeldingId", text: startID),
            MessageNode("MeldingId", text: messageID),
        ]
        if let receiverReference { nodes.append(MessageNode("MottakersRef", text: receiverReference)) }
        return MessageNode("OppfolgingAvMelding", nodes)
    }
}

extension MessageHeader.SendingSystem {
    fileprivate init?(node: MessageNode) {
        guard let vendor = node["Leverandor"]?.text, let name = node["Navn"]?.text, let version = node["Versjon"]?.text
        else { return nil }
        self.init(vendor: vendor, name: name, version: version)
    }

    fileprivate var node: MessageNode {
        MessageNode(
            "FagsystemAvsender",
            [
                MessageNode("Leverandor", text: vendor), MessageNode("Navn", text: name),
                MessageNode("Versjon", text: version),
            ]
        )
    }
}

extension MessageHeader.Contacts {
    fileprivate init?(node: MessageNode) {
        guard let first = node["Kontaktperson"].flatMap(ContactPerson.init(node:)),
            let alternative = node["AlternativKontaktperson"].flatMap(ContactPerson.init(node:))
        else { return nil }
        self.init(first: first, alternative: alternative)
    }

    fileprivate var node: MessageNode {
        MessageNode(
            "KontaktInfoAvsender",
            [first.node(named: "Kontaktperson"), alternative.node(named: "AlternativKontaktperson")]
        )
    }
}

extension ContactPerson {
    /// Reads an element of the type KontaktpersonType.
    package init?(node: MessageNode) {
        guard let name = node["Navn"]?.text, let phone = node["Telefon"]?.text, let email = node["epost"]?.text
        else { return nil }
        self.init(name: name, phone: phone, email: email)
    }

    /// An element of the type KontaktpersonType.
    package func node(named elementName: String) -> MessageNode {
        MessageNode(
            elementName,
            [
                MessageNode("Navn", text: name), MessageNode("Telefon", text: phone),
                MessageNode("epost", text: email),
            ]
        )
    }
}

extension MessageParty {
    /// Reads an element of the type OrganisasjonType.
    package init?(node: MessageNode) {
        guard let number = node["Organisasjonsnummer"]?.text, let name = node["Navn"]?.text else { return nil }
        var municipality: Municipality?
        if let element = node["Kommuneinfo"] {
            guard let number = element["Kommunenummer"]?.text, let name = element["Kommunenavn"]?.text else {
                return nil
            }
            municipality = Municipality(number: number, name: name)
            if let number = element[path: ["Bydelsinfo", "Bydelsnummer"]]?.text,
                let name = element[path: ["Bydelsinfo", "Bydelsnavn"]]?.text
            {
                municipality?.district = District(number: number, name: name)
            }
        }
        self.init(organisationNumber: number, name: name, municipality: municipality)
    }

    /// An element of the type OrganisasjonType.
    package func node(named elementName: String) -> MessageNode {
        var nodes = [
            MessageNode("Organisasjonsnummer", text: organisationNumber), MessageNode("Navn", text: name),
        ]
        if let municipality {
            var parts = [
                MessageNode("Kommunenummer", text: municipality.number),
                MessageNode("Kommunenavn", text: municipality.name),
            ]
            if let district = municipality.district {
                parts.append(
                    MessageNode(
                        "Bydelsinfo",
                        [
                            MessageNode("Bydelsnummer", text: district.number),
                            MessageNode("Bydelsnavn", text: district.name),
                        ]
                    )
                )
            }
            nodes.append(MessageNode("Kommuneinfo", parts))
        }
        return MessageNode(elementName, nodes)
    }
}
