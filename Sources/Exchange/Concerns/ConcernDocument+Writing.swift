internal import Casework
internal import Law

extension ConcernDocument {
    /// Writes the message in its form, members in the order of the form's table.
    ///
    /// - Returns: UTF-8 without byte order mark, or what the form refuses in the values; nothing is repaired.
    package func write() -> Result<[UInt8], ConcernRefusal> {
        let bytes = WireWriter.write(wire, as: ConcernTables.structure(of: format))
        let problems = Self.check(bytes, as: format, limits: JsonLimits(depth: 64, bytes: .max))
        return problems.isEmpty ? .success(bytes) : .failure(ConcernRefusal(problems: problems))
    }

    private var wire: WireObject {
        switch origin {
        case .publicBody(let reporter): publicWire(reporter)
        case .privatePerson(let reporter): privateWire(reporter)
        }
    }

    private func publicWire(_ reporter: PublicReporter) -> WireObject {
        [
            .municipality: .text(address.municipality), .municipalityName: .text(address.municipalityName),
            .district: .text(address.district), .districtName: .text(address.districtName),
            .publicReporter: .object(reporter.wire), .publicChildren: .list(children.map(\.publicWire)),
            .guardians: .list(guardians.map(\.wire)), .interpreter: interpreter.wire,
            .otherServices: otherServices.wire,
            .message: .object([
                .message: .text(worry), .history: .text(history ?? ""), .otherViews: otherViews.wire,
            ]),
            .sentAt: .text(sendingTime), .channel: .text(channel),
        ]
    }

    private func privateWire(_ reporter: PrivateReporter) -> WireObject {
        [
            .municipality: .text(address.municipality), .municipalityName: .text(address.municipalityName),
            .district: .text(address.district), .districtName: .text(address.districtName),
            .privateReporter: .object(reporter.wire), .privateChildren: .list(children.map(\.privateWire)),
            .message: .text(worry), .sentAt: .text(sendingTime), .channel: .text(channel),
        ]
    }
}

extension String? {
    /// A missing or empty text leaves its member out.
    fileprivate var wire: WireValue? { flatMap { $0.isEmpty ? nil : .text($0) } }
}

extension PublicReporter {
    fileprivate var wire: WireObject {
        [
            .personName: .text(name), .role: .text(role), .phone: .text(phone), .email: .text(email),
            .organisation: .object([
                .organisationName: .text(organisation), .organisationNumber: organisationNumber.wire,
                .address: organisationAddress.map { .object($0.wire) },
            ]),
        ]
    }
}

extension PrivateReporter {
    fileprivate var wire: WireObject {
        [
            .personName: .text(name), .phone: (phone as String?).wire,
            .address: address.map { .object($0.wire) },
        ]
    }
}

extension ConcernedChild {
    fileprivate var publicWire: WireObject {
        [
            .number: .text(number?.digits ?? unreadableNumber), .unborn: .flag(isUnborn), .personName: .text(name),
            .phone: phone.wire, .address: .object(address.wire), .informed: isInformed.map { .flag($0) },
            .informedReason: informedReason.wire,
        ]
    }

    fileprivate var privateWire: WireObject {
        [
            .personName: .text(name), .assumedAge: assumedAge.wire, .relation: relation.wire,
            .address: .object(address.wire),
        ]
    }
}

extension Guardian {
    fileprivate var wire: WireObject {
        [
            .personName: .text(name), .phone: phone.wire, .informed: .flag(isInformed),
            .informedReason: informedReason.wire,
        ]
    }
}

extension PostalAddress {
    /// What does not fit into three lines stands in the third.
    fileprivate var wire: WireObject {
        let rest = lines.dropFirst(2).joined(separator: ", ")
        return [
            .line1: .text(lines.first ?? ""), .line2: lines.dropFirst().first.wire, .line3: (rest as String?).wire,
            .postcode: postcode.wire, .town: town.wire,
        ]
    }
}
