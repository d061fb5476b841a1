import Casework
import Law

/// The binary form of a case's opening, people and documents, version 1.
///
/// The one place where a hidden address is read in clear: what is written here is sealed before it leaves the process.
extension ByteWriter {
    mutating func write(_ opening: CaseOpening) {
        write(opening.childID)
        write(opening.child)
        write(opening.isUnborn)
        write(optional: opening.expectedOn) { $0.write($1) }
        write(opening.municipality)
    }

    mutating func write(_ person: CasePerson) {
        write(person.name)
        write(optional: person.number) { $0.write($1.digits) }
        write(optional: person.birthDay) { $0.write($1) }
        write(optional: person.phone)
        write(optional: person.email)
        write(optional: person.interpreter)
        switch person.residence {
        case nil: write(byte: 0)
        case .open(let address):
            write(byte: 1)
            write(address: address)
        case .hidden(let address):
            write(byte: 2)
            write(address: address.forSealing)
        }
    }

    mutating func write(_ relation: Relation) {
        write(relation.person)
        write(code: relation.kind)
        write(relation.hasResponsibility)
        write(relation.livesWithChild)
        write(relation.isParty)
        write(optional: relation.siblingCase) { $0.write($1) }
    }

    mutating func write(_ document: CaseDocument) {
        write(document.id)
        write(document.title)
        write(document.mediaType)
        write(document.size)
        write(document.digest)
        write(code: document.direction)
    }
}

extension ByteReader {
    mutating func caseOpening() throws(CodecError) -> CaseOpening {
        CaseOpening(
            childID: try recordID(),
            child: try casePerson(),
            isUnborn: try bool(),
            expectedOn: try optionalDay(),
            municipality: try text()
        )
    }

    mutating func casePerson() throws(CodecError) -> CasePerson {
        CasePerson(
            name: try text(),
            number: try optional { reader throws(CodecError) in try reader.personNumber() },
            birthDay: try optionalDay(),
            phone: try optionalText(),
            email: try optionalText(),
            interpreter: try optionalText(),
            residence: try residence()
        )
    }

    private mutating func residence() throws(CodecError) -> Residence? {
        switch try byte() {
        case 0: return nil
        case 1: return .open(try address())
        case 2: return .hidden(HiddenAddress(hiding: try address()))
        case let tag: throw .unknownTag(tag)
        }
    }

    mutating func relation() throws(CodecError) -> Relation {
        Relation(
            person: try recordID(),
            kind: try code(),
            hasResponsibility: try bool(),
            livesWithChild: try bool(),
            isParty: try bool(),
            siblingCase: try optionalID()
        )
    }

    mutating func caseDocument() throws(CodecError) -> CaseDocument {
        CaseDocument(
            id: try recordID(),
            title: try text(),
            mediaType: try text(),
            size: try integer(),
            digest: try array(),
            direction: try code()
        )
    }
}
