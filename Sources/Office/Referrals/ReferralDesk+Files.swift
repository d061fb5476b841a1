import Journal
package import Law

/// The files that go with the messages of a referral, for both levels.
extension ReferralDesk {
    /// Opens a file of a message; `number` is its place in the message, from 1.
    ///
    /// What was sent opens from the case's own documents, as it was sent, also where it was struck out of the case
    /// afterwards. What came opens from what this unit has kept of the message.
    ///
    /// - Throws: ``Absent`` where there is none, its key was destroyed, or the person may not read the referral; any
    ///   other error where it cannot be read.
    package func file(
        _ person: Person,
        _ number: Int,
        of message: RecordID,
        in id: RecordID
    ) async throws -> KeptFile {
        let reached = try reach(person, id)
        let (stored, grant) = try await enter(person, .readReferral, id, reached)
        guard let mark = stored.facts.message(message),
            let event = try reached.unit.event(at: mark.entry, under: grant)?.event
        else { throw Absent() }
        do {
            switch event {
            case .referral(.sent(let sent, _)):
                guard let file = sent.attachments[number: number], let caseID = stored.facts.link,
                    let document = try reached.unit.documents(ofCase: caseID)[file.id]
                else { throw Absent() }
                return KeptFile(name: file.name, bytes: try bytes(document.reference))
            case .referral(.received(let received)):
                guard let file = received.attachments[number: number],
                    let bytes = try RawVault(unit: reached.unit.id, store: units.store, masters: cases.masters)
                        .open(file.id)
                else { throw Absent() }
                return KeptFile(name: file.name, bytes: bytes)
            default: throw Absent()
            }
        } catch SealError.keyDestroyed {
            throw Absent()
        }
    }

    private func bytes(_ reference: RowReference) throws -> [UInt8] {
        guard var reader = BlobReader(reference, store: units.store, masters: cases.masters) else { throw Absent() }
        var bytes: [UInt8] = []
        while let piece = try reader.next() { bytes += piece }
        return bytes
    }
}

extension Array {
    /// The element of this number, counted from 1; `nil` where there is none.
    subscript(number number: Int) -> Element? {
        number >= 1 && number <= count ? self[number - 1] : nil
    }
}
