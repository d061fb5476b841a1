import Exchange
import Foundation
import TestSupport
import Testing

struct `The report of a check` {
    private struct Entry: Decodable, Equatable {
        struct Problem: Decodable, Equatable {
            var pointer: String
            var message: String
        }
        var file: String
        var valid: Bool
        var errors: [Problem]
    }

    @Test
    func `is one list with a verdict per file`() throws {
        var generator = SeededGenerator(seed: 10)
        var report = ConcernCheckReport()
        #expect(report.json == Array("[]".utf8))
        let good = try ConcernDocument.random(.privatV1, using: &generator).write().get()
        report.check(file: "mappe/god \"æ\".json", bytes: good, as: .privatV1)
        #expect(report.isValid)
        report.check(file: "dårlig.json", bytes: Array("{".utf8), as: .privatV1)
        let text = String(decoding: good, as: UTF8.self).replacing(#""4602""#, with: #""460""#)
        report.check(file: "", bytes: Array(text.utf8), as: .privatV1)
        #expect(!report.isValid)

        let entries = try JSONDecoder().decode([Entry].self, from: Data(report.json))
        #expect(entries.map(\.file) == ["mappe/god \"æ\".json", "dårlig.json", ""])
        #expect(entries.map(\.valid) == [true, false, false])
        #expect(entries[0].errors.isEmpty)
        #expect(
            entries[1].errors == [
                .init(
                    pointer: "",
                    message: "Line 1, column 2: expected a member name in quotation marks, found the end of the text."
                )
            ]
        )
        #expect(
            entries[2].errors == [
                .init(pointer: "/kommunenummer", message: "Expected text of four digits, found “460”.")
            ]
        )
    }

    @Test
    func `reads well in a terminal`() {
        var report = ConcernCheckReport()
        report.check(file: "a.json", bytes: Array("[]".utf8), as: .offentligV1)
        #expect(report.lines == ["a.json: not valid", "  the document: Expected an object, found an empty list."])
    }
}

struct `The body of a failed answer` {
    @Test(arguments: [nil, "", "Meldingen kunne ikke leses.", "\"\n\\"])
    func `is the same after writing and reading`(message: String?) throws {
        let failure = ConcernFailure(message: message)
        #expect(try ConcernFailure.read(failure.write()).get() == failure)
    }

    @Test(arguments: [
        ("{}", true), (#"{"melding":"x","annet":1}"#, true), (#"{"melding":null}"#, false), (#"{"melding":42}"#, false),
        ("[]", false), ("\"x\"", false), ("", false),
    ])
    func `need not say why`(text: String, isValid: Bool) {
        #expect(ConcernFailure.check(Array(text.utf8)).isEmpty == isValid)
    }
}

struct `A form` {
    @Test(arguments: ConcernFormat.allCases)
    func `is known by its type header`(format: ConcernFormat) {
        #expect(ConcernFormat(messageType: format.messageType) == format)
        #expect(ConcernFormat(rawValue: format.rawValue) == format)
        #expect(ConcernFormat(isPublic: format.isPublic, version: format.version) == format)
        #expect(format.messageType.hasPrefix("no.ks.fiks.bekymringsmelding."))
    }

    @Test(arguments: [
        "", "offentlig.v1", "no.ks.fiks.bekymringsmelding.mottatt.v1", "no.ks.fiks.bekymringsmelding.privat.v3",
    ])
    func `is not made from another header`(header: String) {
        #expect(ConcernFormat(messageType: header) == nil)
    }
}
