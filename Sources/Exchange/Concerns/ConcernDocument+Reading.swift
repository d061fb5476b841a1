internal import Casework
internal import Law

extension ConcernDocument {
    /// Everything that is wrong with a message, judged by the form's table; empty for a valid one.
    ///
    /// - Parameters:
    ///   - bytes: The JSON file of the package.
    ///   - format: The form that the type header names.
    ///   - limits: What is refused for its size.
    /// - Returns: At most ``ConcernRefusal/limit`` problems.
    package static func check(
        _ bytes: [UInt8],
        as format: ConcernFormat,
        limits: JsonLimits = .message
    ) -> [ConcernProblem] {
        switch WireReader.read(bytes, as: ConcernTables.structure(of: format), limits: limits) {
        case .success: []
        case .failure(let refusal): refusal.problems
        }
    }

    /// Reads a valid message.
    ///
    /// - Parameters:
    ///   - bytes: The JSON file of the package.
    ///   - format: The form that the type header names.
    ///   - limits: What is refused for its size.
    /// - Returns: The message, or everything that ``check(_:as:limits:)`` finds wrong with it.
    package static func read(
        _ bytes: [UInt8],
        as format: ConcernFormat,
        limits: JsonLimits = .message
    ) -> Result<ConcernDocument, ConcernRefusal> {
        WireReader.read(bytes, as: ConcernTables.structure(of: format), limits: limits).map { wire, notes in
            ConcernDocument(wire, as: format, notes: notes)
        }
    }

    private init(_ wire: WireObject, as format: ConcernFormat, notes: [ConcernNote]) {
        let address = ConcernAddress(
            municipality: wire.text(.municipality),
            municipalityName: wire.text(.municipalityName),
            district: wire.text(.district),
            districtName: wire.text(.districtName)
        )
        if format.isPublic {
            let message = wire.object(.message) ?? WireObject()
            self.init(
                version: format.version,
                origin: .publicBody(PublicReporter(wire.object(.publicReporter) ?? WireObject())),
                children: wire.list(.publicChildren).map(ConcernedChild.init),
                guardians: wire.list(.guardians).map(Guardian.init),
                worry: message.text(.message),
                history: message.optionalText(.history),
                otherViews: message.optionalText(.otherViews),
                interpreter: wire.optionalText(.interpreter),
                otherServices: wire.optionalText(.otherServices),
                address: address,
                sendingTime: wire.text(.sentAt),
                channel: wire.text(.channel),
                readingNotes: notes
            )
        } else {
            self.init(
                version: format.version,
                origin: .privatePerson(PrivateReporter(wire.object(.privateReporter) ?? WireObject())),
                children: wire.list(.privateChildren).map(ConcernedChild.init),
                worry: wire.text(.message),
                address: address,
                sendingTime: wire.text(.sentAt),
                channel: wire.text(.channel),
                readingNotes: notes
            )
        }
    }
}

extension PublicReporter {
    init(_ wire: WireObject) {
        let organisation = wire.object(.organisation) ?? WireObject()
        self.init(
            name: wire.text(.personName),
            role: wire.text(.role),
            phone: wire.text(.phone),
            email: wire.text(.email),
            organisation: organisation.text(.organisationName),
            organisationNumber: organisation.optionalText(.organisationNumber),
            organisationAddress: organisation.object(.address).map(PostalAddress.init)
        )
    }
}

extension PrivateReporter {
    init(_ wire: WireObject) {
        self.init(
            name: wire.text(.personName),
            phone: wire.text(.phone),
            address: wire.object(.address).map(PostalAddress.init)
        )
    }
}

extension ConcernedChild {
    init(_ wire: WireObject) {
        let text = wire.text(.number)
        let number = text.isEmpty ? nil : try? PersonNumber(parsing: text)
        self.init(
            name: wire.text(.personName),
            number: number,
            unreadableNumber: number == nil ? text : "",
            isUnborn: wire.flag(.unborn) ?? false,
            address: wire.object(.address).map(PostalAddress.init) ?? ConcernedChild.unnamed.address,
            phone: wire.optionalText(.phone),
            isInformed: wire.flag(.informed),
            informedReason: wire.optionalText(.informedReason),
            assumedAge: wire.optionalText(.assumedAge),
            relation: wire.optionalText(.relation)
        )
    }
}

extension Guardian {
    init(_ wire: WireObject) {
        self.init(
            name: wire.text(.personName),
            phone: wire.optionalText(.phone),
            isInformed: wire.flag(.informed) ?? false,
            informedReason: wire.optionalText(.informedReason)
        )
    }
}

extension PostalAddress {
    /// Empty lines at the end are none; an empty line before a written one keeps its place.
    init(_ wire: WireObject) {
        var lines = [wire.text(.line1), wire.text(.line2), wire.text(.line3)]
        while lines.last?.isEmpty == true { lines.removeLast() }
        self.init(lines: lines, postcode: wire.optionalText(.postcode), town: wire.optionalText(.town))
    }
}
