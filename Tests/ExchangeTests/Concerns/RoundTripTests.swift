import Casework
import Exchange
import TestSupport
import Testing

struct `A report of concern` {
    @Test(arguments: ConcernFormat.allCases)
    func `is the same after writing and reading`(format: ConcernFormat) throws {
        var generator = SeededGenerator(seed: 1)
        for round in 0..<Rounds.of(300) {
            let document = ConcernDocument.random(format, using: &generator)
            let bytes = try document.write().get()
            #expect(ConcernDocument.check(bytes, as: format).isEmpty, "round \(round)")
            let again = try ConcernDocument.read(bytes, as: format).get()
            #expect(again == document, "round \(round)")
            #expect(try again.write().get() == bytes, "round \(round)")
        }
    }

    @Test
    func `becomes one concern per child, with what is said once repeated`() throws {
        var generator = SeededGenerator(seed: 2)
        var document = ConcernDocument.random(.offentligV2, using: &generator)
        var random = RandomTexts(generator: generator)
        document.children = (0..<3).map { _ in random.child(isPublic: true) }
        let concerns = document.concerns
        #expect(concerns.map(\.child) == document.children)
        for concern in concerns {
            #expect(concern.otherChildren == 2)
            #expect(concern.origin == document.origin)
            #expect(concern.guardians == document.guardians)
            #expect(concern.worry == document.worry)
            #expect(concern.address == document.address)
            #expect(concern.sentAt == document.sentAt)
        }
    }

    @Test
    func `tells which child's number no person can have`() {
        var generator = SeededGenerator(seed: 3)
        var document = ConcernDocument.random(.offentligV1, using: &generator)
        var child = ConcernedChild.unnamed
        document.children = [child]
        document.sendingTime = "2025-05-23T19:54:08"
        #expect(document.notes.isEmpty)
        child.unreadableNumber = "ukjent"
        document.children = [.unnamed, child]
        #expect(document.notes == [.unreadableNumber(child: 1)])
    }

    @Test
    func `is not written with values that its form refuses`() throws {
        var generator = SeededGenerator(seed: 4)
        var document = ConcernDocument.random(.offentligV1, using: &generator)
        document.address.municipality = "460"
        document.children[0].name = "to\nlinjer"
        document.guardians = []
        let refusal = try #require(throws: ConcernRefusal.self) { try document.write().get() }
        #expect(
            refusal.problems.map(\.pointer.description) == [
                "/kommunenummer", "/offentligBarn/0/personnavn", "/foresatte",
            ]
        )
    }

    @Test
    func `takes the last of two members and says so`() throws {
        var generator = SeededGenerator(seed: 5)
        let document = ConcernDocument.random(.privatV1, using: &generator)
        let text = String(decoding: try document.write().get(), as: UTF8.self)
        let twice = #"{"kommunenummer":"O301","kommunenummer":17,"#
        let read = try ConcernDocument.read(Array((twice + text.dropFirst()).utf8), as: .privatV1).get()
        #expect(read.municipality == document.municipality)
        let pointer = JsonPointer([.name("kommunenummer")])
        #expect(read.readingNotes == [.repeatedField(pointer), .repeatedField(pointer)])
    }

    @Test
    func `reads a member whose name is written with escapes`() throws {
        var generator = SeededGenerator(seed: 6)
        let document = ConcernDocument.random(.privatV2, using: &generator)
        let text = String(decoding: try document.write().get(), as: UTF8.self)
        let escaped = text.replacing(#""kommunenummer""#, with: #""\u006bommunenummer""#)
        #expect(try ConcernDocument.read(Array(escaped.utf8), as: .privatV2).get() == document)
    }
}
