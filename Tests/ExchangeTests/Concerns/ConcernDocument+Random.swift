import Casework
import Exchange
import Law
import TestSupport

/// Valid messages of every form, with texts that are hard on quoting and on encodings.
extension ConcernDocument {
    static func random(_ format: ConcernFormat, using generator: inout SeededGenerator) -> ConcernDocument {
        var random = RandomTexts(generator: generator)
        defer { generator = random.generator }
        let isPublic = format.isPublic
        let children = (0..<Int.random(in: (isPublic ? 1 : 0)...4, using: &random.generator)).map { _ in
            random.child(isPublic: isPublic)
        }
        let guardians =
            isPublic ? (0..<Int.random(in: 1...2, using: &random.generator)).map { _ in random.guardian() } : []
        let isSecond = format == .offentligV2
        return ConcernDocument(
            version: format.version,
            origin: isPublic ? .publicBody(random.publicReporter()) : .privatePerson(random.privateReporter()),
            children: children,
            guardians: guardians,
            worry: random.text(),
            history: isPublic ? random.optional { $0.text() } : nil,
            otherViews: isSecond ? random.optional { $0.text() } : nil,
            interpreter: isPublic ? random.optional { $0.text() } : nil,
            otherServices: isPublic ? random.optional { $0.text() } : nil,
            address: ConcernAddress(
                municipality: "4602",
                municipalityName: random.line(),
                district: "00",
                districtName: random.line()
            ),
            sendingTime: random.pick([
                "2025-05-23T19:54:08", "2025-10-26T02:30:00", "2025-05-23T19:54:08Z", "i fjor", "",
            ]),
            channel: random.text()
        )
    }
}

/// Draws the parts of a message.
struct RandomTexts {
    var generator: SeededGenerator

    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &generator)]
    }

    mutating func optional<Value>(_ make: (inout RandomTexts) -> Value?) -> Value? {
        Bool.random(using: &generator) ? make(&self) : nil
    }

    /// Never empty, because an empty optional text reads as none.
    mutating func line() -> String {
        let parts = [
            "Áile", "Þóra", "Nguyễn", "O'Test", "\"", "\\", "/", "\t", "\u{0}", "😀", "e\u{301}", " ", "<b>", "\u{85}",
        ]
        return (0..<Int.random(in: 1...6, using: &generator)).map { _ in pick(parts) }.joined()
    }

    mutating func text() -> String {
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in line() }.joined(
            separator: pick(["\n", "\r\n", "\u{2028}"])
        )
    }

    mutating func address() -> PostalAddress {
        let lines = pick([[], [line()], [line(), line()], [line(), "", line()], ["", line()]])
        return PostalAddress(lines: lines, postcode: optional { _ in "0099" }, town: optional { $0.line() })
    }

    mutating func publicReporter() -> PublicReporter {
        PublicReporter(
            name: line(),
            role: line(),
            phone: pick(["+47 00 00 00 00", "0000-0000", "0"]),
            email: pick(["prøve@eksempel.no", "a-b_c.d@e-f.g.org"]),
            organisation: line(),
            organisationNumber: optional { $0.line() },
            organisationAddress: address()
        )
    }

    mutating func privateReporter() -> PrivateReporter {
        PrivateReporter(name: line(), phone: pick(["", "00 00 00 00"]), address: optional { $0.address() })
    }

    mutating func child(isPublic: Bool) -> ConcernedChild {
        let number = CalendarDay(year: 2014, month: 5, day: 6).flatMap { day in
            isPublic
                ? optional {
                    PersonNumber.synthetic(birthDay: day, serial: .random(in: 500...999, using: &$0.generator))
                } : nil
        }
        return ConcernedChild(
            name: line(),
            number: number,
            unreadableNumber: number == nil && isPublic ? pick(["", "ukjent", "0281", "٠٢٨١"]) : "",
            isUnborn: isPublic && Bool.random(using: &generator),
            address: address(),
            phone: isPublic ? optional { $0.text() } : nil,
            isInformed: isPublic ? Bool.random(using: &generator) : nil,
            informedReason: isPublic ? optional { $0.line() } : nil,
            assumedAge: isPublic ? nil : optional { $0.text() },
            relation: isPublic ? nil : optional { $0.text() }
        )
    }

    mutating func guardian() -> Guardian {
        Guardian(
            name: line(),
            phone: optional { $0.line() },
            isInformed: Bool.random(using: &generator),
            informedReason: optional { $0.line() }
        )
    }
}
