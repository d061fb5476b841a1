import Casework
import Exchange
import Testing

@Suite(.enabled(if: ConcernCorpus.isHere, "the corpus folder is not beside the repository"))
struct `The corpus of reports of concern` {
    @Test(arguments: ConcernCorpus.entries.filter(\.isUncontested))
    func `gets the verdict that the schemas give it`(entry: ConcernCorpus.Entry) throws {
        let bytes = try ConcernCorpus.bytes(of: entry.file)
        let problems: [ConcernProblem]
        if let format = entry.format {
            problems = ConcernDocument.check(bytes, as: format)
        } else {
            try #require(entry.file.contains("feilmelding"))
            problems = ConcernFailure.check(bytes)
        }
        #expect(problems.isEmpty == entry.schemaValid, "\(problems.map(\.message))")
    }

    @Test
    func `has few documents about which engines disagree`() {
        let contested = ConcernCorpus.entries.filter { !$0.isUncontested }.map(\.file)
        #expect(contested.isEmpty, "decide each of them in the table of TextRule")
        #expect(ConcernCorpus.entries.count >= 145)
    }

    @Test(arguments: ConcernCorpus.entries.filter { $0.mutation == "missing_required" && !$0.detail.isEmpty })
    func `says where a required member is missing`(entry: ConcernCorpus.Entry) throws {
        let format = try #require(entry.format)
        let problems = ConcernDocument.check(try ConcernCorpus.bytes(of: entry.file), as: format)
        #expect(problems.map(\.pointer.description) == ["/" + entry.detail])
        #expect(problems.first?.found == "nothing")
    }

    @Test(arguments: ConcernCorpus.entries.filter { $0.mutation.hasPrefix("bad_") && !$0.schemaValid })
    func `says which text does not fit`(entry: ConcernCorpus.Entry) throws {
        let format = try #require(entry.format)
        let problems = ConcernDocument.check(try ConcernCorpus.bytes(of: entry.file), as: format)
        let member = entry.detail.prefix { $0 != "=" }
        #expect(problems.map(\.pointer.description) == ["/" + member])
    }

    @Test(arguments: ConcernCorpus.entries.filter { $0.schemaValid && $0.format != nil })
    func `is read, written and read again without a difference`(entry: ConcernCorpus.Entry) throws {
        let format = try #require(entry.format)
        var document = try ConcernDocument.read(ConcernCorpus.bytes(of: entry.file), as: format).get()
        #expect(document.format == format)
        #expect(document.concerns.count == max(1, document.children.count))
        let again = try ConcernDocument.read(document.write().get(), as: format).get()
        document.readingNotes.removeAll {
            if case .unknownField = $0 { true } else { false }
        }
        #expect(again == document)
    }

    @Test(arguments: ConcernCorpus.entries.filter { $0.mutation == "bad_time" || $0.mutation == "time_zoned" })
    func `tells a sending time from other text`(entry: ConcernCorpus.Entry) throws {
        let format = try #require(entry.format)
        let document = try ConcernDocument.read(ConcernCorpus.bytes(of: entry.file), as: format).get()
        #expect((document.sentAt == nil) == (entry.mutation == "bad_time"))
        #expect(document.notes.contains(.unreadableSendingTime) == (entry.mutation == "bad_time"))
    }

    @Test(arguments: ConcernCorpus.entries.filter { $0.mutation == "empty_barn_privat" })
    func `keeps a private report that names no child`(entry: ConcernCorpus.Entry) throws {
        let format = try #require(entry.format)
        let document = try ConcernDocument.read(ConcernCorpus.bytes(of: entry.file), as: format).get()
        #expect(document.children.isEmpty)
        #expect(document.notes.contains(.noChild))
        let concern = try #require(document.concerns.first)
        #expect(document.concerns.count == 1)
        #expect(concern.child == .unnamed)
        #expect(concern.otherChildren == 0)
        #expect(!concern.worry.isEmpty)
    }

    @Test(arguments: ConcernCorpus.entries.filter { $0.mutation == "v2_field_in_v1" })
    func `reads a later member and says so`(entry: ConcernCorpus.Entry) throws {
        let document = try ConcernDocument.read(ConcernCorpus.bytes(of: entry.file), as: .offentligV1).get()
        let pointer = JsonPointer([.name("melding"), .name("andreSynspunkter")])
        #expect(document.notes.contains(.laterField(pointer)))
        #expect(document.otherViews?.isEmpty == false)
    }

    @Test(arguments: ConcernCorpus.entries.filter { $0.mutation == "unknown_property" && $0.format != nil })
    func `notes a member that the form does not have`(entry: ConcernCorpus.Entry) throws {
        let format = try #require(entry.format)
        let document = try ConcernDocument.read(ConcernCorpus.bytes(of: entry.file), as: format).get()
        let place = entry.detail.isEmpty ? "" : "/" + entry.detail
        let unknown = document.notes.compactMap { note in
            if case .unknownField(let pointer) = note { pointer.description } else { nil }
        }
        #expect(unknown == [place + "/ukjentFelt"])
    }
}
