import Casework
import Law

/// The binary form of a report of concern, version 1. It never changes; a new version gets a new reader beside it.
extension ByteWriter {
    mutating func write(_ received: ReceivedConcern) {
        write(concern: received.concern)
        switch received.channel {
        case .message(let form):
            write(byte: 0)
            write(form)
        case .typedIn: write(byte: 1)
        }
        write(received.messageID)
        write(optional: received.rawID) { $0.write($1) }
        write(received.childIndex)
        write(list: received.irregularities) { $0.write($1) }
        write(received.isUrgent)
        write(received.receivedAt)
    }

    private mutating func write(concern: Concern) {
        switch concern.origin {
        case .publicBody(let reporter):
            write(byte: 0)
            write(reporter.name)
            write(reporter.role)
            write(reporter.phone)
            write(reporter.email)
            write(reporter.organisation)
            write(optional: reporter.organisationNumber)
            write(optional: reporter.organisationAddress) { $0.write(address: $1) }
        case .privatePerson(let reporter):
            write(byte: 1)
            write(reporter.name)
            write(reporter.phone)
            write(optional: reporter.address) { $0.write(address: $1) }
        }
        write(child: concern.child)
        write(concern.otherChildren)
        write(list: concern.guardians) { writer, guardian in
            writer.write(guardian.name)
            writer.write(optional: guardian.phone)
            writer.write(guardian.isInformed)
            writer.write(optional: guardian.informedReason)
        }
        write(concern.worry)
        write(optional: concern.history)
        write(optional: concern.otherViews)
        write(optional: concern.interpreter)
        write(optional: concern.otherServices)
        write(concern.address.municipality)
        write(concern.address.municipalityName)
        write(concern.address.district)
        write(concern.address.districtName)
        write(optional: concern.sentAt) { $0.write($1) }
        write(concern.channel)
    }

    private mutating func write(child: ConcernedChild) {
        write(child.name)
        write(optional: child.number) { $0.write($1.digits) }
        write(child.unreadableNumber)
        write(child.isUnborn)
        write(address: child.address)
        write(optional: child.phone)
        write(optional: child.isInformed) { $0.write($1) }
        write(optional: child.informedReason)
        write(optional: child.assumedAge)
        write(optional: child.relation)
    }

    mutating func write(address: PostalAddress) {
        write(list: address.lines) { $0.write($1) }
        write(optional: address.postcode)
        write(optional: address.town)
    }
}

extension ByteReader {
    mutating func receivedConcern() throws(CodecError) -> ReceivedConcern {
        let concern = try concern()
        let channel: ReceivedConcern.Channel
        switch try byte() {
        case 0: channel = .message(form: try text())
        case 1: channel = .typedIn
        case let tag: throw .unknownTag(tag)
        }
        return ReceivedConcern(
            concern: concern,
            channel: channel,
            messageID: try text(),
            rawID: try optional { reader throws(CodecError) in try reader.recordID() },
            childIndex: try integer(),
            irregularities: try list { reader throws(CodecError) in try reader.text() },
            isUrgent: try bool(),
            receivedAt: try instant()
        )
    }

    private mutating func concern() throws(CodecError) -> Concern {
        Concern(
            origin: try origin(),
            child: try child(),
            otherChildren: try integer(),
            guardians: try list { reader throws(CodecError) in
                Guardian(
                    name: try reader.text(),
                    phone: try reader.optionalText(),
                    isInformed: try reader.bool(),
                    informedReason: try reader.optionalText()
                )
            },
            worry: try text(),
            history: try optionalText(),
            otherViews: try optionalText(),
            interpreter: try optionalText(),
            otherServices: try optionalText(),
            address: ConcernAddress(
                municipality: try text(),
                municipalityName: try text(),
                district: try text(),
                districtName: try text()
            ),
            sentAt: try optional { reader throws(CodecError) in try reader.instant() },
            channel: try text()
        )
    }

    private mutating func origin() throws(CodecError) -> Concern.Origin {
        switch try byte() {
        case 0:
            return .publicBody(
                PublicReporter(
                    name: try text(),
                    role: try text(),
                    phone: try text(),
                    email: try text(),
                    organisation: try text(),
                    organisationNumber: try optionalText(),
                    organisationAddress: try optional { reader throws(CodecError) in try reader.address() }
                )
            )
        case 1:
            return .privatePerson(
                PrivateReporter(
                    name: try text(),
                    phone: try text(),
                    address: try optional { reader throws(CodecError) in try reader.address() }
                )
            )
        case let tag: throw .unknownTag(tag)
        }
    }

    private mutating func child() throws(CodecError) -> ConcernedChild {
        ConcernedChild(
            name: try text(),
            number: try optional { reader throws(CodecError) in try reader.personNumber() },
            unreadableNumber: try text(),
            isUnborn: try bool(),
            address: try address(),
            phone: try optionalText(),
            isInformed: try optional { reader throws(CodecError) in try reader.bool() },
            informedReason: try optionalText(),
            assumedAge: try optionalText(),
            relation: try optionalText()
        )
    }

    mutating func personNumber() throws(CodecError) -> PersonNumber {
        let digits = try text()
        guard let number = try? PersonNumber(parsing: digits) else { throw .noSuchValue }
        return number
    }

    mutating func address() throws(CodecError) -> PostalAddress {
        PostalAddress(
            lines: try list { reader throws(CodecError) in try reader.text() },
            postcode: try optionalText(),
            town: try optionalText()
        )
    }
}
